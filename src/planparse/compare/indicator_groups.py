"""Which indicators are the same one: same Kolada id, same name, or an alike name with the same unit.

Names are held to each other more strictly than goals: a figure in a name tells indicators apart ("inom tre månader",
"årskurs 9"), and so does every word that contrasts ("kvinnor", "män").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from planparse.compare.contrast import contrasted, named
from planparse.compare.facts import IndicatorFact
from planparse.compare.grouping import likest_pairs
from planparse.compare.lexicon import read
from planparse.compare.likeness import Scale
from planparse.compare.quantities import same_unit, unit_text, usual_unit
from planparse.compare.words import fold

_KOLADA_ID = re.compile(r"\b[NU]\d{5}\b")
_ASIDE = re.compile(r"\([^)]*\)|\bkolada\b|\b[nu]\d{5}\b|\bandel i procent\b|[*†]")
_TAIL = re.compile(r"(?:[,;:]?\s*(?:andel|antal|%|procent|kr|tkr|mkr|mnkr|kronor|kr/inv\.?|index|st))+$")
_LEAD = re.compile(r"^(?:andel(?:en)?|antal(?:et)?|index(?:et)?)\s+")
_FIGURES = re.compile(r"\d+(?:[.,]\d+)?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER_WORDS = {
    "en": "1",
    "ett": "1",
    "två": "2",
    "tre": "3",
    "fyra": "4",
    "fem": "5",
    "sex": "6",
    "sju": "7",
    "åtta": "8",
    "nio": "9",
    "tio": "10",
    "elva": "11",
    "tolv": "12",
}
_COUNTED = 0
"""the first of what is counted, numbers and shares, often goes unsaid; times and costs are always named"""
_NEAR = 0.94
"""likeness by words from which names are the same but for an ending or a filler word; below it they are unsure"""


@dataclass(frozen=True, slots=True)
class Membership:
    """An indicator's group, and what ties it to the group's first member."""

    group: int
    likeness: float | None
    basis: str | None
    sure: bool


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two indicators that read alike and are kept apart: their places in the list, and why (in Swedish)."""

    first: int
    second: int
    reason: str


def kolada_id(fact: IndicatorFact) -> str | None:
    """The KPI id that is printed in an indicator's name or source."""
    found = _KOLADA_ID.search(f"{fact.name} {fact.source or ''}")
    return found[0] if found else None


def folded_name(name: str) -> str:
    """A name without what is said beside it: units, brackets, sources.

    >>> folded_name("Nöjda brukare, andel (%)"), folded_name("Andel nöjda brukare")
    ('nöjda brukare', 'nöjda brukare')
    >>> folded_name("Sjukfrånvaro, andel av ordinarie arbetstid (%)")
    'sjukfrånvaro'
    """
    text = re.sub(r"\s+", " ", _ASIDE.sub(" ", fold(name))).strip(" .,:;-")
    for words in _qualifiers():
        text = text.removesuffix(words)
    text = _TAIL.sub("", text)
    return _LEAD.sub("", text).strip(" .,:;-") or fold(name)


@cache
def _qualifiers() -> tuple[str, ...]:
    """Tails of a name that say how a thing is always measured, the longest first."""
    words = [word for entry in read("name_tails") for word in entry.words()]
    return tuple(f", {word}" for word in sorted(words, key=len, reverse=True))


def figures(name: str) -> tuple[str, ...]:
    """The figures in a name, number words among them, years left out.

    >>> figures("Andel inom tre månader 2019"), figures("åk 9")
    (('3',), ('9',))
    """
    text = _YEAR.sub(" ", fold(name))
    words = [_NUMBER_WORDS[word] for word in re.findall(r"[^\W\d_]+", text) if word in _NUMBER_WORDS and word != "en"]
    return tuple(sorted([*_FIGURES.findall(text), *words]))


