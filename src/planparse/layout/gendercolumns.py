"""Rows by gender under one name: the name's column and that of "Totalt", "Kvinnor", "Män" told apart.

    Sjukfrånvaro, andel av     Totalt     6,9     the name goes on beside the next row, or both columns
    ordinarie arbetstid        Kvinnor    7,4     stand in one of a lattice that has no line between them
                               Män        5,1

In: rows of an unruled table, or the skeleton of a lattice. Out: the rows with the name's cell going on; the skeleton
with a column more.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from planparse.layout.rowlines import RowLine
from planparse.layout.slots import Skeleton, Slot
from planparse.layout.tablesettings import TableSettings
from planparse.layout.textlines import Chunk, text_lines
from planparse.pdf.page import Word
from planparse.rules.load import load

_GENDERS = load("genders").by_word()
_SAME_EDGE = 2.0


def gender_of(text: str) -> str | None:
    """T, K or M where a text is no more than a gender's name."""
    found = _GENDERS.get(text.casefold())
    return found.name if found else None


def goes_on(before: Sequence[RowLine], row: Sequence[RowLine]) -> bool:
    """Whether a row is of the same name as the one before: another gender stands beside it, and its own text, in small
    letters, can only be the rest of that name."""
    here, above = _gender(row), _gender(before)
    if here is None or above is None or here == above or here == "T":
        return False
    text = next((chunk.text for line in row if (chunk := line.at(0))), "")
    return not text or text[0].islower() or text[0] in "(/&"


def _gender(row: Sequence[RowLine]) -> str | None:
    return next((gender_of(chunk.text) for line in row if (chunk := line.at(1))), None)


def with_gender_column(skeleton: Skeleton, words: Sequence[Word], settings: TableSettings) -> Skeleton:
    """A lattice whose first column has names and, at an edge of their own, genders: these in a column of their own."""
    first = [slot for slot in skeleton.slots if slot.col == 0 and slot.col_span == 1 and slot.words]
    if len(first) < 2 or sum(gender_of(words[i].text) is not None for slot in first for i in slot.words) < 2:
        return skeleton
    told = {slot.row: [c for line in text_lines(words, slot.words, settings) for c in line.chunks] for slot in first}
    edge = _edge(list(told.values()))
    if edge is None:
        return skeleton
    xs = (skeleton.xs[0], edge - 1.0, *skeleton.xs[1:])
    slots: list[Slot] = []
    for slot in skeleton.slots:
        if slot in first and any(abs(chunk.x0 - edge) < _SAME_EDGE for chunk in told[slot.row]):
            slots += _halved(slot, xs, words)
        elif slot.col == 0:
            slots.append(replace(slot, col_span=slot.col_span + 1))
        else:
            slots.append(replace(slot, col=slot.col + 1))
    return replace(skeleton, xs=xs, slots=tuple(slots))


def _edge(rows: Sequence[Sequence[Chunk]]) -> float | None:
    """Where the genders begin: right of the names, at one place in two rows or more, two genders at least."""
    found = [(chunk.x0, gender) for row in rows for chunk in row if (gender := gender_of(chunk.text))]
    if len({gender for _, gender in found}) < 2:
        return None
    edge = min(x0 for x0, _ in found)
    names = [chunk for row in rows for chunk in row if not gender_of(chunk.text)]
    if not names or any(x0 - edge > _SAME_EDGE for x0, _ in found) or any(chunk.x1 > edge - 1 for chunk in names):
        return None
    return edge


def _halved(slot: Slot, xs: Sequence[float], words: Sequence[Word]) -> list[Slot]:
    held: tuple[list[int], list[int]] = ([], [])
    for index in slot.words:
        held[bisect_right(xs[1:2], (words[index].x0 + words[index].x1) / 2)].append(index)
    _, top, _, bottom = slot.bbox
    return [
        Slot(slot.row, col, slot.row_span, 1, (xs[col], top, xs[col + 1], bottom), tuple(held[col])) for col in (0, 1)
    ]
