"""Money over years and municipalities."""

import pytest

from plan_maker import budget, plan, rows
from planparse.compare import compare
from planparse.compare.budget_rows import line_name
from planparse.compare.part_years import is_part_year


def of(year: int, measure: str, label: str, tkr: float, kind: str = "internbudget", **more: object) -> object:
    held = budget((label, [(f"{tkr:g}", tkr * 1000)]), columns=[(f"{measure} {year}", measure, year)], **more)
    return plan("Ekby", "Socialnämnden", year, kind, code="9901", budgets=[held])


def test_lines_are_one_series_over_the_years():
    plans = [of(2020, "budget", "Personalkostnader", 200), of(2021, "budget", "Personal", 210)]
    first, second = rows(compare(plans).budgets)  # type: ignore[arg-type]
    assert first["group"] == second["group"]
    assert (second["line"], second["index"], second["change_percent"]) == ("Personalkostnader", 105.0, 5.0)


def test_plan_and_outcome_of_one_year_stand_together():
    plans = [of(2020, "budget", "Personal", 200), of(2020, "outcome", "Personalkostnader", 220, "arsredovisning")]
    (row,) = rows(compare(plans).budget_outcomes)  # type: ignore[arg-type]
    assert (row["budget"], row["outcome"], row["difference"], row["percent"]) == (200_000, 220_000, 20_000, 10.0)
    assert (row["label_plan"], row["label_report"]) == ("Personal", "Personalkostnader")


def test_an_interim_report_s_outcome_is_not_held_to_the_year_s_budget():
    plans = [of(2020, "budget", "Personal", 200), of(2020, "outcome", "Personal", 140, "delarsrapport")]
    assert rows(compare(plans).budget_outcomes) == []  # type: ignore[arg-type]


def test_an_interim_report_s_outcome_is_no_whole_year_s():
    plans = [
        of(2019, "outcome", "Personal", 200, "arsredovisning"),
        of(2020, "outcome", "Personal", 140, "delarsrapport"),
    ]
    _, second = rows(compare(plans).budgets)  # type: ignore[arg-type]
    assert (second["comparable"], second["reason"], second["change_percent"]) == (
        False,
        "del av år: delårsrapport",
        None,
    )


def test_a_budget_of_some_months_is_no_whole_year_s():
    held = budget(("Personal", [("140", 140_000)]), columns=[("Budget jan-aug 2020", "budget", 2020)])
    (row,) = rows(compare([plan("Ekby", "Socialnämnden", 2020, budgets=[held])]).budgets)
    assert (row["comparable"], row["reason"]) == (False, "del av år: Budget jan-aug 2020")


@pytest.mark.parametrize(("kind", "year"), [("internbudget", None), ("arsredovisning", 2020)])
def test_an_outcome_without_a_year_is_of_a_report_s_year_and_of_no_plan_s(kind: str, year: int | None):
    held = budget(("Personal", [("140", 140_000)]), columns=[("Utfall", "outcome", None)])
    (row,) = rows(compare([plan("Ekby", "Socialnämnden", 2020, kind, budgets=[held])]).budgets)
    assert row["year"] == year


def test_prices_and_inhabitants(tmp_path: pytest.TempPathFactory):
    (tmp_path / "prices.csv").write_text("år;index\n2020;100\n2021;110\n", encoding="utf-8")  # type: ignore[operator]
    (tmp_path / "people.csv").write_text("code,year,population\n9901,2020,1000\n", encoding="utf-8")  # type: ignore[operator]
    found = compare(
        [of(2020, "budget", "Personal", 200)],  # type: ignore[list-item]
        deflator=tmp_path / "prices.csv",  # type: ignore[operator]
        population=tmp_path / "people.csv",  # type: ignore[operator]
    )
    (row,) = rows(found.budgets)
    assert (row["sek_fixed"], row["sek_per_inhabitant"]) == (pytest.approx(220_000), 200)
    assert found.facts["price_base_year"] == 2021


def test_a_sum_and_its_part_of_one_name_are_two_lines():
    held = budget(
        ("Intäkter", [("5", 5000)]), ("Summa intäkter", [("9", 9000)]), columns=[("Budget 2020", "budget", 2020)]
    )
    held["lines"][1]["role"] = "total"
    found = rows(compare([plan("Ekby", "Socialnämnden", 2020, budgets=[held])]).budgets)
    assert [(row["line"], row["comparable"]) for row in found] == [("Intäkter", True), ("Intäkter", True)]
    assert found[0]["group"] != found[1]["group"]


def test_what_can_t_be_told_apart_or_has_no_unit_is_told():
    held = budget(("Övrigt", [("5", 5000)]), ("Övrigt", [("9", 9000)]), columns=[("Budget 2020", "budget", 2020)])
    bare = budget(("Personal", [("5", None)]), columns=[("Budget 2020", "budget", 2020)], unit=None)
    found = compare([plan("Ekby", "Socialnämnden", 2020, budgets=[held, bare | {"id": "b2"}])])
    assert found.not_compared["code"].tolist() == ["ambiguous", "ambiguous", "unit_missing"]


def test_heads_of_a_part_of_the_year():
    assert is_part_year("Utfall jan-aug")
    assert not is_part_year("Utfall jan–dec 2020")
    assert line_name("Summa kostnader (tkr)") == "Kostnader"


def test_a_line_under_a_new_name_is_the_same_series():
    first = budget(("Omsorg om äldre", [("76 100", 76_100_000)]), columns=[("Budget 2020", "budget", 2020)])
    second = budget(
        ("Hemtjänst och boende", [("76 100", 76_100_000), ("80 300", 80_300_000)]),
        columns=[("Budget 2020", "budget", 2020), ("Budget 2021", "budget", 2021)],
    )
    plans = [
        plan("Ekby", "Socialnämnden", 2020 + number, budgets=[held]) for number, held in enumerate((first, second))
    ]
    found = rows(compare(plans).budgets)
    assert {(row["group"], row["line"]) for row in found} == {(found[0]["group"], "Hemtjänst och boende")}
    assert (found[0]["basis"], found[0]["sure"], found[1]["basis"]) == ("same_amounts", False, "same_name")


def test_columns_of_kinds_of_cost_are_no_year_s_amount():
    by_kind = budget(
        ("Hemtjänst", [("60", 60_000), ("10", 10_000)]),
        columns=[("Personal", "budget", None), ("Lokaler", "budget", None)],
    )
    whole = budget(("Hemtjänst", [("75", 75_000)]), columns=[("Budget 2020", "budget", 2020)])
    found = rows(compare([plan("Ekby", "Socialnämnden", 2020, budgets=[whole, by_kind | {"id": "b2"}])]).budgets)
    assert [row["comparable"] for row in found] == [True, False, False]


def test_sums_go_by_many_names():
    assert {line_name(label) for label in ("SUMMA", "Totalt", "S:a (tkr)", "Summa totalt")} == {"Summa"}
