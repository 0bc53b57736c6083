"""Bare rows under the last fill of a table, and what follows them."""

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
