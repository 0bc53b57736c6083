"""The skeleton of a table: where its cells are and which words stand in them, before there is any text.

Each way of finding tables (lines, fills, alignment) gives a :class:`Skeleton`; ``cells`` turns it into a grid.
"""

from __future__ import annotations

from dataclasses import dataclass

from planparse.pdf.frozen import quick_frozen
from planparse.pdf.page import Bbox, Word


@quick_frozen
class Slot:
    """A cell's place in the table and on the page; ``words`` are indices into the page's words."""

    row: int
    col: int
    row_span: int
    col_span: int
    bbox: Bbox
    words: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Skeleton:
    """``xs`` and ``ys`` are the cols + 1 and rows + 1 edges. Every place is covered by exactly one slot."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    slots: tuple[Slot, ...]
    reason: str
    header_rows: int | None = None
    """where the finder knows it (a rule under the head); None leaves it to ``tablehead``"""
    loose: tuple[int, ...] = ()

    @property
    def bbox(self) -> Bbox:
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    @property
    def rows(self) -> int:
        return len(self.ys) - 1

    @property
    def cols(self) -> int:
        return len(self.xs) - 1


def middle(word: Word) -> tuple[float, float]:
    """The point of a word that says which cell it stands in."""
    return ((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2)


def inside(point: tuple[float, float], bbox: Bbox) -> bool:
    return bbox[0] <= point[0] <= bbox[2] and bbox[1] <= point[1] <= bbox[3]
