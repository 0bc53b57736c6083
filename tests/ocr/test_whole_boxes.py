"""Boxes that are one, and boxes that a light line parts."""

from __future__ import annotations

import numpy as np

from planparse.ocr.picture import Gray
from planparse.ocr.shading import Shaded, whole
from sheet_maker import noisy

UPPER, LOWER = Shaded(100, 100, 500, 130, 217), Shaded(100, 132, 500, 170, 218)


def band(light: slice | None = None) -> Gray:
    picture = np.full((300, 600), 255, np.uint8)
    picture[100:170, 100:500] = 217
    if light is not None:
        picture[light, 100:500] = 255
    return noisy(picture, paper=255)


def test_a_box_that_was_told_in_two_is_one() -> None:
    assert whole([UPPER, LOWER], band()) == [Shaded(100, 100, 500, 170, 217)]


def test_a_light_line_parts_boxes() -> None:
    assert whole([UPPER, LOWER], band(slice(130, 132))) == [UPPER, LOWER]


def test_boxes_of_other_width_or_shade_stay_apart() -> None:
    narrow, dark = Shaded(100, 132, 400, 170, 217), Shaded(100, 132, 500, 170, 190)
    assert whole([UPPER, narrow], band()) == [UPPER, narrow]
    assert whole([UPPER, dark], band()) == [UPPER, dark]
