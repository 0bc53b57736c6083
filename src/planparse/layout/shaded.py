"""Filled boxes that are the ground of cells: the ones that stand in place of ruled lines.

Word fills each cell with one box, then each text line in it, then the strips of its margins, all in one colour:

    +--------------------------+  the cell            kept
    | +----------------------+ |  a line's ground     in a box of its colour: dropped
    +--------------------------+

Symbols, bars and text markings stand inside a cell without reaching its sides: they are no cells either.
"""

from __future__ import annotations

from collections.abc import Sequence

from planparse.layout.tablesettings import TableSettings
from planparse.pdf.page import Bbox, Box, Page

_TOO_MANY = 3000
"""a page with more fills is a drawing: the work below is quadratic in the worst case"""


def cell_fills(page: Page, settings: TableSettings) -> list[Box]:
    """The boxes of a page that may be the ground of cells, from the top."""
    boxes = [
        box
        for box in page.boxes
        if box.shape == "rect"
        and box.x1 - box.x0 >= settings.fill_width
        and box.bottom - box.top >= settings.fill_height
        and (box.x1 - box.x0) * (box.bottom - box.top) < 0.8 * page.width * page.height
    ]
    if not boxes or len(boxes) > _TOO_MANY:
        return []
    last: dict[tuple[int, int, int, int], Box] = {}
    for box in boxes:  # drawn twice: the later one is what is seen
        last[round(box.x0), round(box.top), round(box.x1), round(box.bottom)] = box
    kept: list[Box] = []
    for box in sorted(last.values(), key=lambda box: (box.top, -box.bottom, box.x0)):
        # Most fills lie beside each other, which a comparison or two tell: a little wider here than is asked there.
        x0, x1, bottom = box.x0 + 1.1, box.x1 - 1.1, box.bottom - 1.1
        for outer in reversed(kept):
            if outer.x0 <= x0 and outer.x1 >= x1 and outer.bottom >= bottom and _swallows(outer, box):
                break
        else:
            kept.append(box)
    return kept


def _swallows(outer: Box, box: Box) -> bool:
    """Whether ``box`` is only a part of what ``outer`` already fills."""
    if not within(box.bbox, outer.bbox, 1.0):
        return False
    if outer.color == box.color:
        return True
    wide = box.x0 - outer.x0 < 2 and outer.x1 - box.x1 < 2
    high = box.top - outer.top < 2 and outer.bottom - box.bottom < 2
    return not wide and not high and box.x1 - box.x0 < 0.9 * (outer.x1 - outer.x0)


def within(inner: Bbox, outer: Bbox, slack: float) -> bool:
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )


def fill_at(x: float, y: float, boxes: Sequence[Box]) -> int | None:
    """The colour on which a point stands: that of the smallest box under it."""
    best: Box | None = None
    size = 0.0
    for box in boxes:
        if box.x0 <= x <= box.x1 and box.top <= y <= box.bottom:
            area = (box.x1 - box.x0) * (box.bottom - box.top)
            if best is None or area < size:
                best, size = box, area
    return None if best is None else best.color
