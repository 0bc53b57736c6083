"""Whose plan it is: the board and the municipality, by the title, the cover, the running heads, then the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from planparse.extract.cover import Cover, CoverLine
from planparse.layout.blocks import Grid, Place
from planparse.model import Board, Municipality
from planparse.outline.document import Document
from planparse.rules.load import load
from planparse.values.municipalities import Municipality as Listed
from planparse.values.municipalities import find_mentions
from planparse.values.municipalities import find_municipality as municipality_named
from planparse.values.names import boards_in
from planparse.values.titles import board_kind

_ONLY_BOARD = 0.75
"""the share of all mentions of boards in the text that makes one board the document's own"""
_MENTIONS = 4
_OWN_S = re.compile(r"(?:fors|näs|nes|ås|hus|rås)$")
"""endings of places whose s is their own"""
_UNLISTED = re.compile(r"\b([A-ZÅÄÖ][\wåäöé-]{2,24}) (?:[Kk]ommun|KOMMUN|[Ss]tad|STAD)s?\b")


def find_board(document: Document, cover: Cover) -> tuple[Board | None, CoverLine | None]:
    """The board that the title names, else the cover, the first heading, the running heads; else the text's only one.

    A document that several boards share (two in its chapters, or none that stands out) has none; nor has one with a
    foreword by the leader of the municipality, unless its cover or running heads name a board.
    """
    if len({section.board for section in document.sections if section.board}) > 1:
        return None, None
    for lines in (cover.title_lines, cover.lines, cover.running):
        for line in lines:
            names = boards_in(line.text)
            if len(names) == 1 and not (_is_leaders_word(line.text) or _only_decides(names[0], line.text)):
                return _board(names[0]), line
    if any(_is_leaders_word(section.title) for section in document.sections):
        return None, None
    first = document.sections[0] if document.sections else None
    if first is not None and len(names := boards_in(first.title)) == 1 and first.places:
        return _board(names[0]), CoverLine(first.title, 0.0, first.places[0])
    counts = Counter(name for text in _texts(document) for name in boards_in(text))
    if counts:
        (name, most), total = counts.most_common(1)[0], sum(counts.values())
        if most >= _MENTIONS and most >= _ONLY_BOARD * total:
            return _board(name), _first_line(document, lambda text: name in boards_in(text))
    return None, None


def _only_decides(name: str, line: str) -> bool:
    """Whether a line says that the municipality's executive decided a plan, which may be of the whole municipality."""
    return board_kind(name) == "kommunstyrelse" and load("adoption").match(line) is not None


def _is_leaders_word(title: str) -> bool:
    """Whether a heading is that of a foreword by the leader of the municipality."""
    return load("forewords").value(title) == "municipality"


def _board(name: str) -> Board:
    return Board(name=name, kind=board_kind(name) or "ovrig")


def find_municipality(document: Document, cover: Cover) -> tuple[Municipality, CoverLine | None]:
    """The municipality that the cover or the running heads name, else the one that the text names most.

    A name with "kommun" behind it that no register has is given without code and county.
    """
    near = [*cover.title_lines, *cover.lines, *cover.running]
    found = municipality_named(line.text for line in near)
    if found is not None:
        line = next((line for line in near if any(m.municipality == found for m in find_mentions(line.text))), None)
        return _record(found), line
    for line in near:
        if (unlisted := _UNLISTED.search(line.text)) is not None:
            return Municipality(name=_nominative(unlisted[1], document), code=None, county=None), line
    found = municipality_named(_texts(document))
    if found is not None:
        named = found
        mention = _first_line(document, lambda text: any(m.municipality == named for m in find_mentions(text)))
        return _record(found), mention
    names = Counter(unlisted[1] for text in _texts(document) for unlisted in _UNLISTED.finditer(text))
    if names:
        name = names.most_common(1)[0][0]
        mention = _first_line(document, lambda text: any(found[1] == name for found in _UNLISTED.finditer(text)))
        return Municipality(name=_nominative(name, document), code=None, county=None), mention
    return Municipality(name=None, code=None, county=None), None


def _record(found: Listed) -> Municipality:
    return Municipality(name=found.name, code=found.code, county=found.county)


def _nominative(name: str, document: Document) -> str:
    """ "Granviks kommun" is Granvik's; a name that ends in s keeps it where the text never has it without."""
    name = name.capitalize() if name.isupper() else name
    if not name.endswith("s") or not name[:-1]:
        return name
    if _OWN_S.search(name):
        return name
    bare = re.compile(rf"\b{re.escape(name[:-1])}\b")
    return name[:-1] if any(bare.search(text) for text in _texts(document)) or name[-2:-1] not in "aåo" else name


def _first_line(document: Document, names: Callable[[str], bool]) -> CoverLine | None:
    """The first line of the text that names somebody; of what names it over a line's end, the first place."""
    for section, block in document.walk():
        if section is not None and block is section.blocks[0] and section.places and names(section.title):
            return CoverLine(section.title, 0.0, section.places[0])
        for part in block.cells if isinstance(block, Grid) else (block,):
            if part.places and names(part.text):
                line = next((line for line in part.lines if names(line.text)), None)
                return CoverLine(part.text, 0.0, part.places[0] if line is None else Place(line.page, line.bbox))
    return None


def _texts(document: Document) -> Iterable[str]:
    for section in document.sections:
        yield section.title
    for _, block in document.prose():
        yield block.text
    for _, grid in document.grids():
        for cell in grid.cells:
            yield cell.text
