"""Documents put together by hand for the tests of goals: sections, paragraphs, list items and grids, without a PDF.

Each block stands below the one before it on page 1; a letter is five points wide, a line twelve points high.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from planparse.extract.claims import claim_tables
from planparse.extract.context import Context
from planparse.extract.goal_claims import claim_goal_table
from planparse.extract.goals import GoalRecords, extract_goals
from planparse.layout.blocks import Block, Cell, Grid, Line, ListItem, Paragraph, Place
from planparse.model import Goal
from planparse.outline.document import Document, SectionNode
from planparse.pdf.page import FileFacts, Picture, Word

PLAN = Context(document_type="verksamhetsplan", board="Omsorgsnämnden", year=2024, end_year=2024)
REPORT = Context(document_type="arsredovisning", board="Omsorgsnämnden", year=2023, end_year=2023)
MUNICIPAL = Context(document_type="mal_och_budget", municipality="Storvik", year=2024, end_year=2026)

GREEN, YELLOW, RED = 0x3AA935, 0xF9B233, 0xE30613


def line(text: str, *, top: float = 100, x0: float = 70, **style: bool) -> Line:
    words = []
    x = x0
    for part in text.split():
        width = 5.0 * len(part)
        font = "Sans-Bold" if style.get("bold") else "Sans"
        words.append(Word(part, x, top, x + width, top + 10, top + 8, 10, font, **style))
        x += width + 3
    return Line(tuple(words), 1, (x0, top, x, top + 10))


def lines(*texts: str, top: float = 100, x0: float = 70, **style: bool) -> tuple[Line, ...]:
    return tuple(line(text, top=top + 12 * at, x0=x0, **style) for at, text in enumerate(texts))


def para(*texts: str, boxed: bool = False, x0: float = 70, **style: bool) -> Paragraph:
    made = lines(*texts, x0=x0, **style)
    return Paragraph(" ".join(texts), made, (_place(made),), boxed=boxed)


def item(text: str, marker: str = "•", depth: int = 0) -> ListItem:
    made = lines(text, x0=85)
    return ListItem(text, marker, made, (_place(made),), depth)


def dot(color: int) -> Picture:
    return Picture(300, 100, 310, 110, color)


def bar(filled: float) -> Picture:
    return Picture(300, 100, 380, 110, GREEN, filled)


Content = str | tuple[str, ...] | Picture
"""a cell's text, its lines ("*" before one: bold), or a symbol"""


def grid(
    *rows: Sequence[Content | None],
    header: int = 1,
    spans: dict[tuple[int, int], tuple[int, int]] | None = None,
    caption: str = "",
) -> Grid:
    """A grid of rows; None where a span covers the place. ``spans``: (row, col) → (rows, columns)."""
    cells = []
    for row, contents in enumerate(rows):
        for col, content in enumerate(contents):
            if content is None:
                continue
            down, across = (spans or {}).get((row, col), (1, 1))
            cells.append(_cell(row, col, down, across, content, bold=row < header))
    return Grid(
        tuple(cells), len(rows), max(map(len, rows)), (Place(1, (70, 100, 500, 300)),), header, "ruled", caption=caption
    )


def _cell(row: int, col: int, down: int, across: int, content: Content, *, bold: bool) -> Cell:
    box = (70.0 + 100 * col, 100.0 + 20 * row, 70.0 + 100 * (col + across), 100.0 + 20 * (row + down))
    if isinstance(content, Picture):
        return Cell(row, col, down, across, "", (), (Place(1, box),), pictures=(content,))
    marked = (content,) if isinstance(content, str) else content
    texts = [text.removeprefix("*") for text in marked]
    made = tuple(
        line(text, top=box[1] + 12 * at, x0=box[0], bold=bold or marked[at].startswith("*"))
        for at, text in enumerate(texts)
        if text
    )
    return Cell(row, col, down, across, " ".join(texts), made, (Place(1, box),))


def section(title: str, *blocks: Block, level: int = 1, board: str | None = None) -> SectionNode:
    return SectionNode(0, "", None, title, level, None, board, 1, 1, (Place(1, (70, 80, 300, 95)),), _below(blocks))


def document(*sections: SectionNode, front: Iterable[Block] = ()) -> Document:
    """A document of sections in reading order, their parents by their levels."""
    made: list[SectionNode] = []
    for index, node in enumerate(sections):
        parent = next((above for above in reversed(made) if above.level < node.level), None)
        path = (*(parent.path if parent else ()), node.title)
        made.append(
            replace(node, index=index, id=f"section-{index}", parent=parent.index if parent else None, path=path)
        )
    return Document(FileFacts("plan.pdf", "0" * 64, 1, 1), (), tuple(made), front=tuple(front))


def found(made: Document, context: Context = PLAN) -> GoalRecords:
    """What the goal extractor finds in a document."""
    fresh = replace(context, ids=type(context.ids)())
    return extract_goals(claim_tables(made, fresh, (claim_goal_table,)), made, fresh)


def texts(records: GoalRecords) -> list[str]:
    return [goal.text for goal in records.goals]


def parent(records: GoalRecords, goal: Goal) -> str | None:
    return next((other.text for other in records.goals if other.id == goal.parent_id), None)


def _below(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks one under another, a blank line between them."""
    out = []
    top = 120.0
    for block in blocks:
        if isinstance(block, Grid):
            out.append(block)
            continue
        moved = tuple(_moved(each, top + 12 * at) for at, each in enumerate(block.lines))
        out.append(replace(block, lines=moved, places=(_place(moved),)))
        top += 12 * len(moved) + 14
    return tuple(out)


def _moved(each: Line, top: float) -> Line:
    down = top - each.bbox[1]
    words = tuple(replace(word, top=word.top + down, bottom=word.bottom + down) for word in each.words)
    return Line(words, each.page, (each.bbox[0], top, each.bbox[2], top + 10))


def _place(made: Sequence[Line]) -> Place:
    boxes = [each.bbox for each in made]
    return Place(1, (min(b[0] for b in boxes), boxes[0][1], max(b[2] for b in boxes), boxes[-1][3]))
