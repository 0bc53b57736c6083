"""The pieces of a plan's JSON are together what pydantic writes for the whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from planparse.model import Goal, Plan, Registered, Section
from planparse.model.json_text import ITEMS, json_pieces


def plan_of(goals: int) -> Plan:
    plan = Plan(
        title="Mål – budget",
        sections=[Section(title="Inledning", text='"Ett"\nTvå')],
        goals=[Goal(text=f"Mål {number}\n\U0001f642") for number in range(goals)],
    )
    return Plan.model_validate({**plan.model_dump(), "later": [{"field": 1}]})


@pytest.mark.parametrize("goals", [0, 1, ITEMS, ITEMS + 1, 2 * ITEMS, 3 * ITEMS - 1])
@pytest.mark.parametrize("indent", [None, 0, 1, 2])
def test_together_they_are_the_whole(goals: int, indent: int | None) -> None:
    plan = plan_of(goals)
    assert plan.to_json(indent=indent) == plan.model_dump_json(indent=indent, exclude={"registered"})
    plan.registered = Registered()
    assert plan.to_json(indent=indent) == plan.model_dump_json(indent=indent)


def test_a_long_list_is_in_several_pieces_and_the_rest_in_one() -> None:
    few = [piece for piece in json_pieces(plan_of(3), indent=2) if len(piece) > 10]
    many = [piece for piece in json_pieces(plan_of(2 * ITEMS + 1), indent=2) if "Mål" in piece]
    assert len(few) == 1
    # the title's piece, and three of goals
    assert len(many) == 4


def test_a_file_holds_the_same_text(tmp_path: Path) -> None:
    plan = plan_of(2 * ITEMS)
    plan.save(tmp_path / "plan.json")
    assert (tmp_path / "plan.json").read_text(encoding="utf-8") == plan.to_json() + "\n"
    assert Plan.load(tmp_path / "plan.json").goals == plan.goals
