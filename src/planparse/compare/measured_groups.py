"""Groups of goals that are one by two things together: wordings that are near each other, and the same indicators.

"Digital teknik ska erbjudas fler brukare" and "Digitala hjälpmedel ska erbjudas fler brukare" share too few words to be
held for one goal by these alone; that both are measured by the number of people with digital supervision decides it.
Such a group is always unsure. Each group is held to the typical wording of the one that it joins, so that no chain of
likenesses leads from one goal to another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from planparse.compare.contrast import contrasted
from planparse.compare.direction import opposed
from planparse.compare.grouping import Groups
from planparse.compare.likeness import Scale

_LEAST = 0.5
"""share of the indicators of both that have to be the same ones"""
_MOST = 60
"""groups that may share an indicator for all of them to be held to each other; of more, only neighbours are"""
_WINDOW = 8


def joined_by_measures(
    scale: Scale, groups: Groups, documents: Sequence[frozenset[str]], measures: Sequence[frozenset[int]]
) -> Groups:
    """The groups with those joined that the same indicators measure; by wording: documents, groups of indicators."""
    members: dict[int, list[int]] = {}
    for place, number in enumerate(groups.numbers):
        members.setdefault(number, []).append(place)
    measured = {number: frozenset().union(*(measures[place] for place in held)) for number, held in members.items()}
    where = {number: frozenset().union(*(documents[place] for place in held)) for number, held in members.items()}
    head: dict[int, int] = {}
    likeness, partner = list(groups.likeness), list(groups.partner)
    for alike, one, other in sorted(_candidates(scale, members, measured, where), key=lambda found: -found[0]):
        into, joining = min(one, other), max(one, other)
        if into in head or joining in head or joining in head.values() or where[into] & where[joining]:
            continue
        head[joining] = into
        where[into] |= where[joining]
        for place in members[joining]:
            if partner[place] is None:
                likeness[place], partner[place] = alike, members[into][0]
        first = members[into][0]
        if partner[first] is None:
            likeness[first], partner[first] = alike, members[joining][0]
    order = {number: at for at, number in enumerate(dict.fromkeys(head.get(n, n) for n in groups.numbers))}
    numbers = [order[head.get(number, number)] for number in groups.numbers]
    return replace(groups, numbers=numbers, likeness=likeness, partner=partner)


def _candidates(
    scale: Scale,
    members: dict[int, list[int]],
    measured: dict[int, frozenset[int]],
    where: dict[int, frozenset[str]],
) -> Iterator[tuple[float, int, int]]:
    for one, other in sorted(_pairs(measured)):
        share = len(measured[one] & measured[other]) / len(measured[one] | measured[other])
        if share < _LEAST or where[one] & where[other]:
            continue
        first, second = members[one][0], members[other][0]
        alike = float(scale.likenesses([first], [second])[0, 0])
        mine, theirs = scale.texts[first], scale.texts[second]
        if alike >= scale.thresholds.pair and opposed(mine, theirs) is None and contrasted(mine, theirs) is None:
            yield min(alike, 1.0), one, other


def _pairs(measured: dict[int, frozenset[int]]) -> set[tuple[int, int]]:
    sharing: dict[int, list[int]] = {}
    for number, indicators in measured.items():
        for indicator in indicators:
            sharing.setdefault(indicator, []).append(number)
    out: set[tuple[int, int]] = set()
    for numbers in sharing.values():
        if len(numbers) <= _MOST:
            out.update(combinations(numbers, 2))
        else:
            out.update(pair for step in range(1, _WINDOW + 1) for pair in zip(numbers, numbers[step:], strict=False))
    return out
