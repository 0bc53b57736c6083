"""The scale of a chart: numbers at equal steps down a side or along a line, which tables hardly have.

    400 |                      0 %  10 %  20 %  30 %  40 %
    300 |  ▂▅
    200 |▂▇██▃

In: lines of text. Out: whether a scale is among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from planparse.layout.textlines import TextLine

_NUMBER = re.compile(r"[-−–]?\d+(?:[.,]\d+)?")
_LEAST = 5
"""numbers at equal steps that make a scale"""


def has_scale(lines: Sequence[TextLine]) -> bool:
    """Whether a line is nothing but numbers at equal steps, or numbers fall by equal steps from line to line."""
    last = len(lines) - 2
    for index, line in enumerate(lines):
        parts = [_numbers(chunk.text) for chunk in line.chunks]
        numbers = [number for part in parts for number in part]
        if index > last and index and all(parts) and len(numbers) >= 3 and _years(numbers):
            return True  # years at the foot
        if all(parts) and len(numbers) >= _LEAST and _steps(numbers) >= _LEAST:
            step = abs(numbers[1] - numbers[0])
            if step != 1 or (index >= last and not _years(numbers)) or _only_figures(lines[:index]):
                return True
    return _falls(lines)


def _only_figures(lines: Sequence[TextLine]) -> bool:
    """Whether there are lines, of nothing but figures: the values on bars over their years."""
    return bool(lines) and all(chunk.number and not chunk.year for line in lines for chunk in line.chunks)


def _numbers(text: str) -> list[float]:
    out: list[float] = []
    for part in text.replace("%", " ").split():
        if not _NUMBER.fullmatch(part):
            return []
        out.append(float(part.replace("−", "-").replace("–", "-").replace(",", ".")))
    return out


def _steps(numbers: Sequence[float], falling: bool = False) -> int:
    """How many numbers in a row are at equal steps (that fall)."""
    best = run = 2
    steps = [round(b - a, 6) for a, b in pairwise(numbers)]
    for before, step in pairwise(steps):
        run = run + 1 if step == before and (step < 0 if falling else step) else 2
        best = max(best, run)
    return best


def _years(numbers: Iterable[float]) -> bool:
    return all(1900 < number < 2100 for number in numbers)


def _falls(lines: Sequence[TextLine]) -> bool:
    """A scale down the left or right side: each number a step less than the one before."""
    for side in (0, -1):
        numbers = [found[0] for line in lines if len(found := _numbers(line.chunks[side].text)) == 1]
        if len(numbers) < _LEAST or _years(numbers):
            continue
        if _steps(numbers, falling=True) >= max(_LEAST, 0.4 * len(numbers)):
            return True
    return False
