"""What a file says of itself, by PDFium: version, producer, dates, language, bookmarks."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2
import pypdfium2.raw as raw

from planparse.pdf.dates import iso_date
from planparse.pdf.page import Bookmark, FileFacts
from planparse.pdf.pdfium_strings import utf16
from planparse.pdf.source import Source

_MOST_BOOKMARKS = 5_000
_MOST_DEPTH = 10


def file_facts(document: Any, source: Source, tops: dict[int, float | None]) -> FileFacts:
    """All facts but the tagged headings, which are found while pages are read.

    ``tops`` has for the indices of pages the upper edge of an upright one, None for a turned one. It need not have all;
    the others that bookmarks lead to are loaded, which takes as long as all the rest, and added to it.
    """
    info = {key: _about(document, key) for key in ("Producer", "CreationDate", "Title")}
    version = document.get_version()
    return FileFacts(
        source.name,
        source.sha256,
        source.byte_size,
        len(document),
        info["Producer"] or None,
        iso_date(info["CreationDate"]),
        f"{version // 10}.{version % 10}" if version else None,
        source.pdfa,
        bool(raw.FPDFCatalog_IsTagged(document)),
        _language(document),
        info["Title"] or None,
        tuple(_bookmarks(document, tops)),
    )


def _about(document: Any, key: str) -> str:
    name = key.encode("ascii") + b"\0"
    return utf16(lambda room, length: raw.FPDF_GetMetaText(document, name, room, length)).strip()


def _language(document: Any) -> str | None:
    room_type = ctypes.POINTER(ctypes.c_ushort)
    language = utf16(
        lambda room, length: raw.FPDFCatalog_GetLanguage(
            document, ctypes.cast(room, room_type) if room else None, length
        )
    )
    return language.strip("\0 ") or None


def _bookmarks(document: Any, tops: dict[int, float | None]) -> list[Bookmark]:
    out: list[Bookmark] = []
    try:
        for entry in document.get_toc(max_depth=_MOST_DEPTH):
            if len(out) >= _MOST_BOOKMARKS:
                break
            title = " ".join(_title(entry).split())
            if title:
                out.append(Bookmark(title, entry.level + 1, *_target(document, entry, tops)))
    except pypdfium2.PdfiumError:
        return out
    return out


def _title(entry: Any) -> str:
    return utf16(lambda room, length: raw.FPDFBookmark_GetTitle(entry, room, length))


def _target(document: Any, entry: Any, tops: dict[int, float | None]) -> tuple[int | None, float | None]:
    """The page, from 1, and the place on it as displayed."""
    target = entry.get_dest()
    index = target.get_index() if target else None
    if index is None or not 0 <= index < len(document):
        return None, None
    has_x, has_y, has_zoom = ctypes.c_int(), ctypes.c_int(), ctypes.c_int()
    x, y, zoom = ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
    raw.FPDFDest_GetLocationInPage(target, has_x, has_y, has_zoom, x, y, zoom)
    if not has_y.value:
        return index + 1, None
    if index not in tops:
        tops[index] = _top(document, index)
    top = tops[index]
    return index + 1, round(max(0.0, top - y.value), 2) if top is not None else None


def _top(document: Any, index: int) -> float | None:
    page = document[index]
    try:
        box = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(page, box)
        return box.top if page.get_rotation() == 0 else None
    finally:
        page.close()
