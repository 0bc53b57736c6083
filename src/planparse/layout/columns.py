"""The order in which a page is read: pieces of rows, boxes and tables to a row of columns.

In: what stands on the page (:class:`Item`). Out: :class:`Column` objects in reading order, each of which is read from
the top down, with boxes and tables as items among the lines.

A gutter is a blank strip that runs through several rows with text on both sides. Where it begins and ends, the text
over and under it goes across::

      VÅRT UPPDRAG                      1
      Nämnden     | Varje år            2 | 3
      ansvarar    | följs målen
      för skola.  | upp.
      Tabellen visar kostnaderna.       4
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planparse.layout.blocks import Grid
from planparse.layout.lines import TextLine
from planparse.layout.markers import is_bullet, marker_of
from planparse.layout.settings import DEFAULT, LayoutSettings


@dataclass(slots=True, eq=False)
class Item:
    """A piece of a row (``line``), a table (``grid``) or a box with what stands in it (``inside``)."""

    x0: float
    top: float
    x1: float
    bottom: float
    row: int
    """items of one row share it; a table or box has its own"""
    line: TextLine | None = None
    grid: Grid | None = None
    inside: list[Item] | None = None


@dataclass(slots=True)
class Column:
    """Items that are read from the top down, and the column's edges."""

    items: list[Item]
    x0: float
    x1: float
    whole: bool = False
    """goes over the page's whole width of text"""


@dataclass(slots=True)
class _Gutter:
    first: int
    last: int
    x0: float
    x1: float
    lines: int


def columns_of(items: Sequence[Item], settings: LayoutSettings = DEFAULT) -> list[Column]:
    """The columns of a page or box in reading order."""
    out: list[Column] = []
    _cut(_rows(items), out, settings, True)
    return out


def _rows(items: Sequence[Item]) -> list[list[Item]]:
    rows: dict[int, list[Item]] = {}
    blocks: list[Item] = []
    for item in items:
        if item.line:
            rows.setdefault(item.row, []).append(item)
        else:
            blocks.append(item)
    made = list(rows.values())
    for block in sorted(blocks, key=lambda item: (round(item.top / 4), item.x0)):
        beside = made[-1] if made and made[-1][-1].line is None else None
        if beside and abs(beside[-1].top - block.top) < 4 and beside[-1].x1 <= block.x0:
            beside.append(block)  # cards in a row
        else:
            made.append([block])
    for row in made:
        row.sort(key=lambda item: item.x0)
    return sorted(made, key=lambda row: (min(item.top for item in row), row[0].x0))


def _cut(rows: list[list[Item]], out: list[Column], settings: LayoutSettings, whole: bool) -> None:
    if not rows:
        return
    gutter = _best_gutter(rows, settings) if len(rows) >= settings.gutter_lines else None
    if gutter is None:
        items = [item for row in rows for item in row]
        out.append(Column(items, min(item.x0 for item in items), max(item.x1 for item in items), whole))
        return
    middle = (gutter.x0 + gutter.x1) / 2
    _cut(rows[: gutter.first], out, settings, whole)
    held = rows[gutter.first : gutter.last + 1]
    left = [[item for item in row if item.x1 <= middle] for row in held]
    right = [[item for item in row if item.x1 > middle] for row in held]
    _cut([row for row in left if row], out, settings, False)
    _cut([row for row in right if row], out, settings, False)
    _cut(rows[gutter.last + 1 :], out, settings, whole)


def _best_gutter(rows: list[list[Item]], settings: LayoutSettings) -> _Gutter | None:
    best: _Gutter | None = None
    done: list[_Gutter] = []
    tries = settings.gutter_tries * 70 // max(len(rows), 70)
    for index, row in enumerate(rows):
        for x0, x1 in _gaps(row, rows[index + 1] if index + 1 < len(rows) else None):
            if any(g.first <= index <= g.last and x0 < g.x1 and x1 > g.x0 for g in done):
                continue
            tries -= 1
            if tries < 0:
                return best
            gutter = _run(rows, index, x0, x1, settings)
            if gutter is not None:
                done.append(gutter)
                if best is None or gutter.lines > best.lines:
                    best = gutter
    return best


def _gaps(row: list[Item], below: list[Item] | None) -> list[tuple[float, float]]:
    """Blank strips in a row, or between it and the next where that stands beside it rather than under it."""
    out = []
    end = row[0].x1
    for item in row[1:]:
        if item.x0 > end:
            out.append((end, item.x0))
        end = max(end, item.x1)
    if below and below[0].top < max(item.bottom for item in row) - 1:
        if below[0].x0 > end:
            out.append((end, below[0].x0))
        elif below[-1].x1 < row[0].x0:
            out.append((below[-1].x1, row[0].x0))
    return out


