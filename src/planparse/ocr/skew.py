"""How a scanned sheet lies: the angle that it leans by, and the quarter turns that bring its text upright.

Lines of text make a picture's rows differ from each other: the sum over each row of its ink jumps where a line begins
and ends. The angle at which it jumps most is that of the lines. Whether a sheet stands on its head is told by the
letters: Latin text has more ink above its small letters (b, d, l, å, ä, ö, capitals) than below (g, p).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from planparse.ocr.picture import Mask, runs
from planparse.ocr.settings import DEFAULT, OcrSettings

_Points = npt.NDArray[np.float32]
_MOST_POINTS = 60_000
_STEP = 2.0
"""pixels of a row in the profile"""


@dataclass(frozen=True, slots=True)
class Lie:
    """``quarters`` clockwise quarter turns and then ``angle`` degrees counter-clockwise make a sheet upright.

    ``sure`` is False where too little text tells top from bottom.
    """

    quarters: int = 0
    angle: float = 0.0
    sure: bool = True


def lie_of(ink: Mask, settings: OcrSettings = DEFAULT) -> Lie:
    """How a sheet lies, from its ink without ruled lines."""
    ys, xs = np.nonzero(ink)
    if len(ys) < 500:
        return Lie(sure=False)
    step = max(1, len(ys) // _MOST_POINTS)
    down, along = ys[::step].astype(np.float32), xs[::step].astype(np.float32)
    angle, level = _best_angle(down, along, settings)
    turned_angle, upright = _best_angle(along, -down, settings)
    # A sheet on its side must say so clearly: tables of figures have columns that are lines too.
    quarters = 0
    if upright > 1.25 * level:
        quarters, angle = 1, turned_angle
    text = np.rot90(ink, -quarters) if quarters else ink
    balance = _ascent(leaned(text, angle))
    if balance < -_SURE:
        return Lie((quarters + 2) % 4, angle)
    return Lie(quarters, angle, sure=balance > _SURE)


def _best_angle(down: _Points, along: _Points, settings: OcrSettings) -> tuple[float, float]:
    """The angle, in degrees, at which the profile jumps most, and how much."""
    best, most = 0.0, -1.0
    wide, reach = 0.5, settings.most_skew
    centre = 0.0
    while True:
        for angle in np.arange(centre - reach, centre + reach + wide / 2, wide):
            jumps = _jumps(down, along, float(angle))
            if jumps > most:
                best, most = float(angle), jumps
        if wide <= 0.03:
            return best, most
        centre, reach, wide = best, wide, wide / 4


def _jumps(down: _Points, along: _Points, angle: float) -> float:
    lean = np.tan(np.radians(angle))
    rows = ((down - along * lean) / _STEP).astype(np.int32)
    profile = np.bincount(rows - rows.min()).astype(np.float64)
    return float(np.square(np.diff(profile)).sum()) / max(len(down), 1)


def leaned(ink: Mask, angle: float) -> Mask:
    """The ink with each column moved down or up so that lines at an angle become level: near enough for small ones."""
    if not angle:
        return ink
    out = np.zeros_like(ink)
    height, width = ink.shape
    shifts = np.round((np.arange(width) - width / 2) * np.tan(np.radians(angle))).astype(int)
    for shift in np.unique(shifts):
        columns = np.flatnonzero(shifts == shift)
        first, last = columns[0], columns[-1] + 1
        if shift >= 0:
            out[: height - shift, first:last] = ink[shift:, first:last]
        else:
            out[-shift:, first:last] = ink[:shift, first:last]
    return out


_SURE = 0.06
"""the balance of ink above and below the small letters; upright plans have 0.2 to 0.6"""


def _ascent(ink: Mask) -> float:
    """More than 0 where lines have more ink above their small letters than below, weighed over all lines."""
    above = below = 0.0
    for first, last in _text_rows(ink):
        profile = ink[first:last].sum(axis=1).astype(np.float64)
        # The band of the small letters is where most ink is.
        dense = np.flatnonzero(profile > 0.5 * profile.max())
        top, bottom = int(dense[0]), int(dense[-1]) + 1
        if 0.35 * (last - first) < bottom - top < 0.85 * (last - first):
            above += float(profile[:top].sum())
            below += float(profile[bottom:].sum())
    whole = above + below
    return (above - below) / whole if whole else 0.0


def _text_rows(ink: Mask) -> list[tuple[int, int]]:
    """Stretches of rows that are as high as lines of text, looked for in strips: columns and margins differ."""
    out: list[tuple[int, int]] = []
    profile = ink.sum(axis=1)
    busy = profile > 0.004 * ink.shape[1]
    for first, last in runs(busy):
        if 12 <= last - first <= 90 and int(profile[first:last].sum()) > 300:
            out.append((first, last))
    return out
