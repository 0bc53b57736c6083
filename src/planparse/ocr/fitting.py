"""Shaded boxes fitted to the ruled lines that they are drawn in.

A box is told in blocks of two points and sharpened where its edge shows; where a line hides the edge, or the shade is
pale, it ends a little short::

    +-------------------+         +-------------------+
    | ░░░░░░░░░░░░░░░░░ |   ─▶    |░░░░░░░░░░░░░░░░░░░|
    +-------------------+         +-------------------+

>>> across, down = [(100.0, 50.0, 300.0, 0.5), (120.0, 50.0, 300.0, 0.5)], [(50.0, 40.0, 200.0, 0.5)]
>>> fitted((54.0, 99.5, 299.5, 121.0, 238), across, down)
(50.0, 100.0, 299.5, 120.0, 238)
"""

from __future__ import annotations

from collections.abc import Sequence

from planparse.ocr.page_reading import Bar
from planparse.ocr.settings import DEFAULT, OcrSettings

ShadedBox = tuple[float, float, float, float, int]
_ALONG = 0.8
"""share of a box's side that a line runs along"""


def fitted(box: ShadedBox, across: Sequence[Bar], down: Sequence[Bar], settings: OcrSettings = DEFAULT) -> ShadedBox:
    """A box (x0, top, x1, bottom, shade) with its sides on the lines that are near them."""
    x0, top, x1, bottom, shade = box
    sides = [_near(x0, top, bottom, down, settings), _near(x1, top, bottom, down, settings)]
    ends = [_near(top, x0, x1, across, settings), _near(bottom, x0, x1, across, settings)]
    if sides[0] < sides[1]:
        x0, x1 = sides
    if ends[0] < ends[1]:
        top, bottom = ends
    return (x0, top, x1, bottom, shade)


def _near(at: float, low: float, high: float, bars: Sequence[Bar], settings: OcrSettings) -> float:
    """The place of the nearest line along a side, or the side's own."""
    found = [
        place
        for place, start, end, _ in bars
        if abs(place - at) <= settings.fitted and min(end, high) - max(start, low) >= _ALONG * (high - low)
    ]
    return min(found, key=lambda place: abs(place - at), default=at)
