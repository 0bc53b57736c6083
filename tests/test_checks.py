"""Totals, differences and units of money tables, on tables small enough to add up by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from planparse.checks import check_budgets
from planparse.model import Amount, Budget, BudgetColumn, BudgetLine

Row = tuple[str, str, list[str]]


def budget(columns: list[tuple[str, str]], rows: list[Row], unit: str = "tkr", name: str = "b") -> Budget:
    """A budget from printed figures; rows are (role, label, raw amounts)."""
    factor = {"tkr": 1000, "mnkr": 1_000_000, "miljoner kronor": 1_000_000}[unit]
    group: str | None = None
    lines = []
    for role, label, raws in rows:
        if role == "group":
            group = None
        amounts = [Amount(raw=raw, sek=_sek(raw, factor)) for raw in raws]
        lines.append(BudgetLine(label=label, role=role, group=group, amounts=amounts))
        if role == "group":
            group = label
    heads = [BudgetColumn(label=label, measure=measure, year=2024) for label, measure in columns]
    return Budget(id=name, unit=unit, columns=heads, lines=lines)


def _sek(raw: str, factor: int) -> Decimal | None:
    return Decimal(raw.replace(" ", "").replace(",", ".")) * factor if raw else None


def failing(*budgets: Budget) -> list[tuple[str, str]]:
    return [(doubt.code, doubt.message.split('"')[1]) for doubt in check_budgets(budgets)]


ONE = [("Budget 2024", "budget")]


def test_total_within_rounding_of_its_terms_is_ok() -> None:
    # Three terms and the total, half a thousand each: 2 may be off.
    table = budget(
        ONE, [("item", "A", ["10"]), ("item", "B", ["20"]), ("item", "C", ["30"]), ("total", "Summa", ["62"])]
    )
    assert failing(table) == []
    assert [(check.kind, check.stated, check.computed, check.ok) for check in table.checks] == [
        ("total", Decimal(62000), Decimal(60000), True)
    ]


def test_total_beyond_rounding_fails_with_its_place() -> None:
    table = budget(ONE, [("item", "A", ["10"]), ("item", "B", ["20"]), ("total", "Summa", ["32"])])
    assert failing(table) == [("total_mismatch", "Summa")]
    assert table.checks[0].line == 2
    assert table.checks[0].column == 0


def test_decimals_narrow_the_tolerance() -> None:
    rows: list[Row] = [("item", "A", ["1,25"]), ("item", "B", ["2,50"]), ("total", "Summa", ["3,77"])]
    assert failing(budget(ONE, rows, unit="mnkr")) == [("total_mismatch", "Summa")]


@pytest.mark.parametrize(("unit", "point"), [("mnkr", ","), ("mnkr", "."), ("miljoner kronor", ",")])
def test_the_tolerance_is_that_of_the_printed_digits_in_any_unit(unit: str, point: str) -> None:
    def table(total: str) -> Budget:
        rows: list[Row] = [("item", "A", ["10,1"]), ("item", "B", ["20,2"]), ("total", "Summa", [total])]
        made = budget(ONE, rows, unit)
        for line in made.lines:
            line.amounts[0].raw = line.amounts[0].raw.replace(",", point)
        return made

    assert failing(table("30,4")) == []  # three roundings to a tenth
    assert failing(table("30,5")) == [("total_mismatch", "Summa")]


def test_a_cell_with_a_unit_of_its_own_is_rounded_to_that() -> None:
    table = budget(ONE, [("item", "A", ["1 200"]), ("item", "B", ["1 300"]), ("total", "Summa", ["2 450"])])
    table.lines[2].amounts[0] = Amount(raw="2,5 mnkr", sek=Decimal(2_500_000))
    assert failing(table) == []
    table.lines[2].amounts[0] = Amount(raw="2,4 mnkr", sek=Decimal(2_400_000))
    assert failing(table) == [("total_mismatch", "Summa")]
    table.lines[2].amounts[0] = Amount(raw="2,45 mnkr", sek=Decimal(2_450_000))
    assert failing(table) == [("total_mismatch", "Summa")]


def test_sub_totals_are_summed_before_items() -> None:
    rows: list[Row] = [
        ("item", "Avgifter", ["100"]),
        ("item", "Bidrag", ["50"]),
        ("total", "Summa intäkter", ["150"]),
        ("item", "Löner", ["-90"]),
        ("item", "Hyror", ["-40"]),
        ("total", "Summa kostnader", ["-130"]),
        ("total", "Resultat", ["20"]),
    ]
    assert failing(budget(ONE, rows)) == []


def test_a_grand_total_is_held_to_the_only_sub_total_and_not_to_looser_items() -> None:
    # The items' roundings would allow 105, the sub-total's only 101.
    items: list[Row] = [("item", f"Projekt {n}", ["10"]) for n in range(10)]
    rows = [*items, ("total", "Summa projekt", ["100"]), ("total", "Summa", ["104"])]
    assert failing(budget(ONE, rows)) == [("total_mismatch", "Summa")]


def test_group_total_sums_its_own_group() -> None:
    rows: list[Row] = [
        ("group", "Skola", [""]),
        ("item", "Löner", ["5"]),
        ("total", "Summa skola", ["5"]),
        ("group", "Vård", [""]),
        ("item", "Löner", ["7"]),
        ("item", "Hyra", ["1"]),
        ("total", "Summa vård", ["8"]),
        ("total", "Totalt", ["13"]),
    ]
    table = budget(ONE, rows)
    assert failing(table) == []
    assert len(table.checks) == 3


def test_a_total_without_printed_terms_is_not_checked() -> None:
    table = budget(ONE, [("item", "A", [""]), ("item", "B", [""]), ("total", "Summa", ["32"])])
    assert failing(table) == []
    assert table.checks == []


DIFFERENCE = [("Utfall", "outcome"), ("Budget", "budget"), ("Avvikelse", "change")]


@pytest.mark.parametrize("printed", ["-19", "19"])
def test_a_change_may_be_printed_in_either_order(printed: str) -> None:
    assert failing(budget(DIFFERENCE, [("item", "A", ["-698", "-679", printed]), ("item", "B", ["5", "5", "0"])])) == []


def test_a_wrong_change_fails() -> None:
    rows: list[Row] = [
        ("item", "A", ["-698", "-679", "-19"]),
        ("item", "B", ["-602", "-373", "-229"]),
        ("item", "C", ["10", "20", "15"]),
    ]
    assert failing(budget(DIFFERENCE, rows)) == [("difference_mismatch", "C")]


def test_two_change_columns_make_up_one_difference() -> None:
    columns = [("Budget 2023", "budget"), ("Budget 2024", "budget"), ("Löner", "change"), ("Övrigt", "change")]
    rows: list[Row] = [("item", "A", ["100", "104", "6", "-2"]), ("item", "B", ["50", "50", "1", "-1"])]
    table = budget(columns, rows)
    assert failing(table) == []
    assert {check.kind for check in table.checks} == {"difference"}


def test_a_wrong_total_is_told_once_and_not_again_in_its_difference() -> None:
    rows: list[Row] = [
        ("item", "A", ["10", "8", "2"]),
        ("item", "B", ["10", "9", "1"]),
        ("total", "Summa", ["29", "17", "3"]),
    ]
    assert failing(budget(DIFFERENCE, rows)) == [("total_mismatch", "Summa")]


def test_a_change_against_something_not_in_the_table_is_not_checked() -> None:
    rows: list[Row] = [("item", "A", ["10", "8", "55"]), ("item", "B", ["10", "9", "70"])]
    assert failing(budget(DIFFERENCE, rows)) == []


def test_thousands_against_millions() -> None:
    first = budget(ONE, [("item", "Nettokostnad", ["62 049"])], name="b1")
    second = budget(ONE, [("item", "Nettokostnad", ["62 049"])], unit="mnkr", name="b2")
    (doubt,) = check_budgets([first, second])
    assert doubt.code == "unit_suspect"
    assert doubt.refs == ["b1", "b2"]
