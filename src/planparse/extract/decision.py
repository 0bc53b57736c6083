"""Who decided the plan, when, and under which diary number.

Antagen i socialnämnden den 3 december 2024, § 114
SN 2024/0311
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planparse.extract.cover import Cover, CoverLine
from planparse.layout.blocks import Grid, Place
from planparse.model import Adopted
from planparse.outline.document import Document
from planparse.rules.fold import fold
from planparse.rules.load import load
from planparse.values.dates import find_date
from planparse.values.names import boards_in

_BODY = re.compile(
    r"\b(?:i|av)\s+((?:[\wåäöÅÄÖ-]+[,\s]+(?:och\s+)?){0,4}?[\wåäöÅÄÖ-]*(?:fullmäktige|styrelsen?|nämnd(?:en)?))", re.I
)
_REFERENCE = re.compile(
    r"\b(?!dnr|diarie|ärende)([A-ZÅÄÖ]{1,8}[ /-]?\d{2,4}[/:.-]\d{1,6}(?:-\d{2,4})?|\d{4}/[A-ZÅÄÖ]{1,8}[-/:]\d{1,6})\b"
    r"|\b(?:dnr|diarienr|diarienummer)\b\.?:?\s*(\d{2,4}[/:.-]\d{1,6}\S*)",
    re.I,
)
_LABELLED = re.compile(r"\b(?:dnr|diarienr|diarienummer|ärendenr|ärendenummer)\b", re.I)
_DATES = re.compile(r"(?:19|20)\d\d[-./]\d\d?[-./]\d\d?|\b\d{1,2}\s+[a-zåäö]{3,9}\.?\s+(?:19|20)\d\d", re.I)
_LONGEST_LINE = 160
_NEAR_LINES = 3


def find_decision(document: Document, cover: Cover) -> tuple[Adopted, list[CoverLine]]:
    """The decision that the cover, or a line before the text, tells, with its lines; all None where none is told."""
    lines = [*cover.lines, *_early_lines(document)]
    rules = load("adoption")
    for at, line in enumerate(lines):
        if len(line.text) > _LONGEST_LINE or rules.match(line.text) is None:
            continue
        near = [line, *lines[at + 1 : at + 1 + _NEAR_LINES]]
        body = _BODY.search(line.text)
        by = _deciding(body[1]) if body else None
        dated = next((one for one in near[:2] if find_date(one.text)), None)
        labelled = [one for one in (*lines, *cover.running) if _LABELLED.search(one.text)]
        referring = next((one for one in (*near, *labelled) if _reference(one.text)), None)
        if by is not None or dated is not None:
            date = find_date(dated.text) if dated else None
            reference = _reference(referring.text) if referring else None
            told = [line, *(one for one in (dated, referring) if one is not None and one is not line)]
            return Adopted(by=by, date=date, reference=reference), list(dict.fromkeys(told))
    return Adopted(by=None, date=None, reference=None), []


def _deciding(text: str) -> str | None:
    """The deciding body in definite form with a capital."""
    if fold(text).endswith("fullmäktige"):
        return text.split()[-1].capitalize()
    names = boards_in(text)
    return names[0] if names else None


def without_dates(text: str) -> str:
    """A line without its full dates, whose years say nothing of the period.

    >>> without_dates("Plan 2025, antagen 2024-12-03")
    'Plan 2025, antagen '
    """
    return _DATES.sub("", text)


def _reference(text: str) -> str | None:
    found = _REFERENCE.search(_DATES.sub("", text))
    return (found[1] or found[2]).rstrip(".,;") if found else None


def _early_lines(document: Document) -> Iterator[CoverLine]:
    """Short lines of the first two pages' text: a plan without a cover tells its decision under the heading."""
    for section in document.sections[:3]:
        for block in section.blocks[:8]:
            if isinstance(block, Grid) or not block.places or block.places[0].page > 2:
                continue
            for line in block.lines:
                yield CoverLine(line.text, line.size, Place(line.page, line.bbox))
