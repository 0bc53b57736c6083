"""What the document is: title, type, municipality, board, period, decision; with the places that say so.

Verksamhetsplan 2025          the cover's largest lines: title, and from its words type and period
Socialnämnden                 board
Antagen av nämnden 2024-12-03, § 114, SN 2024/0311
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from planparse.extract.context import locations
from planparse.extract.cover import Cover, CoverLine, read_cover
from planparse.extract.decision import find_decision, without_dates
from planparse.extract.issuer import find_board, find_municipality
from planparse.model import Adopted, Board, Location, Municipality, Period
from planparse.model.terms import DocumentType
from planparse.outline.document import Document
from planparse.rules.fold import fold
from planparse.rules.load import load
from planparse.values.dates import years_in
from planparse.values.titles import document_type as type_of_title


@dataclass(frozen=True, slots=True)
class Metadata:
    """The Plan's single facts; ``field_locations`` names the places of those that a page prints."""

    title: str | None
    document_type: DocumentType | None
    municipality: Municipality
    board: Board | None
    period: Period
    adopted: Adopted
    field_locations: dict[str, list[Location]] = field(default_factory=dict)


def read_metadata(document: Document) -> Metadata:
    """The metadata of a document, from its cover outwards: title, cover, running heads, then the text."""
    cover = read_cover(document)
    kind, kind_line = _document_type(cover)
    board, board_line = find_board(document, cover)
    municipality, municipality_line = find_municipality(document, cover)
    period, period_line = _period(cover, kind)
    adopted, adopted_lines = find_decision(document, cover)
    places = {
        "title": cover.title_lines,
        "document_type": [kind_line] if kind_line else [],
        "board": [board_line] if board_line else [],
        "municipality": [municipality_line] if municipality_line else [],
        "period": [period_line] if period_line else [],
        "adopted": adopted_lines,
    }
    return Metadata(
        title=cover.title,
        document_type=kind,
        municipality=municipality,
        board=board,
        period=period,
        adopted=adopted,
        field_locations={
            name: locations([line.place for line in lines if line.place is not None])
            for name, lines in places.items()
            if any(line.place is not None for line in lines)
        },
    )


def _document_type(cover: Cover) -> tuple[DocumentType, CoverLine | None]:
    """The title's first type word; else the cover's, else that of the running heads."""
    told = " ".join(line.text for line in cover.title_lines) or (cover.title or "")
    kind = type_of_title(told)
    if kind is not None and kind != "ovrigt":
        return kind, cover.title_lines[0] if cover.title_lines else None
    if kind is None:
        for line in (*cover.lines, *cover.running):
            found = type_of_title(line.text)
            if found is not None:
                return found, line
    return "ovrigt", cover.title_lines[0] if kind and cover.title_lines else None


def _period(cover: Cover, kind: DocumentType) -> tuple[Period, CoverLine | None]:
    """The years of the title or cover, a range before a single year; a report's period is its year."""
    report = kind in ("arsredovisning", "delarsrapport")
    title = [replace(cover.title_lines[0], text=cover.title or "")] if cover.title_lines else []
    groups: Sequence[Sequence[CoverLine]] = (title, cover.lines, cover.running)
    for lines in groups:
        told = [(line, _plan_years(line.text, report)) for line in lines]
        ranges = [(line, years) for line, years in told if len(years) > 1]
        single = [(line, years) for line, years in told if len(years) == 1]
        for line, years in [*ranges, *single]:
            if report and len(years) > 1:
                continue
            return Period(start=min(years), end=max(years)), line
    return Period(start=None, end=None), None


def _plan_years(text: str, report: bool) -> list[int]:
    """The years of a line that may be the plan's: not a date's, not those of what it looks back on."""
    kept = without_dates(text)
    if not report and (found := load("looking_back").match(kept)) is not None:
        kept = found.regex.sub(" ", fold(kept))
    return sorted(set(years_in(kept)))
