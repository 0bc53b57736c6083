"""Bare rows under the last fill of a table, and what follows them."""

from itertools import pairwise

from table_maker import Leaf, texts

AT = (66, 300, 360)
HEADS = ("Verksamhet", "2023", "2024")
ROWS = (("Skola", "10", "12"), ("Omsorg", "20", "25"), ("Summa", "30", "37"))


def headed() -> Leaf:
    leaf = Leaf().fill(62, 88, 230, 104, 0xD0D0D0).fill(230, 88, 330, 104, 0xD0D0D0).fill(330, 88, 400, 104, 0xD0D0D0)
    leaf.row(100, *HEADS, at=AT)
    for place, row in enumerate(ROWS):
        leaf.row(116 + 16 * place, *row, at=AT)
    return leaf


def test_bare_rows_follow_a_filled_head() -> None:
    assert texts(headed().grid()) == [list(HEADS), *map(list, ROWS)]


def test_a_note_and_the_next_table_over_a_rule_are_no_rows() -> None:
    leaf, at = headed(), (66, 110, 150, 190)
    leaf.row(164, "Källa: egna uppgifter", at=(66,))
    leaf.row(180, "Ort", "Norr", "Syd", "Väst", at=at).row(196, "By", "1", "2", "3", at=at).across(202, 62, 400)
    assert texts(leaf.grids()[0]) == [list(HEADS), *map(list, ROWS)]


def test_a_list_is_no_row() -> None:
    leaf = headed().text(66, 164, "• Korta köerna").text(66, 180, "• Fler platser").across(186, 62, 400)
    assert texts(leaf.grids()[0]) == [list(HEADS), *map(list, ROWS)]


def zebra(*, middle: bool = False) -> Leaf:
    """Every second row filled, the first column's cells merged over rows, their label at the top or in the middle."""
    leaf, xs = Leaf(), (62, 150, 280, 340, 400)
    rows = (("Elever", "72", "75"), ("Frånvaro", "17", "16"), ("Behörighet", "88", "90"), ("Hälsa", "81", "85"))
    for x0, x1 in pairwise(xs):
        leaf.fill(x0, 88, x1, 104, 0xC0C0C0)
    leaf.row(100, "Mål", "2024", "2025", at=(66, 336, 396)).text(154, 100, "Indikator")
    for place, (name, *figures) in enumerate(rows):
        top = 104 + 16 * place
        for x0, x1 in pairwise(xs[1:]) if place % 2 else ():
            leaf.fill(x0, top, x1, top + 16, 0xE8E8E8)
        leaf.text(154, top + 12, name).row(top + 12, "", *figures, at=(66, 336, 396))
    leaf.text(66, 124 if middle else 116, "Trygga barn").text(66, 156 if middle else 148, "Glada vuxna")
    return leaf


def test_every_second_row_filled_beside_cells_merged_over_rows() -> None:
    assert texts(zebra().grid()) == [
        ["Mål", "Indikator", "2024", "2025"],
        ["^2 Trygga barn", "Elever", "72", "75"],
        ["Frånvaro", "17", "16"],
        ["^2 Glada vuxna", "Behörighet", "88", "90"],
        ["Hälsa", "81", "85"],
    ]


def test_a_head_does_not_go_on_where_a_label_stands_in_the_middle_of_its_cell() -> None:
    rows = texts(zebra(middle=True).grid())
    assert rows[0] == ["Mål", "Indikator", "2024", "2025"]
    assert rows[3:] == [["^2 Glada vuxna", "Behörighet", "88", "90"], ["Hälsa", "81", "85"]]
