"""Columns that were parted because their entries don't share an edge: a head set left over figures set right.

    Indikator          Utfall 2022        Målvärde 2025
    Andel nöjda               84 %        minst 88 %            "Utfall 2022" and "84 %" never meet in a line:
    Väntetid                    54                   45         they are one column

In: the cuts of a block and its lines. Out: the cuts without those that part one column.
"""

from __future__ import annotations

from collections.abc import Sequence

from planparse.layout.gutters import column_of
from planparse.layout.textlines import Chunk, TextLine

_LEAST_FILLED = 0.6
"""share of the lines under a head that have an entry in the column; what is sparser may be a column by itself"""
_FEW = 0.35
"""figures on the one side against those on the other: a column of sums beside one of terms has more"""

_Placed = tuple[int, int, Chunk]


def without_shared(cuts: Sequence[float], hard: frozenset[float], lines: Sequence[TextLine]) -> list[float]:
    """The cuts but for soft ones between two columns that no line fills both and of which only one is headed."""
    kept = list(cuts)
    at = 0
    told = [line for line in lines if len(line.chunks) > 1]
    while at < len(kept) and len(kept) > 1 and len(told) > 2:
        placed = [[(*column_of(chunk, kept), chunk) for chunk in line.chunks] for line in told]
        if kept[at] not in hard and _is_one(placed, at):
            del kept[at]
        else:
            at += 1
    return kept


def _is_one(lines: Sequence[Sequence[_Placed]], left: int) -> bool:
    """Whether the columns ``left`` and the one right of it are one."""
    pair = (left, left + 1)
    sides: list[tuple[int, Chunk] | None] = []
    for line in lines:
        held = [(first, last, chunk) for first, last, chunk in line if first <= left + 1 and last >= left]
        if any(first < left or last > left + 1 for first, last, _ in held):
            held = []  # over more columns than these
        if len(held) > 1:
            return False
        sides.append((-1 if held[0][0] != held[0][1] else held[0][0], held[0][2]) if held else None)
    filled = [side for side in sides if side is not None]
    if len(filled) < 3 or (filled[0][1].value and not filled[0][1].year):
        return False
    figured = next((at for at, (_, chunk) in enumerate(filled) if chunk.number and not chunk.year), 0)
    if {side for side, _ in filled[:figured]} >= set(pair):
        return False  # each has a head of its own, in rows of their own
    body = sides[sides.index(filled[0]) + 1 :]
    if sum(side is not None for side in body) < _LEAST_FILLED * len(body):
        return False
    body_chunks = [(side, chunk) for side, chunk in filled[max(figured, 1) :] if side in pair and chunk.number]
    told = [side for side, chunk in body_chunks if _is_figure(chunk)] or [side for side, _ in body_chunks]
    figures = [told.count(col) for col in pair]
    return max(figures) > 0 and min(figures) <= _FEW * max(figures)


def _is_figure(chunk: Chunk) -> bool:
    """A bare number and no year; one with a sign of comparison may be set as words are."""
    return not chunk.year and chunk.text[0] not in "<>≥≤~±"
