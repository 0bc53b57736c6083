"""A grid of figures as labelled lines under labelled columns: what money tables and volume tables share.

Verksamhet (tkr)      Bokslut   Budget        corner "Verksamhet (tkr)", heads "Bokslut 2023", "Budget 2024"
                         2023     2024
Äldreomsorg                                   a heading line: a label and no value
Hemtjänst             -12 300  -12 800        a line with its label and two cells
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from planparse.extract.context import Context
from planparse.extract.head_rows import HeadRows, spread_heads, stacked_heads
from planparse.layout.blocks import Cell, Grid, Place
from planparse.model.terms import Measure
from planparse.rules.load import load
from planparse.values.dates import header_year
from planparse.values.numbers import is_nothing

_FIGURE = re.compile(
    r"[(\[]?[-–−+±<>≤≥]?\s?\d[\d\s\u00a0\u202f.,:/%–-]*\s?(?:%|\*+|[a-zåäö.]{1,4}\d?\)?)?[)\]]?\d?\)?-?"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


@dataclass(frozen=True, slots=True)
class Head:
    """A column's head: its cells' texts from the top, ``year`` only where it prints one, ``role`` what it says."""

    index: int
    label: str
    year: int | None
    role: str | None
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line: ``cells`` one for each head, None where the grid has none. A heading line has no value."""

    row: int
    label: str
    cells: tuple[Cell | None, ...]
    places: tuple[Place, ...]
    bold: bool

    @property
    def empty(self) -> bool:
        return not any(cell is not None and cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class NumberTable:
    """``corner`` is the text over the labels; ``owner`` a name in the corner below it (a unit's)."""

    corner: str
    owner: str
    heads: tuple[Head, ...]
    lines: tuple[Line, ...]
    figures: tuple[int, ...]
    """indices into ``heads`` of the columns that hold figures"""


@lru_cache(maxsize=4096)
def is_figure(text: str) -> bool:
    """Whether a cell's text is a figure, or a dash for none.

    >>> [is_figure(text) for text in ("1 034", "- 23 271*", "5,6 %", "–", "3 st", "2024 års plan", "")]
    [True, True, True, True, True, False, False]
    """
    return bool(text) and (is_nothing(text) or _FIGURE.fullmatch(text) is not None)


def read_number_table(grid: Grid) -> NumberTable | None:
    """The grid as lines under heads, or None where no column holds figures."""
    matrix = grid.matrix()
    top = _head_rows(grid)
    body = matrix[top:]
    if not body or grid.cols < 2:
        return None
    figures = [col for col in range(grid.cols) if _holds_figures(body, col)]
    labels = [col for col in range(grid.cols) if col not in figures]
    if not figures or not labels:
        return None
    # The labels are the leftmost text column that most lines fill; what stands left of it is a head's group.
    label_col = next((col for col in labels if _filled(body, col) * 2 >= len(body)), labels[0])
    columns = [col for col in range(grid.cols) if col != label_col]
    rows, merged = matrix[:top], grid.reason.startswith("ruled")
    spread, stacked = spread_heads(rows), stacked_heads(rows[0]) if top == 1 and not merged else {}
    heads = tuple(_head(rows, spread, stacked, col, merged=merged) for col in columns)
    lines = tuple(line for row, cells in enumerate(body, top) if (line := _line(row, cells, label_col, columns)))
    corner = _texts(matrix[:top], label_col)
    return NumberTable(
        corner=corner[0].text if corner else "",
        owner=corner[-1].text if len(corner) > 1 else "",
        heads=heads,
        lines=lines,
        figures=tuple(at for at, col in enumerate(columns) if col in figures),
    )


def with_heads_of(table: NumberTable, other: NumberTable) -> NumberTable:
    """A block that goes on under another table's columns: its own top row only names it.

    A table whose heads are all blank prints no columns; the one before it with as many columns gives them.
    """
    if any(head.label for head in table.heads) or len(table.heads) > len(other.heads):
        return table
    heads = tuple(replace(head, places=()) for head in other.heads[: len(table.heads)])
    return replace(table, heads=heads)


def measure_of(head: Head, context: Context) -> Measure | None:
    """A column's measure by its head; a bare year is by the document: outcomes in a report, a budget in a plan.

    In a plan bare year columns are budget for its first year, plan for later ones.
    """
    if head.role in ("outcome", "forecast", "budget", "plan", "change", "total", "count", "text"):
        return head.role  # type: ignore[return-value]
    if head.role in ("target", "baseline"):
        return "budget" if head.role == "target" else "outcome"
    if head.year is None:
        return None
    if context.is_report:
        return "outcome"
    if context.year is None or head.year == context.year:
        return "budget"
    return "outcome" if head.year < context.year else "plan"


def _head_rows(grid: Grid) -> int:
    """The rows that name the columns: the grid's own, and bold rows of words straight below them."""
    top = min(grid.header_rows, grid.rows)
    if not top:
        top = 1 if _names_columns(grid.row(0)[1:]) else 0
    while 0 < top < grid.rows - 1 and _names_columns(row := grid.row(top)[1:]) and all(c.bold for c in row if c.text):
        top += 1
    return top


def _names_columns(cells: list[Cell]) -> bool:
    """Whether a row's cells, its label left out, are words or years over at least half of the columns."""
    told = [cell.text for cell in cells if cell.text]
    return len(told) * 2 >= max(len(cells), 1) and all(not is_figure(text) or _YEAR.fullmatch(text) for text in told)


def _holds_figures(body: list[list[Cell | None]], col: int) -> bool:
    told = [cell for row in body if (cell := row[col]) is not None and cell.text and cell.col == col]
    figures = sum(is_figure(cell.text) for cell in told)
    return figures > 0 and figures * 2 >= len(told) and any(re.search(r"\d", cell.text) for cell in told)


def _filled(body: list[list[Cell | None]], col: int) -> int:
    return sum(cell is not None and bool(cell.text) for row in body for cell in (row[col],))


def _texts(rows: HeadRows, col: int) -> list[Cell]:
    """The distinct cells with text over a column, from the top; the first that spans all columns is a title row."""
    out: list[Cell] = []
    for row in rows:
        cell = row[col]
        if cell is not None and cell.text and cell not in out:
            out.append(cell)
    return out


def _head(rows: HeadRows, spread: HeadRows, stacked: dict[int, str], col: int, *, merged: bool) -> Head:
    """A column's head. Where lines show which cells are ``merged``, its label is of the cells over it alone."""
    own, every = (
        [cell for cell in _texts(told, col) if not (cell.col == 0 and cell.col_span > 1 and cell.row == 0)]
        for told in (rows, spread)
    )
    said = stacked.get(col) or " ".join(cell.text for cell in every)
    cells = own if merged else every
    return Head(
        col,
        " ".join(cell.text for cell in cells) if merged else said,
        header_year(said),
        load("column_roles").value(said),
        tuple(place for cell in cells for place in cell.places),
    )


def _line(row: int, cells: list[Cell | None], label_col: int, columns: list[int]) -> Line | None:
    label = cells[label_col]
    own = tuple(None if (cell := cells[col]) is None or cell is label or cell.row != row else cell for col in columns)
    if label is None and not any(own):
        return None
    text = label.text if label is not None and label.row == row else ""
    if not text and not any(cell is not None and cell.text for cell in own):
        return None
    places = [place for cell in ([label] if text and label else []) + [c for c in own if c] for place in cell.places]
    return Line(row, text, own, tuple(places), label.bold if label else False)
