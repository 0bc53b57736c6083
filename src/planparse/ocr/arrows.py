"""Arrows that show a trend, told by their form: engines know no arrows and read figures and letters instead.

An arrow is its own mirror image along its shaft, which goes from end to end of its frame, and its head is at one end.

>>> ink = np.zeros((20, 20), bool)
>>> for step in range(20):
...     ink[max(19 - step - 1, 0) : 19 - step + 1, step] = True
>>> ink[0:2, 8:] = ink[:12, 18:] = True
>>> arrow_in(ink), arrow_in(ink[::-1]), arrow_in(np.ones((20, 20), bool))
('↗', '↘', '')
"""

from __future__ import annotations

import numpy as np

from planparse.ocr.picture import Mask

_SIDE = 24
"""the pixels that a sign is looked at with"""
_ALIKE = 0.55
"""share of the ink that both mirror images have"""
_SHAFT = 0.85
_LEVEL = (1.15, 3.2)
"""width by height"""
_SLANTED = (0.75, 1.33)


def arrow_in(ink: Mask) -> str:
    """The arrow that a piece of a picture shows, "" where it shows something else."""
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if len(rows) < 7 or len(columns) < 7:
        return ""
    sign = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    ratio = sign.shape[1] / sign.shape[0]
    if _SLANTED[0] <= ratio <= _SLANTED[1]:
        sized = _sized(sign, _SIDE, _SIDE)
        turned = {"↗": sized, "↘": sized[::-1], "↖": sized[:, ::-1], "↙": sized[::-1, ::-1]}
        for arrow, one in turned.items():
            if _points_up_right(one):
                return arrow
    for arrow, one in {"→": sign, "←": sign[:, ::-1], "↓": sign.T, "↑": sign.T[:, ::-1]}.items():
        wide = one.shape[1] / one.shape[0]
        if _LEVEL[0] <= wide <= _LEVEL[1] and _points_right(_sized(one, _SIDE, round(_SIDE * wide))):
            return arrow
    return ""


def _sized(sign: Mask, height: int, width: int) -> Mask:
    rows = (np.arange(height) + 0.5) * sign.shape[0] / height
    columns = (np.arange(width) + 0.5) * sign.shape[1] / width
    return np.asarray(sign[rows.astype(int)][:, columns.astype(int)])


def _alike(one: Mask, other: Mask) -> bool:
    return float((one & other).sum()) >= _ALIKE * float((one | other).sum())


def _points_up_right(sign: Mask) -> bool:
    side = len(sign)
    if float(sign.mean()) > 0.55 or not _alike(sign, sign[::-1, ::-1].T):
        return False
    # The shaft, up to a pixel or two beside the diagonal.
    shaft = sum(bool(sign[max(side - 2 - x, 0) : side + 1 - x, max(x - 1, 0) : x + 2].any()) for x in range(1, side))
    if shaft < _SHAFT * (side - 1):
        return False
    edge, half = side // 6, side // 2
    head = min(float(sign[:edge, half:].any(axis=0).mean()), float(sign[:half, -edge:].any(axis=1).mean()))
    away = float(sign[:half, : half - edge].mean()) + float(sign[half + edge :, half:].mean())
    return head >= 0.8 and away < 0.25


def _points_right(sign: Mask) -> bool:
    height, width = sign.shape
    if not _alike(sign, sign[::-1]):
        return False
    middle = sign[height // 2 - height // 8 - 1 : height // 2 + height // 8 + 1].any(axis=0)
    if float(middle.mean()) < 0.95:
        return False
    high = sign.any(axis=0) * (sign.argmax(axis=0) * -1 + height - sign[::-1].argmax(axis=0))
    tail, head, tip = int(high[: width // 3].max()), int(high[width // 2 :].max()), int(high[-1])
    return bool(tail <= 0.45 * height and head >= 0.9 * height and tip <= 0.6 * height)
