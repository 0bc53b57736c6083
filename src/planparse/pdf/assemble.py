"""What a reader found on a page → the :class:`Page` that both readers give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from planparse.pdf.page import Page, Picture, Word
from planparse.pdf.pieces import Piece, words_from
from planparse.pdf.raisedmarks import with_raised_marks
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
    shown = [piece for piece in pieces if not piece.style.hidden]
    if len(shown) < len(pieces) and not _scanned(frame, pictures):
        pieces = shown
    words = with_raised_marks(list(_shown(frame, zip(*words_from(pieces), strict=True))))
    rules, under = underlines([word for word, _ in words], strokes.finished_rules())
    if under:
        words = [(replace(word, underlined=True) if i in under else word, tag) for i, (word, tag) in enumerate(words)]
    page = Page(
        frame.number,
        frame.width,
        frame.height,
        frame.rotation,
        frame.label,
        tuple([word for word, _ in words]),
        tuple(rules),
        strokes.finished_boxes(),
        tuple(_clipped(frame, pictures)),
        "embedded" if words else "none",
    )
    return page, words


def _shown(frame: PageFrame, words: Iterable[tuple[Word, int]]) -> Iterator[tuple[Word, int]]:
    """The words whose middle is on the visible page, their boxes ended at its edges for all places made from them."""
    width, height = frame.width, frame.height
    for item in words:
        word, tag = item
        if word.x0 >= 0 and word.top >= 0 and word.x1 <= width and word.bottom <= height:
            yield item
            continue
        x0, top, x1, bottom = word.x0, word.top, word.x1, word.bottom
        if 0 <= (x0 + x1) / 2 <= width and 0 <= (top + bottom) / 2 <= height:
            x0, top = max(x0, 0.0), max(top, 0.0)
            yield replace(word, x0=x0, top=top, x1=min(x1, width), bottom=min(bottom, height)), tag


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
