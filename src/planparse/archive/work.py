"""What a worker does with one file: read it, parse it, put in what the register says, write the plan.

In goes a task of :mod:`planparse.archive.tasks`, out come fields of a manifest row. ``run`` never raises for a file's
fault: the row says what is wrong.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from functools import lru_cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from planparse.archive.folders import Folder, open_folder
from planparse.archive.inputs import read_input
from planparse.archive.outcomes import plan_name
from planparse.archive.register import Entry
from planparse.archive.registering import register
from planparse.errors import PlanparseError
from planparse.model import Plan
from planparse.model.terms import RECORD_KINDS
from planparse.pipeline import parse
from planparse.schema_version import SCHEMA_VERSION

if TYPE_CHECKING:
    from planparse.archive.worker import TellPages

Told = dict[str, Any]


def run(task: Told, tell_pages: TellPages) -> Told:
    """Does a task; returns fields of a manifest row, and whether a plan that was there has been taken (``reused``)."""
    row: Told = {"planparse": _version(), "schema_version": SCHEMA_VERSION}
    try:
        row |= (_settle if task["kind"] == "settle" else _convert)(task, tell_pages, row)
    except PlanparseError as error:
        row |= {"status": "failed", "error": error.code, "message": _message(error)}
    return row


def _convert(task: Told, tell_pages: TellPages, row: Told) -> Told:
    data = read_input(task["path"])
    row["byte_size"] = len(data)
    row["sha256"] = hashlib.sha256(data).hexdigest()
    folder, plan_id = _folder(task["out"]), row["sha256"][:16]
    if task["reuse"]:
        there = _made_alike(folder, plan_id, task["options"])
        if there is not None:
            return {"plan_id": plan_id, "reused": True, **_counts(_renamed(folder, there, task))}
    options = task["options"]

    def opened(pages: int) -> None:
        row["pages"] = pages
        tell_pages(pages)

    plan = parse(
        data,
        reader=options["reader"],
        file_name=task["name"],
        ocr=options.get("ocr", "auto"),
        ocr_engine=options.get("ocr_engine"),
        on_opened=opened,
        on_ocr=lambda ocr_pages: tell_pages(row["pages"], ocr_pages),
    )
    register(plan, _entry(task["entry"]))
    _write(folder, plan)
    return {"plan_id": plan_id, **_counts(plan)}


def _settle(task: Told, tell_pages: TellPages, row: Told) -> Told:
    folder, name = _folder(task["out"]), plan_name(task["plan_id"])
    with folder.open(name) as file:
        plan = Plan.from_json(file.read(), file=name)
    return {"plan_id": task["plan_id"], **_counts(_renamed(folder, plan, task))}


def _renamed(folder: Folder, plan: Plan, task: Told) -> Plan:
    """A plan that is there, with the task's file name and register entry; written where it was otherwise."""
    before = _text(plan)
    plan.source.file_name = task["name"]
    if not task["keep_register"]:
        register(plan, _entry(task["entry"]))
    if _text(plan) != before:
        _write(folder, plan)
    return plan


def _made_alike(folder: Folder, plan_id: str, options: Told) -> Plan | None:
    """The plan of that id, if this version made it with these options."""
    try:
        with folder.open(plan_name(plan_id)) as file:
            plan = Plan.from_json(file.read())
    except (FileNotFoundError, PlanparseError):
        return None
    same = plan.parser.version == _version() and plan.schema_version == SCHEMA_VERSION
    return plan if same and all(plan.parser.options.get(name) == value for name, value in options.items()) else None


def _counts(plan: Plan) -> Told:
    severities = Counter(entry.severity for entry in plan.diagnostics)
    records = {kind: len(getattr(plan, kind)) for kind in RECORD_KINDS}
    return {
        "status": "converted_with_doubts" if severities["error"] else "converted",
        "pages": plan.source.page_count,
        "records": {kind: count for kind, count in records.items() if count},
        "diagnostics": dict(sorted(Counter(entry.code for entry in plan.diagnostics).items())),
        "severities": dict(sorted(severities.items())),
    }


def _write(folder: Folder, plan: Plan) -> None:
    folder.write(plan_name(plan.id), _text(plan))


def _text(plan: Plan) -> bytes:
    # In one line: 60,000 plans take 8 GB so, and 21 GB indented.
    return plan.to_json(indent=None).encode() + b"\n"


def _message(error: PlanparseError) -> str:
    return error.message if error.page is None else f"page {error.page}: {error.message}"


def _entry(data: Told | None) -> Entry | None:
    return None if data is None else Entry(**data)


@lru_cache(maxsize=1)
def _version() -> str:
    return version("planparse")


@lru_cache(maxsize=4)
def _folder(url: str) -> Folder:
    return open_folder(url)
