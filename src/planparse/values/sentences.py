"""Running text to sentences, by full stops, and the abbreviations that have one (data in ``rules/abbreviations``).

>>> sentences("Ramen är 12 mnkr inkl. hyror m.m. Den ökar med ca. 3 % t.o.m. 2024. Hur? Se kap. 3.")
['Ramen är 12 mnkr inkl. hyror m.m.', 'Den ökar med ca. 3 % t.o.m. 2024.', 'Hur?', 'Se kap. 3.']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from planparse.rules.load import load

_STOP = re.compile(r"""(?P<mark>[.!?…]+)["”’»)\]]*\s+(?=["“”'’«(\[]*[-–•]?\s?["“”]?[A-ZÅÄÖÉ0-9])""")
_LAST_WORD = re.compile(r"[^\s(\[\"“”]+$")
_MONEY_AHEAD = re.compile(r"(?:Kr|Tkr|Mn?kr)\b")


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph in order; joined by spaces they are the paragraph again.

    >>> sentences("1. Den 1 jan. börjar året. A. Berg svarade 2019. Då var det 5,5 % s.k. tomma platser.")
    ['1. Den 1 jan. börjar året.', 'A. Berg svarade 2019.', 'Då var det 5,5 % s.k. tomma platser.']
    """
    return [text[start:end] for start, end in sentence_spans(text)]


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence, white space round it left out."""
    start = len(text) - len(text.lstrip())
    for stop in _STOP.finditer(text):
        if _ends(text, start, stop):
            end = stop.start() + len(stop[0].rstrip())
            yield start, end
            start = stop.end()
    end = len(text.rstrip())
    if end > start:
        yield start, end


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    if stop["mark"] != ".":
        return True
    before = _LAST_WORD.search(text, max(start, stop.start() - 24), stop.start())
    word = before[0] if before else ""
    folded = word.lower()
    if word.isdigit():
        # "1. Skapa …" is a numbered item; "22 373 235. Kr" a slip before the money word
        return stop.start() - len(word) > start and not _MONEY_AHEAD.match(text, stop.end())
    if len(word) == 1 and word.isupper():
        return False  # an initial
    if folded in _inside():
        return False
    if folded in _may_end():
        return text[stop.end()].isupper()
    return True


@lru_cache(maxsize=1)
def _inside() -> frozenset[str]:
    return frozenset(word.rpartition(" ")[2] for word in load("abbreviations")["inside"].words)


@lru_cache(maxsize=1)
def _may_end() -> frozenset[str]:
    return frozenset(load("abbreviations")["may end"].words)
