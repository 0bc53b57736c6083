"""Words set upright with a letter on each line, as in the narrow first column of a scorecard.

B
r        one word: "Brukare"
u
…

In: the lines of a cell. Out: the same, or one line with the word that they spell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from planparse.layout.blocks import Line
from planparse.pdf.page import Word

_FEWEST = 4
"""letters of such a word; K, M and T one under another are three rows"""
_FEWEST_CAPITALS = 5
_ASIDE = 0.35
"""of the size: how far the letters' middles stand apart"""
_CLOSEST = 0.7
_FARTHEST = 2.0
"""sizes from one letter to the next"""


def unstacked(lines: Sequence[Line]) -> list[Line]:
    """The lines, or the word that they spell letter by letter."""
    words = [line.words[0] for line in lines if len(line.words) == 1]
    if len(words) < max(_FEWEST, len(lines)) or not _spells(words) or not _stands_in_file(words):
        return list(lines)
    first = words[0]
    box = (
        min(word.x0 for word in words),
        first.top,
        max(word.x1 for word in words),
        words[-1].bottom,
    )
    text = "".join(word.text for word in words)
    word = replace(first, text=text, x0=box[0], x1=box[2], bottom=box[3], baseline=words[-1].baseline)
    return [Line((word,), lines[0].page, box)]


def _spells(words: Sequence[Word]) -> bool:
    """Whether single letters make a word: a capital before small ones, or capitals in no order of the alphabet."""
    letters = [word.text for word in words]
    if any(len(letter) != 1 or not letter.isalpha() for letter in letters) or not letters[0].isupper():
        return False
    if all(letter.islower() for letter in letters[1:]):
        return True
    return len(letters) >= _FEWEST_CAPITALS and "".join(letters).isupper() and letters != sorted(letters)


def _stands_in_file(words: Sequence[Word]) -> bool:
    for above, below in pairwise(words):
        middle = (above.x0 + above.x1 - below.x0 - below.x1) / 2
        pitch = (below.baseline - above.baseline) / above.size
        if above.turned or below.turned or abs(middle) > _ASIDE * above.size or not _CLOSEST <= pitch <= _FARTHEST:
            return False
    return True
