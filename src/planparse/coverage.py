"""For each kind of record: found, looked for and not there, or not readable (so that "none" can be believed)."""

from __future__ import annotations

from collections.abc import Iterable

from planparse.model import Coverage, Plan, Record
from planparse.model.terms import RECORD_KINDS, CoverageState, RecordKind, TableKind

_TABLE_KINDS: dict[RecordKind, TableKind] = {
    "goals": "goals",
    "indicators": "indicators",
    "assignments": "assignments",
    "activities": "activities",
    "guarantees": "guarantees",
    "budgets": "budget",
    "volumes": "volumes",
    "controls": "controls",
    "calendar": "calendar",
}


def coverage_of(plan: Plan, unread_pages: Iterable[int] = ()) -> dict[RecordKind, Coverage]:
    """Coverage by kind. ``unread_pages`` are those of which text was lost or never there.

    A kind is "unread" when nothing of it was found and a page could not be read, or a table that was taken for its
    kind gave no record; ``pages`` are those where its records stand, or those that could not be read.
    """
    lost = sorted(set(unread_pages))
    out: dict[RecordKind, Coverage] = {}
    for kind in RECORD_KINDS:
        records: list[Record] = getattr(plan, kind)
        silent = [] if records else _silent_tables(plan, _TABLE_KINDS.get(kind))
        state: CoverageState = "found" if records else "unread" if lost or silent else "none"
        pages = _pages(records) if records else sorted({*lost, *silent})
        out[kind] = Coverage(state=state, pages=pages)
    return out


def _silent_tables(plan: Plan, kind: TableKind | None) -> list[int]:
    return _pages([table for table in plan.tables if kind is not None and table.kind == kind])


def _pages(records: Iterable[Record]) -> list[int]:
    return sorted({place.page for record in records for place in getattr(record, "locations", ())})
