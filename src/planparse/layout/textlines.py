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

from planparse.layout.tablesettings import TableSettings
from planparse.pdf.page import Word

_PART = re.compile(r"[<>≥≤±+~(-–−—]*\d[\d.,:/–−-]*\)?(?:%|\*+|[²³¹])?|[%‰]")
"""a word that may be part of a number"""
_FIGURE = r"(?:\d{1,3}(?:[\s.,]\d{3})+(?:[.,]\d+)?|\d+(?:[.,:/]\d+)*)"
_VALUE = re.compile(
    rf"[<>≥≤±+~(\-–−]*\s?{_FIGURE}(?:\s?[-–−]\s?{_FIGURE})?\)?\s?"
    r"(?:%|‰|procent|tkr|mkr|mnkr|kr|SEK|EUR|st|dagar|dygn|timmar|h|år)?\s?[*)¹²³]*(?:\s?\((?:19|20)\d\d\))?",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"[-–−—.:*x]{1,3}|n\.?\s?[ad]\.?|\.\.|(?:ej|ingen) (?:uppgift|mätt|aktuellt)|saknas", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)?\d\d))?")


@dataclass(slots=True)
class Chunk:
    """Words of one line that no wide space parts."""

    x0: float
    x1: float
    words: list[int]
    text: str

    @property
    def value(self) -> bool:
        """A number, or what stands for one."""
        return bool(_VALUE.fullmatch(self.text) or _NOTHING.fullmatch(self.text))

    @property
    def number(self) -> bool:
        return bool(_VALUE.fullmatch(self.text))

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
    order = sorted((index for index in among if not words[index].turned), key=lambda index: words[index].baseline)
    lines: list[TextLine] = []
    group: list[int] = []
    baseline = size = 0.0
    for index in order:
        word = words[index]
        if group and word.baseline - baseline > settings.same_line * max(size, word.size):
            lines.append(_line(words, group, settings))
            group = []
        if not group or word.size > size:
            baseline, size = word.baseline, word.size
        group.append(index)
    if group:
        lines.append(_line(words, group, settings))
    return lines


def _line(words: Sequence[Word], group: list[int], settings: TableSettings) -> TextLine:
    group.sort(key=lambda index: words[index].x0)
    size = max(words[index].size for index in group)
    chunks: list[Chunk] = []
    run: list[int] = []
    end = 0.0
    for index in group:
        word = words[index]
        if run and word.x0 - end > 0.1 * size and _parted(words, run, index, word.x0 - end, size, settings):
            chunks.append(_chunk(words, run))
            run = []
        run.append(index)
        end = max(end, word.x1) if len(run) > 1 else word.x1
    chunks.append(_chunk(words, run))
    told = [words[index] for index in group if any(map(str.isalnum, words[index].text))]
    return TextLine(
        min(words[index].top for index in group),
        max(words[index].bottom for index in group),
        max(words[index].baseline for index in group if words[index].size > 0.8 * size),
        size,
        chunks,
        bool(told) and all(word.bold for word in told),
    )


def _chunk(words: Sequence[Word], run: list[int]) -> Chunk:
    x1 = max(words[index].x1 for index in run)
    return Chunk(words[run[0]].x0, x1, run, " ".join(words[index].text for index in run))


def _parted(
    words: Sequence[Word], run: list[int], index: int, gap: float, size: float, settings: TableSettings
) -> bool:
    """Whether the space before a word parts it from the run before."""
    if gap > settings.chunk_gap * size:
        return True
    left, right = words[run[-1]].text, words[index].text
    if not (_PART.fullmatch(left) and _PART.fullmatch(right)):
        return False
    if gap > settings.number_gap * size:
        return True
    return not goes_on([words[i].text for i in run], right)


def goes_on(before: Sequence[str], word: str) -> bool:
    """Whether a word goes on the number that ends ``before``: a group of three digits, a sign before it, a unit after.

    >>> goes_on(["1"], "234"), goes_on(["12", "345"], "67"), goes_on(["1,5"], "234"), goes_on(["-"], "23")
    (True, False, False, True)
    """
    last = before[-1]
    if word in ("%", "‰") or not last[-1].isdigit():
        return True
    head = last.lstrip("<>≥≤±+~(-–−—")
    groups = re.match(r"\d{3}(?!\d)", word) is not None
    if len(before) > 1 and re.fullmatch(r"\d{3}", last) and before[-2][-1:].isdigit():
        return groups
    return groups and re.fullmatch(r"\d{1,3}", head) is not None and head[0] != "0"
