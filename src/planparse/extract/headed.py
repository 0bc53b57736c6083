"""Tables whose columns are named by their heads: a column head to a field's name by a rule file, then row by row.

Riskområde | Kontrollmoment | Ansvarig      rules/control_columns.toml gives process, control, responsible
Löner      | Stickprov ...  | HR-chef       {"process": cell, "control": cell, "responsible": cell}
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planparse.layout.blocks import Cell, Grid, Place
from planparse.rules.load import load


@dataclass(frozen=True, slots=True)
class Fields:
    """Which column holds which field, and how many rows name the columns."""

    columns: dict[str, int]
    head_rows: int
    labels: dict[str, str]


def fields_of(grid: Grid, rule_file: str) -> Fields:
    """The fields that a grid's heads name; the first column of a field is kept.

    The head rows are the grid's own; where it has none, its first row serves when it names at least two fields.
    """
    rules = load(rule_file)
    matrix = grid.matrix()
    for rows in (grid.header_rows or 1, 1):
        columns: dict[str, int] = {}
        labels: dict[str, str] = {}
        for col in range(grid.cols):
            cells: list[Cell] = []
            for row in matrix[:rows]:
                cell = row[col]
                if cell is not None and cell.text and cell not in cells:
                    cells.append(cell)
            texts = [" ".join(cell.text for cell in cells), *(cell.text for cell in reversed(cells))]
            for text in texts:
                value = rules.value(text)
                if value is not None:
                    columns.setdefault(value, col)
                    labels.setdefault(value, text)
                    break
        if len(columns) >= 2 or rows == 1:
            return Fields(columns, rows if columns else 0, labels)
    return Fields({}, 0, {})


def body_rows(grid: Grid, fields: Fields) -> Iterator[tuple[int, dict[str, Cell]]]:
    """Each row below the heads with the cells of its fields; a merged cell is given on every row that it covers."""
    matrix = grid.matrix()
    for row in range(fields.head_rows, grid.rows):
        found = {name: cell for name, col in fields.columns.items() if (cell := matrix[row][col]) is not None}
        if any(cell.text for cell in found.values()):
            yield row, found


def text_of(cells: dict[str, Cell], name: str) -> str | None:
    """A field's text, None where the row has no such cell or an empty one."""
    cell = cells.get(name)
    return cell.text if cell is not None and cell.text else None


def row_places(cells: dict[str, Cell]) -> list[Place]:
    """Where a row's fields stand, merged cells once."""
    out: list[Place] = []
    for cell in cells.values():
        out += [place for place in cell.places if cell.text and place not in out]
    return out
