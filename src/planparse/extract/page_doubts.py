"""Doubts that come with pages and tables rather than with records: what could not be read, or went into no cell."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.extract.claims import ClaimedTable
from planparse.extract.doubts import doubt
from planparse.extract.number_tables import read_number_table
from planparse.layout.blocks import Place
from planparse.model import Diagnostic
from planparse.outline.document import Document

_MESSAGES = {
    "page_unreadable": "the page could not be read: the file is damaged there",
    "page_limit": "the page has more objects than planparse reads; it was left out",
    "page_no_text": "the page is a picture without text: it needs OCR",
    "text_suspect": "the page's text layer does not read as text: its fonts may lack their code tables",
}
_LOST = ("page_unreadable", "page_limit", "page_no_text", "text_suspect")


def page_doubts(document: Document) -> list[Diagnostic]:
    """One diagnostic for each problem of a page."""
    return [
        doubt(
            code,
            _MESSAGES.get(code, "the page was read in part only"),
            [Place(page.number, (0.0, 0.0, page.width, page.height))],
        )
        for page in document.pages
        for code in page.problems
    ]


def lost_pages(document: Document) -> list[int]:
    """The pages of which text was lost or never there."""
    return [page.number for page in document.pages if any(code in _LOST for code in page.problems)]


def table_doubts(tables: Sequence[ClaimedTable]) -> list[Diagnostic]:
    """A diagnostic for words of a table's region that no cell took, and for figures that are no kind of record."""
    out = []
    for table in tables:
        if table.kind == "other" and (figures := read_number_table(table.grid)) is not None:
            message = f"{len(figures.lines)} lines of figures under heads that name no year, budget or indicator"
            out.append(doubt("table_unclaimed", message, table.grid.places, refs=[table.id]))
        if table.grid.loose:
            words = " ".join(word.text for word in table.grid.loose[:8])
            message = f"{len(table.grid.loose)} words of the table's region stand in no cell: {words}"
            out.append(doubt("word_outside_cells", message, table.grid.places, refs=[table.id]))
    return out
