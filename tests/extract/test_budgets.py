"""Money tables: claims, units, titles, columns, line roles and amounts, on grids put together by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from goal_documents import PLAN, REPORT, document, grid, para, section
from planparse.extract.budgets import claim_budget, extract_budgets
from planparse.extract.claims import claim_tables
from planparse.extract.context import Context
from planparse.layout.blocks import Block, Grid
from planparse.model import Budget, Diagnostic


def read(*blocks: Block, context: Context = PLAN, title: str = "Ekonomi") -> tuple[list[Budget], list[Diagnostic]]:
    made = document(section(title, *blocks))
    fresh = replace(context, ids=type(context.ids)())
    return extract_budgets(claim_tables(made, fresh, (claim_budget,)), made, fresh)


def budget(*blocks: Block, context: Context = PLAN, title: str = "Ekonomi") -> Budget:
    (found,), _ = read(*blocks, context=context, title=title)
    return found


def sums(found: Budget) -> list[list[int | None]]:
    return [[None if amount.sek is None else int(amount.sek) for amount in line.amounts] for line in found.lines]


def roles(found: Budget) -> list[tuple[str, str | None, str | None]]:
    return [(line.label, line.role, line.group) for line in found.lines]


DRIFT = grid(
    ("Verksamhet, tkr", "Bokslut 2022", "Budget 2024", "Avvikelse"),
    ("Nämnd", "- 723", "−690", "33"),
    ("Hemtjänst", "1 234", "(2 000)", "–"),
    ("Summa", "511", "-2 690", ""),
)


def test_amounts_in_kronor_with_all_shapes_of_minus() -> None:
    assert sums(budget(DRIFT)) == [[-723000, -690000, 33000], [1234000, -2000000, None], [511000, -2690000, None]]


def test_columns_have_measures_and_years_of_their_heads() -> None:
    assert [(column.label, column.measure, column.year) for column in budget(DRIFT).columns] == [
        ("Bokslut 2022", "outcome", 2022),
        ("Budget 2024", "budget", 2024),
        ("Avvikelse", "change", None),
    ]


def test_every_amount_and_line_has_its_place() -> None:
    found = budget(DRIFT)
    assert found.lines[0].amounts[1].locations[0].bbox == [270.0, 120.0, 370.0, 140.0]
    assert found.lines[0].locations


@pytest.mark.parametrize(
    ("table", "above", "unit"),
    [
        (grid(("mnkr", "2024"), ("Hyror", "1,5"), ("Löner", "2")), None, "mnkr"),
        (grid(("", "Budget 2024 (tkr)"), ("Hyror", "15"), ("Löner", "2")), None, "tkr"),
        (grid(("", "2024"), ("Hyror", "15"), ("Total budget (tkr)", "15")), None, "tkr"),
        (grid(("", "2024"), ("Hyror", "15 tkr"), ("Löner", "20 tkr")), None, "tkr"),
        (grid(("", "2024"), ("Hyror", "15"), ("Löner", "2"), caption="Belopp i kr"), None, "kr"),
        (grid(("", "Budget 2024"), ("Löner", "15"), ("Hyra", "2")), "Ramen fördelas så, i mkr:", "mkr"),
        (grid(("Bad", "Intäkter", "Netto"), ("Simhall", "15", "-2"), ("Is", "2", "1")), "Budget i tkr.", "tkr"),
        (grid(("", "Utfall 2023"), ("Gator", "450-"), ("Vatten", "20")), "Nettoutfall i tkr.", "tkr"),
    ],
)
def test_unit_wherever_it_is_printed(table: Grid, above: str | None, unit: str) -> None:
    assert budget(*([para(above)] if above else []), table).unit == unit


def test_no_unit_gives_no_value_but_a_doubt() -> None:
    (found,), doubts = read(grid(("", "Budget 2024"), ("Löner", "150"), ("Hyror", "20")), title="Driftbudget")
    assert found.unit is None
    assert sums(found) == [[None], [None]]
    assert found.lines[0].amounts[0].raw == "150"
    assert [doubt.code for doubt in doubts] == ["unit_missing"]


def test_an_association_s_name_is_no_currency() -> None:
    assert read(grid(("Indikator", "2024"), ("Index enligt SKR", "71"), ("Antal", "5")))[0] == []


def test_a_cell_that_can_t_be_read_whole_is_told() -> None:
    (found,), doubts = read(grid(("tkr", "2024"), ("Löner", "12 34"), ("Hyror", "20")))
    assert found.lines[0].amounts[0].sek is None
    assert [doubt.code for doubt in doubts] == ["amount_unread"]


def test_note_marks_stay_beside_the_amount() -> None:
    amount = budget(grid(("tkr", "2024"), ("Löner", "-400*"), ("Hyror", "20"))).lines[0].amounts[0]
    assert (amount.raw, amount.sek, amount.note) == ("-400*", Decimal(-400000), "*")


@pytest.mark.parametrize(
    ("caption", "corner", "above", "title"),
    [
        ("Tabell 1. Driftbudget, tkr", "tkr", False, "Tabell 1. Driftbudget, tkr"),
        ("", "Bidrag, tkr", False, "Bidrag"),
        ("", "Verksamhet, tkr", False, "Ekonomi"),
        ("", "tkr", True, None),
    ],
)
def test_title_by_caption_corner_or_heading_straight_above(
    caption: str, corner: str, above: bool, title: str | None
) -> None:
    table = grid((corner, "Budget 2024"), ("Löner", "1"), ("Hyror", "2"), caption=caption)
    assert budget(*([para("Tabellen visar nämndens kostnader.")] if above else []), table).title == title


def test_bare_years_are_budget_and_plans_in_a_plan_and_outcomes_in_a_report() -> None:
    table = grid(("tkr", "2023", "2024", "2025"), ("Löner", "1", "2", "3"), ("Hyror", "1", "2", "3"))
    assert [column.measure for column in budget(table).columns] == ["outcome", "budget", "plan"]
    assert {column.measure for column in budget(table, context=REPORT).columns} == {"outcome"}


def test_columns_between_two_frames_are_changes() -> None:
    table = grid(
        ("Verksamhet, tkr", "Ram 2023", "Löner", "Volymer", "Ram 2024"),
        ("Förskola", "1 000", "40", "-15", "1 025"),
        ("Skola", "2 000", "80", "0", "2 080"),
    )
    assert [column.measure for column in budget(table).columns] == ["budget", "change", "change", "budget"]


def test_columns_of_counts_and_text_have_no_kronor() -> None:
    table = grid(
        ("Bidrag, tkr", "Projektnr", "Budget 2024", "Antal 2024"),
        ("Studieförbund", "A12", "400", "11"),
        ("Idrott", "B7", "600", "34"),
    )
    found = budget(table)
    assert [column.measure for column in found.columns] == ["text", "budget", "count"]
    assert sums(found)[0] == [None, 400000, None]


def test_roles_and_groups() -> None:
    table = grid(
        ("tkr", "2023", "2024"),
        ("Färdiga projekt", "", ""),
        ("Inventarier", "800", "125"),
        ("Summa färdiga projekt", "800", "125"),
        ("Pågående projekt", "", ""),
        ("Bibliotek", "200", "75"),
        ("Summa pågående projekt", "200", "75"),
        ("Summa investeringar", "1 000", "200"),
    )
    assert roles(budget(table)) == [
        ("Färdiga projekt", "group", None),
        ("Inventarier", "item", "Färdiga projekt"),
        ("Summa färdiga projekt", "total", "Färdiga projekt"),
        ("Pågående projekt", "group", None),
        ("Bibliotek", "item", "Pågående projekt"),
        ("Summa pågående projekt", "total", "Pågående projekt"),
        ("Summa investeringar", "total", None),
    ]


def test_a_sum_by_any_name_is_a_total_and_a_deviation_is_none() -> None:
    table = grid(
        ("tkr", "2023", "2024"),
        ("Ram 2022", "100", "200"),
        ("Löner", "10", "20"),
        ("Ram nästa år", "110", "220"),
        ("Budgetavvikelse", "210", "420"),
    )
    assert [role for _, role, _ in roles(budget(table))] == ["item", "item", "total", "item"]


def test_the_only_line_is_an_item() -> None:
    table = grid(("mkr", "Budget 2023", "Förändring", "Budget 2024"), ("Netto", "201,0", "3,8", "204,8"))
    found = budget(table)
    assert roles(found) == [("Netto", "item", None)]
    assert found.kind == "frame"


@pytest.mark.parametrize(
    ("title", "labels", "kind"),
    [
        ("Resultatbudget", ("Kommunbidrag", "Kostnader", "Årets resultat"), "income_statement"),
        ("Ekonomi", ("Intäkter", "Kostnader", "Resultat"), "income_statement"),
        ("Investeringar 2024", ("Inventarier", "Fordon", "Summa"), "investment"),
        ("Budgetram", ("Ram 2023", "Löner", "Ram 2024"), "frame"),
        ("Bidrag", ("Idrott", "Kultur", "Totalt"), "other"),
        ("Driftbudget", ("Skola", "Förskola", "Summa"), "operating"),
    ],
)
def test_kinds(title: str, labels: tuple[str, str, str], kind: str) -> None:
    table = grid(("tkr", "Budget 2024"), (labels[0], "5"), (labels[1], "-3"), (labels[2], "2"))
    assert budget(table, title=title).kind == kind


def test_a_table_set_in_two_parts_has_one_unit() -> None:
    head = ("Projekt", "Budget 2024", "Plan 2025")
    first = grid(head, ("Väg", "1", "2"), ("Bro", "3", "4"), caption="Investeringar (tkr)")
    second = grid(head, ("Hall", "5", "6"), ("Bad", "7", "8"))
    found, doubts = read(first, second, title="Investeringar")
    assert [one.unit for one in found] == ["tkr", "tkr"]
    assert not doubts


def test_figures_without_money_are_no_budget() -> None:
    assert read(grid(("Volymer", "2023", "2024"), ("Antal barn", "10", "12"), ("Antal elever", "5", "6")))[0] == []


def test_a_unit_may_stand_behind_a_heads_year() -> None:
    found = budget(grid(("Verksamhet", "Budget 2022 tkr", "Budget 2023 tkr"), ("Nämnd", "640", "660")))
    assert (found.unit, sums(found)) == ("tkr", [[640000, 660000]])


def test_a_net_counts_no_part_twice_and_goes_over_sums_and_what_stands_over_them() -> None:
    parts = grid(
        ("tkr", "2023", "2024"),
        ("Intäkter", "300", "310"),
        ("varav bidrag", "80", "90"),
        ("Personal", "-700", "-720"),
        ("Nettokostnad", "-400", "-410"),
    )
    sums_below = grid(
        ("tkr", "2023", "2024"),
        ("Intäkter", "300", "310"),
        ("Personal", "-700", "-720"),
        ("Lokaler", "-100", "-110"),
        ("Summa kostnader", "-800", "-830"),
        ("Nettokostnader", "-500", "-520"),
    )
    assert roles(budget(parts))[-1] == ("Nettokostnad", "total", None)
    assert [role for _, role, _ in roles(budget(sums_below))] == ["item", "item", "item", "total", "total"]


def test_a_net_behind_its_groups_total_is_of_no_group() -> None:
    found = budget(
        grid(
            ("tkr", "2023", "2024"),
            ("Intäkter", "", ""),
            ("Avgifter", "10", "12"),
            ("Bidrag", "5", "5"),
            ("Summa intäkter", "15", "17"),
            ("Kostnader", "", ""),
            ("Personal", "-30", "-31"),
            ("Lokaler", "-10", "-11"),
            ("Summa kostnader", "-40", "-42"),
            ("Nettokostnad", "-25", "-25"),
        )
    )
    assert roles(found)[-2:] == [("Summa kostnader", "total", "Kostnader"), ("Nettokostnad", "total", None)]


def test_lines_of_projects_under_investments_are_money_without_a_unit() -> None:
    table = grid(("Projekt", "2007", "2008"), ("Dörrar", "150", "0"), ("Instrument", "60", "60"))
    (found,), doubts = read(table, title="Investeringar")
    assert (found.kind, found.unit, [one.code for one in doubts]) == ("investment", None, ["unit_missing"])
    counted = grid(("Mått", "2007", "2008"), ("Antal projekt", "3", "4"))
    assert read(counted, title="Investeringar")[0] == []


def test_a_sum_over_several_groups_is_of_none() -> None:
    found = budget(
        grid(
            ("Projekt, tkr", "2025", "2026"),
            ("Fastigheter", "", ""),
            ("Förskola", "30", "34"),
            ("Kök", "4", "4"),
            ("Gata", "", ""),
            ("Beläggning", "5", "5"),
            ("Summa investeringar", "39", "43"),
        )
    )
    assert roles(found)[-1] == ("Summa investeringar", "total", None)
