"""A goal's band drawn straight over the heads of its indicator table, so that both are one grid.

Nämndmål: Vattnet är rent och tryggt                  Uppfyllt     the goal, with its verdict
Kommentar: Alla prov har varit godkända.
Indikator               | Utfall 2021 | Utfall 2022 | Mål 2022     from here on a table
Andel godkända prov     | 98 %        | 100 %       | 100 %
"""

from __future__ import annotations

from dataclasses import dataclass

from planparse.extract.assessments import status_of_words
from planparse.extract.goal_columns import head_row
from planparse.extract.goal_forms import inner_table
from planparse.extract.goal_pieces import Piece, field_of
from planparse.extract.goal_terms import labels_goal, read_label
from planparse.layout.blocks import Cell, Grid

_MOST_ROWS = 4
"""rows of a band: the goal, its comment, and fields"""


@dataclass(frozen=True, slots=True)
class Band:
    """The goal and its fields as pieces of text, and the table under them."""

    pieces: list[Piece]
    table: Grid


def band_over(grid: Grid) -> Band | None:
    """The band that a grid begins with; None where it begins with heads or is a table of goals."""
    first = _told(grid, 0)
    label = read_label(first[0].text) if first and first[0].col == 0 else None
    if label is None or not label.rest or not labels_goal(label):
        return None
    if any(status_of_words(cell.text) is None for cell in first[1:]):
        return None
    for row in range(1, min(_MOST_ROWS, grid.rows - 1)):
        cells = _told(grid, row)
        if len(cells) > 1 and head_row(cells):
            over = [cell for at in range(row) for cell in _told(grid, at)]
            pieces = [Piece(cell.text, cell.places, boxed=True) for cell in over]
            return Band(pieces, inner_table(grid, row, grid.rows))
        if len(cells) != 1 or not (field_of(cells[0].text) or cells[0].text.endswith(".")):
            return None
    return None


def _told(grid: Grid, row: int) -> list[Cell]:
    return [cell for cell in grid.row(row) if cell.text] if row < grid.rows else []
