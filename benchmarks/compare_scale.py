"""How long a comparison of many saved plans takes, how much memory, and how both grow.

    python -m benchmarks.compare_scale [--sizes 250 500 1000] [--keep FOLDER]

The plans are made from those of the corpus: other municipalities and years, and goals and indicators of which some stay
as they are (an archive repeats itself), some are reworded lightly and some speak of another thing, so that there are
large groups, small ones and goals of nobody else's. Each size is compared in a process of its own, reading included,
without the language model. The floors: 1,000 plans under 60 CPU-seconds and 2 GB, and for each goal no more than the
logarithm of the number of goals makes of it (a tenth is left for the noise of the measurement).
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import planparse
from benchmarks.machine import described, results_file

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus"
MUNICIPALITIES = Path(planparse.__file__).parent / "rules" / "municipalities.csv"
SECONDS, GIGABYTES, NOISE = 60.0, 2.0, 1.1
_LEADS = ("Kommunens", "Alla", "Under perioden:", "Vi vill att", "Nämnden verkar för att")
_TAILS = ("i hela kommunen", "varje år", "jämfört med föregående år", "tillsammans med andra", "under planperioden")
_CHILD = """
import json, resource, sys, time
from planparse.compare import compare
started = time.perf_counter()
found = compare(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({"goals": len(found.goals), "indicators": len(found.indicators),
                  "groups": found.goals["group"].nunique(), "wordings": found.goals["text"].nunique(),
                  "seconds": used.ru_utime + used.ru_stime,
                  "wall_seconds": time.perf_counter() - started, "gigabytes": used.ru_maxrss / 2**20}))
"""


@dataclass(frozen=True, slots=True)
class Run:
    """A comparison of so many plans."""

    plans: int
    goals: int
    indicators: int
    groups: int
    wordings: int
    seconds: float
    wall_seconds: float
    gigabytes: float

    @property
    def per_step(self) -> float:
        """Seconds for each of n log n goals."""
        return self.seconds / (self.goals * math.log2(self.goals))


def made_plans(count: int, folder: Path) -> list[Path]:
    """So many saved plans in a folder."""
    templates = [json.loads(planparse.parse(path).to_json()) for path in sorted(CORPUS.glob("*.pdf"))]
    templates = [plan for plan in templates if plan["goals"]]
    vocabulary = sorted({word for plan in templates for goal in plan["goals"] for word in _nouns(goal["text"])})
    with MUNICIPALITIES.open(encoding="utf-8") as file:
        towns = list(csv.DictReader(file))
    chance = random.Random(20)
    out = []
    for number in range(count):
        # Six boards of a municipality, then their next years: what a national archive looks like as it grows.
        town, template = towns[(number // 6) % len(towns)], templates[number % len(templates)]
        year = 2016 + number // (6 * len(towns)) + number % 4
        path = folder / f"plan-{number:05d}.json"
        path.write_text(json.dumps(_varied(template, number, town, year, vocabulary, chance)), encoding="utf-8")
        out.append(path)
    return out


def _varied(
    template: dict[str, Any],
    number: int,
    town: dict[str, str],
    year: int,
    vocabulary: Sequence[str],
    chance: random.Random,
) -> dict[str, Any]:
    plan = json.loads(json.dumps(template))
    name = f"plan-{number:05d}.pdf"
    plan["source"] |= {"sha256": sha256(name.encode()).hexdigest(), "file_name": name}
    plan["municipality"] = {"name": town["name"], "code": town["code"], "county": None}
    shift = year - (plan["period"]["start"] or year)
    plan["period"] = {"start": year, "end": year}
    for goal in plan["goals"]:
        goal["text"] = _reworded(goal["text"], vocabulary, chance)
    for indicator in plan["indicators"]:
        indicator["name"] = _reworded(indicator["name"], vocabulary, chance)
        for value in indicator["values"]:
            value["year"] = value["year"] and value["year"] + shift
    return plan


def _reworded(text: str, vocabulary: Sequence[str], chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.4:
        return text
    if kind < 0.6:
        return f"{chance.choice(_LEADS)} {text[:1].lower()}{text[1:]}"
    if kind < 0.75:
        return f"{text.rstrip('.')} {chance.choice(_TAILS)}"
    nouns = _nouns(text)
    for noun in chance.sample(nouns, min(len(nouns), 2)):
        text = text.replace(noun, chance.choice(vocabulary))
    return text


def _nouns(text: str) -> list[str]:
    """Words of content, by their length: good enough to make other goals of."""
    return re.findall(r"\b[a-zåäö]{7,}\b", text)


def measured(paths: Sequence[Path]) -> Run:
    """A comparison of plans in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, *map(str, paths)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return Run(plans=len(paths), **json.loads(done.stdout))


def kept(runs: Sequence[Run]) -> list[str]:
    """What does not hold, in words."""
    last, first = runs[-1], runs[0]
    out = []
    if last.plans >= 1000 and last.seconds > SECONDS:
        out.append(f"{last.plans} plans took {last.seconds:.0f} CPU-seconds, more than {SECONDS:.0f}")
    if last.plans >= 1000 and last.gigabytes > GIGABYTES:
        out.append(f"{last.plans} plans took {last.gigabytes:.1f} GB, more than {GIGABYTES:.0f}")
    if last.per_step > NOISE * first.per_step:
        out.append(f"time grew {last.per_step / first.per_step:.2f} times faster than n log n")
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="*", type=int, default=[250, 500, 1000])
    parser.add_argument("--keep", type=Path, help="make the plans in this folder, and leave them there")
    options = parser.parse_args()
    sizes = sorted(options.sizes)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        plans = sorted(folder.glob("plan-*.json")) if options.keep else []
        plans = plans if len(plans) >= sizes[-1] else made_plans(sizes[-1], folder)
        runs = []
        for size in sizes:
            runs.append(measured(plans[:size]))
            print(_told(runs[-1]), flush=True)
    faults = kept(runs)
    content = described("compare_scale", sorted(CORPUS.glob("*.pdf"))) | {"runs": [asdict(run) for run in runs]}
    results_file("compare_scale").write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    sys.exit("; ".join(faults) or 0)


def _told(run: Run) -> str:
    return (
        f"{run.plans:5} plans, {run.goals} goals ({run.wordings} wordings, {run.groups} groups), "
        f"{run.indicators} values of indicators: "
        f"{run.seconds:.1f} CPU-s ({run.wall_seconds:.1f} s by the clock), {run.gigabytes:.2f} GB, "
        f"{1e6 * run.per_step:.1f} µs for each of n log n"
    )


if __name__ == "__main__":
    main()
