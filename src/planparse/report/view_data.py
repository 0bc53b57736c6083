"""All that the view's page is told, as one dict ready for JSON: pages, records, doubts, what was looked for."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from planparse.model import Diagnostic, Plan
from planparse.model.codes import CODES
from planparse.report.view_kinds import KINDS
from planparse.report.view_parts import boxes, filled
from planparse.report.view_records import Shown, shown_records

_SEVERITY_ORDER = {"error": 0, "warning": 1, "info": 2}
_SAME_PLACE = 0.6
"""a doubt's box is a part's where they share this much of the smaller one: the same cell, its ink or its frame"""


def view_data(plan: Plan, pictured: Collection[int]) -> dict[str, Any]:
    """``pictured`` names the pages whose picture goes with the view."""
    records = shown_records(plan)
    at = {record["id"]: index for index, record in enumerate(records) if "id" in record}
    doubts = [_doubt(diagnostic, at) for diagnostic in plan.diagnostics]
    doubts.sort(key=_reading_order)
    for number, doubt in enumerate(doubts, start=1):
        doubt["no"] = number
        for index in doubt["refs"]:
            records[index].setdefault("doubts", []).append(number)
            _mark_parts(records[index], doubt)
    for record in records:
        if "links" in record:
            record["links"] = [[relation, at[linked]] for relation, linked in record["links"] if linked in at]
    return {
        "title": plan.title or plan.source.file_name,
        "file": plan.source.file_name,
        "issuer": filled(
            municipality=plan.municipality.name,
            board=plan.board.name if plan.board else None,
            start=plan.period.start,
            end=plan.period.end,
        ),
        "kinds": [{"name": kind.name, "one": kind.one, "below": kind.below} for kind in KINDS],
        "pages": _pages(plan, pictured),
        "records": records,
        "doubts": doubts,
        "coverage": [[kind, entry.state, entry.pages] for kind, entry in plan.coverage.items()],
        "parser": f"{plan.parser.name} {plan.parser.version}".strip(),
    }


def _pages(plan: Plan, pictured: Collection[int]) -> list[dict[str, Any]]:
    return [
        {
            "no": page.number,
            # A page without a size (a damaged one) is shown as an empty sheet of A4.
            "width": page.width or 595,
            "height": page.height or 842,
            "picture": page.number in pictured,
            "layer": page.text_layer,
            **filled(label=page.label),
        }
        for page in plan.source.pages
    ]


def _doubt(diagnostic: Diagnostic, at: dict[str, int]) -> dict[str, Any]:
    meaning = CODES.get(diagnostic.code, (diagnostic.severity, ""))[1]
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": diagnostic.message or meaning,
        "boxes": boxes(diagnostic.locations),
        "refs": [at[ref] for ref in dict.fromkeys(diagnostic.refs) if ref in at],
    }


def _reading_order(doubt: dict[str, Any]) -> tuple[Any, ...]:
    """By place; what is of no place comes first, for it is about the whole document."""
    first = doubt["boxes"][0] if doubt["boxes"] else [0, 0, 0, 0, 0]
    return first[0], first[2], first[1], _SEVERITY_ORDER[doubt["severity"]]


def _mark_parts(record: Shown, doubt: dict[str, Any]) -> None:
    for part in record.get("parts", ()):
        if any(_same_place(one, other) for one in part["boxes"] for other in doubt["boxes"]):
            part.setdefault("doubts", []).append(doubt["no"])


def _same_place(one: list[float], other: list[float]) -> bool:
    if one[0] != other[0]:
        return False
    width = min(one[3], other[3]) - max(one[1], other[1])
    height = min(one[4], other[4]) - max(one[2], other[2])
    if width <= 0 or height <= 0:
        return False
    smaller = min((box[3] - box[1]) * (box[4] - box[2]) for box in (one, other))
    larger = max((box[3] - box[1]) * (box[4] - box[2]) for box in (one, other))
    # A doubt about a whole table lies over every cell of it and says nothing of a single one.
    return width * height >= _SAME_PLACE * smaller and larger <= 6 * smaller
