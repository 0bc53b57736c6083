"""Dots that an engine takes for the letter O: symbols for a status, bullets.

A dot fills its frame to three quarters, a letter or figure to a half at most.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from planparse.ocr.engine import ReadLine
from planparse.ocr.picture import Gray, ink_of
from planparse.ocr.settings import DEFAULT, OcrSettings
from planparse.ocr.shading import Shaded


def without_discs(
    lines: Sequence[ReadLine], picture: Gray, bare: Gray, em: float, settings: OcrSettings = DEFAULT
) -> tuple[list[ReadLine], list[Shaded]]:
    """The lines that are no dots, and the dots that are larger than bullets; their ink is taken away.

    A bullet's ink is left, to be told by its place before a line. ``bare`` is the picture with its grounds white and
    its lines erased, ``em`` the body's size in pixels.
    """
    kept: list[ReadLine] = []
    discs: list[Shaded] = []
    for line in lines:
        disc = _disc(line, picture, em, settings)
        if disc is None:
            kept.append(line)
        elif disc.bottom - disc.top > settings.largest_bullet * em:
            discs.append(disc)
            bare[disc.top - 2 : disc.bottom + 2, disc.x0 - 2 : disc.x1 + 2] = 255
    return kept, discs


def _disc(line: ReadLine, picture: Gray, em: float, settings: OcrSettings) -> Shaded | None:
    if len(line.text.strip()) > 1:
        return None
    over = round(0.3 * em)
    top, left = max(round(line.top) - over, 0), max(round(line.x0) - over, 0)
    frame = picture[top : round(line.bottom) + over, left : round(line.x1) + over]
    if not frame.size:
        return None
    # Pale ones are fainter than any letter, and large ones are taken for a ground.
    ink = ink_of(frame, round(float(np.percentile(frame, 90))) - settings.disc_step)
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return None
    first, last, start, end = int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1
    dot = ink[first:last, start:end]
    if not 0.7 < (end - start) / (last - first) < 1.4 or float(dot.mean()) < settings.disc:
        return None
    shade = float(np.median(frame[first:last, start:end][dot]))
    return Shaded(left + start, top + first, left + end, top + last, round(shade))
