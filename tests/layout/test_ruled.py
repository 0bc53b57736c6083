"""Ruled tables: lines that meet, are missing, double, broken, or drawn cell by cell."""

from itertools import pairwise

import pytest

from table_maker import Leaf, texts

XS = (60, 160, 300, 400)
YS = (100, 120, 140, 160)


def filled(leaf: Leaf, rows: int = 3) -> Leaf:
    for row in range(rows):
        for col, x in enumerate(XS[:3]):
            leaf.text(x + 4, YS[row] + 14, f"{'abc'[col]}{row}")
    return leaf


def test_every_line_drawn() -> None:
    assert texts(filled(Leaf().lattice(XS, YS)).grid()) == [["a0", "b0", "c0"], ["a1", "b1", "c1"], ["a2", "b2", "c2"]]


def test_a_missing_piece_of_a_row_line_joins_the_cells_over_and_under_it() -> None:
    leaf = Leaf().lattice(XS, (100, 120, 160)).across(140, 160, 400)
    for x, y, text in ((64, 114, "Mål"), (164, 114, "Mått"), (304, 114, "2020"), (64, 134, "Trygghet")):
        leaf.text(x, y, text)
    for y, measure, value in ((134, "Andel nöjda", "80 %"), (154, "Antal klagomål", "12")):
        leaf.text(164, y, measure).text(304, y, value)
    grid = leaf.grid()
    assert texts(grid) == [["Mål", "Mått", "2020"], ["^2 Trygghet", "Andel nöjda", "80 %"], ["Antal klagomål", "12"]]
    assert grid.at(2, 0) is grid.at(1, 0)


def test_a_missing_piece_of_a_column_line_joins_the_cells_beside_it() -> None:
    leaf = Leaf()
    for y in YS:
        leaf.across(y, 60, 400)
    for x in (60, 400):
        leaf.down(x, 100, 160)
    for x in (160, 300):
        leaf.down(x, 100, 120).down(x, 140, 160)
    for y in (114, 154):
        leaf.text(64, y, "a").text(164, y, "b").text(304, y, "c")
    leaf.text(64, 134, "En rad som står över två kolumner")
    assert texts(leaf.grid())[1] == [">3 En rad som står över två kolumner"]


@pytest.mark.parametrize("open_side", ["left", "right", "both"])
def test_a_frame_open_at_a_side_counts_as_closed(open_side: str) -> None:
    leaf = Leaf()
    for y in YS:
        leaf.across(y, 60, 400)
    sides = {"left": (160, 300, 400), "right": (60, 160, 300), "both": (160, 300)}[open_side]
    for x in sides:
        leaf.down(x, 100, 160)
    assert texts(filled(leaf).grid())[2] == ["a2", "b2", "c2"]


def test_double_lines_are_one() -> None:
    leaf = Leaf().lattice(XS, YS).across(122.4, 60, 400).down(162.4, 100, 160)
    assert texts(filled(leaf).grid()) == texts(filled(Leaf().lattice(XS, YS)).grid())


def test_borders_drawn_cell_by_cell_with_small_gaps() -> None:
    leaf = Leaf()
    for top, bottom in pairwise(YS):
        for x0, x1 in pairwise(XS):
            leaf.across(top, x0 + 1.5, x1 - 1.5).across(bottom, x0 + 1.5, x1 - 1.5)
            leaf.down(x0, top + 1.5, bottom - 1.5).down(x1, top + 1.5, bottom - 1.5)
    assert texts(filled(leaf).grid())[1] == ["a1", "b1", "c1"]


def test_column_edges_shown_by_corners_of_row_lines_alone() -> None:
    """The body has no column lines, but its row lines are drawn a cell's edge at a time."""
    leaf = Leaf().down(60, 100, 160).down(400, 100, 160)
    for y in YS:
        leaf.across(y, 60, 400, joints=(160, 300))
    for x in (160, 300):
        leaf.down(x, 100, 120)
    assert texts(filled(leaf).grid()) == [["a0", "b0", "c0"], ["a1", "b1", "c1"], ["a2", "b2", "c2"]]


def test_row_edges_shown_by_corners_of_column_lines_alone() -> None:
    leaf = Leaf()
    for y in (100, 120, 160):
        leaf.across(y, 60, 400)
    for x in XS:
        leaf.down(x, 100, 160, joints=(120, 140))
    assert texts(filled(leaf).grid())[2] == ["a2", "b2", "c2"]


def test_a_cell_border_shifted_between_rows_makes_no_column() -> None:
    leaf = Leaf()
    for y in YS:
        leaf.across(y, 60, 400)
    for x in (60, 300, 400):
        leaf.down(x, 100, 160)
    leaf.down(160, 100, 120).down(165, 120, 160)
    assert filled(leaf).grid().cols == 3


def test_a_frame_round_one_paragraph_is_no_table() -> None:
    leaf = (
        Leaf()
        .lattice((60, 500), (100, 180))
        .lines(66, 114, ("Mål 3", "Alla ska känna sig trygga i kommunens", "lokaler."))
    )
    assert leaf.grids() == []


def test_a_frame_round_a_table_leaves_the_table() -> None:
    leaf = filled(Leaf().lattice(XS, YS)).lattice((50, 410), (80, 200))
    assert texts(leaf.grid())[0] == ["a0", "b0", "c0"]


def test_a_rule_under_the_page_head_belongs_to_no_table() -> None:
    leaf = filled(Leaf().lattice(XS, YS)).across(50, 60, 535).text(60, 45, "Verksamhetsplan 2021").text(60, 300, "Slut")
    assert [grid.rows for grid in leaf.grids()] == [3]


def test_lines_through_words_are_a_drawing() -> None:
    leaf = Leaf().lattice(XS, YS)
    for y in (114, 134, 154):
        leaf.text(110, y, "genomskärningspunkt").text(250, y, "utsläppsminskning")
    assert leaf.grids() == []


def test_the_grid_of_a_bar_chart_is_no_table() -> None:
    leaf = Leaf().lattice((60, 120, 180, 240, 300, 360), (100, 110, 120, 130, 140, 150, 160, 170, 180, 190))
    leaf.text(70, 128, "12").text(130, 148, "34").text(190, 168, "25")
    assert leaf.grids() == []


def test_a_ruled_contents_page_is_no_table() -> None:
    ys = [100 + 20 * row for row in range(8)]
    leaf = Leaf().lattice((60, 400, 440), ys)
    titles = ("Innehåll", "Inledning", "Uppdrag", "Mål", "Budget", "Personal", "Uppföljning")
    for y, title, page in zip(ys, titles, ("", "3", "3", "5", "8", "11", "12"), strict=False):
        leaf.text(64, y + 14, title)
        if page:
            leaf.text(410, y + 14, page)
    assert leaf.grids() == []


def test_a_sentence_over_columns_that_only_corners_show_is_one_cell() -> None:
    leaf = Leaf()
    for y in (100, 120, 140, 160):
        leaf.across(y, 60, 460, joints=(200, 300))
    leaf.down(60, 100, 160, joints=(120, 140)).down(460, 100, 160, joints=(120, 140))
    for y, texts_ in ((114, ("Aktivitet", "Ansvarig", "Slut")), (154, ("Byta ledning", "Chef", "2025"))):
        for x, text in zip((64, 204, 304), texts_, strict=True):
            leaf.text(x, y, text)
    leaf.text(64, 134, "Kommentar Fem av dem är klara i mars och de sista läggs om vädret tillåter.")
    assert texts(leaf.grid())[1][0].startswith(">3 Kommentar Fem")
