"""The type of words read from a picture: size, weight and where their line stands.

A line's size is told from the height of its ink and the letters that it holds: "summa" is half an em high, "Budget"
seven tenths and with a descender nine. One line is measured to a pixel or so, so lines of nearly the same size are
taken for the same, over the whole document; so are strokes' widths, which tell bold type.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from planparse.ocr.picture import Gray, Mask, runs
from planparse.ocr.settings import DEFAULT, OcrSettings

_ASCENDING = frozenset("bdfhklß/()[]|\\{}")
_CAPITAL = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ&!?§\"”'’*@£$€#")
_FIGURES = frozenset("0123456789%")
_RINGED, _MARKED = frozenset("Å"), frozenset("ÄÖÉÜ")
_SMALL_RING, _SMALL_MARKED, _DOTTED = frozenset("å"), frozenset("äöéü"), frozenset("ij;:")
_DEEP = frozenset("gjpqyQ()[]{}|§ç$")
_OVER = (
    (_RINGED, 0.91),
    (_MARKED, 0.87),
    (_SMALL_RING, 0.745),
    (_ASCENDING, 0.7),
    (_CAPITAL, 0.69),
    (_FIGURES, 0.68),
    (_SMALL_MARKED, 0.67),
    (_DOTTED, 0.66),
    (frozenset("t"), 0.6),
)
"""heights over the baseline in ems: means of the usual text faces, each of its own so that each is put right alone"""
_X, _TALL, _DEPTH = 0.49, 0.7, 0.20


@dataclass(frozen=True, slots=True)
class Measured:
    """What is measured of a line or word, in pixels: ``size`` None where it holds no letters that tell it."""

    size: float | None
    baseline: float
    stroke: float | None


def size_share(text: str) -> tuple[float, float]:
    """How far a text's ink goes over and under its baseline, in ems.

    >>> size_share("summa"), size_share("Budget")
    ((0.49, 0.0), (0.7, 0.2))
    """
    letters = frozenset(text)
    over = next((height for held, height in _OVER if letters & held), _X)
    return over, _DEPTH if letters & _DEEP else 0.0


def measured(text: str, even: Gray, ink: Mask, bbox: tuple[float, float, float, float]) -> Measured:
    """A word's or line's type, from the ink in its frame."""
    x0, top, x1, bottom = (round(edge) for edge in bbox)
    piece = ink[top:bottom, x0:x1]
    if not any(map(str.isalnum, text)) or not piece.any():
        return Measured(None, bottom - 0.22 * (bottom - top), None)
    if text[-1] in ",.;:" and len(text) > 1:
        text, piece = text[:-1], _without_last(piece)
    first, last = own_rows(piece)
    if not any(map(str.isalpha, text)) and "," in text:
        last = _floor(piece, first, last)
    over, under = size_share(text)
    size = (last - first) / (over + under)
    baseline = top + first + over * size
    return Measured(
        size, baseline, _stroke(even[top + first : top + last, x0 : x0 + piece.shape[1]], piece[first:last])
    )


def _without_last(piece: Mask) -> Mask:
    """The ink without its last sign, a comma or the like, whose tail says nothing of the size."""
    stretches = runs(np.asarray(piece.any(axis=0)))
    return piece[:, : stretches[-2][1]] if len(stretches) > 1 else piece


def _floor(piece: Mask, first: int, last: int) -> int:
    """Where figures stand, under which there are commas only."""
    profile = piece[first:last].sum(axis=1)
    return first + int(np.flatnonzero(profile > 0.22 * profile.max())[-1]) + 1


def own_rows(piece: Mask) -> tuple[int, int]:
    """The rows of the line's own ink: outwards from the densest to where there is none, or a neighbour begins."""
    profile = piece.sum(axis=1).astype(int)
    least = 1 + profile.max() * 0.02
    # The middle counts for most: a neighbour may reach into the frame from over or under it.
    middling = 1.0 - 0.9 * np.abs(np.linspace(-1.0, 1.0, len(profile)))
    core = int(np.argmax(np.convolve(profile, np.ones(5), "same") * middling))
    first, last = core, core + 1
    # The dots of "i" stand away from the letter by a tenth of an em and more.
    over = max(3, round(0.11 * len(profile)))
    while first > 0 and profile[max(first - over, 0) : first].max() > least:
        first -= 1
    while last < len(profile) and profile[last : last + 3].max() > least:
        last += 1
    while first < core and profile[first] <= least:
        first += 1
    while last > core + 1 and profile[last - 1] <= least:
        last -= 1
    return first, last


