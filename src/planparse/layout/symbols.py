"""Status symbols: small pictures, and round or square fills, that stand in a cell or beside a line of text.

● Barn ska trivas i sin förskola        a traffic light before a goal's wording, or behind it
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planparse.layout.blocks import Block, Grid, Paragraph
from planparse.pdf.page import Bbox, Box, Page, Picture

MOST = 26.0
"""points of a symbol's sides at most"""
_LEAST = 4.0
_GAP = 2.0
"""ems between a symbol and the text that it stands beside; exports set them 0.4 to 1.2 apart"""
_MOST_ON_PAGE = 200


def symbols_of(page: Page, most: float = MOST) -> list[Picture]:
    """Pictures small enough to stand in a cell, and round or square fills that serve as symbols."""
    out = [
        picture
        for picture in page.pictures
        if picture.bottom - picture.top <= 2 * most and picture.x1 - picture.x0 <= 0.4 * page.width
    ]
    seen: list[Box] = []
    for box in page.boxes:
        width, height = box.x1 - box.x0, box.bottom - box.top
        if not (_LEAST <= width <= most and _LEAST <= height <= most):
            continue
        if box.shape != "round" and not (0.75 <= width / height <= 1.34 and width <= 0.7 * most):
            continue
        middle = ((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2)
        if any(o.x0 <= middle[0] <= o.x1 and o.top <= middle[1] <= o.bottom for o in seen):
            continue
        seen.append(box)
        out.append(Picture(box.x0, box.top, box.x1, box.bottom, color=box.color, key=box.shape))
    return out


def with_symbols(blocks: Sequence[Block], page: Page) -> list[Block]:
    """The blocks of a page, its paragraphs with the symbols beside their first line; those in tables stay there."""
    symbols = [one for one in symbols_of(page) if one.color is not None and one.x1 - one.x0 < MOST]
    if not symbols or len(symbols) > _MOST_ON_PAGE:
        return list(blocks)
    tables = [place.bbox for block in blocks if isinstance(block, Grid) for place in block.places]
    loose = [one for one in symbols if not any(_within(one, table) for table in tables)]
    out: list[Block] = []
    for block in blocks:
        if loose and isinstance(block, Paragraph) and block.lines[0].page == page.number:
            beside = tuple(one for one in loose if _beside(one, block.lines[0].bbox, block.lines[0].size))
            block = replace(block, pictures=beside) if beside else block
        out.append(block)
    return out


def _within(symbol: Picture, box: Bbox) -> bool:
    x, y = (symbol.x0 + symbol.x1) / 2, (symbol.top + symbol.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _beside(symbol: Picture, line: Bbox, size: float) -> bool:
    """Whether a symbol stands at a line's height, close before it or behind it."""
    middle = (symbol.top + symbol.bottom) / 2
    gap = max(line[0] - symbol.x1, symbol.x0 - line[2])
    return line[1] <= middle <= line[3] and -1.0 < gap < _GAP * size
