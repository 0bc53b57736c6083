"""How right comparisons are: changes, chain, follow-ups and alignment, scored against ``gold/comparison``.

    python -m benchmarks.comparison [NAME ...] [--from gold|pdf] [--misses]

Each file of the gold names plans of the corpus and says by hand what became of each goal and indicator from year to
year, which goal is under which, what the reports say of the promises, and which records are the same. It is scored
twice: on the gold plans (what the comparison makes of plans that were read without a fault), and on the plans as
parsed from the PDFs (what a user gets). Floors: changes F1 0.95, links of the chain 0.90, alignment of indicators 0.95,
and nothing called met or missed that is not.

A change is right where board, years, both wordings and the kind of change are; a link where both its ends are, a link
that is missing being one with an empty end. Alignment is scored by pairs: of all pairs of records that the gold puts
together, and that the comparison does.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import Any

import planparse
from benchmarks.machine import described, results_file
from planparse.compare.comparison import Comparison
from planparse.compare.words import fold
from planparse.evaluate.gold import load_gold
from planparse.model import Plan
from planparse.model.terms import RECORD_KINDS

ROOT = Path(__file__).resolve().parent.parent
GOLD, CORPUS = ROOT / "gold", ROOT / "corpus"
FLOORS = {"changes": 0.95, "chain": 0.90, "indicators": 0.95}
_LINKS = {"council_board": "council_goal-board_goal", "board_indicator": "goal-indicator"}
_LINKS |= {"indicator_report": "indicator-report"}
_DECIDED = ("met", "missed")

Row = dict[str, Any]
Facts = set[Hashable]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts that add; F1 follows from them."""

    right: int
    wanted: int
    found: int

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.wanted + other.wanted, self.found + other.found)

    @property
    def f1(self) -> float | None:
        total = self.wanted + self.found
        return 2 * self.right / total if total else None


@dataclass(frozen=True, slots=True)
class Result:
    """A gold file's scores by part, what was missed and what was made up, and false verdicts."""

    scores: Mapping[str, Score]
    missed: Mapping[str, list[str]]
    made_up: Mapping[str, list[str]]
    false_verdicts: list[str]


def compared(plans: Mapping[str, Plan]) -> Comparison:
    """The comparison of plans whose files are called as they are in the gold."""
    return planparse.compare(list(plans.values()))


def gold_plans(stems: Iterable[str]) -> dict[str, Plan]:
    """The plans as people read them: whole, so that what is not there is known not to be."""
    out = {}
    for stem in stems:
        plan = load_gold(GOLD / f"{stem}.json").plan
        content = json.loads(plan.to_json())
        content["source"] |= {"file_name": f"{stem}.pdf", "sha256": sha256(stem.encode()).hexdigest()}
        kinds = {kind: {"state": "found" if content.get(kind) else "none", "pages": []} for kind in RECORD_KINDS}
        out[stem] = Plan.model_validate(content | {"coverage": kinds})
    return out


def parsed_plans(stems: Iterable[str]) -> dict[str, Plan]:
    """The plans as planparse reads them."""
    return {stem: planparse.parse(CORPUS / f"{stem}.pdf") for stem in stems}


def scored(gold: Mapping[str, Any], found: Comparison) -> Result:
    """A comparison held to its gold."""
    wanted = dict(_wanted(gold))
    told = dict(_told(found, gold))
    scores, missed, made_up = {}, {}, {}
    for part, facts in wanted.items():
        scores[part] = Score(len(facts & told[part]), len(facts), len(told[part]))
        missed[part] = sorted(map(str, facts - told[part]))
        made_up[part] = sorted(map(str, told[part] - facts))
    false = [str(row) for row in told["followups"] if row[4] in _DECIDED and not _is_true(row, gold)]  # type: ignore[index]
    return Result(scores, missed, made_up, false)


def _is_true(row: Any, gold: Mapping[str, Any]) -> bool:
    """Whether the gold says the same of that indicator of the report, whichever document the target was read from."""
    _, report, name, year, outcome = row
    return any(
        (entry["report"], entry["year"], entry["outcome"]) == (report, year, outcome)
        and name in (_fold(entry["indicator"]), _fold(entry["report_indicator"]))
        for entry in gold["followups"]
    )


def _wanted(gold: Mapping[str, Any]) -> Iterator[tuple[str, Facts]]:
    """What the gold says, as facts that can be counted."""
    yield (
        "changes",
        {
            (
                *(_fold(row["board"]), row["year_from"], row["year_to"], row["record"], row["change"]),
                *(_fold(row["text_from"]), _fold(row["text_to"])),
            )
            for row in gold["changes"]
        },
    )
    yield "chain", {(row["kind"], *_end(row["parent"], "text"), *_end(row["child"], "text")) for row in gold["chain"]}
    yield (
        "followups",
        {
            (row["plan"], row["report"], _fold(row["indicator"]), row["year"], row["outcome"])
            for row in gold["followups"]
        },
    )
    for part, name in (("indicators", "name"), ("budget_lines", "label"), ("goals", "text")):
        groups = [[_end(entry, name) for entry in group] for group in gold.get(part, ())]
        yield part, {pair for group in groups for pair in combinations(sorted(set(group)), 2)}


