"""Rows of dots that lead from an entry to its page: found by their even steps, and kept from the engine.

An engine reads them as any number of full stops, or joins the last to the page number. ::

    3.1 Ett växande Björkdala . . . . . . . . 2        →  the dots' frame, erased before the line is read

>>> ink = np.zeros((60, 400), bool)
>>> for x in range(100, 300, 20):
...     ink[40:44, x : x + 4] = True
>>> leaders_of(ink)
[Leader(x0=100, top=40, x1=284, bottom=44, dots=10)]
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from planparse.ocr.engine import Glyph, ReadLine
from planparse.ocr.picture import Mask

_LARGEST = 9
"""pixels of a dot"""
_STEPS = (5, 46)
"""pixels from one dot to the next"""
_FEWEST = 6
"""dots: a text's own, as in "1.1.1", are fewer"""


@dataclass(frozen=True, slots=True)
class Leader:
    """The frame of a row of dots, in pixels."""

    x0: int
    top: int
    x1: int
    bottom: int
    dots: int

    def line(self, em: float) -> ReadLine:
        """The dots as a line of their own, on the baseline of the text beside; ``em`` is its size in pixels."""
        step = (self.x1 - self.x0) / self.dots
        glyphs = tuple(Glyph(".", self.x0 + (index + 0.5) * step, 0.99) for index in range(self.dots))
        return ReadLine(self.x0, self.bottom - 0.78 * em, self.x1, self.bottom + 0.22 * em, glyphs)


def leaders_of(ink: Mask) -> list[Leader]:
    """The rows of dots of a picture that lies straight."""
    rows = _dotted_rows(ink)
    found: list[Leader] = []
    for row, starts, ends in rows:
        top, bottom = max(row - _LARGEST, 0), min(row + _LARGEST + 1, len(ink))
        band = ink[top:bottom]
        dots = _dots(band, starts, ends)
        if dots is None:
            continue
        starts, ends = starts[dots], ends[dots]
        first, last = int(starts[0]), int(ends[-1])
        filled = np.flatnonzero(band[:, first:last].any(axis=1))
        leader = Leader(first, top + int(filled[0]), last, top + int(filled[-1]) + 1, len(starts))
        near = next((index for index in range(len(found) - 1, -1, -1) if _meet(found[index], leader)), None)
        if near is None:
            found.append(leader)
        else:
            found[near] = _joined(found[near], leader)
    return found


def _dotted_rows(ink: Mask) -> list[tuple[int, npt.NDArray[np.int64], npt.NDArray[np.int64]]]:
    """(row, starts, ends) of the runs of ink that are short, and follow each other by even steps."""
    padded = np.zeros((ink.shape[0], ink.shape[1] + 2), np.int8)
    padded[:, 1:-1] = ink
    width = padded.shape[1]
    edges = np.flatnonzero(np.diff(padded.ravel()))
    starts, ends = edges[::2] + 1, edges[1::2] + 1
    short = ends - starts <= _LARGEST
    starts, ends = starts[short], ends[short]
    if len(starts) < _FEWEST:
        return []
    steps = np.diff(starts + ends) / 2.0
    level = starts[1:] // width == starts[:-1] // width
    near = level & (steps >= _STEPS[0]) & (steps <= _STEPS[1])
    even = near[1:] & near[:-1] & (np.abs(np.diff(steps)) <= np.maximum(1.5, 0.12 * steps[1:]))
    edges = np.flatnonzero(np.diff(np.concatenate(([0], even.astype(np.int8), [0]))))
    out = []
    for first, last in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        # So many even pairs of steps are two dots more.
        if last - first + 2 >= _FEWEST:
            row = int(starts[first] // width)
            offset = row * width + 1
            out.append((row, starts[first : last + 2] - offset, ends[first : last + 2] - offset))
    return out


def _dots(band: Mask, starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]) -> slice | None:
    """Which of the runs are a row of small things with nothing over, under or between them: no stems of letters."""
    pairs = list(zip(starts.tolist(), ends.tolist(), strict=True))
    heights = [int(band[:, max(first - 1, 0) : last + 1].any(axis=1).sum()) for first, last in pairs]
    # A figure that follows the last dot is higher than dots are.
    most = min(_LARGEST, 1.5 * float(np.median(heights)))
    small = [height <= most for height in heights]
    if sum(small) < _FEWEST:
        return None
    first, last = small.index(True), len(small) - small[::-1].index(True)
    if sum(small) < 0.9 * (last - first):
        return None
    gaps = zip(ends[first : last - 1].tolist(), starts[first + 1 : last].tolist(), strict=True)
    clear = sum(not band[:, end + 1 : start - 1].any() for end, start in gaps)
    return slice(first, last) if clear >= 0.85 * (last - first - 1) else None


def _meet(one: Leader, other: Leader) -> bool:
    """Whether two are rows of pixels of one row of dots, or parts of it."""
    return other.top < one.bottom and one.top < other.bottom and other.x0 - one.x1 < _STEPS[1] > one.x0 - other.x1


def _joined(one: Leader, other: Leader) -> Leader:
    x0, x1 = min(one.x0, other.x0), max(one.x1, other.x1)
    step = (one.x1 - one.x0) / one.dots
    return Leader(
        x0, min(one.top, other.top), x1, max(one.bottom, other.bottom), max(round((x1 - x0) / step), one.dots)
    )
