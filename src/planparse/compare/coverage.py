"""Which municipality, board and year a comparison knows of, and how well: no document, failed, partial, complete."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from planparse.compare.columns import Row
from planparse.compare.documents import Board, Document, board_of
from planparse.compare.sources import Failure
from planparse.model.file_names import readable


def coverage_rows(documents: Sequence[Document], superseded: Mapping[str, str]) -> Iterator[Row]:
    """The rows of ``coverage``: every board for every year between the comparison's first and last."""
    boards: dict[tuple[str | None, str | None], Board] = {}
    covering: dict[tuple[str | None, str | None], dict[int, list[Document]]] = {}
    years: set[int] = set()
    for document in documents:
        if document.issuer is None or document.start is None or document.plan.document_type == "ovrigt":
            continue
        board = board_of(document)
        boards.setdefault(board.key, board)
        end = max(document.start, min(document.end or document.start, document.start + _LONGEST))
        for year in range(document.start, end + 1):
            covering.setdefault(board.key, {}).setdefault(year, []).append(document)
            years.add(year)
    for key, board in boards.items():
        for year in range(min(years), max(years) + 1):
            yield _row(board, year, covering[key].get(year, []), superseded)


_LONGEST = 12
"""years that a plan covers at most: a period that was read as longer ("2020-2050") names a vision's year"""


def _row(board: Board, year: int, documents: Sequence[Document], superseded: Mapping[str, str]) -> Row:
    counted = [document for document in documents if document.id not in superseded]
    state = "no_document"
    if counted:
        state = "complete" if all(document.state == "complete" for document in counted) else "partial"
    doubts = [f"{document.name}: {document.doubt}" for document in counted if document.doubt]
    return {
        **board.row,
        "year": year,
        "state": state,
        "documents": len(counted),
        "goals": sum(len(document.plan.goals) for document in counted),
        "indicators": sum(len(document.plan.indicators) for document in counted),
        "plans": " ".join(document.id for document in counted),
        "reason": "; ".join(doubts) or None,
    }


def failed_rows(failures: Sequence[Failure]) -> Iterator[Row]:
    """A row of ``coverage`` for each document that could not be read: nobody knows whose it is."""
    for failure in failures:
        yield {"state": "failed", "documents": 1, "reason": f"{failure.name}: {failure.reason}"}


def document_rows(
    documents: Sequence[Document], failures: Sequence[Failure], superseded: Mapping[str, str]
) -> Iterator[Row]:
    """The rows of ``documents``."""
    for document in documents:
        plan = document.plan
        yield {
            **board_of(document).row,
            "plan": document.id,
            "document": document.name,
            "title": plan.title,
            "document_type": plan.document_type,
            "year": document.start,
            "year_end": document.end,
            "adopted": plan.adopted.date,
            "pages": plan.source.page_count,
            "path": readable(document.path) if document.path else None,
            "state": document.state,
            "reason": superseded.get(document.id) or document.doubt,
            "superseded": document.id in superseded,
        }
    for failure in failures:
        yield {"document": failure.name, "path": failure.name, "state": "failed", "reason": failure.reason}
