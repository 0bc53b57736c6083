"""Grids of ruled lines (and of fills in their place): lines that touch, their crossings, and cells that merge.

    y0 +-----+-----+-----+     a line between two places parts them,
       |  A  |  B  |  C  |     a missing piece of it joins them:
    y1 |     +-----+-----+     A spans two rows,
       |     |     D     |     D two columns
    y2 +-----+-----------+

Frames open at a side count as closed there; a cell is always a rectangle.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from planparse.layout.marks import Corners, Mesh, Span
from planparse.layout.slots import Skeleton, Slot
from planparse.layout.tablesettings import TableSettings
from planparse.layout.undivided import divided
from planparse.pdf.page import Word

NO_CORNERS = Corners()

_RUN = 4
"""words of a sentence that goes on over a column's edge"""
_NARROW = 10.0
"""columns narrower than this without a word are two borders of one: Word shifts them by up to 6, spacers are 9"""


def lattice(
    mesh: Mesh, words: Sequence[Word], among: Iterable[int], settings: TableSettings, corners: Corners = NO_CORNERS
) -> Skeleton | None:
    """The cells that a mesh of lines parts, with the words among ``among`` that stand in them; None for a line.
    A frame is a skeleton of one cell."""
    middles = [
        (index, (words[index].x0 + words[index].x1) / 2, (words[index].top + words[index].bottom) / 2)
        for index in among
    ]
    xs = _edges([at for at, _, _ in mesh.down], mesh.across, [x for _, x, _ in middles], settings)
    ys = _edges([at for at, _, _ in mesh.across], mesh.down, [y for _, _, y in middles], settings)
    if len(xs) < 2 or len(ys) < 2:
        return None
    below = _pieces(mesh.across, ys, xs, settings)
    right = _pieces(mesh.down, xs, ys, settings)
    if corners.across or corners.down:
        right |= _undrawn(corners, xs, ys, right, words, middles, settings)
        soft = [x for x in corners.columns(settings) if _new(x, xs, [x for _, x, _ in middles])]
        below, right = _with_columns(soft, xs, ys, below, right, words, middles)
        below |= _pieces(mesh.across, ys, xs, settings)  # rules may begin at a column that only corners show
        soft = [y for y in corners.rows(settings) if _new(y, ys, [y for _, _, y in middles])]
        below, right = _with_rows(soft, xs, ys, below, right, words, middles)
    held: dict[tuple[int, int], list[int]] = {}
    inner_xs, inner_ys = xs[1:-1], ys[1:-1]
    for index, x, y in middles:
        if xs[0] - 2 <= x <= xs[-1] + 2 and ys[0] - 2 <= y <= ys[-1] + 2:
            # What stands a little outside is of the outermost row or column.
            held.setdefault((bisect_right(inner_ys, y), bisect_right(inner_xs, x)), []).append(index)
    slots = divided(_rectangles(xs, ys, below, right, held), xs, words, settings)
    return Skeleton(tuple(xs), tuple(ys), tuple(slots), "ruled")


Pieces = set[tuple[int, int]]
Middles = Sequence[tuple[int, float, float]]


def _new(place: float, edges: Sequence[float], middles: Sequence[float]) -> bool:
    """Whether an edge that corners show is none of those known, nor the other side of a bare strip along one."""
    if not edges[0] < place < edges[-1]:
        return False
    near = min(edges, key=lambda edge: abs(edge - place))
    low, high = min(near, place), max(near, place)
    return high - low > _NARROW or (high - low > 4.5 and any(low < middle < high for middle in middles))


