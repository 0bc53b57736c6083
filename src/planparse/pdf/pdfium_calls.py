"""PDFium's small getters, bound for speed: a page asks them thousands of times.

pypdfium2's own bindings check and wrap a pointer in every call. Handles are plain addresses here and results land in
buffers that are made once, which halves the time of a call. PDFium is not thread-safe, so nothing is lost by holding
the interpreter's lock in calls that only look something up.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import c_double, c_float, c_int, c_uint, c_ulong, c_void_p
from typing import Any

import pypdfium2.raw as raw

Call = Callable[..., Any]


def _bind(name: str, result: Any, *arguments: Any) -> Call:
    place = ctypes.cast(getattr(raw, name), c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(place)


def address(handle: Any) -> int:
    """The address that a pypdfium2 handle or object stands for, 0 for none."""
    return ctypes.cast(getattr(handle, "raw", handle), c_void_p).value or 0


char_count = _bind("FPDFText_CountChars", c_int, c_void_p)
char_text = _bind("FPDFText_GetText", c_int, c_void_p, c_int, c_int, c_void_p)
char_unicode = _bind("FPDFText_GetUnicode", c_uint, c_void_p, c_int)
char_object = _bind("FPDFText_GetTextObject", c_void_p, c_void_p, c_int)
char_hyphen = _bind("FPDFText_IsHyphen", c_int, c_void_p, c_int)
char_ink = _bind("FPDFText_GetCharBox", c_int, c_void_p, c_int, c_void_p, c_void_p, c_void_p, c_void_p)
char_generated = _bind("FPDFText_IsGenerated", c_int, c_void_p, c_int)
char_box = _bind("FPDFText_GetLooseCharBox", c_int, c_void_p, c_int, c_void_p)
char_origin = _bind("FPDFText_GetCharOrigin", c_int, c_void_p, c_int, c_void_p, c_void_p)
char_matrix = _bind("FPDFText_GetMatrix", c_int, c_void_p, c_int, c_void_p)
char_size = _bind("FPDFText_GetFontSize", c_double, c_void_p, c_int)

text_font = _bind("FPDFTextObj_GetFont", c_void_p, c_void_p)
text_mode = _bind("FPDFTextObj_GetTextRenderMode", c_int, c_void_p)
font_name = _bind("FPDFFont_GetBaseFontName", ctypes.c_size_t, c_void_p, c_void_p, ctypes.c_size_t)
font_flags = _bind("FPDFFont_GetFlags", c_int, c_void_p)
font_weight = _bind("FPDFFont_GetWeight", c_int, c_void_p)
font_angle = _bind("FPDFFont_GetItalicAngle", c_int, c_void_p, c_void_p)
glyph_width = _bind("FPDFFont_GetGlyphWidth", c_int, c_void_p, c_uint, c_float, c_void_p)

object_count = _bind("FPDFPage_CountObjects", c_int, c_void_p)
object_at = _bind("FPDFPage_GetObject", c_void_p, c_void_p, c_int)
object_type = _bind("FPDFPageObj_GetType", c_int, c_void_p)
object_bounds = _bind("FPDFPageObj_GetBounds", c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
object_matrix = _bind("FPDFPageObj_GetMatrix", c_int, c_void_p, c_void_p)
object_marks = _bind("FPDFPageObj_CountMarks", c_int, c_void_p)
object_mark = _bind("FPDFPageObj_GetMark", c_void_p, c_void_p, c_ulong)
mark_text = _bind("FPDFPageObjMark_GetParamStringValue", c_int, c_void_p, c_void_p, c_void_p, c_ulong, c_void_p)
object_tag = _bind("FPDFPageObj_GetMarkedContentID", c_int, c_void_p)
fill_color = _bind("FPDFPageObj_GetFillColor", c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
stroke_color = _bind("FPDFPageObj_GetStrokeColor", c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
stroke_width = _bind("FPDFPageObj_GetStrokeWidth", c_int, c_void_p, c_void_p)
form_count = _bind("FPDFFormObj_CountObjects", c_int, c_void_p)
form_object = _bind("FPDFFormObj_GetObject", c_void_p, c_void_p, c_ulong)
object_clip = _bind("FPDFPageObj_GetClipPath", c_void_p, c_void_p)
clip_count = _bind("FPDFClipPath_CountPaths", c_int, c_void_p)
clip_length = _bind("FPDFClipPath_CountPathSegments", c_int, c_void_p, c_int)
clip_segment = _bind("FPDFClipPath_GetPathSegment", c_void_p, c_void_p, c_int, c_int)
path_mode = _bind("FPDFPath_GetDrawMode", c_int, c_void_p, c_void_p, c_void_p)
path_count = _bind("FPDFPath_CountSegments", c_int, c_void_p)
path_segment = _bind("FPDFPath_GetPathSegment", c_void_p, c_void_p, c_int)
segment_point = _bind("FPDFPathSegment_GetPoint", c_int, c_void_p, c_void_p, c_void_p)
segment_type = _bind("FPDFPathSegment_GetType", c_int, c_void_p)
segment_close = _bind("FPDFPathSegment_GetClose", c_int, c_void_p)

tree_open = _bind("FPDF_StructTree_GetForPage", c_void_p, c_void_p)
tree_close = _bind("FPDF_StructTree_Close", None, c_void_p)
tree_count = _bind("FPDF_StructTree_CountChildren", c_int, c_void_p)
tree_child = _bind("FPDF_StructTree_GetChildAtIndex", c_void_p, c_void_p, c_int)
element_type = _bind("FPDF_StructElement_GetType", c_ulong, c_void_p, c_void_p, c_ulong)
element_count = _bind("FPDF_StructElement_CountChildren", c_int, c_void_p)
element_child = _bind("FPDF_StructElement_GetChildAtIndex", c_void_p, c_void_p, c_int)
element_content = _bind("FPDF_StructElement_GetChildMarkedContentID", c_int, c_void_p, c_int)
