"""Rows of a goal, indicator or activity table to records, each under the goal that its row, or a row over it, gives.

Långsiktigt mål | Mål för nämnden | Indikator | Nuläge | Mål 2025
1. Trygg kommun | Fler är trygga  | Andel ... | 70 %   | 75 %       a goal, its child, an indicator with two values
                |                 | Antal ... | 12     | 10         the same child's second indicator
Kommentar: Arbetet går framåt.                                      of the goal above
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from planparse.extract.activities import new_activity
from planparse.extract.assessments import assess, symbol_in, with_comment
from planparse.extract.context import Context
from planparse.extract.doubts import doubt
from planparse.extract.finds import Finds
from planparse.extract.goal_columns import Column, Columns, head_row, read_column, read_columns
from planparse.extract.goal_drafts import Draft, parent_above, parent_near
from planparse.extract.goal_row_cells import assessments_of_indicators, beside, set_activity, type_of, without_total
from planparse.extract.goal_rows import Banner, comment_in, is_comment_cell, pointed_label, read_banner, split_goals
from planparse.extract.goal_standing import Standing
from planparse.extract.goal_terms import level_of, read_label
from planparse.extract.indicator_rows import set_row_values
from planparse.extract.indicators import name_and_source, new_indicator
from planparse.layout.blocks import Cell, Grid, ListItem
from planparse.model import Activity, Indicator
from planparse.model.terms import GoalLevel
from planparse.rules.load import load

_LONGEST_GROUP = 8
"""words of a plain row that groups the rows under it; a longer one is a comment on the row above"""
_RANK = {"council": 0, "board": 1, "unit": 2}
_OVER: dict[str, GoalLevel] = {"board": "council", "unit": "board"}
"""whose goals stand in the column left of a level's own, where its head does not say it"""
_TEXTS = {"strategy": "strategy", "measurement": "measurement", "reporting": "reporting", "responsible": "responsible"}


def read_goal_table(grid: Grid, standing: Standing, context: Context, finds: Finds) -> Draft | None:
    """Reads a table's rows into ``finds``; gives back the goal that stands last, for what follows the table."""
    columns = read_columns(grid, context)
    reader = _Rows(
        grid,
        standing,
        context,
        finds,
        columns,
        first_indicator=len(finds.indicators),
        of_indicators=assessments_of_indicators(grid, columns),
    )
    for title in columns.titles:
        reader.banner(title)
    matrix = grid.matrix()
    for row in range(columns.top, grid.rows):
        reader.row(row, matrix[row])
    reader.close()
    return reader.goal