def _undrawn(
    corners: Corners,
    xs: Sequence[float],
    ys: Sequence[float],
    right: Pieces,
    words: Sequence[Word],
    middles: Middles,
    settings: TableSettings,
) -> Pieces:
    """Column lines that are not drawn in several rows together, gone on with where the row lines have corners."""
    rows = len(ys) - 1
    bare = [not any((edge, row) in right for edge in range(1, len(xs) - 1)) for row in range(rows)]
    together = {
        row for row in range(rows) if bare[row] and ((row and bare[row - 1]) or (row + 1 < rows and bare[row + 1]))
    }
    if not together:
        return set()
    near = settings.near
    out: Pieces = set()
    for edge, x in enumerate(xs):
        lines = [y for place, y in corners.across if abs(place - x) <= near]
        crossed = _crossed(x, ys, words, middles) if len(lines) > 1 else set()
        for row in together - crossed:
            if all(any(abs(y - line) <= near for line in lines) for y in (ys[row], ys[row + 1])):
                out.add((edge, row))
    return out


def _crossed(x: float, ys: Sequence[float], words: Sequence[Word], middles: Middles) -> set[int]:
    """The rows in which a word stands across ``x``, or the space of a sentence that runs on over it."""
    out: set[int] = set()
    near: dict[tuple[int, int], list[int]] = {}
    for index, _, y in middles:
        row, word = bisect_right(ys, y) - 1, words[index]
        if word.x0 < x - 1.5 and word.x1 > x + 1.5:
            out.add(row)
        near.setdefault((row, round(word.baseline)), []).append(index)
    for (row, _), line in near.items():
        if row not in out and _runs_over(x, sorted((words[index] for index in line), key=_left)):
            out.add(row)
    return out


def _left(word: Word) -> float:
    return word.x0


def _runs_over(x: float, line: Sequence[Word]) -> bool:
    """Whether a run of words with no wider spaces than a sentence has goes on over ``x``, far to both sides."""
    at = bisect_right([word.x0 for word in line], x)
    if not 0 < at < len(line) or not line[at].text[0].islower():
        return False
    left = right = 0
    while at - left > 0 and (left == 0 or _close(line[at - left - 1], line[at - left])):
        left += 1
    while at + right < len(line) and (right == 0 or _close(line[at + right - 1], line[at + right])):
        right += 1
    return _close(line[at - 1], line[at]) and left >= _RUN and left + right >= 2 * _RUN


def _close(before: Word, word: Word) -> bool:
    return word.x0 - before.x1 < 0.4 * word.size


def _with_columns(
    soft: list[float],
    xs: list[float],
    ys: list[float],
    below: Pieces,
    right: Pieces,
    words: Sequence[Word],
    middles: Middles,
) -> tuple[Pieces, Pieces]:
    """Column edges that only the corners of row lines show: a cell spans them where a word runs across."""
    for x in soft:
        at = bisect_right(xs, x)
        xs.insert(at, x)
        below = {(edge, place + (place >= at)) for edge, place in below} | {(e, at) for e, p in below if p == at - 1}
        right = {(edge + (edge >= at), place) for edge, place in right}
        whole = _crossed(x, ys, words, middles) | _one_sided(x, xs, ys, right, middles)
        right |= {(at, row) for row in range(len(ys) - 1) if row not in whole}
    return below, right


def _one_sided(x: float, xs: Sequence[float], ys: Sequence[float], right: Pieces, middles: Middles) -> set[int]:
    """The rows in which no column line is drawn and all words stand left of ``x``: titles over all columns."""
    drawn = {row for edge, row in right if 0 < edge < len(xs) - 1}
    words: dict[int, list[float]] = {}
    for _, middle, y in middles:
        words.setdefault(bisect_right(ys, y) - 1, []).append(middle)
    return {row for row, places in words.items() if row not in drawn and all(place < x for place in places)}


