"""Weight and slant from what fonts are called and say of themselves."""

from __future__ import annotations

import pytest

from planparse.pdf.fonts import FORCE_BOLD, ITALIC, is_bold, is_italic, plain_name


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("ABCDEF+Calibri-Bold", "Calibri-Bold"),
        ("ABCDEF+GHIJKL+Arial", "Arial"),
        ("Times New Roman,Italic", "TimesNewRoman-Italic"),
        ("ARIAL+", "ARIAL+"),
    ],
)
def test_plain_names(name: str, plain: str) -> None:
    assert plain_name(name) == plain


@pytest.mark.parametrize(
    "name", ["Arial-BoldMT", "Arial-Black", "OpenSans-Semibold", "Roboto-ExtraBold", "Frutiger-Bd", "Lato-Heavy"]
)
def test_names_of_bold_fonts(name: str) -> None:
    assert is_bold(name)


@pytest.mark.parametrize("name", ["ArialMT", "Calibri-Light", "Garamond", "Roboto-Medium", "OpenSans-Regular", "F1"])
def test_names_of_fonts_that_are_not(name: str) -> None:
    assert not is_bold(name)


def test_weight_counts_where_the_name_says_nothing() -> None:
    assert is_bold("CIDFont+F1", weight=720)
    assert not is_bold("CIDFont+F1", weight=480)
    assert not is_bold("OpenSans-Regular", weight=720)
    assert is_bold("F2", flags=FORCE_BOLD)


@pytest.mark.parametrize(
    "name", ["Arial-ItalicMT", "Helvetica-Oblique", "Minion-It", "Minion-BoldIt", "TimesNewRoman-BoldItalic"]
)
def test_names_of_italic_fonts(name: str) -> None:
    assert is_italic(name)


@pytest.mark.parametrize("name", ["ArialMT", "ITCGaramond", "Digital", "Italia-Book"[2:]])
def test_names_of_upright_fonts(name: str) -> None:
    assert not is_italic(name)


def test_flag_and_angle_must_agree() -> None:
    assert is_italic("F1", ITALIC, -12)
    assert not is_italic("F1", ITALIC, 0)
    assert not is_italic("F1", 0, -12)
