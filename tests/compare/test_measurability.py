"""Facts about goals, without a grade."""

from plan_maker import goal, indicator, plan, rows, value
from planparse.compare import compare


def facts(*plans: object) -> list[tuple]:
    names = ("has_indicator", "has_baseline", "has_target", "has_year", "has_followup")
    return [tuple(row[name] for name in names) for row in rows(compare(list(plans)).measurability)]  # type: ignore[arg-type]


def test_what_is_printed_is_there_and_nothing_else():
    held = indicator(1, "Läckor", value("outcome", 2018, "5", 5), value("target", 2020, "3", 3), goal=1)
    goals = [goal(1, "Rent vatten"), goal(2, "Ren luft")]
    made = plan("Ekby", "Miljönämnden", 2020, goals=goals, indicators=[held])
    assert facts(made) == [(True, True, True, True, None), (False, False, False, False, None)]


def test_what_was_not_read_is_left_open():
    made = plan("Ekby", "Miljönämnden", 2020, goals=[goal(1, "Rent vatten")], unread=("indicators",))
    assert facts(made) == [(None, None, None, None, None)]


def test_a_report_follows_up_and_its_goals_are_there_as_well():
    assessed = goal(1, "Rent vatten", assessment={"status": "met", "raw": "Uppfyllt"})
    plans = [
        plan("Ekby", "Miljönämnden", 2020, goals=[goal(1, "Rent vatten"), goal(2, "Ren luft")]),
        plan("Ekby", "Miljönämnden", 2020, "arsredovisning", goals=[assessed]),
    ]
    assert sorted(row[-1] for row in facts(*plans)) == [False, True, True]


def test_no_goal_of_any_document_is_left_out():
    plans = [plan("Ekby", "Miljönämnden", 2020, "ovrigt", goals=[goal(1, "Rent vatten")])]
    assert len(facts(*plans)) == len(compare(plans).goals) == 1
    assert compare(plans).not_compared["code"].tolist() == ["other_document"]
