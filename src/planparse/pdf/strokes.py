"""Drawn lines and filled areas → rules and boxes.

Producers draw a table's lines in many ways: one stroke, a thin filled box for every cell's edge, a stroked frame for
every cell, dashes one by one. What comes out is one rule for each line that is seen, and one box for each filled area.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from planparse.pdf.page import Box, Rule

WHITE = 0xFFFFFF


@dataclass(frozen=True, slots=True)
class StrokeSettings:
    """In points."""

    thin: float = 2.6
    """a filled box no wider than this is a rule; Word's borders are 0.48–2.25"""
    straight: float = 0.6
    """how far a line may lean, or two pieces of a line lie apart"""
    gap: float = 1.6
    """pieces of a line this far apart are one line: the corners that Word leaves to boxes of their own"""
    dash: float = 9.0
    """pieces shorter than this are dashes or dots"""
    dash_gap: float = 4.5
    shortest: float = 3.0
    """lines shorter than this are no rules"""
    most: int = 60_000
    """strokes on a page over which it is a drawing, and the rest is left out"""


SETTINGS = StrokeSettings()


@dataclass(slots=True)
class Strokes:
    """What a page draws besides text, in displayed coordinates, as it comes."""

    width: float
    height: float
    settings: StrokeSettings = SETTINGS
    lines: list[tuple[float, float, float, float, int]] = field(default_factory=list)
    """horizontal ones: (y, x0, x1, width, colour)"""
    posts: list[tuple[float, float, float, float, int]] = field(default_factory=list)
    """vertical ones: (x, top, bottom, width, colour)"""
    boxes: list[Box] = field(default_factory=list)

    def segment(self, x0: float, y0: float, x1: float, y1: float, width: float, color: int) -> None:
        """A stroked straight line; those that lean are left out, and a very thick one is an area."""
        half = width / 2
        if width > self.settings.thin and (abs(x1 - x0) > width or abs(y1 - y0) > width):
            if y0 == y1:
                self.area(min(x0, x1), y0 - half, max(x0, x1), y0 + half, color)
            elif x0 == x1:
                self.area(x0 - half, min(y0, y1), x0 + half, max(y0, y1), color)
        elif abs(y1 - y0) <= self.settings.straight:
            self._line((y0 + y1) / 2, min(x0, x1), max(x0, x1), width, color)
        elif abs(x1 - x0) <= self.settings.straight:
            self._post((x0 + x1) / 2, min(y0, y1), max(y0, y1), width, color)

    def area(self, x0: float, top: float, x1: float, bottom: float, color: int, shape: str = "rect") -> None:
        """A filled box, taken for a rule where it is thin."""
        wide, high = x1 - x0, bottom - top
        thin = self.settings.thin
        if shape == "round" and min(wide, high) > thin:
            self._box(x0, top, x1, bottom, color, shape)
        elif wide <= thin and high <= thin:
            # A dot of a dotted line, or a corner between two edges: either way along.
            self._line((top + bottom) / 2, x0, x1, high, color)
            self._post((x0 + x1) / 2, top, bottom, wide, color)
        elif high <= thin:
            self._line((top + bottom) / 2, x0, x1, high, color)
        elif wide <= thin:
            self._post((x0 + x1) / 2, top, bottom, wide, color)
        else:
            self._box(x0, top, x1, bottom, color, shape)

    def _line(self, y: float, x0: float, x1: float, width: float, color: int) -> None:
        x0, x1 = max(x0, 0.0), min(x1, self.width)
        if x0 <= x1 and -1 <= y <= self.height + 1 and len(self.lines) < self.settings.most:
            self.lines.append((y, x0, x1, width, color))

    def _post(self, x: float, top: float, bottom: float, width: float, color: int) -> None:
        top, bottom = max(top, 0.0), min(bottom, self.height)
        if top <= bottom and -1 <= x <= self.width + 1 and len(self.posts) < self.settings.most:
            self.posts.append((x, top, bottom, width, color))

    def _box(self, x0: float, top: float, x1: float, bottom: float, color: int, shape: str) -> None:
        x0, top, x1, bottom = max(x0, 0.0), max(top, 0.0), min(x1, self.width), min(bottom, self.height)
        if x0 < x1 and top < bottom and math.isfinite(x1 - x0 + bottom - top) and len(self.boxes) < self.settings.most:
            self.boxes.append(Box(x0, top, x1, bottom, color, shape))

    def finished_rules(self) -> tuple[Rule, ...]:
        """White ones only where they part a filled area; elsewhere they can't be seen."""
        lines, posts = _merged(self.lines, self.settings), _merged(self.posts, self.settings)
        out = [Rule(x0, y, x1, y, width, color, joints) for (y, x0, x1, width, color), joints in lines]
        out += [Rule(x, top, x, bottom, width, color, joints) for (x, top, bottom, width, color), joints in posts]
        dark = [box for box in self.boxes if box.color != WHITE]
        return tuple(rule for rule in out if rule.color != WHITE or any(_crosses(rule, box) for box in dark))

    def finished_boxes(self) -> tuple[Box, ...]:
        """Without those printed twice, those inside one of the same colour, and white ones that cover nothing."""
        out: list[Box] = []
        for box in self.boxes:
            if box.color == WHITE and not any(_overlap(box, other) for other in out if other.color != WHITE):
                continue
            if any(_inside(box, other) for other in out[-8:]):
                continue
            out.append(box)
        return tuple(out)


