"""Floors of sets of documents."""

from pathlib import Path

import pytest

from planparse.errors import SavedPlanError
from planparse.evaluate import Count, DocumentScore, Grounding, Outcome, Summary, load_floors, shortfalls, summary

FLOORS = """
metadata = 0.5

[documents]
checks_only = ["trosa-sumfel.pdf"]

[shared]
goals = 0.9
ungrounded = 0

[corpus]
metadata = 0.8
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "floors.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_sets_with_what_holds_for_all(tmp_path: Path) -> None:
    floors = load_floors(written(tmp_path, FLOORS))
    assert floors.of("shared") == {"metadata": 0.5, "goals": 0.9, "ungrounded": 0.0}
    assert floors.of("corpus") == {"metadata": 0.8}
    assert floors.of(None) == {"metadata": 0.5}
    assert floors.checks_only == {"trosa-sumfel"}


def test_a_set_is_found_by_the_folder_that_gold_stands_in(tmp_path: Path) -> None:
    floors = load_floors(written(tmp_path, FLOORS))
    assert floors.set_for(tmp_path / "shared" / "gold") == "shared"
    assert floors.set_for(tmp_path / "shared" / "corpus" / "gold") == "corpus"
    assert floors.set_for(tmp_path / "gold", tmp_path / "corpus") == "corpus"
    assert floors.set_for(tmp_path / "shared" / "repo" / "gold", tmp_path / "shared" / "repo" / "corpus") == "corpus"
    assert floors.set_for(tmp_path / "elsewhere", tmp_path / "plans") is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("goals = ", "TOML"),
        ("gaols = 0.9", "gaols"),
        ("[shared]\ngaols = 0.9", "gaols"),
        ("goals = 'high'", "goals"),
        ("goals = true", "goals"),
        ("documents = 3", "documents"),
        ("[documents]\nonly = []", "checks_only"),
        ("[documents]\nchecks_only = 'a'", "checks_only"),
    ],
)
def test_what_is_no_floors_file_is_refused(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(SavedPlanError, match=named):
        load_floors(written(tmp_path, text))


def result(**counts: Count) -> Summary:
    score = DocumentScore("a", dict(counts), dict(counts))
    return summary([Outcome(score, grounding=Grounding(4, ("x", "y"), ("x", "y", "z")))])


def test_every_score_under_its_floor_is_named() -> None:
    made = result(goals=Count(1, 2, 2), metadata=Count(9, 10, 10))
    under = shortfalls(made, {"goals": 0.9, "metadata": 0.9, "places": 0.9, "ungrounded": 1})
    assert [str(one) for one in under] == [
        "goals 0.5000 (floor 0.9)",
        "places 0.2500 (floor 0.9)",
        "ungrounded 2 (at most 1)",
    ]


def test_a_score_at_its_floor_stands() -> None:
    assert shortfalls(result(goals=Count(9, 10, 10)), {"goals": 0.9, "ungrounded": 2, "places": 0.25}) == []


def test_what_was_not_measured_is_under_its_floor_but_for_saved_output_without_pages() -> None:
    made = summary([Outcome(DocumentScore("a", {}, {}))])
    floors = {"goals": 0.9, "ungrounded": 0.0, "word_coverage": 0.9}
    assert [one.name for one in shortfalls(made, floors)] == ["goals", "ungrounded", "word_coverage"]
    assert [str(one) for one in shortfalls(made, floors, saved=True)] == ["goals not measured (floor 0.9)"]