def _run(rows: list[list[Item]], start: int, x0: float, x1: float, settings: LayoutSettings) -> _Gutter | None:
    """The rows around ``start`` through which the strip from ``x0`` to ``x1`` stays blank, where it is a gutter."""
    em = _em(rows[start])
    least = settings.gutter * em
    first = last = start
    for step in (1, -1):
        index = start + step
        while 0 <= index < len(rows):
            strip = _narrowed(rows[index], x0, x1)
            if strip[1] - strip[0] < least:
                break
            x0, x1 = strip
            index += step
        if step == 1:
            last = index - 1
        else:
            first = index + 1
    first, last = _trimmed(rows, first, last, x0)
    if last - first + 1 < settings.gutter_lines:
        return None
    held = rows[first : last + 1]
    left = [item for row in held for item in row if item.x1 <= x0 + 0.01]
    right = [item for row in held for item in row if item.x0 >= x1 - 0.01]
    lines = min(sum(_lines(item, em) for item in side) for side in (left, right))
    if lines < settings.gutter_lines or (lines < settings.sure_gutter_lines and x1 - x0 < 1.5 * least):
        return None
    if not _beside(left, right, em) or not _reads_down(held, left, right, x0):
        return None
    return _Gutter(first, last, x0, x1, len(left) + len(right))


def _lines(item: Item, em: float) -> int:
    """How many lines an item counts for: a box or table as many as would stand in its height."""
    return 1 if item.line else max(1, int((item.bottom - item.top) / (1.25 * em)))


def _em(row: list[Item]) -> float:
    return min((item.line.size for item in row if item.line), default=10.0)


def _narrowed(row: list[Item], x0: float, x1: float) -> tuple[float, float]:
    """What of a strip a row leaves blank; an empty strip where it goes across or stands inside."""
    for item in row:
        if item.x0 < x1 and item.x1 > x0:
            if item.x0 <= x0 and item.x1 < x1:
                x0 = item.x1
            elif item.x0 > x0 and item.x1 >= x1:
                x1 = item.x0
            else:
                return (0.0, 0.0)
    return (x0, x1)


def _trimmed(rows: list[list[Item]], first: int, last: int, x0: float) -> tuple[int, int]:
    """The run without rows over and under it that stand on one side only and are set apart from the rest.

    A heading over the columns may end left of the gutter; a left column that is longer goes on line by line. A heading
    on the left that both columns leave room for starts new columns under it.
    """
    left = [index for index in range(first, last + 1) if rows[index][0].x1 <= x0 + 0.01]
    right = [index for index in range(first, last + 1) if rows[index][-1].x1 > x0 + 0.01]
    if not left or not right:
        return first, first - 1
    top = max(left[0], right[0])
    low = min(left[-1], right[-1])
    # lines beside each other need not share a baseline
    while top > first and max(item.bottom for item in rows[top - 1]) > min(item.top for item in rows[top]) + 1:
        top -= 1
    reach = max(item.bottom for row in rows[top : low + 1] for item in row)
    while low < last and min(item.top for item in rows[low + 1]) < reach - 1:
        low += 1
        reach = max(reach, *(item.bottom for item in rows[low]))
    while top > first and _goes_on(rows[top - 1], rows[top : top + 4]):
        top -= 1
    low = _longer_until(rows, low, last, x0, reach)
    while low < last and _goes_on(rows[low + 1], rows[max(low - 3, first) : low + 1][::-1]):
        low += 1
    for index in range(top + 2, low):
        if _parts(rows, index, top, low, x0):
            return top, index - 1
    return top, low


def _longer_until(rows: list[list[Item]], low: int, last: int, x0: float, reach: float) -> int:
    """Where a left column ends that is longer than the right. ``reach`` is how far down both together reach.

    Its lines are wrapped just before the gutter, or nothing follows that goes across.
    """
    left = min(row[0].x0 for row in rows[low : last + 1])
    near = x0 - 0.12 * (x0 - left)
    if last == len(rows) - 1:
        # nothing goes across under the columns: what stands close is of the left one
        while low < last and min(item.top for item in rows[low + 1]) - reach < 3.5 * _em(rows[low + 1]):
            low += 1
            reach = max(item.bottom for item in rows[low])
        return low
    wrapped = [index for index in range(low + 1, last + 1) if len(rows[index]) == 1 and near < rows[index][0].x1 <= x0]
    return wrapped[-1] if len(wrapped) > 2 else low


