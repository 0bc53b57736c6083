"""Tables of a head and one row between rules: the heads tell the columns, as a single row leaves too much room.

    Nr  Mål            Stadens mål  Bedömning  Kommentar       names in bold, or under a rule
    ──────────────────────────────────────────────────────
    1   Fler ska få    5                       Andelen ökar    one row of wrapped words, a place left empty
        ett jobb                               hos alla
    ──────────────────────────────────────────────────────     a rule of the same length closes it

In: the lines of a page, where a head may begin, and the rules among them. Out: the columns, head and body; or None.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from planparse.layout.marks import Span
from planparse.layout.textlines import TextLine

_HEADS = 3
"""the fewest names, and the most lines that they take"""
_LINES = 14
"""the most lines of the row"""


def one_row(lines: Sequence[TextLine], first: int, stripes: Sequence[Span]) -> tuple[int, int, list[float]] | None:
    """Where the row begins and where it ends in ``lines``, and the cuts between its columns."""
    head = lines[first]
    if len(head.chunks) < _HEADS or first + 1 >= len(lines):
        return None
    under = [span for span in stripes if span[0] > head.baseline and span[1] < head.x0 + 3 and span[2] > head.x1 - 3]
    if len(under) < 2 or not _alike(under[0], under[1]):
        return None
    start = next((i for i in range(first, len(lines)) if lines[i].baseline > under[0][0]), len(lines))
    end = next((i for i in range(start, len(lines)) if lines[i].baseline > under[1][0]), len(lines))
    body = lines[start:end]
    if not 0 < start - first <= _HEADS or not 0 < len(body) <= _LINES or not _is_row(body, under[0], under[1]):
        return None
    over = [span for span in stripes if head.top - 2 * head.size < span[0] < head.baseline]
    if not any(_alike(span, under[0]) for span in over) and not all(line.bold for line in lines[first:start]):
        return None
    cuts = _cuts(lines[first:start], body)
    return None if cuts is None else (start, end, cuts)


def _alike(one: Span, other: Span) -> bool:
    return abs(one[1] - other[1]) < 4 and abs(one[2] - other[2]) < 4


def _is_row(body: Sequence[TextLine], above: Span, below: Span) -> bool:
    """Whether lines follow each other closely between two rules, within their ends, the first in several places."""
    size = body[0].size
    inside = all(above[1] - 3 < line.x0 and line.x1 < above[2] + 3 for line in body)
    close = all(b.top - a.bottom < 0.9 * size for a, b in pairwise(body))
    near = body[0].top - above[0] < 2 * size and below[0] - body[-1].bottom < 2.5 * size
    return inside and close and near and len(body[0].chunks) > 1 and not any(line.bold for line in body)


def _cuts(head: Sequence[TextLine], body: Sequence[TextLine]) -> list[float] | None:
    """A place in each space between two heads that no text of the row crosses."""
    names: list[tuple[float, float]] = []
    for x0, x1 in sorted((chunk.x0, chunk.x1) for line in head for chunk in line.chunks):
        if names and x0 < names[-1][1] + 1:
            names[-1] = (names[-1][0], max(names[-1][1], x1))
        else:
            names.append((x0, x1))
    held = sorted((chunk.x0, chunk.x1) for line in body for chunk in line.chunks)
    out: list[float] = []
    for (_, low), (high, _) in pairwise(names):
        for x0, x1 in held:  # what lies to the right of a name's start is in its column; what crosses moves the edge
            if x0 <= low + 1 < x1:
                low = x1
            elif x0 < high - 1 < x1:
                high = x0
        if high - low < 2:
            return None
        out.append(high - min(1.5, (high - low) / 2))
    return out if len(out) + 1 >= _HEADS else None
