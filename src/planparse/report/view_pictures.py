"""Page pictures made small enough to travel inside the view's page.

Text on white is kept sharp and small as a PNG of few colours; a page with a photograph or a scan becomes WebP, whose
quality gives way before its size does.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True, slots=True)
class PictureSettings:
    """Measured on the corpus and twelve real plans of 2 to 37 pages, with photographs on covers and scanned pages."""

    scale: float = 2.0
    """pixels to the point: letters of 8 points can be read at twice their size"""
    most_pixels: int = 6_000_000
    """a page larger than A3 is rendered at a smaller scale"""
    palette: int = 48
    """colours of a text page: the edges of coloured letters and shading keep theirs"""
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
    if picture.getcolors(settings.most_colors) is not None:
        content = _png(picture, settings)
        if len(content) <= settings.most_bytes:
            return "png", content
    return "webp", _webp(picture, settings)


def _png(picture: Image, settings: PictureSettings) -> bytes:
    from PIL.Image import Dither, Quantize

    out = BytesIO()
    few = picture.quantize(settings.palette, method=Quantize.FASTOCTREE, dither=Dither.NONE)
    few.save(out, "PNG")
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
