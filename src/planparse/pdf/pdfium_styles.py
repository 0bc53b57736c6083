"""How a text object is set, by PDFium: its style, its slant, and the text that the file gives instead of it."""

from __future__ import annotations

import ctypes
import math
from ctypes import addressof, c_float, c_int, c_uint, c_ulong

import pypdfium2.raw as raw

from planparse.pdf import pdfium_calls as calls
from planparse.pdf.display import Display
from planparse.pdf.fonts import is_bold, is_italic, plain_name
from planparse.pdf.pieces import Style

_ACTUAL_TEXT = ctypes.create_string_buffer(b"ActualText")
_ACTUAL_TEXT_AT = addressof(_ACTUAL_TEXT)
_STROKED, _UNSEEN = frozenset({1, 2, 5, 6}), frozenset({3, 7})
"""text render modes"""


class PdfiumStyles:
    """The styles of one page's text objects; handles are addresses and hold for that page only."""

    def __init__(self) -> None:
        self._matrix = raw.FS_MATRIX()
        self._matrix_at = addressof(self._matrix)
        self._rgba = [c_uint() for _ in range(4)]
        self._rgba_at = [addressof(part) for part in self._rgba]
        self._int, self._float, self._length = c_int(), c_float(), c_ulong()
        self._length_at = addressof(self._length)
        self._page = 0
        self._display = Display(0, 0, 0, 0)
        self._fonts: dict[int, tuple[str, bool, bool]] = {}
        self._pool: dict[tuple[object, ...], Style] = {}
        self.known: dict[int, Style] = {}
        """text object → style; the same style is the same object, so that it can be compared by identity"""
        self.plain: set[int] = set()
        """text objects that run along an unturned page, unslanted: for these a place needs no reckoning"""
        self.shears: dict[int, float] = {}
        self.replaced: set[int] = set()
        """text objects that the file gives other text for; all letters of one have the same origin"""

    def start_page(self, text_page: int, display: Display) -> None:
        self._page, self._display = text_page, display
        for kept in (self._fonts, self._pool, self.known, self.shears, self.plain, self.replaced):
            kept.clear()

    def style(self, owner: int, index: int) -> Style:
        """The style of the text object ``owner``, of which ``index`` is a letter."""
        known = self.known.get(owner)
        return known if known is not None else self._read(owner, index)

    def _read(self, owner: int, index: int) -> Style:
        matrix = self._matrix
        calls.char_matrix(self._page, index, self._matrix_at)
        a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
        mode = calls.text_mode(owner)
        if calls.fill_color(owner, *self._rgba_at):
            red, green, blue, alpha = self._rgba
            color, seen = red.value << 16 | green.value << 8 | blue.value, alpha.value > 0
        else:
            color, seen = 0, True
        key = (
            calls.text_font(owner),
            calls.char_size(self._page, index),
            a,
            b,
            c,
            d,
            color,
            mode if seen else 3,
            calls.object_tag(owner),
        )
        style = self._pool.get(key)
        if style is None:
            style = self._pool[key] = self._made(*key)
        self.known[owner] = style
        shear = c / d if b == 0 and d > 0 else 0.0
        if shear:
            self.shears[owner] = shear
        if self.replacement(owner) is not None:
            self.replaced.add(owner)
        elif not shear and style.turned == 0 and self._display.rotation == 0:
            self.plain.add(owner)
        return style

    def _made(
        self, font: int | None, size: float, a: float, b: float, c: float, d: float, color: int, mode: int, tag: int
    ) -> Style:
        name, bold, italic = self._font(font)
        shear = c / d if b == 0 and d > 0 else 0.0
        return Style(
            round(abs(size) * math.hypot(c, d), 2),
            name,
            bold or mode in _STROKED,
            italic or 0.1 < shear < 0.6,
            color,
            self._display.turned(a, b),
            mode in _UNSEEN,
            tag,
        )

    def replacement(self, owner: int) -> str | None:
        """The text that the file gives instead of an object's letters (ActualText), None where it gives none."""
        for index in range(calls.object_marks(owner)):
            mark = calls.object_mark(owner, index)
            if mark and calls.mark_text(mark, _ACTUAL_TEXT_AT, None, 0, self._length_at):
                room = ctypes.create_string_buffer(self._length.value + 2)
                calls.mark_text(mark, _ACTUAL_TEXT_AT, addressof(room), self._length.value, self._length_at)
                return room.raw.decode("utf-16-le", "replace").rstrip("\0")
        return None

    def hyphen(self, owner: int) -> str:
        """The hyphen at a line's end as the file has it: a soft one where its font has only that."""
        if owner in self.replaced and self.replacement(owner) == "\u00ad":
            return "\u00ad"
        font = calls.text_font(owner)
        if not font:
            return "-"
        widths = []
        for code in (0x2D, 0xAD):
            self._float.value = 0
            calls.glyph_width(font, code, 10.0, addressof(self._float))
            widths.append(self._float.value)
        return "\u00ad" if widths[0] == 0 and widths[1] > 0 else "-"

    def _font(self, font: int | None) -> tuple[str, bool, bool]:
        if not font:
            return ("", False, False)
        known = self._fonts.get(font)
        if known is None:
            room = ctypes.create_string_buffer(256)
            length = min(calls.font_name(font, addressof(room), 256), 256)
            name = plain_name(room.raw[: max(length - 1, 0)].decode("utf-8", "replace"))
            flags = calls.font_flags(font)
            angle = self._int.value if calls.font_angle(font, addressof(self._int)) else 0
            known = (name, is_bold(name, flags, calls.font_weight(font)), is_italic(name, angle))
            self._fonts[font] = known
        return known
