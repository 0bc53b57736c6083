"""Heads set on end over a table's columns.

In: a table found from its level lines, and the turned words of the page. Out: the table with the turned words as its
first row of heads, or in the head row that stands beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planparse.layout.slots import Skeleton, Slot
from planparse.pdf.page import Word


def with_turned_head(table: Skeleton, words: Sequence[Word], turned: Sequence[int], free: Sequence[int]) -> Skeleton:
    """``turned`` are indices of turned words, ``free`` those of level ones that no table has taken."""
    size = max(words[i].size for slot in table.slots for i in slot.words)
    x0, _, x1, _ = table.bbox
    first = min(words[i].top for slot in table.slots for i in slot.words)
    held = [
        i
        for i in turned
        if x0 - 1 <= (words[i].x0 + words[i].x1) / 2 <= x1 + 1
        and words[i].bottom < first + 2.5 * size
        and words[i].bottom > first - 12 * size
    ]
    if len(held) < 2 or max(words[i].bottom for i in held) < first - 2 * size:
        return table
    top, bottom = min(words[i].top for i in held), max(words[i].bottom for i in held)
    columns: list[list[int]] = [[] for _ in range(table.cols)]
    for i in held:
        columns[_column(table, (words[i].x0 + words[i].x1) / 2)].append(i)
    if sum(bool(column) for column in columns) < 2:
        return table
    if bottom > first + 0.5 * size:  # a level head beside the turned ones is the table's first row already
        slots = tuple(
            replace(s, words=(*s.words, *columns[s.col]), bbox=(s.bbox[0], min(top, s.bbox[1]), *s.bbox[2:]))
            if s.row == 0 and s.col_span == 1
            else s
            for s in table.slots
        )
        return replace(table, ys=(min(top, table.ys[0]), *table.ys[1:]), slots=slots)
    for i in free:
        middle = (words[i].top + words[i].bottom) / 2
        if top <= middle <= table.ys[0] and x0 - 1 <= words[i].x0 and words[i].x1 <= x1 + 1:
            columns[_column(table, (words[i].x0 + words[i].x1) / 2)].append(i)
    edge = table.ys[0]
    head = [
        Slot(0, col, 1, 1, (table.xs[col], top, table.xs[col + 1], edge), tuple(columns[col]))
        for col in range(table.cols)
    ]
    rest = [replace(slot, row=slot.row + 1) for slot in table.slots]
    return replace(table, ys=(top, *table.ys), slots=(*head, *rest), header_rows=(table.header_rows or 0) + 1)


def _column(table: Skeleton, x: float) -> int:
    return next((col for col in range(table.cols) if x < table.xs[col + 1]), table.cols - 1)
