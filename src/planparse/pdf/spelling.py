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

SOFT_HYPHEN = "\u00ad"

_PLAIN = re.compile(r"[\x21-\x7e\u00a1-\u00a7\u00a9-\u00ac\u00ae-\u00b3\u00b5-\u00b7\u00b9-\u0130\u2010-\u2027\u20ac]+")
"""what needs nothing done to it: most words, told by one match"""

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_REMOVED = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufff9-\uffff]+")
"""control, zero-width and direction characters; U+FFFD stays, it tells of an unreadable letter"""
_PRIVATE = re.compile("[\ue000-\uf8ff]")
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


def spell(text: str) -> str:
    """A word's characters, "" where it holds nothing that is seen.

    A soft hyphen is kept at the end, where it was printed, and removed inside, where it only marks a place to break.
    """
    if _PLAIN.fullmatch(text):
        return text
    for ligature, letters in _LIGATURES.items():
        if ligature in text:
            text = text.replace(ligature, letters)
    text = _REMOVED.sub("", text)
    if SOFT_HYPHEN in text[:-1]:
        text = text[:-1].replace(SOFT_HYPHEN, "") + text[-1]
    text = _MARK_AFTER.sub(lambda m: m[1] + _SPACING_MARKS[m[2]], text)
    text = _MARK_BEFORE.sub(lambda m: m[2] + _SPACING_MARKS[m[1]], text)
    text = _PRIVATE.sub(_private, text)
    return unicodedata.normalize("NFC", text)


def _private(match: re.Match[str]) -> str:
    """A sign from a symbol font: its meaning where it has one, a bullet alone, its copy of ASCII within a word."""
    sign = match[0]
    if sign in _SYMBOL_MEANING:
        return _SYMBOL_MEANING[sign]
    low = chr(ord(sign) & 0xFF)
    copied = "\uf020" <= sign <= "\uf0ff" and low.isalnum() and len(match.string) > 1
    return low if copied else "•"
