"""Which thing of the output is which thing of gold: one to one, the most alike first.

A :class:`Thing` has texts, which must be alike, and facts, which must be equal. What a gold object leaves out is
:data:`LEFT_OUT` and fits everything. Two goals of the same wording are two things, each matched once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from enum import Enum

from planparse.evaluate.texts import likeness
from planparse.model import Record


class LeftOut(Enum):
    """What a gold object does not give; it is not scored."""

    LEFT_OUT = "left out"


LEFT_OUT = LeftOut.LEFT_OUT

Text = str | None | LeftOut
Fact = Hashable
"""A fact is compared by ==; LEFT_OUT on gold's side fits everything."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that is scored. ``shown`` is how a person finds it again, ``of`` the record that it stands for."""

    texts: tuple[Text, ...]
    facts: tuple[Fact, ...]
    shown: str
    of: Record


@dataclass(frozen=True, slots=True)
class Match:
    """Places of a matched pair in the two lists."""

    gold: int
    found: int
    likeness: float


Tie = Callable[[Thing, Thing], float]


def texts_likeness(gold: Thing, found: Thing, at_least: float) -> float:
    """The mean likeness of the texts, 0 where one of them is under ``at_least``."""
    total, number = 0.0, 0
    for one, other in zip(gold.texts, found.texts, strict=True):
        if isinstance(one, LeftOut) or isinstance(other, LeftOut):
            continue
        alike = likeness(one, other, at_least)
        if not alike:
            return 0.0
        total += alike
        number += 1
    return total / number if number else 1.0


def facts_fit(gold: Thing, found: Thing) -> bool:
    """Whether every fact that gold gives is the same in the output."""
    return all(one is LEFT_OUT or one == other for one, other in zip(gold.facts, found.facts, strict=True))


def pair(gold: Sequence[Thing], found: Sequence[Thing], at_least: float, tie: Tie | None = None) -> list[Match]:
    """Matches one to one, best likeness first.

    Between equals: gold that gives most comes first (what is left out fits more), then the highest ``tie``, then
    reading order.

    >>> def goal(text): return Thing((text,), (), text, Record())
    >>> pair([goal("Trygghet"), goal("Trygghet")], [goal("Trygghet"), goal("Hälsa")], 0.9)
    [Match(gold=0, found=0, likeness=1.0)]
    """
    left_out = [(*thing.texts, *thing.facts).count(LEFT_OUT) for thing in gold]
    candidates: list[tuple[float, int, float, int, int, int]] = []
    for places, others in _buckets(gold, found):
        for one in places:
            for other in others:
                if not facts_fit(gold[one], found[other]):
                    continue
                alike = texts_likeness(gold[one], found[other], at_least)
                if alike:
                    worth = tie(gold[one], found[other]) if tie else 0.0
                    candidates.append((-alike, left_out[one], -worth, abs(one - other), one, other))
    candidates.sort()
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    out: list[Match] = []
    for alike, _, _, _, one, other in candidates:
        if one not in taken_gold and other not in taken_found:
            taken_gold.add(one)
            taken_found.add(other)
            out.append(Match(one, other, -alike))
    return sorted(out, key=lambda match: match.gold)


def _buckets(gold: Sequence[Thing], found: Sequence[Thing]) -> list[tuple[list[int], list[int]]]:
    """Both lists parted by the facts that every gold thing gives: thousands of cells need no n × m comparisons."""
    if not gold or not found:
        return []
    fixed = [place for place in range(len(gold[0].facts)) if all(thing.facts[place] is not LEFT_OUT for thing in gold)]
    parts: dict[tuple[Fact, ...], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, things in enumerate((gold, found)):
        for index, thing in enumerate(things):
            parts[tuple(thing.facts[place] for place in fixed)][side].append(index)
    return [part for part in parts.values() if part[0] and part[1]]