def _told(found: Comparison, gold: Mapping[str, Any]) -> Iterator[tuple[str, Facts]]:
    """What the comparison says of it."""
    changes = _records(found.changes)
    boards = {(_fold(row["board"]), row["year_from"], row["year_to"]) for row in gold["changes"]}
    yield "changes", {row for row in map(_change, changes) if row[:3] in boards}
    yield "chain", set(_links(_records(found.chain), gold))
    yield "followups", set(_followups(_records(found.followups), gold))
    tables = (("indicators", found.indicators, "name"), ("budget_lines", found.budgets, "label"))
    for part, frame, name in (*tables, ("goals", found.goals, "text")):
        known = {_end(entry, name) for group in gold.get(part, ()) for entry in group}
        groups: dict[int, set[tuple[str, str]]] = {}
        for row in _records(frame):
            entry = (_stem(row["document"]), _fold(row[name]))
            if entry in known:
                groups.setdefault(row["group"], set()).add(entry)
        yield part, {pair for group in groups.values() for pair in combinations(sorted(group), 2)}


def _change(row: Row) -> tuple[Any, ...]:
    record = "indicator" if row["record"] == "target" else row["record"]
    return (
        *(_fold(row["board"]), row["year_from"], row["year_to"], record, row["change"]),
        *(_fold(row["text_from"]), _fold(row["text_to"])),
    )


def _links(rows: Iterable[Row], gold: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    """Links of the kinds that the gold tells, of the plans that it tells them of."""
    of = {(link["kind"], end["plan"]) for link in gold["chain"] for end in (link["parent"], link["child"]) if end}
    for row in rows:
        kind = _LINKS.get(row["link"])
        if kind is None or row["state"] == "undecided":
            continue
        ends = [
            (_stem(row[f"document_{side}"]), _fold(row[f"text_{side}"])) if row[f"text_{side}"] else (None, None)
            for side in ("from", "to")
        ]
        if any((kind, plan) in of for plan, _ in ends):
            yield (kind, *ends[0], *ends[1])


def _followups(rows: Iterable[Row], gold: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    reports = {row["report"] for row in gold["followups"]}
    plans = {row["report"]: row["plan"] for row in gold["followups"]}
    for row in rows:
        report = _stem(row["document_report"])
        if row["record"] == "indicator" and report in reports:
            plan = _stem(row["document_plan"]) or plans[report]
            yield (plan, report, _fold(row["text_plan"] or row["text_report"]), row["year"], row["verdict"])


def _end(entry: Mapping[str, str] | None, name: str) -> tuple[Any, Any]:
    return (entry["plan"], _fold(entry[name])) if entry else (None, None)


def _fold(text: str | None) -> str | None:
    return fold(text) if text else None


def _stem(document: str | None) -> str | None:
    return Path(document).stem if document else None


def _records(frame: Any) -> list[Row]:
    return list(frame.astype(object).where(frame.notna(), None).to_dict("records"))


def run(names: Iterable[str], source: str, misses: bool) -> dict[str, Any]:
    """Scores of the gold files on plans of one source, printed and as they are kept."""
    total: dict[str, Score] = {}
    false: list[str] = []
    files = {}
    print(f"from {source}")
    for name in names:
        gold = json.loads((GOLD / "comparison" / f"{name}.json").read_text(encoding="utf-8"))
        plans = gold_plans(gold["plans"]) if source == "gold" else parsed_plans(gold["plans"])
        result = scored(gold, compared(plans))
        print(f"  {name}: " + ", ".join(f"{part} {_figure(score)}" for part, score in result.scores.items()))
        for part, score in result.scores.items():
            total[part] = total.get(part, Score(0, 0, 0)) + score
            if misses:
                print(*(f"    {part} missed: {one}" for one in result.missed[part]), sep="\n")
                print(*(f"    {part} made up: {one}" for one in result.made_up[part]), sep="\n")
        false += result.false_verdicts
        files[name] = {part: score.f1 for part, score in result.scores.items()}
    print("  all: " + ", ".join(f"{part} {_figure(score)}" for part, score in total.items()))
    print(f"  false verdicts: {len(false)} {false or ''}")
    return {"files": files, "all": {part: score.f1 for part, score in total.items()}, "false_verdicts": false}


def _figure(score: Score) -> str:
    return "-" if score.f1 is None else f"{score.f1:.3f} ({score.right}/{score.wanted}/{score.found})"


def under_floors(found: Mapping[str, Any]) -> list[str]:
    """What does not hold of a run, in words."""
    out = [f"{part} {found['all'][part]:.3f} < {floor}" for part, floor in FLOORS.items() if found["all"][part] < floor]
    return out + ([f"{len(found['false_verdicts'])} false verdicts"] if found["false_verdicts"] else [])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="files of gold/comparison; all where none is named")
    parser.add_argument("--from", dest="source", choices=("gold", "pdf"), help="one of the two alone; saves nothing")
    parser.add_argument("--misses", action="store_true", help="tell each fact missed and made up; saves nothing")
    options = parser.parse_args()
    files = sorted((GOLD / "comparison").glob("*.json"))
    names = options.names or [path.stem for path in files]
    sources = [options.source] if options.source else ["gold", "pdf"]
    runs = {source: run(names, source, options.misses) for source in sources}
    if not (options.names or options.source or options.misses):
        content = described("comparison", files) | {"floors": FLOORS} | runs
        text = json.dumps(content, ensure_ascii=False, indent=1)
        results_file("comparison").write_text(text + "\n", encoding="utf-8")
    sys.exit("; ".join(f"from {source}: {fault}" for source in runs for fault in under_floors(runs[source])) or 0)


if __name__ == "__main__":
    main()
