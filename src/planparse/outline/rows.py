"""What a page break does to a table's rows, undone.

In: the two pieces. Out: the cells of the whole. At the break a row may be cut (its text goes on in the first row of the
next piece, whose other cells are empty), and a cell over several rows may be (it goes on as an empty cell, or with the
rest of its text).
"""

from __future__ import annotations

from dataclasses import replace

from planparse.layout.blocks import Cell, Grid
from planparse.layout.joining import join_lines

_ENDS = (".", "!", "?", ":", ")", "”", '"')


def join_break(first: Grid, second: Grid, repeated: int) -> tuple[tuple[Cell, ...], int, str]:
    """All cells, the number of rows, and what was done at the break in words (for the reason)."""
    upper = {
        col: cell
        for cell in first.cells
        if cell.row + cell.row_span == first.rows
        for col in range(cell.col, cell.col + cell.col_span)
    }
    rest = [cell for cell in second.cells if cell.row >= repeated]
    top = [cell for cell in rest if cell.row == repeated]
    if not top:
        return first.cells, first.rows, ""
    if _cut_row(top, upper):
        return _with_cut_row(first, rest, top, upper, repeated)
    return _with_spans(first, second, rest, top, upper, repeated)


def _cut_row(top: list[Cell], upper: dict[int, Cell]) -> bool:
    """Whether the first row after the break is the rest of the row before it."""
    told = [cell for cell in top if cell.text]
    if not told:
        return False
    above = [upper.get(cell.col) for cell in told]
    if any(
        cell is None or cell.col != below.col or cell.col_span != below.col_span
        for cell, below in zip(above, told, strict=True)
    ):
        return False
    return all(_goes_on(cell, below) for cell, below in zip(above, told, strict=True))


def _goes_on(above: Cell | None, below: Cell) -> bool:
    """Whether a cell's text is the rest of the one above: that has no end, or this begins inside a sentence."""
    if above is None or not above.text or not below.text:
        return False
    first = next((letter for letter in below.text if letter.isalnum()), "")
    return first.islower() and not above.text.endswith(_ENDS[:3])


def _joined(above: Cell, below: Cell) -> Cell:
    text = join_lines([above.text, below.text]) if below.text else above.text
    return replace(
        above,
        text=text,
        lines=above.lines + below.lines,
        places=above.places + below.places,
        parts=above.parts + below.parts,
        pictures=above.pictures + below.pictures,
    )


def _with_cut_row(
    first: Grid, rest: list[Cell], top: list[Cell], upper: dict[int, Cell], repeated: int
) -> tuple[tuple[Cell, ...], int, str]:
    shift = first.rows - 1 - repeated
    changed: dict[tuple[int, int], Cell] = {}
    for cell in top:
        above = upper.get(cell.col)
        if above is None:
            continue
        key = (above.row, above.col)
        whole = _joined(changed.get(key, above), cell)
        changed[key] = replace(whole, row_span=whole.row_span + cell.row_span - 1)
    kept = [changed.get((cell.row, cell.col), cell) for cell in first.cells]
    moved = [replace(cell, row=cell.row + shift) for cell in rest if cell.row > repeated]
    rows = max(cell.row + cell.row_span for cell in kept + moved)
    return tuple(kept + moved), rows, ", the row cut by the page break joined"


def _with_spans(
    first: Grid, second: Grid, rest: list[Cell], top: list[Cell], upper: dict[int, Cell], repeated: int
) -> tuple[tuple[Cell, ...], int, str]:
    shift = first.rows - repeated
    changed: dict[tuple[int, int], Cell] = {}
    gone: set[tuple[int, int]] = set()
    for cell in sorted(top, key=lambda one: one.col):
        above = upper.get(cell.col)
        if above is None or above.col != cell.col or above.col_span != cell.col_span or len(top) == 1:
            break
        if cell.text and not _goes_on(above, cell):
            break
        if not cell.text and not _spans_somewhere(first, second, cell.col):
            break
        changed[(above.row, above.col)] = replace(_joined(above, cell), row_span=above.row_span + cell.row_span)
        gone.add((cell.row, cell.col))
    kept = [changed.get((cell.row, cell.col), cell) for cell in first.cells]
    moved = [replace(cell, row=cell.row + shift) for cell in rest if (cell.row, cell.col) not in gone]
    how = ", a cell over several rows carried on" if changed else ""
    return tuple(kept + moved), first.rows + second.rows - repeated, how


def _spans_somewhere(first: Grid, second: Grid, col: int) -> bool:
    """Whether the column has cells over several rows, and so an empty one is the rest of the cell above."""
    return any(cell.col == col and cell.row_span > 1 for grid in (first, second) for cell in grid.cells)
