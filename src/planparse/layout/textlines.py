"""Words on the same baseline as lines, and lines as chunks: words that a wide space parts from the next.

    Netto    201,0    3,8    204,8         four chunks
    1 234    2 345                         two: the spaces of thousands are narrow

In: words and the indices to look at. Out: :class:`TextLine` objects from the top. This is what tells cells in tables
without lines; it knows nothing of rows that wrap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from planparse.layout.tablesettings import TableSettings
from planparse.pdf.page import Word

_PART = re.compile(r"[<>≥≤±+~(-–−—]*\d[\d.,:/–−-]*\)?(?:%|\*+|[²³¹])?|[%‰]")
"""a word that may be part of a number"""
_FIGURE = r"(?:\d{1,3}(?:[\s.,]\d{3})+(?:[.,]\d+)?|\d+(?:[.,:/]\d+)*)"
_VALUE = re.compile(
    rf"[<>≥≤±+~(\-–−]*\s?{_FIGURE}(?:\s?[-–−]\s?{_FIGURE}|[-−])?\)?\s?"
    r"(?:%|‰|procent|tkr|mkr|mnkr|kr|SEK|EUR|st|dagar|dygn|timmar|h|år)?\s?[*)¹²³]*(?:\s?\((?:19|20)\d\d\))?",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"[-–−—.:*x]{1,3}|n\.?\s?[ad]\.?|\.\.|(?:ej|ingen) (?:uppgift|mätt|aktuellt)|saknas", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)?\d\d))?|[0-3]\d[-–/][0-3]\d")


@lru_cache(maxsize=4096)
def _is_number(text: str) -> bool:
    # A chunk is asked by one step after the other.
    return _VALUE.fullmatch(text) is not None


@dataclass(slots=True)
class Chunk:
    """Words of one line that no wide space parts."""

    x0: float
    x1: float
    words: list[int]
    text: str

    @classmethod
    def of(cls, held: list[int], words: Sequence[Word]) -> Chunk:
        """The chunk of some words (by index) that stand side by side, from the left."""
        return cls(words[held[0]].x0, words[held[-1]].x1, held, " ".join([words[index].text for index in held]))

    @property
    def value(self) -> bool:
        """A number, or what stands for one."""
        return _is_number(self.text) or _NOTHING.fullmatch(self.text) is not None

    @property
    def number(self) -> bool:
        return _is_number(self.text)

    @property
    def year(self) -> bool:
        return bool(_YEAR.fullmatch(self.text))


@dataclass(slots=True)
class TextLine:
    """Words on one baseline, as chunks from the left."""

    top: float
    bottom: float
    baseline: float
    size: float
    chunks: list[Chunk]
    bold: bool = False

    @property
    def x0(self) -> float:
        return self.chunks[0].x0

    @property
    def x1(self) -> float:
        return self.chunks[-1].x1


def text_lines(words: Sequence[Word], among: Iterable[int], settings: TableSettings) -> list[TextLine]:
    """The level words among ``among`` as lines from the top, each cut into chunks."""
    order = [index for index in among if not words[index].turned]
    order.sort(key=lambda index: words[index].baseline)
    lines: list[TextLine] = []
    group: list[int] = []
    baseline = size = 0.0
    share = settings.same_line
    for index in order:
        word = words[index]
        if group and word.baseline - baseline > share * (size if size > word.size else word.size):
            lines.append(_line(words, group, settings))
            group = []
        if not group or word.size > size:
            baseline, size = word.baseline, word.size
        group.append(index)
    if group:
        lines.append(_line(words, group, settings))
    return lines


def _line(words: Sequence[Word], group: list[int], settings: TableSettings) -> TextLine:
    # Every word of every page comes by here: no call for what a comparison tells.
    held = sorted([(words[index].x0, index) for index in group])
    size = max([words[index].size for index in group])
    wide, least, large = settings.chunk_gap * size, 0.1 * size, 0.8 * size
    chunks: list[Chunk] = []
    run: list[int] = []
    texts: list[str] = []
    end = start = 0.0
    top, bottom, baseline = 1e9, -1e9, -1e9
    bold = False
    for x0, index in held:
        word = words[index]
        text, x1 = word.text, word.x1
        if not run:
            start, end = x0, x1
        elif (gap := x0 - end) > least and (
            gap > wide
            or not (text[0].isalpha() or texts[-1][-1].isalpha() or not _parted(texts, text, gap, size, settings))
        ):
            chunks.append(Chunk(start, end, run, " ".join(texts)))
            run, texts = [], []
            start, end = x0, x1
        elif x1 > end:
            end = x1
        run.append(index)
        texts.append(text)
        if word.bold:
            bold = True
        if word.top < top:
            top = word.top
        if word.bottom > bottom:
            bottom = word.bottom
        if word.baseline > baseline and word.size > large:
            baseline = word.baseline
    chunks.append(Chunk(start, end, run, " ".join(texts)))
    return TextLine(top, bottom, baseline, size, chunks, bold and _all_bold(words, group))


def _all_bold(words: Sequence[Word], group: Sequence[int]) -> bool:
    """Whether every word with a letter or digit is bold."""
    return all(words[index].bold or not any(map(str.isalnum, words[index].text)) for index in group)


def _parted(before: Sequence[str], right: str, gap: float, size: float, settings: TableSettings) -> bool:
    """Whether a space that is not wide parts a word from the words before: between two numbers it may."""
    if not (_PART.fullmatch(before[-1]) and _PART.fullmatch(right)):
        return False
    return gap > settings.number_gap * size or not goes_on(before, right)


def goes_on(before: Sequence[str], word: str) -> bool:
    """Whether a word goes on the number that ends ``before``: a group of three digits, a sign before it, a unit after.

    >>> goes_on(["1"], "234"), goes_on(["12", "345"], "67"), goes_on(["1,5"], "234"), goes_on(["-"], "23")
    (True, False, False, True)
    """
    last = before[-1]
    if last[-1] in "-−" and last[-2:-1].isdigit():
        return False  # a minus set behind its number
    if word in ("%", "‰") or not last[-1].isdigit():
        return True
    head = last.lstrip("<>≥≤±+~(-–−—")
    groups = re.match(r"\d{3}(?!\d)", word) is not None
    if len(before) > 1 and re.fullmatch(r"\d{3}", last) and before[-2][-1:].isdigit():
        return groups
    return groups and re.fullmatch(r"\d{1,3}", head) is not None and head[0] != "0"
