"""The headings of a page's structure tree, by PDFium: level and marked contents of each."""

from __future__ import annotations

import ctypes
import re
from typing import Any

import pypdfium2.raw as raw

from planparse.pdf.tags import Heading

_HEADING = re.compile(r"H([1-6])?")
_MOST_ELEMENTS = 20_000
_MOST_DEPTH = 60


def headings_of(page: Any) -> list[Heading]:
    """The headings of a tagged page in the tree's order; kinds of the file's own are mapped to their role."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return []
    out: list[Heading] = []
    room = ctypes.create_string_buffer(64)
    try:
        count = raw.FPDF_StructTree_CountChildren(tree)
        pending = [(raw.FPDF_StructTree_GetChildAtIndex(tree, i), 0) for i in reversed(range(count))]
        visited = 0
        while pending and visited < _MOST_ELEMENTS:
            element, depth = pending.pop()
            if not element:
                continue
            visited += 1
            length = raw.FPDF_StructElement_GetType(element, room, 64)
            match = _HEADING.fullmatch(room.raw[: max(length - 2, 0)].decode("utf-16-le", "replace"))
            if match:
                out.append((int(match[1] or 0), _contents(element)))
            elif depth < _MOST_DEPTH:
                count = raw.FPDF_StructElement_CountChildren(element)
                pending += [
                    (raw.FPDF_StructElement_GetChildAtIndex(element, i), depth + 1) for i in reversed(range(count))
                ]
    finally:
        raw.FPDF_StructTree_Close(tree)
    return out


def _contents(element: Any, depth: int = 0) -> list[int]:
    out: list[int] = []
    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, index)
        if child:
            if depth < _MOST_DEPTH:
                out.extend(_contents(child, depth + 1))
            continue
        mcid = raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
        if mcid >= 0:
            out.append(mcid)
    return out
