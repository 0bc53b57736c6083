"""Assignments (uppdrag): items of a list or table that the document calls so; standing duties are none.

Kommunfullmäktige har gett nämnden följande uppdrag för 2025:
1. Ta fram en plan för ...                  giver council, label "1"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planparse.extract.activities import status_in
from planparse.extract.assessments import status_of_words
from planparse.extract.claims import Claim, ClaimedTable
from planparse.extract.context import Context, locations
from planparse.extract.headed import body_rows, fields_of, row_places, text_of
from planparse.layout.blocks import Grid, ListItem, Paragraph
from planparse.model import Assignment
from planparse.model.terms import Giver, Status
from planparse.outline.document import Document, SectionNode
from planparse.rules.fold import fold
from planparse.rules.load import load
from planparse.values.dates import partial_date

_RULES = "assignment_columns"
_COUNCIL = ("fullmäktige", "kommunstyrelsen har", "kf:s", "kf ")
_LONGEST_LEAD = 300
_SHORT_STATUS = 4
"""words"""
_BEFORE_COMMA = 2
"""words of a status that a sentence goes on from ("Ett underlag är klart, resten återstår" is none)"""


def claim_assignments(grid: Grid, section: SectionNode | None, document: Document, context: Context) -> Claim | None:
    """A column headed Uppdrag beside one of who, when, how it went."""
    fields = fields_of(grid, _RULES)
    if "text" not in fields.columns or len(fields.columns) < 2:
        return None
    return Claim("assignments", 0.85, f"heads: {', '.join(fields.labels.values())}")


def extract_assignments(tables: Sequence[ClaimedTable], document: Document, context: Context) -> list[Assignment]:
    """Assignments of tables and lists, in reading order of their sections."""
    out: list[Assignment] = []
    by_section: dict[int, list[ClaimedTable]] = {}
    for claimed in tables:
        if claimed.kind == "assignments":
            by_section.setdefault(claimed.section.index if claimed.section else -1, []).append(claimed)
    for claimed in by_section.get(-1, []):
        out += _from_table(claimed, context)
    cards = [claimed for claimed in tables if claimed.kind == "goals"]
    for section in document.sections:
        out += _from_lists(section, document, context)
        for claimed in cards:
            if claimed.section is section:
                out += _from_card(claimed.grid, section, context)
        for claimed in by_section.get(section.index, []):
            out += _from_table(claimed, context)
    return out


def _from_lists(section: SectionNode, document: Document, context: Context) -> Iterator[Assignment]:
    rules = load("assignment_leads")
    heading = rules.value(section.title) == "assignment"
    lead: str | None = section.title if heading else None
    active = heading
    for block in section.blocks:
        if isinstance(block, Paragraph):
            if len(block.text) > _LONGEST_LEAD:
                continue
            said = rules.value(block.text)
            opens = block.text.rstrip().endswith(":")
            if said is not None or opens:
                active = said == "assignment" or (said is None and heading)
                lead = block.text if active else None
            elif not heading:
                active = False
        elif isinstance(block, ListItem) and active:
            yield Assignment(
                id=context.ids.give("assignment", *section.path, block.text),
                text=block.text,
                label=block.label,
                giver=_giver(lead or "", section, document, context),
                section_id=section.id,
                locations=locations(block.places),
            )


def _from_card(grid: Grid, section: SectionNode, context: Context) -> Iterator[Assignment]:
    """The items under a label that says Uppdrag in a goal's card."""
    for cell in grid.cells:
        label = ""
        for part in cell.parts:
            if isinstance(part, Paragraph):
                bold = bool(part.lines) and all(line.bold for line in part.lines)
                label = part.text.rstrip(" :") if bold or part.text.endswith(":") else ""
            elif load("assignment_leads").value(f"{label}:") == "assignment":
                yield Assignment(
                    id=context.ids.give("assignment", *section.path, part.text),
                    text=part.text,
                    label=part.label,
                    giver="council" if any(word in fold(label) for word in _COUNCIL) else None,
                    section_id=section.id,
                    locations=locations(part.places),
                )


def _giver(lead: str, section: SectionNode, document: Document, context: Context) -> Giver | None:
    """Council where heading or lead-in names fullmäktige; board where it names the board, or says Uppdrag."""
    texts = [fold(lead), *(fold(node.title) for node in document.ancestors(section))]
    if any(word in text for text in texts[:2] for word in _COUNCIL):
        return "council"
    board = fold(context.board or "nämnden")
    if any(board in text or "nämnden" in text for text in texts[:2]):
        return "board"
    if context.board is not None and any("uppdrag" in text for text in texts[:2]):
        return "board"
    return None


def _giver_named(text: str | None) -> Giver | None:
    """The giver in a column of its own: "Kommunfullmäktige", "KF § 87", or a board."""
    if not text:
        return None
    told = fold(text)
    if "fullmäktige" in told or re.match(r"kf\b", told):
        return "council"
    return "board" if "nämnd" in told or "styrelsen" in told or "utskott" in told else None


def _from_table(claimed: ClaimedTable, context: Context) -> Iterator[Assignment]:
    section = claimed.section
    fields = fields_of(claimed.grid, _RULES)
    head = fold(f"{fields.labels.get('text', '')} {claimed.grid.caption} {section.title if section else ''}")
    giver: Giver | None = None
    if any(word in f"{head} {fold(_lead_in(claimed))}" for word in _COUNCIL):
        giver = "council"
    elif "nämnden" in head or context.board is not None:
        giver = "board"
    for _, cells in body_rows(claimed.grid, fields):
        text = text_of(cells, "text")
        if text is None or (len({id(cell) for cell in cells.values()}) == 1 and len(cells) > 1):
            continue  # a line over the whole width groups the rows below it
        end = text_of(cells, "end")
        yield Assignment(
            id=context.ids.give("assignment", *(section.path if section else ()), text),
            text=text,
            label=text_of(cells, "label"),
            giver=_giver_named(text_of(cells, "giver")) or giver,
            responsible=text_of(cells, "responsible"),
            end=partial_date(end) if end else None,
            status=status_in(cells["status"]) if "status" in cells else _status_told(text_of(cells, "comment")),
            comment=text_of(cells, "comment"),
            section_id=section.id if section else None,
            locations=locations(row_places(cells)),
        )


def _status_told(comment: str | None) -> Status | None:
    """The status that a comment begins with, where no column has it ("Pågår. Utredningen är upphandlad.").

    >>> _status_told("Slutfört i oktober."), _status_told("Ett underlag är klart, resten återstår.")
    ('met', None)
    """
    found = re.match(r"(?P<first>[^.,;:]+)(?P<stop>[.,;:]?)", comment or "")
    if found is None:
        return None
    most = _BEFORE_COMMA if found["stop"] == "," else _SHORT_STATUS
    return status_of_words(found["first"]) if len(found["first"].split()) <= most else None


def _lead_in(claimed: ClaimedTable) -> str:
    """The last sentence of the paragraph straight over a table, where it speaks of uppdrag."""
    blocks = claimed.section.blocks if claimed.section is not None else ()
    at = next((index for index, block in enumerate(blocks) if block is claimed.grid), 0)
    before = blocks[at - 1] if at else None
    if not isinstance(before, Paragraph) or len(before.text) > _LONGEST_LEAD:
        return ""
    last = re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])", before.text)[-1]
    return last if "uppdrag" in fold(last) else ""
