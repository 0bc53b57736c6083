"""The facts of documents, each with its document and board: goals, indicators with their values, budget amounts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from planparse.compare.columns import Row
from planparse.compare.direction import direction
from planparse.compare.documents import Board, Document, board_of
from planparse.compare.words import without_name
from planparse.model import Amount, Budget, BudgetColumn, BudgetLine, Goal, Indicator, Value, Volume
from planparse.model.terms import GoalLevel


@dataclass(frozen=True, eq=False)
class GoalFact:
    """A goal of a document; ``wording`` is its text without the municipality's name."""

    document: Document
    board: Board
    goal: Goal
    level: GoalLevel | None
    """the goal's, or what other documents tell of it (see :mod:`planparse.compare.levels`)"""
    indicators: tuple[Indicator, ...] = ()

    @cached_property
    def wording(self) -> str:
        return without_name(self.goal.text, self.document.municipality)

    @property
    def key(self) -> tuple[str, str]:
        return self.document.id, self.goal.id

    @property
    def direction(self) -> str | None:
        return direction(self.wording)

    def place(self, suffix: str = "") -> Row:
        return self.document.place(self.goal.locations, suffix)


@dataclass(frozen=True, eq=False)
class IndicatorFact:
    """An indicator, or a line of a volume table, of a document."""

    document: Document
    board: Board
    record: Indicator | Volume
    goal: Goal | None = None

    @cached_property
    def name(self) -> str:
        record = self.record
        return record.name if isinstance(record, Indicator) else record.label

    @cached_property
    def wording(self) -> str:
        return without_name(self.name, self.document.municipality)

    @property
    def source(self) -> str | None:
        return self.record.source if isinstance(self.record, Indicator) else None

    @property
    def key(self) -> tuple[str, str]:
        return self.document.id, self.record.id

    @property
    def values(self) -> list[Value]:
        return self.record.values

    def place(self, suffix: str = "") -> Row:
        return self.document.place(self.record.locations, suffix)


@dataclass(frozen=True, eq=False, slots=True)
class AmountFact:
    """An amount of a money table."""

    document: Document
    board: Board
    budget: Budget
    line: BudgetLine
    column: BudgetColumn
    amount: Amount


def goals_of(document: Document) -> Iterator[GoalFact]:
    """The goals of a document, each of the board whose chapter it stands in."""
    boards = section_boards(document)
    by_goal: dict[str, list[Indicator]] = {}
    for indicator in document.plan.indicators:
        if indicator.goal_id:
            by_goal.setdefault(indicator.goal_id, []).append(indicator)
    for goal in document.plan.goals:
        board = boards.get(goal.section_id or "", boards[""])
        yield GoalFact(document, board, goal, goal.level, tuple(by_goal.get(goal.id, ())))


def indicators_of(document: Document) -> Iterator[IndicatorFact]:
    """The indicators and volume lines of a document."""
    boards = section_boards(document)
    goals = {goal.id: goal for goal in document.plan.goals}
    for indicator in document.plan.indicators:
        board = boards.get(indicator.section_id or "", boards[""])
        yield IndicatorFact(document, board, indicator, goals.get(indicator.goal_id or ""))
    for volume in document.plan.volumes:
        yield IndicatorFact(document, boards.get(volume.section_id or "", boards[""]), volume)


def amounts_of(document: Document) -> Iterator[AmountFact]:
    """The amounts of a document's money tables, those of text and count columns left out."""
    boards = section_boards(document)
    for budget in document.budgets():
        board = boards.get(budget.section_id or "", boards[""])
        for line in budget.lines:
            for column, amount in zip(budget.columns, line.amounts, strict=False):
                if column.measure not in ("text", "count"):
                    yield AmountFact(document, board, budget, line, column, amount)


def section_boards(document: Document) -> dict[str, Board]:
    """The board of each section by its id; "" is the document's own."""
    own = board_of(document)
    made: dict[str | None, Board] = {None: own}
    out = {"": own}
    for section in document.plan.sections:
        if section.board not in made:
            made[section.board] = board_of(document, section.board)
        out[section.id] = made[section.board]
    return out
