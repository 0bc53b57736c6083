from __future__ import annotations

import numpy as np
import pytest

from planparse.ocr.engine import Glyph
from planparse.ocr.glyph_ink import Inked, barred, capital_of, inked, raised_from, thousands
from planparse.ocr.picture import Mask

EM = 28.0


def number(text: str, *, pitch: int = 14, wider: dict[int, int] | None = None) -> list[Inked]:
    out = []
    x = 0
    for index, figure in enumerate(text):
        x += (wider or {}).get(index, 0)
        out.append(Inked(figure, x, x + 11, 10, 30))
        x += pitch
    return out


@pytest.mark.parametrize(
    ("found", "starts"),
    [
        (number("4812", wider={1: 5}), [1]),
        (number("1204500", wider={1: 5, 4: 5}), [1, 4]),
        (number("2027"), []),
        (number("4812", wider={2: 5}), []),
        (number("-4812", wider={2: 5}), [2]),
        (number("812", wider={1: 5}), []),
    ],
)
def test_the_narrow_space_of_large_numbers(found: list[Inked], starts: list[int]) -> None:
    assert thousands(found, EM) == starts


def test_a_raised_figure_is_none_of_the_numbers() -> None:
    found = [*number("297,6"), Inked("1", 72, 78, 7, 19)]
    assert raised_from(found, EM) == 5
    assert raised_from(number("2976"), EM) == 4


def test_the_bar_under_a_sign() -> None:
    ink = np.zeros((20, 16), bool)
    for step in range(8):
        ink[7 - step, step * 2 : step * 2 + 2] = ink[7 + step if step < 7 else 13, step * 2 : step * 2 + 2] = True
    sign = Inked("<", 0, 16, 0, 20)
    assert barred(sign, ink) == "<"
    ink[17:19] = True
    assert barred(sign, ink) == "≤"


def capital(mark: tuple[tuple[int, int], ...]) -> Mask:
    """A letter of 20 pixels, with marks over it, and a tall one after it."""
    ink = np.zeros((40, 60), bool)
    ink[14:34, 2:18] = ink[14:34, 26:30] = True
    for start, end in mark:
        ink[6:11, start:end] = True
    return ink


@pytest.mark.parametrize(
    ("mark", "letter"), [((), "A"), (((8, 13),), "Å"), (((4, 8), (12, 16)), "Ä"), (((0, 19),), "A")]
)
def test_rings_and_dots_over_capitals(mark: tuple[tuple[int, int], ...], letter: str) -> None:
    assert capital_of("Al", capital(mark), (0, 0, 60, 40), EM) == letter


def test_a_capital_alone_is_left() -> None:
    assert capital_of("A", capital(((8, 13),)), (0, 0, 60, 40), EM) == "A"


def test_characters_that_touch_are_not_told_apart() -> None:
    ink = np.zeros((40, 60), bool)
    ink[10:30, 0:10] = ink[10:30, 14:40] = True
    glyphs = [Glyph("4", 5.0, 0.9), Glyph("8", 19.0, 0.9), Glyph("1", 33.0, 0.9)]
    assert inked(glyphs, ink, (0, 0, 60, 40), EM) is None
