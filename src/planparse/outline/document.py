"""The whole document as extractors see it: sections in reading order, each with its own blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from planparse.layout.blocks import Block, Grid, Line, ListItem, Paragraph, Place
from planparse.pdf.page import FileFacts, Picture, Scan


@dataclass(frozen=True, slots=True)
class SectionNode:
    """A section. ``index`` is its place in ``Document.sections``; ``parent`` the parent's index or None.

    ``blocks`` are its own: those of its sub-sections are theirs. ``path`` are the titles from the outermost to its
    own, for stable ids. ``id`` is the id that its records carry as ``section_id``.
    """

    index: int
    id: str
    number: str | None
    title: str
    level: int
    parent: int | None
    board: str | None
    page_start: int
    page_end: int
    places: tuple[Place, ...]
    blocks: tuple[Block, ...]
    path: tuple[str, ...] = ()
    reason: str = ""
    """what made it a section: "bookmark", "tag", "contents", "number", "font" """
    pictures: tuple[Picture, ...] = ()
    """status symbols beside its title"""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What is left of a page once its blocks are in sections."""

    number: int
    width: float
    height: float
    rotation: int
    label: str | None
    text_layer: str
    problems: tuple[str, ...] = ()
    scan: Scan | None = None
    """how it was read, where it was read by OCR"""


@dataclass(frozen=True, slots=True)
class Document:
    """``front`` are the blocks before the first section (cover, title); ``contents`` those of the printed contents."""

    facts: FileFacts
    pages: tuple[PageFacts, ...]
    sections: tuple[SectionNode, ...]
    front: tuple[Block, ...] = ()
    contents: tuple[Block, ...] = ()
    furniture: tuple[Line, ...] = ()
    body_size: float = 0.0
    notes: tuple[str, ...] = field(default=())

    def walk(self) -> Iterator[tuple[SectionNode | None, Block]]:
        """Every block in reading order with its section (None for the front matter)."""
        for block in self.front:
            yield None, block
        for section in self.sections:
            for block in section.blocks:
                yield section, block

    def grids(self) -> Iterator[tuple[SectionNode | None, Grid]]:
        """Every table in reading order with its section."""
        for section, block in self.walk():
            if isinstance(block, Grid):
                yield section, block

    def prose(self) -> Iterator[tuple[SectionNode | None, Paragraph | ListItem]]:
        """Every paragraph and list item in reading order with its section."""
        for section, block in self.walk():
            if not isinstance(block, Grid):
                yield section, block

    def text_over(self, section: SectionNode | None, grid: Grid) -> str:
        """The paragraph straight over a table in its section, "" where something else or nothing stands there."""
        blocks = section.blocks if section is not None else self.front
        at = next((at for at, block in enumerate(blocks) if block is grid), 0)
        over = blocks[at - 1] if at else None
        return over.text if isinstance(over, Paragraph) else ""

    def parent(self, section: SectionNode) -> SectionNode | None:
        return None if section.parent is None else self.sections[section.parent]

    def ancestors(self, section: SectionNode | None) -> Iterator[SectionNode]:
        """The section itself, its parent, and so on outwards."""
        while section is not None:
            yield section
            section = self.parent(section)
