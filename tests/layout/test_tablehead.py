"""Which rows of a ruled table name its columns."""

from dataclasses import replace

from table_maker import Leaf

XS = (60, 200, 300, 400)


def table(*rows: tuple[str, ...], bold: int = 0, fill: int = 0) -> Leaf:
    leaf = Leaf().lattice(XS, [100 + 20 * row for row in range(len(rows) + 1)])
    for place, row in enumerate(rows):
        if place < fill:
            leaf.fill(60, 100 + 20 * place, 400, 120 + 20 * place)
        for x, text in zip(XS, row, strict=False):
            leaf.text(x + 4, 114 + 20 * place, text, bold=place < bold)
    return leaf


WORDS = ("Mål", "Mått", "Ansvarig")
BODY = (("Trygghet", "Nöjda", "Rektor"), ("Arbete", "Sjuka", "Chef"))
YEARS = ("Tkr", "2024", "2025")
FIGURES = (("Intäkter", "12", "13"), ("Netto", "-4", "5"))


def test_bold_or_filled_rows_are_head() -> None:
    assert table(WORDS, *BODY, bold=1).grid().header_rows == 1
    assert table(WORDS, *BODY, fill=1).grid().header_rows == 1


def test_plain_words_over_words_are_no_head() -> None:
    assert table(WORDS, *BODY).grid().header_rows == 0


def test_years_over_figures_are_head_and_figures_are_none() -> None:
    assert table(YEARS, *FIGURES).grid().header_rows == 1
    assert table(*FIGURES, *FIGURES, bold=1).grid().header_rows == 0


def test_heads_in_a_colour_of_their_own() -> None:
    leaf = table(WORDS, *BODY)
    leaf.words = [replace(word, color=0x5A2D82) if word.top < 120 else word for word in leaf.words]
    assert leaf.grid().header_rows == 1


def test_measures_with_years_name_columns_of_words() -> None:
    assert table(("Mått", "Utfall 2022", "Mål 2023"), ("Nöjda", "Nås", "Ska öka"), *BODY).grid().header_rows == 1


def test_a_row_with_a_symbol_is_no_head() -> None:
    leaf = table(WORDS, *BODY, fill=1).fill(380, 103, 394, 117, 0x33AA33, "round")
    assert leaf.grid().header_rows == 0


def test_two_filled_rows_are_head() -> None:
    assert table(("Nämnd", "Utfall", "Budget"), YEARS, *FIGURES, fill=2).grid().header_rows == 2


def test_heads_under_a_spanning_head() -> None:
    leaf = Leaf()
    for y in (100, 140, 160, 180):
        leaf.across(y, 60, 400)
    leaf.across(120, 200, 400).down(60, 100, 180).down(200, 100, 180).down(300, 120, 180).down(400, 100, 180)
    leaf.text(64, 114, "Mått", bold=True).text(204, 114, "Utfall", bold=True)
    for y, row in ((134, ("", "2023", "2024")), (154, ("Nöjda", "80", "82")), (174, ("Sjuka", "6", "5"))):
        for x, text in zip(XS, row, strict=False):
            leaf.text(x + 4, y, text, bold=y == 134)
    grid = leaf.grid()
    assert (grid.header_rows, grid.rows) == (2, 4)
    assert [cell.text for cell in grid.row(0)] == ["Mått", "Utfall"]
