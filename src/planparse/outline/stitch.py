"""Tables that run over pages, put together.

In: the document's blocks with the pages that they stand on. Out: the same with the pieces of one table as one grid. Two
grids are pieces of one table where the second is the first thing on the next page, nothing but running heads and feet
stands between, and their columns stand at the same places ::

    | Mål     | Mått      |          | Mål     | Mått      |   <- header printed again: given once
    | 1. Bo   | Nöjdhet   |   page   |         | (forts)   |   <- empty under a filled cell: the row goes on
    +---------+-----------+  -----   | 2. Må   | Antal     |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planparse.layout.blocks import Block, Cell, Grid
from planparse.outline.candidates import fold_title
from planparse.outline.rows import join_break
from planparse.outline.settings import SETTINGS


def stitch_indexed(blocks: Sequence[tuple[int, Block]]) -> list[tuple[int, Block]]:
    """Neighbouring grids that are pieces of one table, joined; a table keeps the index of its first piece."""
    out: list[tuple[int, Block]] = []
    for index, block in blocks:
        before = out[-1][1] if out else None
        if isinstance(block, Grid) and isinstance(before, Grid):
            joined = join_pieces(before, block)
            if joined is not None:
                out[-1] = (out[-1][0], joined)
                continue
        out.append((index, block))
    return out


def join_pieces(first: Grid, second: Grid) -> Grid | None:
    """Two pieces of one table as one, or None where they are two tables."""
    if not first.places or not second.places or second.places[0].page != first.places[-1].page + 1:
        return None
    if second.caption and fold_title(second.caption) != fold_title(first.caption):
        return None
    if not same_columns(first, second):
        return None
    repeated = repeated_header(first, second)
    if not repeated and _own_header(first, second):
        return None
    cells, rows, how = join_break(first, second, repeated)
    page = second.places[0].page
    told = "its header is printed again" if repeated else "its columns stand at the same places"
    return replace(
        first,
        cells=cells,
        rows=rows,
        places=first.places + second.places,
        reason=f"{first.reason}; goes on on page {page}: {told}{how}",
        loose=first.loose + second.loose,
    )


def same_columns(first: Grid, second: Grid) -> bool:
    """Whether the columns of two grids stand at the same places, once moved and scaled onto each other.

    Margins differ between left and right pages, and all of it where a page is turned.
    """
    if first.cols != second.cols:
        return False
    one, two = first.column_edges, second.column_edges
    if len(one) != len(two) or len(one) < 2:
        return first.cols > 1 and repeated_header(first, second) > 0
    wide, other = one[-1] - one[0], two[-1] - two[0]
    if wide <= 0 or other <= 0:
        return False
    scale = wide / other
    if not 0.6 < scale < 1.7:
        return False
    return all(abs((b - two[0]) * scale - (a - one[0])) <= SETTINGS.edge for a, b in zip(one, two, strict=True))


def repeated_header(first: Grid, second: Grid) -> int:
    """How many rows at the second piece's top are the first's header, printed again."""
    most = min(max(first.header_rows, 1), second.rows - 1, first.rows)
    for count in range(most, 0, -1):
        if all(_row_text(second, row) == _row_text(first, row) != "" for row in range(count)):
            return count
    return 0


def _own_header(first: Grid, second: Grid) -> bool:
    """Whether the second piece begins with a header that is not the first's, and so is a table of its own."""
    return bool(second.header_rows and first.header_rows) and _emphatic(second.row(0)) and _emphatic(first.row(0))


def _emphatic(cells: Sequence[Cell]) -> bool:
    told = [cell for cell in cells if cell.text]
    return len(told) > 1 and all(cell.bold or cell.fill is not None for cell in told)


def _row_text(grid: Grid, row: int) -> str:
    return "|".join(fold_title(cell.text) for cell in grid.row(row))
