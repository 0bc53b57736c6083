from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from planparse.ocr.arrows import arrow_in
from planparse.ocr.picture import Mask


def drawn(*lines: tuple[int, int, int, int], side: int = 24) -> Mask:
    picture = Image.new("L", (side + 6, side + 6), 255)
    pen = ImageDraw.Draw(picture)
    for x0, y0, x1, y1 in lines:
        pen.line((x0 + 3, y0 + 3, x1 + 3, y1 + 3), fill=0, width=3)
    return np.asarray(picture) < 150


UP_RIGHT = drawn((0, 20, 20, 0), (8, 0, 20, 0), (20, 0, 20, 12))
RIGHT = drawn((0, 8, 22, 8), (14, 0, 22, 8), (14, 16, 22, 8))


@pytest.mark.parametrize(
    ("ink", "arrow"),
    [
        (UP_RIGHT, "↗"),
        (UP_RIGHT[::-1], "↘"),
        (UP_RIGHT[:, ::-1], "↖"),
        (RIGHT, "→"),
        (RIGHT[:, ::-1], "←"),
        (RIGHT.T, "↓"),
        (RIGHT.T[::-1], "↑"),
    ],
)
def test_arrows_by_their_form(ink: Mask, arrow: str) -> None:
    assert arrow_in(ink) == arrow


@pytest.mark.parametrize(
    "ink",
    [
        drawn((0, 0, 14, 0), (14, 0, 5, 20)),  # 7
        drawn((0, 0, 8, 20), (8, 20, 16, 0)),  # V
        drawn((0, 10, 20, 10)),  # a dash
        drawn((0, 10, 20, 10), (10, 0, 10, 20)),  # +
        drawn((0, 0, 0, 20), (0, 20, 12, 20)),  # L
        drawn((0, 20, 20, 0)),  # /
        drawn((0, 0, 16, 0), (16, 0, 0, 20), (0, 20, 16, 20)),  # Z
    ],
)
def test_other_signs_are_none(ink: Mask) -> None:
    assert arrow_in(ink) == ""
