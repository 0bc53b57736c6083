"""Whose plan it is: the board and the municipality, by the title, the cover, the running heads, then the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from planparse.extract.cover import Cover, CoverLine
from planparse.model import Board, Municipality
from planparse.outline.document import Document
from planparse.values.names import board_in, boards_in, municipalities_in, municipality_record
from planparse.values.titles import board_kind

_ONLY_BOARD = 0.75
"""the share of all mentions of boards in the text that makes one board the document's own"""
_MENTIONS = 4


def find_board(document: Document, cover: Cover) -> tuple[Board | None, CoverLine | None]:
    """The board that the title names, else the cover, the first heading, the running heads; else the text's only one.

    A document that several boards share (two in its chapters, or none that stands out) has none.
    """
    if len({section.board for section in document.sections if section.board}) > 1:
        return None, None
    for lines in (cover.title_lines, cover.lines, cover.running):
        for line in lines:
            name = board_in(line.text)
            if name is not None:
                return _board(name), line
    first = document.sections[0] if document.sections else None
    if first is not None and (name := board_in(first.title)) is not None and first.places:
        return _board(name), CoverLine(first.title, 0.0, first.places[0])
    counts = Counter(name for text in _texts(document) for name in boards_in(text))
    if counts:
        (name, most), total = counts.most_common(1)[0], sum(counts.values())
        if most >= _MENTIONS and most >= _ONLY_BOARD * total:
            return _board(name), None
    return None, None


def _board(name: str) -> Board:
    return Board(name=name, kind=board_kind(name) or "ovrig")


def find_municipality(document: Document, cover: Cover) -> tuple[Municipality, CoverLine | None]:
    """The municipality that the cover or the running heads name, else the one that the text names most."""
    for lines in (cover.title_lines, cover.lines, cover.running):
        for line in lines:
            names = municipalities_in(line.text)
            if names:
                return municipality_record(names[0]), line
    counts = Counter(name for text in _texts(document) for name in municipalities_in(text))
    if counts:
        return municipality_record(counts.most_common(1)[0][0]), None
    return Municipality(name=None, code=None, county=None), None


def _texts(document: Document) -> Iterable[str]:
    for section in document.sections:
        yield section.title
    for _, block in document.prose():
        yield block.text
    for _, grid in document.grids():
        for cell in grid.cells:
            yield cell.text
