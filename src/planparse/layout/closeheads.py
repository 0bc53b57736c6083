"""Heads that stand so close together that no space parts them: told by the columns under them.

    Verksamhet Budget 2025 Budget 2026     one run of words, its heads wider than all that stands under them
    Stab               812         840     each head ends, starts or has its middle where its column does

In: the lines of a block, figures among them. Out: the same lines, such heads as chunks of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from planparse.layout.gutters import column_of, find_gutters
from planparse.layout.textlines import Chunk, TextLine
from planparse.pdf.page import Word

Extent = tuple[float, float]

_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–/](?:(?:19|20)?\d\d))?")
_MOST_WORDS = 30
_SAME_EDGE = 1.5
_WIDER = 1.5
_OFF = 0.35
"""sizes: a head's side or middle may lie so far from its column's (half of a cell's margins)"""


def with_parted_heads(lines: Sequence[TextLine], words: Sequence[Word]) -> Sequence[TextLine]:
    """The block, the chunks of its lines before the first figures parted where they name several columns, and figures
    parted that end where years over them do."""
    count = _head_count(lines)
    if not count:
        return lines
    body = _parted_figures(lines[:count], lines[count:], words)
    if not any(len(chunk.words) > 1 for line in lines[:count] for chunk in line.chunks):
        return lines if body is None else [*lines[:count], *body]
    rest = lines[count:] if body is None else body
    columns = _extents(rest)
    if len(columns) < 2:
        return lines
    return [*(parted_head(line, columns, words) or line for line in lines[:count]), *rest]


def heads_above(lines: Sequence[TextLine], first: int, last: int, words: Sequence[Word]) -> list[TextLine]:
    """The lines straight over a block (``first`` to ``last``) that are one run of words, and its heads."""
    if not first or len(lines[first - 1].chunks) > 1 or lines[first].top - lines[first - 1].bottom > lines[first].size:
        return []
    block = lines[first : last + 1]
    rows = block[_head_count(block) :]
    columns = _extents(rows)
    if len(columns) < 2 or not any(chunk.value for chunk in rows[0].chunks[1:]):
        return []
    out: list[TextLine] = []
    while first - len(out) > 0 and len(out) < 3:
        line, below = lines[first - len(out) - 1], (out[0] if out else lines[first])
        apart = below.top - line.bottom > below.size or line.size > 1.12 * lines[first].size
        if apart or line.chunks[0].text[-1] in ".:;":
            break
        found = parted_head(line, columns, words)
        if found is None or found.x1 < columns[-1][0] or len(found.chunks) < len(columns) - 1:
            break
        out.insert(0, found)
    return out


def parted_head(line: TextLine, columns: Sequence[Extent], words: Sequence[Word]) -> TextLine | None:
    """A line whose chunks over several columns are parted into a head for each; None where none can be."""
    chunks: list[Chunk] = []
    for chunk in line.chunks:
        chunks += _pieces(chunk, columns, words, line.size) or [chunk]
    return replace(line, chunks=chunks) if len(chunks) > len(line.chunks) else None


def _head_count(lines: Sequence[TextLine]) -> int:
    """The lines before the first figures."""
    for index, line in enumerate(lines):
        if any(chunk.value and not chunk.year for chunk in line.chunks[1:]):
            return index
    return 0


def _parted_figures(
    heads: Sequence[TextLine], body: Sequence[TextLine], words: Sequence[Word]
) -> list[TextLine] | None:
    """The lines under years with a chunk for each figure that ends where a year does; None where they have it so."""
    years = max(heads, key=lambda line: sum(chunk.year for chunk in line.chunks))
    told = [chunk.x1 for chunk in years.chunks if chunk.year]
    if len(told) < 2 or not any(_holds_more(chunk, told) for line in body for chunk in line.chunks):
        return None
    ends = [words[index].x1 for line in body for chunk in line.chunks for index in chunk.words]
    least = max(2, 0.6 * len(body))
    edges = [at for at in told if sum(abs(end - at) < _SAME_EDGE for end in ends) >= least]
    if len(edges) < 2:
        return None
    out = []
    for line in body:
        chunks = [piece for chunk in line.chunks for piece in _figures(chunk, edges, words)]
        out.append(replace(line, chunks=chunks))
    return out


def _holds_more(chunk: Chunk, ends: Sequence[float]) -> bool:
    """Whether a chunk reaches from one column into the next, or from a label to a figure."""
    if len(chunk.words) < 2 or not chunk.text[-1].isdigit():
        return False
    within = sum(chunk.x0 < end < chunk.x1 + _SAME_EDGE for end in ends)
    return within > 1 or (within == 1 and chunk.text[0].isalpha())


def _figures(chunk: Chunk, edges: Sequence[float], words: Sequence[Word]) -> list[Chunk]:
    """A chunk parted after each word that ends at an edge, and before the first figure behind a label."""
    if not _holds_more(chunk, edges):
        return [chunk]
    held = [words[index] for index in chunk.words]
    ends = [at + 1 for at, word in enumerate(held) if any(abs(word.x1 - edge) < _SAME_EDGE for edge in edges)]
    starts = [0, *(end for end in ends if end < len(held))]
    if held[0].text[0].isalpha() and ends:
        first = next((at for at in range(1, ends[0]) if _all_figures(held[at : ends[0]])), None)
        if first is not None:
            starts.insert(1, first)
    return [Chunk.of(chunk.words[low:high], words) for low, high in pairwise([*starts, len(held)])]


def _all_figures(held: Sequence[Word]) -> bool:
    return not any(map(str.isalpha, "".join([word.text for word in held])))


def _extents(lines: Sequence[TextLine]) -> list[Extent]:
    """How far the text of each column reaches, from the left."""
    cuts = [gutter.at for gutter in find_gutters(lines, min(2, len(lines)))]
    found: dict[int, Extent] = {}
    for line in lines:
        for chunk in line.chunks:
            first, last = column_of(chunk, cuts)
            if first == last:
                low, high = found.get(first, (chunk.x0, chunk.x1))
                found[first] = (min(low, chunk.x0), max(high, chunk.x1))
    return [found[col] for col in sorted(found)]


def _pieces(chunk: Chunk, columns: Sequence[Extent], words: Sequence[Word], size: float) -> list[Chunk]:
    """A chunk as heads of the columns that it stands over; nothing where it is no row of heads."""
    over = [col for col, (low, high) in enumerate(columns) if low < chunk.x1 and high > chunk.x0]
    if len(over) < 2 or not len(over) <= len(chunk.words) <= _MOST_WORDS:
        return []
    held = [words[index] for index in chunk.words]
    under = [columns[col] for col in over]
    starts = _after_wider_gaps(held, under) or (_left_of_each(held, under) if over[0] else [])
    if starts:
        return [Chunk.of(chunk.words[low:high], words) for low, high in pairwise([*starts, len(held)])]
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}  # words taken → how well, where the pieces begin
    for col in over:
        following: dict[int, tuple[float, list[int]]] = {}
        for start, (cost, starts) in best.items():
            if start == len(held) or not _begins(held, start, over[0] == 0 and len(starts) < 2):
                continue
            for end in range(start + 1, len(held) + 1):
                off = _off(held[start].x0, held[end - 1].x1, columns[col], col == 0)
                if off > _OFF * size:
                    continue
                wide = held[start].x0 - held[start - 1].x1 if start else 0.0
                total = cost + off - wide
                if end not in following or total < following[end][0]:
                    following[end] = (total, [*starts, start])
        best = following
    if len(held) not in best:
        return []
    starts = [*best[len(held)][1], len(held)]
    return [Chunk.of(chunk.words[low:high], words) for low, high in pairwise(starts)]


