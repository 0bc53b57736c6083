"""The plan: everything that was read from one document, and how to load, save and walk it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import Field, PrivateAttr, ValidationError

from planparse.errors import SavedPlanError
from planparse.model.budget import Budget, Table
from planparse.model.json_text import json_pieces
from planparse.model.record import Location, Record, unknown_fields
from planparse.model.records import (
    Activity,
    Assignment,
    CalendarItem,
    Control,
    Goal,
    Guarantee,
    Indicator,
    Section,
    Service,
    StatedAmount,
    Volume,
)
from planparse.model.source import (
    Adopted,
    Board,
    Coverage,
    Diagnostic,
    Municipality,
    Parser,
    Period,
    Registered,
    Source,
)
from planparse.model.terms import DocumentType, RecordKind
from planparse.schema_version import SCHEMA_VERSION

if TYPE_CHECKING:
    import pandas as pd
    from PIL.Image import Image

_Linked = TypeVar("_Linked", Section, Goal)


@dataclass(slots=True)
class _Origin:
    """Where the file is. All are equal: the same plan read from two places is the same plan."""

    path: str | None = field(default=None, compare=False)


class Plan(Record):
    """A plan or report of a municipality or one of its boards; ``planparse schema`` tells every field."""

    schema_version: str = SCHEMA_VERSION
    parser: Parser = Field(default_factory=Parser)
    source: Source = Field(default_factory=Source)
    title: str | None = None
    document_type: DocumentType | None = None
    municipality: Municipality = Field(default_factory=Municipality)
    board: Board | None = None
    period: Period = Field(default_factory=Period)
    adopted: Adopted = Field(default_factory=Adopted)
    registered: Registered | None = None
    field_locations: dict[str, list[Location]] = Field(default_factory=dict)
    sections: list[Section] = Field(default_factory=list)
    goals: list[Goal] = Field(default_factory=list)
    indicators: list[Indicator] = Field(default_factory=list)
    assignments: list[Assignment] = Field(default_factory=list)
    activities: list[Activity] = Field(default_factory=list)
    guarantees: list[Guarantee] = Field(default_factory=list)
    budgets: list[Budget] = Field(default_factory=list)
    volumes: list[Volume] = Field(default_factory=list)
    controls: list[Control] = Field(default_factory=list)
    calendar: list[CalendarItem] = Field(default_factory=list)
    services: list[Service] = Field(default_factory=list)
    amounts: list[StatedAmount] = Field(default_factory=list)
    tables: list[Table] = Field(default_factory=list)
    coverage: dict[RecordKind, Coverage] = Field(default_factory=dict)
    diagnostics: list[Diagnostic] = Field(default_factory=list)

    _origin: _Origin = PrivateAttr(default_factory=_Origin)

    @property
    def id(self) -> str:
        """The plan's id in an archive: from the file's content, so two copies of a file are one plan."""
        return self.source.sha256[:16]

    # Walking the links

    def section_of(self, record: Record) -> Section | None:
        """The section that a record stands in; for a section, its parent."""
        name = "parent_id" if isinstance(record, Section) else "section_id"
        return self._by_id(self.sections, getattr(record, name, None))

    def parent_of(self, goal: Goal) -> Goal | None:
        """The goal that a goal breaks down."""
        return self._by_id(self.goals, goal.parent_id)

    def children_of(self, goal: Goal) -> list[Goal]:
        """The goals that break a goal down, in reading order."""
        return [child for child in self.goals if child.parent_id == goal.id]

    def goal_of(self, record: Indicator | Activity) -> Goal | None:
        """The goal that an indicator or activity belongs to."""
        return self._by_id(self.goals, record.goal_id)

    def indicators_of(self, goal: Goal) -> list[Indicator]:
        """The indicators of a goal, in reading order."""
        return [indicator for indicator in self.indicators if indicator.goal_id == goal.id]

    def activities_of(self, goal: Goal) -> list[Activity]:
        """The activities of a goal, in reading order."""
        return [activity for activity in self.activities if activity.goal_id == goal.id]

    def label_of(self, page: int) -> str | None:
        """The page number printed on a file page."""
        return next((entry.label for entry in self.source.pages if entry.number == page), None)

    @staticmethod
    def _by_id(records: list[_Linked], wanted: str | None) -> _Linked | None:
        return next((record for record in records if record.id == wanted), None) if wanted else None

    # For eyes

    def show(
        self,
        page: int = 1,
        pdf: str | os.PathLike[str] | bytes | None = None,
        *,
        scale: float = 1.5,
        kinds: Iterable[str] | None = None,
    ) -> Image:
        """A page with what was read drawn on it, as a picture; see :func:`planparse.show`, which does it.

        ``pdf`` is the file that the plan was read from. It can be left out where ``planparse.parse`` read it from a
        path: in a notebook, ``plan.show(page=7)`` is enough.
        """
        # The public name is the way from a plan to what knows of PDFs; the model itself imports nothing of it.
        import planparse

        return planparse.show(self, pdf, page=page, scale=scale, kinds=kinds)

    @property
    def opened_from(self) -> str | None:
        """The path that the plan was parsed from in this session; it is no part of the plan, and not saved."""
        return self._origin.path

    def remember_file(self, path: str | os.PathLike[str]) -> Plan:
        """Keeps the path of the plan's file for ``show``, and gives the plan back."""
        self._origin.path = str(Path(path).absolute())
        return self

    # Tables of data

    def frames(self) -> dict[str, pd.DataFrame]:
        """Tidy tables, one row a record or value: goals, indicator_values, budget_amounts, volume_values, …

        The same tables as an archive has (docs/data-dictionary.md): each starts with plan_id, municipality,
        municipality_code, board, document_type, plan_year and superseded, and has the file page and the printed page
        label of each row.
        """
        from planparse.model.frames import frames

        return frames(self)

    # Saving and loading

    def to_json(self, *, indent: int | None = 2) -> str:
        """The plan as JSON, every field written; ``registered`` only where there is a register."""
        # Grown in place: one text of hundreds of megabytes, and not its bytes beside it.
        text = ""
        for piece in self.json_pieces(indent=indent):
            text += piece
        return text

    def json_pieces(self, *, indent: int | None = 2) -> Iterator[str]:
        """The text of ``to_json`` piece by piece, for a file or stream: a long plan's is never held whole."""
        return json_pieces(self, indent=indent, leave_out=frozenset() if self.registered else frozenset({"registered"}))

    @classmethod
    def from_json(cls, text: str | bytes, *, file: str | None = None) -> Plan:
        """A plan from its JSON.

        Reads any minor version of the same major one; fields that this version does not know are kept (and written
        again), and named in a diagnostic ``unknown_field``.

        Raises:
            SavedPlanError: the text is no JSON, not the model, or of another major version.
        """
        try:
            data: Any = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise SavedPlanError(f"is not JSON: {error}", file=file) from error
        if not isinstance(data, dict):
            raise SavedPlanError("is not a saved plan: a JSON object is expected", file=file)
        version = str(data.get("schema_version", SCHEMA_VERSION))
        if version.split(".")[0] != SCHEMA_VERSION.split(".")[0]:
            raise SavedPlanError(
                f"is of model version {version}; this planparse reads {SCHEMA_VERSION.split('.')[0]}.x", file=file
            )
        try:
            plan = cls.model_validate_json(text)
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"])
            raise SavedPlanError(f"is not what the model says: {place}: {first['msg']}", file=file) from error
        unknown = unknown_fields(plan)
        if unknown and not any(entry.code == "unknown_field" for entry in plan.diagnostics):
            names = ", ".join(unknown[:5]) + (", …" if len(unknown) > 5 else "")
            message = f"fields that model version {SCHEMA_VERSION} does not know were kept aside: {names}"
            plan.diagnostics.append(Diagnostic(code="unknown_field", severity="info", message=message))
        return plan

    def save(self, path: str | Path) -> None:
        """Writes the plan's JSON whole or not at all."""
        from planparse.model.writing import write_whole

        write_whole(Path(path), chain(self.json_pieces(), "\n"))

    @classmethod
    def load(cls, path: str | Path) -> Plan:
        """A plan from a file that ``save`` or ``planparse parse -o`` wrote.

        Raises:
            MissingFileError, SavedPlanError
        """
        from planparse.model.writing import read_text

        return cls.from_json(read_text(Path(path)), file=str(path))
