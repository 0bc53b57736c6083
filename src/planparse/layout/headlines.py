"""The head of an unruled table: its lines before the first values, and how they make rows.

Lines under each other make one row of heads ("Budget" over "2010"), unless the upper one spans columns that the lower
one names: then each is a row of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from planparse.layout.rowlines import RowLine


def head_length(rows: Sequence[RowLine], cols: int) -> int | None:
    """How many lines at the top come before the first value (a line of years is head); None where none follow."""
    for index, row in enumerate(rows):
        told = [cell.chunk for cell in row.cells if cell.col > 0 or cols == 1]
        if any(chunk.value and not chunk.year for chunk in told):
            return _without_group(rows, index)
        years = sum(chunk.year for chunk in told)
        if years and any(chunk.year for cell in row.cells if cell.col == 0 for chunk in [cell.chunk]) and index:
            return _without_group(rows, index)
    return None


def _without_group(rows: Sequence[RowLine], count: int) -> int:
    """A line at the end of the head that stands in the label column alone names a group of rows."""
    while count > 1 and all(cell.last == 0 for cell in rows[count - 1].cells) and _has_heads(rows[: count - 1]):
        count -= 1
    return count


def _has_heads(rows: Sequence[RowLine]) -> bool:
    return any(cell.last > 0 for row in rows for cell in row.cells)


def head_rows(rows: Sequence[RowLine]) -> list[list[RowLine]]:
    """The head's lines as rows."""
    out: list[list[RowLine]] = []
    for row in rows:
        if out and not _breaks(out[-1], row):
            out[-1].append(row)
        else:
            out.append([row])
    return out


def _breaks(before: list[RowLine], row: RowLine) -> bool:
    if row.line.baseline - before[-1].line.baseline > 2.2 * max(row.line.size, before[-1].line.size):
        return True
    for line in before:
        for cell in line.cells:
            if cell.last > cell.col and sum(cell.col <= other.col <= cell.last for other in row.cells) > 1:
                return True
    return row.spans and any(cell.col > 0 for line in before for cell in line.cells)
