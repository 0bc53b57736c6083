"""A page's paths and pictures by PDFium → strokes and places of pictures; forms are gone into."""

from __future__ import annotations

from collections.abc import Iterable
from ctypes import byref, c_float, c_int, c_uint, c_ulong
from struct import Struct
from typing import NamedTuple

from planparse.pdf import pdfium_calls as calls
from planparse.pdf.display import Matrix, multiply, place, place_box
from planparse.pdf.page import Bbox
from planparse.pdf.paths import MOST_STEPS, Step, paint
from planparse.pdf.pdfium_calls import Reference
from planparse.pdf.strokes import Strokes

TEXT, PATH, IMAGE, SHADING, FORM = 1, 2, 3, 4, 5
LINE_TO, CURVE_TO, MOVE_TO = 0, 1, 2
MOST_DEPTH = 12
MOST_OBJECTS = 200_000
_SIMPLE = 18
"""segments of a rectangle with rounded corners; a disc has 13"""
_MOST_CURVED = 60
_LARGE = 0.15
"""share of the page from which a filled box is looked at for clipping: some producers fill the whole page through it"""
_MOST_CLIPS = 64
"""clipping paths of an object, and segments of one, that are looked at"""
_TWO, _FOUR, _SIX, _EIGHT = (Struct(f"={count}f") for count in (2, 4, 6, 8))
_RGBA = Struct("=4I")
"""ctypes' arrays hand out their numbers one by one, which takes three times as long"""
_KINDS = {LINE_TO: "l", CURVE_TO: "c", MOVE_TO: "m"}


class Found(NamedTuple):
    """A picture: its address and its place as displayed."""

    address: int
    bbox: Bbox


class TooManyObjectsError(Exception):
    """A page has more objects than can be read in bounded time."""


