"""Pages to page layouts: the whole of layout on one screen.

In: the pages as read. Out: for each page its blocks (paragraphs, list items, tables) in reading order, with running
heads and feet set aside. Every visible word of a page stands in exactly one block or in ``furniture``::

    for layout in lay_out(pdf.pages()):
        for block in layout.blocks: ...
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, islice
from operator import attrgetter

from planparse.layout.blocks import Block, Grid, PageLayout
from planparse.layout.boxes import boxed_items, boxes_of
from planparse.layout.columns import Column, Item, columns_of
from planparse.layout.drafts import Draft, Measures
from planparse.layout.drawn import mark, small_shapes
from planparse.layout.flow import join_breaks
from planparse.layout.furniture import Furniture, find_furniture
from planparse.layout.grids import FoundGrid, find_grids
from planparse.layout.joining import KnownWords
from planparse.layout.lines import TextLine, pieces_of, rows_of, text_line, turned_lines
from planparse.layout.lists import is_symbol
from planparse.layout.markers import BULLETS, is_section_number, marker_of
from planparse.layout.measures import measure, most
from planparse.layout.paragraphs import block_of, drafts_of
from planparse.layout.settings import DEFAULT, LayoutSettings
from planparse.layout.symbols import with_symbols
from planparse.pdf.page import Box, Page, Word


def lay_out(pages: Iterable[Page], settings: LayoutSettings = DEFAULT) -> list[PageLayout]:
    """The layout of every page, in order.

    What goes by the whole document (running lines, usual type) is found for so many pages at once that no plan is cut,
    and no more, so that the pages of a very long file needn't be held together.
    """
    out: list[PageLayout] = []
    several = iter(pages)
    while held := list(islice(several, settings.pages_at_once)):
        out.extend(_lay_out(held, settings))
    return out


def _lay_out(held: list[Page], settings: LayoutSettings) -> list[PageLayout]:
    seen = [_visible(page) for page in held]
    rows = [rows_of([word for word in words if not word.turned], settings) for words in seen]
    known = known_words(rows)
    body_size = body_size_of(held)
    furniture = find_furniture(held, rows, body_size, settings)
    columns = [
        _prepare(page, words, page_rows, taken, known, settings)
        for page, words, page_rows, taken in zip(held, seen, rows, furniture, strict=True)
    ]
    measures = measure(columns, body_size)
    drafts = [_drafts(page_columns, measures, settings) for page_columns in columns]
    join_breaks(drafts, measures.body_size, settings)
    return [
        _layout(page, blocks, taken, known, measures.body_size)
        for page, blocks, taken in zip(held, drafts, furniture, strict=True)
    ]


def _visible(page: Page) -> list[Word]:
    """The page's words but for those too small to be seen."""
    return [
        word for word in page.words if word.size >= 0.5 and word.x1 - word.x0 > 0.05 and word.bottom - word.top > 0.05
    ]


def known_words(rows: Sequence[Sequence[Sequence[Word]]]) -> KnownWords:
    """The document's words, but for those that a line end may have broken."""
    known = KnownWords()
    for page in rows:
        broken = False
        whole: list[str] = []
        for row in page:
            first = 1 if broken else 0
            broken = row[-1].text[-1] in "-\u00ad\u2010"
            whole += [word.text for word in row[first : len(row) - 1 if broken else len(row)]]
        known.add(whole)
    known.fold()
    return known


def body_size_of(pages: Sequence[Page]) -> float:
    """The size of most letters of the document."""
    exact: dict[float, int] = {}
    for page in pages:
        for size, words in groupby(page.words, attrgetter("size")):
            exact[size] = exact.get(size, 0) + sum([len(word.text) for word in words])
    return most(exact)


def _prepare(
    page: Page,
    seen: list[Word],
    rows: list[list[Word]],
    taken: Furniture,
    known: KnownWords,
    settings: LayoutSettings,
) -> list[Column]:
    """A page's columns in reading order, its tables among them; ``seen`` are the words that show."""
    gone = {id(word) for line in taken.lines for word in line.line.words}
    words = tuple([word for word in seen if id(word) not in gone]) if gone else tuple(seen)
    found = [one for one in find_grids(page, words, known=known) if not _takes_list(one, words)]
    gone.update(id(words[index]) for one in found for index in one.words)
    items: list[Item] = []
    shapes = small_shapes(page.boxes, settings)
    for number, row in enumerate(rows):
        left = row if gone.isdisjoint(map(id, row)) else [word for word in row if id(word) not in gone]
        if left:
            items.extend(_items(left, number, page, shapes, taken, settings))
    for number, one in enumerate(found):
        x0, top, x1, bottom = one.bbox
        items.append(Item(x0, top, x1, bottom, 10_000 + number, grid=one.grid))
    if page.boxes or page.rules:
        items = boxed_items(items, boxes_of(page, [one.bbox for one in found], settings))
    columns = columns_of(items, settings)
    turned = [word for word in seen if word.turned and id(word) not in gone]
    if turned:
        lines = turned_lines(turned, page.number, settings)
        columns.append(Column([Item(*line.line.bbox, 20_000 + n, line=line) for n, line in enumerate(lines)], 0, 0))
    return columns


