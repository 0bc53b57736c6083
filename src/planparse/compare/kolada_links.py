"""Links between printed indicator names and Kolada's catalogue of KPIs, certain and likely ones apart.

Certain: the id is printed, or the name is the title of one KPI alone (what stands in brackets, "andel" and the like
aside) and the unit agrees. Likely: the name reads alike a title and no figure or word contrasts. The KPI's title is
kept as the link's evidence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planparse.compare.contrast import contrasted
from planparse.compare.facts import IndicatorFact
from planparse.compare.indicator_groups import Membership, figures, folded_name, kolada_id
from planparse.compare.likeness import Scale
from planparse.compare.quantities import usual_unit
from planparse.compare.words import fold, terms

_LIKELY = 0.9
"""likeness by words of a name and a title from which a link is likely: titles differ by a word ("inom ett år")"""


@dataclass(frozen=True, slots=True)
class Kpi:
    """A KPI of the catalogue."""

    id: str
    title: str
    description: str = ""
    by_gender: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A group's KPI, and what the link rests on (in Swedish)."""

    kpi: str
    title: str | None
    certain: bool
    evidence: str


class Catalogue:
    """Kolada's KPIs with an index of their titles."""

    def __init__(self, kpis: Sequence[Kpi], retrieved: str | None = None) -> None:
        self.kpis = {kpi.id: kpi for kpi in kpis}
        self.retrieved = retrieved
        self._by_name: dict[str, list[Kpi]] = {}
        self._by_stem: dict[str, list[Kpi]] = {}
        for kpi in kpis:
            self._by_name.setdefault(folded_name(kpi.title), []).append(kpi)
            for stem in _stems(kpi.title):
                self._by_stem.setdefault(stem, []).append(kpi)

    def link(self, fact: IndicatorFact) -> Link | None:
        """The KPI that an indicator is; None where none is found, or several are as good."""
        printed = kolada_id(fact)
        if printed:
            kpi = self.kpis.get(printed)
            return Link(printed, kpi.title if kpi else None, True, f"id tryckt: {printed}")
        unit = usual_unit(fact.values)
        named = [kpi for kpi in self._by_name.get(folded_name(fact.name), []) if _unit_agrees(kpi.title, unit)]
        if named:
            return Link(named[0].id, named[0].title, True, "samma namn") if len(named) == 1 else None
        return self._likely(fact, unit)

    def _likely(self, fact: IndicatorFact, unit: str | None) -> Link | None:
        stems = sorted(_stems(fact.name))
        if not stems:
            return None
        # The rarest word of the name brings the titles that it is held to.
        shared = min((self._by_stem.get(stem, []) for stem in stems), key=lambda kpis: (not kpis, len(kpis)))
        near = [kpi for kpi in shared if figures(kpi.title) == figures(fact.name) and _unit_agrees(kpi.title, unit)]
        near = [kpi for kpi in near if contrasted(fact.name, kpi.title) is None]
        if not near:
            return None
        scale = Scale([folded_name(fact.name), *(folded_name(kpi.title) for kpi in near)])
        likeness = scale.of_pairs([0] * len(near), list(range(1, len(near) + 1)))
        ranked = sorted(zip(likeness, near, strict=True), key=lambda entry: (-entry[0], entry[1].id))
        if ranked[0][0] < _LIKELY or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
            return None
        best = ranked[0][1]
        return Link(best.id, best.title, False, f"liknande namn, {ranked[0][0]:.2f}")


def link_groups(
    facts: Sequence[IndicatorFact], memberships: Sequence[Membership], catalogue: Catalogue | None
) -> Mapping[int, Link]:
    """Each group's link: its members' best; none where two members are certain of different KPIs."""
    if catalogue is None:
        return {}
    found: dict[int, list[Link]] = {}
    asked: dict[tuple[str, str | None], Link | None] = {}
    for fact, membership in zip(facts, memberships, strict=True):
        key = (fold(f"{fact.name} {fact.source or ''}"), usual_unit(fact.values))
        if key not in asked:
            asked[key] = catalogue.link(fact)
        link = asked[key]
        if link is not None:
            found.setdefault(membership.group, []).append(link)
    out = {}
    for group, links in found.items():
        certain = {link.kpi for link in links if link.certain}
        if len(certain) <= 1:
            out[group] = max(links, key=lambda link: link.certain)
    return out


def _stems(text: str) -> set[str]:
    return {part for term in terms(folded_name(text)) if term.weight > _FILLER for part in term.parts}


_FILLER = 0.5


def _unit_agrees(title: str, unit: str | None) -> bool:
    """Whether a title's unit ("andel (%)", "kr/inv", "index") may be that of printed values."""
    folded = fold(title)
    if "(%)" in folded or "andel" in folded:
        return unit in (None, "percent")
    if "kr/" in folded or "kronor" in folded:
        return unit is None or unit.startswith("SEK")
    return unit != "percent"
