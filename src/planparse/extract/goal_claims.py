"""Which tables are tables of goals, indicators or activities, by their heads."""

from __future__ import annotations

import re

from planparse.extract.claims import Claim
from planparse.extract.context import Context
from planparse.extract.goal_cards import is_card, is_rest_of_card
from planparse.extract.goal_columns import Columns, read_columns
from planparse.extract.goal_forms import forms_in
from planparse.extract.goal_standing import speaks_of_goals
from planparse.layout.blocks import Grid
from planparse.outline.document import Document, SectionNode
from planparse.rules.fold import fold
from planparse.rules.load import load

_TIMETABLE = re.compile(r"tidplan|tidsplan|kalend|årshjul|årscykel|processen|tidtabell")
_OF_AN_ACTIVITY = ("responsible", "start", "end", "time", "assessment", "progress", "comment", "goal", "indicator")


def claim_goal_table(grid: Grid, section: SectionNode | None, document: Document, context: Context) -> Claim | None:
    """A table with a column of goals, of indicators or of activities; or a card, labels beside or over wordings."""
    columns = read_columns(grid, context)
    if forms_in(grid):
        return Claim("goals", 0.96, "keys of a goal's parts left of their wordings")
    if is_card(grid, columns):
        return Claim("goals", 0.85, "labels of a goal's parts beside or over their wordings")
    if is_rest_of_card(grid):
        return Claim("goals", 0.6, "fields of a goal beside their labels")
    if grid.rows <= columns.top:
        return None
    heads = "heads: " + ", ".join(column.head for column in columns.columns if column.role)
    if columns.has("goal") and not (columns.has("control") and columns.has("reporting", "responsible")):
        return Claim("goals", 0.95 if len(columns.of("goal", "indicator", "strategy", "area")) > 1 else 0.9, heads)
    if columns.has("indicator"):
        return Claim("indicators", _indicator_score(columns, section), heads)
    if columns.has("activity") and not columns.has("control", "calendar"):
        return _activity_claim(columns, section, heads)
    return None


def _indicator_score(columns: Columns, section: SectionNode | None) -> float:
    """Key figures without targets are volumes rather than indicators, unless they stand under goals."""
    head = fold(columns.of("indicator")[0].head)
    targets = any(
        column.value is not None and column.value.role in ("target", "baseline") for column in columns.columns
    )
    if targets or not re.match(r"(?:nyckeltal|mått|mätetal|styrtal)", head):
        return 0.93
    return 0.8 if section is not None and speaks_of_goals(section.title) else 0.45


def _activity_claim(columns: Columns, section: SectionNode | None, heads: str) -> Claim | None:
    title = fold(section.title) if section is not None else ""
    first = columns.columns[0]
    dated = first.role in ("time", "calendar", "start", "end") and not columns.has("responsible", "progress", "goal")
    if dated or _TIMETABLE.search(title):
        return None  # dated rows of a timetable are calendar items
    if columns.has("assignment") and columns.columns.index(columns.of("assignment")[0]) == 0:
        return Claim("activities", 0.5, heads)
    sure = columns.has(*_OF_AN_ACTIVITY) or load("activity_headings").match(title) is not None
    return Claim("activities", 0.9 if sure else 0.55, heads)
