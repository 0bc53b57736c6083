"""Whether a page's words are text: what share of them has letters without a meaning, reads as Swedish, is spoilt.

>>> fine = "Nämnden ska under året se över hur stödet till barn och unga kan bli bättre i hela kommunen .".split()
>>> TextQuality.of(fine * 3).fault()
''
>>> TextQuality.of(["(cid:34)(cid:7)", "(cid:12)", "och"] * 20).fault()
'40 of its 60 words have letters without a meaning'
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import add
from pathlib import Path
from typing import Literal

from planparse.pdf.page import Word
from planparse.rules.load import load

_MEANINGLESS = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f-\x9f]|\\(cid:\\d+\\)")
_EDGES = "\"'”“’‘»«()[].,;:!?•–—-*/&%§+=<>"
_LETTERS = re.compile("[A-Za-zÅÄÖåäöÉéÜüÈèÀà]+")
_PLAIN = re.compile("[A-ZÅÄÖ]?[a-zåäö]+")
"""most words: neither spoilt nor in another encoding, told by one match"""
_SPOILT = re.compile(
    "[^\\W\\d_][^\\w\\s.,:;/&'’+()@_#-]+[^\\W\\d_]|[a-zåäö][0-9|][a-zåäö]|[a-zåäö][A-ZÅÄÖ]{1,2}[a-zåäö]"
)
"""a sign, a figure or a capital in the midst of small letters"""
_MISCODED = re.compile("Ã[¥¤¶…„–]|Œ|Š|š|[a-zA-Z][{|}][a-zA-Z]|[a-z][Œš√‰ˆ]|[ÂÃ][\u0080-\u00bf]")
"""å, ä and ö in another encoding: of UTF-8, of old Macintoshes, of seven bits"""


@dataclass(frozen=True, slots=True)
class QualitySettings:
    """Shares of a page's words. Plans with a good text layer have under 0.01 of meaningless, 0.02 of spoilt and 0.04 of
    strange ones on their worst page; layers that an OCR program of about 2000 has left 0.1 to 0.3 of strange ones."""

    fewest: int = 25
    """words a page must have to be judged at all by its shares"""
    most: int = 250
    """words of a page that are looked at, spread over it"""
    meaningless: float = 0.12
    miscoded: float = 0.03
    strange: float = 0.4
    strange_strict: float = 0.16
    known: float = 0.03
    """share of common words; a page of tables has at least 0.08 of them where it has words at all"""
    many: int = 60
    """words of letters from which the share of common ones tells"""
    marked: float = 0.004
    """share of å, ä and ö among the letters of Swedish text, 0.04 to 0.06 usually"""


SETTINGS = QualitySettings()


def sample(words: Sequence[Word]) -> Sequence[Word]:
    """Words spread over a page: all of a short one, some of a long one."""
    return words[:: 1 + len(words) // SETTINGS.most]


@dataclass(frozen=True, slots=True)
class TextQuality:
    """Counts over a page's words."""

    words: int
    worded: int
    """words of letters"""
    meaningless: int
    miscoded: int
    strange: int
    """words of letters of which no Swedish word is made, or with signs in their midst"""
    known: int
    letters: int
    marked: int
    """å, ä and ö"""

    @classmethod
    def of(cls, texts: Iterable[str]) -> TextQuality:
        looks = list(map(_look, texts))
        kinds, letters, marked = zip(*looks, strict=True) if looks else ((), (), ())
        counts = Counter(kinds)
        return cls(
            words=len(looks),
            worded=len(looks) - counts["meaningless"] - counts["signs"],
            meaningless=counts["meaningless"],
            miscoded=counts["miscoded"],
            strange=counts["strange"],
            known=counts["known"],
            letters=sum(letters),
            marked=sum(marked),
        )

    def fault(self, *, strict: bool = False, settings: QualitySettings = SETTINGS) -> str:
        """What is wrong with the text, in words; "" where it is of use. ``strict`` for the layer of an earlier OCR."""
        if self.words < settings.fewest and self.meaningless * 2 < self.words:
            return ""
        if self.meaningless > settings.meaningless * self.words:
            return f"{self.meaningless} of its {self.words} words have letters without a meaning"
        if self.worded < settings.fewest:
            return ""
        if self.miscoded > max(settings.miscoded * self.worded, 2):
            return f"{self.miscoded} of its {self.worded} words are in a wrong encoding"
        if self.strange > (settings.strange_strict if strict else settings.strange) * self.worded:
            return f"{self.strange} of its {self.worded} words are made of letters that no words are made of"
        if self.worded >= settings.many and self.known < settings.known * self.worded and self._is_no_language():
            return f"only {self.known} of its {self.worded} words are known ones"
        if self.known > 0.15 * self.worded and self.letters > 600 and self.marked < settings.marked * self.letters:
            return "its Swedish text has no å, ä or ö"
        return ""

    def _is_no_language(self) -> bool:
        """A page of names, or one in English, has few strange words; letters at random have many."""
        return self.strange > 0.2 * self.worded


_Kind = Literal["meaningless", "signs", "known", "miscoded", "strange", "other"]


@lru_cache(maxsize=10_000)
def _look(text: str) -> tuple[_Kind, int, int]:
    """What a word is, and how many letters and how many å, ä and ö it has; the same words stand on most pages."""
    if _MEANINGLESS.search(text):
        return ("meaningless", 0, 0)
    bare = text.strip(_EDGES)
    low = bare.lower()
    if len(bare) < 2 or not (bare.isalpha() or any(map(str.isalpha, bare))):
        return ("signs", 0, 0)
    if low in _common():
        kind: _Kind = "known"
    elif _PLAIN.fullmatch(bare):
        kind = "strange" if _is_strange(low) else "other"
    elif _MISCODED.search(bare):
        kind = "miscoded"
    elif _SPOILT.search(bare) or (_LETTERS.fullmatch(bare) and not bare.isupper() and _is_strange(low)):
        kind = "strange"
    else:
        kind = "other"
    return (kind, len(low), low.count("å") + low.count("ä") + low.count("ö"))


def _is_strange(word: str) -> bool:
    """Whether a word has pairs of letters that Swedish words don't: two of them, or one in a short word."""
    pairs = letter_pairs()
    unknown = len(word) + 1 - sum(map(pairs.__contains__, map(add, f"^{word}", f"{word}$")))
    return unknown > (1 if len(word) > 5 else 0) and unknown * 9 > len(word)


@cache
def _common() -> frozenset[str]:
    return frozenset(load("common_words").by_word())


@cache
def letter_pairs() -> frozenset[str]:
    """The pairs of letters that Swedish words have, "^" and "$" for a word's ends."""
    table = tomllib.loads((Path(__file__).parent / "letter_pairs.toml").read_text(encoding="utf-8"))
    return frozenset(first + second for first, after in table.items() for second in after)