def _after_wider_gaps(held: Sequence[Word], columns: Sequence[Extent]) -> list[int]:
    """Where heads begin that are parted by wider spaces than their words, each over its column; else nothing."""
    gaps = [after.x0 - before.x1 for before, after in pairwise(held)]
    starts = [0, *(at for at, gap in enumerate(gaps, 1) if gap > _WIDER * min(gaps))]
    if len(starts) != len(columns):
        return []
    for (low, high), (start, end) in zip(columns, pairwise([*starts, len(held)]), strict=True):
        if held[start].x0 > high or held[end - 1].x1 < low or not held[start].text[0].isupper():
            return []
    return starts


def _left_of_each(held: Sequence[Word], columns: Sequence[Extent]) -> list[int]:
    """Where heads begin that stand at the left of columns of one width, their figures at the right; else nothing."""
    shift = held[0].x0 - columns[0][1]
    starts = [
        next((at for at, word in enumerate(held) if abs(word.x0 - high - shift) < _SAME_EDGE), -1)
        for _, high in columns
    ]
    if starts != sorted(set(starts)) or starts[0] or not all(_begins(held, start, False) for start in starts):
        return []
    return starts


def _begins(held: Sequence[Word], start: int, labels: bool) -> bool:
    """Whether a head may begin with a word: a year goes with the measure before it (``labels``: but not with what
    names the labels)."""
    if not start:
        return True
    text = held[start].text
    if _YEAR.fullmatch(text):
        return labels or not held[start - 1].text[-1].isalpha()
    return text[0].isupper()


def _off(x0: float, x1: float, column: Extent, labels: bool) -> float:
    """How far a head is from standing over its column: by a side (of labels the left one) or its middle."""
    low, high = column
    off = min(abs(x0 - low), abs(x0 + x1 - low - high) / 2)
    return off if labels else min(off, abs(x1 - high))
