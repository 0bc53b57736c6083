"""Tables without column lines: a block of lines whose chunks stand in columns, with rules and bands as they are found.

In: the lines of a block, and the heights of rules and fill edges that run through it. Out: a skeleton, or None where
the block is no table.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from planparse.layout.gutters import find_gutters
from planparse.layout.headlines import head_length, head_rows
from planparse.layout.proselike import is_table
from planparse.layout.rowlines import RowLine, RowSense, join_rows, lay, sense
from planparse.layout.slots import Skeleton, Slot
from planparse.layout.tablesettings import TableSettings
from planparse.layout.textlines import TextLine
from planparse.pdf.page import Word


@dataclass(frozen=True, slots=True)
class Drawn:
    """What lines and fills say of a block: heights that part rows, the sides, and places that part columns."""

    edges: tuple[float, ...] = ()
    x0: float | None = None
    x1: float | None = None
    cuts: tuple[float, ...] = ()
    reason: str = "aligned columns"
    hard: frozenset[float] = frozenset()
    """those of the cuts that are lines"""


def block_skeleton(
    lines: Sequence[TextLine], words: Sequence[Word], drawn: Drawn, settings: TableSettings
) -> Skeleton | None:
    """The table of a block of lines."""
    told_lines = sum(len(line.chunks) > 1 for line in lines)
    cuts = list(drawn.cuts)
    if not cuts:
        least = 2 if told_lines >= 2 else 1
        size = max(line.size for line in lines)
        cuts = [g.at for g in find_gutters(lines, least) if g.high - g.low > 0.3 * size]
    if not cuts:
        return None
    rows = lay(lines, cuts, words, drawn.hard)
    cols = len(cuts) + 1
    bands = _bands(rows, drawn.edges)
    joined, head, told = _joined_rows(bands, cols, words)
    ruled = sum(_filled(band) >= 2 for band in bands) if len(bands) >= 3 else 0
    if not is_table(joined, head, cols, told, ruled, bool(drawn.edges)):
        return None
    return _skeleton(joined, head, cuts, drawn, words)


def _filled(band: Sequence[RowLine]) -> int:
    return len({cell.col for row in band for cell in row.cells})


def _bands(rows: Sequence[RowLine], edges: Sequence[float]) -> list[list[RowLine]]:
    """The lines between one edge and the next."""
    bands: dict[int, list[RowLine]] = {}
    for row in rows:
        middle = (row.line.top + row.line.bottom) / 2
        bands.setdefault(bisect_right(edges, middle), []).append(row)
    return [bands[key] for key in sorted(bands)]


def _joined_rows(
    bands: Sequence[list[RowLine]], cols: int, words: Sequence[Word]
) -> tuple[list[list[RowLine]], int, RowSense]:
    """The rows of all bands, how many of them are head, and what the body's lines say."""
    every = [row for band in bands for row in band]
    count = head_length(every, cols)
    if not count and len(bands) > 1 and len(bands[0]) < len(every):
        count = len(bands[0])
    elif not count and len(every) > 2 and every[0].line.bold and not every[1].line.bold:
        count = 1
    told = sense(every[count:], cols)
    out: list[list[RowLine]] = []
    heads = 0
    seen = 0
    fixed = _each_band_a_row(bands, count, told)
    for band in bands:
        head_part = band[: max(0, count - seen)]
        body_part = band[len(head_part) :]
        seen += len(band)
        if head_part:
            parts = head_rows(head_part)
            out += parts
            heads += len(parts)
        if body_part:
            out += [body_part] if fixed else join_rows(body_part, told, words)
    return out, heads, told


def _each_band_a_row(bands: Sequence[list[RowLine]], count: int, told: RowSense) -> bool:
    """Whether rules or fills part every row: no band of the body holds values on two lines."""
    body: list[list[RowLine]] = []
    seen = 0
    for band in bands:
        part = band[max(0, count - seen) :]
        seen += len(band)
        if part:
            body.append(part)
    if len(body) < 2:
        return False
    if told.values:
        return all(sum(told.valued(row) and row.at(0) is not None for row in band) <= 1 for band in body)
    return len(body) >= 3 or all(len(band) == 1 for band in body)


def _skeleton(
    rows: Sequence[Sequence[RowLine]], head: int, cuts: Sequence[float], drawn: Drawn, words: Sequence[Word]
) -> Skeleton:
    x0 = min(line.line.x0 for row in rows for line in row)
    x1 = max(line.line.x1 for row in rows for line in row)
    x0 = x0 - 1 if drawn.x0 is None else min(drawn.x0, x0)
    x1 = x1 + 1 if drawn.x1 is None else max(drawn.x1, x1)
    xs = (x0, *cuts, x1)
    ys = _row_edges(rows, drawn.edges)
    slots: list[Slot] = []
    cols = len(cuts) + 1
    for index, row in enumerate(rows):
        spans = _spans(row)
        col = 0
        while col < cols:
            last = min(spans.get(col, col), cols - 1)
            held = [i for line in row for cell in line.cells if col <= cell.col <= last for i in cell.chunk.words]
            slots.append(
                Slot(index, col, 1, last - col + 1, (xs[col], ys[index], xs[last + 1], ys[index + 1]), tuple(held))
            )
            col = last + 1
    return Skeleton(xs, ys, tuple(slots), drawn.reason, head)


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


def _row_edges(rows: Sequence[Sequence[RowLine]], edges: Sequence[float]) -> tuple[float, ...]:
    """Between rows: a rule where one stands there, else the middle of the space."""
    tops = [min(line.line.top for line in row) for row in rows]
    bottoms = [max(line.line.bottom for line in row) for row in rows]
    middles = [(rows[i][-1].line.baseline, rows[i][0].line.baseline) for i in range(len(rows))]
    first = max((y for y in edges if y <= middles[0][1]), default=tops[0])
    out = [min(first, tops[0]) if tops[0] - first < 20 else tops[0]]
    for i in range(len(rows) - 1):
        between = [y for y in edges if middles[i][0] - 1 < y < middles[i + 1][1]]
        out.append(between[0] if between else (bottoms[i] + tops[i + 1]) / 2)
    end = min((y for y in edges if y >= middles[-1][0]), default=bottoms[-1])
    out.append(max(end, bottoms[-1]) if end - bottoms[-1] < 20 else bottoms[-1])
    return tuple(out)
