"""Forms: a table for each goal, its parts named in the first column, and its indicators under heads of their own.

Nämndmål 1     | Alla barn får läsa varje dag         the form's own goal
Inriktningsmål | 2. En kommun för unga                its parent, numbered 2
Så gör vi      | Varje skola har ett bibliotek        a field
Indikator      | Utfall 2022       | Målvärde 2024    heads of a table
Andel läsande  | 71 %              | 80 %

One grid may hold several forms under each other: the next begins where a kind of goal comes back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from planparse.extract.goal_cards import labelled_pieces
from planparse.extract.goal_columns import are_goal_numbers, head_row
from planparse.extract.goal_drafts import Draft
from planparse.extract.goal_phrases import phrase
from planparse.extract.goal_pieces import Piece, label_name
from planparse.extract.goal_prose import ProseReader
from planparse.extract.goal_rows import pointed_label, split_goals
from planparse.extract.goal_terms import Label, level_of, read_label, singular
from planparse.layout.blocks import Cell, Grid
from planparse.model.terms import GoalLevel
from planparse.rules.load import load

_POINTS = re.compile(r"(?:bidrar|bidrag|kopplat?|koppling|stödjer|tillhör|hör)(?: till)?\s+(?=\S)", re.IGNORECASE)
"""before the kind of goal that a form's own belongs to ("Bidrar till inriktningsmål")"""
_FEWEST_KEYS = 2
_LONGEST_KEY = 5
"""words of a key, but for a goal's term"""
_OVER: dict[str, GoalLevel] = {"board": "council", "unit": "board"}
_RANK = {"council": 0, "board": 1, "unit": 2}


@dataclass(frozen=True, slots=True)
class Row:
    """A key and what stands right of it; ``name`` is "goal", "area", or a field of goal_fields.toml."""

    key: Cell
    name: str
    value: Cell

    @property
    def label(self) -> Label:
        """The kind of goal that a key names, with its number where it has one."""
        text = _POINTS.sub("", self.key.text.strip(" :"))
        text = text[:1].upper() + text[1:]
        return read_label(text) or Label(singular(text), None, "")


@dataclass(slots=True)
class Form:
    """The rows and inner tables of one goal."""

    rows: list[Row] = field(default_factory=list)
    tables: list[Grid] = field(default_factory=list)

    @property
    def goals(self) -> list[Row]:
        return [row for row in self.rows if row.name == "goal"]


def forms_in(grid: Grid) -> list[Form]:
    """The forms that a grid is made of; none where it is a table of another kind.

    A form has a goal with other keys, and either goals of two kinds or an inner table: a card of one goal with plain
    fields is read as running text.
    """
    if grid.cols < _FEWEST_KEYS:
        return []
    forms = list(_forms(grid))
    if not forms or any(not form.goals or len(form.rows) < _FEWEST_KEYS for form in forms):
        return []
    return forms if any(form.tables or len(form.goals) > 1 for form in forms) else []


def _forms(grid: Grid) -> Iterator[Form]:
    form: Form | None = None
    top: int | None = None
    for at in range(grid.rows):
        cells = [cell for cell in grid.row(at) if cell.text or cell.pictures]
        if not cells:
            continue
        row = _row(cells)
        heads = len(cells) > 1 and head_row(cells) and (row is None or row.name in ("indicator", "activity"))
        if top is not None and form is not None and (heads or row is not None):
            form.tables.append(inner_table(grid, top, at))
            top = None
        if heads and form is not None:
            top = at
        elif row is not None:
            terms = [other.label.term for other in form.goals] if form is not None else []
            if form is None or (row.name == "goal" and row.label.term in terms):
                if form is not None:
                    yield form
                form = Form()
            form.rows.append(row)
        elif top is None:
            yield Form()  # a row that no form has
            return
    if form is not None:
        if top is not None:
            form.tables.append(inner_table(grid, top, grid.rows))
        yield form


