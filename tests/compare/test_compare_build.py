"""What is chosen, and what the whole says."""

import pytest

import planparse
from plan_maker import goal, indicator, plan, value

PLANS = [
    plan("Ekby", None, (2019, 2022), "mal_och_budget", code="9901", goals=[goal(1, "Ett grönt Ekby", "council")]),
    plan("Ekby", "Socialnämnden", 2020, code="9901", goals=[goal(1, "Kommunen ska minska sin miljöpåverkan")]),
    plan("Lunda", "Socialnämnden", 2021, code="9902", goals=[goal(1, "Minska miljöpåverkan i Lunda kommun")]),
    plan("Lunda", "Bygg- och miljönämnden", 2021, code="9902", goals=[goal(1, "Miljöpåverkan ska öka")]),
]


def test_the_package_can_be_called():
    found = planparse.compare(PLANS)
    assert found.goals["group"].tolist() == [0, 1, 2, 1] or found.goals["group"].nunique() == 3
    assert found.facts["documents"] == 4


@pytest.mark.parametrize(
    ("chosen", "count"),
    [
        ({"board": "socialnamnd"}, 4),
        ({"board": "Bygg- och miljönämnden"}, 2),
        ({"municipality": "Lunda"}, 2),
        ({"municipality": ["9901", "lunda"]}, 4),
        ({"years": (2021, 2021)}, 3),
        ({"years": (2015, 2018)}, 0),
    ],
)
def test_what_is_chosen(chosen: dict, count: int):
    assert planparse.compare(PLANS, **chosen).facts["documents"] == count


def test_the_same_goal_of_two_municipalities_is_one_group_and_its_opposite_another():
    goals = planparse.compare(PLANS).goals.set_index("text")["group"]
    assert goals["Kommunen ska minska sin miljöpåverkan"] == goals["Minska miljöpåverkan i Lunda kommun"]
    assert goals["Miljöpåverkan ska öka"] != goals["Minska miljöpåverkan i Lunda kommun"]


def test_a_superseded_version_is_shown_and_not_counted():
    versions = [
        plan("Ekby", "Socialnämnden", 2020, adopted=day, goals=[goal(1, "Rent vatten")])
        for day in ("2019-11-01", "2020-02-01")
    ]
    found = planparse.compare(versions)
    assert found.goals["superseded"].tolist() == [True, False]
    assert found.changes.empty


def test_which_plan_said_what_of_a_year_is_kept():
    plans = [
        plan(
            *("Ekby", "Socialnämnden", years),
            indicators=[indicator(1, "Sjukfrånvaro", value("target", 2021, raw, figure))],
        )
        for years, raw, figure in (((2019, 2022), "7 %", 7), ((2020, 2023), "6 %", 6))
    ]
    found = planparse.compare(plans).indicators
    assert found["vintage"].tolist() == ["2019-2022 verksamhetsplan", "2020-2023 verksamhetsplan"]
    assert found["superseded"].tolist() == [True, False]


def test_values_that_can_t_be_compared_say_why():
    record = indicator(
        *(1, "Sjukfrånvaro"),
        value("outcome", 2020, "6 %", 6),
        value("outcome", 2021, "6 dagar", 6, "days"),
        value("outcome", 2021, "7 %", 7, as_of="2021-08-31"),
        value("target", 2021, "Ska minska", None),
        value("outcome", 2019, "6,5 %", 6.5),
    )
    found = planparse.compare([plan("Ekby", "Socialnämnden", 2020, indicators=[record])])
    assert found.not_compared["code"].tolist() == ["other_unit", "part_year", "value_missing"]
    assert found.indicators["comparable"].tolist() == [True, False, False, False, True]
