"""What a reader found on a page → the :class:`Page` that both readers give."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from planparse.pdf.page import Page, Picture, Word
from planparse.pdf.pieces import Piece, words_from
from planparse.pdf.strokes import Strokes
from planparse.pdf.underline import underlines

_PAGE_FILLING = 0.6
"""the share of the page from which a picture is taken for the scan of it"""


@dataclass(frozen=True, slots=True)
class PageFrame:
    number: int
    width: float
    height: float
    rotation: int
    label: str | None

    def empty(self, problem: str) -> Page:
        """A page that was left out."""
        return Page(
            self.number, self.width, self.height, self.rotation, self.label, (), text_layer="none", problem=problem
        )


def assemble(
    frame: PageFrame, pieces: list[Piece], strokes: Strokes, pictures: Sequence[Picture]
) -> tuple[Page, list[tuple[Word, int]]]:
    """The page, and each word with the marked content that it stands in."""
    if any(piece.style.hidden for piece in pieces) and not _scanned(frame, pictures):
        pieces = [piece for piece in pieces if not piece.style.hidden]
    words = [
        (_within(frame, word), tag) for word, tag in zip(*words_from(pieces), strict=True) if _on_page(frame, word)
    ]
    rules, under = underlines([word for word, _ in words], strokes.finished_rules())
    if under:
        words = [(replace(word, underlined=True) if i in under else word, tag) for i, (word, tag) in enumerate(words)]
    page = Page(
        frame.number,
        frame.width,
        frame.height,
        frame.rotation,
        frame.label,
        tuple(word for word, _ in words),
        tuple(rules),
        strokes.finished_boxes(),
        tuple(_clipped(frame, pictures)),
        "embedded" if words else "none",
    )
    return page, words


def _on_page(frame: PageFrame, word: Word) -> bool:
    """Whether the middle of a word is on the visible page."""
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return 0 <= x <= frame.width and 0 <= y <= frame.height


def _within(frame: PageFrame, word: Word) -> Word:
    """A word whose box ends at the page's edges, for all places that are made from it."""
    if word.x0 >= 0 and word.top >= 0 and word.x1 <= frame.width and word.bottom <= frame.height:
        return word
    x0, top = max(word.x0, 0.0), max(word.top, 0.0)
    return replace(word, x0=x0, top=top, x1=min(word.x1, frame.width), bottom=min(word.bottom, frame.height))


def _scanned(frame: PageFrame, pictures: Iterable[Picture]) -> bool:
    """Whether pictures fill the page, so that invisible text over them is the text layer of a scan."""
    area = sum((p.x1 - p.x0) * (p.bottom - p.top) for p in _clipped(frame, pictures))
    return area >= _PAGE_FILLING * frame.width * frame.height


def _clipped(frame: PageFrame, pictures: Iterable[Picture]) -> Iterable[Picture]:
    for picture in pictures:
        x0, top = max(picture.x0, 0.0), max(picture.top, 0.0)
        x1, bottom = min(picture.x1, frame.width), min(picture.bottom, frame.height)
        if x0 < x1 and top < bottom:
            yield replace(picture, x0=x0, top=top, x1=x1, bottom=bottom)
