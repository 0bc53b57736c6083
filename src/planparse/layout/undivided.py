"""Rows of a lattice whose columns are not drawn, though their words stand in the columns of the rows over them.

    ████ Nämndmål: Färre bränder ███████     merged over all columns
    Indikator        Utfall   Mål 2024       fills part the heads
    -----------------------------------
    Antal bränder        14         12       nothing parts these but where they stand

In: the slots of a lattice. Out: the same, with such rows divided.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from planparse.layout.slots import Slot
from planparse.layout.tablesettings import TableSettings
from planparse.layout.textlines import Chunk, text_lines
from planparse.pdf.page import Word

_OVER = 1.5
"""points by which text may stick out of its column"""
_ALIKE = 4.0
"""points by which a head and what stands under it may be out of line"""


def divided(slots: Sequence[Slot], xs: Sequence[float], words: Sequence[Word], settings: TableSettings) -> list[Slot]:
    """The slots, those of undivided rows cut at the column edges: where lines do part a row below, a row without
    them is one cell, but for one that has an entry in each column or figures in their columns (a striped row)."""
    out: list[Slot] = []
    last = max((slot.row for slot in slots if slot.col_span == 1 < len(xs) - 1), default=0)
    for slot in slots:
        bare = slot.col_span > 1 and len(slot.words) > 1
        cuts = _columns(slot, slots, xs, words, settings, striped=slot.row <= last) if bare else None
        out += [slot] if cuts is None else _cut(slot, xs, cuts)
    return out


def _columns(
    slot: Slot,
    slots: Sequence[Slot],
    xs: Sequence[float],
    words: Sequence[Word],
    settings: TableSettings,
    *,
    striped: bool,
) -> dict[int, list[int]] | None:
    """The words of each column, None where the slot is one cell."""
    lines = text_lines(words, slot.words, settings)
    chunks = [chunk for line in lines for chunk in line.chunks]
    if len(chunks) < 2:
        return None
    heads = _heads(slot, slots, words)
    if len(heads) < 2 and not striped:
        return None
    held: dict[int, list[int]] = {}
    told = fits = values = 0
    for chunk in chunks:
        col = bisect_right(xs, (chunk.x0 + chunk.x1) / 2) - 1
        if not slot.col <= col < slot.col + slot.col_span:
            return None
        if chunk.x0 < xs[col] - _OVER or chunk.x1 > xs[col + 1] + _OVER:
            return None
        held.setdefault(col, []).extend(chunk.words)
        if col > slot.col:
            told += 1
            fits += col in heads and (chunk.value or _in_line(chunk, heads[col]))
            values += chunk.number
    if striped:
        full = max(len(line.chunks) for line in lines) == len(held) == slot.col_span > 2
        return held if full or (len(held) > 1 and fits == told and values > min(1, slot.col_span - 2)) else None
    return held if len(held) > 1 and told and fits * 3 >= told * 2 else None


def _heads(slot: Slot, slots: Sequence[Slot], words: Sequence[Word]) -> dict[int, tuple[float, float]]:
    """How far the texts reach in the columns of the nearest row above that is divided."""
    above = [other for other in slots if other.row < slot.row and other.col_span == 1 and other.words]
    row = max((other.row for other in above), default=-1)
    return {
        other.col: (min(words[i].x0 for i in other.words), max(words[i].x1 for i in other.words))
        for other in above
        if other.row == row
    }


def _in_line(chunk: Chunk, head: tuple[float, float]) -> bool:
    ends = (chunk.x0 - head[0], chunk.x1 - head[1], (chunk.x0 + chunk.x1 - head[0] - head[1]) / 2)
    return any(abs(apart) <= _ALIKE for apart in ends)


def _cut(slot: Slot, xs: Sequence[float], held: dict[int, list[int]]) -> list[Slot]:
    _, top, _, bottom = slot.bbox
    return [
        replace(slot, col=col, col_span=1, bbox=(xs[col], top, xs[col + 1], bottom), words=tuple(held.get(col, ())))
        for col in range(slot.col, slot.col + slot.col_span)
    ]
