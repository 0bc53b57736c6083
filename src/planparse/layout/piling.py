"""Tables that stand straight under each other in the same columns and are one: a group's band may part the finders.

    Beläggning             6,5    4,1        found by its lines
    Summa                 24,9   12,1
    ░ Avgiftsfinansierade ░░░░░░░░░░░        found by itself, as a table of two rows
    Ledning               21,5    5,8

In: the skeletons of a page. Out: the same with such pairs joined, in the upper one's columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planparse.layout.slots import Skeleton, Slot, middle
from planparse.pdf.page import Word

_GAP = 6.0
"""points between two pieces"""
_SIDE = 14.0
"""and between their sides: pieces found by their text reach as far as it does"""
_OVER = 1.5
"""points by which a figure may stick out of its column"""


def piled(skeletons: Sequence[Skeleton], words: Sequence[Word]) -> list[Skeleton]:
    """The skeletons from the top, pieces of one table joined."""
    out: list[Skeleton] = []
    for lower in sorted(skeletons, key=lambda one: one.ys[0]):
        at = next((at for at, upper in enumerate(out) if _follows(upper, lower)), None)
        joined = _joined(out[at], lower, words) if at is not None else None
        if at is not None and joined is not None and not _between(out[at], lower, words):
            out[at] = joined
        else:
            out.append(lower)
    return out


def _follows(upper: Skeleton, lower: Skeleton) -> bool:
    sides = abs(upper.xs[0] - lower.xs[0]) <= _SIDE and abs(upper.xs[-1] - lower.xs[-1]) <= _SIDE
    return sides and upper.cols == lower.cols > 2 and -1 <= lower.ys[0] - upper.ys[-1] <= _GAP


def _between(upper: Skeleton, lower: Skeleton, words: Sequence[Word]) -> bool:
    """Whether words stand between two pieces."""
    return any(
        upper.ys[-1] < middle(word)[1] < lower.ys[0] and upper.xs[0] < middle(word)[0] < upper.xs[-1] for word in words
    )


def _joined(upper: Skeleton, lower: Skeleton, words: Sequence[Word]) -> Skeleton | None:
    """Both as one, None where the lower begins with heads of its own or its figures stand in no column of the upper."""
    first = [slot for slot in lower.slots if slot.row == 0 and slot.words]
    if len(first) > 1 and all(words[index].bold for slot in first for index in slot.words):
        return None
    slots = []
    for slot in lower.slots:
        last = slot.col + slot.col_span
        x0, x1 = upper.xs[slot.col], upper.xs[last]
        if any(words[i].x0 < x0 - _OVER or words[i].x1 > x1 + _OVER for i in slot.words):
            return None
        slots.append(_moved(slot, upper, (x0, slot.bbox[1], x1, slot.bbox[3])))
    return replace(upper, ys=(*upper.ys, *lower.ys[1:]), slots=(*upper.slots, *slots))


def _moved(slot: Slot, upper: Skeleton, bbox: tuple[float, float, float, float]) -> Slot:
    return replace(slot, row=slot.row + upper.rows, bbox=bbox)
