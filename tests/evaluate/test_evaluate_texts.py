"""When two texts are the same."""

import pytest

from planparse.evaluate.texts import SOFT, STRICT, folded, likeness, pressed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Trygga barn", "TRYGGA  BARN."),
        ("Budget 2010–2011", "budget 2010-2011"),
        ("”Nöjda” elever", '"Nöjda" elever'),
        ("Åtgärder", "A\u030atga\u0308rder"),
        ("drift/\u00a0underhåll", "drift/underhåll"),
    ],
)
def test_strict_forgives_case_space_punctuation_and_kinds_of_dash(one: str, other: str) -> None:
    assert likeness(one, other, STRICT) == 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HR-konsult", "HRkonsult"),
        ("Andel nöjda (%)", "Andel nöjda"),
        ("Mål 1", "Mål 2"),
        ("Färre än 5 < 6", "Färre än 5 > 6"),
    ],
)
def test_strict_does_not_forgive_what_a_reader_sees(one: str, other: str) -> None:
    assert likeness(one, other, STRICT) == 0.0


def test_soft_takes_one_letter_in_ten_but_not_two() -> None:
    assert likeness("abcdefghij", "abcdefghiX", SOFT) == pytest.approx(0.9)
    assert likeness("abcdefghij", "abcdefghXX", SOFT) == 0.0


def test_no_text_is_alike_to_no_text_only() -> None:
    assert likeness(None, None, SOFT) == likeness("", None, STRICT) == 1.0
    assert likeness(None, "mål", SOFT) == likeness("mål", "", SOFT) == 0.0


def test_text_of_punctuation_alone_is_still_text() -> None:
    assert likeness("…", None, SOFT) == 0.0
    assert folded("–") == "-"


def test_a_printed_value_keeps_all_but_space_and_kinds_of_dash() -> None:
    assert pressed("\u2212 23\u00a0271,5 %") == "-23271,5%"
    assert pressed("–400*") != pressed("–400")


def test_two_marks_are_not_one_text_because_both_fold_to_nothing() -> None:
    assert likeness("***", "…", SOFT) == 0
    assert likeness("***", "Trygga barn", SOFT) == 0
    assert likeness("–", "-", STRICT) == 1
