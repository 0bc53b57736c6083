"""Whose a goal is, by what the municipality's other documents say of it.

A board's plan often prints the council's goals over its own without saying whose they are ("Inriktningsmål: …"). Where
another document tells the same wording as the council's, and the plan has goals under it, it is the council's here too.
A board's own goal that happens to be worded as one of the council's has no goals under it, and stays the board's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planparse.compare.facts import GoalFact
from planparse.compare.words import fold


def levelled(facts: Sequence[GoalFact]) -> list[GoalFact]:
    """The facts in their order, the council's goals among them told as the council's."""
    said = {_said(fact) for fact in facts if fact.level == "council"}
    above = {(fact.document.id, fact.goal.parent_id) for fact in facts if fact.goal.parent_id}
    return [
        replace(fact, level="council")
        if fact.level == "board" and not fact.goal.parent_id and fact.key in above and _said(fact) in said
        else fact
        for fact in facts
    ]


def _said(fact: GoalFact) -> tuple[str | None, str]:
    return fact.document.issuer or fact.document.id, fold(fact.wording)
