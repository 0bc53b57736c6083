"""How many rows at a table's top name its columns.

Evidence: a fill of their own, bold type, a rule under them, no numbers but years, cells that span columns. In: a grid.
Out: a number of rows; 0 for a table that starts with its first record (as one does that goes on from the page before).
"""

from __future__ import annotations

import re
from dataclasses import replace

from planparse.layout.blocks import Cell, Grid

_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)?\d\d))?|\d\d[-–/]\d\d")
_NUMBER = re.compile(r"[-–−+<>≥≤]?\s?\(?\d[\d\s.,]*\)?\s?[%*]?")
_NAMED_YEAR = re.compile(r"[a-zåäö]\s+(?:19|20)\d\d$", re.IGNORECASE)
"""a measure and its year: "Utfall 2022" """
_MOST = 4
"""a head of more rows has not been seen"""


def count_header_rows(grid: Grid) -> int:
    """The rows at the top that are head."""
    if grid.rows < 2:
        return 0
    rows = [grid.row(index) for index in range(min(grid.rows, _MOST + 2))]
    first = [cell for cell in rows[0] if cell.text]
    if not first or not _may_head(rows[0]):
        return 0
    if first[0].col_span == grid.cols > 1 and grid.rows > 2 and (under := _under_title(grid)):
        return 1 + under
    if grid.cols == 1 and (len(first[0].lines) > 1 or not first[0].bold):
        return 0
    count = 1
    while count < min(_MOST, grid.rows - 1) and count < len(rows) - 1:
        if _spans_past(rows, count) or _same_look(rows, count) or _names_values(grid, rows, count):
            count += 1
        else:
            break
    if not _stands_out(grid, rows, count):
        return 0
    return count


def _under_title(grid: Grid) -> int:
    """The rows of heads under a first row that is one cell over all columns: the title of what follows."""
    below = tuple(replace(cell, row=cell.row - 1) for cell in grid.cells if cell.row)
    heads = [cell for cell in below if cell.row == 0 and cell.text]
    if len(heads) < 2 or any(cell.col_span > 1 and cell.col == 0 for cell in heads):
        return 0
    return count_header_rows(replace(grid, cells=below, rows=grid.rows - 1))


def _may_head(cells: list[Cell]) -> bool:
    """Whether no cell holds a value or a symbol: years and words only."""
    return not any(_is_value(cell.text) or cell.pictures for cell in cells)


def _is_value(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text)) and not _YEAR.fullmatch(text)


def _spans_past(rows: list[list[Cell]], count: int) -> bool:
    """Whether a head cell reaches down over row ``count``, or spans columns that this row names."""
    names = [cell for cell in rows[count] if cell.text]
    if not names or not _may_head(names):
        return False
    if any(cell.row + cell.row_span > count for row in rows[:count] for cell in row if cell.col > 0 or not cell.text):
        return True
    wide = [cell for cell in rows[count - 1] if cell.col_span > 1 and cell.text]
    whole = len([cell for cell in rows[count - 1] if cell.text]) == 1 and wide and wide[0].col == 0
    return bool(wide) and not whole and all(cell.col_span == 1 for cell in names)


def _same_look(rows: list[list[Cell]], count: int) -> bool:
    """Whether row ``count`` has the fill and weight of the head over it, which no plain row has."""
    here = [cell for cell in rows[count] if cell.text]
    head = [cell for cell in rows[0] if cell.text]
    below = [cell for row in rows[count + 1 :] for cell in row if cell.text]
    if not here or not _may_head(here) or len(here) < 2:
        return False
    fills = {cell.fill for cell in head}
    if len(fills) == 1 and None not in fills:
        return {cell.fill for cell in here} == fills and not all(cell.fill in fills for cell in below)
    return False


def _names_values(grid: Grid, rows: list[list[Cell]], count: int) -> bool:
    """Whether row ``count`` is bold as the head over it, names most columns, and values follow under it."""
    here = [cell for cell in rows[count] if cell.text]
    if len(here) < max(2, 0.6 * grid.cols) or not _may_head(here) or not all(cell.bold for cell in here):
        return False
    if not all(cell.bold for cell in rows[0] if cell.text):
        return False
    named = {cell.col for cell in here if cell.col}
    below = [cell for cell in grid.cells if cell.row > count and cell.col in named and cell.text]
    return sum(_is_value(cell.text) for cell in below) > 0.5 * max(1, len(below))


def _stands_out(grid: Grid, rows: list[list[Cell]], count: int) -> bool:
    """Whether the head differs from the body in fill, weight or kind of content."""
    head = [cell for row in rows[:count] for cell in row if cell.text]
    body = [cell for cell in grid.cells if cell.row >= count and cell.text]
    if not body:
        return False
    fills = {cell.fill for cell in head}
    bold = sum(cell.bold for cell in head) / len(head)
    if None not in fills and not {cell.fill for cell in body} & fills:
        # in bands of two colours, two rows always differ: then the head is bold, or names several columns
        return bold > 0.6 or (len(head) > 1 and grid.rows - count > 1)
    if bold > 0.6 and sum(cell.bold for cell in body) / len(body) < 0.5:
        return True
    colors = {line.color for cell in head for line in cell.lines}
    if len(colors) == 1 and not any(line.color in colors for cell in body for line in cell.lines):
        return True
    years = sum(_NAMED_YEAR.search(cell.text) is not None for cell in head)
    if years >= 2 and not any(_NAMED_YEAR.search(cell.text) for cell in body):
        return True
    values = sum(_is_value(cell.text) or _YEAR.fullmatch(cell.text) is not None for cell in body if cell.col)
    others = max(1, sum(1 for cell in body if cell.col))
    return len(head) >= 2 and values / others > 0.5
