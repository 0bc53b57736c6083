"""The lines of an unruled table laid in its columns, and joined to rows where a cell wraps.

    Gemensam administration för          the label goes on in the next line: one row
    kultur och fritid        2 612
    Verksamhet               1 070       room was left for "Verksamhet" in the line before: a row of its own

In: lines and the places that part the columns. Out: rows, each a list of :class:`RowLine`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from planparse.layout.gutters import column_of
from planparse.layout.splitfigures import are_groups, go_on, of_thousands, starts_with_nought
from planparse.layout.textlines import Chunk, TextLine, goes_on
from planparse.pdf.page import Word

_OPEN_END = re.compile(r"(?:[-–/,&+(]|\b(?:och|samt|eller|för|av|med|till|i|på|per|and|of|the|for|in))$", re.IGNORECASE)

_ASIDE = re.compile(r"\[[^\[\]]+\]|\([^()]+\)")
"""a line in brackets: the number of an indicator, a remark on a label"""


@dataclass(slots=True)
class Placed:
    """A chunk in the columns ``col`` to ``last``."""

    col: int
    last: int
    chunk: Chunk


@dataclass(slots=True)
class RowLine:
    """A line with its chunks in columns."""

    line: TextLine
    cells: list[Placed] = field(default_factory=list)

    def at(self, col: int) -> Chunk | None:
        for cell in self.cells:
            if cell.col <= col <= cell.last:
                return cell.chunk
        return None

    @property
    def spans(self) -> bool:
        return any(cell.last > cell.col for cell in self.cells)


def lay(
    lines: Sequence[TextLine], cuts: Sequence[float], words: Sequence[Word], hard: frozenset[float] = frozenset()
) -> list[RowLine]:
    """Each line's chunks in their columns; a chunk over a cut is parted there where its words allow it, at
    a ``hard`` one (a line) always."""
    out: list[RowLine] = []
    for line in lines:
        row = RowLine(line)
        for chunk in line.chunks:
            for piece in _parted(chunk, cuts, words, line.size, hard):
                first, last = _columns(piece, cuts, line.size)
                before = row.cells[-1] if row.cells else None
                if before and before.last >= first:  # two chunks in one column
                    merged = Chunk(
                        before.chunk.x0,
                        max(before.chunk.x1, piece.x1),
                        before.chunk.words + piece.words,
                        f"{before.chunk.text} {piece.text}",
                    )
                    row.cells[-1] = Placed(before.col, max(last, before.last), merged)
                else:
                    row.cells.append(Placed(first, last, piece))
        out.append(row)
    return out


def _columns(chunk: Chunk, cuts: Sequence[float], size: float) -> tuple[int, int]:
    """Its columns; running over a cut by a little is no span."""
    first, last = column_of(chunk, cuts)
    slack = max(1.2 * size, 0.15 * (chunk.x1 - chunk.x0))
    while last > first and chunk.x1 - cuts[last - 1] < slack:
        last -= 1
    while last > first and cuts[first] - chunk.x0 < slack:
        first += 1
    return first, last


def _parted(
    chunk: Chunk, cuts: Sequence[float], words: Sequence[Word], size: float, hard: frozenset[float]
) -> list[Chunk]:
    """A chunk cut where a column edge falls between two of its words and their space is wide, or numbers meet."""
    if len(chunk.words) < 2 or not any(chunk.x0 < cut < chunk.x1 for cut in cuts):
        return [chunk]
    gaps = [words[b].x0 - words[a].x1 for a, b in pairwise(chunk.words)]
    out: list[Chunk] = []
    run = [chunk.words[0]]
    for place, index in enumerate(chunk.words[1:]):
        left, right = words[run[-1]].x1, words[index].x0
        over = [cut for cut in cuts if left - 1 < cut < right + 1]
        if over and (not hard.isdisjoint(over) or _wide(gaps, place, run, index, words, size)):
            out.append(_chunk(words, run))
            run = []
        run.append(index)
    out.append(_chunk(words, run))
    return out


def _wide(gaps: list[float], place: int, run: list[int], index: int, words: Sequence[Word], size: float) -> bool:
    others = gaps[:place] + gaps[place + 1 :]
    if gaps[place] > 0.6 * size or (others and gaps[place] > 1.5 * median(others) and gaps[place] > 0.35 * size):
        return True
    after = words[index].text
    if not after[:1].isdigit() and after[:1] not in "-–−":
        return False
    return not goes_on([words[i].text for i in run], after) or gaps[place] > 0.4 * size


def _chunk(words: Sequence[Word], run: list[int]) -> Chunk:
    return Chunk.of(run, words)


def extents_of(rows: Sequence[RowLine]) -> dict[int, tuple[float, float]]:
    """How far the text of each column reaches."""
    out: dict[int, tuple[float, float]] = {}
    for row in rows:
        for cell in row.cells:
            if cell.col == cell.last:
                low, high = out.get(cell.col, (cell.chunk.x0, cell.chunk.x1))
                out[cell.col] = (min(low, cell.chunk.x0), max(high, cell.chunk.x1))
    return out


@dataclass(slots=True)
class RowSense:
    """What the lines of a table say of its rows: which columns hold values, how far text runs, the usual pitch."""

    values: set[int]
    limits: dict[int, float]
    pitch: float
    """the usual step from one line with values to the next"""
    tight: float
    """the least step between neighbouring lines that both have values: what follows closer is the same row"""
    least: float
    """the least step of all"""
    lines: Sequence[RowLine] = ()

    def valued(self, row: RowLine) -> bool:
        return any(cell.col in self.values and (cell.chunk.value or cell.chunk.year) for cell in row.cells)


def sense(rows: Sequence[RowLine], cols: int, xs: Sequence[float]) -> RowSense:
    """Read off the body's lines; ``xs`` are the edges of the columns."""
    values: set[int] = set()
    least = min(2, sum(any(cell.col and cell.chunk.value for cell in row.cells) for row in rows))
    for col in range(cols):
        told = [cell.chunk for row in rows for cell in row.cells if cell.col == cell.last == col]
        numbers = sum(chunk.value or chunk.year for chunk in told)
        if numbers >= max(1, least) and numbers >= 0.6 * len(told) and told and (col > 0 or numbers > 0.9 * len(told)):
            values.add(col)
    limits: dict[int, float] = {}
    for row in rows:
        for cell in row.cells:
            if cell.col == cell.last:
                # a long word may stick out over the column's edge; no line was broken there
                x1 = min(cell.chunk.x1, xs[cell.col + 1] - 0.3 * row.line.size)
                limits[cell.col] = max(limits.get(cell.col, 0.0), x1)
    out = RowSense(values, limits, 0.0, 0.0, 0.0, rows)
    steps = [(b.line.baseline - a.line.baseline, out.valued(a) and out.valued(b)) for a, b in pairwise(rows)]
    out.least = min((step for step, _ in steps), default=0.0)
    out.tight = min((step for step, both in steps if both), default=0.0)
    out.pitch = median([step for step, both in steps if both] or [step for step, _ in steps] or [0.0])
    return out


