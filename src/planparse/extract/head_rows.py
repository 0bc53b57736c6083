"""Heads in two rows: which upper one stands over which lower ones, where no merged cell says so.

Budget 2024                  Budget 2025               the lower names come back, so that each run
Intäkter  Kostnader  Netto   Intäkter  Kostnader  Netto     of them has one upper head: its nearest
"""

from __future__ import annotations

from collections.abc import Sequence

from planparse.layout.blocks import Cell
from planparse.rules.fold import fold

HeadRows = Sequence[Sequence[Cell | None]]


def spread_heads(rows: HeadRows) -> HeadRows:
    """The head rows of a grid's matrix, each upper head over the whole run of lower ones that it is for."""
    if len(rows) < 2:
        return rows
    runs = _runs(rows[-1], len(rows) - 1, rows)
    if not runs:
        return rows
    return [_spread(row, runs) for row in rows[:-1]] + [rows[-1]]


def _runs(lowest: Sequence[Cell | None], row: int, rows: HeadRows) -> list[range]:
    """The runs of columns under which the same names come back, from the left; [] where none do."""
    named = [col for col, cell in enumerate(lowest) if cell is not None and cell.text and cell.row == row]
    named = [col for col in named if lowest[col] is not rows[0][col]]
    if len(named) < 4 or named != list(range(named[0], named[-1] + 1)):
        return []
    names = [fold(lowest[col].text) for col in named]  # type: ignore[union-attr]
    for length in range(2, len(names) // 2 + 1):
        if len(names) % length == 0 and names == names[:length] * (len(names) // length):
            return [range(named[0] + at, named[0] + at + length) for at in range(0, len(names), length)]
    return []


def _spread(row: Sequence[Cell | None], runs: Sequence[range]) -> list[Cell | None]:
    out = list(row)
    first, last = runs[0].start, runs[-1].stop
    told = [cell for cell in dict.fromkeys(row[first:last]) if cell is not None and cell.text]
    over = [max(range(len(runs)), key=lambda at: _shared(cell, runs[at])) for cell in told]
    if over != list(range(len(runs))):
        return out
    for cell, run in zip(told, runs, strict=True):
        for col in run:
            out[col] = cell
    return out


def _shared(cell: Cell, run: range) -> int:
    return min(cell.col + cell.col_span, run.stop) - max(cell.col, run.start)
