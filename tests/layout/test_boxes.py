"""Boxes with text of their own."""

from __future__ import annotations

from page_maker import Leaf
from planparse.layout.blocks import Paragraph
from planparse.layout.boxes import boxes_of
from planparse.layout.pages import lay_out
from planparse.pdf.page import Rule


def read(leaf: Leaf) -> list[tuple[str, bool]]:
    (layout,) = lay_out([leaf.page()])
    return [(block.text, block.boxed) for block in layout.blocks if isinstance(block, Paragraph)]


def test_text_in_a_box_beside_text_is_read_by_itself() -> None:
    leaf = Leaf().box(380, 90, 560, 175)
    for number in range(9):
        leaf.line(f"rad {number} av texten som står till vänster", at=100 + 14 * number)
    leaf.line("Vår vision är", 390, at=110).line("en trygg kommun", 390, at=124)
    found = read(leaf)
    assert [boxed for _, boxed in found] == [False, True]
    assert found[1][0] == "Vår vision är en trygg kommun"


def test_a_background_is_no_box() -> None:
    assert read(Leaf().box(0, 0, 595, 842).line("Text på färgad sida")) == [("Text på färgad sida", False)]


def test_fills_drawn_line_by_line_are_one_box() -> None:
    leaf = Leaf().box(60, 90, 300, 104).box(60, 104, 300, 118)
    assert len(boxes_of(leaf.page(), [])) == 1


def test_a_frame_of_four_rules_is_a_box() -> None:
    leaf = Leaf().line("Inuti ramen")
    leaf.rules = [Rule(60, 80, 300, 80), Rule(60, 120, 300, 120), Rule(60, 80, 60, 120), Rule(300, 80, 300, 120)]
    assert boxes_of(leaf.page(), []) == [(60, 80, 300, 120)]
    assert boxes_of(leaf.page(), [(50, 70, 310, 130)]) == []
