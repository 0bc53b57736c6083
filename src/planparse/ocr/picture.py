"""A page's picture → even paper, and where ink is on it.

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

Gray = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]
_NEAR, _FAR = 2, 5
"""blocks each way in which there is paper, and in which there is some beside a pale panel"""
_PALE = 0.92
"""of the paper's shade: what is not so much darker is a panel, what is darker by more a shadow"""
_PANEL = 0.965
"""of the page's lightest shades: what is darker, with paper all round, is a panel however wide"""


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
    # A panel or a picture is no paper: the lightest block round about is, and nowhere less than most of the page.
    near, far = _lightest(shade, _NEAR), _lightest(shade, _FAR)
    most = float(np.percentile(near, 90))
    shade = np.where(near >= _PALE * far, far, near)
    shade = np.where(_within(near < _PANEL * most), most, shade)
    # On a page that is mostly dark the paper's shade is that of what is light on it.
    light = shade[shade > 0.6 * float(shade.max())]
    usual = float(np.median(light if light.size else shade))
    shade = np.where(shade < 0.72 * usual, usual, shade).astype(np.float32)
    wide = Image.fromarray(shade).resize((cols * block, rows * block), Image.Resampling.BILINEAR)
    return np.asarray(wide, np.float32)[:height, :width]


def _within(dark: Mask) -> Mask:
    """What of a dark mask hangs together without touching the edge: shadows come from the edge, panels have paper round
    them."""
    reached = np.zeros_like(dark)
    reached[[0, -1], :] = dark[[0, -1], :]
    reached[:, [0, -1]] = dark[:, [0, -1]]
    while True:
        grown = reached.copy()
        grown[1:] |= reached[:-1]
        grown[:-1] |= reached[1:]
        grown[:, 1:] |= reached[:, :-1]
        grown[:, :-1] |= reached[:, 1:]
        grown &= dark
        if (grown == reached).all():
            return dark & ~reached
        reached = grown


def _lightest(shade: npt.NDArray[np.float32], around: int) -> npt.NDArray[np.float32]:
    for axis in (0, 1):
        padded = np.pad(shade, [(around, around) if one == axis else (0, 0) for one in (0, 1)], mode="edge")
        shade = sliding_window_view(padded, 2 * around + 1, axis=axis).max(axis=-1)
    return shade


def ink_of(flat: Gray, shade: int | None = None, settings: OcrSettings = DEFAULT) -> Mask:
    """Where ink is, specks left out; ``shade`` in place of the usual one that ink is darker than."""
    ink = flat < (settings.ink if shade is None else shade)
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
