"""A table that begins right under another, with nothing between but space."""

from __future__ import annotations

import pytest

from table_maker import Leaf, texts

MEASURES = (("Andel nöjda", "71", "75"), ("Antal besök", "118", "120"), ("Lån per barn", "19,4", "20,0"))
WORK = (("Gator", "812", "840"), ("Parker", "345", "351"), ("Ishallen", "96", "97"))
AT, OTHER = (66, 300, 380), (66, 240, 420)


def two(space: float, *, bold: bool, at: tuple[int, ...] = OTHER) -> list[list[list[str]]]:
    leaf = Leaf().row(100, "Indikator", "Utfall", "Mål", at=AT, bold=bold)
    for place, row in enumerate(MEASURES, 1):
        leaf.row(100 + 20 * place, *row, at=AT)
    top = 160 + space
    leaf.row(top, "Verksamhet", "Utgift", "Ram", at=at, bold=bold)
    for place, row in enumerate(WORK, 1):
        leaf.row(top + 20 * place, *row, at=at)
    return [texts(grid) for grid in leaf.grids()]


@pytest.mark.parametrize("bold", [True, False])
def test_a_head_in_other_columns_after_more_space_begins_another_table(bold: bool) -> None:
    first, second = two(31, bold=bold)
    assert first == [["Indikator", "Utfall", "Mål"], *map(list, MEASURES)]
    assert second == [["Verksamhet", "Utgift", "Ram"], *map(list, WORK)]


def test_a_bold_head_like_the_first_begins_another_in_the_same_columns() -> None:
    assert len(two(31, bold=True, at=AT)) == 2


def test_at_the_pitch_of_the_rows_nothing_begins() -> None:
    assert len(two(20, bold=True)) == 1
