"""Where the next table begins right under one, with a head of its own and nothing between.

    ████ Indikator ██████ Utfall ██ Mål ████
    Andel nöjda              71 %     75 %
                                                more space than between the rows
    ████ Aktivitet ██ Status ████ Klart ████    names in other columns, or in bold like the first head
    Se över skyltarna   Pågår     2024-06

In: the lines of a block so far and the one after them. Out: whether that one heads another table.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from planparse.layout.textlines import Chunk, TextLine

_WIDER = 1.7
"""times the widest space between this table's lines"""
_SPACE = 1.2
"""sizes"""


def heads_another(lines: Sequence[TextLine], start: int, index: int) -> bool:
    """Whether the line at ``index`` heads a table of its own, where that of the block begins at ``start``."""
    line, head = lines[index], lines[start]
    spaces = [below.top - above.bottom for above, below in pairwise(lines[start:index])]
    space = line.top - lines[index - 1].bottom
    if not spaces or len(line.chunks) < 2 or space < _SPACE * line.size or space < _WIDER * max(spaces):
        return False
    if any(chunk.value and not chunk.year for chunk in line.chunks):
        return False
    if line.bold and head.bold and not all(other.bold for other in lines[start:index]):
        return True
    figures = sum(chunk.number and not chunk.year for chunk in lines[start + 1].chunks)
    return figures > 1 and not all(_under(chunk, head) for chunk in line.chunks[1:])


def _under(chunk: Chunk, head: TextLine) -> bool:
    """Whether a chunk shares an edge or its middle with one of a head."""
    return any(
        min(abs(chunk.x0 - one.x0), abs(chunk.x1 - one.x1), abs(chunk.x0 + chunk.x1 - one.x0 - one.x1) / 2) < 2
        for one in head.chunks
    )
