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
from ctypes import byref, c_double
from dataclasses import replace
from math import inf

import pypdfium2.raw as raw

from planparse.pdf import pdfium_calls as calls
from planparse.pdf.display import Display
from planparse.pdf.letters import BULLETS, FIGURES, SETTINGS, needs_cutting, parts, pieces_of
from planparse.pdf.pdfium_styles import PdfiumStyles
from planparse.pdf.pieces import Piece, Style, along
from planparse.pdf.unmapped import UnmappedLetters

HYPHEN = "\ufffe"
"""what PDFium gives for a hyphen at a line's end; the next line follows without white space"""
MOST_LETTERS = 400_000
"""on a page; a dense A3 page of figures has 15 000"""

_SPACE = " \t\n\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""white space; the control characters that Python counts among it are codes of letters without a meaning here"""
_WORD = re.compile(f"[^{_SPACE}\ufffe]+\ufffe?|\ufffe")
_ODD = re.compile(f"[{BULLETS}…\ufffe\x00-\x1f\x7f]|[.]{{4}}|_{{4}}")
"""in all words that are not one of plain letters"""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_TOUCHING = 0.12
"""a gap, in ems, that is none"""
_SURELY = 0.08
"""strings of a word no further apart than this, in ems, need not be looked at letter by letter"""
_NARROW = 0.16
"""in ems: a gap that is wider is a space where PDFium says so, whatever the letters' own spacing"""
_SPACING = 0.5
"""the widest letter-spacing looked for, in ems"""
_LOOSE = 0.58
"""mean width of a letter, in ems, from which it may be letter-spaced"""
_WIDE = 0.72
"""mean width of a letter, in ems, over which a word is gone through for gaps; text has 0.45–0.55, capitals 0.7"""


class TooManyLettersError(Exception):
    """A page has more text than can be read in bounded time."""


