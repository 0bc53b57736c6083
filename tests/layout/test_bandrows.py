"""Tables whose rows are told by bands over the whole width alone, as on copies of filled tables."""

from itertools import pairwise

from planparse.layout.blocks import Grid
from table_maker import Leaf, texts

AT = (66, 200, 260, 320)
HEADS = ("Projekt", "Budget 2025", "Utfall 2025", "Avvikelse")
ROWS = (
    ("Nytt kök", "4,827", "4,812", "0,015"),
    ("Gångväg", "2,575", "2,340", "0,235"),
    ("Lekplats", "3,124", "3,059", "0,065"),
    ("Inventarier", "0,850", "0,942", "-0,092"),
)


def banded(*, lean: float = 0.0, bare: bool = False) -> Grid:
    """Bands of two shades, or every second one (``bare``); their left side may stand right of where the text does."""
    leaf = Leaf().fill(62 + lean, 88, 400, 104, 0x555555).row(100, *HEADS, at=AT)
    for place, row in enumerate(ROWS):
        top = 104 + 16 * place
        if not (bare and place % 2):
            leaf.fill(62 + lean, top, 400, top + 16, 0xEAEAEA if place % 2 else 0xD8D8D8)
        leaf.row(top + 12, *row, at=AT)
    return leaf.grid()


def test_columns_come_from_the_words_rows_from_the_bands() -> None:
    assert texts(banded()) == [list(HEADS), *map(list, ROWS)]
    assert banded().header_rows == 1


def test_every_second_row_filled() -> None:
    assert texts(banded(bare=True)) == [list(HEADS), *map(list, ROWS)]


def test_the_side_of_a_leaning_band_is_no_column() -> None:
    assert texts(banded(lean=6)) == [list(HEADS), *map(list, ROWS)]


def test_cells_that_only_some_bands_show_do_not_join_the_figures_of_the_others() -> None:
    """A copy keeps a piece of a column's edge here and there."""
    leaf = Leaf().fill(62, 88, 400, 104, 0x555555).row(100, *HEADS, at=AT)
    for place, row in enumerate(ROWS):
        top = 104 + 16 * place
        sides = (62, 150, 400) if place == 1 else (62, 400)
        for x0, x1 in pairwise(sides):
            leaf.fill(x0, top, x1, top + 16, 0xEAEAEA if place % 2 else 0xD8D8D8)
        leaf.row(top + 12, *row, at=AT)
    assert texts(leaf.grid())[1:] == list(map(list, ROWS))


def test_a_word_in_each_place_for_figures_is_a_row_under_heads_with_years() -> None:
    leaf = Leaf().row(100, "Besök", "2023", "2024", "2025", at=AT, bold=True)
    leaf.row(114, "Simhallen", "Stängt", "Stängt", "Stängt", at=AT).row(128, "Badet", "11", "12", "14", at=AT)
    grid = leaf.row(142, "Ishallen", "31", "30", "28", at=AT).grid()
    assert grid.header_rows == 1
    assert texts(grid)[1] == ["Simhallen", "Stängt", "Stängt", "Stängt"]


def test_what_names_the_labels_goes_on_in_the_next_line() -> None:
    leaf = Leaf().row(100, "Simskola", "2023", "2024", "2025", at=AT, bold=True).text(66, 112, "tillfällen", bold=True)
    grid = leaf.row(128, "Badet", "11", "12", "14", at=AT).row(142, "Hallen", "31", "30", "28", at=AT).grid()
    assert texts(grid)[0][0] == "Simskola tillfällen"
    assert grid.header_rows == 1


def test_a_numbered_heading_under_a_table_ends_it() -> None:
    leaf = Leaf().row(100, *HEADS, at=AT, bold=True)
    for place, row in enumerate(ROWS):
        leaf.across(104 + 14 * place, 60, 330).row(114 + 14 * place, *row, at=AT)
    leaf.text(60, 190, "4.2", size=14, bold=True).text(100, 190, "Internbudget", size=14, bold=True)
    assert texts(leaf.grid()) == [list(HEADS), *map(list, ROWS)]


def test_a_rule_between_heads_and_rows_does_not_part_the_heads_from_them() -> None:
    """Heads of several words are no prose."""
    leaf = Leaf().text(66, 100, "Verksamhet, tkr").text(150, 100, "Budget 2025 Utfall 2025 Prognos 2025")
    leaf.across(104, 60, 330)
    for place, row in enumerate(ROWS):
        leaf.row(114 + 14 * place, *row, at=(66, 203, 256, 322))
    assert texts(leaf.grid())[0] == ["Verksamhet, tkr", "Budget 2025", "Utfall 2025", "Prognos 2025"]


def test_a_unit_under_the_figure_of_the_last_bare_row_is_of_it() -> None:
    leaf = Leaf().fill(62, 88, 400, 104, 0x555555)
    for x0, x1 in pairwise((62, 210, 300, 400)):
        leaf.fill(x0, 104, x1, 120, 0xEAEAEA)
    leaf.text(66, 100, "Mått").text(214, 100, "Utfall").text(304, 100, "Mål")
    leaf.text(66, 116, "Andel nöjda").text(214, 116, "78 %").text(304, 116, "minst 80 %")
    leaf.text(66, 130, "Väntetid").text(214, 130, "24 %").text(304, 130, "minst 35").text(334, 141, "%")
    assert texts(leaf.grid())[-1] == ["Väntetid", "24 %", "minst 35 %"]
