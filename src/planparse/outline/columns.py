"""Whether two grids have their columns at the same places, and one with fewer columns brought to the other's.

In: two grids with their ``column_edges``. Margins differ between left and right pages, and widths where a page is
turned: the second's edges are moved, and scaled, onto the first's before they are compared ::

    |   |      |    |        first, 3 columns
    |   |           |        second, 2 columns: its edges are all among the first's

Where no line shows it, an edge lies anywhere in the white between two columns, so it may differ by a part of the
columns beside it.
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
    if second.cols == first.cols:
        return second if any(_same_places(one, moved) for moved in _onto(one, two)) else None
    for moved in _onto(one, two):
        places = _places_among(one, moved)
        if places is not None:
            return _spread(second, places, one)
    return None


def same_columns(first: Grid, second: Grid) -> bool:
    """Whether two grids of one page have their columns at the same places, where they stand."""
    one, two = first.column_edges, second.column_edges
    return first.cols == second.cols > 1 and len(one) == len(two) == first.cols + 1 and _same_places(one, two)


def _onto(one: Sequence[float], two: Sequence[float]) -> list[list[float]]:
    """The second's edges where they stand, moved to begin with the first's, and scaled to be as wide."""
    wide, other = one[-1] - one[0], two[-1] - two[0]
    if wide <= 0 or other <= 0 or not SETTINGS.narrowest < wide / other < 1 / SETTINGS.narrowest:
        return []
    moved = [one[0] + edge - two[0] for edge in two]
    return [list(two), moved, [one[0] + (edge - two[0]) * wide / other for edge in two]]


def _same_places(one: Sequence[float], two: Sequence[float]) -> bool:
    last = len(one) - 1
    for place, (a, b) in enumerate(zip(one, two, strict=True)):
        beside = [one[place + step] - one[place + step - 1] for step in (0, 1) if 0 < place + step <= last]
        room = min(beside) * (SETTINGS.edge_share if 0 < place < last else 2 * SETTINGS.edge_share)
        if abs(a - b) > max(SETTINGS.edge, room):
            return False
    return True


def _places_among(one: Sequence[float], moved: Sequence[float]) -> list[int] | None:
    """Which of the first's edges each of the second's is, None where one is none of them."""
    places = [min(range(len(one)), key=lambda place: abs(one[place] - edge)) for edge in moved]
    if any(abs(one[place] - edge) > SETTINGS.edge for place, edge in zip(places, moved, strict=True)):
        return None
    whole = len(set(places)) == len(places) and places[0] == 0 and places[-1] == len(one) - 1
    return places if whole else None


def _spread(second: Grid, places: Sequence[int], edges: tuple[float, ...]) -> Grid:
    cells = tuple(
        replace(cell, col=places[cell.col], col_span=places[cell.col + cell.col_span] - places[cell.col])
        for cell in second.cells
    )
    return replace(second, cells=cells, cols=len(edges) - 1, column_edges=edges)
