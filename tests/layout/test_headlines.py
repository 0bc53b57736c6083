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
