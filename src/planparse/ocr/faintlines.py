"""Column lines on shaded grounds, too faint to be told by their darkness.

A grey hairline on a grey band differs from it by less than the scanner's noise. But it goes through the whole band from
edge to edge, where letters leave room over and under them, so it shows in what all rows of the band have in common::

    ▒▒▒▒▒▒▒▒▒|▒▒▒▒▒▒▒▒▒▒▒▒▒
    ▒ Nämndmål | Fler i arbete      a column that is a little darker, in light rows and dark ones
    ▒▒▒▒▒▒▒▒▒|▒▒▒▒▒▒▒▒▒▒▒▒▒

>>> page = np.full((80, 400), 216, np.uint8)
>>> page[:, 150:152] = 206
>>> page[30:50, 40:120] = 20
>>> [(line.first, line.last) for line in lines_on(Shaded(0, 0, 400, 80, 216), page)]
[(150, 152)]
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from planparse.ocr.linework import Stroke
from planparse.ocr.picture import Gray, runs
from planparse.ocr.settings import DEFAULT, OcrSettings
from planparse.ocr.shading import Shaded

_EDGE = 5
"""pixels at a box's edges that are not looked at"""
_AROUND = 9
"""pixels each way from which the ground beside a line is told"""
_WIDEST = 5


def lines_on(area: Shaded, level: Gray, settings: OcrSettings = DEFAULT, known: Sequence[Stroke] = ()) -> list[Stroke]:
    """The column lines, given as vertical strokes are, that run through a shaded box of a picture lying straight.

    Where one of the ``known`` lines ends on the box, less tells that it goes on.
    """
    piece = level[area.top + _EDGE : area.bottom - _EDGE, area.x0 + _EDGE : area.x1 - _EDGE]
    if len(piece) < settings.faint_rows or piece.shape[1] < 4 * _AROUND:
        return []
    dark = area.shade < settings.dark_ground
    # Most of a column that letters stand in is ground still; that of a line is none. And a line has no letters.
    share = np.percentile(piece, 7 if dark else 93, axis=0).astype(np.float32)
    beside = np.lib.stride_tricks.sliding_window_view(np.pad(share, _AROUND, mode="edge"), 2 * _AROUND + 1)
    off = np.median(beside, axis=1) - share
    bare = np.abs(np.percentile(piece, 93 if dark else 7, axis=0) - share) < settings.faint_even
    least = np.full(len(share), settings.faint_step)
    for line in known:
        if min(abs(line.start - area.bottom), abs(line.end - area.top)) <= _EDGE + 4:
            at = round(line.middle) - area.x0 - _EDGE
            least[max(at - 2, 0) : max(at + 3, 0)] = settings.faint_step / 2
    found = ((-off if dark else off) > least) & bare
    return [
        Stroke(area.top, area.bottom, area.x0 + _EDGE + first, area.x0 + _EDGE + last)
        for first, last in runs(found)
        if 1 < last - first <= _WIDEST
    ]
