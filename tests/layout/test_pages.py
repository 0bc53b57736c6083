"""Pages to page layouts."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from page_maker import Leaf, words
from planparse.layout.blocks import Grid, PageLayout
from planparse.layout.pages import lay_out
from planparse.pdf.page import Page, Rule, Word


def held(layout: PageLayout) -> Counter[int]:
    """How often each word of a page stands in its layout."""
    lines = list(layout.furniture)
    loose: list[Word] = []
    for block in layout.blocks:
        if isinstance(block, Grid):
            lines += [line for cell in block.cells for line in cell.lines]
            loose += block.loose
        else:
            lines += block.lines
    return Counter(id(word) for word in [*loose, *(word for line in lines for word in line.words)])


def table(leaf: Leaf, top: float) -> Leaf:
    for row in range(4):
        for col, x0 in enumerate((70, 200, 330)):
            leaf.line(f"Cell {row}{col}", x0 + 5, at=top + 15 + 20 * row)
    leaf.rules += [Rule(70, top + 20 * row, 460, top + 20 * row) for row in range(5)]
    leaf.rules += [Rule(x, top, x, top + 80) for x in (70, 200, 330, 460)]
    return leaf


def test_a_table_stands_where_it_is_among_the_text() -> None:
    leaf = table(Leaf().prose(), 200)
    leaf.line("Text under tabellen.", at=310)
    (layout,) = lay_out([leaf.page()])
    assert [type(block).__name__ for block in layout.blocks] == ["Paragraph", "Grid", "Paragraph"]


def test_every_word_stands_in_exactly_one_block_or_running_line() -> None:
    pages: list[Page] = []
    for number in range(1, 4):
        leaf = table(Leaf(number).line("Plan 2024", at=40, size=9).line(str(number), 300, 810), 300)
        leaf.baseline = 100
        leaf.line("1. Mål", bold=True).prose().line("• punkt").box(350, 500, 500, 560).line("I en ruta", 360, at=530)
        leaf.words += words("2", leaf.words[-1].x1, 526, size=6)
        leaf.words.append(Word("Stämpel", 20, 300, 28, 340, 26, 8, "Sans", turned=270))
        pages.append(leaf.page())
    layouts = lay_out(pages)
    for page, layout in zip(pages, layouts, strict=True):
        assert held(layout) == Counter(map(id, page.words))
    assert [layout.label for layout in layouts] == ["1", "2", "3"]


def test_invisible_words_are_left_out() -> None:
    leaf = Leaf().line("Syns")
    leaf.words.append(Word("dolt", 90, 100, 90, 100, 100, 0, "Sans"))
    (layout,) = lay_out([leaf.page()])
    assert [block.text for block in layout.blocks] == ["Syns"]  # type: ignore[union-attr]


def test_a_page_without_text_has_no_blocks() -> None:
    empty = replace(Leaf().page(), text_layer="none", problem="page_unreadable")
    (layout,) = lay_out([empty])
    assert (layout.blocks, layout.label, layout.text_layer, layout.problems) == ((), None, "none", ("page_unreadable",))
    assert lay_out([]) == []


def test_a_marker_far_before_its_text_and_an_entry_far_before_its_page() -> None:
    leaf = Leaf().line("1.").beside("Trygga barn", 110).space(30).line("Ekonomi").beside("12", 480)
    (layout,) = lay_out([leaf.page()])
    assert [block.text for block in layout.blocks] == ["Trygga barn", "Ekonomi 12"]  # type: ignore[union-attr]


def test_a_word_seen_whole_elsewhere_keeps_its_hyphen_at_a_line_end() -> None:
    leaf = Leaf().line("Kolada-måttet följs varje år av nämnden.").space(20)
    leaf.text("Resultatet jämförs med hjälp av det andra av de båda Kolada-", "måttet varje år.")
    (layout,) = lay_out([leaf.page()])
    assert layout.blocks[1].text.endswith("båda Kolada-måttet varje år.")  # type: ignore[union-attr]


def test_a_list_in_two_columns_is_no_table() -> None:
    leaf = Leaf()
    for left, right in (("Budget", "Bokslut"), ("Delårsrapport", "Plan"), ("Riskanalys", "Internkontroll")):
        leaf.line("•").beside(left, 84).beside("•", 300).beside(right, 314)
    (layout,) = lay_out([leaf.page()])
    assert [block.text for block in layout.blocks] == [  # type: ignore[union-attr]
        "Budget",
        "Delårsrapport",
        "Riskanalys",
        "Bokslut",
        "Plan",
        "Internkontroll",
    ]
