"""Bands of a table (what lies between one rule or fill edge and the next) as rows.

    1. Varje elev …   Behöriga till gymnasiet    T   84,1    one band: three rows,
                      andel (%), Kolada          K   86,0    the label columns
                                                 M   82,3    go through all of them
    --------------------------------------------------------

In: the lines of each band, laid in columns. Out: rows, how many of them are head, and what the lines say of the rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from planparse.layout.forms import is_form
from planparse.layout.gendercolumns import goes_on
from planparse.layout.headlines import head_length, head_rows, spread_heads
from planparse.layout.rowlines import RowLine, RowSense, extents_of, join_rows, label_goes_on, sense, wraps
from planparse.pdf.page import Word


@dataclass(slots=True)
class Band:
    """Lines between two edges; ``open`` are the columns that go on from the band above."""

    lines: list[RowLine]
    open: frozenset[int] = frozenset()

    @property
    def columns(self) -> int:
        return len({cell.col for row in self.lines for cell in row.cells})


@dataclass(slots=True)
class Row:
    """A row's lines; ``open`` are the columns whose cells go on from the row above."""

    lines: list[RowLine]
    open: frozenset[int] = frozenset()


def band_rows(
    bands: Sequence[Band], xs: Sequence[float], words: Sequence[Word], headless: bool = False
) -> tuple[list[Row], int, RowSense]:
    """The rows of all bands, how many of them are head, and what the body's lines say."""
    cols = len(xs) - 1
    every = [row for band in bands for row in band.lines]
    count = 0 if headless or is_form(every, cols, words) else _head_lines(bands, every, cols)
    if count > 1:
        spread_heads(every[:count], extents_of(every[count:]))
    told = sense(every[count:], cols, xs)
    out: list[Row] = []
    heads = seen = 0
    fixed = _each_band_a_row(bands, count, told, words)
    for band in bands:
        top = band.lines[: max(0, count - seen)]
        body = band.lines[len(top) :]
        seen += len(band.lines)
        rows = [Row(part) for part in head_rows(top)] if top else []
        heads += len(rows)
        if body:
            rows += sub_rows(body, told) if fixed else [Row(part) for part in join_rows(body, told, words)]
        if out and band.open and (top or len(out) > heads):  # no row of the body goes on from the head
            rows[0].open = rows[0].open | _going_on(out[-1], rows[0], band.open, told, words)
        out += rows
    for before, row in pairwise(out[heads:]):
        if not row.open and goes_on(before.lines, row.lines):
            row.open = frozenset({0})
    return out, heads, told


def _head_lines(bands: Sequence[Band], every: Sequence[RowLine], cols: int) -> int:
    count = head_length(every, cols)
    if count is not None:
        return count
    if len(bands) > 1 and len(bands[0].lines) < len(every):
        return len(bands[0].lines)
    if len(every) > 2 and every[0].line.bold and not every[1].line.bold:
        return 1
    return 0


def _each_band_a_row(bands: Sequence[Band], count: int, told: RowSense, words: Sequence[Word]) -> bool:
    """Whether rules or fills part every row: no band of the body starts a label with values twice."""
    body: list[list[RowLine]] = []
    seen = 0
    for band in bands:
        part = band.lines[max(0, count - seen) :]
        seen += len(band.lines)
        if part:
            body.append(part)
    if len(body) < 2:
        return False
    if told.values:
        return all(_starts(band, told, words) <= 1 for band in body)
    return len(body) >= 3 or all(len(band) == 1 for band in body)


def _starts(band: Sequence[RowLine], told: RowSense, words: Sequence[Word]) -> int:
    """How many lines of a band have values and a label that is not the rest of the one above."""
    count = 0
    above: RowLine | None = None
    for row in band:
        if row.at(0) is None:
            continue
        if told.valued(row) and (above is None or not label_goes_on(above, row, told, words)):
            count += 1
        above = row
    return count


def sub_rows(band: list[RowLine], told: RowSense) -> list[Row]:
    """A band that is one row, or several under one label where values stand on several lines."""
    first = [
        index for index, row in enumerate(band) if told.valued(row) and not (index and wraps(band[:index], row, told))
    ]
    if len(first) < 2:
        return [Row(band)]
    starts = [0, *first[1:]]
    groups = [band[a:b] for a, b in zip(starts, [*starts[1:], len(band)], strict=True)]
    own = min(cell.col for index in first for cell in band[index].cells if cell.col in told.values)
    for col in range(own - 1, 0, -1):  # a column that every line fills ("K", "M") is the rows' own
        if all(band[index].at(col) is not None for index in first):
            own = col
        else:
            break
    shared = frozenset(range(own))
    return [Row(groups[0]), *(Row(group, shared) for group in groups[1:])]


def _going_on(before: Row, row: Row, open_: frozenset[int], told: RowSense, words: Sequence[Word]) -> frozenset[int]:
    """Those of the columns without a rule whose text goes on, or that have none: a rule under the figures alone, over
    a sum, doesn't make its label part of the one above."""
    out: set[int] = set()
    for col in open_:
        here = next((line for line in row.lines if line.at(col)), None)
        above = next((line for line in reversed(before.lines) if line.at(col)), None)
        if here is None or above is None or label_goes_on(above, here, told, words, col):
            out.add(col)
    return frozenset(out)
