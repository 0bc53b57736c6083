"""How a piece of text is set among its neighbours: what sets a goal's label, wording and explanation apart.

Nämndmål                          a bare term
Alla barn läser varje dag         the wording, in bold
Läsningen har minskat.            in plain type: it explains the goal above it
"""

from __future__ import annotations

from planparse.extract.goal_drafts import Draft
from planparse.extract.goal_phrases import phrase
from planparse.extract.goal_pieces import Piece
from planparse.extract.goal_terms import term_of_heading

_FEWEST_TOLD = 9
"""words of a sentence about indicators"""
_LONGEST_TERM = 3
"""words of a card's label ("Kommunfullmäktiges övergripande mål")"""


def is_bare_term(text: str) -> bool:
    """Whether a line says no more than what the wording below it is: a card's label in small type.

    >>> is_bare_term("Kommunmål"), is_bare_term("Nämndens mål"), is_bare_term("Uppföljning av nämndens mål")
    (True, True, False)
    """
    return text[:1].isupper() and len(text.split()) <= _LONGEST_TERM and term_of_heading(text) is not None


def is_told(text: str) -> bool:
    """Whether a paragraph right under a heading of indicators is about them rather than the name of one.

    >>> is_told("Tabellen visar hur indikatorerna har utvecklats sedan planen antogs."), is_told("Andel nöjda, %.")
    (True, False)
    """
    return text.endswith(".") and len(text.split()) >= _FEWEST_TOLD


def explains(before: Piece | None, piece: Piece, goal: Draft | None) -> bool:
    """Whether a paragraph in plain type stands straight under the bold wording of its card's goal."""
    if before is None or piece.bold or not (before.bold and before.boxed) or goal is None:
        return False
    return before.text.endswith(goal.text)


def announces_list(piece: Piece, after: Piece | None) -> bool:
    """Whether a paragraph announces the list under it ("beslutade om följande åtgärder.")."""
    return after is not None and after.is_item and phrase("announces a list", piece.text) is not None
