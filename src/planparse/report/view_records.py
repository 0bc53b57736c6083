"""A plan's records as the view lists them, each kind by a small function of its own.

A shown record is a dict ready for JSON: ``kind``, ``no`` (its running number within the kind, from 1), ``id`` where the
model has one, ``title``, ``fields`` ([name, value] pairs in the order in which they are shown), ``boxes`` on the pages,
``parts`` (values and cells with boxes of their own), and ``links`` to other records by their ids.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from planparse.model import (
    Activity,
    Assignment,
    Budget,
    BudgetLine,
    CalendarItem,
    Control,
    Goal,
    Guarantee,
    Indicator,
    Plan,
    Section,
    Service,
    StatedAmount,
    Table,
    Volume,
)
from planparse.model.record import Location
from planparse.report.view_kinds import KINDS
from planparse.report.view_parts import (
    amount_part,
    boxes,
    cell_part,
    filled,
    quantity_part,
    value_part,
)

Shown = dict[str, Any]


def shown_records(plan: Plan) -> list[Shown]:
    """All records, kind by kind, in the order of the legend."""
    out: list[Shown] = list(_metadata(plan))
    for kind in KINDS[1:]:
        show = _SHOW[kind.name]
        for number, record in enumerate(getattr(plan, kind.name), start=1):
            shown = show(record)
            links = _links(record)
            out.append(
                {
                    "kind": kind.name,
                    "no": number,
                    **filled(id=getattr(record, "id", None)),
                    **shown,
                    "boxes": boxes(_places(record)),
                    **({"links": links} if links else {}),
                }
            )
    return out


def _places(record: Any) -> Sequence[Location]:
    """A record's places. A line's cells are parts of their own, and a table's region holds all of them."""
    places: Sequence[Location] = record.locations
    return places


def _links(record: Any) -> list[list[str]]:
    """[relation, id] of what a record belongs to."""
    names = ("parent_id", "goal_id", "section_id")
    found = ((name.removesuffix("_id"), getattr(record, name, None)) for name in names)
    return [[relation, linked] for relation, linked in found if linked]


def _pairs(**fields: Any) -> list[list[Any]]:
    return [[name, value] for name, value in filled(**fields).items()]


def _metadata(plan: Plan) -> Iterator[Shown]:
    """A record for each thing that the plan says of itself, so that each can be pointed at."""
    board, adopted, period = plan.board, plan.adopted, plan.period
    place = plan.municipality
    told: dict[str, list[list[Any]]] = {
        "title": _pairs(title=plan.title),
        "document_type": _pairs(document_type=plan.document_type),
        "municipality": _pairs(municipality=place.name, code=place.code, county=place.county),
        "board": _pairs(board=board.name, board_kind=board.kind) if board else [],
        "period": _pairs(period_start=period.start, period_end=period.end),
        "adopted": _pairs(adopted_by=adopted.by, adopted_date=adopted.date, adopted_reference=adopted.reference),
    }
    for number, (name, fields) in enumerate(told.items(), start=1):
        if fields:
            places = [at for key, found in plan.field_locations.items() if key.split(".")[0] == name for at in found]
            yield {"kind": "plan", "no": number, "id": f"plan-{name}", "fields": fields, "boxes": boxes(places)}


def _section(section: Section) -> Shown:
    title = f"{section.number} {section.title}" if section.number else section.title
    return {
        "title": title,
        "level": section.level,
        "fields": _pairs(board=section.board, text=section.text),
    }


def _goal(goal: Goal) -> Shown:
    found = goal.assessment
    judged = (
        _pairs(assessment=found.status, assessment_raw=found.raw, assessment_year=found.year, comment=found.comment)
        if found
        else []
    )
    return {
        "title": goal.text,
        "fields": _pairs(
            label=goal.label,
            term=goal.term,
            goal_level=goal.level,
            area=goal.area,
            unit=goal.unit,
            strategy=goal.strategy,
            measurement=goal.measurement,
            reporting=goal.reporting,
            responsible=goal.responsible,
        )
        + judged,
    }


def _indicator(indicator: Indicator) -> Shown:
    return {
        "title": indicator.name,
        "fields": _pairs(source=indicator.source),
        "parts": [value_part(value) for value in indicator.values],
    }


def _volume(volume: Volume) -> Shown:
    return {
        "title": volume.label,
        "fields": _pairs(group=volume.group),
        "parts": [value_part(value) for value in volume.values],
    }


