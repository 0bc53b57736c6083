"""The blocks of a page: paragraphs, list items and grids, each with the words that it was made of.

A *heading* is not decided here (it takes the whole document: bookmarks, contents, fonts); layout gives it as a
:class:`Paragraph` of its own, so a change of font, size or weight, or extra space, ends a paragraph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from operator import attrgetter

from planparse.pdf.frozen import quick_frozen
from planparse.pdf.page import Bbox, Picture, Scan, Word

BOLD, ITALIC, UNDERLINED = attrgetter("bold"), attrgetter("italic"), attrgetter("underlined")
"""looks of a word, for :func:`all_are`"""


@quick_frozen
class Place:
    """A piece of a page: ``page`` is 1-based in the file."""

    page: int
    bbox: Bbox


def lettered(words: Iterable[Word]) -> list[Word]:
    """The words with a letter or digit: most have one at their start."""
    return [word for word in words if word.text[:1].isalnum() or any(map(str.isalnum, word.text))]


def all_are(look: Callable[[Word], bool], words: Iterable[Word]) -> bool:
    """Whether every word with a letter or digit looks so, and there is one; of most text the first one says no."""
    told = False
    for word in words:
        if word.text[:1].isalnum() or any(map(str.isalnum, word.text)):
            if not look(word):
                return False
            told = True
    return told


@quick_frozen
class Line:
    """Words that stand on one line of one text column or cell, left to right."""

    words: tuple[Word, ...]
    page: int
    bbox: Bbox

    @property
    def text(self) -> str:
        return " ".join([word.text for word in self.words])

    @property
    def size(self) -> float:
        """The size of most of the line's letters."""
        return _most(self, "size")

    @property
    def bold(self) -> bool:
        """Whether every word with a letter or digit is bold."""
        return all_are(BOLD, self.words)

    @property
    def italic(self) -> bool:
        return all_are(ITALIC, self.words)

    @property
    def color(self) -> int:
        return int(_most(self, "color"))


def _most(line: Line, name: str) -> float:
    values: list[float] = [getattr(word, name) for word in line.words]
    if values and values.count(values[0]) == len(values):
        return values[0]
    weight: dict[float, int] = {}
    for word, value in zip(line.words, values, strict=True):
        weight[value] = weight.get(value, 0) + len(word.text)
    return max(weight, key=lambda value: weight[value]) if weight else 0.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of running text that belong together, over a column or page break too.

    ``text`` has its lines joined and the hyphenation at line ends undone. ``lead`` is the part at its start that is
    set apart by weight or slant in the same line as what follows ("Mätmetod:"), "" where there is none.
    """

    text: str
    lines: tuple[Line, ...]
    places: tuple[Place, ...]
    lead: str = ""
    boxed: bool = False
    """stands in a frame or on a filled box of its own"""
    tight: bool = False
    """stands under the block before it with no more space than between lines: a line break set by hand, or an indent"""
    pictures: tuple[Picture, ...] = ()
    """status symbols that stand beside its first line"""


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a bulleted or numbered list: ``marker`` as printed ("•", "–", "1.", "a)"), ``depth`` from 0."""

    text: str
    marker: str
    lines: tuple[Line, ...]
    places: tuple[Place, ...]
    depth: int = 0
    lead: str = ""

    @property
    def label(self) -> str | None:
        """The marker as a label: "1" for "1.", None for a bullet."""
        label = self.marker.strip("(): .")
        return label if any(map(str.isalnum, label)) else None


@quick_frozen
class Cell:
    """A cell of a grid; a place that a span covers has no cell of its own, an empty place has one with text "".

    ``text`` is the whole cell, lines joined, bullets and line-end hyphens gone. ``parts`` are its paragraphs or list
    items, where it has several (each ``Paragraph`` or ``ListItem``). ``places`` has one entry for each page that the
    cell stands on.
    """

    row: int
    col: int
    row_span: int
    col_span: int
    text: str
    lines: tuple[Line, ...]
    places: tuple[Place, ...]
    parts: tuple[Paragraph | ListItem, ...] = ()
    pictures: tuple[Picture, ...] = ()
    """pictures, and boxes drawn as symbols, that stand in the cell"""
    fill: int | None = None
    """background colour, None where there is none"""

    @property
    def bold(self) -> bool:
        told = [line for line in self.lines if line.words]
        return bool(told) and all(line.bold for line in told)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: of one page as layout finds it, over pages once outline has stitched it.

    ``cells`` in row order. ``header_rows`` is the number of rows at the top that name the columns. ``reason`` says
    what it was made from: "ruled", "horizontal rules", "shading", "aligned columns", and after stitching which
    pieces were joined and why. ``caption`` is the line over it that names it (or the unit: "Belopp i tkr").
    """

    cells: tuple[Cell, ...]
    rows: int
    cols: int
    places: tuple[Place, ...]
    header_rows: int = 0
    reason: str = ""
    caption: str = ""
    caption_places: tuple[Place, ...] = ()
    column_edges: tuple[float, ...] = ()
    """x of the cols + 1 edges on its first page; stitching compares them"""
    loose: tuple[Word, ...] = ()
    """words in the table's region that no cell took (a diagnostic)"""

    def row(self, index: int) -> list[Cell]:
        """The cells that start in row ``index``, left to right."""
        return [cell for cell in self.cells if cell.row == index]

    def at(self, row: int, col: int) -> Cell | None:
        """The cell that covers a place, its own or by a span."""
        for cell in self.cells:
            if cell.row <= row < cell.row + cell.row_span and cell.col <= col < cell.col + cell.col_span:
                return cell
        return None

    def matrix(self) -> list[list[Cell | None]]:
        """rows × cols with each place's covering cell (spans repeat their cell)."""
        out: list[list[Cell | None]] = [[None] * self.cols for _ in range(self.rows)]
        for cell in self.cells:
            if cell.row_span == cell.col_span == 1:
                out[cell.row][cell.col] = cell
                continue
            for row in range(cell.row, cell.row + cell.row_span):
                for col in range(cell.col, cell.col + cell.col_span):
                    out[row][col] = cell
        return out


Block = Paragraph | ListItem | Grid


@dataclass(frozen=True, slots=True)
class PageLayout:
    """A page's blocks in reading order, and what was taken off it.

    ``furniture`` are the lines of running heads, feet and page numbers; ``label`` the printed page number.
    The ``words`` of a page are all in exactly one of blocks and furniture.
    """

    number: int
    width: float
    height: float
    rotation: int
    label: str | None
    text_layer: str
    blocks: tuple[Block, ...]
    furniture: tuple[Line, ...] = ()
    pictures: tuple[Picture, ...] = ()
    body_size: float = 0.0
    problems: tuple[str, ...] = field(default=())
    scan: Scan | None = None
