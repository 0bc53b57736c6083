from __future__ import annotations

import numpy as np

from planparse.ocr.leaders import leaders_of
from planparse.ocr.picture import Mask
from sheet_maker import blank, text_line


def dots(ink: Mask, y: int, x0: int, x1: int, step: int = 14, size: int = 4) -> None:
    for x in range(x0, x1, step):
        ink[y - size : y, x : x + size] = True


def page() -> Mask:
    picture = blank()
    for y in (120, 170, 220):
        text_line(picture, y, 100, 420)
    return picture < 150


def test_rows_of_dots_after_their_text() -> None:
    ink = page()
    for y in (120, 170, 220):
        dots(ink, y, 450, 860)
    found = leaders_of(ink)
    assert [(one.x0, one.bottom, one.dots) for one in found] == [(450, y, 30) for y in (120, 170, 220)]


def test_letters_are_no_leaders() -> None:
    assert leaders_of(page()) == []


def test_a_figure_that_follows_is_left() -> None:
    ink = page()
    dots(ink, 120, 450, 860)
    ink[102:120, 870:874] = True
    assert [one.x1 for one in leaders_of(ink)] == [860]


def test_few_dots_are_the_texts_own() -> None:
    ink = np.zeros((60, 300), bool)
    dots(ink, 40, 100, 160)
    assert leaders_of(ink) == []


def test_a_leader_stands_on_the_line_of_its_text() -> None:
    ink = page()
    dots(ink, 120, 450, 860)
    line = leaders_of(ink)[0].line(28.0)
    assert line.text == "." * 30 and line.top < 120 < line.bottom and line.x0 == 450
