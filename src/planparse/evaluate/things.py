"""What is scored of a plan: for each field the things that gold and the output are compared by.

A :class:`Side` is a plan as gold (where what an object leaves out is LEFT_OUT) or as output (where every field
counts). Links are given as the text that they point to, never as ids.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from planparse.evaluate.matching import LEFT_OUT, Fact, Text, Thing
from planparse.evaluate.texts import folded
from planparse.model import (
    Amount,
    Budget,
    BudgetColumn,
    BudgetLine,
    Goal,
    Indicator,
    Plan,
    Record,
    Section,
    Value,
    Volume,
)

_NOWHERE = "→ nothing"
"""What a link of the output points to where no record has its id: right for no gold."""


@dataclass(frozen=True, slots=True)
class Side:
    """A plan as one side of the comparison."""

    plan: Plan
    is_gold: bool
    _goals: dict[str, Goal] = field(init=False)
    _sections: dict[str, Section] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_goals", {goal.id: goal for goal in self.plan.goals if goal.id})
        object.__setattr__(self, "_sections", {section.id: section for section in self.plan.sections if section.id})

    def fact(self, record: Record, name: str) -> Fact:
        """A field's value; LEFT_OUT where a gold object does not give it."""
        return LEFT_OUT if self.is_gold and not record.given(name) else cast("Fact", getattr(record, name))

    def text(self, record: Record, name: str) -> Text:
        return cast("Text", self.fact(record, name))

    def number(self, record: Record, name: str) -> Fact:
        """A printed number or label ("3.1", "Effektmål 7"): folded, and compared as a fact, for 7 is not 8."""
        return label_fact(self.fact(record, name))

    def goal(self, record: Record, name: str) -> Text:
        """The text of the goal that a link points to."""
        target = self.fact(record, name)
        if target is None or target is LEFT_OUT:
            return cast("Text", target)
        goal = self._goals.get(str(target))
        return goal.text if goal else _NOWHERE

    def section(self, record: Record, name: str) -> Text:
        """Number and title of the section that a link points to."""
        target = self.fact(record, name)
        if target is None or target is LEFT_OUT:
            return cast("Text", target)
        section = self._sections.get(str(target))
        return _heading(section) if section else _NOWHERE


def label_fact(value: Fact) -> Fact:
    """A label without case, space and the marks at its ends.

    >>> label_fact("3.1."), label_fact("Effektmål 7:"), label_fact("") is None
    ('3.1', 'effektmål7', True)
    """
    if not isinstance(value, str):
        return value
    return "".join(value.casefold().split()).strip(".:;,()") or None


def sections(side: Side) -> list[Thing]:
    """By number and title."""
    return [
        Thing((side.text(item, "title"),), (side.number(item, "number"),), _heading(item), item)
        for item in side.plan.sections
    ]


def _heading(section: Section) -> str:
    return f"{section.number or ''} {section.title}".strip()


def _by(name: str) -> Callable[[Side, Record], Thing]:
    def thing(side: Side, item: Record) -> Thing:
        return Thing((side.text(item, name),), (), str(getattr(item, name)), item)

    return thing


def goals(side: Side) -> list[Thing]:
    return [_by("text")(side, item) for item in side.plan.goals]


def assignments(side: Side) -> list[Thing]:
    return [_by("text")(side, item) for item in side.plan.assignments]


def activities(side: Side) -> list[Thing]:
    return [_by("text")(side, item) for item in side.plan.activities]


def guarantees(side: Side) -> list[Thing]:
    return [_by("text")(side, item) for item in side.plan.guarantees]


def services(side: Side) -> list[Thing]:
    """By mission; a service that prints none, by name."""
    return [_by("mission" if item.mission or not item.name else "name")(side, item) for item in side.plan.services]


def indicators(side: Side) -> list[Thing]:
    """By name, with the goal."""
    return [
        Thing((side.text(item, "name"), side.goal(item, "goal_id")), (), item.name, item)
        for item in side.plan.indicators
    ]


def volumes(side: Side) -> list[Thing]:
    """The lines by label: only to find which values a gold line leaves out, and its group."""
    return [_by("label")(side, item) for item in side.plan.volumes]


