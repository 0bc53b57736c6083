"""Which board each section is of, in a document of several boards.

In: headings and their depths. Out: a board's name for each heading, or None. A chapter is a board's where its heading
is the board's name, alone or beside the document's type ("Tekniska nämnden", "Verksamhetsberättelse – socialnämnden").
It takes two such chapters, side by side, that hold a fair part of the document: a plan of one board names others too.
"""

from __future__ import annotations

from collections.abc import Sequence

from planparse.outline.candidates import Candidate
from planparse.outline.levels import Depth
from planparse.outline.settings import SETTINGS
from planparse.rules.load import load
from planparse.values.names import alike, boards_in, definite_board

_STEMS = ("nämnd", "styrelse", "överförmynd")


def boards_of(headings: Sequence[Candidate], found: Sequence[Depth], weights: Sequence[int]) -> list[str | None]:
    """The board of each heading's section. ``weights`` is how much stands under each heading itself."""
    named = [board_chapter(heading.title) for heading in headings]
    total = sum(weights)
    by_parent: dict[int | None, list[int]] = {}
    for index, name in enumerate(named):
        if name:
            by_parent.setdefault(found[index].parent, []).append(index)
    held = _held(found, weights)
    own: dict[int, str] = {}
    for indexes in by_parent.values():
        names = {str(named[index]) for index in indexes}
        if len(names) > 1 and sum(held[index] for index in indexes) * SETTINGS.boards_share >= total:
            own.update((index, str(named[index])) for index in indexes)
    boards: list[str | None] = []
    for index, depth in enumerate(found):
        inherited = boards[depth.parent] if depth.parent is not None else None
        boards.append(own.get(index, inherited))
    return boards


def _held(found: Sequence[Depth], weights: Sequence[int]) -> list[int]:
    """What stands under each heading and those inside it."""
    held = list(weights)
    for index in range(len(found) - 1, -1, -1):
        parent = found[index].parent
        if parent is not None:
            held[parent] += held[index]
    return held


def board_chapter(title: str) -> str | None:
    """The board that a heading of its chapter names, None for other headings.

    >>> board_chapter("Verksamhetsberättelse – Socialnämnden"), board_chapter("TEKNISKA NÄMNDEN")
    ('Socialnämnden', 'Tekniska nämnden')
    >>> board_chapter("Uppdrag till socialnämnden"), board_chapter("Nämndens mål")
    (None, None)
    """
    low = title.lower()
    if not any(stem in low for stem in _STEMS):
        return None
    boards = boards_in(title)
    if len(boards) != 1:
        return None
    board = boards[0]
    if alike(definite_board(title)) == alike(board):
        return board
    words = title.split()
    while len(words) > 1 and boards_in(" ".join(words[1:])) == [board]:
        words = words[1:]
    while len(words) > 1 and boards_in(" ".join(words[:-1])) == [board]:
        words = words[:-1]
    rest = title.replace(" ".join(words), " ", 1)
    if not any(map(str.isalpha, rest)) or (len(rest.split()) <= 5 and load("document_types").match(rest) is not None):
        return board
    return None
