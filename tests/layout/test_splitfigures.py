"""Figures that narrow columns break at their thousands."""

import pytest

from table_maker import Leaf, texts

AT = (66, 200, 260)


def page(rows: list[tuple[int, str, str, str]], *, ruled: bool = False) -> list[list[str]]:
    """Rows under heads, each at its height, with a rule under the heads or under each labelled row."""
    leaf = Leaf().row(100, "Verksamhet", "2023", "2024", at=AT, bold=True)
    for y, label, one, other in rows:
        if label and (ruled or y == rows[0][0]):
            leaf.across(y - 11, 60, 270)
        leaf.row(y, label, one, other, at=AT)
    return texts(leaf.grid())[1:]


ROWS = [
    (118, "Skola", "12 500", "13 400"),
    (130, "", "000", "250"),
    (148, "Omsorg", "9 300", "9 800"),
    (160, "", "125", "250"),
    (178, "Kultur", "60", "1 050"),
    (190, "", "", "500"),
]


@pytest.mark.parametrize("ruled", [False, True])
def test_groups_of_three_digits_go_on_the_figures_over_them(ruled: bool) -> None:
    assert page(ROWS, ruled=ruled) == [
        ["Skola", "12 500 000", "13 400 250"],
        ["Omsorg", "9 300 125", "9 800 250"],
        ["Kultur", "60", "1 050 500"],
    ]


def test_the_label_may_go_on_beside_them() -> None:
    rows = [(118, "Skola och", "12 500", "13 400"), (130, "förskola", "000", "250"), (148, "Ort", "7 300", "9 800")]
    assert page([*rows, (160, "", "000", "010")])[0] == ["Skola och förskola", "12 500 000", "13 400 250"]


def test_figures_that_had_room_are_rows_of_their_own() -> None:
    rows = [(118, "Skola", "512 500 000", "500 400 000"), (130, "Ort", "1 500", "2 400"), (142, "", "500", "250")]
    assert len(page(rows)) == 3


def test_small_figures_under_small_ones_are_rows_of_their_own() -> None:
    rows = [(118, "Flickor", "512", "508"), (130, "", "498", "497"), (148, "Pojkar", "522", "518")]
    assert len(page([*rows, (160, "", "488", "487")])) == 4
