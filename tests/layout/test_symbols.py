"""Status symbols beside lines of text."""

from __future__ import annotations

from page_maker import Leaf
from planparse.layout.blocks import Paragraph
from planparse.layout.pages import lay_out
from planparse.pdf.page import Box

GREEN, RED = 0x2E9E4F, 0xD0312D


def disc(leaf: Leaf, x0: float, at: float, color: int, size: float = 10) -> None:
    leaf.boxes.append(Box(x0, at - 8, x0 + size, at - 8 + size, color, "round"))


def beside(leaf: Leaf) -> list[tuple[str, list[int | None]]]:
    (layout,) = lay_out([leaf.page()])
    return [
        (block.text, [picture.color for picture in block.pictures])
        for block in layout.blocks
        if isinstance(block, Paragraph)
    ]


def test_a_dot_before_or_behind_a_line_is_its_own() -> None:
    leaf = Leaf().line("Barn ska trivas", 90, at=100, bold=True).line("Unga ska trivas", 90, at=150, bold=True)
    disc(leaf, 75, 100, GREEN)
    disc(leaf, 186, 150, RED)
    assert beside(leaf) == [("Barn ska trivas", [GREEN]), ("Unga ska trivas", [RED])]


def test_dots_far_off_or_on_other_lines_are_not() -> None:
    leaf = Leaf().line("Barn ska trivas", 90, at=100, bold=True)
    disc(leaf, 300, 100, GREEN)
    disc(leaf, 75, 130, RED)
    assert beside(leaf) == [("Barn ska trivas", [])]