def _assignment(assignment: Assignment) -> Shown:
    return {
        "title": assignment.text,
        "fields": _pairs(
            label=assignment.label,
            giver=assignment.giver,
            responsible=assignment.responsible,
            end=assignment.end,
            status=assignment.status,
            comment=assignment.comment,
        ),
    }


def _activity(activity: Activity) -> Shown:
    return {
        "title": activity.text,
        "fields": _pairs(
            responsible=activity.responsible,
            start=activity.start,
            end=activity.end,
            status=activity.status,
            progress=activity.progress,
            comment=activity.comment,
        ),
    }


def _guarantee(guarantee: Guarantee) -> Shown:
    target = guarantee.target
    # The target is a part of the sentence and has no place of its own.
    parts = [{**quantity_part(target, []), "of": {"role": "target"}}] if target else []
    return {"title": guarantee.text, "fields": [], "parts": parts}


def _control(control: Control) -> Shown:
    return {
        "title": control.control or control.process or "",
        "fields": _pairs(
            process=control.process if control.control else None,
            responsible=control.responsible,
            frequency=control.frequency,
            method=control.method,
            report_to=control.report_to,
            risk=control.risk,
        ),
    }


def _calendar_item(item: CalendarItem) -> Shown:
    return {"title": item.text, "fields": _pairs(label=item.label, year=item.year, month=item.month)}


def _service(service: Service) -> Shown:
    return {
        "title": service.name or service.unit or service.mission or "",
        "fields": _pairs(unit=service.unit, mission=service.mission, target_group=service.target_group),
    }


def _stated_amount(amount: StatedAmount) -> Shown:
    part = {
        "raw": amount.raw,
        "read": filled(value=amount.sek, unit="SEK" if amount.sek is not None else None),
        "boxes": boxes(amount.locations),
        "of": filled(year=amount.year),
    }
    return {
        "title": amount.sentence or amount.raw,
        "fields": _pairs(amount_kind=amount.kind),
        "parts": [part],
    }


def _budget(budget: Budget) -> Shown:
    parts = [amount_part(amount) for line in budget.lines for amount in line.amounts]
    starts = [0]
    for line in budget.lines:
        starts.append(starts[-1] + len(line.amounts))
    for check in budget.checks:
        at = starts[check.line] + check.column if check.line < len(budget.lines) else len(parts)
        if at < len(parts):
            told = filled(kind=check.kind, stated=check.stated, computed=check.computed)
            parts[at]["check"] = {**told, "ok": check.ok and parts[at].get("check", {}).get("ok", True)}
    return {
        **_called(budget.title, [column.label for column in budget.columns]),
        "fields": _pairs(
            budget_kind=budget.kind, money_unit=budget.unit, unit_name=budget.unit_name, checks=_told(budget)
        ),
        "columns": [filled(label=c.label, measure=c.measure, year=c.year) for c in budget.columns],
        "lines": [_line(line, first) for line, first in zip(budget.lines, starts, strict=False)],
        "parts": parts,
    }


def _called(title: str | None, heads: Sequence[str]) -> Shown:
    """A table's title, or, where it has none, its column heads to know it by."""
    return {"title": title} if title else {"title": "", **filled(heads=" · ".join(filter(None, heads)))}


def _line(line: BudgetLine, first: int) -> Shown:
    """A line by its label and the numbers of its parts."""
    return {
        **filled(label=line.label, role=line.role, group=line.group),
        "first": first,
        "count": len(line.amounts),
        "boxes": boxes(line.locations[:1]),
    }


def _told(budget: Budget) -> list[int]:
    """[sums that add up, sums that were looked at]"""
    return [sum(check.ok for check in budget.checks), len(budget.checks)] if budget.checks else []


def _table(table: Table) -> Shown:
    rows: list[list[int]] = []
    parts: list[Shown] = []
    for row in table.cells:
        rows.append([len(parts), len(row)])
        parts += [cell_part(cell) for cell in row]
    return {
        **_called(table.title, [cell.text for cell in table.cells[0]] if table.cells else []),
        "fields": _pairs(table_kind=table.kind, reason=table.reason),
        "head": table.header_rows,
        "rows": rows,
        "parts": parts,
    }


_SHOW: dict[str, Callable[[Any], Shown]] = {
    "sections": _section,
    "goals": _goal,
    "indicators": _indicator,
    "volumes": _volume,
    "assignments": _assignment,
    "activities": _activity,
    "guarantees": _guarantee,
    "controls": _control,
    "calendar": _calendar_item,
    "services": _service,
    "amounts": _stated_amount,
    "budgets": _budget,
    "tables": _table,
}
