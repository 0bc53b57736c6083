"""Captions: the line over (or under) a table that names it, taken from the text and given to the table.

In: the blocks, and which of them are headings. Out: the blocks without the captions, each with its table. A line that
says what it is ("Tabell 3. …", "Belopp i tkr") is one on either side; over a table so is a short line set off from the
body, and under it one in smaller type that is no note. A unit's line and a caption over one table are one caption.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from planparse.layout.blocks import Block, Grid, Paragraph
from planparse.outline.settings import SETTINGS
from planparse.outline.styles import Style, style_of
from planparse.rules.load import load

_NAMES_FIGURE = re.compile(r"(?:diagram|figur|bild|karta|foto|illustration)\b", re.IGNORECASE)
"""the line under a chart or a picture, which may stand over a table"""


def give_captions(
    blocks: Sequence[tuple[int, Block]], headings: frozenset[int], body: Style
) -> list[tuple[int, Block]]:
    """``blocks`` with their indexes; ``headings`` are the indexes that are no captions whatever they look like."""
    out: list[tuple[int, Block]] = []
    taken = -1
    for place, (index, block) in enumerate(blocks):
        if place == taken:
            continue
        if isinstance(block, Grid) and not block.caption:
            block = _with_lines_over(block, out, headings, body)
            if not block.caption and place + 1 < len(blocks) and blocks[place + 1][0] not in headings:
                under = blocks[place + 1][1]
                after = blocks[place + 2][1] if place + 2 < len(blocks) else None
                if isinstance(under, Paragraph) and _names_from_below(under, block, after, body):
                    block = replace(block, caption=under.text, caption_places=under.places)
                    taken = place + 1
        out.append((index, block))
    return out


def caption_kind(text: str) -> str:
    """What a line says of itself: "caption", "unit_line", or "" for neither.

    >>> caption_kind("Tabell 3. Antal brukare"), caption_kind("Belopp i tkr"), caption_kind("Antalet ökar")
    ('caption', 'unit_line', '')
    """
    rule = load("not_headings").match(text) if len(text) <= SETTINGS.heading_letters else None
    return rule.name if rule is not None and rule.name in ("caption", "unit_line") else ""


def _with_lines_over(grid: Grid, out: list[tuple[int, Block]], headings: frozenset[int], body: Style) -> Grid:
    """The grid with the one or two lines over it that name it, which are taken off ``out``."""
    top = grid.places[0].bbox[1]
    unit = ""
    for _ in range(2):
        if not out or out[-1][0] in headings:
            break
        over = out[-1][1]
        if not isinstance(over, Paragraph) or not _names_from_above(over, grid, top, body):
            break
        if unit and caption_kind(over.text) == "unit_line":
            break
        out.pop()
        caption = f"{over.text} {grid.caption}".strip()
        grid = replace(grid, caption=caption, caption_places=over.places + grid.caption_places)
        unit = caption_kind(over.text) if caption_kind(over.text) == "unit_line" else ""
        top = over.places[0].bbox[1]
        if not unit:
            break
    return grid


def _names_from_above(block: Paragraph, grid: Grid, top: float, body: Style) -> bool:
    if len(block.lines) > 2 or block.places[-1].page != grid.places[0].page:
        return False
    if not -4.0 <= top - block.places[-1].bbox[3] <= SETTINGS.caption_gap or not _over_each_other(block, grid):
        return False
    if _NAMES_FIGURE.match(block.text) or _is_field(block.text):
        return False
    if caption_kind(block.text):
        return True
    style = style_of(block.lines)
    small = style.size < body.size - SETTINGS.near_size
    set_off = (style.bold and not body.bold) or style.italic or small
    return set_off and not block.text.endswith((".", ":", ",")) and len(block.text) <= SETTINGS.caption_letters


def _is_field(text: str) -> bool:
    """Whether a line gives a goal's field behind its label.

    >>> _is_field("Ansvarig: Tekniska nämnden"), _is_field("Nyckeltal: skola"), _is_field("Ekonomi: drift")
    (True, False, False)
    """
    label, colon, rest = text.partition(":")
    return bool(colon and rest) and load("goal_fields").value(label) in ("responsible", "reporting", "measurement")


def _names_from_below(block: Paragraph, grid: Grid, after: Block | None, body: Style) -> bool:
    last = grid.places[-1]
    if len(block.lines) > 2 or block.places[0].page != last.page or not _over_each_other(block, grid):
        return False
    if not -4.0 <= block.places[0].bbox[1] - last.bbox[3] <= SETTINGS.caption_gap:
        return False
    if isinstance(after, Grid) and after.places[0].page == last.page:
        return False  # it may as well name the next one
    if caption_kind(block.text) == "caption":
        return True
    small = style_of(block.lines).size < body.size - SETTINGS.near_size
    is_note = load("table_notes").match(block.text) is not None
    return small and len(block.lines) == 1 and not is_note and not block.text.endswith((".", ":", ","))


def _over_each_other(block: Paragraph, grid: Grid) -> bool:
    """Whether the line begins over the table's left third, or is set in its middle (over one column it is a head)."""
    line, table = block.places[0].bbox, grid.places[0].bbox
    wide = table[2] - table[0]
    centred = abs((line[0] + line[2]) - (table[0] + table[2])) < 0.1 * wide
    return centred or table[0] - 0.15 * wide < line[0] < table[0] + wide / 3
