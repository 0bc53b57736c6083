"""Hairlines on grey bands, and what is none."""

from __future__ import annotations

import numpy as np
import pytest

from planparse.ocr.faintlines import lines_on
from planparse.ocr.linework import Stroke
from planparse.ocr.picture import Gray
from planparse.ocr.shading import Shaded
from sheet_maker import noisy, text_line

BAND = Shaded(0, 0, 600, 60, 216)


def band(shade: int = 216) -> Gray:
    picture = np.full((60, 600), shade, np.uint8)
    text_line(picture, 40, 20, 180, shade=20)
    text_line(picture, 40, 240, 560, shade=20)
    return picture


@pytest.mark.parametrize("shade", [196, 204])
def test_a_faint_line_through_a_band_is_found_in_its_noise(shade: int) -> None:
    picture = band()
    picture[:, 210:212] = shade
    (line,) = lines_on(BAND, noisy(picture, paper=255))
    assert abs(line.middle - 211) < 1.5 and (line.start, line.end) == (0, 60)


def test_letters_and_noise_are_no_lines() -> None:
    assert lines_on(BAND, noisy(band(), paper=255)) == []


def test_a_line_that_ends_within_the_band_is_none() -> None:
    picture = band()
    picture[20:38, 210:212] = 196
    assert lines_on(BAND, noisy(picture, paper=255)) == []


def test_a_light_line_parts_a_dark_head() -> None:
    picture = np.full((60, 600), 70, np.uint8)
    text_line(picture, 40, 20, 180, shade=250)
    picture[:, 300:302] = 96
    (line,) = lines_on(Shaded(0, 0, 600, 60, 70), noisy(picture, paper=255))
    assert abs(line.middle - 301) < 1.5


def test_a_line_that_ends_on_the_band_is_told_by_less() -> None:
    picture = band()
    picture[:, 210:212] = 212
    under = Stroke(62, 300, 210, 212)
    noise = noisy(picture, 4.0, paper=255)
    assert lines_on(BAND, noise) == []
    (line,) = lines_on(BAND, noise, known=[under])
    assert abs(line.middle - 211) < 2
