"""A page's text by PDFium → pieces.

PDFium hands out a page's whole text in one call; asking for each letter's place would cost five times as much as
reading the text. So the text is cut at white space first, and only a word's first and last letters are asked for
their place and the text object that they belong to. A word that spans several objects, or is wider than its letters
can be, is gone through letter by letter.
"""

from __future__ import annotations

import ctypes
import math
import re
from ctypes import addressof, c_double, c_float, c_int, c_uint, c_ulong

import pypdfium2.raw as raw

from planparse.pdf import pdfium_calls as calls
from planparse.pdf.display import Display
from planparse.pdf.fonts import is_bold, is_italic, plain_name
from planparse.pdf.letters import joined, needs_cutting
from planparse.pdf.pieces import Piece, Style, along

HYPHEN = "\ufffe"
"""what PDFium gives for a hyphen at a line's end; the next line follows without white space"""
_WORD = re.compile(r"[^\s\ufffe]+\ufffe?|\ufffe")
_ACTUAL_TEXT = ctypes.create_string_buffer(b"ActualText")
_ACTUAL_TEXT_AT = addressof(_ACTUAL_TEXT)
_SPACING = 0.5
"""the widest letter-spacing looked for, in ems"""
_LOOSE = 0.58
"""mean width of a letter, in ems, from which it may be letter-spaced"""
_WIDE = 0.72
"""mean width of a letter, in ems, over which a word is gone through for gaps; text fonts have 0.45–0.55, capitals 0.7"""


