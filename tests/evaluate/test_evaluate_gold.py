"""The gold loader takes a part of the model and refuses what is not in it."""

import json
from pathlib import Path
from typing import Any

import pytest

from planparse.errors import MissingFileError, SavedPlanError
from planparse.evaluate import load_gold, load_gold_folder

GOOD: dict[str, Any] = {
    "document": "trosa-skola-2024.pdf",
    "annotated": ["title", "goals"],
    "notes": "",
    "plan": {"title": "Verksamhetsplan 2024", "goals": [{"id": "g1", "text": "Trygga elever", "parent_id": None}]},
}


def written(folder: Path, data: object, name: str = "gold.json") -> Path:
    path = folder / name
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return path


def with_plan(**plan: object) -> dict[str, Any]:
    return GOOD | {"plan": plan}


def test_a_gold_file(tmp_path: Path) -> None:
    gold = load_gold(written(tmp_path, GOOD))
    assert (gold.name, gold.annotated) == ("trosa-skola-2024", {"title", "goals"})
    assert gold.plan.goals[0].given("parent_id") and not gold.plan.goals[0].given("area")


@pytest.mark.parametrize(
    ("data", "named"),
    [
        ("{", "not JSON"),
        ([], "JSON object"),
        (GOOD | {"author": "N.N."}, "author"),
        ({"document": "a.pdf", "annotated": []}, "plan"),
        (GOOD | {"document": ""}, "document"),
        (GOOD | {"annotated": "goals"}, "annotated"),
        (GOOD | {"annotated": ["gaols"]}, "gaols"),
        (with_plan(goals=[{"text": "Trygga elever", "mätetal": 3}]), "plan.goals[0].mätetal"),
        (with_plan(indicators=[{"name": "x", "values": [{"quantity": {"rwa": "3"}}]}]), "quantity.rwa"),
        (with_plan(goals=[{"text": "x", "level": "nämnd"}]), "plan.goals.0.level"),
        (with_plan(goals="inga"), "plan.goals"),
        (with_plan(schema_version="2.0"), "2.0"),
        (with_plan(goals=[{"id": "a", "text": "x", "parent_id": "b"}]), "plan.goals[0].parent_id"),
        (with_plan(indicators=[{"name": "x", "goal_id": "b"}]), "plan.indicators[0].goal_id"),
        (with_plan(services=[{"name": "x", "section_id": "s"}]), "plan.services[0].section_id"),
        (
            with_plan(title="x", goals=[{"id": "a", "text": "x"}, {"id": "a", "text": "y"}]),
            "two records have the id 'a'",
        ),
        (with_plan(goals=[]), "'title', which the plan leaves out"),
        (GOOD | {"annotated": ["goals", "tables"]}, "'tables', which is not scored"),
    ],
)
def test_what_is_not_gold_is_refused_by_name(tmp_path: Path, data: object, named: str) -> None:
    path = written(tmp_path, data)
    with pytest.raises(SavedPlanError) as caught:
        load_gold(path)
    assert named in caught.value.message
    assert caught.value.file == str(path)


def test_a_folder_in_order_of_name(tmp_path: Path) -> None:
    written(tmp_path, GOOD | {"document": "b.pdf"}, "b.json")
    written(tmp_path, GOOD | {"document": "a.pdf"}, "a.json")
    (tmp_path / "README.md").write_text("no gold", encoding="utf-8")
    assert [gold.document for gold in load_gold_folder(tmp_path)] == ["a.pdf", "b.pdf"]


def test_an_empty_folder_and_none_at_all_are_missing(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(MissingFileError):
            load_gold_folder(folder)


def test_two_gold_files_for_one_document_are_refused(tmp_path: Path) -> None:
    written(tmp_path, GOOD, "a.json")
    written(tmp_path, GOOD, "b.json")
    with pytest.raises(SavedPlanError, match="two gold files"):
        load_gold_folder(tmp_path)
