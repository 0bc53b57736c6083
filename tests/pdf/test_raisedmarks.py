"""Figures that a font draws raised are told from others by the room that they take."""

from planparse.pdf.page import Word
from planparse.pdf.raisedmarks import with_raised_marks


def word(text: str, width: float, x0: float = 100.0) -> tuple[Word, int]:
    return Word(text, x0, 90.0, x0 + width, 101.0, 98.0, 10.0, "Serif"), 0


PLAIN = [word(text, 4.6 * len(text)) for text in ("74", "83", "188", "402", "6711", "2024")]


def test_a_narrow_last_figure_is_a_mark() -> None:
    made = with_raised_marks([*PLAIN, word("811", 4.6 * 2 + 3.0)])
    number, mark = (one for one, _ in made[-2:])
    assert (number.text, mark.text) == ("81", "1")
    assert number.x1 == mark.x0 == 109.2
    assert mark.size < number.size
    assert mark.baseline < number.baseline


def test_a_small_letter_behind_figures_is_a_mark() -> None:
    assert [one.text for one, _ in with_raised_marks([*PLAIN, word("711a", 4.6 * 3 + 3.0)])[-2:]] == ["711", "a"]


def test_letters_and_kerned_figures_of_full_size_are_none() -> None:
    whole = [*PLAIN, word("711a", 4.6 * 3 + 4.8), word("211", 4.6 * 3 - 0.7)]
    assert with_raised_marks(whole) == whole


def test_figures_of_different_widths_tell_nothing() -> None:
    uneven = [word("11", 6.0), word("74", 9.0), word("811", 11.0), word("402", 14.0), word("88", 9.8)]
    assert with_raised_marks(uneven) == uneven
