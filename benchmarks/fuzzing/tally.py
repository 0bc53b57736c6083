"""What became of the mutants so far, and a journal of it by which a run that was ended goes on.

A journal has a line of JSON for each mutant. Its first line names the package's version, the reader and the corpus'
files: with other ones a seed is another mutant, and its journal is not gone on with.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.fuzzing.trial import GOOD


class JournalError(Exception):
    """A journal of other files, or none at all."""


@dataclass
class Tally:
    """Counts of fates and refusals, the largest of both measures, and every case that was not good."""

    seeds: set[int] = field(default_factory=set)
    fates: Counter[str] = field(default_factory=Counter)
    refusals: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    largest: float = 0.0
    bad: list[dict[str, Any]] = field(default_factory=list)

    def add(self, told: dict[str, Any]) -> None:
        """Counts a mutant: its seed, fate, detail, CPU-seconds and MB; of a bad one what it was made from, too."""
        if told["seed"] in self.seeds:
            return
        self.seeds.add(told["seed"])
        self.fates[told["fate"]] += 1
        self.slowest = max(self.slowest, told["cpu_seconds"])
        self.largest = max(self.largest, told["memory_mb"])
        if told["fate"] == "refused":
            self.refusals[told["detail"]] += 1
        elif told["fate"] not in GOOD:
            self.bad.append(told)

    def figures(self) -> dict[str, Any]:
        return {
            "mutants": len(self.seeds),
            "seeds": ranges(self.seeds),
            "fates": dict(self.fates.most_common()),
            "refused_as": dict(self.refusals.most_common()),
            "slowest_cpu_seconds": round(self.slowest, 2),
            "largest_mb": round(self.largest),
            "bad": sorted(self.bad, key=lambda told: told["seed"]),
        }


def ranges(numbers: Iterable[int]) -> str:
    """Whole numbers as people write them.

    >>> ranges({1, 2, 3, 7, 9, 10})
    '1-3, 7, 9-10'
    """
    out: list[list[int]] = []
    for number in sorted(numbers):
        if out and number == out[-1][1] + 1:
            out[-1][1] = number
        else:
            out.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in out)


def resumed(journal: Path, about: dict[str, Any]) -> Tally:
    """The tally of a journal, which is begun where there is none.

    Raises:
        JournalError: the journal is about something else.
    """
    tally = Tally()
    if not journal.exists():
        journal.write_text(json.dumps(about) + "\n", encoding="utf-8")
        return tally
    lines = journal.read_text(encoding="utf-8").splitlines()
    try:
        before, *rest = (json.loads(line) for line in lines if line.endswith("}"))
    except ValueError as error:
        raise JournalError(f"{journal} is no journal of the fuzzer") from error
    if before != about:
        raise JournalError(f"{journal} was begun with other files, version or reader: remove it, or name another")
    for told in rest:
        tally.add(told)
    return tally


def noted(journal: Path, told: dict[str, Any]) -> None:
    with journal.open("a", encoding="utf-8") as file:
        file.write(json.dumps(told, ensure_ascii=False) + "\n")
