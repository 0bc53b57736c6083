"""One goal or indicator through the years: what each plan and report said of it, with the targets and outcomes.

A goal is followed over its rewordings (by the changes that a comparison finds), an indicator over its names (by its
group). What is found reads like the query or has its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from planparse.compare.build import compare
from planparse.compare.columns import Column, Row
from planparse.compare.finding import nearness
from planparse.compare.sources import Source
from planparse.compare.tables import Table

if TYPE_CHECKING:
    import pandas as pd

    from planparse.compare.comparison import Comparison

_NEAR = 0.5
"""nearness from which a wording is what was asked for: half its weight, or all the query's words"""

TRACED = Table(
    "traced",
    "Spår",
    "One row a goal of a document, or a value of an indicator, thread by thread and year by year.",
    (
        Column("thread", "integer", "Spår", "Rows of one number are one goal or indicator through the years."),
        Column("record", "text", "Slag", "goal or indicator."),
        Column("municipality", "text", "Kommun", "Name of the municipality."),
        Column("board", "text", "Nämnd", "The board."),
        Column("year", "integer", "År", "The value's year; for a goal the document's first."),
        Column("text", "text", "Lydelse", "As printed."),
        Column("role", "text", "Roll", "baseline, target, outcome, forecast; null for a goal."),
        Column("gender", "text", "Kön", "K, M, T or null."),
        Column("raw", "text", "Tryckt värde", "As printed; a report's assessment for a goal."),
        Column("value", "number", "Värde", "In ``unit``."),
        Column("unit", "text", "Enhet", "The value's unit."),
        Column("change", "text", "Förändring", "What became of the goal since the plan before: kept, reworded, …"),
        Column("superseded", "boolean", "Ersatt", "Said anew by a later document."),
        Column("vintage", "text", "Årgång", "Which document said it: its years and kind."),
        Column("plan", "text", "Plan", "The plan's id."),
        Column("document", "text", "Dokument", "File name."),
        Column("page", "integer", "Filsida", "1-based page of the file."),
        Column("page_label", "text", "Tryckt sida", "The page number printed there."),
        Column("bbox", "text", "Plats", '"x0 top x1 bottom" in points.'),
    ),
)

Key = tuple[Any, Any]


def trace(
    plans: Iterable[Source] | Source,
    query: str,
    *,
    municipality: str | Sequence[str] = (),
    board: str | None = None,
    model: bool = False,
) -> pd.DataFrame:
    """What plans and reports say of a goal or indicator over the years, as a table with the columns of ``TRACED``.

    Raises:
        MissingFileError, SavedPlanError, MissingExtraError
    """
    return trace_in(compare(plans, municipality=municipality, board=board, model=model), query)


def trace_in(comparison: Comparison, query: str) -> pd.DataFrame:
    """The same from a comparison at hand."""
    goals = _records(comparison.goals)
    indicators = _records(comparison.indicators)
    changes = [row for row in _records(comparison.changes) if row["record"] == "goal"]
    rows = [*_goal_threads(goals, changes, query), *_indicator_threads(indicators, query)]
    numbers: dict[Any, int] = {}
    ordered = sorted(rows, key=lambda row: (row["record"], str(row["thread"]), row["year"] or 0))
    return TRACED.frame(
        {**row, "thread": numbers.setdefault((row["record"], row["thread"]), len(numbers))} for row in ordered
    )


def _goal_threads(goals: Sequence[Row], changes: Sequence[Row], query: str) -> list[Row]:
    threads = _threads(goals, changes)
    since = {(row["plan_to"], row["record_to"]): row["change"] for row in changes if row["record_to"]}
    scores = nearness(query, [row["text"] for row in goals])
    wanted = {threads[row["plan"], row["goal"]] for row, score in zip(goals, scores, strict=True) if score >= _NEAR}
    return [
        {
            **_shared(row),
            "thread": threads[row["plan"], row["goal"]],
            "record": "goal",
            "raw": row["status_raw"],
            "change": since.get((row["plan"], row["goal"])),
            "vintage": _years(row),
        }
        for row in goals
        if threads[row["plan"], row["goal"]] in wanted
    ]


def _threads(goals: Sequence[Row], changes: Sequence[Row]) -> dict[Key, Any]:
    """The thread of each goal: goals of one wording group of a board, and those that changes lead to."""
    leader: dict[Any, Any] = {}

    def first(thing: Any) -> Any:
        while leader.get(thing, thing) != thing:
            thing = leader[thing]
        return thing

    for row in goals:
        board = (row["municipality"], row["board"], "group", row["group"])
        leader[row["plan"], row["goal"]] = first(board)
    for row in changes:
        if row["record_from"] and row["record_to"] and row["change"] != "turned":
            one, other = first((row["plan_from"], row["record_from"])), first((row["plan_to"], row["record_to"]))
            if one != other:
                leader[other] = one
    return {(row["plan"], row["goal"]): first((row["plan"], row["goal"])) for row in goals}


def _indicator_threads(indicators: Sequence[Row], query: str) -> list[Row]:
    scores = nearness(query, [row["name"] for row in indicators])
    wanted = {_thread(row) for row, score in zip(indicators, scores, strict=True) if score >= _NEAR}
    return [
        {
            **_shared(row),
            "thread": _thread(row),
            "record": "indicator",
            "text": row["name"],
            **{name: row[name] for name in ("role", "gender", "raw", "value", "unit", "vintage")},
        }
        for row in indicators
        if _thread(row) in wanted
    ]


def _thread(row: Row) -> Key:
    return (row["municipality"], row["board"]), row["group"]


def _shared(row: Row) -> Row:
    names = ("municipality", "board", "year", "superseded", "plan", "document", "page", "page_label", "bbox")
    return {**{name: row[name] for name in names}, "text": row.get("text")}


def _years(row: Row) -> str:
    years = f"{row['year']}" if row["year"] == row["year_end"] else f"{row['year']}-{row['year_end']}"
    return f"{years} {row['document_type']}"


def _records(frame: pd.DataFrame) -> list[Row]:
    """A table's rows, with None where there is nothing."""
    import pandas as pd

    return [{name: None if _missing(value, pd) else value for name, value in row.items()} for row in _dicts(frame)]


def _dicts(frame: pd.DataFrame) -> list[Mapping[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def _missing(value: Any, pd: Any) -> bool:
    return value is None or value is pd.NA or (isinstance(value, float) and value != value)
