"""For each goal the facts about how it can be measured; no grade. What was not read completely is left open (null)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from planparse.compare.columns import Row
from planparse.compare.facts import GoalFact
from planparse.model import Value


def measurability_rows(
    goals: Sequence[GoalFact], followups: Sequence[Row], superseded: Mapping[str, str], reported: Mapping[str, bool]
) -> Iterator[Row]:
    """The rows of ``measurability``, for the goals of all documents.

    ``reported`` tells of each plan whether a report for one of its years is at hand, and was read completely. A report
    follows up what it says something of.
    """
    followed = {
        (str(row.get("plan_plan")), str(row.get("record_plan")))
        for row in followups
        if row.get("record_plan")
        and row.get("plan_report") != row.get("plan_plan")
        and row.get("text_report") is not None
    }
    for fact in goals:
        yield _row(fact, followed, superseded, reported)


def _row(
    fact: GoalFact, followed: set[tuple[str, str]], superseded: Mapping[str, str], reported: Mapping[str, bool]
) -> Row:
    values = [value for indicator in fact.indicators for value in indicator.values]
    complete = fact.document.complete("indicators")
    targets = [value for value in values if value.role == "target" and value.quantity.raw]
    keys = {(fact.document.id, fact.goal.id), *((fact.document.id, indicator.id) for indicator in fact.indicators)}
    found = bool(keys & followed) or (fact.document.is_report and _is_followed_up(fact, values))
    return {
        **fact.board.row,
        "year": fact.document.start,
        "level": fact.level,
        "text": fact.goal.text,
        "has_indicator": True if fact.indicators else False if complete else None,
        "has_baseline": _known(any(_is_baseline(value, fact) for value in values), complete),
        "has_target": _known(bool(targets), complete),
        "has_year": _known(any(value.year is not None for value in targets), complete),
        "has_followup": True if found else False if _looked_for(fact, complete, reported) else None,
        "indicators": len(fact.indicators),
        "reason": None if complete else f"dokumentet kunde inte läsas fullständigt ({fact.document.doubt})",
        "superseded": fact.document.id in superseded,
        "document_type": fact.document.plan.document_type,
        "goal": fact.goal.id,
        **fact.place(),
    }


def _known(found: bool, complete: bool) -> bool | None:
    return True if found else False if complete else None


def _is_baseline(value: Value, fact: GoalFact) -> bool:
    if value.quantity.value is None:
        return False
    earlier = value.year is not None and fact.document.start is not None and value.year < fact.document.start
    return value.role == "baseline" or (value.role == "outcome" and earlier)


def _is_followed_up(fact: GoalFact, values: Sequence[Value]) -> bool:
    """Whether a report says itself what came of a goal."""
    assessment = fact.goal.assessment
    return (assessment is not None and bool(assessment.raw or assessment.status)) or any(
        value.role == "outcome" and value.quantity.value is not None for value in values
    )


def _looked_for(fact: GoalFact, complete: bool, reported: Mapping[str, bool]) -> bool:
    """Whether "no follow-up" can be said: a report was read completely that would have it."""
    return (
        complete and fact.document.complete("goals")
        if fact.document.is_report
        else reported.get(fact.document.id, False)
    )
