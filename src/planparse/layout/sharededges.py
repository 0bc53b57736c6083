"""Chunks of two cells that stand close: parted where a word starts at an edge that the cells of other lines share.

    Sjukfrånvaro      ökar         29 %
    Väntetid          oförändrad 98 %       "98" starts where "29" does, after a wider space than words have

In: the lines of a page. Out: the same, such chunks parted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from planparse.layout.textlines import Chunk, TextLine
from planparse.pdf.page import Word

_LEAST_GAP = 0.45
"""sizes: what a space between words in lines that are not stretched is under"""
_WIDER = 1.4
"""so many times wider than the other spaces of its line"""
_LEAST_LINES = 3
"""lines whose cells start at an edge"""
_NEAR = 12
"""lines up and down in which they are looked for"""


def parted_at_edges(lines: list[TextLine], words: Sequence[Word]) -> list[TextLine]:
    """The lines, their chunks parted where a cell starts."""
    edges: dict[int, list[int]] = {}
    for number, line in enumerate(lines):
        for chunk in line.chunks[1:]:
            at = round(chunk.x0)
            for place in (at - 1, at, at + 1):
                edges.setdefault(place, []).append(number)
    edges = {at: found for at, found in edges.items() if len(found) >= _LEAST_LINES}
    if not edges:
        return lines
    return [_parted(number, line, edges, words) for number, line in enumerate(lines)]


def _parted(number: int, line: TextLine, edges: dict[int, list[int]], words: Sequence[Word]) -> TextLine:
    chunks: list[Chunk] = []
    for chunk in line.chunks:
        starts = [
            at
            for at, index in enumerate(chunk.words)
            if at
            and (found := edges.get(round(words[index].x0)))
            and sum(abs(other - number) <= _NEAR for other in found) >= _LEAST_LINES
        ]
        if starts:
            gaps = [words[after].x0 - words[before].x1 for before, after in pairwise(chunk.words)]
            usual = max([gap for at, gap in enumerate(gaps, 1) if at not in starts], default=0.0)
            least = max(_LEAST_GAP * line.size, _WIDER * usual)
            starts = [at for at in starts if gaps[at - 1] >= least]
        ends = [0, *starts, len(chunk.words)]
        chunks += [Chunk.of(chunk.words[low:high], words) for low, high in pairwise(ends)] if starts else [chunk]
    return replace(line, chunks=chunks) if len(chunks) > len(line.chunks) else line