def _takes_list(one: FoundGrid, words: Sequence[Word]) -> bool:
    """Whether a table without lines is a list in columns: bullets at the left of its first column and of another."""
    if not one.grid.reason.startswith("aligned"):
        return False
    x0, top, x1, bottom = one.bbox
    edges: dict[int, int] = {}
    first = 0
    for word in words:
        if len(word.text) == 1 and word.text in BULLETS and top < word.baseline < bottom and word.x0 < x1:
            if x0 - 3 * word.size < word.x0 < x0 + 0.5 * word.size:
                first += 1
            elif word.x0 > x0:
                edges[round(word.x0)] = edges.get(round(word.x0), 0) + 1
    return first > 1 and max(edges.values(), default=0) > 1


def _items(
    row: list[Word], number: int, page: Page, shapes: list[Box], taken: Furniture, settings: LayoutSettings
) -> list[Item]:
    """The pieces of a row, a marker or number with the text behind it."""
    pieces = pieces_of(row, settings)
    joined: list[list[Word]] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if before and len(before) == 1 and piece[0].x0 - before[0].x1 < settings.marker_gap * before[0].size:
            text = before[0].text
            if marker_of(text) or is_section_number(text) or is_symbol(before[0]):
                before.extend(piece)
                continue
        joined.append(piece)
    lines = [_line_of(piece, page.number, taken, settings) for piece in joined]
    if shapes:
        for line in lines:
            mark(line, shapes, settings)
    return [Item(line.left, line.top, line.x1, line.bottom, number, line=line) for line in lines]


def _line_of(piece: list[Word], page: int, taken: Furniture, settings: LayoutSettings) -> TextLine:
    """The line that a piece of a row makes; the one that was looked at for running heads where it is the same."""
    line = taken.looked_at.get(id(piece[0]))
    if line is not None and len(line.line.words) == len(piece) and line.line.words[-1] is piece[-1]:
        return line
    return text_line(piece, page, settings)


def _drafts(columns: list[Column], measures: Measures, settings: LayoutSettings) -> list[Draft | Grid]:
    out: list[Draft | Grid] = []
    for column in columns:
        right = max(column.x1, measures.right if column.whole else 0.0)
        lines: list[TextLine] = []
        for item in lines_joined(column.items, settings):
            if item.line is not None:
                lines.append(item.line)
                continue
            out.extend(drafts_of(lines, right, measures, settings))
            lines = []
            if item.grid is not None:
                out.append(item.grid)
            elif item.inside is not None:
                inner = _drafts(columns_of(item.inside, settings), measures, settings)
                for draft in inner:
                    if isinstance(draft, Draft):
                        draft.boxed = True
                out.extend(inner)
        out.extend(drafts_of(lines, right, measures, settings))
    return out


def lines_joined(items: Sequence[Item], settings: LayoutSettings = DEFAULT) -> list[Item]:
    """A column's items from the top, pieces of one row that belong together as one line."""
    out: list[Item] = []
    for item in items:
        before = out[-1] if out else None
        if (
            before is not None
            and before.row == item.row
            and before.line is not None
            and item.line is not None
            and _one_line(before.line, item.line, settings)
        ):
            line = text_line([*before.line.line.words, *item.line.line.words], item.line.line.page, settings)
            line.bullet_x = before.line.bullet_x
            out[-1] = Item(line.x0, line.top, line.x1, line.bottom, item.row, line=line)
        else:
            out.append(item)
    return out


def _one_line(before: TextLine, after: TextLine, settings: LayoutSettings) -> bool:
    gap = after.x0 - before.x1
    if gap < settings.loose_gap * min(before.size, after.size) or before.text[-1] == ":":
        return True
    if before.text.endswith("....") or after.text.startswith("...."):
        return True
    # an entry of a printed contents and its page
    return after.text.isdigit() and len(after.text) < 4 and any(map(str.isalpha, before.text))


def _layout(
    page: Page, blocks: Sequence[Draft | Grid], taken: Furniture, known: KnownWords, body_size: float
) -> PageLayout:
    made: list[Block] = [block_of(block, known) if isinstance(block, Draft) else block for block in blocks]
    return PageLayout(
        number=page.number,
        width=page.width,
        height=page.height,
        rotation=page.rotation,
        label=taken.label,
        text_layer=page.text_layer,
        blocks=tuple(with_symbols(made, page)),
        furniture=tuple(line.line for line in taken.lines),
        pictures=page.pictures,
        body_size=body_size,
        problems=(page.problem,) if page.problem else (),
        scan=page.scan,
    )
