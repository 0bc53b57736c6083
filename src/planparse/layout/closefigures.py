"""A label that reaches up to the first figure of its row: parted where the figures of other lines stand.

    Idrott        14 200   14 900
    Fritidsgårdar 8 100     8 350      "8 100" starts where "14 200" does, no further from its label than words are
    Summa         22 300   23 150

In: the lines of a page. Out: the same, such chunks as a label and a figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planparse.layout.textlines import Chunk, TextLine
from planparse.pdf.page import Word

_SAME_EDGE = 1.0
_NEAR = 8
"""lines up and down in which figures at the same edge are looked for"""
_LEAST = 2
"""of them"""
_WIDER = 0.3
"""points: so much wider is the space before a figure than those in it"""


def parted_from_labels(lines: Sequence[TextLine], words: Sequence[Word]) -> list[TextLine]:
    """The lines, labels parted from the figures of their rows."""
    return [
        _parted(line, _around(lines, at), words) if len(line.chunks) > 1 and _may_hold(line.chunks[0]) else line
        for at, line in enumerate(lines)
    ]


def _around(lines: Sequence[TextLine], at: int) -> list[Chunk]:
    """The first figures behind the labels of the lines near one."""
    near = [*lines[max(0, at - _NEAR) : at], *lines[at + 1 : at + 1 + _NEAR]]
    return [chunk for line in near for chunk in line.chunks[1:2] if chunk.number and not chunk.year]


def _may_hold(chunk: Chunk) -> bool:
    return len(chunk.words) > 1 and chunk.text[0].isalpha() and (chunk.text[-1].isdigit() or chunk.text[-1] == "%")


def _parted(line: TextLine, figures: Sequence[Chunk], words: Sequence[Word]) -> TextLine:
    label = line.chunks[0]
    if len(figures) < _LEAST or not line.chunks[1].number:
        return line
    starts = [at for at in range(1, len(label.words)) if _stands(label, at, figures, words)]
    if not starts:
        return line
    # Figures set right share their end with the last of their own thousands.
    spaces = [words[label.words[at]].x0 - words[label.words[at - 1]].x1 for at in starts]
    if any(space > spaces[0] - _WIDER for space in spaces[1:]):
        return line
    pieces = [Chunk.of(label.words[: starts[0]], words), Chunk.of(label.words[starts[0] :], words)]
    return replace(line, chunks=[*pieces, *line.chunks[1:]])


def _stands(label: Chunk, at: int, figures: Sequence[Chunk], words: Sequence[Word]) -> bool:
    """Whether the words of a label from ``at`` on are a figure that shares a side with those of other lines."""
    piece = Chunk.of(label.words[at:], words)
    if not piece.number or piece.year:
        return False
    left = sum(abs(piece.x0 - one.x0) < _SAME_EDGE for one in figures)
    right = sum(abs(piece.x1 - one.x1) < _SAME_EDGE for one in figures)
    return max(left, right) >= _LEAST
