"""The content of a page's pictures by PDFium: read once for each, however often a file shows it."""

from __future__ import annotations

import ctypes
import hashlib
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as raw

from planparse.pdf.page import Picture
from planparse.pdf.pdfium_objects import Found
from planparse.pdf.raster import Content, is_small, read_content

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST_BYTES = 500_000
"""of a coded picture that is hashed; larger ones are told apart by their sizes"""
_MOST_SIDE = 400
"""pixels, to which a larger picture is reduced before it is looked at"""
_MOST_READ = 2_000
"""different pictures looked at in a file, so that thousands of tiles do not stall it"""


class PdfiumPictures:
    """Reads the pictures of one document."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._read: dict[tuple[str, bool], Content] = {}

    def pictures(self, page: Any, found: list[Found]) -> list[Picture]:
        out = []
        for item in found:
            x0, top, x1, bottom = item.bbox
            handle = ctypes.cast(item.address, raw.FPDF_PAGEOBJECT)
            content = self._content(page, handle, x1 - x0, bottom - top)
            out.append(Picture(x0, top, x1, bottom, content.color, content.filled, content.key))
        return out

    def _content(self, page: Any, handle: Any, width: float, height: float) -> Content:
        key, pixels = _identity(handle)
        if not key or not is_small(width, height):
            return Content(key=key)
        bar = width >= 2 * height
        known = self._read.get((key, bar))
        if known is None:
            known = Content(key=key)
            if len(self._read) < _MOST_READ:
                image = self._image(page, handle, pixels)
                if image is not None:
                    known = read_content(image, width, height, key)
            self._read[key, bar] = known
        return known

    def _image(self, page: Any, handle: Any, pixels: tuple[int, int]) -> Image | None:
        """The picture at its own size, with its mask as alpha; the page's matrix is put back afterwards."""
        from PIL import Image

        shrink = max(1.0, max(pixels) / _MOST_SIDE)
        before = raw.FS_MATRIX()
        if not raw.FPDFPageObj_GetMatrix(handle, before):
            return None
        upright = raw.FS_MATRIX(pixels[0] / shrink, 0, 0, pixels[1] / shrink, 0, 0)
        raw.FPDFPageObj_SetMatrix(handle, upright)
        try:
            bitmap = raw.FPDFImageObj_GetRenderedBitmap(self._document, page, handle)
        finally:
            raw.FPDFPageObj_SetMatrix(handle, before)
        if not bitmap:
            return None
        try:
            width, height = raw.FPDFBitmap_GetWidth(bitmap), raw.FPDFBitmap_GetHeight(bitmap)
            stride, kind = raw.FPDFBitmap_GetStride(bitmap), raw.FPDFBitmap_GetFormat(bitmap)
            mode = {
                raw.FPDFBitmap_BGRA: ("RGBA", "BGRA"),
                raw.FPDFBitmap_BGRx: ("RGB", "BGRX"),
                raw.FPDFBitmap_BGR: ("RGB", "BGR"),
                raw.FPDFBitmap_Gray: ("L", "L"),
            }.get(kind)
            if mode is None or not width or not height:
                return None
            data = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * height)
            return Image.frombytes(mode[0], (width, height), data, "raw", mode[1], stride, 1)
        finally:
            raw.FPDFBitmap_Destroy(bitmap)


def _identity(handle: Any) -> tuple[str, tuple[int, int]]:
    """A key of a picture's content, and its size in pixels; no key where it holds nothing."""
    wide, high = ctypes.c_uint(), ctypes.c_uint()
    length = raw.FPDFImageObj_GetImageDataRaw(handle, None, 0)
    if not length or not raw.FPDFImageObj_GetImagePixelSize(handle, wide, high) or not wide.value or not high.value:
        return "", (0, 0)
    pixels = (wide.value, high.value)
    if length > _MOST_BYTES:
        return f"{length}-{pixels[0]}x{pixels[1]}", pixels
    room = ctypes.create_string_buffer(length)
    raw.FPDFImageObj_GetImageDataRaw(handle, room, length)
    return hashlib.blake2b(room.raw, digest_size=8).hexdigest(), pixels
