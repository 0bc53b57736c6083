"""What became of each thing while one document is scored: counts by field, and what was missed and extra."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from planparse.evaluate.attributes import Attribute
from planparse.evaluate.counts import Count
from planparse.evaluate.matching import LEFT_OUT, Fact, Match, Thing, Tie, facts_fit, pair
from planparse.evaluate.texts import likeness
from planparse.evaluate.things import Side
from planparse.model import Record

Fate = Literal["missed", "extra", "wrong"]


@dataclass(frozen=True, slots=True)
class Miss:
    """A thing that only gold has (missed) or only the output (extra), or an attribute that differs (wrong).

    ``nearest`` is what stands on the other side in its place, ``likeness`` how alike they are. ``of`` says which
    record an attribute is of.
    """

    field: str
    fate: Fate
    text: str
    nearest: str = ""
    likeness: float = 0.0
    of: str = ""


@dataclass(slots=True)
class Ledger:
    """Collects the counts of one document under one threshold of likeness.

    Names with a full stop ("goal_attributes.level") are parts of the field before it.
    """

    at_least: float
    explain: bool = False
    counts: dict[str, Count] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)

    def add(self, name: str, count: Count) -> None:
        self.counts[name] = self.counts.get(name, Count()) + count

    def match(self, name: str, gold: Sequence[Thing], found: Sequence[Thing], tie: Tie | None = None) -> list[Match]:
        """Pairs the things of a field and counts them."""
        matches = pair(gold, found, self.at_least, tie)
        self.add(name, Count(len(matches), len(gold), len(found)))
        if self.explain:
            self._tell(name, gold, found, matches)
        return matches

    def attribute(self, name: str, attribute: Attribute, gold: tuple[Side, Record], found: tuple[Side, Record]) -> None:
        """Counts one attribute of a matched pair, where gold scores it and one of them has it."""
        wanted, given = attribute.read(*gold), attribute.read(*found)
        if wanted is LEFT_OUT:
            return
        has, got = _there(wanted), _there(given)
        right = has and got and attribute.same(wanted, given, self.at_least)
        count = Count(int(right), int(has), int(got))
        if not (has or got):
            return
        self.add(name, count)
        self.add(f"{name}.{attribute.name}", count)
        if self.explain and not right:
            self._differs(f"{name}.{attribute.name}", wanted, given, _shown(gold[1]))

    def fact(self, name: str, part: str, wanted: Fact, given: Fact, right: bool) -> None:
        """Counts a single fact of the document."""
        count = Count(int(right), int(_there(wanted)), int(_there(given)))
        if count == Count():
            return
        self.add(name, count)
        self.add(f"{name}.{part}", count)
        if self.explain and not right:
            self._differs(f"{name}.{part}", wanted, given)

    def _differs(self, name: str, wanted: Fact, given: Fact, of: str = "") -> None:
        fate: Fate = "wrong" if _there(wanted) and _there(given) else "missed" if _there(wanted) else "extra"
        shown, nearest = (wanted, given) if _there(wanted) else (given, None)
        alike = likeness(str(shown), str(nearest), 0.0) if fate == "wrong" else 0.0
        self.misses.append(Miss(name, fate, str(shown), str(nearest) if fate == "wrong" else "", alike, of))

    def _tell(self, name: str, gold: Sequence[Thing], found: Sequence[Thing], matches: list[Match]) -> None:
        right_gold = {match.gold for match in matches}
        right_found = {match.found for match in matches}
        missed = [thing for place, thing in enumerate(gold) if place not in right_gold]
        extra = [thing for place, thing in enumerate(found) if place not in right_found]
        sides: tuple[tuple[Fate, list[Thing], list[Thing]], ...] = (("missed", missed, extra), ("extra", extra, missed))
        for fate, things, others in sides:
            for thing in things:
                nearest = max(others, key=lambda other: _nearness(thing, other), default=None)
                if nearest is None or _nearness(thing, nearest) < _WORTH_SHOWING:
                    self.misses.append(Miss(name, fate, thing.shown))
                else:
                    self.misses.append(Miss(name, fate, thing.shown, nearest.shown, _nearness(thing, nearest)))


# Less alike than this, what is shown as nearest would only be noise.
_WORTH_SHOWING = 0.4


# In this order: an amount is told by its sentence and a goal by its text, never by its label.
_NAMES = ("text", "name", "title", "sentence", "mission", "control", "label", "quantity", "raw")


def _shown(record: Record) -> str:
    """What a person finds a record again by."""
    names = (getattr(record, name, None) for name in _NAMES)
    told = next((name for name in names if name), "")
    return _shown(told) if isinstance(told, Record) else str(told)


def _there(value: Fact) -> bool:
    return value is not None and value != ""


def _nearness(one: Thing, other: Thing) -> float:
    """Mean likeness of texts and equality of facts, to show what a thing was probably mistaken for."""
    parts = [
        likeness(a, b, 0.0)
        for a, b in zip(one.texts, other.texts, strict=True)
        if not (a is LEFT_OUT or b is LEFT_OUT) and isinstance(a, str | None) and isinstance(b, str | None)
    ]
    parts += [float(a == b) for a, b in zip(one.facts, other.facts, strict=True) if a is not LEFT_OUT]
    whole = sum(parts) / len(parts) if parts else 0.0
    return whole if whole < 1.0 or facts_fit(one, other) else 0.99
