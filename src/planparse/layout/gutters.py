"""Where a table's columns are parted: places through which a gap runs in line after line.

    Intäkter          10 135 |  11 251
    Kostnader        -69 731 | -73 300        the gap between the chunks of a line, seen in most lines
    Budgetavvikelse       93 |   1 070

A column of few entries counts; a heading that spans columns doesn't close a gutter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from planparse.layout.textlines import Chunk, TextLine
from planparse.pdf.page import Word


@dataclass(frozen=True, slots=True)
class Gutter:
    """A vertical strip without text: ``at`` is its middle; ``lines`` is how many lines have text on both its sides."""

    low: float
    high: float
    lines: int
    crossed: int

    @property
    def at(self) -> float:
        return (self.low + self.high) / 2


def find_gutters(lines: Sequence[TextLine], least: int = 2, ratio: float = 3.0) -> list[Gutter]:
    """The gutters that run through lines of several chunks, from the left.

    ``least`` lines must have text on both sides, and ``ratio`` times as many as have text across.
    """
    events: dict[float, list[int]] = {}
    for line in lines:
        chunks = line.chunks
        if len(chunks) < 2:
            continue
        for chunk in chunks:
            events.setdefault(chunk.x0, [0, 0])[0] += 1
            events.setdefault(chunk.x1, [0, 0])[0] -= 1
        for left, right in pairwise(chunks):
            events.setdefault(left.x1, [0, 0])[1] += 1
            events.setdefault(right.x0, [0, 0])[1] -= 1
    places = sorted(events)
    out: list[Gutter] = []
    run: list[tuple[float, float, int, int]] = []
    covered = open_ = 0
    for place, following in pairwise(places):
        covered += events[place][0]
        open_ += events[place][1]
        if open_ >= least and open_ >= ratio * covered:
            run.append((place, following, covered, open_))
        elif run:
            out += _of_run(run, lines)
            run = []
    if run:
        out += _of_run(run, lines)
    return _parted(out, lines)


def _parted(gutters: Sequence[Gutter], lines: Sequence[TextLine]) -> list[Gutter]:
    """Of gutters with no column between them (a head over several columns stands there) the clearer one."""
    out: list[Gutter] = []
    for gutter in gutters:
        if out and not _parts(out[-1], gutter, lines):
            if gutter.lines - gutter.crossed > out[-1].lines - out[-1].crossed:
                out[-1] = gutter
        else:
            out.append(gutter)
    return out


def _of_run(run: list[tuple[float, float, int, int]], lines: Sequence[TextLine]) -> list[Gutter]:
    """The gutters in a strip that most lines leave open: several where entries of a sparse column stand in it."""
    low, high = run[0][0], run[-1][1]
    inner: list[tuple[float, float, bool]] = []
    if any(covered for _, _, covered, _ in run):
        most = max(len(line.chunks) for line in lines)
        for line in lines:
            full = len(line.chunks) == most
            inner += [(c.x0, c.x1, full) for c in line.chunks if low < c.x0 and c.x1 < high]
    columns = _sparse(inner)
    if not columns:
        return [_widest(run)]
    out: list[Gutter] = []
    starts = [low, *(end for _, end in columns)]
    ends = [*(start for start, _ in columns), high]
    for start, end in zip(starts, ends, strict=True):
        part = [(max(a, start), min(b, end), c, o) for a, b, c, o in run if b > start and a < end]
        if part:
            out.append(_widest(part))
    return out


def _sparse(inner: list[tuple[float, float, bool]]) -> list[tuple[float, float]]:
    """The columns that entries make which stand in a strip. A lone entry makes one only in a line that has all
    columns: else it is a head over several."""
    columns: list[list[tuple[float, float, bool]]] = []
    end = 0.0
    for entry in sorted(inner):
        if columns and entry[0] <= end:
            columns[-1].append(entry)
        else:
            columns.append([entry])
        end = max(end, entry[1]) if len(columns[-1]) > 1 else entry[1]
    kept = [column for column in columns if len(column) > 1 or column[0][2]]
    return [(min(entry[0] for entry in column), max(entry[1] for entry in column)) for column in kept]


def _widest(run: list[tuple[float, float, int, int]]) -> Gutter:
    """The widest stretch that fewest lines cross."""
    least = min(covered for _, _, covered, _ in run)
    best = (0.0, run[0][0], run[0][1], 0)
    start: float | None = None
    count = 0
    for low, high, covered, open_ in run:
        if covered != least:
            start = None
            continue
        if start is None:
            start, count = low, open_
        count = max(count, open_)
        if high - start > best[0]:
            best = (high - start, start, high, count)
    return Gutter(best[1], best[2], best[3], least)


def narrow_gutters(lines: Sequence[TextLine], words: Sequence[Word], known: Sequence[Gutter]) -> list[Gutter]:
    """Gutters hardly wider than the spaces of justified text: nothing at all may cross them, and what stands to their
    right must share a left or right edge."""
    fine = [TextLine(x.top, x.bottom, x.baseline, x.size, _fine(x, words), x.bold) for x in lines]
    told = sum(len(line.chunks) > 1 for line in fine)
    out: list[Gutter] = []
    for gutter in find_gutters(fine, max(3, round(0.3 * told)), 1000.0):
        if any(not _parts(gutter, other, fine) for other in known):
            continue
        after = [c for line in fine if (c := _first_after(line, gutter.high)) is not None]
        if _share_edge([c.x0 for c in after]) or _share_edge([c.x1 for c in after]):
            out.append(gutter)
    return out


def _first_after(line: TextLine, place: float) -> Chunk | None:
    """The first chunk right of a place, and near it."""
    return next((chunk for chunk in line.chunks if place - 1 <= chunk.x0 < place + 60), None)


def _parts(one: Gutter, other: Gutter, lines: Sequence[TextLine]) -> bool:
    """Whether text of several lines, or of one that has all columns, stands between two gutters."""
    low, high = min(one.high, other.high), max(one.low, other.low)
    if low > high:
        return False
    held = [line for line in lines if any(low - 1 <= c.x0 and c.x1 <= high + 1 for c in line.chunks)]
    return len(held) > 1 or any(len(line.chunks) == max(len(other.chunks) for other in lines) for line in held)


def _fine(line: TextLine, words: Sequence[Word]) -> list[Chunk]:
    """A line's chunks, parted at every space that is wider than usual."""
    out: list[Chunk] = []
    for chunk in line.chunks:
        run = [chunk.words[0]]
        for index in chunk.words[1:]:
            if words[index].x0 - words[run[-1]].x1 > 0.6 * line.size:
                out.append(Chunk(words[run[0]].x0, words[run[-1]].x1, run, ""))
                run = []
            run.append(index)
        out.append(Chunk(words[run[0]].x0, words[run[-1]].x1, run, ""))
    return out