def _row(cells: Sequence[Cell]) -> Row | None:
    """A row of a key and its value, None where it is no such row."""
    if len(cells) != 2 or cells[0].col != 0:
        return None
    key, value = cells
    text = key.text.strip(" :")
    points = _POINTS.match(text)
    name = label_name(text[points.end() :] if points is not None else text)
    if name is None and load("goal_columns").value(text) == "area":
        name = "area"
    if name is None or (name != "goal" and len(text.split()) > _LONGEST_KEY):
        return None
    return Row(key, name, value)


def inner_table(grid: Grid, top: int, bottom: int) -> Grid:
    """The rows of a grid from one to before another, as a table of its own."""
    cells = tuple(replace(cell, row=cell.row - top) for cell in grid.cells if top <= cell.row < bottom)
    reason = f"{grid.reason}, an inner table"
    return replace(grid, cells=cells, rows=bottom - top, header_rows=1, reason=reason, caption="", caption_places=())


def read_forms(forms: Sequence[Form], prose: ProseReader, read_table: Callable[[Grid], None]) -> None:
    """Reads forms: goals and fields with the reader of prose, inner tables with ``read_table``."""
    for form in forms:
        area = next((row.value.text for row in form.rows if row.name == "area"), prose.area)
        prose.area = area
        own = _own(form)
        goals = {id(row): drafts for row in form.goals if (drafts := _drafts(row, prose))}
        draft = goals[id(own)][0] if id(own) in goals else None
        for row in form.goals:
            if draft is not None and row is not own and id(row) in goals:
                _tie(row, goals[id(row)], draft)
        prose.goal = prose.activity_goal = draft
        prose.group = [draft] if draft is not None else []
        prose.lead = prose.awaited = prose.indicator = None
        for row in form.rows:
            if row.name not in ("goal", "area"):
                for piece in labelled_pieces(row.key, [row.value]):
                    prose.read(piece)
                prose.goal = prose.activity_goal = draft
        for table in form.tables:
            read_table(table)


def _own(form: Form) -> Row:
    """The goal that a form is of: the innermost by its term, else the one with a number, else the last."""
    goals = [row for row in form.goals if phrase("part of a goal", row.label.term) is None] or form.goals
    ranks = [_RANK.get(level_of(row.label.term) or "", -1) for row in goals]
    if max(ranks) > 0:
        return goals[ranks.index(max(ranks))]
    inner = [row for row, rank in zip(goals, ranks, strict=True) if rank < 0] or goals
    return next((row for row in inner if row.label.label is not None), inner[-1])


def _drafts(row: Row, prose: ProseReader) -> list[Draft]:
    """The goals that a row prints, or points at by their number."""
    if are_goal_numbers(row.value.text):
        return [_pointer(pointed_label(row.value.text), row, prose)]
    drafts = []
    for number, _, text in split_goals(row.value):
        label = row.label
        if not text:
            drafts.append(_pointer(number, row, prose))
            continue
        said = Label(label.term, label.label or number, text)
        prose.lead = None
        prose.new_goal(Piece(text, row.value.places, boxed=True), text, said)
        if prose.goal is not None:
            drafts.append(prose.goal)
    return drafts


def _pointer(label: str | None, row: Row, prose: ProseReader) -> Draft:
    pointer = Draft("", prose.standing.section, [], label=label, mention=True, stands_alone=False)
    pointer.level, pointer.term = level_of(row.label.term), row.label.term
    return prose.finds.add_goal(pointer)


def _tie(row: Row, drafts: Sequence[Draft], own: Draft) -> None:
    """Ties the other goals of a form to its own: one that it is part of, or parts of it."""
    own.level = own.level or own.fallback
    if phrase("part of a goal", row.label.term) is not None:
        for draft in drafts:
            draft.parent = own
        return
    for draft in drafts:
        draft.parent = None
        draft.level = level_of(row.label.term) or _OVER.get(own.level)
    own.parent = drafts[0]
