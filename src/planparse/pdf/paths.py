"""A painted path → strokes: which of its contours are rectangles, rules, frames or round spots.

A path comes as steps in displayed coordinates: ("m", x, y) to begin a contour, ("l", x, y) for a straight line to a
point, ("c", x, y) for each control and end point of a curve, ("h", 0, 0) to close the contour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planparse.pdf.page import Bbox
from planparse.pdf.strokes import Strokes

Step = tuple[str, float, float]

MOST_STEPS = 4_000
"""a path of more steps is a drawing (a map, a logo), no part of a table"""
_EDGE = 0.3
"""how far a rectangle's corner may lie off its bounds, in points"""
_FULL = 0.9
"""the share of its bounds that a rectangle with rounded corners fills, curves taken by their control points; a quarter
of a disc has 0.85"""
_FEWEST_CORNERS = 10
"""a polygon of fewer corners is no drawn circle"""
_MOST_CURVED = 60
"""curve points of a disc in a few arcs; one in many arcs has all of them on its circle, control points too"""


@dataclass(frozen=True, slots=True)
class _Contour:
    points: list[tuple[float, float]]
    curves: int
    lines: int
    bbox: Bbox


def paint(
    steps: Sequence[Step], strokes: Strokes, *, fill: int | None = None, stroke: int | None = None, width: float = 0.0
) -> None:
    """Add what a path leaves on the page, filled and stroked in the colours given."""
    if len(steps) > MOST_STEPS:
        return
    if fill is not None:
        _fill(list(_contours(steps)), strokes, fill)
    if stroke is not None:
        _stroke(steps, strokes, stroke, width)


def _fill(contours: list[_Contour], strokes: Strokes, color: int) -> None:
    if len(contours) == 2 and _framing(contours[0], contours[1]):
        outer, inner = sorted((contours[0].bbox, contours[1].bbox))
        _frame(outer, inner, strokes, color)
        return
    shapes = [_shape(contour) for contour in contours]
    if any(
        shape is None and len(contour.points) > _FEWEST_CORNERS for shape, contour in zip(shapes, contours, strict=True)
    ):
        return  # a letter or a drawing: its straight parts are no rules
    if shapes.count("round") > 1 and shapes.count("round") == len(shapes) and _nested(contours):
        return  # a ring, as in the letter O
    for shape, contour in zip(shapes, contours, strict=True):
        x0, top, x1, bottom = contour.bbox
        if shape is not None or min(x1 - x0, bottom - top) <= strokes.settings.thin:
            strokes.area(x0, top, x1, bottom, color, shape or "rect")


def _nested(contours: list[_Contour]) -> bool:
    largest = max(contours, key=lambda contour: contour.bbox[2] - contour.bbox[0]).bbox
    return all(
        largest[0] <= contour.bbox[0]
        and largest[1] <= contour.bbox[1]
        and contour.bbox[2] <= largest[2]
        and contour.bbox[3] <= largest[3]
        for contour in contours
    )


def _stroke(steps: Sequence[Step], strokes: Strokes, color: int, width: float) -> None:
    start = here = (0.0, 0.0)
    for kind, x, y in steps:
        if kind == "m":
            start = here = (x, y)
        elif kind == "h":
            strokes.segment(*here, *start, width, color)
            here = start
        else:
            if kind == "l":
                strokes.segment(*here, x, y, width, color)
            here = (x, y)


def _contours(steps: Sequence[Step]) -> Iterator[_Contour]:
    points: list[tuple[float, float]] = []
    curves = lines = 0
    for kind, x, y in [*steps, ("m", 0.0, 0.0)]:
        if kind == "m":
            if len(points) > 1:
                xs, ys = [x for x, _ in points], [y for _, y in points]
                yield _Contour(points, curves, lines, (min(xs), min(ys), max(xs), max(ys)))
            points, curves, lines = [(x, y)], 0, 0
        elif kind != "h":
            if kind == "c":
                curves += 1
            elif abs(x - points[-1][0]) + abs(y - points[-1][1]) > _EDGE:
                lines += 1
            points.append((x, y))


def _shape(contour: _Contour) -> str | None:
    """ "rect", "round", or None for anything else."""
    x0, top, x1, bottom = contour.bbox
    wide, high = x1 - x0, bottom - top
    if not contour.curves:
        square = all(
            (x - x0 < _EDGE or x1 - x < _EDGE) and (y - top < _EDGE or bottom - y < _EDGE) for x, y in contour.points
        )
        if square:
            return "rect"
        return "round" if len(contour.points) > _FEWEST_CORNERS and _circular(contour) else None
    if not contour.lines:
        even = 0.6 < wide / max(high, 0.01) < 1.7
        return "round" if even and (contour.curves <= _MOST_CURVED or _circular(contour)) else None
    # Straight sides with rounded corners: a card or a button.
    return "rect" if contour.lines >= 2 and contour.curves <= 12 and _sided(contour) else None


def _circular(contour: _Contour) -> bool:
    x0, top, x1, bottom = contour.bbox
    radius_x, radius_y = (x1 - x0) / 2, (bottom - top) / 2
    if not radius_x or not radius_y or not 0.6 < radius_x / radius_y < 1.7:
        return False
    return all(
        0.8 < ((x - x0 - radius_x) / radius_x) ** 2 + ((y - top - radius_y) / radius_y) ** 2 < 1.2
        for x, y in contour.points
    )


def _sided(contour: _Contour) -> bool:
    """Whether a contour takes up its bounds as a rectangle with rounded corners does; a slice of a pie does not."""
    ends = contour.points
    x0, top, x1, bottom = contour.bbox
    twice = sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in zip(ends, [*ends[1:], ends[0]], strict=True))
    return abs(twice) / 2 >= _FULL * (x1 - x0) * (bottom - top)


def _framing(one: _Contour, other: _Contour) -> bool:
    """Whether two rectangles are the outer and inner edge of a drawn frame."""
    if _shape(one) != "rect" or _shape(other) != "rect":
        return False
    outer, inner = sorted((one.bbox, other.bbox))
    margins = [inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]]
    return all(0 < margin <= 3 for margin in margins)


def _frame(outer: Bbox, inner: Bbox, strokes: Strokes, color: int) -> None:
    strokes.area(outer[0], outer[1], outer[2], inner[1], color)
    strokes.area(outer[0], inner[3], outer[2], outer[3], color)
    strokes.area(outer[0], outer[1], inner[0], outer[3], color)
    strokes.area(inner[2], outer[1], outer[2], outer[3], color)
