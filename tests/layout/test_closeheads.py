"""Heads with no more space between them than between their words, and figures as close under years."""

import pytest

from table_maker import PROSE, Leaf, texts

ROWS = (("Stab", "812", "840"), ("Skola", "1 204", "1 315"), ("Bibliotek", "77", "81"))


def under(leaf: Leaf, top: float, at: tuple[float, ...], rows: tuple[tuple[str, ...], ...] = ROWS) -> Leaf:
    for place, row in enumerate(rows):
        leaf.row(top + 14 * place, *row, at=at)
    return leaf


def test_heads_over_figures_that_end_where_they_do() -> None:
    leaf = Leaf().text(60, 100, "Verksamhet", bold=True)
    leaf.text(256, 100, "Budget 2025 Budget 2026", bold=True, right=True)
    grid = under(leaf, 114, (60, 200, 256)).grid()
    assert texts(grid) == [["Verksamhet", "Budget 2025", "Budget 2026"], *map(list, ROWS)]
    assert grid.header_rows == 1


def test_a_line_of_heads_alone_belongs_to_the_rows_under_it() -> None:
    """The name of the labels is wider than they are: no space parts the line at all."""
    leaf = Leaf().lines(60, 60, PROSE[:2]).text(60, 100, "Verksamhet (tkr) Budget 2025 Förändring", bold=True)
    grid = under(leaf, 114, (60, 194, 247)).grid()
    assert texts(grid)[0] == ["Verksamhet (tkr)", "Budget 2025", "Förändring"]
    assert grid.header_rows == 1


def test_a_sentence_over_figures_names_no_columns() -> None:
    leaf = Leaf().text(60, 100, "Tabellen visar nämndens kostnader för båda åren")
    grid = under(leaf, 114, (60, 199, 252)).grid()
    assert texts(grid) == [list(row) for row in ROWS]


@pytest.mark.parametrize("name", ["Budget 2025", "Belopp per år"])
def test_a_head_over_two_named_columns_stays_whole(name: str) -> None:
    leaf = Leaf().text(60, 114, "Tkr", bold=True).row(114, "", "Januari", "December", at=(60, 200, 256), bold=True)
    wide = len(name.replace(" ", "")) * 5 + name.count(" ") * 3
    leaf.text((165 + 256 - wide) / 2, 100, name, bold=True)
    cells = under(leaf, 128, (60, 200, 256)).grid().cells
    assert name in [cell.text for cell in cells]


def test_figures_under_years_are_parted_where_the_years_end() -> None:
    at = (57, 166, 192, 215)
    rows = (("Stab", "812", "840", "851"), ("Ekonomiskt bidrag", "1 204", "315", "320"), ("Museum", "77", "81", "904"))
    leaf = under(Leaf().row(100, "Plats", "2023", "2024", "2025", at=at, bold=True), 114, at, rows)
    assert texts(leaf.grid()) == [["Plats", "2023", "2024", "2025"], *map(list, rows)]


def test_thousands_under_years_stay_together() -> None:
    at = (60, 160, 205)
    rows = (("Stab", "12 812", "10 840"), ("Skola", "11 204", "11 315"), ("Museum", "10 077", "12 081"))
    leaf = under(Leaf().row(100, "Plats", "2023", "2024", at=at, bold=True), 114, at, rows)
    assert texts(leaf.grid())[1:] == [list(row) for row in rows]


def test_heads_parted_by_wider_spaces_than_their_words() -> None:
    """Set left in cells wider than they are, over figures set right: no edge is shared."""
    leaf = Leaf().text(60, 100, "Tkr", bold=True)
    leaf.text(150, 100, "Budget 2025", bold=True).text(210, 100, "Prognos 2025", bold=True)
    grid = under(leaf, 114, (60, 208, 285)).grid()
    assert texts(grid)[0] == ["Tkr", "Budget 2025", "Prognos 2025"]


def test_heads_at_the_left_of_columns_of_one_width() -> None:
    leaf = Leaf().text(60, 100, "Tkr", bold=True)
    leaf.text(150, 100, "Budget 2025", bold=True).text(206, 100, "Utfall 2025", bold=True)
    grid = under(leaf, 114, (60, 196, 252)).grid()
    assert texts(grid)[0] == ["Tkr", "Budget 2025", "Utfall 2025"]


def test_a_rule_under_the_heads_alone_does_not_join_the_first_label_to_them() -> None:
    """What names the labels stands over two rows: the line under the head leaves its cell out."""
    at = (60, 200, 260)
    leaf = Leaf().text(60, 100, "Belopp i tkr", bold=True).text(190, 100, "Utfall", bold=True).across(118, 150, 262)
    leaf.row(114, "", "2024", "2025", at=at, bold=True)
    rows = texts(under(leaf, 130, at).across(176, 56, 262).grid())
    assert rows[-3:] == [list(row) for row in ROWS]
