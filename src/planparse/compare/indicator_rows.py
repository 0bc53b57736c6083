"""The table of indicators: every printed value in its group's unit, and why one can't be held to others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from planparse.compare.columns import Row
from planparse.compare.concepts import theme
from planparse.compare.documents import Document
from planparse.compare.facts import IndicatorFact
from planparse.compare.indicator_groups import Doubt, Membership, group_names, kolada_id
from planparse.compare.kolada_links import Link
from planparse.compare.quantities import common_unit, same_unit, unit_text, upper_in_unit
from planparse.model import Value, Volume

_ROLES = {"budget": "target", "plan": "target"}
"""a volume's planned figure is its target"""


@dataclass(frozen=True, slots=True)
class Said:
    """A value with whose it is."""

    fact: IndicatorFact
    membership: Membership
    value: Value

    @property
    def role(self) -> str | None:
        return _ROLES.get(self.value.role or "", self.value.role)

    @property
    def is_promise(self) -> bool:
        """Whether it is a target that was set: a volume's planned figure is expected, and promised to nobody."""
        return self.role == "target" and not isinstance(self.fact.record, Volume)

    @property
    def year(self) -> int | None:
        """The value's year; a target without one is for that of a plan of one year, an outcome for the report's."""
        document = self.fact.document
        if self.value.year is not None:
            return self.value.year
        if self.role == "target" and document.start == document.end:
            return document.end
        return document.end if self.role in ("outcome", "forecast") and document.is_report else None

    @property
    def part_year(self) -> bool:
        """An outcome of a part of a year: a date printed, or a report that is made in mid-year."""
        same_year = self.year is not None and self.year == self.fact.document.end
        return self.value.as_of is not None or (
            self.role == "outcome" and self.fact.document.is_part_year and same_year
        )


def values_of(facts: Sequence[IndicatorFact], memberships: Sequence[Membership]) -> list[Said]:
    """All values with their owners, in the order of the facts."""
    return [
        Said(fact, membership, value)
        for fact, membership in zip(facts, memberships, strict=True)
        for value in fact.values
    ]


def units_of(values: Sequence[Said]) -> dict[int, str | None]:
    """Each group's unit: that of most of its values."""
    count: dict[int, dict[str | None, int]] = {}
    for said in values:
        if said.value.quantity.value is not None:
            unit = common_unit(said.value.quantity.unit)[0]
            of_group = count.setdefault(said.membership.group, {})
            of_group[unit] = of_group.get(unit, 0) + 1
    return {group: max(units, key=lambda unit: (units[unit], unit or "")) for group, units in count.items()}


def latest(values: Sequence[Said]) -> set[int]:
    """The ``id`` of each value that counts: of those about one board, group, year, role and gender, the last said."""
    last: dict[tuple[object, ...], tuple[object, int]] = {}
    for said in values:
        key = (said.fact.board.key, said.membership.group, said.year, said.role, said.value.gender, said.value.as_of)
        rank = _rank(said.fact.document, said.role)
        if key not in last or rank >= last[key][0]:  # type: ignore[operator]
            last[key] = (rank, id(said))
    return {number for _, number in last.values()}


def _rank(document: Document, role: str | None) -> tuple[object, ...]:
    """What is said later outranks; of outcomes, what a report says."""
    return (role == "outcome" and document.is_report, document.order)


def indicator_rows(
    facts: Sequence[IndicatorFact],
    memberships: Sequence[Membership],
    values: Sequence[Said],
    links: Mapping[int, Link],
    superseded: Mapping[str, str],
) -> Iterator[Row]:
    """The rows of ``indicators``."""
    names, units = group_names(facts, memberships), units_of(values)
    counted = latest([said for said in values if said.fact.document.id not in superseded])
    for said in values:
        yield {
            "group": said.membership.group,
            "indicator": names[said.membership.group],
            "theme": theme(said.fact.wording, said.fact.goal.text if said.fact.goal else ""),
            **said.fact.board.row,
            "likeness": said.membership.likeness,
            "basis": said.membership.basis,
            "sure": said.membership.sure,
            **_value(said, units.get(said.membership.group)),
            **_link(said, links.get(said.membership.group)),
            "superseded": id(said) not in counted,
            **_source(said),
        }


def _value(said: Said, unit: str | None) -> Row:
    quantity = said.value.quantity
    own, factor = common_unit(quantity.unit)
    reason = why_not_comparable(said, unit)
    return {
        "year": said.year,
        "role": said.role,
        "gender": said.value.gender,
        "as_of": said.value.as_of,
        "value": None if quantity.value is None else float(quantity.value) * factor,
        "upper": upper_in_unit(quantity),
        "unit": own,
        "comparator": quantity.comparator,
        "reference": quantity.reference,
        "raw": quantity.raw,
        "comparable": reason is None,
        "reason": reason,
    }


def why_not_comparable(said: Said, unit: str | None) -> str | None:
    """What keeps a value from being held to its group's others, in Swedish; None where nothing does."""
    quantity = said.value.quantity
    own = common_unit(quantity.unit)[0]
    if quantity.value is None:
        return "relativt mål utan tal" if quantity.reference else "cellen har inget tal"
    if not same_unit(own, unit):
        return f"annan enhet: {unit_text(own)} i stället för {unit_text(unit)}"
    if said.part_year:
        return f"del av år: till och med {said.value.as_of}" if said.value.as_of else "del av år: delårsrapport"
    return "inget år" if said.year is None else None


def _link(said: Said, link: Link | None) -> Row:
    printed = kolada_id(said.fact)
    if printed:
        title = link.title if link and link.kpi == printed else None
        return {"kolada_id": printed, "kolada_link": "printed", "kolada_title": title}
    if link is None:
        return {}
    return {"kolada_id": link.kpi, "kolada_link": "certain" if link.certain else "likely", "kolada_title": link.title}


def _source(said: Said) -> Row:
    fact = said.fact
    return {
        "name": fact.name,
        "vintage": fact.document.vintage,
        "document_type": fact.document.plan.document_type,
        "record": fact.record.id,
        "goal": None if isinstance(fact.record, Volume) else fact.record.goal_id,
        **fact.document.place(said.value.locations or fact.record.locations),
    }


def doubts_rows(facts: Sequence[IndicatorFact], doubts: Sequence[Doubt]) -> list[Row]:
    """What ``not_compared`` says of indicators whose names are alike and that are kept apart."""
    out = []
    for doubt in doubts:
        one, other = facts[doubt.first], facts[doubt.second]
        if doubt.reason.startswith("båda"):
            continue
        code = "other_unit" if doubt.reason.startswith("olika enheter") else "other_definition"
        reason = f'{doubt.reason}; liknar "{one.name}" i {one.document.name}'
        out.append(
            {
                **other.board.row,
                "record": "indicator",
                "code": code,
                "reason": reason,
                "wording": other.name,
                "record_id": other.record.id,
                **other.place(),
            }
        )
    return out
