"""Bullets that are drawn, not set: small dots and squares before a line (browsers and InDesign make them so)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planparse.layout.lines import TextLine
from planparse.layout.settings import DEFAULT, LayoutSettings
from planparse.pdf.page import Box


def small_shapes(boxes: Iterable[Box], settings: LayoutSettings = DEFAULT) -> list[Box]:
    """The shapes of a page that are small and even enough for a bullet, from the top."""
    out = []
    for box in boxes:
        width, height = box.x1 - box.x0, box.bottom - box.top
        if 1 <= width <= 9 and 1 <= height <= 9 and 0.7 < width / height < 1.4:
            out.append(box)
    return sorted(out, key=lambda box: box.top) if len(out) <= settings.most_shapes else []


def mark(line: TextLine, shapes: Sequence[Box], settings: LayoutSettings = DEFAULT) -> None:
    """Tells a line of the bullet drawn before it, if there is one."""
    for box in shapes:
        if box.top > line.baseline:
            return
        middle = (box.top + box.bottom) / 2
        gap = line.x0 - box.x1
        if (
            line.baseline - 0.8 * line.size < middle < line.baseline
            and 0 < gap < settings.drawn_gap * line.size
            and box.x1 - box.x0 <= settings.drawn_size * line.size
        ):
            line.bullet_x = box.x0
            return
