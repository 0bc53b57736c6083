"""One document against its gold: every field's counts, strict and soft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from planparse.evaluate import attributes, things
from planparse.evaluate.attributes import Attribute, Groups
from planparse.evaluate.budgets import score_budgets, score_checks
from planparse.evaluate.counts import Count
from planparse.evaluate.gold import Gold
from planparse.evaluate.ledger import Ledger, Miss
from planparse.evaluate.matching import LEFT_OUT, Fact, Thing, pair
from planparse.evaluate.metadata import score_metadata
from planparse.evaluate.texts import SOFT, STRICT
from planparse.evaluate.things import Side
from planparse.model import Indicator, Plan, Record, Volume


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """Counts by field; names with a full stop are parts of a field. ``misses`` are of the soft comparison."""

    document: str
    strict: dict[str, Count]
    soft: dict[str, Count]
    misses: tuple[Miss, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A list of the plan: ``plan_field`` is its name there, ``things`` what is compared, ``groups`` its attributes."""

    plan_field: str
    things: Callable[[Side], list[Thing]]
    groups: Groups


KINDS: tuple[Kind, ...] = (
    Kind("sections", things.sections, attributes.SECTION),
    Kind("goals", things.goals, attributes.GOAL),
    Kind("indicators", things.indicators, attributes.INDICATOR),
    Kind("assignments", things.assignments, attributes.ASSIGNMENT),
    Kind("activities", things.activities, attributes.ACTIVITY),
    Kind("guarantees", things.guarantees, attributes.GUARANTEE),
    Kind("controls", things.controls, attributes.CONTROL),
    Kind("calendar", things.calendar, attributes.CALENDAR),
    Kind("services", things.services, attributes.SERVICE),
    Kind("amounts", things.amounts, attributes.AMOUNT),
)


def score_document(gold: Gold, plan: Plan, *, explain: bool = False) -> DocumentScore:
    """The output for one document against its gold; ``explain`` collects what was missed and what is extra."""
    strict = _score(gold, plan, Ledger(STRICT))
    soft = _score(gold, plan, Ledger(SOFT, explain))
    return DocumentScore(gold.name, strict.counts, soft.counts, tuple(soft.misses))


def _score(gold: Gold, plan: Plan, ledger: Ledger) -> Ledger:
    wanted, given = Side(gold.plan, is_gold=True), Side(plan, is_gold=False)
    score_metadata(ledger, gold, wanted, given)
    for kind in KINDS:
        if kind.plan_field in gold.annotated:
            _score_kind(ledger, kind, wanted, given)
    if "indicators" in gold.annotated:
        _score_values(ledger, "indicator_values", wanted, given, gold.plan.indicators, plan.indicators, "name")
    if "volumes" in gold.annotated:
        _score_values(ledger, "volumes", wanted, given, gold.plan.volumes, plan.volumes, "label")
    if "budgets" in gold.annotated:
        score_budgets(ledger, wanted, given)
        score_checks(ledger, wanted, given)
    return ledger


def _score_kind(ledger: Ledger, kind: Kind, gold: Side, found: Side) -> None:
    scored = [attribute for group in kind.groups.values() for attribute in group]

    def agreeing(one: Thing, other: Thing) -> float:
        return float(sum(_agrees(attribute, (gold, one.of), (found, other.of)) for attribute in scored))

    wanted, given = kind.things(gold), kind.things(found)
    for match in ledger.match(kind.plan_field, wanted, given, agreeing):
        one, other = (gold, wanted[match.gold].of), (found, given[match.found].of)
        for name, group in kind.groups.items():
            for attribute in group:
                ledger.attribute(name, attribute, one, other)
        if "section_id" in type(one[1]).model_fields:
            ledger.attribute("section_links", attributes.SECTION_OF, one, other)


def _agrees(attribute: Attribute, gold: tuple[Side, Record], found: tuple[Side, Record]) -> bool:
    wanted: Fact = attribute.read(*gold)
    return wanted is not LEFT_OUT and wanted is not None and attribute.same(wanted, attribute.read(*found), SOFT)


def _score_values(
    ledger: Ledger,
    field: str,
    gold: Side,
    found: Side,
    gold_owners: Sequence[Indicator | Volume],
    found_owners: Sequence[Indicator | Volume],
    name: str,
) -> None:
    """Values, and their details; those of an indicator whose gold leaves ``values`` out are not scored."""
    wanted = things.values(gold, gold_owners, name)
    given = things.values(found, found_owners, name)
    skipped = _silent_owners(gold_owners, found_owners, name)
    kept = [thing for thing, owner in zip(given.things, given.owners, strict=True) if owner not in skipped]
    owner_of = {id(value): owner for owner in [*gold_owners, *found_owners] for value in owner.values}
    details = f"{field.removesuffix('_values').removesuffix('s')}_value_details"
    for match in ledger.match(field, wanted.things, kept):
        one, other = wanted.things[match.gold].of, kept[match.found].of
        for attribute in attributes.VALUE:
            ledger.attribute(details, attribute, (gold, one), (found, other))
        if name == "label":
            for attribute in (*attributes.VOLUME, attributes.SECTION_OF):
                field_of = "section_links" if attribute is attributes.SECTION_OF else details
                ledger.attribute(field_of, attribute, (gold, owner_of[id(one)]), (found, owner_of[id(other)]))


def _silent_owners(gold: Sequence[Indicator | Volume], found: Sequence[Indicator | Volume], name: str) -> set[int]:
    """Places of the output's indicators or volumes whose gold gives no values."""
    silent = [owner for owner in gold if not owner.given("values")]
    if not silent:
        return set()

    def by_name(owners: Sequence[Indicator | Volume]) -> list[Thing]:
        return [Thing((getattr(owner, name),), (), "", owner) for owner in owners]

    return {match.found for match in pair(by_name(silent), by_name(found), SOFT)}