def _share_edge(places: Sequence[float]) -> bool:
    return bool(places) and max(sum(abs(x - y) < 1.5 for y in places) for x in places) >= 0.6 * len(places)


def cut_in(gutter: Gutter, lines: Sequence[TextLine], words: Sequence[Word]) -> float:
    """Where to cut: before heads that stand in the gutter over figures set right, between the words of heads that reach
    into it where they leave room, else in its middle."""
    before = _before_heads(gutter, lines, words)
    if before is not None:
        return before
    held = [
        (words[i].x0, words[i].x1)
        for line in lines
        for chunk in line.chunks
        if len(chunk.words) > 1 and chunk.x0 < gutter.high and chunk.x1 > gutter.low
        for i in chunk.words
        if words[i].x0 < gutter.high and words[i].x1 > gutter.low
    ]
    if not held:
        return gutter.at
    held.sort()
    best, end = (0.0, gutter.at), gutter.low
    for start, stop in [*held, (gutter.high, gutter.high)]:
        best = max(best, (start - end, (start + end) / 2))
        end = max(end, stop)
    return best[1]


def _before_heads(gutter: Gutter, lines: Sequence[TextLine], words: Sequence[Word]) -> float | None:
    """Where a head of the column right of a gutter begins that stands in it whole, left of the figures under it.

    Kvinnor | Män |        "Män" heads the second column, which has no other head
        871   228
    """
    valued = [line for line in lines if sum(chunk.number and not chunk.year for chunk in line.chunks) > 1]
    every = [chunk for line in valued for chunk in line.chunks]
    low = max((chunk.x1 for chunk in every if chunk.x1 < gutter.at), default=0.0)
    right = min((chunk for chunk in every if chunk.x0 > gutter.at), key=lambda chunk: chunk.x0, default=None)
    if len(valued) < 2 or not low or right is None or any(chunk.x0 < gutter.at < chunk.x1 for chunk in every):
        return None
    cuts: list[float] = []
    for line in lines[: lines.index(valued[0])]:
        held = [words[index] for chunk in line.chunks for index in chunk.words]
        inside = [word for word in held if low - 1 < word.x0 and word.x1 < right.x0 + 1]
        over = [word for word in held if inside and word.x0 < inside[0].x0]
        own = any(word.x1 > right.x0 + 1 and word.x0 < right.x1 for word in held)
        if own:
            return None
        if not inside or not over:
            continue
        if over[-1].x1 <= low:
            cuts.append((low + inside[0].x0) / 2)
            continue
        gaps = [(b.x0 - a.x1, (b.x0 + a.x1) / 2) for a, b in pairwise([over[-1], *inside])]
        cuts.append(max(gaps)[1])
    return min(cuts) if cuts and max(cuts) - min(cuts) < right.x0 - low else None


def column_of(chunk: Chunk, cuts: Sequence[float]) -> tuple[int, int]:
    """The first and last column that a chunk stands in, columns being parted at ``cuts``."""
    first = sum(1 for cut in cuts if cut <= chunk.x0 + 0.5)
    last = sum(1 for cut in cuts if cut < chunk.x1 - 0.5)
    return (min(first, last), last)
