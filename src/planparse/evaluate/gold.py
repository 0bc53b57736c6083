"""Gold files: what people wrote a document to say, in the common model or a part of it.

``{"document": "NAME.pdf", "annotated": [fields], "notes": "…", "plan": {…}}``. A gold file that names something that
is not in the model is refused, so that a misspelt field is never taken for one that is right.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from planparse.errors import MissingFileError, SavedPlanError
from planparse.model import SCHEMA_VERSION, Plan, unknown_fields
from planparse.model.writing import read_text

_PARTS = {"document", "annotated", "notes", "plan"}
_UNSCORED = {"schema_version", "parser", "source", "registered", "field_locations", "tables", "coverage", "diagnostics"}
"""fields of a plan that gold may have and no score is made of"""


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold file. Only the Plan fields in ``annotated`` are scored; ``document`` is the PDF's file name."""

    document: str
    annotated: frozenset[str]
    plan: Plan
    notes: str = ""

    @property
    def name(self) -> str:
        """The document's name without its ending."""
        return Path(self.document).stem


def load_gold(path: Path) -> Gold:
    """One gold file.

    Raises:
        MissingFileError: the file can't be read.
        SavedPlanError: it is no gold file; the message names the field.
    """
    data = _json(path)
    unknown = sorted(set(data) - _PARTS)
    if unknown:
        raise SavedPlanError(f"a gold file has no field {unknown[0]!r}", file=str(path))
    missing = sorted({"document", "annotated", "plan"} - set(data))
    if missing:
        raise SavedPlanError(f"a gold file needs the field {missing[0]!r}", file=str(path))
    document, annotated = data["document"], data["annotated"]
    if not isinstance(document, str) or not document:
        raise SavedPlanError("document must be the PDF's file name", file=str(path))
    if not isinstance(annotated, list) or not all(isinstance(name, str) for name in annotated):
        raise SavedPlanError("annotated must be a list of field names", file=str(path))
    strange = sorted(set(annotated) - set(Plan.model_fields))
    if strange:
        raise SavedPlanError(f"annotated names {strange[0]!r}, which no plan has", file=str(path))
    unscored = sorted(set(annotated) & _UNSCORED)
    if unscored:
        raise SavedPlanError(f"annotated names {unscored[0]!r}, which is not scored", file=str(path))
    plan = _plan(data["plan"], path)
    missing = sorted(name for name in annotated if not plan.given(name))
    if missing:
        raise SavedPlanError(f"annotated names {missing[0]!r}, which the plan leaves out ([] is none)", file=str(path))
    return Gold(document, frozenset(annotated), plan, str(data.get("notes", "")))


def load_gold_folder(folder: Path) -> list[Gold]:
    """All gold files (``*.json``) of a folder, by name.

    Raises:
        MissingFileError: there is no such folder, or no gold in it.
        SavedPlanError: a file is no gold file, or two are for one document.
    """
    if not folder.is_dir():
        raise MissingFileError("is no folder of gold files", file=str(folder))
    golds = [load_gold(path) for path in sorted(folder.glob("*.json"))]
    if not golds:
        raise MissingFileError("has no gold files (*.json)", file=str(folder))
    seen: set[str] = set()
    for gold in golds:
        if gold.document in seen:
            raise SavedPlanError(f"two gold files are for {gold.document}", file=str(folder))
        seen.add(gold.document)
    return golds


def _json(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(read_text(path))
    except ValueError as error:
        raise SavedPlanError(f"is not JSON: {error}", file=str(path)) from error
    if not isinstance(data, dict):
        raise SavedPlanError("is not a gold file: a JSON object is expected", file=str(path))
    return data


def _plan(data: Any, path: Path) -> Plan:
    try:
        plan = Plan.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(["plan", *(str(part) for part in first["loc"])])
        raise SavedPlanError(f"is not what the model says: {place}: {first['msg']}", file=str(path)) from error
    if plan.schema_version.split(".")[0] != SCHEMA_VERSION.split(".")[0]:
        raise SavedPlanError(f"is of model version {plan.schema_version}, not {SCHEMA_VERSION}", file=str(path))
    unknown = unknown_fields(plan, "plan")
    if unknown:
        raise SavedPlanError(f"the model has no field {unknown[0]}", file=str(path))
    for link in _dangling(plan):
        raise SavedPlanError(f"{link} points at nothing in the file", file=str(path))
    ids = Counter([*(section.id for section in plan.sections), *(goal.id for goal in plan.goals)])
    for twice in (name for name, count in ids.items() if name and count > 1):
        raise SavedPlanError(f"two records have the id {twice!r}", file=str(path))
    return plan


def _dangling(plan: Plan) -> Iterator[str]:
    """Links of gold that point at no id of the file."""
    sections = {section.id for section in plan.sections}
    goals = {goal.id for goal in plan.goals}
    targets = {"section_id": sections, "goal_id": goals}
    for name in type(plan).model_fields:
        records = getattr(plan, name)
        for index, record in enumerate(records if isinstance(records, list) else []):
            own = targets | {"parent_id": sections if name == "sections" else goals}
            for link, ids in own.items():
                target = getattr(record, link, None)
                if target is not None and target not in ids:
                    yield f"plan.{name}[{index}].{link} ({target!r})"
