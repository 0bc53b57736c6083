"""Words that were cut at the edge of a narrow cell, without a hyphen.

    | medarbetarengage |     alone on its line, and not one letter more would fit: the rest of the word
    | mang, HME        |     stands on the next line

In: a cell's lines, its width and the space beside its text. Out: the lines' texts, a soft hyphen where a word was cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from planparse.layout.blocks import Line
from planparse.layout.joining import SOFT_HYPHEN, KnownWords
from planparse.rules.load import load

_LEAST = 5
"""letters of the first part: a cell that is too narrow for a shorter one has not been seen"""
_SLACK = 0.3
"""points by which a line may be wider than its room"""
_EDGES = ".,;:!?()"
_OFTEN_CUT = frozenset(load("line_breaks")["often cut"].words)


def line_texts(lines: Sequence[Line], room: float, known: KnownWords) -> list[str]:
    """The texts of a cell's lines; ``room`` is how wide a line of it may be, 0 where nobody knows."""
    texts = [line.text for line in lines]
    if room <= 0 or len(lines) < 2:
        return texts
    for at, (line, below) in enumerate(pairwise(lines)):
        if _is_cut(line, below, room, known):
            texts[at] += SOFT_HYPHEN
    return texts


def _is_cut(line: Line, below: Line, room: float, known: KnownWords) -> bool:
    left, right = line.text, below.words[0].text
    head = right.strip(_EDGES).casefold()
    if len(line.words) > 1 or len(left) < _LEAST or not left.isalpha() or not left[-1].islower():
        return False
    if not head.isalpha() or not right[0].islower():
        return False
    width = line.bbox[2] - line.bbox[0]
    letter = width / len(left)
    if not width - _SLACK <= room < width + letter + _SLACK:
        return False
    whole = left.casefold() + head
    if known.count(whole) or whole in _OFTEN_CUT:
        return True
    return load("common_words").match(head) is None and known.count(head) <= known.count(left.casefold()) <= 2
