from __future__ import annotations

from goal_documents import grid
from planparse.extract.goal_row_cells import without_total


def test_the_total_of_a_row_is_no_part_of_the_name_over_rows_for_women_and_men() -> None:
    table = grid(["Mått", "2023"], ["Nöjda (%) Totalt", "80"], ["Kvinnor", "82"], ["Platser totalt", "30"], ["Kö", "2"])
    assert without_total("Nöjda (%) Totalt", table.at(2, 0)) == "Nöjda (%)"
    assert without_total("Platser totalt", table.at(4, 0)) == "Platser totalt"
    assert without_total("Platser totalt", None) == "Platser totalt"
