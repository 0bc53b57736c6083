"""A plan as tidy pandas tables: one row a record or value, each with its issuer and its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast, get_args

import pandas as pd

from planparse.model.plan import Plan
from planparse.model.record import Record
from planparse.model.records import Value

_NESTED = {"locations", "values", "columns", "lines", "checks", "amounts", "quantity", "target", "assessment"}

Row = dict[str, Any]


def frames(plan: Plan) -> dict[str, pd.DataFrame]:
    """The plan's tables by name; a table without rows keeps its columns."""
    return {name: _frame(plan, rows) for name, rows in _tables(plan).items()}


def _tables(plan: Plan) -> dict[str, tuple[list[str], Iterable[Row]]]:
    def flat(kind: type[Record]) -> list[str]:
        return [name for name in kind.model_fields if name not in _NESTED]

    quantity = ["raw", "value", "upper", "unit", "comparator", "reference", "note"]
    value = ["role", "year", "as_of", "gender", "column", *quantity]
    parts: dict[str, tuple[list[str], Iterable[Row]]] = {}
    assessment = ["status", "status_raw", "status_year", "status_comment"]
    parts["goals"] = (flat(_item(plan, "goals")) + assessment, _goal_rows(plan))
    parts["indicators"] = (flat(_item(plan, "indicators")), (_row(plan, item) for item in plan.indicators))
    owner = ["indicator_id", "goal_id", "name", "source", "section_id"]
    parts["indicator_values"] = (owner + value, _value_rows(plan, "indicators", owner, "indicator_id"))
    owner = ["volume_id", "label", "group", "section_id"]
    parts["volume_values"] = (owner + value, _value_rows(plan, "volumes", owner, "volume_id"))
    parts["budget_amounts"] = (_BUDGET_COLUMNS, _budget_rows(plan))
    target = [f"target_{name}" for name in quantity]
    parts["guarantees"] = (flat(_item(plan, "guarantees")) + target, _guarantee_rows(plan))
    for name in ("sections", "assignments", "activities", "controls", "calendar", "services", "amounts", "diagnostics"):
        parts[name] = (flat(_item(plan, name)), (_row(plan, item) for item in getattr(plan, name)))
    parts["coverage"] = (
        ["kind", "state", "pages"],
        ({"kind": kind, "state": entry.state, "pages": entry.pages} for kind, entry in plan.coverage.items()),
    )
    return parts


_BUDGET_COLUMNS = [
    *["budget_id", "kind", "title", "unit", "unit_name", "section_id", "line", "label", "role", "group"],
    *["column", "column_label", "measure", "year", "raw", "sek", "note"],
]


def _item(plan: Plan, name: str) -> type[Record]:
    """The record class of one of the plan's lists."""
    (kind,) = get_args(type(plan).model_fields[name].annotation)
    assert issubclass(kind, Record)
    return cast("type[Record]", kind)


def _place(plan: Plan, record: Record) -> Row:
    locations = getattr(record, "locations", [])
    page = locations[0].page if locations else None
    return {"page": page, "page_label": plan.label_of(page) if page is not None else None}


def _row(plan: Plan, record: Record) -> Row:
    fields = {name: getattr(record, name) for name in type(record).model_fields if name not in _NESTED}
    return fields | _place(plan, record)


def _goal_rows(plan: Plan) -> Iterator[Row]:
    for goal in plan.goals:
        row = _row(plan, goal)
        if goal.assessment is not None:
            row |= {"status": goal.assessment.status, "status_raw": goal.assessment.raw}
            row |= {"status_year": goal.assessment.year, "status_comment": goal.assessment.comment}
        yield row


def _value_rows(plan: Plan, kind: str, owner: list[str], id_name: str) -> Iterator[Row]:
    for record in getattr(plan, kind):
        shared = {name: getattr(record, "id" if name == id_name else name) for name in owner}
        values: list[Value] = record.values
        for value in values:
            quantity = {name: getattr(value.quantity, name) for name in type(value.quantity).model_fields}
            quantity.pop("year")
            yield shared | _row(plan, value) | quantity


def _budget_rows(plan: Plan) -> Iterator[Row]:
    for budget in plan.budgets:
        shared = {name: getattr(budget, name) for name in ("kind", "title", "unit", "unit_name", "section_id")}
        for number, line in enumerate(budget.lines):
            named = {"line": number, "label": line.label, "role": line.role, "group": line.group}
            for index, (column, amount) in enumerate(zip(budget.columns, line.amounts, strict=False)):
                yield (
                    {"budget_id": budget.id, **shared, **named, "column": index, "column_label": column.label}
                    | {"measure": column.measure, "year": column.year}
                    | _row(plan, amount)
                )


def _guarantee_rows(plan: Plan) -> Iterator[Row]:
    for guarantee in plan.guarantees:
        row = _row(plan, guarantee)
        if guarantee.target is not None:
            row |= {f"target_{name}": getattr(guarantee.target, name) for name in type(guarantee.target).model_fields}
        yield row


def _frame(plan: Plan, table: tuple[list[str], Iterable[Row]]) -> pd.DataFrame:
    columns, rows = table
    issuer: Row = {
        "plan_id": plan.id,
        "municipality": plan.municipality.name,
        "municipality_code": plan.municipality.code,
        "board": plan.board.name if plan.board else None,
        "document_type": plan.document_type,
        "plan_year": plan.period.start,
    }
    names = [*issuer, *columns, "page", "page_label"]
    return pd.DataFrame([issuer | row for row in rows], columns=list(dict.fromkeys(names)))
