"""A paragraph or list item while it is put together, and what a line's end says of the next line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from planparse.layout.lines import TextLine
from planparse.layout.settings import DEFAULT, LayoutSettings
from planparse.rules.load import load

_LEADERS = re.compile(r"(?:\.{3,}|…{2,}|(?:\. ){4,}|_{4,})\s*(?:\d{1,4}|[ivxl]{1,5})?$")
"""one of which stands in each text that the expression takes: looking for them is sooner done"""
_ENDS = re.compile(r"[.:!?;][\"”’')\]]*$")
_SENTENCE_ENDS = re.compile(r"[.:!?][\"”’')\]]*$")
_OPEN_MARKS = frozenset(",-–/(&")
_OPEN_WORDS = frozenset(load("line_breaks").by_word())


@dataclass(slots=True)
class Draft:
    """Lines of one paragraph or item; ``marker`` is "" for a paragraph."""

    lines: list[TextLine]
    marker: str = ""
    cut: int = 0
    """characters of the first line that the marker takes"""
    text_x: float = 0.0
    """where an item's text starts"""
    depth: int = 0
    right: float = 0.0
    """the right edge that its lines can reach"""
    boxed: bool = False
    tight: bool = False
    """follows the one before without more space than between lines"""

    @property
    def last(self) -> TextLine:
        return self.lines[-1]


@dataclass(frozen=True, slots=True)
class Measures:
    """What the document says of its own type."""

    body_size: float
    pitches: dict[tuple[str, float], float] = field(default_factory=dict)
    """the usual distance from baseline to baseline, of type with wrapped lines"""
    right: float = 0.0
    """the right edge of text that goes over the whole width"""

    def pitch(self, line: TextLine, settings: LayoutSettings = DEFAULT) -> float:
        """The usual distance to the line before, in this line's type."""
        found = self.pitches.get((line.font, round(line.size, 1)))
        return found if found else settings.largest_pitch * line.size

    def is_large(self, line: TextLine, settings: LayoutSettings = DEFAULT) -> bool:
        """Whether a line is set in heading type by its size."""
        return line.size >= settings.heading_size * self.body_size


def ends(line: TextLine) -> bool:
    """Whether a sentence, or a part of one that may end an item, ends with a line."""
    return _ENDS.search(line.text) is not None


def ends_sentence(line: TextLine) -> bool:
    return _SENTENCE_ENDS.search(line.text) is not None


def ends_clause(line: TextLine) -> bool:
    """Whether a line ends in a colon or semicolon: a list without marks may follow in lower case."""
    return line.text[-1] in ":;"


def is_open(line: TextLine) -> bool:
    """Whether a line can't be the last: it ends in "och", "av", a comma or a hyphen."""
    return line.text[-1] in _OPEN_MARKS or line.text.rsplit(" ", 1)[-1].casefold() in _OPEN_WORDS


def is_entry(line: TextLine) -> bool:
    """Whether a line is one of a printed contents: dots, or a wide space, and a page number at its end."""
    text = line.text
    if ("..." in text or "……" in text or ". . . ." in text or "____" in text) and _LEADERS.search(text):
        return True
    if len(line.words) < 2 or not line.last.text.isdigit() or len(line.last.text) > 3:
        return False
    return line.last.x0 - line.words[-2].x1 > 1.2 * line.size


def had_room(last: TextLine, line: TextLine, right: float, words: int = 1) -> bool:
    """Whether the first words of a line had fitted on the line before."""
    take = line.words[: min(words, len(line.words))]
    width = take[-1].x1 - take[0].x0
    return last.x1 + 0.25 * last.size + width < right - 0.5 * last.size


def is_short(last: TextLine, line: TextLine, right: float) -> bool:
    """Whether a line stops so early that its end is meant: room for two words, or a quarter of the width."""
    return had_room(last, line, right, 2) or last.x1 < right - 0.25 * (right - last.x0)
