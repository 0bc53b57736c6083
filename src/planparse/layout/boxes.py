"""Boxes with text of their own: filled rectangles and drawn frames, nested as they stand."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.layout.columns import Item
from planparse.layout.settings import DEFAULT, LayoutSettings
from planparse.pdf.page import Bbox, Page

_SLACK = 2.0


def boxes_of(page: Page, tables: Sequence[Bbox], settings: LayoutSettings = DEFAULT) -> list[Bbox]:
    """The boxes of a page outside its tables, the smallest first; stacked fills of one colour are one box."""
    if len(page.boxes) > settings.most_shapes:
        return []
    area = page.width * page.height
    fills: list[tuple[Bbox, int]] = []
    for box in sorted(page.boxes, key=lambda box: (box.x0, box.top)):
        size = (box.x1 - box.x0) * (box.bottom - box.top)
        if size > settings.background * area or box.x1 - box.x0 < 20 or box.bottom - box.top < 8:
            continue
        if any(_holds(table, box.bbox) for table in tables):
            continue
        if fills:
            (x0, top, x1, bottom), color = fills[-1]
            if color == box.color and abs(x0 - box.x0) < 1 and abs(x1 - box.x1) < 1 and box.top - bottom < 1.5:
                fills[-1] = ((x0, top, x1, max(bottom, box.bottom)), color)
                continue
        fills.append((box.bbox, box.color))
    found = [bbox for bbox, _ in fills] + _frames(page, tables)
    return sorted(found, key=lambda b: (b[2] - b[0]) * (b[3] - b[1]))


def _frames(page: Page, tables: Sequence[Bbox]) -> list[Bbox]:
    """Rectangles of four ruled lines."""
    across = [rule for rule in page.rules if rule.horizontal and rule.x1 - rule.x0 > 40]
    down = [rule for rule in page.rules if not rule.horizontal and rule.bottom - rule.top > 12]
    if len(across) > 60 or len(down) < 2:
        return []
    out: list[Bbox] = []
    for index, upper in enumerate(across):
        if any(_holds(table, (upper.x0, upper.top, upper.x1, upper.top)) for table in tables):
            continue
        for lower in across[index + 1 :]:
            a, b = (upper, lower) if upper.top < lower.top else (lower, upper)
            if abs(a.x0 - b.x0) > _SLACK or abs(a.x1 - b.x1) > _SLACK or b.top - a.top < 12:
                continue
            sides = [
                any(
                    abs(r.x0 - x) < _SLACK and abs(r.top - a.top) < _SLACK and abs(r.bottom - b.top) < _SLACK
                    for r in down
                )
                for x in (a.x0, a.x1)
            ]
            if all(sides):
                out.append((a.x0, a.top, a.x1, b.top))
    return out


def boxed_items(items: list[Item], boxes: Sequence[Bbox]) -> list[Item]:
    """The items with those that stand in a box gathered in an item of its own. ``boxes`` from the smallest."""
    for number, box in enumerate(boxes):
        held = [item for item in items if _inside(item, box)]
        if not held or (len(held) == len(items) and number == len(boxes) - 1 and len(held) > 1 and len(boxes) == 1):
            continue
        keep = set(map(id, held))
        x0, x1 = min(item.x0 for item in held), max(item.x1 for item in held)
        whole = Item(max(x0 - 4, box[0]), box[1], min(x1 + 4, box[2]), box[3], -1 - number, inside=held)
        items = [item for item in items if id(item) not in keep]
        items.append(whole)
    return items


def _inside(item: Item, box: Bbox) -> bool:
    middle = (item.top + item.bottom) / 2
    return box[0] - _SLACK <= item.x0 and item.x1 <= box[2] + _SLACK and box[1] - _SLACK < middle < box[3] + _SLACK


def _holds(outer: Bbox, inner: Bbox) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] - _SLACK <= x <= outer[2] + _SLACK and outer[1] - _SLACK <= y <= outer[3] + _SLACK
