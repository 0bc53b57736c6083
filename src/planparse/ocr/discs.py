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
        disc = _disc(line, picture, bare, settings)
        if disc is None:
            kept.append(line)
        elif disc.bottom - disc.top > settings.largest_bullet * em:
            discs.append(disc)
            bare[disc.top : disc.bottom, disc.x0 : disc.x1] = 255
    return kept, discs


def _disc(line: ReadLine, picture: Gray, bare: Gray, settings: OcrSettings) -> Shaded | None:
    if len(line.text.strip()) > 1:
        return None
    top, left = round(line.top), round(line.x0)
    # Pale ones are fainter than any letter.
    piece = ink_of(bare[top : round(line.bottom), left : round(line.x1)], settings.faint)
    rows, columns = np.flatnonzero(piece.any(axis=1)), np.flatnonzero(piece.any(axis=0))
    if not len(rows):
        return None
    first, last, start, end = int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1
    frame = piece[first:last, start:end]
    if not 0.7 < (end - start) / (last - first) < 1.4 or float(frame.mean()) < settings.disc:
        return None
    shade = float(np.median(picture[top + first : top + last, left + start : left + end][frame]))
    return Shaded(left + start, top + first, left + end, top + last, round(shade))
