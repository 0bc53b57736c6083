"""Pages for the table finder's tests: words, rules and fills put down by hand, without a PDF.

A letter is half its type size wide. A text is put at its left edge, or with ``right=True`` at its right one.
"""

from __future__ import annotations

from collections.abc import Sequence

from planparse.layout.blocks import Grid
from planparse.layout.grids import find_grids
from planparse.pdf.page import Box, Page, Picture, Rule, Word

PROSE = (
    "Nämnden följer under året upp hur verksamheten når de mål som har",
    "satts och redovisar det i delårsrapporten efter augusti och i bokslutet",
    "efter årets slut. Det som avviker får en förklaring av den som svarar",
    "för verksamheten, och nämnden beslutar vid behov om åtgärder så att",
    "budgeten hålls och målen nås innan perioden är till ända hos alla.",
)


class Leaf:
    """A page in the making."""

    def __init__(self, size: float = 10, number: int = 1, height: float = 842) -> None:
        self.size = size
        self.number = number
        self.height = height
        self.words: list[Word] = []
        self.rules: list[Rule] = []
        self.boxes: list[Box] = []
        self.pictures: list[Picture] = []

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        *,
        bold: bool = False,
        right: bool = False,
        size: float = 0,
        space: float = 0.3,
        turned: int = 0,
    ) -> Leaf:
        """Words from ``x`` on, or up to it; ``space`` is the space between them in type sizes."""
        size = size or self.size
        parts = text.split()
        if right:
            x -= sum(len(part) for part in parts) * size * 0.5 + (len(parts) - 1) * space * size
        for part in parts:
            wide = len(part) * size * 0.5
            font = "Sans-Bold" if bold else "Sans"
            if turned:  # set on end, read upwards
                box = (x, baseline - wide, x + size, baseline)
            else:
                box = (x, baseline - 0.8 * size, x + wide, baseline + 0.2 * size)
            self.words.append(Word(part, *box, baseline, size, font, bold=bold, turned=turned))
            x += wide + space * size
        return self

    def row(self, baseline: float, *texts: str, at: Sequence[float], bold: bool = False) -> Leaf:
        """A label at ``at[0]`` and figures that end at the others; "" leaves a place out."""
        for place, (x, text) in enumerate(zip(at, texts, strict=True)):
            if text:
                self.text(x, baseline, text, bold=bold, right=place > 0)
        return self

    def lines(self, x: float, baseline: float, texts: Sequence[str], step: float = 12, bold: bool = False) -> Leaf:
        for text in texts:
            self.text(x, baseline, text, bold=bold)
            baseline += step
        return self

    def across(self, y: float, x0: float, x1: float, joints: Sequence[float] = ()) -> Leaf:
        self.rules.append(Rule(x0, y, x1, y, joints=tuple(joints)))
        return self

    def down(self, x: float, top: float, bottom: float, joints: Sequence[float] = ()) -> Leaf:
        self.rules.append(Rule(x, top, x, bottom, joints=tuple(joints)))
        return self

    def lattice(self, xs: Sequence[float], ys: Sequence[float]) -> Leaf:
        """Lines over the whole width and height."""
        for y in ys:
            self.across(y, xs[0], xs[-1])
        for x in xs:
            self.down(x, ys[0], ys[-1])
        return self

    def fill(self, x0: float, top: float, x1: float, bottom: float, color: int = 0xDDE8F0, shape: str = "rect") -> Leaf:
        self.boxes.append(Box(x0, top, x1, bottom, color, shape))
        return self

    def page(self) -> Page:
        return Page(
            self.number,
            595,
            self.height,
            0,
            None,
            tuple(self.words),
            tuple(self.rules),
            tuple(self.boxes),
            tuple(self.pictures),
        )

    def grids(self) -> list[Grid]:
        """The tables found; every word of a table stands in exactly one of its cells or is loose."""
        page = self.page()
        found = find_grids(page, page.words)
        for one in found:
            held = [word for cell in one.grid.cells for line in cell.lines for word in line.words]
            held += one.grid.loose
            assert sorted(map(id, held)) == sorted(id(page.words[index]) for index in one.words)
        return [one.grid for one in found]

    def grid(self) -> Grid:
        """The only table."""
        (grid,) = self.grids()
        return grid


def texts(grid: Grid) -> list[list[str]]:
    """Each row's cells as texts; "^" and ">" tell how many rows and columns a cell spans."""
    out = []
    for row in range(grid.rows):
        cells = []
        for cell in grid.row(row):
            down = f"^{cell.row_span} " if cell.row_span > 1 else ""
            along = f">{cell.col_span} " if cell.col_span > 1 else ""
            cells.append(f"{down}{along}{cell.text}".strip())
        out.append(cells)
    return out