def _with_rows(
    soft: list[float],
    xs: list[float],
    ys: list[float],
    below: Pieces,
    right: Pieces,
    words: Sequence[Word],
    middles: Middles,
) -> tuple[Pieces, Pieces]:
    """Row edges that only the corners of column lines show; none where words stand across."""
    for y in soft:
        if any(words[index].top + 2 < y < words[index].bottom - 3 for index, _, _ in middles):
            continue
        at = bisect_right(ys, y)
        ys.insert(at, y)
        right = {(edge, place + (place >= at)) for edge, place in right} | {(e, at) for e, p in right if p == at - 1}
        below = {(edge + (edge >= at), place) for edge, place in below}
        below |= {(at, col) for col in range(len(xs) - 1)}
    return below, right


def _edges(places: list[float], others: Sequence[Span], middles: list[float], settings: TableSettings) -> list[float]:
    """The places of lines of one direction, near ones as one; lines of the other direction that run on past the
    outermost open one more row or column there, if a word stands in it."""
    places = sorted(places)
    low = min((low for _, low, _ in others), default=None)
    high = max((high for _, _, high in others), default=None)
    if low is not None and high is not None:
        if not places or (places[0] - low > settings.open_edge and any(low < m < places[0] for m in middles)):
            places.insert(0, low)
        if high - places[-1] > settings.open_edge and any(places[-1] < m < high for m in middles):
            places.append(high)
    groups: list[list[float]] = []
    for place in places:
        if groups and place - groups[-1][0] <= settings.near:
            groups[-1].append(place)
        else:
            groups.append([place])
    out: list[float] = []
    for group in groups:
        place = sum(group) / len(group)
        if out and place - out[-1] < _NARROW and not any(out[-1] < m < place for m in middles):
            if len(out) > 1:
                out[-1] = (out[-1] + place) / 2
        else:
            out.append(place)
    return out


def _nearest(places: Sequence[float], at: float) -> int:
    """Of places in order; of two as near the first."""
    behind = bisect_left(places, at)
    if behind == 0:
        return 0
    before = bisect_left(places, places[behind - 1])
    return before if behind == len(places) or at - places[before] <= places[behind] - at else behind


def _pieces(
    spans: Iterable[Span], at_edges: Sequence[float], along: Sequence[float], settings: TableSettings
) -> Pieces:
    """The pieces of lines that are there: (edge, place along it)."""
    out: set[tuple[int, int]] = set()
    for at, low, high in spans:
        edge = _nearest(at_edges, at)
        for place in range(len(along) - 1):
            slack = min(settings.reach, 0.4 * (along[place + 1] - along[place]))
            if low <= along[place] + slack and high >= along[place + 1] - slack:
                out.add((edge, place))
    return out


def _rectangles(
    xs: Sequence[float],
    ys: Sequence[float],
    below: Pieces,
    right: Pieces,
    held: dict[tuple[int, int], list[int]],
) -> list[Slot]:
    """From the top left, each free place grown to the right and down as long as no line is in the way."""
    rows, cols = len(ys) - 1, len(xs) - 1
    taken = [[False] * cols for _ in range(rows)]
    slots: list[Slot] = []
    for row in range(rows):
        for col in range(cols):
            if taken[row][col]:
                continue
            end = col + 1
            while end < cols and not taken[row][end] and (end, row) not in right:
                end += 1
            last = row + 1
            while last < rows and _goes_on(last, col, end, below, right, taken[last]):
                last += 1
            words: list[int] = []
            for r in range(row, last):
                for c in range(col, end):
                    taken[r][c] = True
                    words += held.get((r, c), ())
            bbox = (xs[col], ys[row], xs[end], ys[last])
            slots.append(Slot(row, col, last - row, end - col, bbox, tuple(words)))
    return slots


def _goes_on(row: int, col: int, end: int, below: Pieces, right: Pieces, taken: list[bool]) -> bool:
    """Whether the cell over ``row`` in columns ``col`` to ``end`` takes in this row too."""
    for c in range(col, end):
        if taken[c] or (row, c) in below:
            return False
        if c > col and (c, row) in right:
            return False
    return (col == 0 or (col, row) in right) and (end == len(taken) or (end, row) in right)
