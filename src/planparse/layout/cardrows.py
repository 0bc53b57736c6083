"""Rows of a card over the heads of its table, which lines draw as one lattice with it.

    ░ Nämndens mål: Alla ska ha gott vatten ░     the card's own rows, each over the whole width:
    Status     Uppfylls                           they go to the text
    Ansvarig   VA-chef
    ------------------------------------------
    Aktivitet        Ansvarig     Slutdatum       the table begins here
    Byta ledning     Driftchef    2025-11-30

In: a skeleton. Out: the skeleton of the table alone; the same where it has no such rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planparse.layout.slots import Skeleton, Slot
from planparse.pdf.page import Word

_FEWEST = 2
"""rows of a card; a single one is a table's title"""


def table_alone(skeleton: Skeleton, words: Sequence[Word]) -> Skeleton:
    """The skeleton without the rows over all columns that stand over its heads."""
    rows: dict[int, list[Slot]] = {}
    for slot in skeleton.slots:
        rows.setdefault(slot.row, []).append(slot)
    cut = next((row for row in range(skeleton.rows) if not _whole(rows.get(row, []), skeleton)), 0)
    if cut < _FEWEST or cut + 1 >= skeleton.rows or not _names_columns(rows.get(cut, []), words):
        return skeleton
    if any(slot.row < cut < slot.row + slot.row_span for slot in skeleton.slots):
        return skeleton
    slots = tuple(replace(slot, row=slot.row - cut) for slot in skeleton.slots if slot.row >= cut)
    return replace(skeleton, ys=skeleton.ys[cut:], slots=slots)


def _whole(slots: Sequence[Slot], skeleton: Skeleton) -> bool:
    """Whether a row is one cell, or one with text beside empty ones that nothing under it fills."""
    return len(slots) == 1 and slots[0].col_span == skeleton.cols > 1


def _names_columns(slots: Sequence[Slot], words: Sequence[Word]) -> bool:
    """Whether a row's cells are names in bold, one to a column."""
    told = [slot for slot in slots if slot.words]
    if len(told) < 2 or any(slot.col_span > 1 for slot in told):
        return False
    return all(words[index].bold for slot in told for index in slot.words)
