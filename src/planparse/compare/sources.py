"""What a comparison is made of: plans at hand, saved plans, archives; and what could not be read of them.

What no comparison looks at (tables as grids, sections' texts, second places, empty fields) is left out of saved plans
as they are read: a thousand plans have gigabytes of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zlib import compress

from pydantic import ValidationError
from pydantic_core import from_json, to_json

from planparse.compare.documents import Document
from planparse.errors import MissingFileError, SavedPlanError
from planparse.garbage import collecting_later
from planparse.model import SCHEMA_VERSION, Plan
from planparse.model.file_names import readable
from planparse.model.record import NOTHING_ASIDE

Source = Plan | Document | str | Path

_UNSEEN = {"tables", "field_locations", "assignments", "activities", "guarantees", "controls", "calendar", "services"}
_UNSEEN |= {"amounts", "parser"}
"""fields of a plan that no comparison looks at"""
_LEAN = {"sections", "goals", "indicators", "volumes"}
"""fields of which there is much in memory at a time"""


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read: named in the coverage, never passed over in silence."""

    name: str
    reason: str


@dataclass(slots=True)
class Sources:
    """The documents, those that failed, and those that were there twice."""

    documents: list[Document] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    twice: list[Document] = field(default_factory=list)


def read_sources(sources: Iterable[Source] | Source, failures: Iterable[Failure] = ()) -> Sources:
    """Plans from Plan objects, saved plans (``.json``) and output folders of ``planparse convert``, or from one such.

    ``failures`` are documents that could not be read by whoever tried before.

    Raises:
        MissingFileError: there is no such file or folder, or a folder without plans.
        SavedPlanError: a file is no saved plan (a PDF has to be parsed first).
    """
    out = Sources(failures=list(failures))
    seen: dict[str, Document] = {}
    with collecting_later():
        several = [sources] if isinstance(sources, Source) else sources
        for found in (each for source in several for each in _found(source)):
            if isinstance(found, Failure):
                out.failures.append(found)
            elif found.id in seen:
                out.twice.append(found)
            else:
                seen[found.id] = found
    out.documents = sorted(seen.values(), key=lambda document: (document.issuer or "", document.order))
    return out


def _found(source: Source) -> Iterator[Document | Failure]:
    if isinstance(source, Plan | Document):
        yield Document(source) if isinstance(source, Plan) else source
        return
    path = Path(source)
    if path.is_dir():
        yield from _archive(path)
    elif path.suffix.casefold() == ".pdf":
        raise SavedPlanError("is a PDF: parse it first, or compare it on the command line", file=str(path))
    else:
        yield load_slim(path)


def _archive(folder: Path) -> Iterator[Document | Failure]:
    """The plans of an output folder, and the failed files of its manifest."""
    files: dict[str, str] = {}
    for row in _manifest(folder):
        if row.get("status") == "failed":
            yield Failure(readable(str(row.get("path"))), f"{row.get('error')}: {row.get('message')}")
        elif row.get("plan_id"):
            files.setdefault(str(row["plan_id"]), str(row.get("path")))
    plans = sorted((folder / "plans").glob("*.json")) or sorted(folder.glob("*.json"))
    if not plans:
        raise MissingFileError("has no saved plans (plans/*.json)", file=str(folder))
    for path in plans:
        if not files or path.stem in files or path.parent == folder:
            yield load_slim(path, files.get(path.stem))


def _manifest(folder: Path) -> list[dict[str, Any]]:
    """The last row of each file in an archive's journal."""
    journal = folder / "manifest.jsonl"
    if not journal.exists():
        return []
    rows: dict[str, dict[str, Any]] = {}
    for line in journal.read_text(encoding="utf-8").split("\n"):
        try:
            row = json.loads(line)
        except ValueError:
            continue  # a line that a crash cut off
        rows[str(row.get("path"))] = row
    return [rows[path] for path in sorted(rows)]


def load_slim(path: Path, source: str | None = None) -> Document:
    """A saved plan without what no comparison looks at; ``source`` is where its PDF was, where that is known.

    Raises:
        MissingFileError, SavedPlanError
    """
    try:
        content = from_json(path.read_bytes())
    except OSError as error:
        raise MissingFileError(f"can't be read: {error.strerror}", file=str(path)) from error
    except ValueError as error:
        raise SavedPlanError(f"is not JSON: {error}", file=str(path)) from error
    if not isinstance(content, dict):
        raise SavedPlanError("is not a saved plan: a JSON object is expected", file=str(path))
    major = SCHEMA_VERSION.split(".")[0]
    if str(content.get("schema_version", SCHEMA_VERSION)).split(".")[0] != major:
        message = f"is of model version {content['schema_version']}; this planparse reads {major}.x"
        raise SavedPlanError(message, file=str(path))
    kept = {name: value for name, value in content.items() if name not in _UNSEEN}
    packed = compress(to_json(kept.pop("budgets", [])), 1)
    for name in _LEAN & kept.keys():
        kept[name] = _lean(kept[name])
    try:
        return Document(_lightened(Plan.model_validate(kept)), source or str(path), packed)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise SavedPlanError(f"is not what the model says: {place}: {first['msg']}", file=str(path)) from error


_GIVEN: set[str] = set()
"""of what is given, for records that nobody writes again: one set for all of them instead of one each"""


def _lightened(plan: Plan) -> Plan:
    """The plan whose records of figures keep no account of their fields: half of what they take is that."""
    values = [value for indicator in plan.indicators for value in indicator.values]
    values += [value for volume in plan.volumes for value in volume.values]
    places = [place for value in values for place in value.locations]
    for record in (*values, *(value.quantity for value in values), *places, *plan.sections):
        object.__setattr__(record, "__pydantic_fields_set__", _GIVEN)
        if not record.__pydantic_extra__:
            object.__setattr__(record, "__pydantic_extra__", NOTHING_ASIDE)
    return plan


def _lean(value: Any) -> Any:
    """A part of a plan without its empty fields, and places but the first; of sections whose they are.

    >>> _lean({"label": None, "locations": [{"page": 1}, {"page": 2}], "text": "Rent vatten"})
    {'locations': [{'page': 1}], 'text': 'Rent vatten'}
    """
    if isinstance(value, dict):
        if "page_start" in value:
            return {"id": value.get("id"), "board": value.get("board")}
        return {
            name: (_lean(inner[:1] if name == "locations" else inner) if isinstance(inner, dict | list) else inner)
            for name, inner in value.items()
            if inner is not None
        }
    if isinstance(value, list):
        return [_lean(inner) if isinstance(inner, dict | list) else inner for inner in value]
    return value
