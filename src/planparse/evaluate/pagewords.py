"""Words of a page as scoring gets them, and whether a printed value stands among them.

Scoring knows no PDF: who calls it reads the pages and hands over words as (text, x0, top, x1, bottom).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from planparse.evaluate.texts import pressed

Bbox = tuple[float, float, float, float]
WordBox = tuple[str, float, float, float, float]
"""text, x0, top, x1, bottom: in points from the top-left corner of the page as shown"""

# A box is drawn round glyphs, a word's box is the font's: their edges differ by less than this many points.
_SLACK = 1.0


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of one file page.

    ``apart`` are the boxes of what the parser took off on purpose: running heads and feet, the printed contents, the
    lines of a cover. None where that is not known (a saved plan): then word coverage is not measured.
    """

    page: int
    words: tuple[WordBox, ...]
    apart: tuple[Bbox, ...] | None = None


def inside(word: WordBox, box: Sequence[float]) -> bool:
    """Whether the word's centre lies in the box.

    >>> inside(("Summa", 10, 10, 40, 20), (0, 0, 30, 30)), inside(("Summa", 10, 10, 40, 20), (0, 0, 20, 30))
    (True, False)
    """
    x, y = (word[1] + word[3]) / 2, (word[2] + word[4]) / 2
    return box[0] - _SLACK <= x <= box[2] + _SLACK and box[1] - _SLACK <= y <= box[3] + _SLACK


def as_read(words: Sequence[WordBox]) -> list[WordBox]:
    """Words line by line from the top, each line from the left; a small raised word stays in its line."""
    lines: list[list[WordBox]] = []
    for word in sorted(words, key=lambda word: word[2] + word[4]):
        if lines and _one_line(lines[-1][-1], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [word for line in lines for word in sorted(line, key=lambda word: word[1])]


def _one_line(upper: WordBox, lower: WordBox) -> bool:
    """Whether the middle of one is as high as the other."""
    return (lower[2] + lower[4]) / 2 < upper[4] or lower[2] < (upper[2] + upper[4]) / 2


class Stream:
    """Words one after the other, to look printed values up in; made once for a page or a box."""

    def __init__(self, words: Sequence[WordBox]) -> None:
        self._orders = [_Run([word[0] for word in as_read(words)]), _Run([word[0] for word in words])]

    def has(self, raw: str) -> bool:
        """Whether the value stands there: whole words one after the other, or, for text, every word of it.

        White space is left out, dashes are alike, and a hyphen at a line's end may have been undone.

        >>> stream = Stream([("1", 0, 0, 5, 9), ("234", 7, 0, 20, 9), ("tkr", 22, 0, 40, 9)])
        >>> stream.has("1 234"), stream.has("1 23"), stream.has("234 tkr"), stream.has("235")
        (True, False, True, False)
        """
        if any(order.has(pressed(raw)) for order in self._orders):
            return True
        if not any(map(str.isalpha, raw)):
            return False
        return all(any(order.has(pressed(part)) for order in self._orders) for part in raw.split())


class _Run:
    """Pressed words joined, with the places where words begin and end; and the same without hyphens."""

    def __init__(self, words: Sequence[str]) -> None:
        pieces = [piece for piece in map(pressed, words) if piece]
        self._texts = [_Joined(pieces), _Joined([piece.replace("-", "") for piece in pieces])]

    def has(self, wanted: str) -> bool:
        whole, dashless = self._texts
        # Without letters a dash is a sign or a range, and may not be left out.
        return whole.has(wanted) or (bool(re.search(r"[^\W\d_]", wanted)) and dashless.has(wanted.replace("-", "")))


class _Joined:
    def __init__(self, pieces: Sequence[str]) -> None:
        self._text = "".join(pieces)
        self._edges = [0]
        for piece in pieces:
            self._edges.append(self._edges[-1] + len(piece))

    def has(self, wanted: str) -> bool:
        at = self._text.find(wanted) if wanted else -1
        while at >= 0:
            if self._edge(at) and self._edge(at + len(wanted)):
                return True
            at = self._text.find(wanted, at + 1)
        return not wanted

    def _edge(self, at: int) -> bool:
        """Whether a word begins or ends here, or a mark parts it from its neighbour ("1 350 kronor/dygn")."""
        place = bisect_left(self._edges, at)
        if self._edges[place] == at:
            return True
        before, after = self._text[at - 1], self._text[at]
        return not (before.isalnum() and after.isalnum())
