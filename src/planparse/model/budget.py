"""Money tables, and tables as such."""

from __future__ import annotations

from pydantic import Field

from planparse.model.record import Location, Number, Record
from planparse.model.terms import BudgetKind, CheckKind, LineRole, Measure, TableKind


class BudgetColumn(Record):
    """A column as its header prints it; ``year`` only where the header has one."""

    label: str = ""
    measure: Measure | None = None
    year: int | None = None
    locations: list[Location] = Field(default_factory=list)


class Amount(Record):
    """A cell of a money table; ``sek`` in kronor, None where nothing is stated or the unit is unknown."""

    raw: str = ""
    sek: Number | None = None
    note: str | None = None
    locations: list[Location] = Field(default_factory=list)


class BudgetLine(Record):
    """A line with one amount for each column of its budget; ``group`` is the heading row's label."""

    label: str = ""
    role: LineRole | None = None
    group: str | None = None
    amounts: list[Amount] = Field(default_factory=list)
    locations: list[Location] = Field(default_factory=list)


class Check(Record):
    """Whether a printed total or difference adds up; ``line`` and ``column`` 0-based, the rest in kronor."""

    kind: CheckKind
    line: int
    column: int
    stated: Number
    computed: Number
    ok: bool


class Budget(Record):
    """One money table. ``unit`` is the word printed ("tkr"), None where none is."""

    id: str = ""
    kind: BudgetKind | None = None
    title: str | None = None
    unit: str | None = None
    unit_name: str | None = None
    columns: list[BudgetColumn] = Field(default_factory=list)
    lines: list[BudgetLine] = Field(default_factory=list)
    checks: list[Check] = Field(default_factory=list)
    section_id: str | None = None
    locations: list[Location] = Field(default_factory=list)


class TableCell(Record):
    """A cell as in HTML: a place that a span covers has no cell of its own, an empty place has one with text ""."""

    text: str = ""
    row_span: int = 1
    col_span: int = 1
    locations: list[Location] = Field(default_factory=list)


class Table(Record):
    """A table of the document as a grid; ``reason`` says why it was taken for its kind."""

    id: str = ""
    title: str | None = None
    kind: TableKind = "other"
    reason: str = ""
    header_rows: int = 0
    cells: list[list[TableCell]] = Field(default_factory=list)
    section_id: str | None = None
    locations: list[Location] = Field(default_factory=list)
