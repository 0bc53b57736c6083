"""Weight and slant from what fonts are called and say of themselves."""

from __future__ import annotations

import pytest

from planparse.pdf.fonts import FORCE_BOLD, is_bold, is_italic, plain_name


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


def test_the_angle_counts_unless_the_name_says_otherwise() -> None:
    assert is_italic("CMTI12", -14)
    assert not is_italic("CMR12", 0)
    assert not is_italic("Sans-Regular", -12)
    assert not is_italic("F1", -90)