def _parts(rows: list[list[Item]], index: int, top: int, low: int, x0: float) -> bool:
    """Whether a row on the left is a heading over both columns: larger type, and no text beside it on the right."""
    row = rows[index]
    line = row[0].line
    if len(row) > 1 or line is None or line.x1 > x0 + 0.01:
        return False
    if any(
        other.line and line.size < 1.12 * other.line.size
        for near in (rows[index - 1], rows[index + 1])
        for other in near
        if other.x0 <= x0
    ):
        return False
    above = [item for other in rows[top:index] for item in other if item.x1 > x0 + 0.01]
    below = [item for other in rows[index + 1 : low + 1] for item in other if item.x1 > x0 + 0.01]
    if not above or not below:
        return False
    near = [other[0].line for other in rows[top : low + 1] if other is not row and other[0].line]
    if any(line.size < 1.12 * other.size for other in near if other.x0 <= x0):
        return False
    room = min(item.top for item in below) - max(item.bottom for item in above)
    return line.top > max(item.bottom for item in above) - 1 and room > 2 * line.size and below[0].top > line.bottom - 1


def _goes_on(row: list[Item], beside: list[list[Item]]) -> bool:
    """Whether a one-sided row is of the column that the nearest rows have on its side."""
    item = row[0]
    for other_row in beside:
        for other in other_row:
            if other.x0 < item.x1 and other.x1 > item.x0:
                if item.line is None or other.line is None:
                    return False
                gap = max(other.top - item.bottom, item.top - other.bottom)
                alike = abs(item.line.size - other.line.size) <= 0.1 * other.line.size
                return alike and gap < 1.6 * other.line.size
    return False


def _beside(left: list[Item], right: list[Item], em: float) -> bool:
    """Whether the two sides stand beside each other for a few lines."""
    top = max(min(item.top for item in left), min(item.top for item in right))
    bottom = min(max(item.bottom for item in left), max(item.bottom for item in right))
    return bottom - top > 2 * em


def _reads_down(rows: list[list[Item]], left: list[Item], right: list[Item], x0: float) -> bool:
    """Whether the sides are columns of text, not labels with what belongs to each beside them."""
    paired = sum(1 for row in rows if row[0].x1 <= x0 + 0.01 and row[-1].x1 > x0 + 0.01)
    if paired == len(rows) and not any(item.line for item in (*left, *right)):
        return False  # cards in rows
    texts = [_Side(side) for side in (left, right)]
    if not all(side.is_text for side in texts):
        # text beside a diagram, whose labels stand anywhere
        return any(side.is_prose for side in texts) and paired < 0.5 * len(rows)
    if any(side.bulleted for side in texts):
        return True
    return not (paired >= 0.8 * len(rows) and any(side.words < 3 for side in texts))


class _Side:
    """What stands on one side of a gutter."""

    def __init__(self, items: list[Item]) -> None:
        lines = [item.line for item in items if item.line]
        self._lines = len(lines)
        self._blocks = len(items) - len(lines)
        self.words = sum(len(line.words) for line in lines) / max(len(lines), 1)
        self._long = sum(1 for line in lines if len(line.words) > 3)
        self._letters = sum(1 for line in lines if any(map(str.isalpha, line.text)))
        self._flush, self._starts = _flush(lines)
        self.bulleted = any(line.bullet_x is not None or is_bullet(marker_of(line.first.text)) for line in lines)

    @property
    def is_text(self) -> bool:
        if self._blocks:
            return True  # a box or table beside text
        return self.words >= 1.5 and self._letters >= 0.7 * self._lines and self._flush >= 0.6 * self._starts

    @property
    def is_prose(self) -> bool:
        return self._long >= 6 and self._long >= 0.5 * self._lines and self._flush >= 0.6 * self._starts


def _flush(lines: list[TextLine]) -> tuple[int, int]:
    """How many lines start at the two usual edges (of a list: its markers' and its text's), and how many there are.

    Of pieces on one baseline only the first starts a line.
    """
    edges: dict[int, int] = {}
    baseline = -1.0
    for line in lines:
        if abs(line.baseline - baseline) > 0.5:
            edge = round(line.left / (0.6 * line.size))
            edges[edge] = edges.get(edge, 0) + 1
        baseline = line.baseline
    usual = sorted(edges.values(), reverse=True)
    return sum(usual[:2]), sum(usual)
