from __future__ import annotations

import numpy as np
import pytest

from planparse.ocr.leftover import read_leftovers
from planparse.ocr.picture import Gray, Mask
from planparse.ocr.shading import Shaded
from sheet_maker import FakeEngine, blank, read_line, text_line

EM = 28.0
LINE = read_line("Summa", 100, 300, 180, 216)


def page() -> Gray:
    picture = blank()
    text_line(picture, 208, 100, 300)
    return picture


def found(picture: Gray, dark: Mask | None = None, boxes: list[Shaded] | None = None) -> list[str]:
    nowhere = np.zeros(picture.shape, bool)
    told = read_leftovers(picture, nowhere if dark is None else dark, boxes or [], [LINE], EM, FakeEngine())
    return [line.text for line in told]


@pytest.mark.parametrize(("wide", "shade", "sign"), [(15, 60, "–"), (8, 60, "-"), (15, 170, "–")])
def test_a_dash_on_the_row_of_a_line(wide: int, shade: int, sign: str) -> None:
    picture = page()
    picture[197:199, 600 : 600 + wide] = shade
    assert found(picture) == [sign]


def test_a_dash_on_no_row_is_a_remnant() -> None:
    picture = page()
    picture[400:402, 600:615] = 60
    assert found(picture) == []


def test_a_bullet_before_a_line() -> None:
    picture = page()
    picture[195:203, 70:78] = 30
    assert found(picture) == ["•"]


def test_what_goes_on_into_a_line_is_a_letters_rest() -> None:
    picture = page()
    picture[200:226, 200:204] = 30
    assert found(picture) == []


def test_the_corner_of_a_box_is_no_dash() -> None:
    picture = page()
    picture[197:199, 600:615] = 60
    assert found(picture, boxes=[Shaded(600, 170, 900, 220, 200)]) == []


def test_light_spots_on_a_dark_picture_are_no_text() -> None:
    picture = page()
    picture[500:520, 400:404] = 30
    dark = np.zeros(picture.shape, bool)
    dark[300:800] = True
    assert found(picture, dark) == []