def controls(side: Side) -> list[Thing]:
    """By process and control."""
    return [
        Thing((side.text(item, "process"), side.text(item, "control")), (), f"{item.process} | {item.control}", item)
        for item in side.plan.controls
    ]


def calendar(side: Side) -> list[Thing]:
    """By month and text."""
    return [
        Thing((side.text(item, "text"),), (side.fact(item, "month"),), f"[{item.month}] {item.text}", item)
        for item in side.plan.calendar
    ]


def amounts(side: Side) -> list[Thing]:
    """By kronor and year."""
    return [
        Thing((), (side.fact(item, "sek"), side.fact(item, "year")), f"{item.raw} ({item.year}): {item.sentence}", item)
        for item in side.plan.amounts
    ]


@dataclass(frozen=True, slots=True)
class Owned:
    """Things that are parts of another record: ``owner`` is its place in the plan's list."""

    things: list[Thing]
    owners: list[int]


def values(side: Side, owners: Sequence[Indicator | Volume], name: str) -> Owned:
    """Values of indicators or volumes: name, role, year, gender and the quantity's fields."""
    things: list[Thing] = []
    places: list[int] = []
    for place, owner in enumerate(owners):
        for value in owner.values:
            things.append(_value(side, value, side.text(owner, name), getattr(owner, name)))
            places.append(place)
    return Owned(things, places)


QUANTITY = ("value", "upper", "unit", "comparator", "reference")


def quantity_facts(side: Side, quantity: Record) -> tuple[Fact, ...]:
    """What makes two quantities the same; the unit's spelling is folded."""
    facts = (side.fact(quantity, name) for name in QUANTITY)
    return tuple(folded(fact) if isinstance(fact, str) else fact for fact in facts)


def _value(side: Side, value: Value, name: Text, shown: str) -> Thing:
    own = tuple(side.fact(value, part) for part in ("role", "year", "gender"))
    quantity = (
        (LEFT_OUT,) * len(QUANTITY)
        if side.is_gold and not value.given("quantity")
        else quantity_facts(side, value.quantity)
    )
    q = value.quantity
    parts = [value.role, value.year, value.gender, q.comparator, q.value, q.upper, q.unit, q.reference]
    told = " ".join(str(part) for part in parts if part is not None)
    return Thing((name,), (*own, *quantity), f"{shown} | {told} [{q.raw}]", value)


@dataclass(frozen=True, slots=True)
class Cell:
    """A printed cell of a money table with what it stands in."""

    budget: int
    line: int
    column: int
    thing: Thing


def cells(side: Side) -> Iterator[Cell]:
    """Cells that print something (``raw`` is not empty): line label, column measure and year, kronor.

    An empty cell says nothing and is not counted on either side; "–" is printed, and counts.
    """
    for place, budget in enumerate(side.plan.budgets):
        for number, line in enumerate(budget.lines):
            for index, amount in enumerate(line.amounts):
                if amount.raw.strip() or amount.sek is not None:
                    column = budget.columns[index] if index < len(budget.columns) else None
                    yield Cell(place, number, index, _cell(side, budget, line, column, amount))


def column_facts(side: Side, budget: Budget, column: BudgetColumn | None) -> tuple[Fact, Fact]:
    """Measure and year of a column."""
    if side.is_gold and not budget.given("columns"):
        return LEFT_OUT, LEFT_OUT
    if column is None:
        return None, None
    return side.fact(column, "measure"), side.fact(column, "year")


def _cell(side: Side, budget: Budget, line: BudgetLine, column: BudgetColumn | None, amount: Amount) -> Thing:
    head = f"{column.measure} {column.year}" if column else "no column"
    shown = f"{line.label} | {head} | {amount.sek} [{amount.raw}]"
    facts = (*column_facts(side, budget, column), side.fact(amount, "sek"))
    return Thing((side.text(line, "label"),), facts, shown, amount)


def budget_lines(side: Side) -> Owned:
    """Lines by label and role."""
    things: list[Thing] = []
    owners: list[int] = []
    for place, budget in enumerate(side.plan.budgets):
        for line in budget.lines:
            thing = Thing((side.text(line, "label"),), (side.fact(line, "role"),), f"{line.label} ({line.role})", line)
            things.append(thing)
            owners.append(place)
    return Owned(things, owners)
