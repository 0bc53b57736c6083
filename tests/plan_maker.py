"""Small plans by hand for the comparison's tests: a plan in a line or two, complete unless told otherwise."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from planparse.model import Plan
from planparse.model.terms import RECORD_KINDS

PLACE = {"page": 3, "bbox": [60, 100, 300, 120]}


def plan(
    municipality: str,
    board: str | None,
    years: int | tuple[int, int],
    kind: str = "verksamhetsplan",
    *,
    unread: tuple[str, ...] = (),
    code: str | None = None,
    adopted: str | None = None,
    **records: Any,
) -> Plan:
    """A plan; ``unread`` names kinds of record that could not be read."""
    start, end = (years, years) if isinstance(years, int) else years
    name = f"{municipality}-{board}-{start}-{end}-{kind}-{adopted or ''}".lower()
    found = {record: {"state": "unread" if record in unread else "found", "pages": []} for record in RECORD_KINDS}
    return Plan.model_validate(
        {
            "source": {
                "file_name": f"{name}.pdf",
                "sha256": sha256(name.encode()).hexdigest(),
                "page_count": 5,
                "pages": [{"number": number, "label": str(number - 1)} for number in range(1, 6)],
            },
            "title": f"{kind.capitalize()} {start}",
            "document_type": kind,
            "municipality": {"name": municipality, "code": code},
            "board": {"name": board, "kind": "socialnamnd"} if board else None,
            "period": {"start": start, "end": end},
            "adopted": {"date": adopted},
            "coverage": found,
            **records,
        }
    )


def goal(number: int, text: str, level: str = "board", **more: Any) -> dict[str, Any]:
    """A goal with the id "g1", "g2", …"""
    return {"id": f"g{number}", "text": text, "level": level, "locations": [PLACE], **more}


def indicator(number: int, name: str, *values: dict[str, Any], goal: int | None = None, **more: Any) -> dict[str, Any]:
    """An indicator with the id "i1", … of the goal with a number."""
    goal_id = f"g{goal}" if goal else None
    return {"id": f"i{number}", "name": name, "goal_id": goal_id, "values": list(values), "locations": [PLACE], **more}


def value(
    role: str, year: int | None, raw: str, figure: float | None, unit: str | None = "percent", **more: Any
) -> dict[str, Any]:
    """A value; ``comparator``, ``reference`` and ``upper`` are its quantity's."""
    quantity = {"raw": raw, "value": figure, "unit": unit}
    quantity |= {name: more.pop(name) for name in ("comparator", "reference", "upper") if name in more}
    return {"role": role, "year": year, "quantity": quantity, "locations": [PLACE], **more}


def budget(
    *lines: tuple[str, list[tuple[str, float | None]]],
    columns: list[tuple[str, str, int | None]],
    unit: str | None = "tkr",
) -> dict[str, Any]:
    """A money table: lines of (label, [(raw, kronor)]) under columns of (label, measure, year)."""
    return {
        "id": "b1",
        "kind": "income_statement",
        "unit": unit,
        "columns": [{"label": label, "measure": measure, "year": year} for label, measure, year in columns],
        "lines": [
            {
                "label": label,
                "role": "item",
                "amounts": [{"raw": raw, "sek": sek, "locations": [PLACE]} for raw, sek in amounts],
            }
            for label, amounts in lines
        ],
    }


def rows(frame: Any) -> list[dict[str, Any]]:
    """A table's rows with None where nothing is."""
    plain = frame.astype(object).where(frame.notna(), None)
    return plain.to_dict("records")
