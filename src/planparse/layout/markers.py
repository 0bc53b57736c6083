"""List markers: what stands before an item's text.

>>> marker_of("•"), marker_of("1."), marker_of("b)"), marker_of("(2)"), marker_of("3.1"), marker_of("År")
('•', '1.', 'b)', '(2)', '', '')
"""

from __future__ import annotations

import re

BULLETS = frozenset("•●○▪■□◦‣⁃∙·►➢➤▶→✓✔❖♦◆✗➔⮚★")
DASHES = frozenset("-–—−")
_COUNTED = re.compile(r"\(?(?:\d{1,3}|[a-zåäö]|[A-ZÅÄÖ]|[ivx]{1,5})[.)]|\(\d{1,2}\)|\d{4}:\d{1,2}", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,5}\.?")


def marker_of(word: str) -> str:
    """The marker that a first word is, "" for none. A lone "o" or "*" is a bullet, too."""
    if len(word) == 1:
        return word if word in BULLETS or word in DASHES or word in "o*" else ""
    if len(word) <= 7 and _COUNTED.fullmatch(word):
        return word
    return ""


def attached_bullet(word: str) -> str:
    """The bullet that a word starts with, without space ("•Öka"); a dash only before a letter ("-öka")."""
    if len(word) < 2:
        return ""
    if word[0] in BULLETS:
        return word[0]
    return word[0] if word[0] in DASHES and word[1].isalpha() else ""


def is_section_number(word: str) -> bool:
    """Whether a word can be a heading's number: "3", "3.1", "2.", "IV"."""
    return _NUMBER.fullmatch(word) is not None


def is_bullet(marker: str) -> bool:
    """Whether a marker is the same for every item."""
    return len(marker) == 1


def count_of(marker: str) -> int:
    """A counted marker's place in its row: 3 for "3.", "c)", "(3)" and "2024:3"; 0 for a bullet.

    >>> count_of("3."), count_of("c)"), count_of("2024:3"), count_of("–")
    (3, 3, 3, 0)
    """
    core = marker.strip("().").rsplit(":", 1)[-1]
    if core.isdigit():
        return int(core)
    if len(core) == 1 and core.isalpha() and core != marker:
        return "abcdefghijklmnopqrstuvwxyzåäö".find(core.casefold()) + 1
    return 0


def follows(before: str, after: str) -> bool:
    """Whether one counted marker comes next after another of its kind ("1." and "2.", "a)" and "b)")."""
    alike = before[-1] == after[-1] or (":" in before and ":" in after)
    return count_of(after) == count_of(before) + 1 > 1 and alike
