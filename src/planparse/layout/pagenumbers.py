"""Printed page numbers: which pieces of a page's edge are one, and which number each page bears.

>>> read_number("Sida 3 av 15"), read_number("- 3 -"), read_number("iv"), read_number("3 (15)")
('3', '3', 'iv', '3')
>>> read_number("3 150") is None, read_number("2020-2023") is None
(True, True)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from planparse.rules.load import load

_PAGE = "|".join(sorted(map(re.escape, load("page_words")["page"].words), key=len, reverse=True))
_OF = "|".join(map(re.escape, load("page_words")["of"].words))
_NUMBER = re.compile(
    rf"""(?P<word>(?:{_PAGE})[.:]?\s*)?
    [-–—|]?\s*(?P<number>\d{{1,4}}|[ivxl]{{1,7}})\s*[-–—|]?
    (?P<total>\s*\(\s*\d{{1,4}}\s*\)|\s*(?:{_OF}|/)\s*\d{{1,4}})?""",
    re.VERBOSE | re.IGNORECASE,
)
_INSIDE = re.compile(
    rf"\b(?:{_PAGE})[.:]?\s*(\d{{1,4}})\b|\b(\d{{1,4}})\s*\(\s*\d{{1,4}}\s*\)|\b(\d{{1,4}})\s+(?:{_OF})\s+\d{{1,4}}\b",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


def read_number(text: str) -> str | None:
    """The page number that a piece of text is, nothing else beside it; None where it is none."""
    match = _NUMBER.fullmatch(text.strip())
    return match["number"] if match else None


def names_itself(text: str) -> bool:
    """Whether a piece says that it is a page number: "Sida 3", "3 (15)", "- 3 -"."""
    match = _NUMBER.fullmatch(text.strip())
    return bool(match and (match["word"] or match["total"] or re.fullmatch(r"[-–—]\s*\w+\s*[-–—]", text.strip())))


def number_inside(text: str) -> str | None:
    """The page number that a longer running line says: "Verksamhetsplan 2024, sida 3"."""
    match = _INSIDE.search(text)
    return next((group for group in match.groups() if group), None) if match else None


def value_of(number: str) -> int:
    """4 for "4" and for "iv"."""
    if number.isdigit():
        return int(number)
    total = last = 0
    for letter in reversed(number.casefold()):
        value = _ROMAN[letter]
        total += -value if value < last else value
        last = max(last, value)
    return total


def rising(numbers: Sequence[tuple[int, int]]) -> set[int]:
    """Of (page index, number printed) pairs the pages whose number fits those beside it.

    A number fits where it grows as the pages do from a page near it, or starts a count anew beside such a page. A file
    of spreads counts two to the page.

    >>> sorted(rising([(0, 1), (1, 2), (2, 1), (3, 2), (4, 70)]))
    [0, 1, 2, 3]
    >>> sorted(rising([(3, 6), (4, 8), (5, 10), (6, 11)]))
    [3, 4, 5, 6]
    """
    fits: set[int] = set()
    before: tuple[int, int] | None = None
    for (page, number), (later, following) in pairwise(numbers):
        grown, pages = following - number, later - page
        if grown == pages > 0:
            fits |= {page, later}
        elif before is not None and grown == 2 * pages > 0 and number - before[1] == 2 * (page - before[0]):
            fits |= {before[0], page, later}
        before = (page, number)
    for (page, _), (later, following) in pairwise(numbers):
        if page in fits and following == 1 and later == page + 1:
            fits.add(later)
    return fits
