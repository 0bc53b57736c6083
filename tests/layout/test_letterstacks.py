from __future__ import annotations

import pytest

from planparse.layout.blocks import Line
from planparse.layout.letterstacks import unstacked
from planparse.pdf.page import Word


def stack(letters: str, pitch: float = 14.0, aside: float = 0.0) -> list[Line]:
    lines = []
    for at, letter in enumerate(letters):
        x, top = 70.0 + aside * at, 100.0 + pitch * at
        word = Word(letter, x, top, x + 6, top + 10, top + 8, 10.0, "Sans")
        lines.append(Line((word,), 1, word.bbox))
    return lines


@pytest.mark.parametrize("word", ["Brukare", "EKONOMI"])
def test_letters_under_each_other_are_a_word(word: str) -> None:
    (line,) = unstacked(stack(word))
    assert line.text == word
    assert line.bbox == (70.0, 100.0, 76.0, 100.0 + 14 * (len(word) - 1) + 10)


@pytest.mark.parametrize("letters", ["KMT", "xxxxx", "ABCDE", "Ab1d"])
def test_other_letters_stay_apart(letters: str) -> None:
    assert len(unstacked(stack(letters))) == len(letters)


def test_letters_that_stand_in_no_file_stay_apart() -> None:
    assert len(unstacked(stack("Brukare", aside=8.0))) == 7
    assert len(unstacked(stack("Brukare", pitch=40.0))) == 7