def group_indicators(facts: Sequence[IndicatorFact]) -> tuple[list[Membership], list[Doubt]]:
    """Each indicator's group, and the pairs that were kept apart though their names are alike."""
    owners, told = _by_id_and_name(facts)
    units: dict[int, str | None] = {}
    for fact, owner in zip(facts, owners, strict=True):
        if units.get(owner, _UNKNOWN) == _UNKNOWN:
            units[owner] = _unit(fact)
    firsts = sorted(set(owners))
    scale = Scale([folded_name(facts[index].wording) for index in firsts])
    doubts: list[Doubt] = []
    heads = {index: index for index in firsts}
    for one, other, likeness in likest_pairs(scale, scale.thresholds.same):
        first, second = sorted((firsts[one], firsts[other]))
        reason = _apart(facts[first], facts[second], units[first], units[second])
        if reason is not None:
            doubts.append(Doubt(first, second, reason))
        elif heads[second] == second and heads[first] == first:
            heads[second] = first
            told[second] = Membership(first, min(1.0, likeness), "alike_name", likeness >= _NEAR)
    numbers: dict[int, int] = {}
    out = []
    for index, owner in enumerate(owners):
        head = heads[owner]
        tie = told.get(index) or (told.get(owner) if owner != head else None)
        number = numbers.setdefault(head, len(numbers))
        out.append(
            Membership(number, tie.likeness, tie.basis, tie.sure) if tie else Membership(number, None, None, True)
        )
    return out, doubts


def group_names(facts: Sequence[IndicatorFact], memberships: Sequence[Membership]) -> dict[int, str]:
    """Each group's most usual wording; the first of those that are as usual."""
    count: dict[int, Counter[str]] = {}
    for fact, membership in zip(facts, memberships, strict=True):
        count.setdefault(membership.group, Counter())[fact.name] += 1
    return {group: names.most_common(1)[0][0] for group, names in count.items()}


def _by_id_and_name(facts: Sequence[IndicatorFact]) -> tuple[list[int], dict[int, Membership]]:
    """The first fact of each one's group by printed id or folded name, and the ties."""
    first: dict[tuple[str, str], int] = {}
    units: dict[str, dict[str, str]] = {}
    told: dict[int, Membership] = {}
    ids: dict[int, str] = {}
    owners = []
    for index, fact in enumerate(facts):
        keys = [("kolada_id", printed)] if (printed := kolada_id(fact)) else []
        name, unit = folded_name(fact.wording), _unit(fact)
        keys += [("same_name", f"{name}|{_key_unit(unit, units.setdefault(name, {}))}")]
        known = ((basis, first[basis, key]) for basis, key in keys if (basis, key) in first)
        # Two KPIs may have one name ("Nöjda brukare" by two surveys): the ids tell them apart.
        found = next((tie for tie in known if printed is None or ids.get(tie[1], printed) == printed), None)
        if found is not None:
            told[index] = Membership(found[1], 1.0, found[0], True)
        owner = found[1] if found else index
        owners.append(owner)
        if printed:
            ids.setdefault(owner, printed)
        for key in keys:
            first.setdefault(key, owner)
    return owners, told


_UNKNOWN = "?"
"""the unit of an indicator that has no figure yet ("Ska öka")"""


def _unit(fact: IndicatorFact) -> str | None:
    """The unit of an indicator's figures; None for bare numbers, "?" where it has no figure."""
    if all(value.quantity.value is None for value in fact.values):
        return _UNKNOWN
    return usual_unit(fact.values)


def _key_unit(unit: str | None, known: dict[str, str]) -> str:
    """The unit that a name is looked up with; ``known`` are those of its name, each with what it is looked up with.

    Without a figure it is whichever the name has; and the first one that has a figure says what those before it were.
    """
    if unit == _UNKNOWN:
        if not known:
            known[_UNKNOWN] = _UNKNOWN
        return next(iter(known.values()))
    bare = "" if unit in (None, "count", "index") else str(unit)
    if bare not in known:
        known[bare] = _UNKNOWN if set(known) == {_UNKNOWN} else bare
    return known[bare]


def _apart(one: IndicatorFact, other: IndicatorFact, unit: str | None, other_unit: str | None) -> str | None:
    """Why two alike names are different indicators; None where nothing says so."""
    if one.document is other.document:
        return "båda finns i samma dokument"
    if figures(one.name) != figures(other.name):
        return "namnen har olika tal"
    measures = (named(wording, "what is counted") - {_COUNTED} for wording in (one.wording, other.wording))
    if contrasted(one.wording, other.wording) or len(set(measures)) > 1:
        return "namnen avser olika saker"
    if _UNKNOWN not in (unit, other_unit) and not same_unit(unit, other_unit):
        return f"olika enheter: {unit_text(unit)} och {unit_text(other_unit)}"
    mine, theirs = kolada_id(one), kolada_id(other)
    return f"olika Kolada-id: {mine} och {theirs}" if mine and theirs and mine != theirs else None
