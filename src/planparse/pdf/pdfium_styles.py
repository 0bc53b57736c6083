"""How a text object is set, by PDFium: its style, its slant, and the text that the file gives instead of it."""

from __future__ import annotations

import ctypes
import math
import struct
from ctypes import byref, c_float, c_int, c_size_t, c_ulong

from planparse.pdf import pdfium_calls as calls
from planparse.pdf.display import Display
from planparse.pdf.fonts import is_bold, is_italic, plain_name
from planparse.pdf.pieces import Style

_ACTUAL_TEXT = ctypes.create_string_buffer(b"ActualText")
_ACTUAL_TEXT_AT = byref(_ACTUAL_TEXT)
_NO_ROOM = c_ulong(0)
_STROKED, _UNSEEN = frozenset({1, 2, 5, 6}), frozenset({3, 7})
"""text render modes"""
_LOOK = struct.Struct("=4I4f")
"""a text object's red, green, blue and alpha, then its matrix but for its place, as PDFium writes them into one room"""
_NAME = 256
"""bytes of a font's name that are read"""
_BLACK = struct.pack("=4I", 0, 0, 0, 255)
"""where a text object has no colour of its own"""


class PdfiumStyles:
    """The styles of one page's text objects; addresses hold for that page only."""

    def __init__(self) -> None:
        self._look = ctypes.create_string_buffer(_LOOK.size + 8)
        self._rgba_at = [byref(self._look, 4 * part) for part in range(4)]
        self._matrix_at = byref(self._look, len(_BLACK))
        self._name = ctypes.create_string_buffer(_NAME)
        self._name_at = byref(self._name)
        self._int, self._float, self._length = c_int(), c_float(), c_ulong()
        self._length_at = byref(self._length)
        self._page: calls.Reference = None
        self._display = Display(0, 0, 0, 0)
        self._fonts: dict[int, tuple[str, bool, bool]] = {}
        self._looks: dict[tuple[object, ...], tuple[Style, float]] = {}
        self._pool: dict[tuple[object, ...], Style] = {}
        self._said: dict[int, str | None] = {}
        """mark → the text that it gives; the objects that it goes over share it"""
        self.known: dict[int, Style] = {}
        """text object → style; the same style is the same object, so that it can be compared by identity"""
        self.plain: dict[int, Style] = {}
        """of text objects that run along an unturned page, unslanted: for these a place needs no reckoning"""
        self.shears: dict[int, float] = {}
        self.replaced: set[int] = set()
        """text objects that the file gives other text for; all letters of one have the same origin"""

    def start_page(self, text_page: calls.Reference, display: Display) -> None:
        self._page, self._display = text_page, display
        kept = (self._fonts, self._looks, self._pool, self._said, self.known, self.shears, self.plain, self.replaced)
        for memory in kept:
            memory.clear()

    def style(self, owner: int, index: int) -> Style:
        """The style of the text object ``owner``, of which ``index`` is a letter."""
        known = self.known.get(owner)
        return known if known is not None else self._read(owner, index)

    def plain_one(self, owner: int, index: int) -> Style | None:
        """The style of a text object where it is a plain one."""
        if not owner or owner in self.known:
            return None
        self._read(owner, index)
        return self.plain.get(owner)

    def _read(self, owner: int, index: int) -> Style:
        text = calls.handle(owner)
        calls.char_matrix(self._page, index, self._matrix_at)
        if not calls.fill_color(text, *self._rgba_at):
            ctypes.memmove(self._look, _BLACK, len(_BLACK))
        key = (
            calls.text_font(text),
            calls.char_size(self._page, index),
            calls.text_mode(text),
            calls.object_tag(text),
            self._look.raw[: _LOOK.size],
        )
        known = self._looks.get(key)
        if known is None:
            known = self._looks[key] = self._told(*key)
        style, shear = known
        self.known[owner] = style
        if shear:
            self.shears[owner] = shear
        if self.replacement(owner) is not None:
            self.replaced.add(owner)
        elif not shear and style.turned == 0 and self._display.rotation == 0:
            self.plain[owner] = style
        return style

    def _told(self, font: int, size: float, mode: int, tag: int, look: bytes) -> tuple[Style, float]:
        """A style, and the slant of its letters."""
        red, green, blue, alpha, a, b, c, d = _LOOK.unpack(look)
        key = (font, size, a, b, c, d, red << 16 | green << 8 | blue, mode if alpha else 3, tag)
        style = self._pool.get(key)
        if style is None:
            style = self._pool[key] = self._made(*key)
        return style, c / d if b == 0 and d > 0 else 0.0

    def _made(
        self, font: int, size: float, a: float, b: float, c: float, d: float, color: int, mode: int, tag: int
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
        text = calls.handle(owner)
        for index in range(calls.object_marks(text)):
            mark = calls.object_mark(text, c_ulong(index))
            if mark and mark not in self._said:
                self._said[mark] = self._actual_text(calls.handle(mark))
            said = self._said.get(mark)
            if said is not None:
                return said
        return None

    def _actual_text(self, mark: calls.Reference) -> str | None:
        if not calls.mark_text(mark, _ACTUAL_TEXT_AT, None, _NO_ROOM, self._length_at):
            return None
        room = ctypes.create_string_buffer(self._length.value + 2)
        calls.mark_text(mark, _ACTUAL_TEXT_AT, byref(room), self._length, self._length_at)
        return room.raw[: self._length.value].decode("utf-16-le", "replace").rstrip("\0")

    def hyphen(self, owner: int) -> str:
        """The hyphen at a line's end as the file has it: a soft one where its font has only that."""
        if owner in self.replaced and self.replacement(owner) == "\u00ad":
            return "\u00ad"
        font = calls.text_font(calls.handle(owner))
        if not font:
            return "-"
        widths = []
        for code in (0x2D, 0xAD):
            self._float.value = 0
            calls.glyph_width(calls.handle(font), code, c_float(10.0), byref(self._float))
            widths.append(self._float.value)
        return "\u00ad" if widths[0] == 0 and widths[1] > 0 else "-"

    def _font(self, place: int) -> tuple[str, bool, bool]:
        if not place:
            return ("", False, False)
        known = self._fonts.get(place)
        if known is None:
            font = calls.handle(place)
            length = min(calls.font_name(font, self._name_at, c_size_t(_NAME)), _NAME)
            name = plain_name(self._name.raw[: max(length - 1, 0)].decode("utf-8", "replace"))
            flags = calls.font_flags(font)
            angle = self._int.value if calls.font_angle(font, byref(self._int)) else 0
            known = (name, is_bold(name, flags, calls.font_weight(font)), is_italic(name, angle))
            self._fonts[place] = known
        return known
