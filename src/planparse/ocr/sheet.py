"""A sheet as it was scanned and as it is read: turning its picture upright, and the way back for places.

>>> from planparse.ocr.skew import Lie
>>> from planparse.pdf.display import place
>>> sheet = Sheet.of((842, 595), 1.0, Lie(quarters=1))
>>> (sheet.width, sheet.height), place(sheet.to_shown, 0, 0)
((842.0, 595.0), (0.0, 842.0))
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from planparse.ocr.picture import Gray
from planparse.ocr.skew import Lie
from planparse.pdf.display import IDENTITY, Matrix, multiply


@dataclass(frozen=True, slots=True)
class Sheet:
    """The upright sheet's size in points, and the matrix from its places to those of the page as it is shown."""

    width: float
    height: float
    to_shown: Matrix = IDENTITY

    @classmethod
    def of(cls, shape: tuple[int, int], scale: float, lie: Lie) -> Sheet:
        """The sheet of a picture of so many rows and columns, ``scale`` pixels to the point."""
        high, wide = shape[0] / scale, shape[1] / scale
        upright_wide, upright_high = (high, wide) if lie.quarters % 2 else (wide, high)
        back = {
            0: IDENTITY,
            1: (0.0, -1.0, 1.0, 0.0, 0.0, high),
            2: (-1.0, 0.0, 0.0, -1.0, wide, high),
            3: (0.0, 1.0, -1.0, 0.0, wide, 0.0),
        }[lie.quarters]
        matrix = multiply(_leaning(lie.angle, upright_wide / 2, upright_high / 2), back)
        return cls(upright_wide, upright_high, matrix)


def _leaning(angle: float, x: float, y: float) -> Matrix:
    """Clockwise round a point: what undoes :func:`upright`'s turn."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return (cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y)


def upright(picture: Gray, lie: Lie, least_skew: float = 0.0) -> Gray:
    """The picture turned as its lie says; what comes into view at the corners is white."""
    from PIL import Image

    turned = np.ascontiguousarray(np.rot90(picture, -lie.quarters))
    if abs(lie.angle) <= least_skew:
        return turned
    level = Image.fromarray(turned).rotate(lie.angle, Image.Resampling.BICUBIC, fillcolor=255)
    return np.asarray(level)
