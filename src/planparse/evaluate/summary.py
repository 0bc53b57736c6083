"""All documents together: counts that add, and means over documents.

A document where a field is empty in gold and output is left out of that field's mean; one where gold has nothing and
the output something counts 0 in it and is named in ``invented``. Documents that are for checks only stand in no sum
and no mean but that of ``checks``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import fmean

from planparse.evaluate.counts import Count
from planparse.evaluate.coverage import WordCoverage
from planparse.evaluate.grounding import Grounding
from planparse.evaluate.score import DocumentScore

CHECKS = "checks"
FIELDS = (
    *("metadata", "sections", "goals", "goal_attributes", "indicators", "indicator_values", "budget_cells"),
    *("budget_roles", "budget_kinds", "volumes", "assignments", "activities", "guarantees", "controls", "calendar"),
    *("services", "amounts", "checks"),
)
"""The fields that floors are set on, in the order of the report; the finer ones come after them."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document. ``failure`` says why there is no output; then everything in gold was missed."""

    score: DocumentScore
    pages: int = 0
    seconds: float = 0.0
    failure: str | None = None
    grounding: Grounding | None = None
    coverage: WordCoverage | None = None
    checks_only: bool = False


@dataclass(frozen=True, slots=True)
class FieldSummary:
    """One field over all documents; ``documents`` is how many its mean is over."""

    strict: Count
    soft: Count
    mean_strict: float | None
    mean_soft: float | None
    documents: int
    invented: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """The whole run. Places, ungrounded values and word coverage are None where they were not measured."""

    outcomes: tuple[Outcome, ...]
    fields: dict[str, FieldSummary]
    places: float | None = None
    coverage: float | None = None
    ungrounded: tuple[str, ...] | None = None
    failures: dict[str, str] = field(default_factory=dict)

    @property
    def pages(self) -> int:
        return sum(outcome.pages for outcome in self.outcomes)

    @property
    def seconds(self) -> float:
        return sum(outcome.seconds for outcome in self.outcomes)


def summary(outcomes: Sequence[Outcome]) -> Summary:
    """Adds up the documents.

    >>> one = DocumentScore("a", {"goals": Count(1, 1, 1)}, {"goals": Count(1, 1, 1)})
    >>> two = DocumentScore("b", {"goals": Count(0, 0, 3)}, {"goals": Count(0, 0, 3)})
    >>> goals = summary([Outcome(one), Outcome(two)]).fields["goals"]
    >>> goals.soft, goals.mean_soft, goals.invented
    (Count(correct=1, gold=1, found=4), 0.5, ('b',))
    """
    counted = [outcome for outcome in outcomes if not outcome.checks_only]
    names = dict.fromkeys(name for outcome in outcomes for name in outcome.score.soft)
    fields = {
        name: _field(name, [one.score for one in (outcomes if name == CHECKS else counted)]) for name in _ordered(names)
    }
    grounded = [outcome.grounding for outcome in outcomes if outcome.grounding is not None]
    ungrounded = tuple(f"{o.score.document}: {u}" for o in outcomes if o.grounding for u in o.grounding.ungrounded)
    return Summary(
        outcomes=tuple(outcomes),
        fields=fields,
        places=_mean(one.places for one in grounded),
        coverage=_mean(outcome.coverage.share for outcome in outcomes if outcome.coverage is not None),
        ungrounded=ungrounded if grounded else None,
        failures={outcome.score.document: outcome.failure for outcome in outcomes if outcome.failure is not None},
    )


def _ordered(names: Iterable[str]) -> list[str]:
    """Floors' fields first; a field's parts ("metadata.title") after it."""
    place = {name: number for number, name in enumerate(FIELDS)}
    return sorted(names, key=lambda name: (place.get(name.split(".")[0], len(place)), name.split(".")[0], "." in name))


def _field(name: str, scores: Sequence[DocumentScore]) -> FieldSummary:
    strict = [score.strict.get(name, Count()) for score in scores]
    soft = [score.soft.get(name, Count()) for score in scores]
    return FieldSummary(
        strict=sum(strict, Count()),
        soft=sum(soft, Count()),
        mean_strict=_mean(count.f1 for count in strict),
        mean_soft=_mean(count.f1 for count in soft),
        documents=sum(count.f1 is not None for count in soft),
        invented=tuple(score.document for score, count in zip(scores, soft, strict=True) if count.invented),
    )


def _mean(values: Iterable[float | None]) -> float | None:
    there = [value for value in values if value is not None]
    return fmean(there) if there else None
