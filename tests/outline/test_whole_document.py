"""What holds for any document: nothing is lost, nothing is twice, and the tree is one."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from layout_maker import Sheet, facts
from planparse.layout.blocks import Block, Grid
from planparse.outline.build import outline
from planparse.pdf.page import Bookmark

LINES = st.sampled_from(
    ["Mål", "1 Ekonomi", "1.1 Drift", "Innehåll", "Mål ..... 3", "Tabell 1. Elever", "varav löner", "SKOLA"]
)
PIECES = st.lists(
    st.one_of(
        st.tuples(st.just("line"), LINES, st.sampled_from([8, 11, 14, 18]), st.booleans()),
        st.tuples(st.just("prose")),
        st.tuples(st.just("item"), st.sampled_from(["•", "1.", "2.1"])),
        st.tuples(st.just("table"), st.integers(1, 4), st.integers(1, 4)),
    ),
    max_size=7,
)


def sheet_of(number: int, pieces: list[tuple[object, ...]]) -> Sheet:
    sheet = Sheet(number)
    for kind, *given_ in pieces:
        if kind == "line":
            text, size, bold = given_
            sheet.text(str(text), size=float(str(size)), bold=bool(bold))
        elif kind == "prose":
            sheet.prose()
        elif kind == "item":
            sheet.item(str(given_[0]), "Läsa mer varje dag")
        else:
            rows, cols = int(str(given_[0])), int(str(given_[1]))
            sheet.table(
                *[tuple(f"cell {row} {col}" if row + col else "" for col in range(cols)) for row in range(rows)]
            )
    return sheet


def words_of(block: Block) -> list[int]:
    if isinstance(block, Grid):
        return [id(word) for cell in block.cells for line in cell.lines for word in line.words]
    return [id(word) for line in block.lines for word in line.words]


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=4), st.booleans())
def test_every_word_once_and_one_tree(pages: list[list[tuple[object, ...]]], marked: bool) -> None:
    layouts = [sheet_of(number, pieces).done() for number, pieces in enumerate(pages, 1)]
    document = outline(layouts, facts(bookmarks=(Bookmark("Mål", 1, 1),) if marked else ()))
    given_ = Counter(word for page in layouts for block in page.blocks for word in words_of(block))
    held = Counter(word for _, block in document.walk() for word in words_of(block))
    held += Counter(word for block in document.contents for word in words_of(block))
    assert not held - given_
    for index, section in enumerate(document.sections):
        assert section.index == index
        parent = document.sections[section.parent] if section.parent is not None else None
        assert section.level == (1 if parent is None else parent.level + 1)
        assert parent is None or (parent.index < index and parent.page_end >= section.page_end)
        assert section.page_start <= section.page_end
    for _, grid in document.grids():
        taken = [
            (row, col)
            for cell in grid.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for col in range(cell.col, cell.col + cell.col_span)
        ]
        assert len(taken) == len(set(taken))
        assert all(row < grid.rows and col < grid.cols for row, col in taken)
