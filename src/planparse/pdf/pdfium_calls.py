"""PDFium's small getters, bound for speed: a page asks them thousands of times.

pypdfium2's own bindings check and wrap a pointer in every call, and ctypes converts each argument of a declared type.
Here no argument is declared, which takes a fourth of the time: an int goes as a C int, and all else has to come as what
it is. So handles are made once by ``handle``, the places of results once by ``byref``, and numbers of other kinds are
``c_float``, ``c_ulong`` or ``c_size_t``. Handles come back as addresses, 0 for none.

PDFium is not thread-safe, so nothing is lost by holding the interpreter's lock in calls that only look something up.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import byref, c_char, c_double, c_int, c_size_t, c_uint, c_ulong, c_void_p
from typing import Any

import pypdfium2.raw as raw

Call = Callable[..., Any]
Reference = Any
"""what ``byref`` gives: a pointer ready to be passed"""

_START = c_char.from_address(0)
"""of all addresses; never looked at"""


def _bind(name: str, result: Any) -> Call:
    place = ctypes.cast(getattr(raw, name), c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result)(place)


def address(thing: Any) -> int:
    """The address that a pypdfium2 handle or object stands for, 0 for none."""
    return ctypes.cast(getattr(thing, "raw", thing), c_void_p).value or 0


def handle(place: int) -> Reference:
    """An address as the calls below take it."""
    return byref(_START, place)


char_count = _bind("FPDFText_CountChars", c_int)
char_text = _bind("FPDFText_GetText", c_int)
char_unicode = _bind("FPDFText_GetUnicode", c_uint)
char_object = _bind("FPDFText_GetTextObject", c_size_t)
char_hyphen = _bind("FPDFText_IsHyphen", c_int)
char_ink = _bind("FPDFText_GetCharBox", c_int)
char_generated = _bind("FPDFText_IsGenerated", c_int)
char_box = _bind("FPDFText_GetLooseCharBox", c_int)
char_origin = _bind("FPDFText_GetCharOrigin", c_int)
char_matrix = _bind("FPDFText_GetMatrix", c_int)
char_size = _bind("FPDFText_GetFontSize", c_double)

text_font = _bind("FPDFTextObj_GetFont", c_size_t)
text_mode = _bind("FPDFTextObj_GetTextRenderMode", c_int)
font_name = _bind("FPDFFont_GetBaseFontName", c_size_t)
font_flags = _bind("FPDFFont_GetFlags", c_int)
font_weight = _bind("FPDFFont_GetWeight", c_int)
font_angle = _bind("FPDFFont_GetItalicAngle", c_int)
glyph_width = _bind("FPDFFont_GetGlyphWidth", c_int)

object_count = _bind("FPDFPage_CountObjects", c_int)
object_at = _bind("FPDFPage_GetObject", c_size_t)
object_type = _bind("FPDFPageObj_GetType", c_int)
object_bounds = _bind("FPDFPageObj_GetBounds", c_int)
object_matrix = _bind("FPDFPageObj_GetMatrix", c_int)
object_marks = _bind("FPDFPageObj_CountMarks", c_int)
object_mark = _bind("FPDFPageObj_GetMark", c_size_t)
mark_text = _bind("FPDFPageObjMark_GetParamStringValue", c_int)
object_tag = _bind("FPDFPageObj_GetMarkedContentID", c_int)
fill_color = _bind("FPDFPageObj_GetFillColor", c_int)
stroke_color = _bind("FPDFPageObj_GetStrokeColor", c_int)
stroke_width = _bind("FPDFPageObj_GetStrokeWidth", c_int)
form_count = _bind("FPDFFormObj_CountObjects", c_int)
form_object = _bind("FPDFFormObj_GetObject", c_size_t)
object_clip = _bind("FPDFPageObj_GetClipPath", c_size_t)
clip_count = _bind("FPDFClipPath_CountPaths", c_int)
clip_length = _bind("FPDFClipPath_CountPathSegments", c_int)
clip_segment = _bind("FPDFClipPath_GetPathSegment", c_size_t)
path_mode = _bind("FPDFPath_GetDrawMode", c_int)
path_count = _bind("FPDFPath_CountSegments", c_int)
path_segment = _bind("FPDFPath_GetPathSegment", c_size_t)
segment_point = _bind("FPDFPathSegment_GetPoint", c_int)
segment_type = _bind("FPDFPathSegment_GetType", c_int)
segment_close = _bind("FPDFPathSegment_GetClose", c_int)

tree_open = _bind("FPDF_StructTree_GetForPage", c_size_t)
tree_close = _bind("FPDF_StructTree_Close", None)
tree_count = _bind("FPDF_StructTree_CountChildren", c_int)
tree_child = _bind("FPDF_StructTree_GetChildAtIndex", c_size_t)
element_type = _bind("FPDF_StructElement_GetType", c_ulong)
element_count = _bind("FPDF_StructElement_CountChildren", c_int)
element_child = _bind("FPDF_StructElement_GetChildAtIndex", c_size_t)
element_content = _bind("FPDF_StructElement_GetChildMarkedContentID", c_int)
