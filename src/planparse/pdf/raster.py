"""What a small picture shows: its dominant colour, and for a bar how much of its width that colour fills.

>>> from PIL import Image
>>> bar = Image.new("RGB", (100, 10), (210, 210, 210))
>>> bar.paste((40, 160, 60), (0, 0, 60, 10))
>>> found = read_content(bar, 70, 7)
>>> hex(found.color), found.filled
('0x28a03c', 0.6)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

SMALL = 40.0
"""points: a picture no higher than this, and no larger than ``LARGEST``, may be a symbol or a bar"""
LARGEST = 260.0
_BAR = 2.5
"""a picture this many times wider than high is a bar"""
_MOST_SIDE = 240
"""pixels that a side is reduced to: a bar is read to half a percent"""
_ROWS = 12
"""rows of a bar that are looked at"""
_GRAY = 40
"""colours whose parts differ by less have no hue"""
_HUE = 60
"""times a pixel with a hue counts against a gray one: a bar filled to two percent has its colour, not its track's"""
_OPAQUE = 128


@dataclass(frozen=True, slots=True)
class Content:
    color: int | None = None
    filled: float | None = None
    key: str = ""


def is_small(width: float, height: float) -> bool:
    """Whether a picture of this displayed size is read at all."""
    return 0 < height <= SMALL and 0 < width <= LARGEST


def read_content(image: Image, width: float, height: float, key: str = "") -> Content:
    """The content of a picture that is shown ``width`` by ``height`` points."""
    rgba = image.convert("RGBA")
    if max(rgba.size) > _MOST_SIDE:
        rgba = rgba.resize((min(rgba.width, _MOST_SIDE), min(rgba.height, _MOST_SIDE)), 0)
    color = _dominant(rgba.getcolors(_MOST_SIDE * _MOST_SIDE) or [])
    filled = None
    if color is not None and width >= _BAR * height:
        filled = _filled(rgba, color)
    return Content(color, filled, key)


def _dominant(counts: list[tuple[int, Any]]) -> int | None:
    """The most frequent colour with a hue; grays only where there is none; never white or black.

    Colours are counted by sixteenths of each part, for in a JPEG hardly two pixels are quite the same.
    """
    weights: dict[tuple[int, int, int], int] = {}
    members: dict[tuple[int, int, int], list[tuple[int, int]]] = {}
    for count, (red, green, blue, alpha) in counts:
        if alpha < _OPAQUE or min(red, green, blue) > 235 or max(red, green, blue) < 35:
            continue
        hue = _HUE if max(red, green, blue) - min(red, green, blue) >= _GRAY else 1
        near = (red >> 4, green >> 4, blue >> 4)
        weights[near] = weights.get(near, 0) + count * hue
        members.setdefault(near, []).append((count, red << 16 | green << 8 | blue))
    if not weights:
        return None
    return max(members[max(weights, key=lambda near: (weights[near], near))])[1]


def _filled(image: Image, color: int) -> float:
    """How far from the left the columns are of the colour, as a share of the width.

    A column belongs to it where half of its seen pixels are near it; so the ends of a bar with round corners and a
    border do.
    """
    width, height = image.size
    pixels = image.tobytes()
    red, green, blue = color >> 16, color >> 8 & 0xFF, color & 0xFF
    rows = range(0, height, max(1, height // _ROWS))
    for x in range(width - 1, -1, -1):
        near = seen = 0
        for y in rows:
            at = 4 * (y * width + x)
            if pixels[at + 3] < _OPAQUE:
                continue
            seen += 1
            distance = abs(pixels[at] - red) + abs(pixels[at + 1] - green) + abs(pixels[at + 2] - blue)
            near += distance < 90
        if seen and near * 2 >= seen:
            return round((x + 1) / width, 3)
    return 0.0