class PdfiumText:
    """Reads the text of one document's pages; its buffers are used over and over."""

    def __init__(self) -> None:
        self._box = raw.FS_RECTF()
        self._box_at = addressof(self._box)
        self._x, self._y = c_double(), c_double()
        self._x_at, self._y_at = addressof(self._x), addressof(self._y)
        self._matrix = raw.FS_MATRIX()
        self._rgba = [c_uint() for _ in range(4)]
        self._rgba_at = [addressof(part) for part in self._rgba]
        self._int, self._float = c_int(), c_float()
        self._length = c_ulong()
        self._length_at = addressof(self._length)
        self._replaced: set[int] = set()
        self._page = 0
        self._upright = True
        self._display = Display(0, 0, 0, 0)
        self._styles: dict[int, Style] = {}
        self._pool: dict[Style, Style] = {}
        self._shears: dict[int, float] = {}
        self._fonts: dict[int, tuple[str, bool, bool]] = {}

    def pieces(self, text_page: int, display: Display) -> list[Piece]:
        """The pieces of a loaded text page, in PDFium's order."""
        self._page, self._display = text_page, display
        self._upright = display.rotation == 0
        self._styles, self._shears, self._fonts = {}, {}, {}
        self._replaced.clear()
        text = self._text(calls.char_count(text_page))
        out: list[Piece] = []
        end = 0
        before = (0, 0)
        for match in _WORD.finditer(text):
            first = match.start()
            if first < end:
                continue
            here = (first, len(out))
            self._add_word(out, match[0], first, match.end())
            if len(out) > here[1] > before[1] and self._spaced(out, here[1], first):
                # The word before and all up to the file's next own white space are gone through once more.
                first, kept = before
                end = self._run_end(text, match.end())
                del out[kept:]
                self._add_letters(out, text[first:end], first)
            else:
                before = here
        return out

    def _spaced(self, out: list[Piece], at: int, first: int) -> bool:
        """Whether the white space before a word may be PDFium's reading of letter-spacing."""
        last, piece = out[at - 1], out[at]
        size = piece.style.size
        if not 0 < piece.start - last.end < _SPACING * size or abs(piece.base - last.base) > 0.1 * size:
            return False
        if not self._generated(first - 1):
            return False
        widths = [(one.end - one.start) / len(one.text) for one in (last, piece)]
        return max(widths) > _LOOSE * size or len(last.text) == len(piece.text) == 1

    def _run_end(self, text: str, first: int) -> int:
        """Where the file's own white space, or the line, ends what begins at a place."""
        for at in range(first, len(text)):
            if text[at] == HYPHEN or (text[at].isspace() and not (text[at] == " " and self._generated(at))):
                return at
        return len(text)

    def _text(self, count: int) -> str:
        if count <= 0:
            return ""
        room = ctypes.create_string_buffer(4 * count + 4)
        written = calls.char_text(self._page, 0, count, addressof(room))
        text = room.raw[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
        if len(text) == count:
            return text
        codes = [calls.char_unicode(self._page, index) for index in range(count)]
        return "".join(HYPHEN if code == 2 else chr(code) if 0 < code < 0x110000 else " " for code in codes)

    def _add_word(self, out: list[Piece], text: str, first: int, end: int) -> None:
        page = self._page
        owner = calls.char_object(page, first)
        if not owner:
            return
        last = end - 1
        if last != first and calls.char_object(page, last) != owner:
            self._add_letters(out, text, first)
            return
        style = self._styles.get(owner) or self._style(owner, first)
        if self._upright and style.turned == 0 and owner not in self._shears:
            # What _origin and _end do, without the calls: nine words of ten come this way.
            calls.char_origin(page, first, self._x_at, self._y_at)
            calls.char_box(page, last, self._box_at)
            start, base = self._x.value - self._display.left, self._display.top - self._y.value
            stop = self._box.right - self._display.left
        else:
            start, base = self._origin(first, style)
            stop = self._end(last, style, owner)
        if stop - start > _WIDE * style.size * (end - first) or owner in self._replaced or needs_cutting(text):
            self._add_letters(out, text, first)
            return
        apart = first > 0 and not (self._touches(out, start, base, style) and self._generated(first - 1))
        if text[-1] == HYPHEN:
            text = text[:-1] + self._hyphen(owner)
        out.append(Piece(text, start, stop, base, style, apart))

    def _add_letters(self, out: list[Piece], text: str, first: int) -> None:
        """The word's letters one by one, joined to pieces of one style without gaps."""
        letters: list[Piece] = []
        apart = True
        for index, letter in enumerate(text, first):
            owner = calls.char_object(self._page, index)
            if not owner or letter == " ":
                apart = True
                continue
            style = self._styles.get(owner) or self._style(owner, index)
            start, base = self._origin(index, style)
            stop = self._end(index, style, owner)
            if owner in self._replaced:
                # All letters of a replacement have the origin of what it replaces; their boxes divide its width.
                start = self._box_start(style)
            if letter == HYPHEN:
                letter = self._hyphen(owner)
            letters.append(Piece(letter, start, stop, base, style, apart))
            apart = False
        if letters and letters[0].apart and self._touches(out, letters[0].start, letters[0].base, letters[0].style):
            letters[0] = letters[0]._replace(apart=not self._generated(first - 1))
        out.extend(joined(letters))

    def _touches(self, out: list[Piece], start: float, base: float, style: Style) -> bool:
        if not out:
            return False
        last = out[-1]
        return abs(start - last.end) < 0.15 * style.size and abs(base - last.base) < 0.5 * style.size

    def _generated(self, index: int) -> bool:
        """Whether the white space at a place is none of the file's, but PDFium's reading of a gap."""
        return bool(calls.char_generated(self._page, index) == 1)

    def _origin(self, index: int, style: Style) -> tuple[float, float]:
        calls.char_origin(self._page, index, self._x_at, self._y_at)
        display = self._display
        if display.rotation == 0 and style.turned == 0:
            return (self._x.value - display.left, display.top - self._y.value)
        return along(*display.point(self._x.value, self._y.value), style.turned)

    def _end(self, index: int, style: Style, owner: int) -> float:
        calls.char_box(self._page, index, self._box_at)
        box, display = self._box, self._display
        if display.rotation == 0 and style.turned == 0:
            shear = self._shears.get(owner)
            if shear:
                # The box of slanted letters leans over into the next word.
                calls.char_origin(self._page, index, self._x_at, self._y_at)
                return float(box.right - shear * (box.top - self._y.value) - display.left)
            return float(box.right - display.left)
        one = along(*display.point(box.left, box.bottom), style.turned)
        other = along(*display.point(box.right, box.top), style.turned)
        return max(one[0], other[0])

    def _box_start(self, style: Style) -> float:
        """Where the box asked for last begins."""
        box, display = self._box, self._display
        one = along(*display.point(box.left, box.bottom), style.turned)
        other = along(*display.point(box.right, box.top), style.turned)
        return min(one[0], other[0])

    def _style(self, owner: int, index: int) -> Style:
        matrix = self._matrix
        calls.char_matrix(self._page, index, addressof(matrix))
        size = calls.char_size(self._page, index) * math.hypot(matrix.c, matrix.d)
        font, bold, italic = self._font(calls.text_font(owner))
        mode = calls.text_mode(owner)
        shear = matrix.c / matrix.d if matrix.b == 0 and matrix.d > 0 else 0.0
        if shear:
            self._shears[owner] = shear
        known = calls.fill_color(owner, *self._rgba_at)
        red, green, blue, alpha = (part.value for part in self._rgba) if known else (0, 0, 0, 255)
        style = Style(
            round(size, 2),
            font,
            bold or mode in (1, 2, 5, 6),
            italic or 0.1 < shear < 0.6,
            red << 16 | green << 8 | blue,
            self._display.turned(matrix.a, matrix.b),
            mode in (3, 7) or alpha == 0,
            calls.object_tag(owner),
        )
        # The same style is the same object, so that letters are compared by identity.
        style = self._pool.setdefault(style, style)
        self._styles[owner] = style
        if self._replacement(owner) is not None:
            self._replaced.add(owner)
        return style

    def _replacement(self, owner: int) -> str | None:
        """The text that the file gives instead of an object's letters (ActualText), None where it gives none."""
        for index in range(calls.object_marks(owner)):
            mark = calls.object_mark(owner, index)
            room = ctypes.create_string_buffer(64)
            if mark and calls.mark_text(mark, _ACTUAL_TEXT_AT, addressof(room), 64, self._length_at):
                return room.raw[: min(self._length.value, 64)].decode("utf-16-le", "replace").rstrip("\0")
        return None

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
            known = (name, is_bold(name, flags, calls.font_weight(font)), is_italic(name, flags, angle))
            self._fonts[font] = known
        return known

    def _hyphen(self, owner: int) -> str:
        """The hyphen at a line's end as the file has it: a soft one where its font has only that."""
        font = calls.text_font(owner)
        if owner in self._replaced and self._replacement(owner) == "\u00ad":
            return "\u00ad"
        if not font:
            return "-"
        widths = []
        for code in (0x2D, 0xAD):
            self._float.value = 0
            calls.glyph_width(font, code, 10.0, addressof(self._float))
            widths.append(self._float.value)
        return "\u00ad" if widths[0] == 0 and widths[1] > 0 else "-"
