"""Versions and vintages of plans."""

from plan_maker import goal, plan
from planparse.compare.documents import Document
from planparse.compare.facts import goals_of
from planparse.compare.timeline import editions, superseded


def test_a_later_version_of_the_same_plan_counts_alone():
    first = Document(plan("Ekby", "Socialnämnden", 2020, adopted="2019-11-01"))
    last = Document(plan("Ekby", "Socialnämnden", 2020, adopted="2020-02-01"))
    assert superseded([first, last]) == {first.id: f"ersatt av {last.name}"}


def test_overlapping_plans_are_vintages_and_no_versions():
    first = Document(plan("Ekby", "Socialnämnden", (2019, 2022)))
    assert superseded([first, Document(plan("Ekby", "Socialnämnden", (2020, 2023)))]) == {}


def test_two_interim_reports_of_a_year_both_count():
    reports = [
        Document(plan("Ekby", "Socialnämnden", 2020, "delarsrapport", adopted=f"2020-0{month}-01")) for month in (5, 9)
    ]
    assert superseded(reports) == {}


def test_editions_come_in_order_and_say_a_goal_once():
    repeated = [goal(1, "Rent vatten"), goal(2, "Rent vatten."), goal(3, "Rent vatten", "unit")]
    plans = [
        Document(plan("Ekby", "Miljönämnden", 2021, goals=[goal(1, "Ren luft")])),
        Document(plan("Ekby", "Miljönämnden", 2020, goals=repeated)),
        Document(plan("Ekby", "Miljönämnden", 2020, "arsredovisning", goals=repeated)),
    ]
    (found,) = editions([fact for document in plans for fact in goals_of(document)], plans).values()
    assert [(edition.start, len(edition.goals)) for edition in found] == [(2020, 1), (2021, 1)]
