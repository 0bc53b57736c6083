"""A board's calendar: month headings with their items, or a timetable of dated rows.

    MARS                                  Datum     Aktivitet
    • Bokslut 2024                        År 2026
    • Uppföljning av mål                  12 mars   Uppstart av budgetarbetet

A calendar's year is its item's own, else the timetable's year row, else the one in the heading, else the
one in the text straight over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planparse.extract.claims import Claim, ClaimedTable
from planparse.extract.context import Context, locations
from planparse.extract.headed import body_rows, fields_of, row_places, text_of
from planparse.layout.blocks import Cell, Grid, ListItem, Paragraph, Place
from planparse.model import CalendarItem
from planparse.outline.document import Document, SectionNode
from planparse.values.dates import first_month, years_in

_RULES = "calendar_columns"
_DATED = re.compile(r"\b\d{1,2}[/.]\d{1,2}\b|\b\d{1,2}\s*[-–]?\s*[a-zåäö]{3,}", re.IGNORECASE)
_NO_LETTERS = re.compile(r"[\W\d_]+")
_LONGEST_LABEL = 45
"""letters: a month's heading may add a word or two ("ÖVRIGA ÄRENDEN UNDER ÅRET"), a sentence is longer"""


def claim_calendar(grid: Grid, section: SectionNode | None, document: Document, context: Context) -> Claim | None:
    """A column of dates or months beside one of what happens."""
    if _is_wheel(grid):
        return Claim("calendar", 0.9, "its cells are headed by months")
    fields = fields_of(grid, _RULES)
    if set(fields.columns) != {"when", "what"} or fields.columns["when"] > fields.columns["what"]:
        return None
    when = [text for _, cells in body_rows(grid, fields) if (text := text_of(cells, "when"))]
    dated = sum(first_month(text) is not None or _DATED.search(text) is not None for text in when)
    if not when or dated * 2 < len(when):
        return None
    return Claim("calendar", 0.9, f"heads: {', '.join(fields.labels.values())}; {dated} of {len(when)} rows dated")


def extract_calendar(tables: Sequence[ClaimedTable], document: Document, context: Context) -> list[CalendarItem]:
    """Every item of timetables and of month lists, in reading order."""
    out: list[CalendarItem] = []
    by_section: dict[int, list[ClaimedTable]] = {}
    for claimed in tables:
        if claimed.kind == "calendar":
            by_section.setdefault(claimed.section.index if claimed.section else -1, []).append(claimed)
    for claimed in by_section.get(-1, []):
        out += _from_table(claimed, document)
    for section in document.sections:
        for claimed in by_section.get(section.index, []):
            out += _from_table(claimed, document)
        out += _from_months(section, document)
    return out


def _from_table(claimed: ClaimedTable, document: Document) -> Iterator[CalendarItem]:
    title = f"{claimed.grid.caption} {claimed.section.title if claimed.section else ''}"
    years = years_in(title) or years_in(document.text_over(claimed.section, claimed.grid))
    year = years[0] if len(set(years)) == 1 else None
    if _is_wheel(claimed.grid):
        yield from _from_wheel(claimed.grid, years)
        return
    fields = fields_of(claimed.grid, _RULES)
    label: str | None = None
    for _, cells in body_rows(claimed.grid, fields):
        when, what = text_of(cells, "when"), text_of(cells, "what")
        own = years_in(when or "") or years_in(what or "" if when is None else "")
        if what is None or (when is not None and cells["when"] is cells["what"]):
            # A row that only names a year goes for all rows below it.
            year = own[0] if own else year
            continue
        label = when or label
        own = years_in(label or "")
        items = _items_of(cells["what"])
        for text, places in items if len(items) > 1 else [(what, row_places(cells))]:
            yield CalendarItem(
                year=own[0] if own else year,
                month=first_month(label or "") or _numbered_month(label or ""),
                label=label,
                text=text,
                locations=locations(places),
            )


