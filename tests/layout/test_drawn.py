"""Bullets drawn as shapes."""

from __future__ import annotations

from page_maker import Leaf
from planparse.layout.blocks import ListItem
from planparse.layout.pages import lay_out
from planparse.pdf.page import Box


def dot(leaf: Leaf, x0: float, at: float, size: float = 3) -> None:
    leaf.boxes.append(Box(x0, at - 5, x0 + size, at - 5 + size, 0x222222, "round"))


def read(leaf: Leaf) -> list[tuple[str, int, str]]:
    (layout,) = lay_out([leaf.page()])
    return [
        (block.marker, block.depth, block.text) if isinstance(block, ListItem) else ("", 0, block.text)  # type: ignore[union-attr]
        for block in layout.blocks
    ]


def test_a_dot_before_a_line_starts_an_item_that_may_go_on() -> None:
    leaf = Leaf().line("Nämnden ska", at=100).line("öka tryggheten i kommunens alla verksamheter och", 84, at=114)
    leaf.line("mötesplatser", 84, at=128).line("minska utsläppen", 84, at=142).line("i byggandet", 98, at=156)
    dot(leaf, 72, 114)
    dot(leaf, 72, 142)
    dot(leaf, 86, 156)
    assert read(leaf) == [
        ("", 0, "Nämnden ska"),
        ("•", 0, "öka tryggheten i kommunens alla verksamheter och mötesplatser"),
        ("•", 0, "minska utsläppen"),
        ("•", 1, "i byggandet"),
    ]


def test_a_status_dot_or_a_dot_far_away_is_no_bullet() -> None:
    leaf = Leaf().line("Alla barn ska vara trygga", 84, at=100).line("Luften ska vara ren", 84, at=130)
    dot(leaf, 70, 102, size=8)
    dot(leaf, 20, 130)
    assert [marker for marker, _, _ in read(leaf)] == ["", ""]