@dataclass(slots=True)
class _Rows:
    """The reader's memory between rows: what a merged or empty cell carries on."""

    grid: Grid
    standing: Standing
    context: Context
    finds: Finds
    columns: Columns
    area: str | None = None
    responsible: str | None = None
    goal: Draft | None = None
    above: Draft | None = None
    """the goal of a banner row, for the rows under it"""
    indicator: Indicator | None = None
    activity: Activity | None = None
    last: Draft | Activity | None = None
    goals: dict[int, tuple[Cell, Draft]] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)
    first_indicator: int = 0
    of_indicators: frozenset[int] = frozenset()
    """columns of assessments that differ within one goal: they are its indicators'"""

    def row(self, row: int, cells: Sequence[Cell | None]) -> None:
        told = [cell for cell in dict.fromkeys(c for c in cells if c is not None) if cell.text or cell.pictures]
        own = [cell for cell in told if cell.row == row]
        if not own:
            return
        texts = [cell for cell in own if cell.text]
        if len(texts) > 1 and all(cell.bold and cell.col_span < self.grid.cols for cell in texts) and head_row(texts):
            self._change_heads(texts)
            return
        if len(told) == 1 and self._is_banner(told[0]):
            self.banner(told[0])
            return
        if texts and is_comment_cell(texts[0]) and len(told) <= 2:
            told_beside = [comment_in(texts[0]) or "", *(cell.text for cell in texts[1:])]
            self._comment(" ".join(text for text in told_beside if text))
            return
        self._record_row(cells)

    def _is_banner(self, cell: Cell) -> bool:
        if not cell.text:
            return False
        if cell.col_span * 2 > self.grid.cols and self.grid.cols > 1:
            return True
        if is_comment_cell(cell):
            return True
        return cell.col == 0 and self._set_apart(cell)

    def _set_apart(self, cell: Cell) -> bool:
        """Whether a cell that stands alone in its row is set in another type than the rest of its column."""
        others = [
            other
            for other in self.grid.cells
            if other.col == cell.col and other.row >= self.columns.top and other.text and other is not cell
        ]
        alike = sum(type_of(other) == type_of(cell) for other in others)
        return bool(others) and alike * 2 < len(others) and (cell.bold or len(cell.text.split()) <= _LONGEST_GROUP)

    def _change_heads(self, cells: Sequence[Cell]) -> None:
        """A row of heads within the body: another block of the same table begins."""
        by_col = {cell.col: cell for cell in cells}
        columns = tuple(
            read_column(col, by_col[col].text, self._below(by_col[col])) if col in by_col else Column(col, "", "")
            for col in range(self.grid.cols)
        )
        self.columns = Columns(columns, self.columns.top)
        self.goals.clear()
        self.indicator = self.activity = None

    def _below(self, head: Cell) -> list[str]:
        cells = [cell for cell in self.grid.cells if cell.col == head.col and cell.row > head.row and cell.text]
        return [cell.text for cell in cells]

    def banner(self, cell: Cell) -> None:
        """A row over all columns: a comment on what stands above it, or what groups the rows below it."""
        comment = comment_in(cell)
        if comment is None and self._follows_on(cell):
            comment = cell.text
        if comment is not None:
            self._comment(comment)
            return
        banner = read_banner(cell, self.columns.has("goal"))
        if banner.kind == "responsible":
            self.responsible, self.area = banner.text, None
        elif banner.kind == "area":
            self.area, self.responsible = banner.text, None
        else:
            self._goal_banner(cell, banner)
        self.indicator = self.activity = None
        self.last = self.goal if banner.kind == "goal" else None

    def _follows_on(self, cell: Cell) -> bool:
        """Whether a plain row over all columns comments the record above it: groups are set in bold, or are short."""
        if self.last is None or cell.bold or cell.row < self.columns.top or read_label(cell.text) is not None:
            return False
        return cell.text.rstrip().endswith(".") or len(cell.text.split()) > _LONGEST_GROUP

    def _goal_banner(self, cell: Cell, banner: Banner) -> None:
        draft = self._draft(banner.text, cell)
        draft.label, draft.term = banner.label, banner.term or self.standing.term
        draft.level = level_of(banner.term) if banner.term else self.standing.level
        draft.mention = not banner.said
        draft.stands_alone = banner.said or banner.sentence
        draft.parent = self.standing.parent or parent_near(self.finds.goals, draft)
        self.finds.add_goal(draft)
        self.above = self.goal = self.last = draft

    def _comment(self, comment: str) -> None:
        if not comment or self.last is None:
            return
        if isinstance(self.last, Activity):
            self.last.comment = f"{self.last.comment} {comment}" if self.last.comment else comment
        elif self.context.is_report:
            self.last.assessment = with_comment(self.last.assessment, comment, self.context.year)

    def _record_row(self, cells: Sequence[Cell | None]) -> None:
        if self._goal_over_indicators(cells):
            self._fields(cells, [])
            return
        self._areas(cells)
        goal = self._goals(cells)
        if goal is not None:
            self.goal = self.last = goal
        indicator = self._indicators(cells)
        activities = self._activities(cells)
        self._fields(cells, activities)
        if indicator is not None:
            set_row_values(indicator, cells, self.columns, self.context)
        if self.goal is None and indicator is None and self.activity is None:
            told = [cell for cell in dict.fromkeys(c for c in cells if c is not None) if cell.text]
            message = f"a row names no goal, indicator or activity: {' | '.join(cell.text for cell in told)[:120]}"
            self.finds.doubts.append(doubt("row_unread", message, [place for cell in told for place in cell.places]))

    def _goal_over_indicators(self, cells: Sequence[Cell | None]) -> bool:
        """Whether a row without values names the goal of the indicators under it, in one column with these."""
        column = next((column for column in self.columns.of("indicator") if column.mixed), None)
        cell = cells[column.index] if column is not None else None
        told = [other for value in self.columns.of("value") if (other := cells[value.index]) is not None and other.text]
        if column is None or cell is None or not cell.text or any(other is not cell for other in told):
            return False
        if load("genders").match(cell.text) is not None:
            return False
        self.goal = self.last = self._new_goals(cell, column, cells, self.above)
        self.indicator = self.activity = None
        return True

    def _areas(self, cells: Sequence[Cell | None]) -> None:
        for column in self.columns.of("area", "organisation"):
            cell = cells[column.index]
            if cell is not None and cell.text and self.columns.has("goal") and column.role == "area":
                if cell.text != self.area:
                    self.goals.clear()
                self.area = cell.text

    def _goals(self, cells: Sequence[Cell | None]) -> Draft | None:
        """The innermost goal of the row. An empty cell carries the goal above on, unless its parent has changed."""
        columns = sorted(
            self.columns.of("goal"), key=lambda column: _RANK.get(column.level or "", 0.5 + column.index / 99)
        )
        if not columns:
            return None
        parent, changed, innermost = self.above, False, None
        for column in columns:
            cell = cells[column.index]
            known = self.goals.get(column.index)
            if cell is not None and cell.text and (known is None or known[0] is not cell):
                draft = self._new_goals(cell, column, cells, parent)
                self.goals[column.index] = (cell, draft)
                changed = True
            elif known is None or (changed and (cell is None or known[0] is not cell)):
                self.goals.pop(column.index, None)
                continue
            innermost = parent = self.goals[column.index][1]
        return innermost

    def _new_goals(self, cell: Cell, column: Column, cells: Sequence[Cell | None], parent: Draft | None) -> Draft:
        number = next(
            (c.text for col in self.columns.of("label") if (c := cells[col.index]) is not None and c.text), None
        )
        drafts = []
        for label, term, text in split_goals(cell):
            draft = self._draft(text, cell)
            if label is not None and not text:  # "Mål 3": a goal that is printed elsewhere
                draft.label, draft.mention, draft.stands_alone, draft.places = label, True, False, []
                drafts.append(self.finds.add_goal(draft))
                continue
            draft.label = label or (number.rstrip(".") if number else None)
            draft.term = column.term or term
            draft.level = column.level or (level_of(term) if term else None) or self._level_of_column(column)
            draft.parent = parent or self._pointed(cells, "parent pointer") or self.standing.parent
            draft.parent = draft.parent or parent_above(self.finds.goals, draft)
            draft.mention, draft.stands_alone = column.points, not column.points
            drafts.append(self.finds.add_goal(draft))
        return drafts[-1]

    def _level_of_column(self, column: Column) -> GoalLevel | None:
        """Of one column of goals, the level that heading and lead-in say; of several, the one over the next level."""
        columns = self.columns.of("goal")
        if len(columns) == 1:
            return self.standing.level
        inner = next((other.level for other in columns if other.index > column.index and other.level is not None), None)
        return _OVER.get(inner or "")

    def _draft(self, text: str, cell: Cell) -> Draft:
        return Draft(
            text=text,
            section=self.standing.section,
            places=list(cell.places),
            fallback=self.standing.fallback,
            area=self.area or self.standing.area,
            chapter=self.standing.chapter,
            outer=self.standing.outer,
            responsible=self.responsible or self.standing.responsible,
        )

    def _owner(self, cells: Sequence[Cell | None]) -> Draft | None:
        """The goal of a row's indicator or activities. A mere number of the row counts where nothing else tells."""
        above = self.goal or self.above or self.standing.goal
        return self._pointed(cells) or above or self._pointed(cells, "row pointer")

    def _pointed(self, cells: Sequence[Cell | None], role: str = "pointer") -> Draft | None:
        """The goal that a row names by its number or label, the first of several."""
        for column in self.columns.of(role):
            cell = cells[column.index]
            label = pointed_label(cell.text) if cell is not None else None
            if label is not None:
                pointer = Draft("", self.standing.section, [], label=label, mention=True, stands_alone=False)
                pointer.level, pointer.term = column.level, column.term
                return self.finds.add_goal(pointer)
        return None

    def _indicators(self, cells: Sequence[Cell | None]) -> Indicator | None:
        columns = self.columns.of("indicator")
        for column in columns:
            cell = cells[column.index]
            if cell is None or not cell.text or load("genders").match(cell.text) is not None:
                continue
            if id(cell) in self.seen:
                continue
            self.seen.add(id(cell))
            source = next(
                (c for col in self.columns.of("source") if (c := cells[col.index]) is not None and c.text), None
            )
            name, own_source = name_and_source(cell)
            name = without_total(name, self.grid.at(cell.row + cell.row_span, cell.col))
            self.indicator = new_indicator(
                name,
                self.standing.section,
                cell.places,
                self.context,
                source=source.text if source else own_source,
            )
            self.finds.indicators.append((self.indicator, self._owner(cells)))
        return self.indicator if columns else None

    def _activities(self, cells: Sequence[Cell | None]) -> list[Activity]:
        out: list[Activity] = []
        for column in self.columns.of("activity"):
            cell = cells[column.index]
            if cell is None or not cell.text or id(cell) in self.seen:
                continue
            self.seen.add(id(cell))
            items = [part for part in cell.parts if isinstance(part, ListItem)]
            parts = [(part.text, part.places) for part in items] if len(items) > 1 else [(cell.text, cell.places)]
            owner = self._owner(cells)
            for text, places in parts:
                activity = new_activity(text, self.standing.section, places, self.context)
                self.finds.activities.append((activity, owner))
                out.append(activity)
        if out:
            self.last = self.activity = out[-1]
        return out

    def _fields(self, cells: Sequence[Cell | None], activities: list[Activity]) -> None:
        """Strategy, who, when, status and comment: of the nearest goal or activity to their left."""
        owner: str | None = None
        words, symbol, comment = "", None, None
        for column in self.columns.columns:
            cell = beside(cells[column.index], cells)
            if column.role in ("goal", "activity"):
                owner = column.role
            if (
                cell is None
                or (cell.col != column.index)
                or (id(cell) in self.seen and column.role in ("goal", "activity"))
            ):
                continue
            if activities and (owner == "activity" or not self.columns.has("goal")):
                for activity in activities:
                    set_activity(activity, column.role, cell)
                continue
            if self.goal is None or owner == "activity":
                continue
            if column.role in _TEXTS and cell.text and getattr(self.goal, _TEXTS[column.role]) is None:
                setattr(self.goal, _TEXTS[column.role], cell.text)
            elif column.index in self.of_indicators:
                continue
            elif column.role == "assessment" or (column.role == "" and not column.head):
                symbol = symbol or symbol_in(cell)
                words = words or (cell.text if column.role == "assessment" else "")
            elif column.role == "comment" and cell.text:
                comment = f"{comment} {cell.text}" if comment else cell.text
        if self.context.is_report and self.goal is not None and self.goal.assessment is None:
            self.goal.assessment = assess(words, symbol, comment, self.context.year)

    def close(self) -> None:
        """Of an indicator with rows for women and men, the row without a gender is the total."""
        if any(column.value is not None and column.value.gender is not None for column in self.columns.columns):
            return  # columns for them: one that is not split is for all
        for indicator, _ in self.finds.indicators[self.first_indicator :]:
            if {"K", "M"} <= {value.gender for value in indicator.values}:
                for value in indicator.values:
                    value.gender = value.gender or "T"
