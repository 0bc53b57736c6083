"""Small layouts for the outline's tests, written line by line."""

from __future__ import annotations

from planparse.layout.blocks import Block, Cell, Grid, Line, ListItem, PageLayout, Paragraph, Place
from planparse.pdf.page import FileFacts, Word


def words(text: str, top: float, size: float, bold: bool, x0: float, **look: object) -> tuple[Word, ...]:
    made = []
    for part in text.split():
        x1 = x0 + len(part) * size * 0.5
        font = "Serif-Bold" if bold else "Serif"
        made.append(Word(part, x0, top, x1, top + size, top + size * 0.8, size, font, bold=bold, **look))  # type: ignore[arg-type]
        x0 = x1 + size * 0.25
    return tuple(made)


class Sheet:
    """A page under way: each call puts a block below the one before."""

    def __init__(self, number: int, label: str | None = None) -> None:
        self.number, self.label = number, label or str(number)
        self.blocks: list[Block] = []
        self.top = 60.0

    def line(self, text: str, size: float = 11, bold: bool = False, x0: float = 70, **look: object) -> Line:
        made = words(text, self.top, size, bold, x0, **look)
        bbox = (x0, self.top, made[-1].x1, self.top + size)
        self.top += size * 1.2
        return Line(made, self.number, bbox)

    def text(
        self, *lines: str, size: float = 11, bold: bool = False, gap: float = 8, boxed: bool = False, **look: object
    ) -> Sheet:
        self.top += gap
        made = tuple(self.line(line, size, bold, **look) for line in lines)  # type: ignore[arg-type]
        self.blocks.append(Paragraph(" ".join(lines), made, (self._place(made),), boxed=boxed))
        return self

    def prose(self, about: str = "arbetet") -> Sheet:
        return self.text(
            f"Under året följer nämnden upp {about} tillsammans med alla berörda", "och redovisar det i bokslutet."
        )

    def item(self, marker: str, text: str, **look: object) -> Sheet:
        line = self.line(f"{marker} {text}", **look)  # type: ignore[arg-type]
        self.blocks.append(ListItem(text, marker, (line,), (self._place((line,)),)))
        return self

    def table(
        self, *rows: tuple[str | None, ...], edges: tuple[float, ...] = (), header: int = 1, bold: int = 1
    ) -> Sheet:
        """``None`` continues the cell above; the first ``bold`` rows are bold."""
        cols = len(rows[0])
        edges = edges or tuple(70.0 + 100 * col for col in range(cols + 1))
        start = self.top + 10
        cells: list[Cell] = []
        for row, texts in enumerate(rows):
            for col, text in enumerate(texts):
                if text is None:
                    continue
                span = 1
                while row + span < len(rows) and rows[row + span][col] is None:
                    span += 1
                box = (edges[col], start + 20 * row, edges[col + 1], start + 20 * (row + span))
                lines: tuple[Line, ...] = ()
                if text:
                    lines = (Line(words(text, box[1], 10, row < bold, box[0] + 3), self.number, box),)
                cells.append(Cell(row, col, span, 1, text, lines, (Place(self.number, box),)))
        self.top = start + 20 * len(rows)
        place = Place(self.number, (edges[0], start, edges[-1], self.top))
        self.blocks.append(Grid(tuple(cells), len(rows), cols, (place,), header, "ruled", column_edges=edges))
        return self

    def done(self) -> PageLayout:
        return PageLayout(self.number, 595, 842, 0, self.label, "embedded", tuple(self.blocks))

    def _place(self, lines: tuple[Line, ...]) -> Place:
        boxes = [line.bbox for line in lines]
        return Place(self.number, (min(b[0] for b in boxes), boxes[0][1], max(b[2] for b in boxes), boxes[-1][3]))


def facts(**given: object) -> FileFacts:
    return FileFacts(**{"file_name": "plan.pdf", "sha256": "0", "byte_size": 1, "page_count": 1, **given})  # type: ignore[arg-type]


def texts(grid: Grid) -> list[list[str]]:
    """Rows of the texts of the cells that start there."""
    return [[cell.text for cell in grid.row(row)] for row in range(grid.rows)]
