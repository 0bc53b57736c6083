"""Documents on one time line: which say the same thing anew, and what counts in which year.

Two documents of one board, kind and period are versions of each other: the one adopted (or made) later counts. Plans
whose periods overlap are vintages: each says what it says, and about a year that several speak of the latest counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planparse.compare.documents import Board, Document, board_of
from planparse.compare.facts import GoalFact

BoardKey = tuple[str | None, str | None]


def superseded(documents: Sequence[Document]) -> dict[str, str]:
    """Why a document no longer counts, by its id (in Swedish)."""
    out: dict[str, str] = {}
    versions: dict[tuple[object, ...], list[Document]] = {}
    for document in documents:
        registered = document.plan.registered
        if registered is not None and registered.superseded:
            out[document.id] = "ersatt enligt registret"
        elif document.issuer and document.start and document.plan.document_type not in (None, "ovrigt"):
            key = (*board_of(document).key, document.plan.document_type, document.start, document.end)
            versions.setdefault(key, []).append(document)
    for same in versions.values():
        *earlier, last = sorted(same, key=lambda document: document.order)
        for document in earlier:
            # Part-year reports of one year (tertial 1, tertial 2) are no versions of each other.
            if document.order[2:4] != last.order[2:4] and not document.is_part_year:
                out[document.id] = f"ersatt av {last.name}"
    return out


@dataclass(frozen=True, eq=False)
class Edition:
    """The goals of a board's plans that begin in one year, each wording once; ``complete``: no goal may be missing."""

    board: Board
    start: int
    goals: tuple[GoalFact, ...]
    documents: tuple[Document, ...]

    @property
    def complete(self) -> bool:
        return all(document.complete("goals") for document in self.documents)


def editions(facts: Iterable[GoalFact], documents: Iterable[Document]) -> dict[BoardKey, list[Edition]]:
    """Each board's plans in force over the years, in order; ``documents`` are those that count.

    A plan without a single goal is an edition as well: "all were dropped" is as true as "none was found".
    """
    found: dict[BoardKey, dict[int, list[GoalFact]]] = {}
    plans: dict[BoardKey, dict[int, list[Document]]] = {}
    boards: dict[BoardKey, Board] = {}
    for document in documents:
        board = board_of(document)
        if document.is_plan and document.start and document.issuer:
            boards.setdefault(board.key, board)
            plans.setdefault(board.key, {}).setdefault(document.start, []).append(document)
    counted = {id(document) for by_year in plans.values() for several in by_year.values() for document in several}
    for fact in facts:
        if id(fact.document) in counted and fact.document.start:
            boards.setdefault(fact.board.key, fact.board)
            found.setdefault(fact.board.key, {}).setdefault(fact.document.start, []).append(fact)
            of_board = plans.setdefault(fact.board.key, {}).setdefault(fact.document.start, [])
            if fact.document not in of_board:
                of_board.append(fact.document)
    return {
        key: [
            Edition(boards[key], start, _once(found.get(key, {}).get(start, [])), tuple(by_year[start]))
            for start in sorted(by_year)
        ]
        for key, by_year in plans.items()
    }


def _once(facts: Sequence[GoalFact]) -> tuple[GoalFact, ...]:
    """Goals without those that repeat a wording at their level, or at a unit's."""
    seen: dict[tuple[str, str | None], GoalFact] = {}
    said = {fact.wording.casefold().strip(" .") for fact in facts if fact.level != "unit"}
    for fact in facts:
        wording = fact.wording.casefold().strip(" .")
        if fact.level == "unit" and wording in said:
            continue
        seen.setdefault((wording, fact.level), fact)
    return tuple(seen.values())
