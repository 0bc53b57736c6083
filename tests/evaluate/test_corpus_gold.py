"""The corpus hangs together: each plan has its source, its gold and its half, and the gold's links resolve."""

import tomllib
from pathlib import Path

import pypdfium2
import pytest

from planparse.evaluate.gold import Gold, load_gold_folder

ROOT = Path(__file__).parents[2]
GOLDS = {gold.name: gold for gold in load_gold_folder(ROOT / "gold")}
SPLITS = tomllib.loads((ROOT / "gold" / "splits.toml").read_text(encoding="utf-8"))["plan"]


def test_each_plan_has_source_gold_and_split() -> None:
    plans = {path.stem for path in (ROOT / "corpus").glob("*.pdf")}
    sources = {path.name for path in (ROOT / "corpus" / "src").iterdir() if path.is_dir() and list(path.glob("plan.*"))}
    assert plans == set(GOLDS)
    assert plans == sources
    assert sorted(split["name"] for split in SPLITS) == sorted(plans)


def test_both_halves_have_plans_of_several_families() -> None:
    families = {
        half: {split["family"] for split in SPLITS if split["half"] == half} for half in ("development", "test")
    }
    assert {split["half"] for split in SPLITS} == set(families)
    assert all(len(kinds) >= 3 for kinds in families.values())


@pytest.mark.parametrize("gold", GOLDS.values(), ids=GOLDS.keys())
def test_links_resolve_and_pages_exist(gold: Gold) -> None:
    plan = gold.plan
    sections, goals = {section.id for section in plan.sections}, {goal.id for goal in plan.goals}
    assert len(sections) == len(plan.sections)
    assert len(goals) == len(plan.goals)
    linked = [*plan.goals, *plan.indicators, *plan.assignments, *plan.activities, *plan.guarantees, *plan.budgets]
    assert {record.section_id for record in [*linked, *plan.volumes, *plan.controls, *plan.amounts]} <= sections
    assert {section.parent_id for section in plan.sections} <= sections | {None}
    assert {goal.parent_id for goal in plan.goals} <= goals | {None}
    assert {record.goal_id for record in [*plan.indicators, *plan.activities]} <= goals | {None}
    with pypdfium2.PdfDocument(ROOT / "corpus" / gold.document) as document:
        assert all(1 <= (section.page_start or 1) <= len(document) for section in plan.sections)
