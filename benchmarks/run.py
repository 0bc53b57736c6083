"""All benchmarks in one go: what ``make bench`` runs.

    python -m benchmarks.run [--quick] [--peers] [--fuzz MUTANTS] [--archive FILES] [--size] [--only NAME ...]
                             [--results FOLDER]

The floors of ``planparse evaluate``, accuracy, agreement, whole rows, the tables of ICDAR 2013, the two readers, speed
and scale, and the comparison's three, each in a process of its own with a limit of time; what needs data that is not
beside the checkout is left out and named. ``--quick`` is for a look in between: the floors, whole rows, ICDAR and the
two readers on short files, in a minute or two, its figures kept nowhere. The slow ones are asked for: peers (its tools
come with the extra ``bench``), the fuzzer, the conversion of an archive, and files of hostile size.

Figures land in ``benchmarks/results``, those of the run itself (how long each part took, what it held) in ``run.json``.
Exit code 1 where a part failed, took too long, or a figure is under its floor in ``run.toml``.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.machine import RESULTS, RESULTS_VARIABLE, described

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = ROOT / "benchmarks" / "run.toml"
MOST_SECONDS = 3600
"""for a part; the slowest ordinary one takes some minutes of a core of its own"""
QUICK = ("floors", "rows", "icdar", "readers")
_SHORT = 30
"""pages of the files that a quick run has read twice"""
_PLANPARSE = ("-c", "from planparse.cli.app import main; main()")


@dataclass(frozen=True)
class Part:
    """What is run: arguments for Python, and the folder that it needs beside the corpus."""

    arguments: tuple[str, ...]
    needs: Path | None = None


@dataclass
class Outcome:
    """``missed``: the floors that were not reached, in words."""

    seconds: float = 0.0
    exit_code: int = 0
    missed: list[str] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        return bool(self.exit_code or self.missed)


def module(name: str, *arguments: str, needs: Path | None = None) -> Part:
    return Part(("-m", f"benchmarks.{name}", *arguments), needs)


def floors_part(gold: Path, plans: Path) -> Part:
    floors = ("--floors", "benchmarks/floors.toml")
    return Part((*_PLANPARSE, "evaluate", str(gold), str(plans), *floors), gold)


def planned(peers: bool, mutants: int, archive: int, size: bool, *, quick: bool = False) -> dict[str, Part]:
    """name → what to run, in order."""
    readers = ("--most-pages", str(_SHORT)) if quick else ()
    # Real plans, where they are there: the corpus' pages are fuller than most.
    real = (str(SHARED / "plans"),) if (SHARED / "plans").is_dir() else ()
    parts = {
        "floors of the corpus": floors_part(ROOT / "gold", ROOT / "corpus"),
        "floors of shared gold": floors_part(SHARED / "gold", SHARED / "plans"),
        "accuracy": module("accuracy"),
        "agreement": module("agreement"),
        "rows": module("rows"),
        "rows of shared gold": module("rows", str(SHARED / "gold"), str(SHARED / "plans"), needs=SHARED / "gold"),
        "icdar": module("icdar", needs=SHARED / "icdar2013"),
        "readers": module("readers", *readers),
        "speed": module("speed", *real),
        "comparison": module("comparison"),
        "likeness": module("likeness"),
        "compare_scale": module("compare_scale"),
        "scale": module("scale"),
    }
    if quick:
        parts = {name: part for name, part in parts.items() if name.startswith(QUICK)}
    if size:
        parts["size"] = module("size")
    if peers:
        parts["peers"] = module("peers", "--half", "test", "--limit", "900", "--budget", "2000")
    if archive:
        parts["archive"] = module("archive", "--files", str(archive))
    if mutants:
        parts["fuzz"] = module("fuzz", "--mutants", str(mutants))
    return parts


def under_floors(part: str, results: Path, floors: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The floors of a part that its saved figures do not reach, and figures that are not there."""
    for floor in floors:
        if floor["part"] != part:
            continue
        name = " / ".join(floor["figure"])
        try:
            figures = json.loads((results / f"{floor['results']}.json").read_text(encoding="utf-8"))
            value = float(_at(figures, floor["figure"])) / float(_at(figures, floor.get("over", ())) or 1)
        except (OSError, ValueError, KeyError, TypeError):
            yield f"{name}: no such figure"
            continue
        if "over" in floor:
            name += " over " + floor["over"][-1]
        if value < floor.get("at_least", value):
            yield f"{name}: {value:.4g} is under {floor['at_least']}"
        if value > floor.get("at_most", value):
            yield f"{name}: {value:.4g} is over {floor['at_most']}"


def _at(figures: Any, place: Iterable[str]) -> Any:
    """The figure at a place; 1 at none."""
    found = False
    for key in place:
        figures, found = figures[key], True
    return figures if found else 1


def carried_out(part: Part, results: Path) -> Outcome:
    start = time.monotonic()
    environment = os.environ | {RESULTS_VARIABLE: str(results)}
    try:
        code = subprocess.run(
            [sys.executable, *part.arguments], cwd=ROOT, env=environment, timeout=MOST_SECONDS
        ).returncode
    except subprocess.TimeoutExpired:
        code = -1
    return Outcome(round(time.monotonic() - start, 1), code)


def run(parts: Mapping[str, Part], results: Path) -> dict[str, Outcome]:
    """All parts, one after the other; those that were left out are not among the outcomes."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["floor"]
    outcomes: dict[str, Outcome] = {}
    for name, part in parts.items():
        if part.needs is not None and not part.needs.is_dir():
            print(f"\n== {name}: left out, there is no {part.needs}", flush=True)
            continue
        print(f"\n== {name}", flush=True)
        outcome = outcomes[name] = carried_out(part, results)
        outcome.missed = list(under_floors(name, results, floors))
        for missed in outcome.missed:
            print(f"-- {name}: {missed}")
        ended = "took too long" if outcome.exit_code == -1 else f"exit code {outcome.exit_code}"
        print(f"-- {name}: {outcome.seconds:.0f} s, {ended}", flush=True)
    return outcomes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="the floors, rows, ICDAR and readers on short files")
    parser.add_argument("--peers", action="store_true", help="the other tools, too (half an hour)")
    parser.add_argument(
        "--fuzz", type=int, default=0, metavar="MUTANTS", help="so many spoiled files (5000: half an hour)"
    )
    parser.add_argument(
        "--archive", type=int, default=0, metavar="FILES", help="converting so many files (2000: an hour)"
    )
    parser.add_argument("--size", action="store_true", help="files of hostile size, too (five minutes)")
    parser.add_argument("--only", nargs="*", help="only those with one of these words in their name")
    parser.add_argument("--results", type=Path, help="where figures go; benchmarks/results, or nowhere if it is quick")
    options = parser.parse_args()
    parts = planned(options.peers, options.fuzz, options.archive, options.size, quick=options.quick)
    parts = {name: part for name, part in parts.items() if not options.only or any(w in name for w in options.only)}
    with tempfile.TemporaryDirectory() as scratch:
        results: Path = options.results or (Path(scratch) if options.quick else RESULTS)
        outcomes = run(parts, results.resolve())
        if not options.only:
            head = {**described("run", []), "quick": options.quick}
            told = {name: vars(outcome) for name, outcome in outcomes.items()}
            text = json.dumps({**head, "parts": told}, indent=1, ensure_ascii=False)
            (results / "run.json").write_text(text + "\n", encoding="utf-8")
    failed = [name for name, outcome in outcomes.items() if outcome.failed]
    if failed:
        sys.exit("failed: " + ", ".join(failed))


if __name__ == "__main__":
    main()
