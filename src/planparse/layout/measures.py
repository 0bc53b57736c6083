"""What a document's own lines say of its type: the usual distance between lines, and the right edge of its text."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from statistics import median

from planparse.layout.columns import Column
from planparse.layout.drafts import Measures
from planparse.layout.lines import TextLine

_ENOUGH = 200
"""letters of running text that tell its size"""


def measure(pages: Iterable[list[Column]], size_of_all: float) -> Measures:
    """A document's measures, from lines that surely are wrapped: the second starts in lower case under a full first.

    The body's size is that of most text outside tables, which are often set smaller; ``size_of_all`` where there is
    too little.
    """
    steps: dict[tuple[str, float], list[float]] = {}
    rights: list[float] = []
    sizes: dict[float, int] = {}
    for columns in pages:
        for column in columns:
            lines = [item.line for item in column.items if item.line is not None]
            if column.whole and len(lines) > 4:
                rights.append(max(line.x1 for line in lines))
            for line in lines:
                if len(line.words) > 3:
                    sizes[line.size] = sizes.get(line.size, 0) + len(line.text)
            for before, after in pairwise(lines):
                if _wrapped(before, after, column.x1):
                    steps.setdefault((after.font, round(after.size, 1)), []).append(after.baseline - before.baseline)
    pitches = {style: median(found) for style, found in steps.items() if len(found) > 1}
    body_size = most(sizes) if sum(sizes.values()) > _ENOUGH else size_of_all
    return Measures(body_size, pitches, median(rights) if rights else 0.0)


def most(weight: dict[float, int]) -> float:
    """The size that most letters have, tenths of a point apart taken together."""
    rounded: dict[float, int] = {}
    for size, letters in weight.items():
        rounded[round(size, 1)] = rounded.get(round(size, 1), 0) + letters
    return max(rounded, key=lambda size: rounded[size], default=0.0)


def _wrapped(before: TextLine, after: TextLine, right: float) -> bool:
    return (
        after.text[0].islower()
        and before.size == after.size
        and before.x1 > right - 0.25 * (right - before.x0)
        and 0.8 * after.size < after.baseline - before.baseline < 2.2 * after.size
    )
