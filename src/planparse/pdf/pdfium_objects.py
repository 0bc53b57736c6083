"""A page's paths and pictures by PDFium → strokes and places of pictures; forms are gone into."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import addressof, c_float, c_int, c_uint
from typing import NamedTuple

import pypdfium2.raw as raw

from planparse.pdf import pdfium_calls as calls
from planparse.pdf.display import Matrix, multiply, place, place_box
from planparse.pdf.page import Bbox
from planparse.pdf.paths import MOST_STEPS, Step, paint
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
_KINDS = {LINE_TO: "l", CURVE_TO: "c", MOVE_TO: "m"}


class Found(NamedTuple):
    """A picture: its handle and its place as displayed."""

    handle: int
    bbox: Bbox


class TooManyObjectsError(Exception):
    """A page has more objects than can be read in bounded time."""


class PdfiumObjects:
    """Goes through the objects of one document's pages; its buffers are used over and over."""

    def __init__(self) -> None:
        self._floats = [c_float() for _ in range(4)]
        self._floats_at = [addressof(part) for part in self._floats]
        self._rgba = [c_uint() for _ in range(4)]
        self._rgba_at = [addressof(part) for part in self._rgba]
        self._fill, self._stroke = c_int(), c_int()
        self._fill_at, self._stroke_at = addressof(self._fill), addressof(self._stroke)
        self._matrix = raw.FS_MATRIX()
        self._count = 0

    def read(self, page: int, shown: Matrix, strokes: Strokes) -> list[Found]:
        """Fills ``strokes`` and returns the pictures; ``shown`` takes the page's coordinates to the display."""
        self._count = 0
        pictures: list[Found] = []
        count = calls.object_count(page)
        if count > MOST_OBJECTS:
            raise TooManyObjectsError
        self._walk((calls.object_at(page, i) for i in range(count)), shown, strokes, pictures, 0)
        return pictures

    def _walk(
        self, handles: Iterator[int | None], shown: Matrix, strokes: Strokes, pictures: list[Found], depth: int
    ) -> None:
        for handle in handles:
            self._count += 1
            if self._count > MOST_OBJECTS:
                raise TooManyObjectsError
            if not handle:
                continue
            kind = calls.object_type(handle)
            if kind == PATH:
                self._path(handle, shown, strokes)
            elif kind == IMAGE:
                whole = place_box(self._own_matrix(handle, shown), 0, 0, 1, 1)
                seen = self._clipped(handle, shown, whole)
                if seen is not None:
                    pictures.append(Found(handle, seen))
            elif kind == FORM and depth < MOST_DEPTH:
                inner = (calls.form_object(handle, i) for i in range(calls.form_count(handle)))
                self._walk(inner, self._own_matrix(handle, shown), strokes, pictures, depth + 1)

    def _own_matrix(self, handle: int, shown: Matrix) -> Matrix:
        own = self._matrix
        calls.object_matrix(handle, addressof(own))
        return multiply((own.a, own.b, own.c, own.d, own.e, own.f), shown)

    def _clipped(self, handle: int, shown: Matrix, box: Bbox) -> Bbox | None:
        """What clipping leaves of an object's box, by the bounds of the clipping paths; None where that is nothing."""
        clip = calls.object_clip(handle)
        x0, top, x1, bottom = box
        for path in range(min(calls.clip_count(clip), _MOST_CLIPS) if clip else 0):
            xs, ys = [], []
            for index in range(min(calls.clip_length(clip, path), _MOST_CLIPS)):
                segment = calls.clip_segment(clip, path, index)
                calls.segment_point(segment, self._floats_at[0], self._floats_at[1])
                x, y = place(shown, self._floats[0].value, self._floats[1].value)
                xs.append(x)
                ys.append(y)
            if len(xs) > 2 and len(xs) < _MOST_CLIPS:
                x0, x1 = max(x0, min(xs)), min(x1, max(xs))
                top, bottom = max(top, min(ys)), min(bottom, max(ys))
        return (x0, top, x1, bottom) if x0 < x1 and top < bottom else None

    def _path(self, handle: int, shown: Matrix, strokes: Strokes) -> None:
        calls.path_mode(handle, self._fill_at, self._stroke_at)
        filled, stroked = self._fill.value, self._stroke.value
        count = calls.path_count(handle)
        if not (filled or stroked) or count > MOST_STEPS:
            return
        if not stroked and count > _SIMPLE and self._drawn(handle, count):
            return
        fill = self._color(calls.fill_color(handle, *self._rgba_at)) if filled else None
        if fill is not None and not stroked and self._plain(handle, count):
            calls.object_bounds(handle, *self._floats_at)
            x0, y0, x1, y1 = (part.value for part in self._floats)
            x0, y0, x1, y1 = place_box(shown, x0, y0, x1, y1)
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
        width = self._floats[0].value if calls.stroke_width(handle, self._floats_at[0]) else 0.0
        width *= abs(whole[0] * whole[3] - whole[1] * whole[2]) ** 0.5
        paint(self._steps(handle, count, whole), strokes, fill=fill, stroke=stroke, width=width)

    def _drawn(self, handle: int, count: int) -> bool:
        """Whether a filled path is a letter or drawing, told by a sample of what it is made of.

        Rectangles begin anew every four or five segments. What goes on longer is of interest only as a disc: either
        of a few curves, or of many lines or curves (browsers draw a disc in 32) with all their points on a circle.
        """
        if any(calls.segment_type(calls.path_segment(handle, index)) == MOVE_TO for index in range(1, 7)):
            return False
        sample = [calls.path_segment(handle, index) for index in range(1, count, max(1, count // 16))]
        if count <= _MOST_CURVED and any(calls.segment_type(segment) == CURVE_TO for segment in sample):
            return False
        calls.object_matrix(handle, addressof(self._matrix))
        own = self._matrix
        matrix = (own.a, own.b, own.c, own.d, own.e, own.f)
        calls.object_bounds(handle, *self._floats_at)
        x0, y0, x1, y1 = (part.value for part in self._floats)
        radius_x, radius_y = (x1 - x0) / 2 or 1.0, (y1 - y0) / 2 or 1.0
        for segment in sample:
            calls.segment_point(segment, self._floats_at[0], self._floats_at[1])
            x, y = place(matrix, self._floats[0].value, self._floats[1].value)
            if not 0.7 < ((x - x0) / radius_x - 1) ** 2 + ((y - y0) / radius_y - 1) ** 2 < 1.3:
                return True
        return False

    def _plain(self, handle: int, count: int) -> bool:
        """Whether a path is a single upright rectangle, told without asking for all that it is made of."""
        if count not in (4, 5) or calls.segment_type(calls.path_segment(handle, count - 1)) != LINE_TO:
            return False
        corners = []
        x, y = self._floats[:2]
        for index in range(4):
            segment = calls.path_segment(handle, index)
            calls.segment_point(segment, self._floats_at[0], self._floats_at[1])
            corners.append((x.value, y.value))
        if calls.segment_type(calls.path_segment(handle, 1)) != LINE_TO:
            return False
        (a, b), (c, d), (e, f), (g, h) = corners
        return (a == c and d == f and e == g and h == b) or (b == d and c == e and f == h and g == a)

    def _steps(self, handle: int, count: int, whole: Matrix) -> list[Step]:
        steps: list[Step] = []
        for index in range(count):
            segment = calls.path_segment(handle, index)
            calls.segment_point(segment, self._floats_at[0], self._floats_at[1])
            kind = _KINDS.get(calls.segment_type(segment))
            if kind:
                steps.append((kind, *place(whole, self._floats[0].value, self._floats[1].value)))
            if calls.segment_close(segment):
                steps.append(("h", 0.0, 0.0))
        return steps

    def _color(self, got: int) -> int | None:
        """The colour last asked for, on white where it is see-through; None where it can't be seen."""
        if not got:
            return None
        red, green, blue, alpha = (part.value for part in self._rgba)
        if alpha == 0:
            return None
        if alpha < 255:
            red, green, blue = (255 - (255 - part) * alpha // 255 for part in (red, green, blue))
        return int(red << 16 | green << 8 | blue)
