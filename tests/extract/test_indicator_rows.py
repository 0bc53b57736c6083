"""What rows of indicators give: targets with a year in a column of its own, and from what to what."""

from decimal import Decimal

from goal_documents import PLAN, document, grid, section
from planparse.extract.claims import claim_tables
from planparse.extract.goal_claims import claim_goal_table
from planparse.extract.goals import extract_goals
from planparse.layout.blocks import Grid

Told = tuple[str | None, int | None, Decimal | None]


def values(table: Grid) -> list[Told]:
    read = document(section("Indikatorer", table))
    (indicator,) = extract_goals(claim_tables(read, PLAN, [claim_goal_table]), read, PLAN).indicators
    return [(value.role, value.year, value.quantity.value) for value in indicator.values]


def test_a_column_of_years_is_the_targets_and_no_value() -> None:
    table = grid(("Indikator", "Nuläge", "Målvärde", "Målår"), ("Andel återvunnet", "61 %", "75 %", "2027"))
    assert values(table) == [("baseline", None, Decimal(61)), ("target", 2027, Decimal(75))]


def test_from_what_to_what_is_a_baseline_and_a_target() -> None:
    table = grid(("Indikator", "Målvärde 2026"), ("Restavfall per invånare", "Från 180 kg till 150 kg"))
    assert values(table) == [("baseline", None, Decimal(180)), ("target", 2026, Decimal(150))]


def test_a_range_stays_one_target() -> None:
    table = grid(("Indikator", "Målvärde 2026"), ("Väntetid", "2-3 veckor"))
    assert values(table) == [("target", 2026, Decimal(2))]


def test_a_sign_on_the_second_line_of_a_bold_name_is_of_the_name() -> None:
    table = grid(("Indikator", "Mål 2026"), (("*Andel nöjda", "(%)"), "81"))
    read = document(section("Indikatorer", table))
    (indicator,) = extract_goals(claim_tables(read, PLAN, [claim_goal_table]), read, PLAN).indicators
    assert indicator.name == "Andel nöjda (%)"
