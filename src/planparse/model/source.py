"""Where a plan came from: the file, its pages, the issuer, and what could not be read."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from planparse.model.record import Location, Record
from planparse.model.terms import BoardKind, CoverageState, RegisterStatus, Severity, TextLayer


class Parser(Record):
    """What wrote the plan, with which options."""

    name: str = "planparse"
    version: str = ""
    options: dict[str, Any] = Field(default_factory=dict)


class SourcePage(Record):
    """A page of the file; ``label`` is the printed page number, sizes in points as shown."""

    number: int
    width: float = 0.0
    height: float = 0.0
    rotation: int = 0
    label: str | None = None
    text_layer: TextLayer = "embedded"


class Source(Record):
    """The file. ``sha256`` in hex; ``created`` an ISO date-time; ``pdfa`` the conformance that it claims."""

    file_name: str = ""
    sha256: str = ""
    byte_size: int = 0
    page_count: int = 0
    producer: str | None = None
    created: str | None = None
    pdf_version: str | None = None
    pdfa: str | None = None
    tagged: bool = False
    language: str | None = None
    pages: list[SourcePage] = Field(default_factory=list)


class Registered(Record):
    """What an archive's register says of the file. ``used`` names the fields of the plan that only it tells.

    ``superseded``: the register says so, or has a later version of the same plan.
    """

    path: str = ""
    url: str | None = None
    retrieved: str | None = None
    municipality: str | None = None
    board: str | None = None
    document_type: str | None = None
    year: int | None = None
    status: RegisterStatus | None = None
    superseded: bool = False
    used: list[str] = Field(default_factory=list)


class Municipality(Record):
    """``name`` without "kommun" or "stad"; ``code`` SCB's four digits; ``county`` as "Östergötlands län"."""

    name: str | None = None
    code: str | None = None
    county: str | None = None


class Board(Record):
    """A board (nämnd) in definite form: "Socialnämnden"."""

    name: str | None = None
    kind: BoardKind | None = None


class Period(Record):
    """First and last year that the plan or report covers."""

    start: int | None = None
    end: int | None = None


class Adopted(Record):
    """Who decided it, when (ISO date), and under which diary number."""

    by: str | None = None
    date: str | None = None
    reference: str | None = None


class Diagnostic(Record):
    """What could not be read, or does not add up. ``refs`` are ids of the objects concerned."""

    code: str
    severity: Severity = "warning"
    message: str = ""
    locations: list[Location] = Field(default_factory=list)
    refs: list[str] = Field(default_factory=list)


class Coverage(Record):
    """Whether a kind of record was found, is not there, or could not be read (and on which pages)."""

    state: CoverageState
    pages: list[int] = Field(default_factory=list)