class PdfiumObjects:
    """Goes through the objects of one document's pages; its buffers are used over and over."""

    def __init__(self) -> None:
        self._floats = (c_float * 8)()
        self._floats_at = [byref(self._floats, 4 * part) for part in range(8)]
        self._bounds_at = self._floats_at[:4]
        self._rgba = (c_uint * 4)()
        self._rgba_at = [byref(self._rgba, 4 * part) for part in range(4)]
        self._fill, self._stroke = c_int(), c_int()
        self._fill_at, self._stroke_at = byref(self._fill), byref(self._stroke)
        self._matrix = (c_float * 6)()
        self._matrix_at = byref(self._matrix)
        self._count = 0

    def read(self, page: Reference, shown: Matrix, strokes: Strokes) -> list[Found]:
        """Fills ``strokes`` and returns the pictures; ``shown`` takes the page's coordinates to the display."""
        self._count = 0
        pictures: list[Found] = []
        count = calls.object_count(page)
        if count > MOST_OBJECTS:
            raise TooManyObjectsError
        self._walk((calls.object_at(page, i) for i in range(count)), shown, strokes, pictures, 0)
        return pictures

    def _walk(
        self, addresses: Iterable[int], shown: Matrix, strokes: Strokes, pictures: list[Found], depth: int
    ) -> None:
        for address in addresses:
            self._count += 1
            if self._count > MOST_OBJECTS:
                raise TooManyObjectsError
            if not address:
                continue
            handle = calls.handle(address)
            kind = calls.object_type(handle)
            if kind == PATH:
                self._path(handle, shown, strokes)
            elif kind == IMAGE:
                whole = place_box(self._own_matrix(handle, shown), 0, 0, 1, 1)
                seen = self._clipped(handle, shown, whole)
                if seen is not None:
                    pictures.append(Found(address, seen))
            elif kind == FORM and depth < MOST_DEPTH:
                inner = (calls.form_object(handle, c_ulong(i)) for i in range(calls.form_count(handle)))
                self._walk(inner, self._own_matrix(handle, shown), strokes, pictures, depth + 1)

    def _own_matrix(self, handle: Reference, shown: Matrix) -> Matrix:
        calls.object_matrix(handle, self._matrix_at)
        a, b, c, d, e, f = _SIX.unpack_from(self._matrix)
        return multiply((a, b, c, d, e, f), shown)

    def _clipped(self, handle: Reference, shown: Matrix, box: Bbox) -> Bbox | None:
        """What clipping leaves of an object's box, by the bounds of the clipping paths; None where that is nothing."""
        x0, top, x1, bottom = box
        at = calls.object_clip(handle)
        clip = calls.handle(at)
        for path in range(min(calls.clip_count(clip), _MOST_CLIPS) if at else 0):
            xs, ys = [], []
            for index in range(min(calls.clip_length(clip, path), _MOST_CLIPS)):
                x, y = place(shown, *self._point(calls.clip_segment(clip, path, index)))
                xs.append(x)
                ys.append(y)
            if len(xs) > 2 and len(xs) < _MOST_CLIPS:
                x0, x1 = max(x0, min(xs)), min(x1, max(xs))
                top, bottom = max(top, min(ys)), min(bottom, max(ys))
        return (x0, top, x1, bottom) if x0 < x1 and top < bottom else None

    def _path(self, handle: Reference, shown: Matrix, strokes: Strokes) -> None:
        calls.path_mode(handle, self._fill_at, self._stroke_at)
        filled, stroked = self._fill.value, self._stroke.value
        count = calls.path_count(handle)
        if not (filled or stroked) or count > MOST_STEPS:
            return
        if not stroked and count > _SIMPLE and self._drawn(handle, count):
            return
        fill = self._color(calls.fill_color(handle, *self._rgba_at)) if filled else None
        if fill is not None and not stroked and count in (4, 5) and self._plain(handle, count):
            x0, y0, x1, y1 = place_box(shown, *self._bounds(handle))
            if (x1 - x0) * (y1 - y0) > _LARGE * strokes.width * strokes.height:
                seen = self._clipped(handle, shown, (x0, y0, x1, y1))
                if seen is None:
                    return
                x0, y0, x1, y1 = seen
            strokes.area(x0, y0, x1, y1, fill)
            return
        stroke = self._color(calls.stroke_color(handle, *self._rgba_at)) if stroked else None
        if fill is None and stroke is None:
            return
        whole = self._own_matrix(handle, shown)
        width = self._floats[0] if calls.stroke_width(handle, self._floats_at[0]) else 0.0
        width *= abs(whole[0] * whole[3] - whole[1] * whole[2]) ** 0.5
        paint(self._steps(handle, count, whole), strokes, fill=fill, stroke=stroke, width=width)

    def _drawn(self, handle: Reference, count: int) -> bool:
        """Whether a filled path is a letter or drawing, told by a sample of what it is made of.

        Rectangles begin anew every four or five segments. What goes on longer is of interest only as a disc: either
        of a few curves, or of many lines or curves (browsers draw a disc in 32) with all their points on a circle.
        """
        if any(self._kind(calls.path_segment(handle, index)) == MOVE_TO for index in range(1, 7)):
            return False
        sample = [calls.path_segment(handle, index) for index in range(1, count, max(1, count // 16))]
        if count <= _MOST_CURVED and any(self._kind(segment) == CURVE_TO for segment in sample):
            return False
        calls.object_matrix(handle, self._matrix_at)
        a, b, c, d, e, f = _SIX.unpack_from(self._matrix)
        x0, y0, x1, y1 = self._bounds(handle)
        radius_x, radius_y = (x1 - x0) / 2 or 1.0, (y1 - y0) / 2 or 1.0
        for segment in sample:
            x, y = place((a, b, c, d, e, f), *self._point(segment))
            if not 0.7 < ((x - x0) / radius_x - 1) ** 2 + ((y - y0) / radius_y - 1) ** 2 < 1.3:
                return True
        return False

    def _plain(self, handle: Reference, count: int) -> bool:
        """Whether a path of four or five steps is a single upright rectangle, told without asking for all of them."""
        if self._kind(calls.path_segment(handle, count - 1)) != LINE_TO:
            return False
        for index in range(4):
            segment = calls.handle(calls.path_segment(handle, index))
            calls.segment_point(segment, self._floats_at[2 * index], self._floats_at[2 * index + 1])
        if self._kind(calls.path_segment(handle, 1)) != LINE_TO:
            return False
        a, b, c, d, e, f, g, h = _EIGHT.unpack_from(self._floats)
        upright: bool = (a == c and d == f and e == g and h == b) or (b == d and c == e and f == h and g == a)
        return upright

    def _steps(self, handle: Reference, count: int, whole: Matrix) -> list[Step]:
        steps: list[Step] = []
        for index in range(count):
            address = calls.path_segment(handle, index)
            kind = _KINDS.get(self._kind(address))
            if kind:
                steps.append((kind, *place(whole, *self._point(address))))
            if calls.segment_close(calls.handle(address)):
                steps.append(("h", 0.0, 0.0))
        return steps

    def _bounds(self, handle: Reference) -> Bbox:
        calls.object_bounds(handle, *self._bounds_at)
        x0, y0, x1, y1 = _FOUR.unpack_from(self._floats)
        return (x0, y0, x1, y1)

    def _point(self, segment: int) -> tuple[float, float]:
        calls.segment_point(calls.handle(segment), self._floats_at[0], self._floats_at[1])
        x, y = _TWO.unpack_from(self._floats)
        return (x, y)

    def _kind(self, segment: int) -> int:
        kind: int = calls.segment_type(calls.handle(segment))
        return kind

    def _color(self, got: int) -> int | None:
        """The colour last asked for, on white where it is see-through; None where it can't be seen."""
        if not got:
            return None
        red, green, blue, alpha = _RGBA.unpack_from(self._rgba)
        if alpha == 0:
            return None
        if alpha < 255:
            red, green, blue = (255 - (255 - part) * alpha // 255 for part in (red, green, blue))
        return int(red << 16 | green << 8 | blue)
