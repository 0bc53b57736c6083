"""Every score by half of the corpus, by layout family and by producer, against the last saved run.

    python -m benchmarks.accuracy [--shared FOLDER] [--against FILE] [--json FILE] [--check]

The corpus is scored against ``gold/`` as ``planparse evaluate`` does it, in the groups that ``gold/splits.toml`` tells:
rules are developed on the development half and reported on both. A second set of gold is scored beside it where
``FOLDER/gold`` and ``FOLDER/plans`` are there. What moved since the last run is listed, field by field and document by
document; ``--check`` ends with exit code 1 where a mean fell, and saves nothing.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.machine import described, results_file
from planparse.cli.scoring import Scoring
from planparse.evaluate import Outcome, load_floors, load_gold_folder, summary

ROOT = Path(__file__).resolve().parent.parent
SHOWN = (
    *("metadata", "sections", "goals", "goal_attributes", "indicators", "indicator_values", "budget_cells", "volumes"),
    *("assignments", "activities", "guarantees", "controls", "calendar", "services", "amounts"),
)
"""The fields in the printed table; the JSON has all."""
MOVED = 0.0005
"""Differences below this are rounding."""

Scores = dict[str, float | None]


@dataclass(frozen=True)
class Move:
    """A score that is not what it was."""

    place: str
    field: str
    before: float | None
    now: float | None

    @property
    def better(self) -> bool:
        before, now = (-1.0 if score is None else score for score in (self.before, self.now))
        return now < before if self.field == "ungrounded" else now > before

    def __str__(self) -> str:
        return f"{self.place:34} {self.field:28} {figure(self.before)} -> {figure(self.now)}"


def figure(score: float | None) -> str:
    return "     -" if score is None else f"{score:6.3f}"


def short(score: float | None) -> float | None:
    return None if score is None else round(score, 4)


def scored(gold_dir: Path, plans_dir: Path, checks_only: Iterable[str]) -> tuple[Outcome, ...]:
    """Every gold document of a folder parsed and scored."""
    scoring = Scoring(plans_dir, saved=None, reader="pdfium", explain=False)
    return scoring.summary(load_gold_folder(gold_dir), frozenset(checks_only)).outcomes


def group_figures(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The scores of a group of documents: means over documents (soft text), and [right, gold, found, documents]."""
    result = summary(outcomes)
    means: Scores = {name: short(field.mean_soft) for name, field in result.fields.items() if field.documents}
    means |= {"places": short(result.places), "word_coverage": short(result.coverage)}
    means["ungrounded"] = None if result.ungrounded is None else float(len(result.ungrounded))
    counts = {
        name: [field.soft.correct, field.soft.gold, field.soft.found, field.documents]
        for name, field in result.fields.items()
        if field.documents
    }
    return {
        "documents": [outcome.score.document for outcome in outcomes],
        "failures": result.failures,
        "means": means,
        "counts": counts,
    }


def document_figures(outcome: Outcome) -> Scores:
    scores: Scores = {name: short(count.f1) for name, count in outcome.score.soft.items() if count.f1 is not None}
    if outcome.grounding is not None:
        scores["places"] = short(outcome.grounding.places)
        scores["ungrounded"] = float(len(outcome.grounding.ungrounded))
    if outcome.coverage is not None:
        scores["word_coverage"] = short(outcome.coverage.share)
    return scores


def grouped(outcomes: Sequence[Outcome], splits: Path) -> dict[str, list[Outcome]]:
    """The corpus by half, by layout family and by producer, as the splits file tells."""
    entries = tomllib.loads(splits.read_text(encoding="utf-8"))["plan"]
    by_name = {outcome.score.document: outcome for outcome in outcomes}
    groups: dict[str, list[Outcome]] = {"corpus": list(outcomes)}
    for trait in ("half", "family", "producer"):
        for value in sorted({entry[trait] for entry in entries}):
            members = [by_name[e["name"]] for e in entries if e[trait] == value and e["name"] in by_name]
            if members:
                groups[f"{trait} {value}"] = members
    return groups


