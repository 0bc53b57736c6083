"""The ground that letters stand on: paper, shaded bands and panels, dark heads with light letters.

It is told in blocks of a few pixels. With it a picture is made flat: everything dark on white, so that letters and
lines need one rule only.

>>> page = np.full((120, 120), 255, np.uint8)
>>> page[30:90] = 70
>>> page[58:61, 20:100] = 250
>>> flat = flattened(page, ground_of(page))
>>> int(flat[10, 60]), int(flat[45, 60]), int(flat[60, 60])
(255, 255, 6)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from planparse.ocr.dark_grounds import FINE, dark_grounds
from planparse.ocr.picture import Gray, Mask
from planparse.ocr.settings import DEFAULT, OcrSettings

BLOCK = 6
"""pixels of a block: two points at 200 dpi, more than a stroke and less than a line"""
_LIGHTER = 24
"""of a block's 36 pixels so many are darker than what stands for it"""
_ROUND = 2
"""blocks each way"""
_NEAR = 6
"""blocks each way from thick letters to paper"""

Shades = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Ground:
    """The shade behind the letters: of each block of ``BLOCK`` pixels, and where a dark one begins and ends exactly."""

    shades: Shades
    dark: Shades
    """of blocks of ``FINE`` pixels, 0 where there is no dark ground"""

    def with_boxes(self, boxes: Sequence[tuple[int, int, int, int, int]]) -> Ground:
        """The ground with the corners of boxes (x0, top, x1, bottom, shade in pixels), which blocks have rounded."""
        shades = self.shades.copy()
        for x0, top, x1, bottom, shade in boxes:
            piece = shades[max(top // BLOCK - 1, 0) : bottom // BLOCK + 1, max(x0 // BLOCK - 1, 0) : x1 // BLOCK + 1]
            np.minimum(piece, shade, out=piece)
        return Ground(shades, self.dark)

    def dark_pixels(self, shape: tuple[int, ...]) -> Mask:
        """Where a picture of this many rows and columns has a dark ground."""
        return _wide(self.dark, FINE, shape) > 0


def ground_of(even: Gray, settings: OcrSettings = DEFAULT) -> Ground:
    """The shade that each block of ``BLOCK`` pixels has behind its letters.

    A block's own is that of its lighter part, for strokes are thinner than blocks; the middle one of those round it
    takes letters on dark grounds, and bold ones, away.
    """
    height, width = even.shape[0] // BLOCK * BLOCK, even.shape[1] // BLOCK * BLOCK
    dark = dark_grounds(even, settings)
    if not height or not width:
        return Ground(np.full((1, 1), 255, np.uint8), dark)
    blocks = even[:height, :width].reshape(height // BLOCK, BLOCK, width // BLOCK, BLOCK).swapaxes(1, 2)
    flat = blocks.reshape(height // BLOCK, width // BLOCK, -1)
    own = np.partition(flat, _LIGHTER, axis=2)[:, :, _LIGHTER]
    # What is round a dark ground is told without it.
    known = dark[: len(own) * 2, : own.shape[1] * 2].reshape(len(own), 2, -1, 2)
    own = np.where(known.max(axis=(1, 3)) > 0, 255, own).astype(np.uint8)
    padded = np.pad(own, _ROUND, mode="edge")
    near = sliding_window_view(padded, (2 * _ROUND + 1, 2 * _ROUND + 1)).reshape(*own.shape, -1)
    middle = near.shape[2] // 2
    shades = _lifted(np.partition(near, middle, axis=2)[:, :, middle], settings)
    whole = (known > 0).mean(axis=(1, 3)) > 0.5
    return Ground(np.where(whole, known.max(axis=(1, 3)), shades), dark)


def _lifted(ground: Shades, settings: OcrSettings) -> Shades:
    """The ground with what is dark in it still, which is thick letters, in the lightest shade near by."""
    dark = ground < settings.dark_ground
    if not dark.any():
        return ground
    near = ground
    for axis in (0, 1):
        padded = np.pad(near, [(_NEAR, _NEAR) if one == axis else (0, 0) for one in (0, 1)], mode="edge")
        near = sliding_window_view(padded, 2 * _NEAR + 1, axis=axis).max(axis=-1)
    return np.where(dark, near, ground)


def flattened(even: Gray, ground: Ground, settings: OcrSettings = DEFAULT) -> Gray:
    """The picture without its shades: everything dark on white, light letters on dark grounds too."""
    dark = _wide(ground.dark, FINE, even.shape)
    behind = np.where(dark > 0, dark, _wide(ground.shades, BLOCK, even.shape)).astype(np.float32)
    shades = even.astype(np.float32)
    dark_on_light = shades * (255.0 / np.maximum(behind, 1.0))
    light_on_dark = 255.0 - (shades - behind) * (255.0 / np.maximum(255.0 - behind, 1.0))
    flat = np.where(behind >= settings.dark_ground, dark_on_light, light_on_dark)
    return np.clip(flat, 0.0, 255.0).astype(np.uint8)


def _wide(blocks: Shades, block: int, shape: tuple[int, ...]) -> Shades:
    """Blocks as pixels."""
    pixels = np.repeat(np.repeat(blocks, block, axis=0), block, axis=1)
    rest = [(0, max(size - got, 0)) for size, got in zip(shape, pixels.shape, strict=True)]
    return np.pad(pixels, rest, mode="edge")[: shape[0], : shape[1]]