class PdfiumText:
    """Reads the text of one document's pages; its buffers are used over and over."""

    def __init__(self, unmapped: UnmappedLetters) -> None:
        self._unmapped = unmapped
        self._number = 0
        self._unclear = False
        self._room = ctypes.create_string_buffer(40_000)
        self._ink = [c_double() for _ in range(4)]
        self._ink_at = [byref(part) for part in self._ink]
        self._box = raw.FS_RECTF()
        self._box_at = byref(self._box)
        self._x, self._y = c_double(), c_double()
        self._x_at, self._y_at = byref(self._x), byref(self._y)
        self._page: calls.Reference = None
        self._display = Display(0, 0, 0, 0)
        self._styles = PdfiumStyles()

    def pieces(self, text_page: calls.Reference, display: Display, number: int) -> list[Piece]:
        """The pieces of a page whose text is loaded, in PDFium's order."""
        count = calls.char_count(text_page)
        if count > MOST_LETTERS:
            raise TooManyLettersError
        self._page, self._display = text_page, display
        self._styles.start_page(text_page, display)
        text = self._text(count)
        self._number, self._unclear = number, _CONTROL.search(text) is not None
        return self._words(text)

    def _words(self, text: str) -> list[Piece]:
        """The pieces of all words. What _add_word does is done here for most of them, without its calls."""
        page, styles, left, top = self._page, self._styles, self._display.left, self._display.top
        plain = styles.plain
        object_of, origin_of, box_of = calls.char_object, calls.char_origin, calls.char_box
        x, y, x_at, y_at, box, box_at = self._x, self._y, self._x_at, self._y_at, self._box, self._box_at
        out: list[Piece] = []
        begin = kept = 0  # where the word before begins in the text, and where in the pieces
        end = 0  # of what was gone through again
        before = inf  # mean width of a letter of the word before, where that is known
        words = list(_WORD.finditer(text))
        owners = [object_of(page, word.start()) for word in words]
        for match, owner, following in zip(words, owners, [*owners[1:], 0], strict=False):
            first, stop = match.span()
            if first < end:
                continue
            count, word = len(out), match[0]
            style = plain.get(owner) or styles.plain_one(owner, first)
            if (
                style is None
                or not (word.isalnum() or _ODD.search(word) is None)
                # What goes on behind a word goes through it: PDFium keeps a text object's letters together.
                or (stop - first > 1 and following != owner and object_of(page, stop - 1) != owner)
            ):
                loose, wide = self._add_word(out, word, first, stop - 1, owner), inf
            else:
                origin_of(page, first, x_at, y_at)
                box_of(page, stop - 1, box_at)
                start, edge = x.value - left, box.right - left
                size, wide = style.size, (edge - start) / (stop - first)
                if wide > _WIDE * size or (word < ":" and stop - first > 3 and self._parted(word, first, size)):
                    loose, wide = self._add_letters(out, word, first), inf
                else:
                    out.append(Piece(word, start, edge, top - y.value, style, True))
                    # _joins says no to what is not so, which most words are not: they are narrow, and a space apart.
                    odd = wide > _LOOSE * size or before > _LOOSE * size or stop - first == 1
                    loose = (
                        count > 0 and (odd or start - out[-2].end < _NARROW * size) and self._joins(out, count, first)
                    )
            before = wide
            if loose and count > kept:
                # The word before and all up to the file's next own white space are gone through once more.
                end = self._run_end(text, stop - 1)
                del out[kept:]
                self._add_letters(out, text[begin:end], begin)
                before = inf
            else:
                begin, kept = first, count
        return out

    def _add_word(self, out: list[Piece], text: str, first: int, last: int, owner: int) -> bool:
        """Adds a word's pieces; True where the space before it may be PDFium's reading of letter-spacing."""
        if not owner:
            return False
        if last != first and calls.char_object(self._page, last) != owner:
            return self._add_strings(out, text, first, last)
        return self._add_string(out, text, first, last, owner)

    def _add_string(self, out: list[Piece], text: str, first: int, last: int, owner: int) -> bool:
        """The piece of a word of one text object, or its letters where it has to be gone through."""
        styles = self._styles
        style = styles.style(owner, first)
        if self._odd(text):
            return self._add_parts(out, text, first)
        start, stop, base = self._place(first, last, style, owner)
        wide = stop - start > _WIDE * style.size * len(text)
        if wide or owner in styles.replaced or (text < ":" and self._parted(text, first, style.size)):
            return self._add_letters(out, text, first)
        if text[-1] == HYPHEN:
            text = text[:-1] + styles.hyphen(owner)
        out.append(Piece(text, start, stop, base, style, True))
        return self._joins(out, len(out) - 1, first)

    def _parted(self, text: str, first: int, size: float) -> bool:
        """Whether the last three of more figures may have a narrow space before them: the others take more room."""
        found = FIGURES.search(text)
        if found is None:
            return False
        places = []
        for at in (found.start(), found.end() - 3, found.end() - 1):
            calls.char_origin(self._page, first + at, self._x_at, self._y_at)
            places.append((self._x.value, self._y.value))
        others = math.dist(places[0], places[1])
        return others - math.dist(places[1], places[2]) / 2 * (len(found[0]) - 3) > SETTINGS.apart * size

    def _add_parts(self, out: list[Piece], text: str, first: int) -> bool:
        """The pieces of a word that holds a bullet or leader dots, each by itself; else its letters."""
        cuts = [] if self._unclear and _CONTROL.search(text) else parts(text)
        if len(cuts) < 2:
            return self._add_letters(out, text, first)
        loose = False
        for begin, end in cuts:
            owner = calls.char_object(self._page, first + begin)
            again = self._add_word(out, text[begin:end], first + begin, first + end - 1, owner)
            loose = loose or (again and begin == 0)
        return loose

    def _text(self, count: int) -> str:
        if count <= 0:
            return ""
        if len(self._room) < 4 * count + 4:
            self._room = ctypes.create_string_buffer(8 * count + 8)
        room = byref(self._room)
        written = calls.char_text(self._page, 0, count, room)
        text = ctypes.string_at(room, 2 * max(written - 1, 0)).decode("utf-16-le", "replace")
        if len(text) == count:
            return text
        return "".join(self._letter(index) for index in range(count))

    def _letter(self, index: int) -> str:
        code = calls.char_unicode(self._page, index)
        if code == 2 and calls.char_hyphen(self._page, index) == 1:
            return HYPHEN
        # Half of a surrogate pair is no letter, and can't be written as UTF-8.
        return chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"

    def _add_strings(self, out: list[Piece], text: str, first: int, last: int) -> bool:
        """The pieces of a word that several text objects make up, if it is so simple; else its letters."""
        if self._odd(text):
            return self._add_parts(out, text, first)
        styles = self._styles
        at = begin = first
        owner = calls.char_object(self._page, first)
        made: list[Piece] = []
        for at in range(first + 1, last + 2):
            following = calls.char_object(self._page, at) if at <= last else None
            if following == owner:
                continue
            style = styles.style(owner, begin)
            if owner not in styles.plain or text[at - first - 1] == HYPHEN:
                return self._add_letters(out, text, first)
            start, stop, base = self._place(begin, at - 1, style, owner)
            touching = not made or abs(start - made[-1].end) < _SURELY * style.size
            if not touching or stop - start > _WIDE * style.size * (at - begin):
                return self._add_letters(out, text, first)
            made.append(Piece(text[begin - first : at - first], start, stop, base, style, not made))
            begin, owner = at, following
            if not owner:
                break
        if at <= last:
            return self._add_letters(out, text, first)
        out += made
        return self._joins(out, len(out) - len(made), first)

    def _odd(self, text: str) -> bool:
        """Whether a word has to be gone through whatever its place: it may be several, or not be clear."""
        return needs_cutting(text) or (self._unclear and _CONTROL.search(text) is not None)

    def _meaning(self, letter: str, index: int, owner: int, style: Style, width: float) -> str:
        """A letter that PDFium gives as its bare code; "" where it leaves no ink."""
        if owner in self._styles.replaced or not calls.char_ink(self._page, index, *self._ink_at):
            return ""
        left, right, bottom, top = (part.value for part in self._ink)
        if right - left < 0.02 * style.size or top - bottom < 0.02 * style.size:
            return ""
        return self._unmapped.meaning(self._number, style.font, ord(letter), width / style.size)

    def _joins(self, out: list[Piece], at: int, first: int) -> bool:
        """Looks at the gap before the piece ``out[at]``, whose first letter is ``first``.

        After a raised or lowered letter PDFium gives a space where none is: there a piece that touches joins the one
        before. True where the gap may be letter-spacing, to be looked at with what comes before and after.
        """
        if at == 0:
            return False
        last, piece = out[at - 1], out[at]
        size = piece.style.size
        gap = piece.start - last.end
        drop = abs(piece.base - last.base)
        if not -_TOUCHING * size < gap < _SPACING * size or drop > 0.5 * size:
            return False
        shifted = gap < _TOUCHING * size and (drop > 0.05 * size or last.style.size != size)
        loose = gap > 0 and (
            piece.end - piece.start > _LOOSE * size * len(piece.text)
            or last.end - last.start > _LOOSE * size * len(last.text)
            or len(last.text) == len(piece.text) == 1
            or gap < _NARROW * size
        )
        if (loose or shifted) and calls.char_generated(self._page, first - 1) == 1:
            if shifted:
                out[at] = replace(piece, apart=False)
            return loose and drop < 0.1 * size
        return False

    def _run_end(self, text: str, first: int) -> int:
        """Where the file's own white space, or the line, ends what begins at a place."""
        for at in range(first, len(text)):
            if text[at] == HYPHEN:
                return at + 1
            if text[at].isspace() and not (text[at] == " " and calls.char_generated(self._page, at) == 1):
                return at
        return len(text)

    def _add_letters(self, out: list[Piece], text: str, first: int) -> bool:
        """The letters of a word, or of several, one by one, joined to pieces of one style without gaps."""
        letters: list[Piece] = []
        solid: list[bool] = []
        styles = self._styles
        apart, before = True, 0
        for index, letter in enumerate(text, first):
            owner = calls.char_object(self._page, index)
            if not owner or letter == " ":
                apart = True
                continue
            style = styles.style(owner, index)
            start, stop, base = self._place(index, index, style, owner)
            if owner in styles.replaced:
                # All letters of a replacement have the origin of what it replaces; their boxes divide its width.
                start = self._box_start(style)
            if letter == HYPHEN:
                letter = styles.hyphen(owner)
            elif letter < " ":
                letter = self._meaning(letter, index, owner, style, stop - start)
                if not letter:
                    continue
            letters.append(Piece(letter, start, stop, base, style, apart))
            # PDFium has seen to the gaps within an object: where it gives no space there is only letter-spacing.
            # The boxes of replaced letters are those of their ink, so the gaps round them look larger than they are.
            known = owner == before or owner in styles.replaced or before in styles.replaced
            solid.append(known and not apart)
            apart, before = False, owner
        if not letters:
            return False
        at = len(out)
        out.extend(pieces_of(letters, solid))
        return self._joins(out, at, first)

    def _place(self, first: int, last: int, style: Style, owner: int) -> tuple[float, float, float]:
        """Where a text object's letters begin and end along their line, and how far down that stands."""
        calls.char_origin(self._page, first, self._x_at, self._y_at)
        calls.char_box(self._page, last, self._box_at)
        box, display = self._box, self._display
        if owner in self._styles.plain:
            return self._x.value - display.left, box.right - display.left, display.top - self._y.value
        start, base = along(*display.point(self._x.value, self._y.value), style.turned)
        one = along(*display.point(box.left, box.bottom), style.turned)
        other = along(*display.point(box.right, box.top), style.turned)
        stop = max(one[0], other[0])
        shear = self._styles.shears.get(owner)
        if shear and style.turned == 0:
            # The box of slanted letters leans over into the next word.
            calls.char_origin(self._page, last, self._x_at, self._y_at)
            stop -= shear * max(box.top - self._y.value, 0.0)
        return start, stop, base

    def _box_start(self, style: Style) -> float:
        """Where the box asked for last begins."""
        box, display = self._box, self._display
        one = along(*display.point(box.left, box.bottom), style.turned)
        other = along(*display.point(box.right, box.top), style.turned)
        return min(one[0], other[0])
