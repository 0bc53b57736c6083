"""From a PDF's own coordinates to those of the page as it is shown: crop, rotation, top-left corner.

A PDF's y runs upwards from a corner that the page's boxes choose; /Rotate turns the page clockwise when it is shown.

>>> show = Display(0, 0, 595, 842, rotation=90)
>>> (show.width, show.height)
(842, 595)
>>> show.point(0, 0)
(0, 0)
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from planparse.pdf.page import Bbox

Matrix = tuple[float, float, float, float, float, float]
"""a PDF matrix: x' = a·x + c·y + e, y' = b·x + d·y + f"""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Display:
    """How a page is shown: its visible box in the PDF's coordinates and its clockwise rotation."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int = 0

    @property
    def width(self) -> float:
        return self.top - self.bottom if self.rotation in (90, 270) else self.right - self.left

    @property
    def height(self) -> float:
        return self.right - self.left if self.rotation in (90, 270) else self.top - self.bottom

    @property
    def matrix(self) -> Matrix:
        """The same as a matrix."""
        if self.rotation == 90:
            return (0.0, 1.0, 1.0, 0.0, -self.bottom, -self.left)
        if self.rotation == 180:
            return (-1.0, 0.0, 0.0, 1.0, self.right, -self.bottom)
        if self.rotation == 270:
            return (0.0, -1.0, -1.0, 0.0, self.top, self.right)
        return (1.0, 0.0, 0.0, -1.0, -self.left, self.top)

    def point(self, x: float, y: float) -> tuple[float, float]:
        if self.rotation == 90:
            return (y - self.bottom, x - self.left)
        if self.rotation == 180:
            return (self.right - x, y - self.bottom)
        if self.rotation == 270:
            return (self.top - y, self.right - x)
        return (x - self.left, self.top - y)

    def turned(self, a: float, b: float) -> int:
        """The displayed clockwise turn, in right angles, of text whose baseline runs along (a, b)."""
        if not (math.isfinite(a) and math.isfinite(b)):
            return 0
        angle = -math.degrees(math.atan2(b, a)) + self.rotation
        return round(angle / 90) * 90 % 360


def multiply(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that applies ``first`` and then ``then``."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def place(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def place_box(matrix: Matrix, x0: float, y0: float, x1: float, y1: float) -> Bbox:
    """The upright box around a box that was put through a matrix."""
    a, b, c, d, e, f = matrix
    if b == 0 and c == 0:
        left, right, low, high = a * x0 + e, a * x1 + e, d * y0 + f, d * y1 + f
    elif a == 0 and d == 0:
        left, right, low, high = c * y0 + e, c * y1 + e, b * x0 + f, b * x1 + f
    else:
        corners = [place(matrix, x, y) for x in (x0, x1) for y in (y0, y1)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        left, right, low, high = min(xs), max(xs), min(ys), max(ys)
    return (min(left, right), min(low, high), max(left, right), max(low, high))


MOST_PIXELS = 100_000_000
"""of a page's picture: an A0 drawing at 200 dpi has 62 million"""


def require_showable(width: float, height: float, scale: float) -> None:
    """Refuses the picture of a page that boundless boxes make endless, or nothing.

    >>> require_showable(595, 842, 2)
    >>> require_showable(14400, 14400, 2)
    Traceback (most recent call last):
    ValueError: 28800 x 28800 pixels
    """
    across, down = width * scale, height * scale
    if not (across >= 1 and down >= 1 and across * down <= MOST_PIXELS):
        raise ValueError(f"{across:.0f} x {down:.0f} pixels")
