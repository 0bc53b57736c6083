"""The headings of a page's structure tree, by PDFium: level and marked contents of each."""

from __future__ import annotations

import ctypes

from planparse.pdf import pdfium_calls as calls
from planparse.pdf.tags import Heading

_LEVELS = {name.encode("utf-16-le"): level for level, name in enumerate(("H", "H1", "H2", "H3", "H4", "H5", "H6"))}
_MOST_ELEMENTS = 20_000
_MOST_DEPTH = 60
_Room = ctypes.c_char * 16
"""for a role's name: longer ones are no headings"""


def headings_of(page: calls.Reference) -> list[Heading]:
    """The headings of a tagged page in the tree's order; kinds of the file's own are mapped to their role."""
    address = calls.tree_open(page)
    if not address:
        return []
    tree = calls.handle(address)
    out: list[Heading] = []
    room = _Room()
    room_at, room_size = ctypes.byref(room), ctypes.c_ulong(len(room))
    try:
        count = calls.tree_count(tree)
        pending = [(child, 0) for i in range(count - 1, -1, -1) if (child := calls.tree_child(tree, i))]
        visited = 0
        while pending and visited < _MOST_ELEMENTS:
            address, depth = pending.pop()
            visited += 1
            element = calls.handle(address)
            length = calls.element_type(element, room_at, room_size)
            level = _LEVELS.get(room.raw[: length - 2]) if 2 < length <= 6 else None
            if level is not None:
                out.append((level, _contents(element)))
            elif depth < _MOST_DEPTH:
                count = calls.element_count(element)
                pending += [
                    (child, depth + 1) for i in range(count - 1, -1, -1) if (child := calls.element_child(element, i))
                ]
    finally:
        calls.tree_close(tree)
    return out


def _contents(element: calls.Reference, depth: int = 0) -> list[int]:
    out: list[int] = []
    for index in range(calls.element_count(element)):
        child = calls.element_child(element, index)
        if child:
            if depth < _MOST_DEPTH:
                out.extend(_contents(calls.handle(child), depth + 1))
            continue
        mcid = calls.element_content(element, index)
        if mcid >= 0:
            out.append(mcid)
    return out
