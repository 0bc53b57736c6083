"""Plans from files, folders and memory."""

import json
from pathlib import Path

import pytest

from plan_maker import budget, goal, indicator, plan, value
from planparse.compare import compare, search
from planparse.compare.sources import read_sources
from planparse.errors import MissingFileError, SavedPlanError

MONEY = budget(("Personal", [("5", 5000)]), columns=[("Budget 2020", "budget", 2020)])


def test_a_saved_plan_gives_what_the_plan_gives(tmp_path: Path):
    made = plan(
        *("Ekby", "Socialnämnden", 2020),
        goals=[goal(1, "Rent vatten")],
        indicators=[indicator(1, "Läckor", value("target", 2020, "3", 3, "count"), goal=1)],
        budgets=[MONEY],
    )
    path = tmp_path / "plan.json"
    path.write_text(made.to_json(), encoding="utf-8")
    for name, frame in compare([path]).tables():
        if name != "documents":
            assert frame.equals(getattr(compare([made]), name)), name


def test_one_file_twice_is_told(tmp_path: Path):
    made = plan("Ekby", "Socialnämnden", 2020)
    found = read_sources([made, made])
    assert (len(found.documents), len(found.twice)) == (1, 1)
    assert compare([made, made]).not_compared["code"].tolist() == ["duplicate"]


def test_an_archive_s_failed_files_are_failures(tmp_path: Path):
    (tmp_path / "plans").mkdir()
    made = plan("Ekby", "Socialnämnden", 2020)
    (tmp_path / "plans" / f"{made.id}.json").write_text(made.to_json(), encoding="utf-8")
    journal = [
        {"path": "a.pdf", "status": "ok", "plan_id": made.id},
        {"path": "b.pdf", "status": "failed", "error": "corrupt_pdf", "message": "no page can be read"},
    ]
    text = "".join(json.dumps(row) + "\n" for row in journal) + '{"path": "c.pdf", "sta'
    (tmp_path / "manifest.jsonl").write_text(text, encoding="utf-8")
    found = read_sources([tmp_path])
    assert [document.path for document in found.documents] == ["a.pdf"]
    assert [failure.name for failure in found.failures] == ["b.pdf"]
    coverage = compare(tmp_path).coverage
    assert coverage[coverage["state"] == "failed"]["reason"].tolist() == ["b.pdf: corrupt_pdf: no page can be read"]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("{", SavedPlanError),
        ("[]", SavedPlanError),
        ('{"schema_version": "9.0"}', SavedPlanError),
        ('{"goals": 3}', SavedPlanError),
        (None, MissingFileError),
    ],
)
def test_what_is_no_plan_is_refused(tmp_path: Path, content: str | None, error: type[Exception]):
    path = tmp_path / "plan.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(error, match=r"plan\.json"):
        read_sources([path])


def test_a_pdf_has_to_be_parsed_first_and_an_empty_folder_has_no_plans(tmp_path: Path):
    with pytest.raises(SavedPlanError, match="parse it first"):
        read_sources(["plan.pdf"])
    with pytest.raises(MissingFileError, match="no saved plans"):
        read_sources([tmp_path])


def test_one_plan_needs_no_list_round_it():
    made = plan("Ekby", "Socialnämnden", 2020, goals=[goal(1, "Rent vatten")])
    assert len(read_sources(made).documents) == 1
    assert search(made, "rent vatten")["text"].tolist() == ["Rent vatten"]
    assert compare(made).goals["text"].tolist() == ["Rent vatten"]
