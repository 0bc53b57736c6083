"""Floors: the scores that a set of gold documents must reach; only ever raised.

A floors file is TOML: a table for each set of documents, with the least mean over documents (soft text) for a field,
and ``[documents] checks_only`` for documents that stand in no mean::

    [documents]
    checks_only = ["trosa-skola-2024-sumfel"]

    [corpus]
    sections = 0.95
    ungrounded = 0       # at most
    places = 0.99
    word_coverage = 0.99

Numbers outside of a table hold for every set.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from planparse.errors import SavedPlanError
from planparse.evaluate.summary import FIELDS, Summary
from planparse.model.writing import read_text

_MEASURES = ("ungrounded", "places", "word_coverage")
# Fields that a floor may be set on besides those of the report's first part.
_FINER = (
    *("section_attributes", "section_pages", "section_links", "assignment_attributes", "activity_attributes"),
    *("guarantee_targets", "control_fields"),
)


@dataclass(frozen=True, slots=True)
class Floors:
    """``sets`` by name; "" are the floors of every set."""

    sets: dict[str, dict[str, float]]
    checks_only: frozenset[str] = frozenset()

    def of(self, name: str | None) -> dict[str, float]:
        """The floors of a set, those of every set included."""
        return self.sets.get("", {}) | (self.sets.get(name, {}) if name else {})

    def set_for(self, *folders: Path) -> str | None:
        """The set named as one of the folders or one around them, the nearest: "corpus" for gold/ and corpus/."""
        parts = [folder.resolve().parts[::-1] for folder in folders]
        return next((part for row in zip_longest(*parts) for part in row if part in self.sets), None)


def load_floors(path: Path) -> Floors:
    """A floors file.

    Raises:
        MissingFileError, SavedPlanError: it can't be read, or names something that is not measured.
    """
    try:
        data = tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise SavedPlanError(f"is not TOML: {error}", file=str(path)) from error
    documents = data.pop("documents", {})
    names = documents.get("checks_only", []) if isinstance(documents, dict) else None
    if not isinstance(names, list) or set(documents) - {"checks_only"}:
        raise SavedPlanError("[documents] has a list checks_only and nothing else", file=str(path))
    tables = {name: table for name, table in data.items() if isinstance(table, dict)}
    loose = {name: value for name, value in data.items() if name not in tables}
    sets = {name: _numbers(table, path) for name, table in {"": loose, **tables}.items()}
    return Floors(sets, frozenset(str(name).removesuffix(".pdf") for name in names))


def _numbers(table: dict[str, Any], path: Path) -> dict[str, float]:
    for name, value in table.items():
        if name not in {*FIELDS, *_FINER, *_MEASURES}:
            raise SavedPlanError(f"is no floors file: nothing called {name!r} is measured", file=str(path))
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise SavedPlanError(f"is no floors file: {name} is not a number", file=str(path))
    return {name: float(value) for name, value in table.items()}


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A score under its floor; ``score`` None where the field was not measured."""

    name: str
    score: float | None
    floor: float

    def __str__(self) -> str:
        if self.score is None:
            return f"{self.name} not measured (floor {self.floor:g})"
        if self.name == "ungrounded":
            return f"ungrounded {self.score:g} (at most {self.floor:g})"
        return f"{self.name} {self.score:.4f} (floor {self.floor:g})"


def shortfalls(result: Summary, floors: dict[str, float], *, saved: bool = False) -> list[Shortfall]:
    """What is under its floor. What saved output can't be measured by is let pass where ``saved`` is true."""
    out: list[Shortfall] = []
    for name, floor in floors.items():
        score = _score(result, name)
        if score is None:
            if not (saved and name in _MEASURES):
                out.append(Shortfall(name, None, floor))
        elif (score > floor) if name == "ungrounded" else (score < floor):
            out.append(Shortfall(name, score, floor))
    return out


def _score(result: Summary, name: str) -> float | None:
    if name == "ungrounded":
        return None if result.ungrounded is None else float(len(result.ungrounded))
    if name == "places":
        return result.places
    if name == "word_coverage":
        return result.coverage
    return result.fields[name].mean_soft if name in result.fields else None
