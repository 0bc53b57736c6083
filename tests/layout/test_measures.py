"""What a document's lines say of its type."""

from __future__ import annotations

from page_maker import Leaf
from planparse.layout.columns import Column, Item
from planparse.layout.lines import rows_of, text_line
from planparse.layout.measures import measure

FULL = "Nämnden ansvarar för att verksamheten bedrivs enligt lagar och de mål som gäller"


def column(leaf: Leaf) -> Column:
    lines = [text_line(row, 1) for row in rows_of(leaf.words)]
    items = [Item(line.x0, line.top, line.x1, line.bottom, number, line=line) for number, line in enumerate(lines)]
    return Column(items, 70, max(line.x1 for line in lines), True)


def test_the_pitch_is_that_of_wrapped_lines_not_of_paragraphs() -> None:
    leaf = Leaf()
    for _ in range(3):
        leaf.text(FULL, "i kommunen.").space(9)
    measures = measure([[column(leaf)]], 11)
    assert measures.pitches == {("Serif", 11): 13.75}
    assert measures.right > 450


def test_the_body_is_text_in_lines_though_small_figures_have_more_letters() -> None:
    leaf = Leaf().text(FULL, FULL, FULL)
    for number in range(60):
        leaf.line(f"{number} 100", size=8)
    assert measure([[column(leaf)]], 8).body_size == 11
    assert measure([[column(Leaf().line("Kort text", size=9))]], 12).body_size == 12
