"""The tasks that a conversion hands out: plain dictionaries, for they cross processes and machines.

What is done with them stands in :mod:`planparse.archive.work`, which only workers import: the parent of a conversion
needs no PDF library.
"""

from __future__ import annotations

from typing import Any

from planparse.archive.inputs import Input
from planparse.archive.register import Entry

Task = dict[str, Any]

TARGET = "planparse.archive.work:run"
"""the function that does a task, as a worker process is told it"""


def conversion(file: Input, out: str, options: dict[str, Any], entry: Entry | None, *, reuse: bool) -> Task:
    """The task of converting a file. ``reuse``: take a plan of the same content, version and options that is there."""
    return {
        "kind": "convert",
        "path": file.path,
        "name": file.name,
        "size": file.size,
        "modified": file.modified,
        "out": out,
        "options": options,
        "entry": _as_dict(entry),
        "reuse": reuse,
    }


def settlement(plan_id: str, out: str, name: str, entry: Entry | None) -> Task:
    """The task of giving a plan that is there its final name and register entry."""
    return {"kind": "settle", "path": plan_id, "plan_id": plan_id, "out": out, "name": name, "entry": _as_dict(entry)}


def _as_dict(entry: Entry | None) -> Task | None:
    return None if entry is None else {name: getattr(entry, name) for name in Entry.__slots__}
