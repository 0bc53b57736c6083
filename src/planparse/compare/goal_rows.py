"""The table of goals: theme and group of each, with what it is likest to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planparse.compare.columns import Row
from planparse.compare.concepts import theme
from planparse.compare.facts import GoalFact
from planparse.compare.grouping import Groups, group
from planparse.compare.likeness import Scale
from planparse.compare.measured_alike import IndicatorGroups
from planparse.compare.measured_groups import joined_by_measures
from planparse.compare.words import fold


def grouped(facts: Sequence[GoalFact], indicators: IndicatorGroups) -> tuple[list[int], Groups, Scale]:
    """Each fact's place among the distinct wordings, and the groups and scale of those.

    ``indicators`` are the groups of the indicators, by document and id.
    """
    places: dict[str, int] = {}
    wordings: list[str] = []
    index = []
    for fact in facts:
        # The same wording in two documents is one entry: archives repeat most goals year by year.
        place = places.setdefault(fold(fact.wording), len(wordings))
        if place == len(wordings):
            wordings.append(fact.wording)
        index.append(place)
    scale = Scale(wordings)
    said_in = _said_in(facts, index, len(wordings))
    groups = group(scale, said_in)
    return index, joined_by_measures(scale, groups, said_in, _measures(facts, index, len(wordings), indicators)), scale


def _measures(
    facts: Sequence[GoalFact], index: Sequence[int], count: int, indicators: IndicatorGroups
) -> list[frozenset[int]]:
    """The groups of indicators that measure each wording."""
    out: list[set[int]] = [set() for _ in range(count)]
    for fact, place in zip(facts, index, strict=True):
        keys = ((fact.document.id, indicator.id) for indicator in fact.indicators)
        out[place] |= {indicators[key] for key in keys if key in indicators}
    return [frozenset(entry) for entry in out]


def _said_in(facts: Sequence[GoalFact], index: Sequence[int], count: int) -> list[frozenset[str]]:
    """The documents that each wording stands in."""
    out: list[set[str]] = [set() for _ in range(count)]
    for fact, place in zip(facts, index, strict=True):
        out[place].add(fact.document.id)
    return [frozenset(entry) for entry in out]


def goal_rows(
    facts: Sequence[GoalFact], index: Sequence[int], groups: Groups, scale: Scale, superseded: Mapping[str, str]
) -> list[Row]:
    """The rows of ``goals``, in the order of the facts."""
    members: dict[int, int] = {}
    for place in index:
        members[place] = members.get(place, 0) + 1
    return [
        _row(fact, place, groups, scale, members[place] > 1, superseded)
        for fact, place in zip(facts, index, strict=True)
    ]


def _row(
    fact: GoalFact, place: int, groups: Groups, scale: Scale, repeated: bool, superseded: Mapping[str, str]
) -> Row:
    goal, document = fact.goal, fact.document
    names = tuple(indicator.name for indicator in fact.indicators)
    partner, likeness = groups.partner[place], groups.likeness[place]
    basis, sure = None, None
    if repeated:
        likeness, basis, sure = 1.0, "same_wording", True
    elif partner is not None:
        match = scale.match(place, partner)
        basis, sure = match.basis, match.sure
    return {
        "theme": theme(fact.wording, *names, goal.area or ""),
        "group": groups.numbers[place],
        **fact.board.row,
        "year": document.start,
        "year_end": document.end,
        "level": fact.level,
        "text": goal.text,
        "direction": fact.direction,
        "term": goal.term,
        "label": goal.label,
        "area": goal.area,
        "likeness": likeness,
        "basis": basis,
        "sure": sure,
        "status": goal.assessment.status if goal.assessment else None,
        "status_raw": goal.assessment.raw if goal.assessment else None,
        "superseded": document.id in superseded,
        "document_type": document.plan.document_type,
        "goal": goal.id,
        **fact.place(),
    }
