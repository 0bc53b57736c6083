"""Ruled lines and fill edges as spans: joined where they are pieces of one line, grouped where they touch.

In: the rules and boxes of a page. Out: :class:`Mesh` objects, each a set of lines that hang together.

A *span* is ``(at, low, high)``: a horizontal one stands at y = ``at`` from x = ``low`` to ``high``, a vertical one at
x = ``at`` from y = ``low`` to ``high``.

>>> join_spans([(10.0, 0.0, 50.0), (10.2, 50.0, 100.0), (40.0, 0.0, 90.0)], TableSettings())
[(10.1, 0.0, 100.0), (40.0, 0.0, 90.0)]
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from planparse.layout.tablesettings import TableSettings
from planparse.pdf.page import Bbox, Box, Rule

Span = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Corners:
    """Where pieces of lines meet that were drawn one by one, a cell's edge each: a column's edge shows in the lines
    across it even where no line goes down there, a row's edge in the lines down."""

    across: tuple[tuple[float, float], ...] = ()
    """(x, y) on horizontal lines"""
    down: tuple[tuple[float, float], ...] = ()
    """(x, y) on vertical lines"""

    def within(self, bbox: Bbox, slack: float) -> Corners:
        x0, top, x1, bottom = bbox
        x0, top, x1, bottom = x0 - slack, top - slack, x1 + slack, bottom + slack
        return Corners(
            tuple(c for c in self.across if x0 < c[0] < x1 and top < c[1] < bottom),
            tuple(c for c in self.down if x0 < c[0] < x1 and top < c[1] < bottom),
        )

    def columns(self, settings: TableSettings, least: int = 2) -> list[float]:
        """x where at least ``least`` lines across have a corner."""
        return _shared([(x, y) for x, y in self.across], settings.near, least)

    def rows(self, settings: TableSettings, least: int = 3) -> list[float]:
        """y where at least ``least`` lines down have a corner: the sides of a boxed paragraph are two."""
        return _shared([(y, x) for x, y in self.down], settings.near, least)


def page_corners(rules: Iterable[Rule]) -> Corners:
    """The corners on a page's rules."""
    across: list[tuple[float, float]] = []
    down: list[tuple[float, float]] = []
    for rule in rules:
        if rule.joints:
            if rule.horizontal:
                across += [(x, rule.top) for x in rule.joints]
            else:
                down += [(rule.x0, y) for y in rule.joints]
    return Corners(tuple(across), tuple(down))


def _shared(points: list[tuple[float, float]], near: float, least: int) -> list[float]:
    """Places that points on at least ``least`` different lines have in common."""
    points.sort()
    out: list[float] = []
    group: list[tuple[float, float]] = []
    for point in [*points, (float("inf"), 0.0)]:
        if group and point[0] - group[0][0] > near:
            lines = sorted(line for _, line in group)
            different = 1 + sum(b - a > near for a, b in pairwise(lines))
            if different >= least:
                out.append(sum(place for place, _ in group) / len(group))
            group = []
        group.append(point)
    return out


@dataclass(frozen=True, slots=True)
class Mesh:
    """Lines that touch each other, directly or through others."""

    across: tuple[Span, ...]
    """the horizontal ones, from the top"""
    down: tuple[Span, ...]
    """the vertical ones, from the left"""

    @property
    def bbox(self) -> Bbox:
        xs = [x for at, low, high in self.across for x in (low, high)] + [at for at, _, _ in self.down]
        ys = [y for at, low, high in self.down for y in (low, high)] + [at for at, _, _ in self.across]
        return (min(xs), min(ys), max(xs), max(ys))


def join_spans(spans: Iterable[Span], settings: TableSettings) -> list[Span]:
    """Spans at (nearly) one place as one line where they overlap or leave a small gap."""
    out: list[Span] = []
    group: list[Span] = []
    for span in sorted(spans):
        if group and (span[0] - group[-1][0] > settings.near / 2 or span[0] - group[0][0] > settings.near):
            _join_group(group, settings.gap, out)
            group = []
        group.append(span)
    if group:
        _join_group(group, settings.gap, out)
    return sorted(out)


def _join_group(group: list[Span], gap: float, out: list[Span]) -> None:
    """The pieces of one place, joined; each line's place is the mean of its pieces, weighed by their lengths."""
    group.sort(key=lambda span: span[1])
    weight = moment = 0.0
    low, high = group[0][1], group[0][2]
    for at, start, end in group:
        if start > high + gap:
            out.append((round(moment / weight, 2), low, high))
            weight = moment = 0.0
            low, high = start, end
        length = end - start
        if length < 0.1:
            length = 0.1
        weight += length
        moment += at * length
        if end > high:
            high = end
    out.append((round(moment / weight, 2), low, high))


def box_edges(boxes: Iterable[Box]) -> tuple[list[Span], list[Span]]:
    """The (horizontal, vertical) edges of filled boxes."""
    across: list[Span] = []
    down: list[Span] = []
    for box in boxes:
        across += [(box.top, box.x0, box.x1), (box.bottom, box.x0, box.x1)]
        down += [(box.x0, box.top, box.bottom), (box.x1, box.top, box.bottom)]
    return across, down


def meshes(across: Sequence[Span], down: Sequence[Span], settings: TableSettings) -> list[Mesh]:
    """Lines grouped by touching, each group from the top; a line that touches none is a mesh of its own."""
    reach = settings.reach
    parent = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    offset = len(across)
    for j, (x, top, bottom) in enumerate(down):
        for i, (y, left, right) in enumerate(across):
            if y < top - reach:
                continue
            if y > bottom + reach:
                break
            if left - reach <= x <= right + reach:
                a, b = root(i), root(offset + j)
                if a != b:
                    parent[b] = a
    groups: dict[int, tuple[list[Span], list[Span]]] = {}
    for index in range(len(parent)):
        group = groups.setdefault(root(index), ([], []))
        if index < offset:
            group[0].append(across[index])
        else:
            group[1].append(down[index - offset])
    found = [Mesh(tuple(sorted(h)), tuple(sorted(v))) for h, v in groups.values()]
    return sorted(found, key=lambda mesh: mesh.bbox[1])
