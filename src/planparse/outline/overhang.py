"""The last lines of a table that no rule closes at the page's end, taken back from the text under it.

    | Utbilda alla | Klart | Alla som arbetar natt har gått |
                             kursen. Vikarier erbjuds den      <- goes on in its column, and on the next page

In: a document's blocks. Out: the same, with such lines as the rest of their cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from planparse.layout.blocks import Block, Cell, Grid, Line, Paragraph, Place
from planparse.layout.joining import join_two
from planparse.outline.rows import ENDS

_NUMBER = re.compile(r"\(?[\da-z]{1,2}[.)]|[•–-]")
_EDGE = 1.5
"""points that lines of one cell differ at their left edge"""
_PITCH = 1.9
"""sizes from line to line in one cell at most; browsers set tables at 1.5"""


def take_back(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, lines under a table that go on with a cell of its last row put into it."""
    out: list[Block] = []
    for block in blocks:
        table = out[-1] if out else None
        if isinstance(table, Grid) and isinstance(block, Paragraph):
            longer = _with_rest(table, block)
            if longer is not None:
                out[-1] = longer
                continue
        out.append(block)
    return out


def _with_rest(table: Grid, rest: Paragraph) -> Grid | None:
    """The table with a paragraph as the rest of the cell over it; None where it is none's."""
    if table.cols < 2 or len(rest.places) != 1 or rest.places[0].page != table.places[-1].page:
        return None
    first = rest.lines[0]
    for place, cell in enumerate(table.cells):
        if cell.row + cell.row_span != table.rows or not cell.lines or cell.row < table.header_rows:
            continue
        if _goes_on(cell, first) and _in_column(table, cell, rest):
            cells = list(table.cells)
            cells[place] = _joined(cell, rest)
            where = table.places[-1]
            return replace(
                table,
                cells=tuple(cells),
                places=(*table.places[:-1], Place(where.page, _around(where.bbox, rest.places[0].bbox))),
            )
    return None


def _goes_on(cell: Cell, line: Line) -> bool:
    """Whether a line stands straight under a cell's last one, in its type."""
    last = cell.lines[-1]
    if last.page != line.page or last.size != line.size or all(abs(x - line.bbox[0]) > _EDGE for x in _edges(cell)):
        return False
    if last.bold != line.bold or last.color != line.color:
        return False
    step = line.bbox[1] - last.bbox[1]
    usual = cell.lines[-1].bbox[1] - cell.lines[-2].bbox[1] if len(cell.lines) > 1 else _PITCH * line.size
    if not 0.7 * line.size < step <= min(1.1 * max(usual, line.size), _PITCH * line.size):
        return False
    # text under a table begins where its first column does: there only the wording tells that it goes on
    return cell.col > 0 or not (cell.text.rstrip().endswith(ENDS) or line.text[:1].isupper())


def _edges(cell: Cell) -> list[float]:
    """Where a cell's lines begin: as its last one does, or set in behind the number of its first."""
    words = cell.lines[0].words
    numbered = len(words) > 1 and _NUMBER.fullmatch(words[0].text) is not None
    return [cell.lines[-1].bbox[0], *([words[1].x0] if numbered else ())]


def _in_column(table: Grid, cell: Cell, rest: Paragraph) -> bool:
    left, right = rest.places[0].bbox[0], rest.places[0].bbox[2]
    if len(table.column_edges) != table.cols + 1 or table.places[0].page != table.places[-1].page:
        return right <= table.places[-1].bbox[2] + _EDGE
    edges = table.column_edges
    return left >= edges[cell.col] - _EDGE and right <= edges[cell.col + cell.col_span] + _EDGE


def _joined(cell: Cell, rest: Paragraph) -> Cell:
    where = cell.places[-1]
    return replace(
        cell,
        text=join_two(cell.text, rest.text),
        lines=cell.lines + rest.lines,
        places=(*cell.places[:-1], Place(where.page, _around(where.bbox, rest.places[0].bbox))),
        parts=(),
    )


def _around(one: tuple[float, ...], other: tuple[float, ...]) -> tuple[float, float, float, float]:
    return (min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]))