def _items_of(cell: Cell) -> list[tuple[str, list[Place]]]:
    """The items of a cell that is a bulleted list."""
    bullets = [part for part in cell.parts if isinstance(part, ListItem)]
    return [(part.text, list(part.places)) for part in bullets] if len(bullets) == len(cell.parts) else []


def _month_of(cell: Cell) -> str | None:
    """The month that heads a cell, alone or over its items."""
    first = cell.parts[0].text if cell.parts else cell.text
    return first if first and _is_month(first) and not re.search(r"\b\d{1,2}\b", first) else None


def _is_wheel(grid: Grid) -> bool:
    """Whether months head cells all over a grid, and not the rows of a timetable's first column."""
    headed = [cell.col for cell in grid.cells if _month_of(cell) is not None]
    return len(headed) >= 6 and len(set(headed)) > 1


def _from_wheel(grid: Grid, years: list[int]) -> Iterator[CalendarItem]:
    """A year as a grid of months: each cell headed by its month, or standing below a cell that is the month's name."""
    for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.col)):
        label, parts = _month_of(cell), cell.parts
        if label is not None:
            parts = parts[1:]
        else:
            above = grid.at(cell.row - 1, cell.col)
            label = _month_of(above) if above is not None else None
        if label is None or not cell.text:
            continue
        for part in parts:
            yield _item(part.text, part.places or cell.places, label, years)
        if not parts and _month_of(cell) is None:
            yield _item(cell.text, cell.places, label, years)


def _numbered_month(label: str) -> int | None:
    """The month of "12/3" or "2026-03-12"."""
    found = re.search(r"\b(?:19|20)\d\d-(\d\d)\b|\b\d{1,2}/(\d{1,2})\b", label)
    month = int(found[1] or found[2]) if found else 0
    return month if 1 <= month <= 12 else None


def _from_months(section: SectionNode, document: Document) -> list[CalendarItem]:
    """Items under month labels: in one section, or with each month a section below the calendar's."""
    if _is_month(section.title):
        parent = document.parent(section)
        years = years_in(section.title) or (years_in(parent.title) if parent else [])
        return [
            _item(block.text, block.places, section.title, years)
            for block in section.blocks
            if isinstance(block, ListItem | Paragraph)
        ]
    prose = [block for block in section.blocks if isinstance(block, ListItem | Paragraph)]
    months = sum(isinstance(block, Paragraph) and _is_month(block.text) for block in prose)
    if months < 2:
        return []
    years = years_in(section.title)
    out: list[CalendarItem] = []
    label: str | None = None
    bulleted = any(isinstance(block, ListItem) for block in prose)
    for at, block in enumerate(prose):
        if (isinstance(block, Paragraph) and _is_month(block.text)) or (
            isinstance(block, Paragraph) and label is not None and _is_label(block, prose[at + 1 : at + 2])
        ):
            label = block.text
        elif label is not None and (isinstance(block, ListItem) or not bulleted):
            out.append(_item(block.text, block.places, label, years))
    return out


def _is_month(text: str) -> bool:
    """Whether a label names a month and hardly anything else: "JANUARI / FEBRUARI", "Mars 2025"."""
    if len(text) > _LONGEST_LABEL:
        return False
    rest = _NO_LETTERS.sub(" ", text).split()
    return 0 < len(rest) <= 3 and first_month(rest[0]) is not None


def _is_label(block: Paragraph, after: Sequence[object]) -> bool:
    bold = all(line.bold for line in block.lines) or block.text.isupper()
    return bold and len(block.text) <= _LONGEST_LABEL and bool(after) and isinstance(after[0], ListItem)


def _item(text: str, places: Sequence[Place], label: str, years: list[int]) -> CalendarItem:
    own = years_in(label)
    return CalendarItem(
        year=own[0] if own else (years[0] if len(set(years)) == 1 else None),
        month=first_month(label),
        label=label,
        text=text,
        locations=locations(list(places)),
    )
