"""The attributes and links of matched records: which there are, and how two of them are compared.

They are counted over those that gold or the output has: an area that neither prints is no right answer. Each group
is a field of the report: ``…_attributes`` are those that a plan's reader asks for and floors are set on, ``…_details``
the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from planparse.evaluate.matching import Fact, LeftOut
from planparse.evaluate.texts import folded, likeness
from planparse.evaluate.things import QUANTITY, Side
from planparse.model import Record

Read = Callable[[Side, Record], Fact]
Same = Callable[[Fact, Fact, float], bool]


@dataclass(frozen=True, slots=True)
class Attribute:
    """``read`` gives the value of one side (LEFT_OUT: not scored), ``same`` says whether two values are one."""

    name: str
    read: Read
    same: Same


def _same_text(gold: Fact, found: Fact, at_least: float) -> bool:
    return likeness(cast("str | None", gold), cast("str | None", found), at_least) > 0


def _same_fact(gold: Fact, found: Fact, at_least: float) -> bool:
    return gold == found


def text(name: str) -> Attribute:
    return Attribute(name, lambda side, record: side.text(record, name), _same_text)


def fact(name: str) -> Attribute:
    return Attribute(name, lambda side, record: side.fact(record, name), _same_fact)


def label(name: str) -> Attribute:
    return Attribute(name, lambda side, record: side.number(record, name), _same_fact)


def goal_link(name: str, shown: str) -> Attribute:
    return Attribute(shown, lambda side, record: side.goal(record, name), _same_text)


def section_link(name: str, shown: str) -> Attribute:
    return Attribute(shown, lambda side, record: side.section(record, name), _same_text)


def within(part: str, attribute: Attribute) -> Attribute:
    """An attribute of an object inside the record (a goal's assessment); all are None where there is none."""

    def read(side: Side, record: Record) -> Fact:
        inner = side.fact(record, part)
        if inner is None or isinstance(inner, LeftOut):
            return inner
        return attribute.read(side, cast("Record", inner))

    return Attribute(attribute.name, read, attribute.same)


def folded_fact(name: str) -> Attribute:
    """A fact whose spelling is folded, such as a unit."""

    def read(side: Side, record: Record) -> Fact:
        value = side.fact(record, name)
        return folded(value) if isinstance(value, str) else value

    return Attribute(name, read, _same_fact)


Groups = dict[str, tuple[Attribute, ...]]

SECTION: Groups = {
    "section_attributes": (fact("level"), section_link("parent_id", "parent")),
    "section_details": (text("board"),),
    "section_pages": (fact("page_start"),),
}
GOAL: Groups = {
    "goal_attributes": (
        *(fact("level"), label("label"), text("term"), text("area"), text("unit"), goal_link("parent_id", "parent")),
        *(text("strategy"), text("measurement"), text("reporting"), text("responsible")),
        within("assessment", fact("status")),
    ),
    "goal_details": tuple(within("assessment", one) for one in (text("raw"), fact("year"), text("comment"))),
}
INDICATOR: Groups = {"indicator_details": (text("source"),)}
ASSIGNMENT: Groups = {
    "assignment_attributes": (label("label"), text("responsible"), fact("status")),
    "assignment_details": (fact("giver"), text("end"), text("comment")),
}
ACTIVITY: Groups = {
    "activity_attributes": (text("responsible"), fact("status"), fact("progress"), goal_link("goal_id", "goal")),
    "activity_details": (fact("start"), fact("end"), text("comment")),
}
GUARANTEE: Groups = {"guarantee_targets": tuple(within("target", folded_fact(name)) for name in QUANTITY)}
SERVICE: Groups = {"service_details": (text("name"), text("unit"), text("target_group"))}
CONTROL: Groups = {
    "control_fields": (text("responsible"), text("frequency"), text("method"), text("report_to"), fact("risk")),
}
CALENDAR: Groups = {"calendar_details": (fact("year"), text("label"))}
AMOUNT: Groups = {"amount_details": (fact("kind"), text("raw"), text("sentence"))}
VALUE: tuple[Attribute, ...] = (
    *(fact("as_of"), text("column"), within("quantity", text("raw")), within("quantity", text("note"))),
)
BUDGET: tuple[Attribute, ...] = (text("title"), folded_fact("unit"), text("unit_name"))
LINE: tuple[Attribute, ...] = (text("group"),)
CELL: tuple[Attribute, ...] = (text("raw"),)
VOLUME: tuple[Attribute, ...] = (text("group"),)
SECTION_OF = section_link("section_id", "section")
