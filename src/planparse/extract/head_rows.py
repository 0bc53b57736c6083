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
    last = len(rows) - 1
    named = [cell is not None and bool(cell.text) and cell.row == last for cell in rows[-1]]
    runs = _runs([cell.text if own and cell else "" for cell, own in zip(rows[-1], named, strict=True)])
    return [_spread(row, runs) for row in rows[:-1]] + [rows[-1]] if runs else rows


def stacked_heads(row: Sequence[Cell | None]) -> dict[int, str]:
    """The heads of columns in one row whose cells hold both lines, where the upper one stands over several columns.

    "Utfall 2022 K" | "M" | "Utfall 2023 K" | "M" gives "Utfall 2022 M" to the second and "Utfall 2023 M" to the fourth.
    """
    runs = _runs([cell.lines[-1].text if cell is not None and cell.lines else "" for cell in row])
    out: dict[int, str] = {}
    for run in runs:
        cells = [cell for col in run if (cell := row[col]) is not None]
        uppers = [" ".join(line.text for line in cell.lines[:-1]) for cell in cells]
        told = [upper for upper in uppers if upper]
        if len(told) != 1 or len(cells) != len(run):
            return {}
        out |= {col: f"{told[0]} {cell.lines[-1].text}" for col, cell in zip(run, cells, strict=True)}
    return out


def _runs(names: Sequence[str]) -> list[range]:
    """The runs of columns under which the same names come back, from the left; [] where none do."""
    folded = [fold(name) for name in names]
    for length in range(2, len(folded) // 2 + 1):
        for start in range(len(folded) - 2 * length + 1):
            run, count = folded[start : start + length], 1
            if not all(run) or len(set(run)) == 1:
                continue
            while folded[start + count * length : start + (count + 1) * length] == run:
                count += 1
            if count > 1:
                return [range(start + at * length, start + (at + 1) * length) for at in range(count)]
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