def join_rows(rows: Sequence[RowLine], told: RowSense, words: Sequence[Word]) -> list[list[RowLine]]:
    """Lines of the body joined to rows."""
    out: list[list[RowLine]] = []
    wide = _wide_gap(rows, told)
    for row in rows:
        if out and _joins(out[-1], row, told, words, wide):
            out[-1].append(row)
        else:
            out.append([row])
    return out


def _wide_gap(rows: Sequence[RowLine], told: RowSense) -> float | None:
    """In tables of text: the step from which a line starts a row, where steps are of two kinds."""
    if told.values:
        return None
    steps = sorted(b.line.baseline - a.line.baseline for a, b in pairwise(rows))
    if len(steps) < 3 or steps[-1] < 1.3 * steps[0]:
        return None
    jump, place = max((b - a, a) for a, b in pairwise(steps))
    return place + jump / 2 if jump > 0.2 * steps[0] else None


def _joins(before: list[RowLine], row: RowLine, told: RowSense, words: Sequence[Word], wide: float | None) -> bool:
    last = before[-1]
    step = row.line.baseline - last.line.baseline
    if step > 2.2 * max(row.line.size, last.line.size):
        return False
    if wide is not None:
        return step < wide
    label = next((cell.chunk for cell in row.cells if cell.col == 0), None)
    valued, had = told.valued(row), any(told.valued(line) for line in before)
    if label is None:
        return not (valued and had) or wraps(before, row, told)
    if valued and had:
        return _figures_go_on(before, row, told)
    above = next((line for line in reversed(before) if line.at(0)), None)
    if above is None:
        return valued != had and step < 0.9 * (told.tight or told.pitch)
    return label_goes_on(above, row, told, words)


