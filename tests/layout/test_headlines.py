"""Heads over bare years: one that stands in their middle, or begins with the first, is over all of them."""

import pytest

from table_maker import Leaf, texts

AT = (60, 224, 264, 304, 380)


def outcomes(x: float) -> list[list[str]]:
    leaf = Leaf().text(60, 100, "Indikator", bold=True).text(x, 100, "Utfall", bold=True)
    leaf.text(340, 100, "Mål 2024", bold=True).row(114, "", "2021", "2022", "2023", "", at=AT, bold=True)
    leaf.row(130, "Väntetid", "52", "54", "86", "90", at=AT).row(146, "Avvikelser", "71", "90", "87", "99", at=AT)
    return texts(leaf.row(162, "Frånvaro", "48", "57", "85", "66", at=AT).grid())


@pytest.mark.parametrize("x", [239, 204])
def test_a_head_over_three_years(x: float) -> None:
    rows = outcomes(x)
    assert rows[0][1] == ">3 Utfall"
    assert rows[1][-4:-1] == ["2021", "2022", "2023"]
    assert rows[2] == ["Väntetid", "52", "54", "86", "90"]


def test_two_heads_share_six_years() -> None:
    at = (60, 204, 244, 284, 324, 364, 404)
    leaf = Leaf().text(219, 100, "Utfall", bold=True).text(339, 100, "Budget", bold=True)
    leaf.row(114, "Tkr", "2019", "2020", "2021", "2022", "2023", "2024", at=at, bold=True)
    for place, name in enumerate(("Stab", "Skola", "Vård")):
        leaf.row(130 + 16 * place, name, "52", "54", "86", "90", "41", "40", at=at)
    rows = texts(leaf.grid())
    assert [text for text in rows[0] if text] == [">3 Utfall", ">3 Budget"]
    assert rows[1][-6:] == ["2019", "2020", "2021", "2022", "2023", "2024"]
