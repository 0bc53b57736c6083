"""The characters of a word as the model wants them: NFC, no ligatures, plain bullets, no control characters.

>>> spell("ﬁnansiering")
'finansiering'
>>> spell("fo¨rskola")
'förskola'
>>> spell("\\uf0b7")
'•'
"""

from __future__ import annotations

import re
import unicodedata
from sys import intern

SOFT_HYPHEN = "\u00ad"

_PLAIN = re.compile(r"[\x21-\x7e\u00a1-\u00a7\u00a9-\u00ac\u00ae-\u00b3\u00b5-\u00b7\u00b9-\u0130\u2012-\u2027\u20ac]+")
"""what needs nothing done to it, as printable ASCII: most words, told by one match"""

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_REMOVED = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufff9-\ufffc\ufffe\uffff]+")
"""control, zero-width and direction characters; U+FFFD stays, it tells of an unreadable letter"""
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_HYPHENS = re.compile("-?[\u2010\u2011]")
"""hyphens by other codes; Quartz maps the sign to two at once"""
_SPACING_MARKS = {"\u00a8": "\u0308", "\u02da": "\u030a", "\u00b4": "\u0301", "\u02d9": "\u0307", "\u02dc": "\u0303"}
_MARK_AFTER = re.compile("([AaOoUuEe])([\u00a8\u02da\u00b4])")
_MARK_BEFORE = re.compile("([\u00a8\u02da\u00b4])([AaOoUuEe])")

_SYMBOL_MEANING = {
    "\uf0b3": "≥",
    "\uf0a3": "≤",
    "\uf0b1": "±",
    "\uf0e0": "→",
    "\uf0e1": "↑",
    "\uf0e2": "↓",
    "\uf0fc": "✓",
}

_MOST_KNOWN = 20_000
_known: dict[str, str] = {}
"""words met lately, each once however often it is printed: the memory of a long document is a third less for it"""


def spelled(text: str) -> str:
    """:func:`spell`, remembered: a plan's words come again and again."""
    known = _known.get(text)
    if known is None:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        known = _known[text] = intern(spell(text))
    return known


def spell(text: str) -> str:
    """A word's characters, "" where it holds nothing that is seen.

    A soft hyphen after a word's last letter is kept: there it breaks the word at the line's end. Anywhere else it is a
    hyphen's sign under another code, for what only marks a place to break is not drawn.
    """
    if (text.isascii() and text.isprintable()) or _PLAIN.fullmatch(text):
        return text
    for ligature, letters in _LIGATURES.items():
        if ligature in text:
            text = text.replace(ligature, letters)
    text = _REMOVED.sub("", text)
    if SOFT_HYPHEN in text:
        broken = text[-1] == SOFT_HYPHEN and text[-2:-1].isalpha()
        text = text.replace(SOFT_HYPHEN, "-")
        text = text[:-1] + SOFT_HYPHEN if broken else text
    text = _MARK_AFTER.sub(lambda m: m[1] + _SPACING_MARKS[m[2]], text)
    text = _MARK_BEFORE.sub(lambda m: m[2] + _SPACING_MARKS[m[1]], text)
    if _PRIVATE.search(text):
        # One sign, which some producers map to itself twice.
        text = _symbol(text[0]) if len(set(text)) == 1 else _PRIVATE.sub(_private, text)
    text = _HYPHENS.sub("-", text)
    return unicodedata.normalize("NFC", text)


def _symbol(sign: str) -> str:
    """A sign from a symbol font: its meaning where it is a known one, else a bullet."""
    return _SYMBOL_MEANING.get(sign, "•")


def _private(match: re.Match[str]) -> str:
    """A private sign among other letters: fonts coded as symbols have a copy of ASCII there."""
    low = chr(ord(match[0]) & 0xFF)
    copied = "\uf020" <= match[0] <= "\uf07e" and match[0] not in _SYMBOL_MEANING
    return low if copied else _symbol(match[0])
