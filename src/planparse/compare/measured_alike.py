"""Goals whose wordings have nothing in common and that are measured by the same indicators: the same goal, perhaps.

What two years of a board have left over is paired so where one goal's indicators are the other's and nobody else's:
"Antalet hushåll med långvarigt stöd ska minska" and "Fler ska gå från bidrag till egen försörjning", both by the number
of households with support. Such a pair is always unsure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planparse.compare.direction import opposed
from planparse.compare.facts import GoalFact
from planparse.compare.likeness import Match, Scale

IndicatorGroups = Mapping[tuple[str, str], int]
"""the group of each indicator by document and id"""
_LEAST = 0.5
"""share of the indicators of both that have to be the same ones"""


def measured_alike(
    first: Sequence[GoalFact], second: Sequence[GoalFact], groups: IndicatorGroups
) -> dict[int, tuple[int, Match]]:
    """Of goals left over, the places in ``second`` that those in ``first`` are paired with."""
    ours = [_measures(fact, groups) for fact in first]
    theirs = [_measures(fact, groups) for fact in second]
    shares = sorted(
        (-_shared(mine, other), one, place)
        for one, mine in enumerate(ours)
        for place, other in enumerate(theirs)
        if _shared(mine, other) >= _LEAST and first[one].level == second[place].level
    )
    out: dict[int, tuple[int, Match]] = {}
    for share, one, place in shares:
        free = one not in out and place not in {other for other, _ in out.values()}
        if free and not _turned_round(first[one].wording, second[place].wording):
            out[one] = (place, Match(-share, "indicators", False))
    return out


def _measures(fact: GoalFact, groups: IndicatorGroups) -> set[int]:
    keys = ((fact.document.id, indicator.id) for indicator in fact.indicators)
    return {groups[key] for key in keys if key in groups}


def _shared(one: set[int], other: set[int]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _turned_round(one: str, other: str) -> bool:
    """Whether two wordings are about the same and point opposite ways."""
    if opposed(one, other) is None:
        return False
    scale = Scale([one, other])
    return float(scale.likenesses([0], [1])[0, 0]) >= scale.pair_threshold