def wraps(before: Sequence[RowLine], row: RowLine, told: RowSense) -> bool:
    """Whether a line's values are the rest of those above ("färre än" over "2017"), not values of their own."""
    if _figures_go_on(before, row, told):
        return True
    for cell in row.cells:
        if cell.col in told.values and (cell.chunk.value or cell.chunk.year):
            above = next((chunk for line in reversed(before) if (chunk := line.at(cell.col))), None)
            if above is None or above.value:
                return False
    return True


def _figures_go_on(before: Sequence[RowLine], row: RowLine, told: RowSense) -> bool:
    """Whether a line is the rest of the figures over it, which a narrow column broke at their thousands."""
    groups = [cell for cell in row.cells if cell.col]
    if not are_groups(cell.chunk for cell in groups) or any(cell.col not in told.values for cell in groups):
        return False
    above = [next((chunk for line in reversed(before) if (chunk := line.at(cell.col))), None) for cell in groups]
    pairs = [(over, cell.chunk) for over, cell in zip(above, groups, strict=True) if over]
    columns = [[chunk for line in told.lines if (chunk := line.at(cell.col))] for cell in groups]
    if len(pairs) < len(groups) or not go_on(pairs, columns, row.line.size):
        return False
    if starts_with_nought(cell.chunk for cell in groups):
        return True
    close = row.line.baseline - before[-1].line.baseline < 0.9 * _labelled_step(told)
    label = row.at(0)
    if label is not None:
        return close and label.text[0].islower()
    broken = (
        line for line in told.lines if are_groups(cell.chunk for cell in line.cells if cell.col) and not line.at(0)
    )
    if any(starts_with_nought(cell.chunk for cell in line.cells) for line in broken):
        return True
    return of_thousands(pairs, all) or (close and of_thousands(pairs, any))


def _labelled_step(told: RowSense) -> float:
    """The least step from a line with figures to one with a label and figures."""
    steps = [
        b.line.baseline - a.line.baseline
        for a, b in pairwise(told.lines)
        if b.at(0) and told.valued(a) and told.valued(b)
    ]
    return min(steps, default=0.0)


def label_goes_on(above: RowLine, row: RowLine, told: RowSense, words: Sequence[Word], col: int = 0) -> bool:
    """Whether the text of a column is the rest of that in the line above: there was no room for its first word."""
    start, label = above.at(col), row.at(col)
    if start is None or label is None:
        return False
    first, last = words[label.words[0]], words[start.words[-1]]
    step = row.line.baseline - above.line.baseline
    if first.bold != last.bold or step > 1.45 * max(told.least, above.line.size):
        return False
    if col == 0 and step < 0.9 * told.tight:
        return True
    if _ASIDE.fullmatch(label.text) and not told.valued(row):
        return True
    ends_open = bool(_OPEN_END.search(start.text))
    limit = told.limits.get(col, start.x1)
    small = first.text[0].islower() or first.text[0] in "(/&–-"
    slack = row.line.size if small and not told.valued(row) else 0.0
    full = start.x1 + 0.25 * row.line.size + (first.x1 - first.x0) > limit - slack
    if not full and not ends_open:
        return False
    close = step < 0.9 * (told.tight or told.pitch)
    return small or ends_open or close or label.x0 > start.x0 + 0.5 * row.line.size
