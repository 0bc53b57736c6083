"""Dark grounds with light letters: heads of tables, bands, whole covers.

Such an area is told by its rim, which is dark nearly all along its four sides, or by being too thick for letters. What
is light within it is letters, unless it is so wide that it is paper or a panel::

    ████████████████████
    ██ Budget ██ Plan ██     the letters stand within the rim
    ████████████████████

>>> page = np.full((120, 180), 255, np.uint8)
>>> page[30:78] = 70
>>> page[50:53, 20:100] = 250
>>> found = dark_grounds(page)
>>> int(found[13, 20]), int(found[17, 20]), int(found[33, 20])
(70, 70, 0)
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from planparse.ocr.patches import pieces_of
from planparse.ocr.picture import Gray, Mask
from planparse.ocr.settings import DEFAULT, OcrSettings

FINE = 3
"""pixels of a block: a rim of two points has one at least"""
_SOLID = 0.75
_RIM = 0.85
"""share of each side of the frame that is solid"""
_PANEL = 9
"""blocks: what is light and as high and wide as this is no letter"""
_LEAST = (5, 10)
"""blocks of height and width"""
_THICK = 12
"""blocks that the strokes of no letters are thick"""
_LETTERS = 30
"""blocks that letters on a dark area without a rim are high and wide at most"""


def dark_grounds(even: Gray, settings: OcrSettings = DEFAULT) -> Gray:
    """For each block of ``FINE`` pixels the shade of the dark ground that it belongs to, 0 where there is none."""
    height, width = even.shape[0] // FINE, even.shape[1] // FINE
    out = np.zeros((height, width), np.uint8)
    pixels = even[: height * FINE, : width * FINE] < settings.dark_ground
    share = pixels.reshape(height, FINE, width, FINE).mean(axis=(1, 3), dtype=np.float32)
    solid = share > _SOLID
    for patch in pieces_of(_without_letters(solid), 1):
        frame = (slice(patch.top, patch.bottom), slice(patch.x0, patch.x1))
        if patch.height < _LEAST[0] or patch.width < _LEAST[1]:
            continue
        dark = ~_panels(share[frame] < 0.2)
        if not _has_rim(solid[frame]):
            dark &= _round_thick(solid[frame])
        if not dark.any():
            continue
        whole = even[patch.top * FINE : patch.bottom * FINE, patch.x0 * FINE : patch.x1 * FINE]
        # Every fourth pixel tells as much as all.
        shades = whole[::2, ::2]
        out[frame][dark] = max(round(float(np.median(shades[shades < settings.dark_ground]))), 1)
    return out


def _without_letters(solid: Mask) -> Mask:
    """What is solid for at least three blocks across and two down: most strokes of letters are not."""
    out = solid
    for axis, blocks in ((1, 3), (0, 2)):
        out = _opened(out, blocks, axis)
    return out


def _opened(mask: Mask, blocks: int, axis: int) -> Mask:
    return _grown(~_grown(~mask, blocks, axis, later=True), blocks, axis, later=False)


def _grown(mask: Mask, blocks: int, axis: int, *, later: bool) -> Mask:
    """True where any of so many blocks from each one on, or up to it, is."""
    before, after = (0, blocks - 1) if later else (blocks - 1, 0)
    padded = np.pad(mask, [(before, after) if one == axis else (0, 0) for one in (0, 1)], mode="edge")
    return np.asarray(sliding_window_view(padded, blocks, axis=axis).any(axis=-1))


def _has_rim(solid: npt.NDArray[np.bool_]) -> bool:
    sides = (solid[:2].max(axis=0), solid[-2:].max(axis=0), solid[:, :2].max(axis=1), solid[:, -2:].max(axis=1))
    return all(float(side.mean()) >= _RIM for side in sides)


def _round_thick(solid: Mask) -> Mask:
    """An area of any form: what no letter is thick enough for, with the letters between."""
    if min(solid.shape) < 2 * _THICK:
        return np.zeros_like(solid)
    out = solid
    for axis in (0, 1):
        out = _opened(out, _THICK, axis)
    for axis in (0, 1):
        out = ~_opened(~out, _LETTERS, axis)
    return out


def _panels(light: Mask) -> Mask:
    """The light parts that letters are too thin for, with their edges."""
    out = light
    for axis in (0, 1):
        if light.shape[axis] < _PANEL:
            return np.zeros_like(light)
        out = _opened(out, _PANEL, axis)
    for axis in (0, 1):
        out = _grown(_grown(out, 3, axis, later=True), 3, axis, later=False)
    return out
