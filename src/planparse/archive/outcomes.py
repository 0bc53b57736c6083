"""What became of a file: the row that the manifest keeps of it, and the result that a caller is given.

=========================  ===================================================================================
status                     meaning
=========================  ===================================================================================
``converted``              a plan was written, every page was read, and no diagnostic is an error
``converted_with_doubts``  a plan was written; a page could not be read, or another diagnostic is an error
``failed``                 no plan was written; ``error`` tells why
``skipped``                (results only) nothing was done, for an earlier run did it; the row of that run stays
=========================  ===================================================================================
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from planparse.archive.folders import Folder
    from planparse.model import Plan

RowStatus = Literal["converted", "converted_with_doubts", "failed"]


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """One file of the archive. What a failed file has no value for is None or empty."""

    path: str
    status: RowStatus
    plan_id: str | None = None
    sha256: str | None = None
    byte_size: int | None = None
    modified: str | None = None
    """what the file system or store says of the file's last change, as a text to compare with"""
    error: str | None = None
    message: str = ""
    pages: int = 0
    seconds: float = 0.0
    peak_memory: int | None = None
    records: dict[str, int] = field(default_factory=dict)
    """how many of each kind"""
    diagnostics: dict[str, int] = field(default_factory=dict)
    """how many of each code"""
    severities: dict[str, int] = field(default_factory=dict)
    planparse: str = ""
    schema_version: str = ""
    options: dict[str, Any] = field(default_factory=dict)
    register: str | None = None
    """a digest of what the register says of the file"""
    finished: str = ""

    @property
    def made_by(self) -> str:
        """Program, model and options: equal where a second run would give the same."""
        return made_by(self.planparse, self.schema_version, self.options)

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> ManifestRow:
        """A row from its JSON; what a newer planparse added is left out."""
        return cls(**{name: data[name] for name in _ROW_FIELDS if name in data})


_ROW_FIELDS = tuple(entry.name for entry in fields(ManifestRow))


def made_by(version: str, schema_version: str, options: dict[str, Any]) -> str:
    """One text of all that a result depends on besides the file.

    >>> made_by("1.2", "1.0", {"reader": "pdfium"})
    'planparse 1.2, model 1.0, reader=pdfium'
    """
    told = "".join(f", {name}={options[name]}" for name in sorted(options))
    return f"planparse {version}, model {schema_version}{told}"


@dataclass(frozen=True, slots=True)
class Converted:
    """A plan was written (or, without an output folder, is held here as JSON)."""

    row: ManifestRow
    folder: Folder | None = field(default=None, repr=False, compare=False)
    json: bytes | None = field(default=None, repr=False, compare=False)

    @property
    def path(self) -> str:
        return self.row.path

    @property
    def plan_id(self) -> str:
        assert self.row.plan_id is not None
        return self.row.plan_id

    @property
    def status(self) -> RowStatus:
        return self.row.status

    @property
    def plan(self) -> Plan:
        """The plan, read from its JSON at each call: results may be kept without keeping plans in memory."""
        from planparse.model import Plan

        name = plan_name(self.plan_id)
        if self.json is not None:
            return Plan.from_json(self.json, file=name)
        assert self.folder is not None
        with self.folder.open(name) as file:
            return Plan.from_json(file.read(), file=name)


@dataclass(frozen=True, slots=True)
class Failed:
    """No plan was written: ``error`` is the code of a class of :mod:`planparse.errors`, or "internal_error"."""

    row: ManifestRow

    @property
    def path(self) -> str:
        return self.row.path

    @property
    def status(self) -> RowStatus:
        return self.row.status

    @property
    def error(self) -> str:
        return self.row.error or ""

    @property
    def message(self) -> str:
        return self.row.message


@dataclass(frozen=True, slots=True)
class Skipped:
    """An earlier run converted the file with the same version and options, or failed to: ``before`` says which."""

    path: str
    before: RowStatus
    plan_id: str | None = None
    error: str | None = None
    status: Literal["skipped"] = "skipped"


Result = Converted | Failed | Skipped


def plan_name(plan_id: str) -> str:
    """The name of a plan's file in the output folder."""
    return f"plans/{plan_id}.json"
