"""Single cells of goal and activity tables: what they add to a record, and what sets them apart from their column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from planparse.extract.activities import progress_in, status_in, times_in
from planparse.extract.goal_columns import Columns
from planparse.layout.blocks import Cell, Grid
from planparse.model import Activity
from planparse.rules.load import load
from planparse.values.dates import partial_date

_OF_ACTIVITY = frozenset({"responsible", "start", "end", "time", "assessment", "progress", "comment"})
_TOTAL = re.compile(r"[\s,]+(?:totalt|total|t|samtliga|alla)$", re.IGNORECASE)


def set_activity(activity: Activity, role: str, cell: Cell) -> None:
    """Gives an activity what a cell of the role says; what it has already is kept, comments are joined."""
    if role == "responsible" and cell.text:
        activity.responsible = activity.responsible or cell.text
    elif role == "start":
        activity.start = activity.start or partial_date(cell.text)
    elif role == "end":
        activity.end = activity.end or partial_date(cell.text)
    elif role == "time":
        start, end = times_in(cell.text)
        activity.start, activity.end = activity.start or start, activity.end or end
    elif role == "assessment":
        activity.status = activity.status or status_in(cell)
    elif role == "progress":
        progress = progress_in(cell)
        activity.progress = activity.progress if activity.progress is not None else progress
    elif role == "comment" and cell.text:
        activity.comment = f"{activity.comment} {cell.text}" if activity.comment else cell.text


def tells_of_activity(grid: Grid, columns: Columns) -> bool:
    """Whether a small table says who does an activity printed over it, and when: one row under such heads alone.

    • Byt belysningen i parken
    Förvaltning | Ansvarig | Tidplan
    Teknik      | Gatuchef | 2025
    """
    named = [column.role for column in columns.columns if column.head]
    told = sum(role in _OF_ACTIVITY for role in named)
    others = set(named) - _OF_ACTIVITY - {"organisation", ""}
    return grid.rows - columns.top == 1 and told > 1 and not others and told * 2 > len(named)


def complete(activity: Activity, grid: Grid, columns: Columns) -> None:
    """Gives an activity what the one row of its own table says."""
    for column in columns.columns:
        cell = grid.at(columns.top, column.index)
        if cell is not None:
            set_activity(activity, column.role, cell)


def assessments_of_indicators(grid: Grid, columns: Columns) -> frozenset[int]:
    """Columns of assessments with several cells beside one goal: each judges an indicator."""
    if not columns.has("goal") or not columns.has("indicator"):
        return frozenset()
    goals = [column.index for column in columns.of("goal")]
    spans = [cell for cell in grid.cells if cell.col == goals[-1] and cell.row_span > 1 and cell.row >= columns.top]
    found = set()
    for column in columns.of("assessment"):
        cells = [cell for cell in grid.cells if cell.col == column.index and (cell.text or cell.pictures)]
        for span in spans:
            judged = [cell for cell in cells if span.row <= cell.row < span.row + span.row_span]
            if len(judged) > 1:
                found.add(column.index)
    return frozenset(found)


def beside(cell: Cell | None, row: Sequence[Cell | None]) -> Cell | None:
    """A cell of symbols that was taken for one over several rows, with only the symbols that stand beside this row."""
    if cell is None or cell.row_span == 1 or cell.text or not cell.pictures:
        return cell
    boxes = [other.places[0].bbox for other in row if other is not None and other.row_span == 1 and other.places]
    if not boxes:
        return cell
    top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
    kept = tuple(picture for picture in cell.pictures if top <= (picture.top + picture.bottom) / 2 <= bottom)
    return replace(cell, pictures=kept)


def without_total(name: str, below: Cell | None) -> str:
    """An indicator's name without the "Totalt" of its row, where the row below is that of women or men."""
    total = _TOTAL.search(name)
    if total is None or below is None or load("genders").value(below.text) not in ("K", "M"):
        return name
    return name[: total.start()]


def type_of(cell: Cell) -> tuple[bool, bool, int]:
    """Bold, italic and colour: what sets a heading among rows apart from them."""
    told = [line for line in cell.lines if line.words]
    return (cell.bold, all(line.italic for line in told), told[0].color) if told else (False, False, 0)
