"""Fields set side by side in a card, read one after the other.

    Varför             Strategi            in rows: Varför, Strategi, Kön är lång., Fler svarar.
    Kön är lång.       Fler svarar.        by field: Varför, Kön är lång., Strategi, Fler svarar.

In: the pieces of a section between its tables, in layout's order. Out: the same pieces.
"""

from __future__ import annotations

from collections.abc import Iterable

from planparse.extract.goal_pieces import Piece

_LEVEL = 3.0
"""points that the labels of one row stand higher or lower"""
_EDGE = 3.0
"""points that a value stands left or right of its label"""
_LONGEST_LABEL = 5
"""words"""


def by_field(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces, values under labels that stand side by side each put behind its own."""
    out = list(pieces)
    start = 0
    while start < len(out) - 2:
        labels = _labels(out, start)
        if len(labels) < 2:
            start += 1
            continue
        under = _under(out, start + len(labels), labels)
        if under:
            block = out[start : start + len(labels) + len(under)]
            out[start : start + len(block)] = [
                one for label in labels for one in (label, *(each for each in under if _stands_under(each, label)))
            ]
            start += len(block)
        else:
            start += len(labels)
    return out


def _labels(pieces: list[Piece], start: int) -> list[Piece]:
    """The labels that stand in one row from a place on: short, set apart, left to right."""
    first = pieces[start]
    out: list[Piece] = []
    for piece in pieces[start:]:
        if not piece.places or not piece.bold or piece.is_item or len(piece.text.split()) > _LONGEST_LABEL:
            break
        place, level = piece.places[0], first.places[0]
        if place.page != level.page or abs(place.bbox[1] - level.bbox[1]) > _LEVEL or piece.text[-1] in ".!?":
            break
        if out and piece.x0 - out[-1].places[0].bbox[2] < _EDGE:
            break
        out.append(piece)
    return out


def _under(pieces: list[Piece], start: int, labels: list[Piece]) -> list[Piece]:
    """The pieces that follow and stand under one of the labels."""
    out = []
    for piece in pieces[start:]:
        if not any(_stands_under(piece, label) for label in labels):
            break
        out.append(piece)
    return out


def _stands_under(piece: Piece, label: Piece) -> bool:
    if not piece.places or piece.places[0].page != label.places[0].page:
        return False
    below = piece.places[0].bbox[1] > label.places[0].bbox[1] + _LEVEL
    return below and abs(piece.x0 - label.x0) <= _EDGE
