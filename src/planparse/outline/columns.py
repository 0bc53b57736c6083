"""Whether two grids have their columns at the same places, and one with fewer columns brought to the other's.

In: two grids with their ``column_edges``. Margins differ between left and right pages, and widths where a page is
turned: the second's edges are moved and scaled onto the first's before they are compared ::

    |   |      |    |        first, 3 columns
    |   |           |        second, 2 columns: its edges are all among the first's
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planparse.layout.blocks import Grid
from planparse.outline.settings import SETTINGS


def fit_columns(first: Grid, second: Grid) -> Grid | None:
    """The second grid with the first's columns, or None where its columns stand elsewhere."""
    one, two = first.column_edges, second.column_edges
    if len(one) != first.cols + 1 or len(two) != second.cols + 1:
        return second if first.cols == second.cols > 1 else None
    if second.cols > first.cols:
        return None
    moved = _onto(one, two)
    if moved is None:
        return None
    places = [min(range(len(one)), key=lambda place: abs(one[place] - edge)) for edge in moved]
    if any(abs(one[place] - edge) > SETTINGS.edge for place, edge in zip(places, moved, strict=True)):
        return None
    if len(set(places)) < len(places):
        return None
    if second.cols == first.cols:
        return second
    cells = tuple(
        replace(cell, col=places[cell.col], col_span=places[cell.col + cell.col_span] - places[cell.col])
        for cell in second.cells
    )
    return replace(second, cells=cells, cols=first.cols, column_edges=one)


def _onto(one: Sequence[float], two: Sequence[float]) -> list[float] | None:
    """The second's edges, moved and scaled so that the outer ones meet the first's."""
    wide, other = one[-1] - one[0], two[-1] - two[0]
    if wide <= 0 or other <= 0 or not SETTINGS.narrowest < wide / other < 1 / SETTINGS.narrowest:
        return None
    return [one[0] + (edge - two[0]) * wide / other for edge in two]
