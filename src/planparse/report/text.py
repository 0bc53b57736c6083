"""A plan for eyes, in a terminal: metadata, goals with their indicators, money tables, volumes, doubts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table as RichTable
from rich.text import Text
from rich.tree import Tree

from planparse.model import Budget, Goal, Indicator, Plan, Record, Value

_OTHER = ("assignments", "activities", "guarantees", "controls", "calendar", "services", "amounts")
_SAID = {
    "assignments": ("label", "text", "giver"),
    "activities": ("text", "responsible", "start", "end", "status", "progress"),
    "guarantees": ("text",),
    "controls": ("process", "control", "responsible", "frequency", "risk"),
    "calendar": ("year", "month", "label", "text"),
    "services": ("name", "unit", "mission", "target_group"),
    "amounts": ("raw", "sek", "year", "kind", "sentence"),
}


def as_text(plan: Plan) -> RenderableType:
    """The plan as rich tables and trees, ready to print."""
    parts: list[RenderableType] = [_metadata(plan)]
    if plan.goals:
        parts.append(_goals(plan))
    loose = [indicator for indicator in plan.indicators if plan.goal_of(indicator) is None]
    if loose:
        tree = Tree(Text("Indicators of no goal", style="bold"))
        for indicator in loose:
            tree.add(_indicator(indicator))
        parts.append(tree)
    parts += [_budget(budget) for budget in plan.budgets]
    if plan.volumes:
        parts.append(_volumes(plan))
    parts += [_records(plan, name) for name in _OTHER if getattr(plan, name)]
    parts.append(_coverage(plan))
    if plan.diagnostics:
        parts.append(_doubts(plan))
    return Group(*parts)


def _table(title: str, *columns: str) -> RichTable:
    # What a plan says is no markup: "[2024]" stays as it is printed.
    table = RichTable(title=Text(title), title_justify="left", title_style="bold", header_style="dim", expand=False)
    for column in columns:
        table.add_column(column)
    return table


def _metadata(plan: Plan) -> RichTable:
    table = _table(plan.title or plan.source.file_name, "", "")
    table.show_header = False
    years = sorted({year for year in (plan.period.start, plan.period.end) if year is not None})
    adopted = " ".join(part for part in (plan.adopted.by, plan.adopted.date, plan.adopted.reference) if part)
    place = f"{plan.municipality.name or '?'} ({plan.municipality.code or 'no code'})"
    facts = {
        "type": plan.document_type or "?",
        "municipality": place,
        "board": plan.board.name if plan.board else None,
        "period": "–".join(map(str, years)),
        "adopted": adopted,
        "file": f"{plan.source.file_name}, {plan.source.page_count} pages",
        "sections": str(len(plan.sections)),
    }
    for name, value in facts.items():
        if value:
            table.add_row(name, Text(value))
    return table


def _page(record: Record) -> str:
    locations = getattr(record, "locations", ())
    return f"  p{locations[0].page}" if locations else ""


def _goals(plan: Plan) -> Tree:
    tree = Tree(Text("Goals", style="bold"))
    known = {goal.id for goal in plan.goals}
    branches: dict[str, Tree] = {}
    for goal in _parents_first(plan.goals, known):
        branch = branches.get(goal.parent_id or "", tree).add(_goal(goal))
        branches[goal.id] = branch
        for indicator in plan.indicators_of(goal):
            branch.add(_indicator(indicator))
        for activity in plan.activities_of(goal):
            branch.add(Text.assemble(("activity  ", "magenta"), activity.text, (_page(activity), "dim")))
    return tree


def _parents_first(goals: Sequence[Goal], known: set[str]) -> Iterator[Goal]:
    """Goals in reading order, but no goal before the one that it breaks down."""
    given: set[str] = set()
    waiting = list(goals)
    while waiting:
        ready = [g for g in waiting if g.parent_id is None or g.parent_id in given or g.parent_id not in known]
        # A circle of parents can't come from a file, but it may from a saved plan.
        for goal in ready or waiting:
            given.add(goal.id)
            yield goal
        waiting = [goal for goal in waiting if goal.id not in given]


def _goal(goal: Goal) -> Text:
    line = Text()
    if goal.label:
        line.append(f"{goal.label}  ", style="bold")
    line.append(goal.text)
    line.append(f"  [{goal.level or '?'}{', ' + goal.area if goal.area else ''}]", style="cyan")
    if goal.assessment is not None and goal.assessment.status:
        line.append(f" {goal.assessment.status}", style="yellow")
    return line.append(_page(goal), style="dim")


def _indicator(indicator: Indicator) -> Text:
    line = Text.assemble(("indicator ", "green"), indicator.name)
    for value in indicator.values:
        line.append(f"\n    {_told(value)}", style="green")
    return line.append(_page(indicator), style="dim")


def _told(value: Value) -> str:
    of = " ".join(str(part) for part in (value.role, value.year, value.gender) if part)
    return f"{of or '?'}: {value.quantity.raw}"


def _budget(budget: Budget) -> RichTable:
    title = f"{budget.title or 'Budget'} ({budget.kind}, {budget.unit or 'no unit printed'}){_page(budget)}"
    table = _table(title, "")
    for column in budget.columns:
        table.add_column(Text(column.label), justify="right")
    failed = {(check.line, check.column) for check in budget.checks if not check.ok}
    for number, line in enumerate(budget.lines):
        cells = [
            Text(amount.raw, style="red bold" if (number, at) in failed else "")
            for at, amount in enumerate(line.amounts)
        ]
        label = Text(("" if line.group is None else "  ") + line.label)
        table.add_row(label, *cells, style="bold" if line.role in ("total", "group") else "")
    return table


def _volumes(plan: Plan) -> RichTable:
    table = _table("Volumes", "", "", "values", "page")
    for volume in plan.volumes:
        told = "; ".join(_told(value) for value in volume.values)
        table.add_row(Text(volume.group or ""), Text(volume.label), Text(told), _page(volume).strip())
    return table


def _records(plan: Plan, name: str) -> RichTable:
    table = _table(name.capitalize(), *_SAID[name], "page")
    for record in getattr(plan, name):
        told = [getattr(record, field) for field in _SAID[name]]
        table.add_row(*(Text("" if value is None else str(value)) for value in told), _page(record).strip())
    return table


def _coverage(plan: Plan) -> Text:
    line = Text("Coverage  ", style="bold")
    for kind, entry in plan.coverage.items():
        style = {"found": "green", "none": "dim", "unread": "red"}[entry.state]
        line.append(f"{kind} {entry.state}  ", style=style)
    return line


def _doubts(plan: Plan) -> RichTable:
    table = _table("Doubts", "code", "page", "message")
    for doubt in plan.diagnostics:
        style = {"info": "dim", "warning": "yellow", "error": "red"}[doubt.severity]
        table.add_row(Text(doubt.code, style=style), _page(doubt).strip(), Text(doubt.message))
    return table
