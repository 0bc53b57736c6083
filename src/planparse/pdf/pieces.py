"""Pieces of text in the order and style in which a file draws them → words.

A reader hands on pieces: letters without white space in one style, with their places along the line that they are
drawn on. Here pieces that touch become one word, words set with wide gaps are cut, letter-spaced ones are closed up,
raised figures stand alone and what is drawn twice is given once. Both readers come through here, so that they give
the same words.

A piece's places are in its *line's own frame*, so that turned text needs no rules of its own: ``start`` and ``end``
run in reading direction, ``base`` downwards from line to line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from planparse.pdf.page import Bbox, Word
from planparse.pdf.spelling import spell


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece is set."""

    size: float
    font: str
    bold: bool = False
    italic: bool = False
    color: int = 0
    turned: int = 0
    hidden: bool = False
    tag: int = -1
    """marked content id, -1 for none"""


class Piece(NamedTuple):
    """Letters in one style. ``apart`` says that white space stands before it in the file's own text."""

    text: str
    start: float
    end: float
    base: float
    style: Style
    apart: bool


@dataclass(frozen=True, slots=True)
class WordSettings:
    """In shares of the type size, unless said otherwise."""

    touching: float = 0.12
    """a gap smaller than this is no space: half of the narrowest space met (0.2–0.28 em in text fonts)"""
    same_base: float = 0.08
    """pieces of a word stand on one line up to this; a raised figure is 0.25–0.4 up"""
    same_size: float = 0.85
    """below this share of its neighbour's size a piece is a note mark or an index, and a word of its own"""
    twice: float = 0.08
    """how far fake bold moves its second print"""
    ascent: float = 0.78
    descent: float = 0.22


SETTINGS = WordSettings()


def words_from(pieces: Iterable[Piece], settings: WordSettings = SETTINGS) -> tuple[list[Word], list[int]]:
    """Words in the order of the pieces, and for each the marked content that its first letter stands in."""
    groups: list[list[Piece]] = []
    last: Piece | None = None
    for piece in pieces:
        if last is not None and _continues(last, piece, settings):
            groups[-1].append(piece)
        else:
            groups.append([piece])
        last = piece
    words: list[Word] = []
    tags: list[int] = []
    for group in groups:
        word = _word(group, settings)
        if word is not None:
            words.append(word)
            tags.append(group[0].style.tag)
    return words, tags


def _continues(last: Piece, piece: Piece, settings: WordSettings) -> bool:
    size = last.style.size
    gap = piece.start - last.end
    if not -0.5 * size < gap < settings.touching * size or (piece.apart and gap > 0.02 * size):
        return False
    if piece.style.turned != last.style.turned or abs(piece.base - last.base) > settings.same_base * size:
        return False
    small, large = sorted((size, piece.style.size))
    return small >= settings.same_size * large


def _word(group: list[Piece], settings: WordSettings) -> Word | None:
    text = spell("".join(piece.text for piece in group))
    if not text:
        return None
    main = group[0] if len(group) == 1 else max(group, key=lambda piece: len(piece.text))
    style = main.style
    box = framed(group[0].start, group[-1].end, main.base, style, settings)
    baseline = main.base if style.turned in (0, 270) else -main.base
    return Word(
        text,
        *box,
        baseline,
        style.size,
        style.font,
        style.bold,
        style.italic,
        style.color,
        style.turned,
    )


def framed(start: float, end: float, base: float, style: Style, settings: WordSettings = SETTINGS) -> Bbox:
    """The place on the page of what stands between two points of a line, in a line's own frame.

    ::

        turned   0: start → x, base → y          turned  90: start → y, base → -x
        turned 180: start → -x, base → -y        turned 270: start → -y, base → x
    """
    over, under = base - settings.ascent * style.size, base + settings.descent * style.size
    if style.turned == 90:
        return (-under, start, -over, end)
    if style.turned == 180:
        return (-end, -under, -start, -over)
    if style.turned == 270:
        return (over, -end, under, -start)
    return (start, over, end, under)


def along(x: float, y: float, turned: int) -> tuple[float, float]:
    """A displayed point in the frame of a line that is turned so: (along the line, downwards)."""
    if turned == 90:
        return (y, -x)
    if turned == 180:
        return (-x, -y)
    if turned == 270:
        return (-y, x)
    return (x, y)
