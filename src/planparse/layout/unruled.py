"""Tables without column lines: a block of lines whose chunks stand in columns, with rules and bands as they are found.

In: the lines of a block, and the rules and fill edges that run through it. Out: a skeleton, or None where the block is
no table. A rule over part of the columns parts those alone: the others' cells go on under it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from planparse.layout.bands import Band, Row, band_rows
from planparse.layout.closeheads import with_parted_heads
from planparse.layout.columncuts import column_cuts
from planparse.layout.forms import bare_form
from planparse.layout.marks import Span
from planparse.layout.proselike import is_table
from planparse.layout.rowlines import RowLine, extents_of, lay
from planparse.layout.slots import Skeleton, Slot
from planparse.layout.tablesettings import TableSettings
from planparse.layout.textlines import TextLine
from planparse.pdf.page import Word


@dataclass(frozen=True, slots=True)
class Drawn:
    """What lines and fills say of a block: edges that part rows, the sides, and column lines."""

    edges: tuple[Span, ...] = ()
    x0: float | None = None
    x1: float | None = None
    reason: str = "aligned columns"
    hard: frozenset[float] = frozenset()
    """places of column lines"""
    edge: bool = False
    """whether the block is the first or last thing on its page: a table may go on from there or to there"""


def block_skeleton(
    lines: Sequence[TextLine], words: Sequence[Word], drawn: Drawn, settings: TableSettings
) -> Skeleton | None:
    """The table of a block of lines."""
    lines = with_parted_heads(lines, words)
    cuts, hard = column_cuts(lines, words, drawn.hard)
    if not cuts:
        return None
    laid = lay(lines, cuts, words, hard)
    cols = len(cuts) + 1
    xs = _sides(lines, cuts, drawn)
    bands = _bands(laid, drawn.edges, len(xs) - 1)
    rows, head, told = band_rows(bands, xs, words)
    ruled = sum(band.columns >= 2 for band in bands) if len(bands) >= 3 else 0
    parts = [row.lines for row in rows]
    if not is_table(parts, head, cols, told, ruled, bool(drawn.edges), drawn.edge) and not bare_form(
        parts, cols, words
    ):
        return None
    return _skeleton(rows, head, xs, drawn)


def one_row_skeleton(
    head: Sequence[TextLine],
    body: Sequence[TextLine],
    cuts: Sequence[float],
    words: Sequence[Word],
    stripes: Sequence[Span],
) -> Skeleton:
    """The table of heads and one row, its columns known; the rules over, between and under them are among stripes."""
    hard = frozenset(cuts)
    rows = [Row(lay(lines, cuts, words, hard)) for lines in (head, body)]
    top, bottom = head[0].top - 2.5 * head[0].size, body[-1].bottom + 2.5 * body[-1].size
    edges = tuple(span for span in stripes if top < span[0] < bottom and span[1] < head[-1].x1 and span[2] > head[0].x0)
    xs = _sides([*head, *body], cuts, Drawn())
    return _skeleton(rows, 1, xs, Drawn(edges, reason="horizontal rules"))


def rows_in(
    lines: Sequence[TextLine], words: Sequence[Word], xs: Sequence[float], edges: Sequence[Span] = ()
) -> tuple[list[Row], tuple[float, ...]]:
    """Lines as body rows of a table whose columns are known, with the rows' edges."""
    bands = _bands(lay(lines, xs[1:-1], words), edges, len(xs) - 1)
    rows, _, _ = band_rows(bands, xs, words, headless=True)
    return rows, row_edges(rows, edges)


def _sides(lines: Sequence[TextLine], cuts: Sequence[float], drawn: Drawn) -> tuple[float, ...]:
    x0 = min(line.x0 for line in lines)
    x1 = max(line.x1 for line in lines)
    x0 = x0 - 1 if drawn.x0 is None else min(drawn.x0, x0)
    x1 = x1 + 1 if drawn.x1 is None else max(drawn.x1, x1)
    return (x0, *cuts, x1)


def _bands(rows: Sequence[RowLine], edges: Sequence[Span], cols: int) -> list[Band]:
    """The lines between one edge and the next; columns that no edge between two bands covers go on."""
    extents = extents_of(rows) if edges else {}
    covers = [_covered(edge, extents, cols) for edge in edges]
    kept = [(edge[0], cover) for edge, cover in zip(edges, covers, strict=True) if cover]
    heights = [at for at, _ in kept]
    groups: dict[int, list[RowLine]] = {}
    for row in rows:
        middle = (row.line.top + row.line.bottom) / 2
        groups.setdefault(bisect_right(heights, middle), []).append(row)
    out: list[Band] = []
    before = 0
    for key in sorted(groups):
        covered = set().union(*(cover for _, cover in kept[before:key]))
        open_ = frozenset(range(cols)) - covered if out else frozenset()
        out.append(Band(groups[key], open_))
        before = key
    return out


