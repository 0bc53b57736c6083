"""A plan as a comparison sees it: who issued it, what it covers, how completely it was read, where things stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal
from zlib import decompress

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json

from planparse.compare.columns import Row
from planparse.compare.lexicon import read
from planparse.compare.words import fold
from planparse.errors import SavedPlanError
from planparse.model import Budget, Location, Plan
from planparse.model.terms import RecordKind

State = Literal["complete", "partial", "failed"]

_BUDGETS = TypeAdapter(list[Budget])
_REPORTS = {"arsredovisning", "delarsrapport"}
_PLANS = {"uppdragsplan", "verksamhetsplan", "namndplan", "internbudget", "mal_och_budget"}


@dataclass(frozen=True, eq=False)
class Document:
    """A plan and what is known of the file that it came from; ``path`` where the PDF (or the saved plan) is."""

    plan: Plan
    path: str | None = None
    packed_budgets: bytes | None = None
    """the money tables of a saved plan as packed JSON: two thirds of what a thousand plans take, and looked at once"""

    def budgets(self) -> list[Budget]:
        """The money tables.

        Raises:
            SavedPlanError: those of a saved plan are not what the model says.
        """
        if self.packed_budgets is None:
            return self.plan.budgets
        try:
            return _BUDGETS.validate_python(from_json(decompress(self.packed_budgets)))
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(["budgets", *map(str, first["loc"])])
            raise SavedPlanError(f"is not what the model says: {place}: {first['msg']}", file=self.path) from error

    @cached_property
    def id(self) -> str:
        return self.plan.id or self.name

    @property
    def name(self) -> str:
        return self.plan.source.file_name

    @cached_property
    def municipality(self) -> str | None:
        return self.plan.municipality.name

    @cached_property
    def issuer(self) -> str | None:
        """What tells municipalities apart: the code, or the folded name."""
        return self.plan.municipality.code or (fold(self.municipality) if self.municipality else None)

    @cached_property
    def start(self) -> int | None:
        return self.plan.period.start

    @cached_property
    def end(self) -> int | None:
        return self.plan.period.end or self.plan.period.start

    @property
    def is_report(self) -> bool:
        return self.plan.document_type in _REPORTS

    @property
    def is_plan(self) -> bool:
        return self.plan.document_type in _PLANS

    @property
    def is_part_year(self) -> bool:
        return self.plan.document_type == "delarsrapport"

    @cached_property
    def vintage(self) -> str:
        """ "2019-2022 verksamhetsplan"."""
        years = str(self.start) if self.start == self.end else f"{self.start}-{self.end}"
        return f"{years} {self.plan.document_type}"

    @cached_property
    def order(self) -> tuple[int, int, str, str, str]:
        """By first year, then by when it was adopted or made: the later of two says it anew."""
        source = self.plan.source
        return (self.start or 0, self.end or 0, self.plan.adopted.date or "", source.created or "", self.name)

    @cached_property
    def lost_pages(self) -> list[int]:
        """Pages of which text was lost or never there."""
        codes = {"page_unreadable", "page_limit", "page_no_text", "text_suspect"}
        told = {place.page for entry in self.plan.diagnostics if entry.code in codes for place in entry.locations}
        return sorted(told | {page.number for page in self.plan.source.pages if page.text_layer == "none"})

    @cached_property
    def state(self) -> State:
        if self.lost_pages or any(entry.state == "unread" for entry in self.plan.coverage.values()):
            return "partial"
        return "complete"

    @cached_property
    def doubt(self) -> str | None:
        """Why it is partial, in Swedish."""
        unread = [kind for kind, entry in self.plan.coverage.items() if entry.state == "unread"]
        told = [f"sidor utan läsbar text: {_listed(self.lost_pages)}"] if self.lost_pages else []
        told += [f"tabeller som inte kunde tolkas: {_listed(unread)}"] if unread else []
        return "; ".join(told) or None

    def complete(self, kind: RecordKind) -> bool:
        """Whether "there is none" can be said of a kind of record."""
        coverage = self.plan.coverage.get(kind)
        return not self.lost_pages and coverage is not None and coverage.state != "unread"

    def place(self, locations: Iterable[Location], suffix: str = "") -> Row:
        """The columns that tell where something stands."""
        first = next(iter(locations), None)
        return {
            f"plan{suffix}": self.id,
            f"document{suffix}": self.name,
            f"page{suffix}": first.page if first else None,
            f"page_label{suffix}": self.labels.get(first.page) if first else None,
            f"bbox{suffix}": " ".join(f"{edge:.1f}" for edge in first.bbox) if first else None,
        }

    @cached_property
    def labels(self) -> Mapping[int, str | None]:
        return {page.number: page.label for page in self.plan.source.pages}


@dataclass(frozen=True, slots=True)
class Board:
    """A board of a municipality, or the whole of it (``name`` None)."""

    issuer: str | None
    municipality: str | None
    code: str | None
    name: str | None
    kind: str | None

    @property
    def key(self) -> tuple[str | None, str | None]:
        """What tells boards apart over the years."""
        return self.issuer, fold(self.name) if self.name else None

    @property
    def row(self) -> Row:
        return {
            "municipality": self.municipality,
            "municipality_code": self.code,
            "board": self.name,
            "board_kind": self.kind,
        }


def board_of(document: Document, name: str | None = None) -> Board:
    """The board of a document, or that of a chapter of it by name."""
    plan = document.plan
    own = plan.board.name if plan.board else None
    kind: str | None = plan.board.kind if plan.board else None
    if name is not None and (own is None or fold(name) != fold(own)):
        own, kind = name, kind_of_board(name)
    return Board(document.issuer, document.municipality, plan.municipality.code, own, kind)


def kind_of_board(name: str) -> str:
    """A board's kind by its name.

    >>> kind_of_board("Barn- och utbildningsnämnden"), kind_of_board("Valnämnden")
    ('utbildningsnamnd', 'ovrig')
    """
    folded = fold(name)
    return next((entry.name for entry in read("board_kinds") if any(w in folded for w in entry.words())), "ovrig")


def _listed(things: Iterable[object]) -> str:
    return ", ".join(map(str, things))
