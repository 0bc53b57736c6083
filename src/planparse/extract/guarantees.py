"""Service guarantees (tjänstegarantier): a promise and its target, from a table or a list under such a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planparse.extract.claims import Claim, ClaimedTable
from planparse.extract.context import Context, locations
from planparse.layout.blocks import Cell, Grid, ListItem, Paragraph, Place
from planparse.model import Guarantee, Quantity
from planparse.outline.document import Document, SectionNode
from planparse.rules.load import load
from planparse.values.numbers import parse_number_word
from planparse.values.quantity import parse_quantity

_PROMISED = re.compile(
    r"\b(?:inom|senast(?: inom)?|högst|minst|max(?:imalt)?)\s+"
    r"(?:(?P<word>en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv)|\d+)\s+"
    r"(?:(?:arbets|kalender|vecko)?(?:dag(?:ar)?|dygn|timm(?:e|ar)|minuter|veckor|vecka|månad(?:er)?)\b|procent\b|%)",
    re.IGNORECASE,
)
_PROMISING = re.compile(
    r"\b(?:vi|nämnden|förvaltningen|kommunen) (?:garanterar|lovar)\b|\bgaranterar vi\b", re.IGNORECASE
)
_LONGEST_PROMISE = 250
"""letters; a longer paragraph tells of the guarantees"""


def claim_guarantees(grid: Grid, section: SectionNode | None, document: Document, context: Context) -> Claim | None:
    """A head or caption that names guarantees, or a table straight under a heading that does."""
    rules = load("guarantee_heads")
    head = next((cell.text for cell in grid.cells if cell.row == 0 and rules.match(cell.text)), None)
    if head is not None:
        return Claim("guarantees", 0.95, f"head: {head}")
    for text in (grid.caption, section.title if section else ""):
        if text and rules.match(text):
            return Claim("guarantees", 0.8, f"stands under “{text}”")
    return None


def extract_guarantees(tables: Sequence[ClaimedTable], document: Document, context: Context) -> list[Guarantee]:
    """One Guarantee for each row or list item, in reading order."""
    out: list[Guarantee] = []
    for claimed in tables:
        if claimed.kind == "guarantees":
            out += _from_table(claimed, context)
    for section in document.sections:
        out += [_guarantee(b.text, _promise_in(b.text), b.places, section, context) for b in _promises(section)]
    return out


def _promises(section: SectionNode) -> list[ListItem | Paragraph]:
    """The list items under a heading or a lead-in of guarantees; without a list the paragraphs that promise."""
    headed = load("guarantee_heads").match(section.title) is not None
    listed: list[ListItem | Paragraph] = []
    led = headed
    for block in section.blocks:
        if isinstance(block, ListItem) and led:
            listed.append(block)
        elif isinstance(block, Paragraph):
            led = headed or (block.text.endswith(":") and _PROMISING.search(block.text) is not None)
    if listed or not headed:
        return listed
    short = [b for b in section.blocks if isinstance(b, Paragraph) and len(b.text) <= _LONGEST_PROMISE]
    return [block for block in short if _PROMISED.search(block.text) or _PROMISING.search(block.text)]


def _from_table(claimed: ClaimedTable, context: Context) -> list[Guarantee]:
    grid = claimed.grid
    rules = load("guarantee_heads")
    out = []
    first = grid.header_rows or (1 if any(rules.match(cell.text) for cell in grid.row(0)) else 0)
    for row in range(first, grid.rows):
        cells = [cell for cell in grid.row(row) if cell.text]
        if not cells:
            continue
        promise = max(cells, key=lambda cell: len(cell.text))
        target = _target([cell for cell in cells if cell is not promise and cell.col > promise.col])
        places = [place for cell in cells for place in cell.places]
        out.append(_guarantee(promise.text, target or _promise_in(promise.text), places, claimed.section, context))
    return out


def _target(cells: Sequence[Cell]) -> Quantity | None:
    for cell in cells:
        quantity = parse_quantity(cell.text)
        if quantity.value is not None:
            return quantity
    return None


def _promise_in(text: str) -> Quantity | None:
    """The time or share in the promise itself ("inom tre dagar"), where none stands beside it."""
    found = _PROMISED.search(text)
    if found is None:
        return None
    number = parse_number_word(found["word"]) if found["word"] else None
    figures = found[0] if number is None else found[0].replace(found["word"], str(number), 1)
    return parse_quantity(figures).model_copy(update={"raw": found[0]})


def _guarantee(
    text: str, target: Quantity | None, places: Sequence[Place], section: SectionNode | None, context: Context
) -> Guarantee:
    return Guarantee(
        id=context.ids.give("guarantee", text),
        text=text,
        target=target,
        section_id=section.id if section else None,
        locations=locations(list(places)),
    )
