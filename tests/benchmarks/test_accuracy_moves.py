"""What a run says of the one before: which scores rose, which fell, and nothing of what is new."""

import json
from pathlib import Path

from benchmarks.accuracy import moves, written


def run(goals: float | None, ungrounded: float) -> dict[str, object]:
    means = {"goals": goals, "ungrounded": ungrounded}
    return {"date": "2031-05-01", "groups": {"half test": {"means": means}}, "documents": {"alby-skola-2030": means}}


def test_a_fall_and_a_rise_are_told_apart() -> None:
    found = list(moves(run(0.9, 2), run(0.8, 1)))
    assert [(move.place, move.field, move.better) for move in found] == [
        ("half test", "goals", False),
        ("half test", "ungrounded", True),
        ("alby-skola-2030", "goals", False),
        ("alby-skola-2030", "ungrounded", True),
    ]


def test_rounding_and_new_documents_are_no_moves() -> None:
    before = run(0.9, 0)
    now = run(0.9001, 0)
    now["documents"] = {"berga-vard-2029": {"goals": 0.1}}
    assert list(moves(before, now)) == []


def test_a_field_that_is_no_more_scored_is_told() -> None:
    first = next(moves(run(0.9, 0), run(None, 0)))
    assert (first.before, first.now, first.better) == (0.9, None, False)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "accuracy.json"
    written(path, run(0.9, 0))
    assert json.loads(path.read_text(encoding="utf-8")) == run(0.9, 0)
