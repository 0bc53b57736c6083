"""A plan's promises against the report."""

import pytest

from plan_maker import goal, indicator, plan, rows, value
from planparse.compare import compare

TARGET = value("target", 2020, "minst 90 %", 90, comparator="ge")


def followed(
    outcome: dict | None, kind: str = "arsredovisning", name: str = "Nöjda brukare (%)", **more: object
) -> dict:
    """The row of an indicator that was promised."""
    told = [indicator(1, name, outcome)] if outcome else []
    plans = [
        plan("Ekby", "Socialnämnden", 2020, indicators=[indicator(1, "Nöjda brukare (%)", TARGET)]),
        plan("Ekby", "Socialnämnden", 2020, kind, indicators=told, **more),
    ]
    return rows(compare(plans).followups)[0]


@pytest.mark.parametrize(("figure", "word"), [(91, "met"), (90, "met"), (89, "missed")])
def test_figures_decide(figure: float, word: str):
    row = followed(value("outcome", 2020, f"{figure} %", figure))
    assert (row["verdict"], row["decided_by"], row["wording"]) == (word, "figures", "same")
    assert (row["page_plan"], row["page_label_report"]) == (3, "2")


def test_a_part_of_the_year_decides_nothing():
    assert followed(value("outcome", 2020, "95 %", 95, as_of="2020-08-31"))["verdict"] == "undecided"
    assert followed(value("outcome", 2020, "95 %", 95), "delarsrapport")["verdict"] == "undecided"


def test_a_forecast_decides_nothing():
    row = followed(value("forecast", 2020, "95 %", 95))
    assert (row["verdict"], row["outcome_role"]) == ("undecided", "forecast")


def test_another_year_is_no_outcome():
    assert followed(value("outcome", 2019, "95 %", 95))["verdict"] == "not_reported"


def test_not_reported_is_said_of_a_whole_report_alone():
    assert followed(None)["verdict"] == "not_reported"
    assert followed(None, unread=("indicators",))["verdict"] == "undecided"


def test_a_reworded_name_is_told():
    row = followed(value("outcome", 2020, "95 %", 95), name="Andel nöjda brukare")
    assert (row["verdict"], row["wording"]) == ("met", "reworded")


def test_what_only_the_report_has_is_new():
    plans = [
        plan("Ekby", "Socialnämnden", 2020, indicators=[indicator(1, "Nöjda brukare (%)", TARGET)]),
        plan(
            *("Ekby", "Socialnämnden", 2020, "arsredovisning"),
            indicators=[indicator(1, "Antal tillsyner", value("outcome", 2020, "5", 5, "count"))],
            volumes=[{"id": "v1", "label": "Elever", "values": [value("outcome", 2020, "50", 50, "count")]}],
        ),
    ]
    found = [(row["text_report"], row["verdict"]) for row in rows(compare(plans).followups) if row["text_report"]]
    assert found == [("Antal tillsyner", "new_in_report")]


def test_a_goal_is_what_the_report_says_of_it():
    def report(kind: str) -> dict:
        assessed = goal(1, "Rent vatten", assessment={"status": "not_met", "raw": "Ej uppfyllt"})
        plans = [
            plan("Ekby", "Miljönämnden", 2020, goals=[goal(1, "Rent vatten")]),
            plan("Ekby", "Miljönämnden", 2020, kind, goals=[assessed]),
        ]
        return rows(compare(plans).followups)[0]

    assert (report("arsredovisning")["verdict"], report("arsredovisning")["decided_by"]) == ("missed", "report")
    assert report("delarsrapport")["verdict"] == "undecided"


def test_a_report_of_all_says_nothing_of_women():
    targets = [
        value("target", 2020, raw, 90, comparator="ge", gender=gender) for raw, gender in (("91", "T"), ("90", "K"))
    ]
    plans = [
        plan("Ekby", "Socialnämnden", 2020, indicators=[indicator(1, "Nöjda brukare (%)", *targets)]),
        plan(
            *("Ekby", "Socialnämnden", 2020, "arsredovisning"),
            indicators=[indicator(1, "Nöjda brukare (%)", value("outcome", 2020, "95 %", 95))],
        ),
    ]
    told = compare(plans)
    assert [(row["gender"], row["verdict"]) for row in rows(told.followups)] == [("T", "met"), ("K", "undecided")]
    assert [row["state"] for row in rows(told.chain)] == ["linked"]


def reported(*values: dict) -> dict:
    plans = [
        plan("Ekby", "Socialnämnden", 2020, indicators=[indicator(1, "Nöjda brukare (%)", TARGET)]),
        plan("Ekby", "Socialnämnden", 2020, "arsredovisning", indicators=[indicator(1, "Nöjda brukare (%)", *values)]),
    ]
    return rows(compare(plans).followups)[0]


def test_a_target_that_the_report_prints_otherwise_leaves_it_open():
    outcome = value("outcome", 2020, "88 %", 88)
    other = value("target", 2020, "minst 85 %", 85, comparator="ge")
    assert reported(outcome, other)["verdict"] == "undecided"
    stricter = value("target", 2020, "minst 95 %", 95, comparator="ge")
    assert reported(outcome, stricter)["verdict"] == "missed"


def test_two_outcomes_of_one_year_leave_it_open():
    row = reported(value("outcome", 2020, "95 %", 95), value("outcome", 2020, "88 %", 88))
    assert (row["verdict"], row["reason"]) == ("undecided", "rapporten har flera utfall: 95 % och 88 %")
