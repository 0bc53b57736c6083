"""Raised note marks in tables: no part of a number, and no row."""

from planparse.layout.grids import find_grids
from planparse.layout.notemarks import marked_words
from table_maker import Leaf, texts

AT = (60, 300, 400)


def test_a_mark_behind_a_figure_makes_no_row_and_no_number() -> None:
    leaf = Leaf()
    leaf.row(100, "Verksamhet", "2023", "2024", at=AT, bold=True)
    for y, label, *figures in (
        (120, "Nämnd", "640", "660"),
        (140, "Skola", "76 100", "77 200"),
        (160, "Kök", "9", "8"),
    ):
        leaf.row(y, label, *figures, at=AT)
    leaf.text(300.5, 136.5, "2", size=6)
    page = leaf.page()
    (one,) = find_grids(page, page.words)
    assert texts(one.grid)[2] == ["Skola", "76 100", "77 200"]
    assert len(one.words) == len(page.words)


def test_the_mark_of_a_note_goes_with_its_text() -> None:
    leaf = (
        Leaf(size=8)
        .text(60, 97, "1", size=6)
        .text(64, 100, "Varav lokaler")
        .text(200, 100, "m")
        .text(204, 97, "2", size=5)
    )
    assert marked_words(leaf.words) == {0: 1}


def test_on_a_page_of_one_size_nothing_is_a_mark() -> None:
    assert marked_words(Leaf().text(60, 97, "1").text(66, 100, "Varav").words) == {}


def test_a_mark_is_found_under_a_large_title_among_numbers() -> None:
    leaf = Leaf().text(60, 60, "Budget", size=24).text(60, 100, "76").text(90, 100, "12").text(100.5, 96.5, "2", size=6)
    assert marked_words(leaf.words) == {3: 2}
