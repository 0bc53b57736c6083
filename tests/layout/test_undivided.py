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
