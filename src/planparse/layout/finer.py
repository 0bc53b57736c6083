"""Lattices that are coarser than their table: lines part some rows or columns, and the words part more.

            |  Freq.   Percent   Cum.        a line only after the labels,
    --------+------------------------        a rule only under the head:
    0       |   138     6.9      6.9         three rows and four columns more
    1       |   178     8.9     15.7

In: a lattice's skeleton. Out: a finer skeleton, or None where the lattice is the table.
"""

from __future__ import annotations

from collections.abc import Sequence

from planparse.layout.slots import Skeleton, Slot
from planparse.layout.tablesettings import TableSettings
from planparse.layout.textlines import text_lines
from planparse.layout.unruled import Drawn, block_skeleton
from planparse.pdf.page import Word

_LONGEST = 8
"""letters of the words that values are told with ("procent", "ej aktuellt")"""


def finer(skeleton: Skeleton, words: Sequence[Word], settings: TableSettings) -> Skeleton | None:
    """The table that alignment finds inside a lattice: where its cells hold several rows or columns of values."""
    told = [slot for slot in skeleton.slots if slot.words]
    if any(slot.row_span > 1 for slot in told) or not _coarse(told, words, settings):
        return None
    held = [index for slot in told for index in slot.words]
    lines = text_lines(words, held, settings)
    edges = tuple((y, skeleton.xs[0], skeleton.xs[-1]) for y in skeleton.ys)
    hard = frozenset(skeleton.xs[1:-1])
    drawn = Drawn(edges, skeleton.xs[0], skeleton.xs[-1], skeleton.reason, hard)
    found = block_skeleton(lines, words, drawn, settings)
    if found is None or (found.rows <= skeleton.rows and found.cols <= skeleton.cols):
        return None
    return found


def _coarse(told: Sequence[Slot], words: Sequence[Word], settings: TableSettings) -> bool:
    """Whether cells hold values on several lines, two columns alike or with several to a line."""
    stacked: dict[int, list[int]] = {}
    labels: dict[int, Slot] = {}
    for slot in told:
        if len(slot.words) < 2:
            continue
        # Most cells are text, and are not taken apart for that.
        if not any(len(words[index].text) > _LONGEST and words[index].text.isalpha() for index in slot.words):
            lines = text_lines(words, slot.words, settings)
            if len(lines) >= 2 and all(chunk.value for line in lines for chunk in line.chunks):
                if sum(len(line.chunks) > 1 for line in lines) >= 2:
                    return True
                stacked.setdefault(slot.row, []).append(len(lines))
                continue
        if slot.col == 0:
            labels[slot.row] = slot
    return any(
        (max(counts) >= 3 or len(counts) >= 2)
        and row in labels
        and len(text_lines(words, labels[row].words, settings)) >= max(counts)
        for row, counts in stacked.items()
    )
