"""Paragraphs and list items that a column or page break cut, joined again.

In: the blocks of every page in reading order, paragraphs and items still as drafts. What goes on in the next column or
on the next page is of the page where it starts.
"""

from __future__ import annotations

from collections.abc import Sequence

from planparse.layout.blocks import Grid
from planparse.layout.drafts import Draft, ends_sentence, is_open
from planparse.layout.markers import marker_of
from planparse.layout.settings import DEFAULT, LayoutSettings


def join_breaks(pages: Sequence[list[Draft | Grid]], body_size: float, settings: LayoutSettings = DEFAULT) -> None:
    """Joins, in place, drafts that go on after a column or page break."""
    before: tuple[int, Draft] | None = None
    for number, blocks in enumerate(pages):
        index = 0
        while index < len(blocks):
            block = blocks[index]
            if isinstance(block, Grid):
                before = None
                index += 1
                continue
            if before and _breaks(before[1], block) and number - before[0] <= 1:
                draft = before[1]
                if _goes_on(draft, block, body_size, settings):
                    draft.lines.extend(block.lines)
                    draft.right = block.right
                    del blocks[index]
                    before = (number, draft)
                    continue
            if not _aside(block, body_size) or before is None:
                before = (number, block)
            index += 1


def _aside(draft: Draft, body_size: float) -> bool:
    """Captions and footnotes, in smaller type than the text: the text goes on past them."""
    return all(line.size < 0.93 * body_size for line in draft.lines)


def _breaks(draft: Draft, after: Draft) -> bool:
    last, first = draft.lines[-1], after.lines[0]
    return last.line.page != first.line.page or first.top < last.top or first.x0 > last.x1


def _goes_on(draft: Draft, after: Draft, body_size: float, settings: LayoutSettings) -> bool:
    last, first = draft.lines[-1], after.lines[0]
    if after.marker or draft.boxed != after.boxed:
        return False
    if abs(last.size - first.size) > settings.size_change * last.size:
        return False
    if last.last.bold != first.first.bold and (last.bold or first.bold):
        return False
    if last.color != first.color or (last.italic != first.italic and last.last.italic != first.first.italic):
        return False
    if last.size >= settings.heading_size * body_size or (last.bold and first.bold and not first.text[0].islower()):
        return False
    if ends_sentence(last):
        return False
    if first.text[0].islower():
        return not marker_of(first.first.text)
    if is_open(last):
        return True
    full = last.x1 > draft.right - 4 * last.size
    return full and not draft.marker and len(draft.lines) > 1 and first.x0 <= after.lines[-1].x0 + 0.5
