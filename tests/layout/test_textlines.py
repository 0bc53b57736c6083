"""Lines cut into chunks, and what is a value."""

import pytest

from planparse.layout.tablesettings import DEFAULT
from planparse.layout.textlines import Chunk, text_lines
from table_maker import Leaf


def chunks(leaf: Leaf) -> list[list[str]]:
    lines = text_lines(leaf.words, range(len(leaf.words)), DEFAULT)
    return [[chunk.text for chunk in line.chunks] for line in lines]


def test_a_wide_space_parts_and_a_narrow_one_does_not() -> None:
    leaf = Leaf().text(60, 100, "Netto för nämnden").text(200, 100, "201,0").text(250, 100, "3,8")
    assert chunks(leaf) == [["Netto för nämnden", "201,0", "3,8"]]


@pytest.mark.parametrize(
    ("text", "space", "parts"),
    [
        ("1 234 567", 0.3, ["1 234 567"]),
        ("1 234 2 345", 0.3, ["1 234", "2 345"]),  # a single figure doesn't go on a number
        ("12 3456", 0.35, ["12", "3456"]),
        ("10 135 11 251", 0.7, ["10", "135", "11", "251"]),  # too wide for thousands: place decides later
        ("- 23 271", 0.3, ["- 23 271"]),
        ("95 %", 0.4, ["95 %"]),
        ("1,5 234", 0.35, ["1,5", "234"]),
    ],
)
def test_numbers_go_on_by_groups_of_three(text: str, space: float, parts: list[str]) -> None:
    assert chunks(Leaf().text(60, 100, text, space=space)) == [parts]


def test_a_raised_note_mark_is_on_its_line() -> None:
    leaf = Leaf().text(60, 100, "Resultat").text(101, 97, "1", size=6).text(60, 112, "Netto")
    assert len(chunks(leaf)) == 2


def test_turned_words_are_in_no_line() -> None:
    assert chunks(Leaf().text(60, 100, "Ram", turned=270)) == []


@pytest.mark.parametrize(
    "text", ["12", "1 234", "-5,6 %", "≥ 90", "2–3", "1510 (2018)", "45 tkr", "75*", "(250)", "–", "n.a."]
)
def test_values(text: str) -> None:
    assert Chunk(0, 1, [0], text).value


@pytest.mark.parametrize("text", ["Mål 3", "1990 2000 2010", "HME 75", "3.1 Budget", "", "2 av 5 mål"])
def test_no_values(text: str) -> None:
    assert not Chunk(0, 1, [0], text).value


def test_years_are_told_from_figures() -> None:
    assert Chunk(0, 1, [0], "2024").year
    assert Chunk(0, 1, [0], "2024–2026").year
    assert not Chunk(0, 1, [0], "20245").year


def test_a_minus_behind_its_number_ends_it() -> None:
    leaf = Leaf().text(60, 100, "12 450- 13 100-")
    (line,) = text_lines(leaf.words, range(len(leaf.words)), DEFAULT)
    assert [(chunk.text, chunk.value) for chunk in line.chunks] == [("12 450-", True), ("13 100-", True)]
