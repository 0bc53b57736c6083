"""A page's paths and pictures by PDFium → strokes and places of pictures; forms are gone into."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import addressof, c_float, c_int, c_uint
from typing import NamedTuple

import pypdfium2.raw as raw

from planparse.pdf import pdfium_calls as calls
from planparse.pdf.display import Matrix, multiply, place, place_box
from planparse.pdf.page import Bbox
from planparse.pdf.strokes import Strokes

TEXT, PATH, IMAGE, SHADING, FORM = 1, 2, 3, 4, 5
LINE_TO, CURVE_TO, MOVE_TO = 0, 1, 2
MOST_DEPTH = 12
MOST_OBJECTS = 200_000
_MOST_SEGMENTS = 400
"""a path of more segments is a drawing, and no frame of a table"""


class Found(NamedTuple):
    """A picture: its handle and its place as displayed."""

    handle: int
    bbox: Bbox


class TooManyObjects(Exception):
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
        self._walk(((calls.object_at(page, i)) for i in range(calls.object_count(page))), shown, strokes, pictures, 0)
        return pictures

    def _walk(
        self, handles: Iterator[int | None], shown: Matrix, strokes: Strokes, pictures: list[Found], depth: int
    ) -> None:
        for handle in handles:
            self._count += 1
            if self._count > MOST_OBJECTS:
                raise TooManyObjects
            if not handle:
                continue
            kind = calls.object_type(handle)
            if kind == PATH:
                self._path(handle, shown, strokes)
            elif kind == IMAGE:
                pictures.append(Found(handle, place_box(self._own_matrix(handle, shown), 0, 0, 1, 1)))
            elif kind == FORM and depth < MOST_DEPTH:
                inner = (calls.form_object(handle, i) for i in range(calls.form_count(handle)))
                self._walk(inner, self._own_matrix(handle, shown), strokes, pictures, depth + 1)

    def _own_matrix(self, handle: int, shown: Matrix) -> Matrix:
        own = self._matrix
        calls.object_matrix(handle, addressof(own))
        return multiply((own.a, own.b, own.c, own.d, own.e, own.f), shown)

    def _path(self, handle: int, shown: Matrix, strokes: Strokes) -> None:
        calls.path_mode(handle, self._fill_at, self._stroke_at)
        filled, stroked = self._fill.value, self._stroke.value
        if filled:
            self._filled(handle, shown, strokes, calls.path_count(handle))
        if stroked:
            self._stroked(handle, shown, strokes)

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

    def _filled(self, handle: int, shown: Matrix, strokes: Strokes, count: int) -> None:
        color = self._color(calls.fill_color(handle, *self._rgba_at))
        if color is None or count > _MOST_SEGMENTS:
            return
        if count <= 6:
            shape: str | None = self._outline(handle, count)
            if shape is None:
                return
            if not self._stroke.value:
                calls.object_bounds(handle, *self._floats_at)
                x0, y0, x1, y1 = (part.value for part in self._floats)
                strokes.area(*place_box(shown, x0, y0, x1, y1), color, shape)
                return
        for bbox, shape in self._contours(handle, shown, count):
            strokes.area(*bbox, color, shape)

    def _outline(self, handle: int, count: int) -> str | None:
        """ "rect" or "round" for a path of a single simple contour, None for another."""
        kinds = [calls.segment_type(calls.path_segment(handle, i)) for i in range(count)]
        curves = kinds.count(CURVE_TO)
        if curves == 0:
            return "rect" if count >= 4 or count == 2 else None
        return "round" if curves >= count - 2 else "rect"

    def _contours(self, handle: int, shown: Matrix, count: int) -> Iterator[tuple[Bbox, str]]:
        """Each closed contour of a path that is a rectangle or a round spot."""
        whole = self._own_matrix(handle, shown)
        points: list[tuple[float, float]] = []
        curves = lines = 0
        for index in range(count + 1):
            kind = MOVE_TO
            if index < count:
                segment = calls.path_segment(handle, index)
                kind = calls.segment_type(segment)
                calls.segment_point(segment, self._floats_at[0], self._floats_at[1])
            if kind == MOVE_TO:
                bbox, shape = _contour(points, curves, lines)
                if bbox is not None:
                    yield bbox, shape
                points, curves, lines = [], 0, 0
            curves += kind == CURVE_TO
            lines += kind == LINE_TO
            points.append(place(whole, self._floats[0].value, self._floats[1].value))

    def _stroked(self, handle: int, shown: Matrix, strokes: Strokes) -> None:
        count = calls.path_count(handle)
        color = self._color(calls.stroke_color(handle, *self._rgba_at))
        if color is None or count > _MOST_SEGMENTS:
            return
        whole = self._own_matrix(handle, shown)
        width = self._floats[0].value if calls.stroke_width(handle, self._floats_at[0]) else 0.0
        width *= abs(whole[0] * whole[3] - whole[1] * whole[2]) ** 0.5
        start = here = (0.0, 0.0)
        for index in range(count):
            segment = calls.path_segment(handle, index)
            kind = calls.segment_type(segment)
            calls.segment_point(segment, self._floats_at[0], self._floats_at[1])
            point = place(whole, self._floats[0].value, self._floats[1].value)
            if kind == MOVE_TO:
                start = point
            elif kind == LINE_TO:
                strokes.segment(*here, *point, width, color)
            if calls.segment_close(segment) and kind != CURVE_TO:
                strokes.segment(*point, *start, width, color)
            here = point


def _contour(points: list[tuple[float, float]], curves: int, lines: int) -> tuple[Bbox | None, str]:
    if len(points) < 3:
        return None, ""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    bbox = (min(xs), min(ys), max(xs), max(ys))
    if curves:
        return bbox, "round" if not lines and curves <= 12 else "rect"
    edge = 0.3
    square = all(
        (x - bbox[0] < edge or bbox[2] - x < edge) and (y - bbox[1] < edge or bbox[3] - y < edge) for x, y in points
    )
    return (bbox, "rect") if square else (None, "")
