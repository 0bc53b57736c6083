"""What is run in one go: modules that are there, the slow ones only when they are asked for, and floors."""

from __future__ import annotations

import json
import tomllib
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.run import FLOORS, Part, planned, run, under_floors


def test_the_slow_ones_are_asked_for() -> None:
    few = planned(peers=False, mutants=0, archive=0, size=False)
    every = planned(peers=True, mutants=7, archive=100, size=True)
    assert set(every) - set(few) == {"peers", "fuzz", "archive", "size"}
    assert every["fuzz"].arguments[-2:] == ("--mutants", "7")
    assert every["archive"].arguments[-2:] == ("--files", "100")
    quick = planned(peers=False, mutants=0, archive=0, size=False, quick=True)
    assert set(quick) < set(few) and not {"speed", "scale", "likeness"} & set(quick)


def test_all_that_is_run_is_there() -> None:
    parts = planned(peers=True, mutants=1, archive=100, size=True)
    modules = [part.arguments[1] for part in parts.values() if part.arguments[0] == "-m"]
    assert len(modules) > 10
    assert all(find_spec(name) is not None for name in modules)


def test_every_floor_is_of_a_part_that_is_run() -> None:
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["floor"]
    assert {floor["part"] for floor in floors} <= set(planned(peers=True, mutants=1, archive=100, size=True))
    assert all(("at_least" in floor) != ("at_most" in floor) for floor in floors)


def test_figures_under_their_floor_are_told(tmp_path: Path) -> None:
    (tmp_path / "fart.json").write_text(json.dumps({"tal": {"vi": 60, "de": 10}}), encoding="utf-8")
    floor: dict[str, Any] = {"part": "fart", "results": "fart", "figure": ["tal", "vi"], "over": ["tal", "de"]}
    assert list(under_floors("fart", tmp_path, [floor | {"at_least": 6}])) == []
    assert list(under_floors("fart", tmp_path, [floor | {"at_least": 7}])) == ["tal / vi over de: 6 is under 7"]
    assert list(under_floors("fart", tmp_path, [floor | {"at_most": 5}])) == ["tal / vi over de: 6 is over 5"]
    assert list(under_floors("rader", tmp_path, [floor | {"at_least": 7}])) == []
    assert list(under_floors("fart", tmp_path, [floor | {"results": "inga"}])) == ["tal / vi: no such figure"]


def test_what_fails_is_told_and_the_rest_is_run(tmp_path: Path) -> None:
    parts = {
        "bad": Part(("-c", "raise SystemExit(3)")),
        "gone": Part(("-c", "pass"), tmp_path / "none"),
        "good": Part(("-c", "pass")),
    }
    outcomes = run(parts, tmp_path)
    assert {name: outcome.exit_code for name, outcome in outcomes.items()} == {"bad": 3, "good": 0}
    assert [name for name, outcome in outcomes.items() if outcome.failed] == ["bad"]
