"""Lines to running text: line breaks to spaces, hyphenation undone where the joined word is one.

>>> join_lines(["Arbetet i social-", "nämnden följs upp."])
'Arbetet i socialnämnden följs upp.'
>>> join_lines(["hem- och", "barn-", "och ungdomsvård"])
'hem- och barn- och ungdomsvård'
>>> join_lines(["HR-", "enheten och Eco-", "Park"])
'HR-enheten och Eco-Park'

A hyphen at a line's end is printed for one of two reasons: the typesetter broke a word, or the word has a hyphen of
its own. What follows it tells most of them apart; for the rest the document is the witness: a :class:`KnownWords` made
of its words says whether "direktupphandling" or "direktupp-handling" stands whole elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from planparse.rules.load import load

SOFT_HYPHEN = "\u00ad"
_HYPHENS = "-\u2010\u2011"
_DASHES = "–—"
_SUSPENDED = frozenset(load("line_breaks")["suspended"].words)
_ENDS_SUSPENDED = tuple(load("line_breaks")["ends suspended"].words)
_SPLIT_SAFE = frozenset("bcdfghjklmnpqrstvwxz")
"""single letters that are no word in Swedish: alone at a line's start they are the end of a broken word"""
_EDGES = ".,;:!?()[]\"'”“»«…"


class KnownWords:
    """The words of a document, with how often they stand whole: the evidence in :func:`join_lines`.

    Give :meth:`add` the words of a line without those that a line end may have broken.
    """

    __slots__ = ("_counts",)

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def add(self, words: Iterable[str]) -> None:
        self._counts.update(words)

    def fold(self) -> None:
        """Once all words are in: punctuation and capitals off (each different word is cleaned once)."""
        folded: dict[str, int] = {}
        for word, count in self._counts.items():
            bare = _bare(word)
            folded[bare] = folded.get(bare, 0) + count
        self._counts = Counter(folded)

    def count(self, word: str) -> int:
        """How often ``word`` (lower case, without punctuation) stands in the document."""
        return self._counts[word]


NOTHING_KNOWN = KnownWords()


def join_lines(lines: Iterable[str], known: KnownWords = NOTHING_KNOWN) -> str:
    """The lines' text as one, single plain spaces, broken words whole again.

    >>> join_lines(["innovationsgrupper/", "utvecklingsprojek", "t"])
    'innovationsgrupper/utvecklingsprojekt'
    >>> join_lines(["åren 2019-", "2021", "- ny punkt"])
    'åren 2019-2021 - ny punkt'
    """
    text = ""
    for line in lines:
        line = " ".join(line.split())
        if line:
            text = join_two(text, line, known) if text else line
    if SOFT_HYPHEN not in text:
        return text
    # At a word's end it is printed, and by it the rest is found that stands elsewhere.
    return f"{text} ".replace(f"{SOFT_HYPHEN} ", "- ")[:-1].replace(SOFT_HYPHEN, "")


def join_two(before: str, after: str, known: KnownWords = NOTHING_KNOWN) -> str:
    """Two pieces of text over a line break. Soft hyphens inside them are left to :func:`join_lines`."""
    left = before.rsplit(" ", 1)[-1]
    right = after.split(" ", 1)[0]
    end = left[-1]
    if end == SOFT_HYPHEN:
        return before[:-1] + after
    if len(left) > 1:
        if end in _HYPHENS:
            return _over_hyphen(before, left[:-1], right, after, known)
        if end in _DASHES and left[-2].isalnum():
            glue = " " if _bare(right) in _SUSPENDED else ""
            return before + glue + after
        if end == "/":
            return before + after
    if right[0] == "/" and len(right) > 1:
        return before + after
    if _broken_bare(left, right, known):
        return before + after
    return f"{before} {after}"


def _over_hyphen(before: str, left: str, right: str, after: str, known: KnownWords) -> str:
    """``before`` ends in ``left`` and a hyphen, ``after`` starts with ``right``."""
    tail = re.split(r"[/(–—]", left)[-1]
    head = _bare(right)
    if right[0] in "/(" or (head in _SUSPENDED and not _is_whole(_bare(tail + right), known)):
        return before + ("" if right[0] == "/" and len(right) > 1 else " ") + after
    if not tail or not right[0].isalnum():
        return f"{before} {after}"
    if _keeps_hyphen(left, tail, right, known):
        return before + after
    return before[:-1] + after


def _is_whole(word: str, known: KnownWords) -> bool:
    """Whether a word whose end is a suspended compound's word by itself ("gemen-samt") is one all the same."""
    return word.endswith(_ENDS_SUSPENDED) or known.count(word) > 0


def _keeps_hyphen(left: str, tail: str, right: str, known: KnownWords) -> bool:
    if not tail[-1].isalpha() or not right[0].isalpha() or "://" in left or left.lower().startswith("www."):
        return True  # "2019-2021", "covid-19", an address
    joined = known.count(_bare(tail + right))
    hyphened = known.count(_bare(f"{tail}-{right}"))
    letters = [letter for letter in tail if letter.isalpha()]
    acronym = len(letters) > 1 and all(map(str.isupper, letters))
    if right[0].isupper():
        # a heading in capitals breaks as other text does; "HR-GRUPP" is an acronym with a hyphen of its own
        shouted = acronym and len(right) > 1 and right.isupper()
        return not shouted or hyphened > joined or (len(letters) <= 4 and not joined)
    if joined != hyphened:
        return hyphened > joined
    part = _bare(re.split(r"[-\u2010\u2011]", tail)[-1])
    return len(part) == 1 or acronym  # "e-tjänst", "IT-stöd"


def _broken_bare(left: str, right: str, known: KnownWords) -> bool:
    """Whether a word was cut without a hyphen at the edge of a narrow cell ("utvecklingsprojek" + "t")."""
    if not left[-1].isalpha() or not right[0].islower() or not left[-1].islower():
        return False
    head = _bare(right)
    if len(head) == 1:
        return head in _SPLIT_SAFE and right == head and len(left) > 3
    if not head.isalpha() or not known.count(_bare(left) + head):
        return False
    return known.count(head) <= 1 and known.count(_bare(left)) <= 1


@lru_cache(maxsize=32768)
def _bare(word: str) -> str:
    return word.replace(SOFT_HYPHEN, "").strip(_EDGES).casefold()
