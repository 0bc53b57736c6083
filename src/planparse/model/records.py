"""Sections, goals, indicators and the other records of a plan, without money tables (see ``budget.py``)."""

from __future__ import annotations

from pydantic import Field

from planparse.model.record import Location, Number, Record
from planparse.model.terms import AmountKind, Comparator, Gender, Giver, GoalLevel, Status, ValueRole


class Section(Record):
    """A heading with its own running text, without sub-sections and tables; ``level`` 1 is the outermost."""

    id: str = ""
    number: str | None = None
    title: str = ""
    level: int = 1
    parent_id: str | None = None
    board: str | None = None
    text: str = ""
    page_start: int | None = None
    page_end: int | None = None
    locations: list[Location] = Field(default_factory=list)


class Assessment(Record):
    """A report's judgement on a goal: ``raw`` the words or symbol as printed ("Uppfylls delvis", "yellow circle")."""

    status: Status | None = None
    raw: str | None = None
    year: int | None = None
    comment: str | None = None


class Goal(Record):
    """A goal at one level; ``text`` without its number or label."""

    id: str = ""
    text: str = ""
    label: str | None = None
    term: str | None = None
    level: GoalLevel | None = None
    area: str | None = None
    unit: str | None = None
    parent_id: str | None = None
    strategy: str | None = None
    measurement: str | None = None
    reporting: str | None = None
    responsible: str | None = None
    assessment: Assessment | None = None
    section_id: str | None = None
    locations: list[Location] = Field(default_factory=list)


class Quantity(Record):
    """A cell's value. ``value`` None where the text holds no number; ``upper`` the upper end of a range."""

    raw: str = ""
    value: Number | None = None
    upper: Number | None = None
    unit: str | None = None
    comparator: Comparator | None = None
    reference: str | None = None
    year: int | None = None
    note: str | None = None


class Value(Record):
    """One value of an indicator or volume: whose role and year it is, in which column it stands."""

    role: ValueRole | None = None
    year: int | None = None
    as_of: str | None = None
    gender: Gender | None = None
    column: str | None = None
    quantity: Quantity = Field(default_factory=Quantity)
    locations: list[Location] = Field(default_factory=list)


class Indicator(Record):
    """What a goal is measured by; ``goal_id`` None for an indicator of no goal (nyckeltal)."""

    id: str = ""
    goal_id: str | None = None
    name: str = ""
    source: str | None = None
    values: list[Value] = Field(default_factory=list)
    section_id: str | None = None
    locations: list[Location] = Field(default_factory=list)


class Volume(Record):
    """A line of a volume or key-figure table."""

    id: str = ""
    label: str = ""
    group: str | None = None
    values: list[Value] = Field(default_factory=list)
    section_id: str | None = None
    locations: list[Location] = Field(default_factory=list)


class Assignment(Record):
    """Uppdrag: something that the council or the board told someone to do."""

    id: str = ""
    text: str = ""
    label: str | None = None
    giver: Giver | None = None
    responsible: str | None = None
    end: str | None = None
    status: Status | None = None
    comment: str | None = None
    section_id: str | None = None
    locations: list[Location] = Field(default_factory=list)


class Activity(Record):
    """Aktivitet, åtgärd. ``start`` and ``end`` ISO as far as printed; ``progress`` in percent."""

    id: str = ""
    text: str = ""
    goal_id: str | None = None
    responsible: str | None = None
    start: str | None = None
    end: str | None = None
    status: Status | None = None
    progress: Number | None = None
    comment: str | None = None
    section_id: str | None = None
    locations: list[Location] = Field(default_factory=list)


class Guarantee(Record):
    """Tjänstegaranti: a promise and its target."""

    id: str = ""
    text: str = ""
    target: Quantity | None = None
    section_id: str | None = None
    locations: list[Location] = Field(default_factory=list)


class Control(Record):
    """A control point of an internkontrollplan; ``risk`` its number."""

    id: str = ""
    process: str | None = None
    control: str | None = None
    responsible: str | None = None
    frequency: str | None = None
    method: str | None = None
    report_to: str | None = None
    risk: int | None = None
    section_id: str | None = None
    locations: list[Location] = Field(default_factory=list)


class CalendarItem(Record):
    """An item of a board's calendar; ``label`` is its heading as printed, ``month`` 1–12."""

    year: int | None = None
    month: int | None = None
    label: str | None = None
    text: str = ""
    locations: list[Location] = Field(default_factory=list)


class Service(Record):
    """A service with its "Uppdrag: …" and "Målgrupp: …"."""

    id: str = ""
    name: str | None = None
    unit: str | None = None
    mission: str | None = None
    target_group: str | None = None
    section_id: str | None = None
    locations: list[Location] = Field(default_factory=list)


class StatedAmount(Record):
    """Money stated in running text; ``sek`` in whole kronor with the printed sign."""

    raw: str = ""
    sek: Number | None = None
    year: int | None = None
    kind: AmountKind | None = None
    sentence: str = ""
    section_id: str | None = None
    locations: list[Location] = Field(default_factory=list)
