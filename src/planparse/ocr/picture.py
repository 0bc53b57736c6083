"""A page's picture → even paper and ink.

Grey paper, shadows at the spine and faded copies are evened out: every place is measured against the lightest shade
round it. What comes out is as large as what went in.

>>> import numpy as np
>>> page = np.full((200, 200), 190, np.uint8)
>>> page[100:110, 50:150] = 60
>>> even = evened(page)
>>> int(even[0, 0]), int(even[105, 100]) < 100, int(ink_of(even).sum())
(255, True, 1000)
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from planparse.ocr.settings import DEFAULT, OcrSettings

BLOCK = 6
"""pixels of a block of ground: two points at 200 dpi, more than a stroke and less than a line"""
_LIGHTER = 24
"""of a block's 36 pixels so many are darker than what stands for it"""
_ROUND = 2
"""blocks each way"""

Gray = npt.NDArray[np.uint8]
Shades = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]


def evened(gray: Gray, settings: OcrSettings = DEFAULT) -> Gray:
    """The same picture on white paper."""
    paper = _paper(gray, settings.paper_block)
    return np.minimum(gray.astype(np.float32) * (255.0 / np.maximum(paper, 40.0)), 255.0).astype(np.uint8)


def _paper(gray: Gray, block: int) -> npt.NDArray[np.float32]:
    """The shade of the paper at each place: that of each block's lightest part, smoothed."""
    from PIL import Image

    height, width = gray.shape
    rows, cols = -(-height // block), -(-width // block)
    padded = np.pad(gray, ((0, rows * block - height), (0, cols * block - width)), mode="edge")
    # Every third pixel tells as much as all.
    blocks = padded.reshape(rows, block, cols, block)[:, ::3, :, ::3].swapaxes(1, 2).reshape(rows, cols, -1)
    shade = np.percentile(blocks, 85, axis=2).astype(np.float32)
    usual = float(np.median(shade))
    # A picture or a dark panel is no paper: there the page's usual shade holds.
    shade = np.where(shade < 0.72 * usual, usual, shade).astype(np.float32)
    wide = Image.fromarray(shade).resize((cols * block, rows * block), Image.Resampling.BILINEAR)
    return np.asarray(wide, np.float32)[:height, :width]


def ground_of(even: Gray) -> Shades:
    """The shade that each block of ``BLOCK`` pixels has behind its letters.

    A block's own is that of its lighter part, for strokes are thinner than blocks; the middle one of those round it
    takes letters on dark grounds, and bold ones, away.
    """
    height, width = even.shape[0] // BLOCK * BLOCK, even.shape[1] // BLOCK * BLOCK
    if not height or not width:
        return np.full((1, 1), 255, np.uint8)
    blocks = even[:height, :width].reshape(height // BLOCK, BLOCK, width // BLOCK, BLOCK).swapaxes(1, 2)
    flat = blocks.reshape(height // BLOCK, width // BLOCK, -1)
    own = np.partition(flat, _LIGHTER, axis=2)[:, :, _LIGHTER]
    padded = np.pad(own, _ROUND, mode="edge")
    near = sliding_window_view(padded, (2 * _ROUND + 1, 2 * _ROUND + 1)).reshape(*own.shape, -1)
    middle = near.shape[2] // 2
    shades: Shades = np.partition(near, middle, axis=2)[:, :, middle]
    return shades


def ink_of(even: Gray, ground: Shades | None = None, settings: OcrSettings = DEFAULT) -> Mask:
    """Where ink is, specks left out: what is much darker than its ground, or much lighter where that is dark."""
    if ground is None:
        ground = ground_of(even)
    behind = np.repeat(np.repeat(ground, BLOCK, axis=0), BLOCK, axis=1)
    behind = np.pad(behind, [(0, even.shape[0] - behind.shape[0]), (0, even.shape[1] - behind.shape[1])], mode="edge")
    light = behind >= settings.dark_ground
    darker = even < behind * np.float32(settings.ink / 255)
    lighter = even.astype(np.int16) - behind > settings.light_ink
    ink: Mask = np.where(light, darker, lighter)
    return ink & (_count_round(ink) > settings.speck)


def _count_round(ink: Mask) -> npt.NDArray[np.int8]:
    """How many of the 25 pixels round each pixel are ink."""
    counts = ink.astype(np.int8)
    for axis in (0, 1):
        total = counts.copy()
        for step in (1, 2):
            total += _moved(counts, step, axis) + _moved(counts, -step, axis)
        counts = total
    return counts


def _moved(values: npt.NDArray[np.int8], step: int, axis: int) -> npt.NDArray[np.int8]:
    out = np.zeros_like(values)
    if axis == 0:
        if step > 0:
            out[step:] = values[:-step]
        else:
            out[:step] = values[-step:]
    elif step > 0:
        out[:, step:] = values[:, :-step]
    else:
        out[:, :step] = values[:, -step:]
    return out


def runs(row: Mask) -> list[tuple[int, int]]:
    """Where a row of a mask is True: half-open stretches."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], row.astype(np.int8), [0]))))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