def _stroke(even: Gray, ink: Mask) -> float | None:
    """The mean width of strokes across, in pixels: darkness over the number of runs of ink."""
    runs = int((np.diff(ink.astype(np.int8), axis=1, prepend=0) == 1).sum())
    if runs < 8:
        return None
    return float((255.0 - even[ink]).sum()) / 255.0 / runs


def weighted_median(values: Sequence[tuple[float, int]]) -> float:
    """The value that the middle one of all letters has; 0 where there are none.

    >>> weighted_median([(11.0, 40), (8.5, 3), (12.0, 5)])
    11.0
    """
    half = sum(weight for _, weight in values) / 2
    for value, weight in sorted(values):
        half -= weight
        if half <= 0:
            return value
    return 0.0


def proportions(lines: Iterable[Sequence[tuple[str, float]]]) -> dict[tuple[float, float], float]:
    """How much too large or small words of each kind are measured, by their heights beside words of tall letters.

    A face's small letters may be 0.43 or 0.53 ems high. ``lines`` are (word, size as measured); what comes out is to
    divide sizes by, for each kind as :func:`size_share` gives it.

    >>> proportions([[("Budget", 10.0), ("summa", 9.0)]] * 5)[size_share("summa")]
    0.9
    """
    told: dict[tuple[float, float], list[tuple[float, int]]] = {}
    for line in lines:
        tall = [(size, len(text)) for text, size in line if size_share(text)[0] == _TALL]
        usual = weighted_median(tall)
        for text, size in line if usual else ():
            told.setdefault(size_share(text), []).append((size / usual, 1))
    return {kind: weighted_median(found) for kind, found in told.items() if len(found) >= 5}


def size_classes(
    sizes: Iterable[tuple[float, int]], settings: OcrSettings = DEFAULT
) -> list[tuple[float, float, float]]:
    """(least, most, size) of the sizes that a document uses, from lines' sizes and their letters.

    The size of most letters is first, with what is within reach of it; then the next on either side.
    """
    weight: dict[float, int] = {}
    for size, letters in sizes:
        weight[round(size, 1)] = weight.get(round(size, 1), 0) + letters
    out: list[tuple[float, float, float]] = []
    while weight:
        centre = max(
            weight, key=lambda one: sum(w for s, w in weight.items() if abs(s - one) <= settings.same_size * one)
        )
        reach = settings.same_size * centre
        members = {size: letters for size, letters in weight.items() if abs(size - centre) <= reach}
        mean = sum(size * letters for size, letters in members.items()) / sum(members.values())
        # What an earlier class, of more letters, reaches to is its own.
        least = max([most for _, most, _ in out if most <= centre], default=0.0)
        most = min([least for least, _, _ in out if least >= centre], default=float("inf"))
        out.append((max(centre - reach, least), min(centre + reach, most), _usual(mean)))
        for size in members:
            del weight[size]
    return sorted(out, key=lambda one: one[2])


def _usual(size: float) -> float:
    """A size to the half point, as type is set."""
    return max(round(size * 2) / 2, 1.0)


def size_in(size: float, classes: Sequence[tuple[float, float, float]]) -> float:
    """The class that a size is in, or the nearest."""
    return min(classes, key=lambda one: (not one[0] <= size <= one[1], abs(size - one[2])))[2] if classes else size
