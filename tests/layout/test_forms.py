"""Rows of a key in bold and its text, with no head."""

from table_maker import Leaf, texts

FORM = (
    ("Nämnd", "Omsorgsnämnden"),
    ("Ansvarig", "Chefen för särskilt boende"),
    ("Syfte", "Att fallen blir färre bland dem som bor"),
    ("Tidplan", "Januari till december"),
)


def form(*, ruled: bool = False, size: float = 0, rest: int = 1, bold: bool = True) -> Leaf:
    leaf = Leaf()
    y = 100.0
    for key, text in FORM:
        if ruled:
            leaf.across(y - 11, 60, 420)
        leaf.text(60, y, key, bold=bold, size=size).text(160, y, text)
        for _ in range(rest if key == "Syfte" else 0):
            y += 12
            leaf.text(160, y, "i våra boenden och i eget hem under året")
        y += 16
    return leaf.across(y - 11, 60, 420) if ruled else leaf


def test_a_form_between_rules_has_no_head() -> None:
    grid = form(ruled=True).grid()
    assert grid.header_rows == 0
    assert [row[0] for row in texts(grid)] == [key for key, _ in FORM]


def test_a_form_without_rules() -> None:
    rows = texts(form().grid())
    assert rows[2] == ["Syfte", "Att fallen blir färre bland dem som bor i våra boenden och i eget hem under året"]
    assert (len(rows), form().grid().header_rows) == (4, 0)


def test_a_margin_with_headings_beside_prose_is_no_form() -> None:
    assert form(rest=9).grids() == []
    assert form(size=13).grids() == []


def test_two_columns_of_plain_words_are_no_form() -> None:
    assert form(bold=False).grids() == []


def test_a_list_with_bold_bullets_is_no_form() -> None:
    leaf = Leaf()
    for place in range(6):
        leaf.text(60, 100 + 14 * place, "•", bold=True).text(80, 100 + 14 * place, "Antalet äldre stiger igen")
    assert leaf.grids() == []
