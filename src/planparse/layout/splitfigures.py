"""Figures that a narrow column broke at their thousands.

    Skola      12 500   13 400      the second line is no row: "000" is no number, and
                  000      250      no place in the column was wide enough for 12 500 000

In: a line's chunks with those over them, and the table's lines as columns of chunks. Out: whether they are the rest of
the figures over them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from planparse.layout.textlines import Chunk

_GROUP = re.compile(r"\d{3}(?:,\d{1,2})?[-−)]?")
_OPEN = re.compile(r"[<>≥≤±+~(\-–−]*\s?\d{1,3}(?:[\s.]\d{3})*")
_SPACE = 0.2
"""the least space before a group, in type sizes"""

Pair = tuple[Chunk, Chunk]
"""a chunk and what stands over it in its column"""


def are_groups(chunks: Iterable[Chunk]) -> bool:
    """Whether all of a line's chunks are groups of three digits, and there is one."""
    told = [_GROUP.fullmatch(chunk.text) is not None for chunk in chunks]
    return bool(told) and all(told)


def go_on(pairs: Sequence[Pair], column: Sequence[Sequence[Chunk]], size: float) -> bool:
    """Whether groups may be the rest of what stands over them; ``column`` has each pair's whole column.

    >>> upper, lower = Chunk(0, 30, [0], "12 500"), Chunk(13, 30, [1], "000")
    >>> go_on([(upper, lower)], [[upper, lower]], 10)
    True
    >>> go_on([(upper, lower)], [[Chunk(0, 60, [2], "112 500 000"), upper, lower]], 10)
    False
    """
    for (above, group), others in zip(pairs, column, strict=True):
        if not _OPEN.fullmatch(above.text):
            return False
        needed = above.x1 - above.x0 + _SPACE * size + group.x1 - group.x0
        if any(other.value and other.x1 - other.x0 > needed + 0.1 * size for other in others):
            return False
    return True


def starts_with_nought(chunks: Iterable[Chunk]) -> bool:
    """Whether a group begins as no number does."""
    return any(chunk.text[0] == "0" and _GROUP.fullmatch(chunk.text) is not None for chunk in chunks)


def of_thousands(pairs: Sequence[Pair], how_many: Callable[[Iterable[bool]], bool]) -> bool:
    """Whether figures (``any`` or ``all`` of several) have thousands already, of which those under them have none."""
    told = [above.text[-4:-3].isspace() for above, _ in pairs]
    return how_many(told) and (len(told) > 1 or how_many is any)
