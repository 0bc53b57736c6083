"""What holds for every page, however odd: words stay whole, places are covered once."""

import random

import pytest

from planparse.layout.grids import find_grids
from planparse.layout.joining import KnownWords
from table_maker import PROSE, Leaf, texts

TEXTS = ("12", "1 234", "Mål", "Nämnden ska", "-", "•", "2024", "Budget 2024", "Inledning ..... 5", "a b c d e f")


def odd_page(seed: int) -> Leaf:
    """Words, lines and fills at random, on places that often meet."""
    pick = random.Random(seed)
    leaf = Leaf(size=pick.choice([6, 8, 10, 12]))
    xs = sorted(pick.uniform(40, 550) for _ in range(pick.randint(2, 8)))
    ys = sorted(pick.uniform(40, 800) for _ in range(pick.randint(2, 20)))
    for _ in range(pick.randint(0, 120)):
        look = {"bold": pick.random() < 0.2, "turned": pick.choice([0] * 15 + [90, 270, 180])}
        leaf.text(
            pick.choice(xs) + pick.choice([0, 2]), pick.choice(ys) + pick.choice([0, 5]), pick.choice(TEXTS), **look
        )
    for _ in range(pick.randint(0, 40)):
        (a, b), (c, d) = sorted(pick.choices(xs, k=2)), sorted(pick.choices(ys, k=2))
        kind = pick.random()
        joints = [pick.choice(xs if kind < 0.4 else ys)] if pick.random() < 0.3 else []
        if kind < 0.4 and b > a:
            leaf.across(c, a, b, joints)
        elif kind < 0.7 and d > c:
            leaf.down(a, c, d, joints)
        elif b - a > 1 and d - c > 1:
            leaf.fill(a, c, b, d, pick.choice([1, 2, 3]), pick.choice(["rect", "rect", "round"]))
    return leaf


@pytest.mark.parametrize("start", [0, 100, 200, 860])
def test_every_place_is_covered_once_and_every_word_stands_once(start: int) -> None:
    for seed in range(start, start + 50):
        grids = odd_page(seed).grids()
        words = [id(word) for grid in grids for cell in grid.cells for line in cell.lines for word in line.words]
        assert len(words) == len(set(words)), seed
        for grid in grids:
            assert list(grid.column_edges) == sorted(grid.column_edges), seed
            places = [
                (row, col)
                for cell in grid.cells
                for row in range(cell.row, cell.row + cell.row_span)
                for col in range(cell.col, cell.col + cell.col_span)
            ]
            assert sorted(places) == [(row, col) for row in range(grid.rows) for col in range(grid.cols)], seed


def test_tables_come_from_the_top_with_the_words_that_they_took() -> None:
    leaf = Leaf().lines(60, 60, PROSE[:2])
    for top in (400, 200):
        leaf.lattice((60, 200, 300), (top, top + 20, top + 40))
        for row in range(2):
            leaf.text(64, top + 14 + 20 * row, "Mål").text(204, top + 14 + 20 * row, f"{top}")
    page = leaf.page()
    found = find_grids(page, page.words)
    assert [texts(one.grid)[0][1] for one in found] == ["200", "400"]
    assert {page.words[index].text for one in found for index in one.words} == {"Mål", "200", "400"}


def test_an_empty_page() -> None:
    assert Leaf().grids() == []


def test_words_left_out_are_in_no_table() -> None:
    """A running head over a ruled table's lines belongs to the page."""
    leaf = Leaf().text(64, 114, "Verksamhetsplan").lattice((60, 200, 300), (100, 120, 140))
    leaf.text(64, 134, "Mål").text(204, 134, "12")
    page = leaf.page()
    (one,) = find_grids(page, page.words[1:])
    assert texts(one.grid) == [["", ""], ["Mål", "12"]]


def test_the_documents_words_are_used_in_cells() -> None:
    leaf = Leaf().lattice((60, 200, 300), (100, 130, 160)).lines(64, 112, ("kurser i Eco-", "driving"))
    leaf.text(204, 112, "40").text(64, 144, "Mål").text(204, 144, "50")
    known = KnownWords()
    known.add(["eco-driving"])
    known.fold()
    page = leaf.page()
    (one,) = find_grids(page, page.words, known=known)
    assert one.grid.cells[0].text == "kurser i Eco-driving"