Line = tuple[float, float, float, float, int]
Merged = tuple[Line, tuple[float, ...]]


def _merged(lines: list[Line], settings: StrokeSettings) -> list[Merged]:
    """Pieces of one line made one; ``(across, start, end, width, colour)`` in, with the joints out."""
    out: list[Merged] = []
    row: list[Line] = []
    for line in sorted(lines, key=lambda line: (line[4], line[0])):
        if row and (line[4] != row[0][4] or line[0] - row[0][0] > settings.straight):
            out.extend(_joined(sorted(row, key=_start), settings))
            row = []
        row.append(line)
    if row:
        out.extend(_joined(sorted(row, key=_start), settings))
    return out


def _start(line: Line) -> float:
    return line[1]


def _joined(row: list[Line], settings: StrokeSettings) -> list[Merged]:
    out: list[Merged] = []
    across, start, end, width, color = row[0]
    reach = end - start
    joints: list[float] = []
    last = end if reach > settings.shortest else -math.inf
    for other_across, other_start, other_end, other_width, _ in row[1:]:
        length = other_end - other_start
        short = max(reach, length) < settings.dash
        if other_start - end > (settings.dash_gap if short else settings.gap):
            if end - start >= settings.shortest:
                out.append(((across, start, end, width, color), tuple(joints)))
            across, start, end, width = other_across, other_start, other_end, other_width
            reach, joints = length, []
            last = end if reach > settings.shortest else -math.inf
            continue
        if length > settings.shortest:
            if abs(other_start - last) <= 2 * settings.gap:
                joints.append(round((last + other_start) / 2, 2))
            last = max(last, other_end)
        if length > reach:
            across, reach = other_across, length
        end, width = max(end, other_end), max(width, other_width)
    if end - start >= settings.shortest:
        out.append(((across, start, end, width, color), tuple(joints)))
    return out


def _overlap(one: Box, other: Box) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1 and one.top < other.bottom and other.top < one.bottom


def _crosses(rule: Rule, box: Box) -> bool:
    edge = 0.5
    return (
        rule.x0 <= box.x1 + edge
        and box.x0 - edge <= rule.x1
        and rule.top <= box.bottom + edge
        and box.top - edge <= rule.bottom
    )


def _inside(box: Box, other: Box, slack: float = 0.7) -> bool:
    return (
        box.color == other.color
        and box.shape == other.shape
        and other.x0 - slack <= box.x0
        and box.x1 <= other.x1 + slack
        and other.top - slack <= box.top
        and box.bottom <= other.bottom + slack
    )
