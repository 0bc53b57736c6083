"""What a document's own lines say of its type: the usual distance between lines, and the right edge of its text."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from statistics import median

from planparse.layout.columns import Column
from planparse.layout.drafts import Measures
from planparse.layout.lines import TextLine


def measure(pages: Iterable[list[Column]], body_size: float) -> Measures:
    """A document's measures, from lines that surely are wrapped: the second starts in lower case under a full first."""
    steps: dict[tuple[str, float], list[float]] = {}
    rights: list[float] = []
    for columns in pages:
        for column in columns:
            lines = [item.line for item in column.items if item.line is not None]
            if column.whole and len(lines) > 4:
                rights.append(max(line.x1 for line in lines))
            for before, after in pairwise(lines):
                if _wrapped(before, after, column.x1):
                    steps.setdefault((after.font, round(after.size, 1)), []).append(after.baseline - before.baseline)
    pitches = {style: median(found) for style, found in steps.items() if len(found) > 1}
    return Measures(body_size, pitches, median(rights) if rights else 0.0)


def _wrapped(before: TextLine, after: TextLine, right: float) -> bool:
    return (
        after.text[0].islower()
        and before.size == after.size
        and before.x1 > right - 0.25 * (right - before.x0)
        and 0.8 * after.size < after.baseline - before.baseline < 2.2 * after.size
    )