def moves(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Move]:
    """What is not as it was, in the groups' means and in the documents; what only one run has is left out."""
    for name, group in now["groups"].items():
        if name in before.get("groups", {}):
            yield from _moves(name, before["groups"][name]["means"], group["means"])
    for name, scores in now["documents"].items():
        if name in before.get("documents", {}):
            yield from _moves(name, before["documents"][name], scores)


def _moves(place: str, before: Scores, now: Scores) -> Iterator[Move]:
    for field in dict.fromkeys([*now, *before]):
        one, other = before.get(field), now.get(field)
        if (one is None) != (other is None) or (one is not None and other is not None and abs(one - other) > MOVED):
            yield Move(place, field, one, other)


def show(figures: Mapping[str, Any]) -> None:
    """The means by group, one row a field."""
    groups = figures["groups"]
    rows = [*SHOWN, "places", "word_coverage", "ungrounded"]
    for start in range(0, len(groups), 6):
        names = list(groups)[start : start + 6]
        print("\n" + " " * 18 + "".join(f"{name[:21]:>22}" for name in names))
        print(f"{'documents':18}" + "".join(f"{len(groups[name]['documents']):>22}" for name in names))
        for field in rows:
            print(f"{field:18}" + "".join(f"{figure(groups[name]['means'].get(field)):>22}" for name in names))
    for name, group in groups.items():
        for document, reason in group["failures"].items():
            print(f"FAILED in {name}: {document}: {reason}")


def show_moves(moved: Sequence[Move], of: str) -> None:
    for word, wanted in (("better", True), ("WORSE", False)):
        chosen = [move for move in moved if move.better is wanted]
        print(f"\n{len(chosen)} scores {word} than in {of}")
        for move in chosen:
            print(f"  {move}")


def measured(shared: Path) -> dict[str, Any]:
    """All figures of a run."""
    checks_only = load_floors(ROOT / "benchmarks" / "floors.toml").checks_only
    corpus = scored(ROOT / "gold", ROOT / "corpus", checks_only)
    groups = grouped(corpus, ROOT / "gold" / "splits.toml")
    files = sorted((ROOT / "corpus").glob("*.pdf"))
    others: tuple[Outcome, ...] = ()
    if (shared / "gold").is_dir() and (shared / "plans").is_dir():
        others = scored(shared / "gold", shared / "plans", checks_only)
        groups["shared"] = list(others)
        files += sorted((shared / "plans").glob("*.pdf"))
    return {
        **described("accuracy", files),
        "groups": {name: group_figures(members) for name, members in groups.items()},
        "documents": {outcome.score.document: document_figures(outcome) for outcome in (*corpus, *others)},
    }


def written(path: Path, figures: Mapping[str, Any]) -> None:
    """One line a group and a document, so that a change of the file shows what moved."""
    parts = {name: value for name, value in figures.items() if name not in ("groups", "documents")}
    lines = [f" {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in parts.items()]
    for name in ("groups", "documents"):
        inner = ",\n".join(f"  {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in figures[name].items())
        lines.append(f" {json.dumps(name)}: {{\n{inner}\n }}")
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="a folder with gold/ and plans/")
    parser.add_argument("--against", type=Path, help="the run to compare with; the last saved one by default")
    parser.add_argument("--json", type=Path, help="where to write the figures; benchmarks/results by default")
    parser.add_argument("--check", action="store_true", help="save nothing; exit 1 where the mean of a group fell")
    options = parser.parse_args()
    saved = results_file("accuracy")
    last: Path = options.against or saved
    figures = measured(options.shared)
    show(figures)
    moved: list[Move] = []
    if last.exists():
        before = json.loads(last.read_text(encoding="utf-8"))
        moved = list(moves(before, figures))
        show_moves(moved, f"{last.name} of {before.get('date')}")
    else:
        print("\nno earlier run to compare with")
    if not options.check:
        written(options.json or saved, figures)
    elif any(not move.better and move.place in figures["groups"] for move in moved):
        sys.exit(1)


if __name__ == "__main__":
    main()
