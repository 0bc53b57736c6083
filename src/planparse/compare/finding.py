"""Goals and indicators by meaning: which wordings of plans are nearest to a query.

A query's words count with all their forms and as parts of compounds; its concepts find what says the same in other
words, and the language model does, where it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from planparse.compare.columns import Column, Row
from planparse.compare.facts import GoalFact, IndicatorFact, goals_of, indicators_of
from planparse.compare.likeness import Scale
from planparse.compare.model import language_model
from planparse.compare.sources import Source, read_sources
from planparse.compare.tables import Table
from planparse.compare.words import terms

if TYPE_CHECKING:
    import pandas as pd

_LEAST = 0.15
"""likeness under which a wording has nothing to do with a query"""
_ALL_WORDS = 0.5
"""added where a wording has every word of the query: three words of a long goal make a small cosine"""

FOUND = Table(
    "found",
    "Träffar",
    "One row a goal or indicator, the nearest first.",
    (
        Column("score", "number", "Närhet", "How near to the query: likeness, and more where all its words are there."),
        Column("record", "text", "Slag", "goal, indicator or volume."),
        Column("text", "text", "Lydelse", "As printed."),
        Column("municipality", "text", "Kommun", "Name of the municipality."),
        Column("municipality_code", "text", "Kommunkod", "Four digits."),
        Column("board", "text", "Nämnd", "The board."),
        Column("board_kind", "text", "Nämndtyp", "The board's kind."),
        Column("year", "integer", "Från år", "First year of the document."),
        Column("year_end", "integer", "Till år", "Last year of the document."),
        Column("document_type", "text", "Dokumenttyp", "As in the model."),
        Column("record_id", "text", "Id", "Id in its plan."),
        Column("plan", "text", "Plan", "The plan's id."),
        Column("document", "text", "Dokument", "File name."),
        Column("page", "integer", "Filsida", "1-based page of the file."),
        Column("page_label", "text", "Tryckt sida", "The page number printed there."),
        Column("bbox", "text", "Plats", '"x0 top x1 bottom" in points.'),
    ),
)


def search(plans: Iterable[Source] | Source, query: str, *, limit: int = 20, model: bool = False) -> pd.DataFrame:
    """The goals and indicators nearest to a query, as a table with the columns of ``FOUND``.

    Raises:
        MissingFileError, SavedPlanError, MissingExtraError
    """
    documents = read_sources(plans).documents
    facts: list[GoalFact | IndicatorFact] = [fact for document in documents for fact in goals_of(document)]
    facts += [fact for document in documents for fact in indicators_of(document)]
    scores = nearness(query, [fact.wording for fact in facts], model=model)
    ranked = sorted(range(len(facts)), key=lambda place: (-scores[place], place))
    rows = [_row(facts[place], scores[place]) for place in ranked if scores[place] >= _LEAST]
    return FOUND.frame(rows[:limit])


def nearness(query: str, texts: list[str], *, model: bool = False) -> list[float]:
    """How near each wording is to a query.

    >>> near, far = nearness("trygg hemtjänst", ["Brukarna är trygga med hemtjänsten", "Rent vatten"])
    >>> near > 0.8, far
    (True, 0.0)
    """
    if not texts:
        return []
    places: dict[str, int] = {}
    for text in texts:
        places.setdefault(text, len(places))
    scale = Scale([query, *places], language_model() if model else None)
    likeness = scale.likenesses([0], list(range(1, len(places) + 1)))[0]
    wanted = _stems(query)
    whole = [_ALL_WORDS if wanted and wanted <= _stems(text) else 0.0 for text in places]
    return [float(likeness[places[text]]) + whole[places[text]] for text in texts]


def _stems(text: str) -> set[str]:
    return {part for term in terms(text) for part in term.parts}


def _row(fact: GoalFact | IndicatorFact, score: float) -> Row:
    goal = isinstance(fact, GoalFact)
    plan = fact.document.plan
    return {
        "score": score,
        "record": "goal" if goal else "indicator",
        "text": fact.goal.text if isinstance(fact, GoalFact) else fact.name,
        **fact.board.row,
        "year": fact.document.start,
        "year_end": fact.document.end,
        "document_type": plan.document_type,
        "record_id": fact.key[1],
        **fact.place(),
    }
