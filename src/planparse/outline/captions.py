"""Captions: the line over (or under) a table that names it, taken from the text and given to the table.

In: the blocks, and which of them are headings. Out: the blocks without the captions, each with its table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planparse.layout.blocks import Block, Grid, Paragraph
from planparse.outline.settings import SETTINGS
from planparse.outline.styles import Style, style_of
from planparse.rules.load import load


def give_captions(
    blocks: Sequence[tuple[int, Block]], headings: frozenset[int], body: Style
) -> list[tuple[int, Block]]:
    """``blocks`` with their indexes; ``headings`` are the indexes that are no captions whatever they look like."""
    out: list[tuple[int, Block]] = []
    below: int | None = None
    for place, (index, block) in enumerate(blocks):
        if place == below:
            continue
        if isinstance(block, Grid) and not block.caption:
            if out and out[-1][0] not in headings and _captions(out[-1][1], block, body):
                over = out.pop()[1]
                assert isinstance(over, Paragraph)
                block = replace(block, caption=over.text, caption_places=over.places)
            elif place + 1 < len(blocks) and blocks[place + 1][0] not in headings:
                under = blocks[place + 1][1]
                if isinstance(under, Paragraph) and _captions_from_below(under, block):
                    block = replace(block, caption=under.text, caption_places=under.places)
                    below = place + 1
        out.append((index, block))
    return out


def is_caption(text: str) -> bool:
    """Whether a line says itself that it is a caption.

    >>> is_caption("Tabell 3. Antal brukare"), is_caption("Belopp i tkr"), is_caption("Antalet ökar")
    (True, True, False)
    """
    rule = load("not_headings").match(text)
    return rule is not None and rule.name in ("caption", "unit_line")


def _captions(block: Block, grid: Grid, body: Style) -> bool:
    if not isinstance(block, Paragraph) or len(block.lines) > 2 or block.places[-1].page != grid.places[0].page:
        return False
    gap = grid.places[0].bbox[1] - block.places[-1].bbox[3]
    if not -4.0 <= gap <= SETTINGS.caption_gap:
        return False
    if is_caption(block.text):
        return True
    style = style_of(block.lines)
    set_off = (style.bold and not body.bold) or style.italic or style.size < body.size - SETTINGS.near_size
    return set_off and not block.text.endswith((".", ":")) and len(block.text) <= 120


def _captions_from_below(block: Paragraph, grid: Grid) -> bool:
    gap = block.places[0].bbox[1] - grid.places[-1].bbox[3]
    same_page = block.places[0].page == grid.places[-1].page
    return same_page and -4.0 <= gap <= SETTINGS.caption_gap and len(block.lines) <= 2 and is_caption(block.text)
