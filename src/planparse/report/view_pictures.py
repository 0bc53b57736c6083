"""Page pictures made small enough to travel inside the view's page.

Text on white is kept sharp and small as a PNG of few colours; a page with a photograph or a scan becomes WebP, whose
quality gives way before its size does.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import product
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True, slots=True)
class PictureSettings:
    """Measured on the corpus and twelve real plans of 2 to 37 pages, with photographs on covers and scanned pages."""

    scale: float = 2.0
    """pixels to the point: letters of 8 points can be read at twice their size"""
    most_pixels: int = 6_000_000
    """a page larger than A3 is rendered at a smaller scale"""
    palette: int = 192
    """a text page's most frequent colours, kept exactly: pale shading of rows and the dots of a status are among them.
    The 64 that are left of a palette's 256 lie evenly over all colours, so that no rare one is far from its own"""
    most_colors: int = 4000
    """a rendered page with more is a picture: text with coloured tables and logotypes had up to 3,500 colours, pages
    with a photograph 9,800 and more"""
    most_bytes: int = 260_000
    """a page: 40 of them stay under 15 MB as base64"""
    qualities: tuple[int, ...] = (78, 60, 40, 25)


SETTINGS = PictureSettings()


def scale_for(width: float, height: float, settings: PictureSettings = SETTINGS) -> float:
    """Pixels to the point for a page of that size in points.

    >>> scale_for(595, 842), scale_for(2384, 3370) < 1
    (2.0, True)
    """
    points = max(width * height, 1.0)
    return float(min(settings.scale, (settings.most_pixels / points) ** 0.5))


def data_uri(picture: Image, settings: PictureSettings = SETTINGS) -> str:
    """The picture as a ``data:`` URI."""
    kind, content = _encoded(picture.convert("RGB"), settings)
    return f"data:image/{kind};base64,{base64.b64encode(content).decode('ascii')}"


def _encoded(picture: Image, settings: PictureSettings) -> tuple[str, bytes]:
    colors = picture.getcolors(settings.most_colors)
    if colors is not None:
        content = _png(picture, colors, settings)
        if len(content) <= settings.most_bytes:
            return "png", content
    return "webp", _webp(picture, settings)


def _png(picture: Image, colors: Sequence[tuple[int, Any]], settings: PictureSettings) -> bytes:
    from PIL import Image
    from PIL.Image import Dither

    # Pillow finds a colour's entry by steps of four and measures from the step's lower end. So the colours are sought
    # by those ends, and what they stand for is put in their place afterwards.
    shown: dict[tuple[int, ...], tuple[int, ...]] = {}
    for _, color in sorted(colors, reverse=True):
        shown.setdefault(tuple(part & ~3 for part in color), color)
    sought = [*list(shown)[: settings.palette], *product((0, 84, 168, 252), repeat=3)]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for color in sought for part in color])
    found = picture.point([part & ~3 for part in range(256)] * 3).quantize(palette=palette, dither=Dither.NONE)
    found.putpalette([part for color in sought for part in shown.get(color, color)])
    out = BytesIO()
    found.save(out, "PNG")
    return out.getvalue()


def _webp(picture: Image, settings: PictureSettings) -> bytes:
    """WebP within the size: first the quality gives way, then the number of pixels."""
    content = b""
    for quality in settings.qualities:
        out = BytesIO()
        picture.save(out, "WEBP", quality=quality, method=0)
        content = out.getvalue()
        if len(content) <= settings.most_bytes:
            return content
    if min(picture.size) < 200:
        return content
    return _webp(picture.resize((picture.width * 2 // 3, picture.height * 2 // 3)), settings)