def _covered(edge: Span, extents: dict[int, tuple[float, float]], cols: int) -> set[int]:
    """The columns that a horizontal edge runs over; none where it ends in the midst of some, as a bar does."""
    _, start, end = edge
    out: set[int] = set()
    for col, (low, high) in extents.items():
        share = (min(end, high) - max(start, low)) / max(high - low, 1.0)
        if 0.2 < share < 0.8:
            return set()
        if share > 0.5:
            out.add(col)
    for col in range(cols):  # a column without text is covered between covered ones, and beside them at a side
        sides = [min((c for c in extents if c > col), default=None), max((c for c in extents if c < col), default=None)]
        if col not in extents and out and all(side is None or side in out for side in sides):
            out.add(col)
    return out


@dataclass(slots=True)
class _Draft:
    row: int
    col: int
    rows: int
    cols: int
    words: list[int]


def _skeleton(rows: Sequence[Row], head: int, xs: Sequence[float], drawn: Drawn) -> Skeleton:
    ys = row_edges(rows, drawn.edges)
    slots = row_slots(rows, xs, ys)
    return Skeleton(tuple(xs), ys, tuple(slots), drawn.reason, head)


def row_slots(rows: Sequence[Row], xs: Sequence[float], ys: Sequence[float], offset: int = 0) -> list[Slot]:
    """The cells of rows; ``offset`` is the number of the first."""
    drafts: list[_Draft] = []
    above: dict[int, _Draft] = {}
    cols = len(xs) - 1
    for index, row in enumerate(rows):
        spans = _spans(row.lines)
        here: dict[int, _Draft] = {}
        col = 0
        while col < cols:
            last = min(spans.get(col, col), cols - 1)
            held = [i for line in row.lines for cell in line.cells if col <= cell.col <= last for i in cell.chunk.words]
            over = above.get(col)
            if over is not None and over.cols == last - col + 1 and all(c in row.open for c in range(col, last + 1)):
                over.rows += 1
                over.words += held
                here[col] = over
            else:
                here[col] = _Draft(index, col, 1, last - col + 1, held)
                drafts.append(here[col])
            col = last + 1
        above = here
    return [
        Slot(
            d.row + offset,
            d.col,
            d.rows,
            d.cols,
            (xs[d.col], ys[d.row], xs[d.col + d.cols], ys[d.row + d.rows]),
            tuple(d.words),
        )
        for d in drafts
    ]


def _spans(row: Sequence[RowLine]) -> dict[int, int]:
    """Where cells of a row span columns: first column → last. A column that stands alone in another line parts them."""
    spans: dict[int, int] = {}
    alone = {cell.col for line in row for cell in line.cells if cell.col == cell.last}
    for line in row:
        for cell in line.cells:
            if cell.last > cell.col and not any(cell.col < col <= cell.last for col in alone):
                spans[cell.col] = max(spans.get(cell.col, 0), cell.last)
    out: dict[int, int] = {}
    end = -1
    for col in sorted(spans):
        if col > end:
            out[col] = end = spans[col]
        else:
            start = max(c for c in out if c <= col)
            out[start] = end = max(end, spans[col])
    return out


def row_edges(rows: Sequence[Row], edges: Sequence[Span]) -> tuple[float, ...]:
    """Between rows: a rule where one stands there, else the middle of the space."""
    tops = [min(line.line.top for line in row.lines) for row in rows]
    bottoms = [max(line.line.bottom for line in row.lines) for row in rows]
    middles = [(row.lines[-1].line.baseline, row.lines[0].line.baseline) for row in rows]
    heights = [at for at, _, _ in edges]
    first = max((y for y in heights if y <= middles[0][1]), default=tops[0])
    out = [min(first, tops[0]) if tops[0] - first < 20 else tops[0]]
    for i in range(len(rows) - 1):
        between = [y for y in heights if middles[i][0] - 1 < y < middles[i + 1][1]]
        out.append(between[0] if between else (bottoms[i] + tops[i + 1]) / 2)
    end = min((y for y in heights if y >= middles[-1][0]), default=bottoms[-1])
    out.append(max(end, bottoms[-1]) if end - bottoms[-1] < 20 else bottoms[-1])
    # A row may reach over the one before it: letters of no size, a cell that begins higher than its row.
    return tuple(accumulate(out, max))
