"""Rows whose columns only the heads over them show."""

from itertools import pairwise

from table_maker import Leaf, texts

XS = (60, 260, 360, 460)


def framed(row: tuple[str, str, str]) -> Leaf:
    """A frame with a title over all columns, filled heads, and one row with nothing drawn between its columns."""
    leaf = Leaf().fill(60, 100, 460, 120, 0x35524A)
    for x0, x1 in pairwise(XS):
        leaf.fill(x0, 120, x1, 140, 0xF3F7F6)
    for y in (100, 120, 140, 160):
        leaf.across(y, 60, 460)
    leaf.down(60, 100, 160).down(460, 100, 160)
    leaf.text(66, 114, "Nämndmål: Färre bränder", bold=True)
    for x, head in zip(XS, ("Indikator", "Utfall 2022", "Mål 2024"), strict=False):
        leaf.text(x + 6, 134, head, bold=True)
    for x, text in zip(XS, row, strict=False):
        leaf.text(x + 6, 154, text)
    return leaf


def test_a_row_is_divided_as_its_heads_are_and_a_title_is_not() -> None:
    grid = framed(("Antal bränder", "14", "12")).grid()
    assert texts(grid) == [
        [">3 Nämndmål: Färre bränder"],
        ["Indikator", "Utfall 2022", "Mål 2024"],
        ["Antal bränder", "14", "12"],
    ]
    assert grid.header_rows == 2


def test_text_over_the_edges_stays_one_cell() -> None:
    grid = framed(("Antalet bränder har minskat sedan i fjol och fler", "", "")).grid()
    assert texts(grid)[2] == [">3 Antalet bränder har minskat sedan i fjol och fler"]


def striped(*rows: tuple[str, str, str]) -> Leaf:
    """Cells drawn in every second row alone, as some styles of word processors do."""
    leaf = Leaf()
    for x0, x1 in pairwise(XS):
        leaf.fill(x0, 100, x1, 120, 0x35524A)
    for x, head in zip(XS, ("Verksamhet", "Budget 2024", "Budget 2025"), strict=False):
        leaf.text(x + 6, 114, head, bold=True)
    for at, row in enumerate(rows):
        top = 120 + 20 * at
        for y in (top, top + 20):
            leaf.across(y, 60, 460)
        for x in (60, 460) if at % 2 else XS:
            leaf.down(x, top, top + 20)
        for x, text in zip(XS, row, strict=False):
            leaf.text(x + 6, top + 14, text)
    return leaf


def test_figures_of_striped_rows_are_divided_above_rows_with_lines() -> None:
    rows = [("Stab", "1 200", "(78,4)"), ("Skola", "−9 400", "9 900"), ("Vård", "8 100", "8 300")]
    assert texts(striped(*rows).grid())[1:] == [list(row) for row in rows]


def test_words_over_the_columns_of_a_striped_row_stay_one_cell() -> None:
    rows = [("Stab", "1 200", "1 250"), ("Vård och omsorg", "enligt beslut", ""), ("Vård", "8 100", "8 300")]
    assert texts(striped(*rows).grid())[2] == [">3 Vård och omsorg enligt beslut"]
