"""The gold of comparisons hangs together with the plans' gold that it speaks of."""

import json
from pathlib import Path
from typing import Any

import pytest

from planparse.evaluate.gold import load_gold

GOLD = Path(__file__).parents[2] / "gold"
SETS: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((GOLD / "comparison").glob("*.json"))
}
PLANS = {name: load_gold(GOLD / f"{name}.json").plan for entry in SETS.values() for name in entry["plans"]}
CHANGES = {"kept", "reworded", "sharpened", "weakened", "target_moved", "turned", "new", "dropped", "undecided"}
OUTCOMES = {"met", "missed", "undecided", "not_reported", "new_in_report"}


def wordings(plan: str) -> set[str]:
    return {goal.text for goal in PLANS[plan].goals} | {indicator.name for indicator in PLANS[plan].indicators}


@pytest.mark.parametrize("gold", SETS.values(), ids=SETS.keys())
def test_every_wording_is_of_a_plan_of_the_set(gold: dict[str, Any]) -> None:
    ends = [link[end] for link in gold["chain"] for end in ("parent", "child") if link[end]]
    assert all(end["plan"] in gold["plans"] and end["text"] in wordings(end["plan"]) for end in ends)
    members = [member for group in gold["indicators"] for member in group]
    assert all(member["name"] in wordings(member["plan"]) for member in members)
    goals = [member for group in gold.get("goals", []) for member in group]
    assert all(member["text"] in wordings(member["plan"]) for member in goals)
    for followup in gold["followups"]:
        report = followup["outcome"] == "new_in_report"
        assert followup["indicator"] in wordings(followup["report" if report else "plan"])


@pytest.mark.parametrize("gold", SETS.values(), ids=SETS.keys())
def test_everyone_is_in_one_group_alone(gold: dict[str, Any]) -> None:
    for kind, name in (("indicators", "name"), ("goals", "text"), ("budget_lines", "label")):
        members = [(member["plan"], member[name]) for group in gold.get(kind, []) for member in group]
        assert len(members) == len(set(members)), kind


@pytest.mark.parametrize("gold", SETS.values(), ids=SETS.keys())
def test_every_goal_of_two_years_is_told_once(gold: dict[str, Any]) -> None:
    for change in gold["changes"]:
        assert change["change"] in CHANGES
        assert (change["text_from"] is None) == (change["change"] == "new")
        assert (change["text_to"] is None) == (change["change"] == "dropped")
    steps = {(change["board"], change["year_from"], change["year_to"]) for change in gold["changes"]}
    for board, first, second in steps:
        for year, side in ((first, "text_from"), (second, "text_to")):
            told = [
                change[side]
                for change in gold["changes"]
                if (change["board"], change["year_from"], change["record"]) == (board, first, "goal") and change[side]
            ]
            plan = next(
                plan
                for name, plan in PLANS.items()
                if name in gold["plans"]
                and plan.board
                and plan.board.name == board
                and plan.period.start == year
                and plan.document_type == "verksamhetsplan"
            )
            assert sorted(told) == sorted(goal.text for goal in plan.goals)


@pytest.mark.parametrize("gold", SETS.values(), ids=SETS.keys())
def test_outcomes_are_known_words(gold: dict[str, Any]) -> None:
    assert {followup["outcome"] for followup in gold["followups"]} <= OUTCOMES
    assert {followup["wording"] for followup in gold["followups"]} <= {"same", "reworded", None}
