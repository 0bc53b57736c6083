"""Printed page numbers."""

from __future__ import annotations

import pytest

from planparse.layout.pagenumbers import names_itself, number_inside, read_number, rising, value_of


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3", "3"),
        ("Sida 3 av 15", "3"),
        ("SID 3 (36)", "3"),
        ("3(15)", "3"),
        ("3/15", "3"),
        ("- 3 -", "3"),
        ("– 12 –", "12"),
        ("| 7", "7"),
        ("xii", "xii"),
        ("Sidan 4", "4"),
        ("2020-2023", None),
        ("3 150", None),
        ("12,5", None),
        ("Mål 3", None),
        ("12345", None),
        ("mil", None),
        ("", None),
    ],
)
def test_a_piece_is_a_page_number_or_not(text: str, number: str | None) -> None:
    assert read_number(text) == number


def test_some_say_so_themselves() -> None:
    assert [text for text in ("3", "Sid 3", "3 (15)", "- 3 -", "3/15", "xii") if names_itself(text)] == [
        "Sid 3",
        "3 (15)",
        "- 3 -",
        "3/15",
    ]


def test_a_number_inside_a_running_line() -> None:
    assert number_inside("Verksamhetsplan 2024, sida 7") == "7"
    assert number_inside("Nämnden 3 (12) Dnr 2024/17") == "3"
    assert number_inside("Mål och budget 2024–2026") is None


def test_numbers_that_grow_with_the_pages_fit_and_may_start_anew() -> None:
    assert [value_of(number) for number in ("iv", "9", "xl")] == [4, 9, 40]
    assert rising([(1, 2), (2, 3), (4, 5)]) == {1, 2, 4}
    assert rising([(1, 2), (2, 3), (3, 1), (4, 2), (5, 1)]) == {1, 2, 3, 4, 5}
    assert rising([(1, 14), (2, 9), (3, 14)]) == set()
