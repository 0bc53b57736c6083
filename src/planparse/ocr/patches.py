"""Patches: what of a mask hangs together.

>>> import numpy as np
>>> ink = np.zeros((30, 30), bool)
>>> ink[3:9, 3:9] = ink[20:28, 10:24] = True
>>> [(piece.x0, piece.top, piece.width, piece.height) for piece in pieces_of(ink, 1)]
[(3, 3, 6, 6), (10, 20, 14, 8)]
"""

from __future__ import annotations

from dataclasses import dataclass

from planparse.ocr.picture import Mask, runs

_COARSE = 3
"""pixels looked at as one"""


@dataclass(slots=True)
class Piece:
    """A patch of ink, in pixels; ``ink`` is how much of it there is."""

    x0: int
    top: int
    x1: int
    bottom: int
    ink: int

    @property
    def width(self) -> int:
        return self.x1 - self.x0

    @property
    def height(self) -> int:
        return self.bottom - self.top


def pieces_of(ink: Mask, coarse: int = _COARSE) -> list[Piece]:
    """The patches of ink that touch, to ``coarse`` pixels."""
    height, width = ink.shape[0] // coarse * coarse, ink.shape[1] // coarse * coarse
    counts = ink[:height, :width].reshape(height // coarse, coarse, width // coarse, coarse).sum(axis=(1, 3))
    out: list[Piece] = []
    open_: list[tuple[int, int, Piece]] = []
    for row, filled in enumerate(counts > 0):
        still: list[tuple[int, int, Piece]] = []
        for first, last in runs(filled) if filled.any() else ():
            weight = int(counts[row, first:last].sum())
            new = Piece(first * coarse, row * coarse, last * coarse, (row + 1) * coarse, weight)
            mates = {id(piece): piece for start, end, piece in open_ if start <= last and first <= end}
            mates |= {id(piece): piece for start, end, piece in still if piece in mates.values()}
            for mate in mates.values():
                merge(new, mate)
                out = [piece for piece in out if piece is not mate]
                still = [(start, end, new if piece is mate else piece) for start, end, piece in still]
                open_ = [(start, end, new if piece is mate else piece) for start, end, piece in open_]
            out.append(new)
            still.append((first, last, new))
        open_ = still
    return out


def merge(into: Piece, other: Piece) -> None:
    into.x0, into.top = min(into.x0, other.x0), min(into.top, other.top)
    into.x1, into.bottom = max(into.x1, other.x1), max(into.bottom, other.bottom)
    into.ink += other.ink
