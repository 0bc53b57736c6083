"""The lines that could be headings, each with what is needed to judge it.

In: the document's blocks in reading order. Out: :class:`Candidate`, for short paragraphs and numbered list items only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from planparse.layout.blocks import Block, Grid, Line, ListItem, Paragraph, Place
from planparse.outline.settings import SETTINGS
from planparse.outline.styles import Style, style_of
from planparse.pdf.page import Picture

_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?\)?\s+(?P<title>\S.*)", re.DOTALL)
_NO_LETTERS = re.compile(r"[\W_]+")
_MARKER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,4}\.?")


@dataclass(slots=True)
class Candidate:
    """``first`` and ``last`` are the indexes of its blocks; the levels are those that each witness gives it."""

    first: int
    last: int
    text: str
    lines: tuple[Line, ...]
    places: tuple[Place, ...]
    style: Style
    boxed: bool = False
    pictures: tuple[Picture, ...] = ()
    listed: bool = False
    """printed as a numbered list item: only a heading where something else says so"""
    bookmark: int | None = None
    tag: int | None = None
    entry: int | None = None
    reason: str = ""
    number: str | None = None
    title: str = ""
    folded: str = field(default="")

    @property
    def page(self) -> int:
        return self.places[0].page


def split_number(text: str) -> tuple[str | None, str]:
    """A heading's number, without its final full stop, and its title.

    >>> split_number("3.1. Nämndens mål"), split_number("2025 Bokslut"), split_number("04 Hav och sjöar")
    (('3.1', 'Nämndens mål'), (None, '2025 Bokslut'), ('04', 'Hav och sjöar'))
    >>> split_number("12 månader senare")
    (None, '12 månader senare')
    """
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None, text
    title = found["title"]
    first = next((letter for letter in title if letter.isalnum()), "")
    if not first.isupper() and "." not in found["number"]:
        return None, text
    return found["number"], title


def fold_title(text: str) -> str:
    """A title's letters and digits only, in lower case: how titles are held against each other.

    >>> fold_title("3.1  Nämndens mål – 2020") == fold_title("3.1 nämndens mål-2020")
    True
    """
    return _NO_LETTERS.sub("", text.casefold())


def heading_text(block: Paragraph | ListItem) -> str:
    """The block's text as a heading has it: a list number is part of it."""
    return f"{block.marker} {block.text}" if isinstance(block, ListItem) else block.text


def gather(blocks: Sequence[Block], skip: Set[int]) -> list[Candidate]:
    """The short blocks, but those whose index is in ``skip``, as candidates in reading order."""
    found: list[Candidate] = []
    for index, block in enumerate(blocks):
        if isinstance(block, Grid) or index in skip or not short_enough(block):
            continue
        listed = isinstance(block, ListItem)
        if isinstance(block, ListItem) and not _MARKER.fullmatch(block.marker):
            continue
        text = heading_text(block)
        boxed = isinstance(block, Paragraph) and block.boxed
        style = style_of(block.lines)
        pictures = block.pictures if isinstance(block, Paragraph) else ()
        candidate = Candidate(index, index, text, block.lines, block.places, style, boxed, pictures, listed)
        candidate.number, candidate.title = split_number(text)
        candidate.folded = fold_title(text)
        found.append(candidate)
    return found


def short_enough(block: Paragraph | ListItem) -> bool:
    """Whether a block has a heading's length and at least two letters."""
    lines, text = block.lines, block.text
    if not lines or len(lines) > SETTINGS.heading_lines or len(text) > SETTINGS.heading_letters:
        return False
    return sum(map(str.isalpha, text[:40])) >= 2 and len({line.page for line in lines}) == 1
