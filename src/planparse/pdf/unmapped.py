"""Letters that PDFium finds no meaning for: looked up by the names that their font gives its glyphs.

Old layout programs set ligatures from a font's unused codes and name them only as "f_i" in its encoding. PDFium then
gives the bare code, a control character. pdfminer knows such names; its import and its reading of the file are paid
for only when a page has such a letter.
"""

from __future__ import annotations

import contextlib
import io
import logging
from collections.abc import Iterator
from typing import Any

from planparse.pdf.fonts import plain_name
from planparse.pdf.source import Source

UNKNOWN = "\ufffd"
_SAME_WIDTH = 0.06
"""ems by which two widths of one glyph may differ: PDFium's takes in what of the ink stands out"""
_MOST_DEPTH = 3


class UnmappedLetters:
    """Looks letters of one file up; ``meaning`` gives U+FFFD for what stays unknown."""

    def __init__(self, source: Source, password: str | None) -> None:
        self._source, self._password = source, password
        self._pdf: Any = None
        self._closed_to_us = False
        self._fonts: dict[int, list[Any]] = {}

    def close(self) -> None:
        if self._pdf is not None:
            with contextlib.suppress(Exception):  # it goes through the pages once more, broken ones too
                self._pdf.close()

    def meaning(self, page: int, font: str, code: int, width: float) -> str:
        """What code ``code`` of a page's font means, where the glyph is ``width`` ems wide.

        Fonts of one name may use a code for different glyphs; the width tells them apart, and where it does not, no
        one can.
        """
        found = set()
        for one in self._page_fonts(page):
            if plain_name(str(getattr(one, "basefont", "") or one.fontname or "")) != font:
                continue
            try:
                text = str(one.to_unichr(code))
                own = float(one.char_width(code))
            except Exception:  # pdfminer has an exception of its own for a code without a name, and broken fonts theirs
                continue
            if text.isprintable() and abs(own - width) < _SAME_WIDTH:
                found.add(text)
        return found.pop() if len(found) == 1 else UNKNOWN

    def _page_fonts(self, page: int) -> list[Any]:
        if page not in self._fonts:
            try:
                self._fonts[page] = list(self._read_fonts(page)) if self._open() else []
            except Exception:  # a page that only PDFium can read: its unmapped letters stay so
                self._fonts[page] = []
        return self._fonts[page]

    def _open(self) -> bool:
        """Opens the file the first time; False where only PDFium can."""
        if self._pdf is None and not self._closed_to_us:
            import pdfplumber

            logging.getLogger("pdfminer").setLevel(logging.ERROR)
            try:
                self._pdf = pdfplumber.open(io.BytesIO(self._source.data), password=self._password)
            except Exception:  # whatever a broken file leads pdfminer to
                self._closed_to_us = True
        return self._pdf is not None

    def _read_fonts(self, page: int) -> Iterator[Any]:
        opened = self._pdf.pages[page - 1]
        yield from self._fonts_in(opened.page_obj.resources, 0)
        opened.close()

    def _fonts_in(self, resources: Any, depth: int) -> Iterator[Any]:
        from pdfminer.pdftypes import dict_value, resolve1

        for reference in dict_value(resources.get("Font") or {}).values():
            objid = getattr(reference, "objid", None)
            yield self._pdf.rsrcmgr.get_font(objid, dict_value(reference))
        if depth < _MOST_DEPTH:
            for form in dict_value(resources.get("XObject") or {}).values():
                inner = getattr(resolve1(form), "attrs", {}).get("Resources")
                if inner is not None:
                    yield from self._fonts_in(dict_value(inner), depth + 1)
