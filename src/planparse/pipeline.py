"""The whole way from a PDF to a Plan, on one screen.

file ──pdf──▶ pages ──layout──▶ blocks ──outline──▶ document ──extract──▶ records ──checks──▶ plan
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib.metadata import version
from operator import index
from typing import Any, BinaryIO, Literal

from planparse.checks import check_budgets, unread_values
from planparse.coverage import coverage_of
from planparse.errors import CorruptPdfError, NoTextLayerError
from planparse.extract.amounts import extract_amounts
from planparse.extract.assignments import claim_assignments, extract_assignments
from planparse.extract.budgets import claim_budget, extract_budgets
from planparse.extract.calendar import claim_calendar, extract_calendar
from planparse.extract.claims import Claimant, claim_tables
from planparse.extract.context import Context, shared_locations
from planparse.extract.controls import claim_controls, extract_controls
from planparse.extract.goal_claims import claim_goal_table
from planparse.extract.goals import extract_goals
from planparse.extract.guarantees import claim_guarantees, extract_guarantees
from planparse.extract.metadata import read_metadata
from planparse.extract.page_doubts import lost_pages, page_doubts, table_doubts
from planparse.extract.sections import section_records, table_records
from planparse.extract.services import extract_services
from planparse.extract.volumes import claim_volumes, extract_volumes
from planparse.garbage import collecting_seldom
from planparse.layout.blocks import PageLayout
from planparse.layout.pages import lay_out
from planparse.model import Ids, Parser, Plan, Source, SourcePage
from planparse.model.making import lean
from planparse.model.terms import RECORD_KINDS
from planparse.ocr.doubtful import ocr_diagnostics
from planparse.ocr.engine import INSTALL, EngineName
from planparse.ocr.placing import place_on_pages
from planparse.ocr.reading import OcrChoice, OcrMode, read_pages
from planparse.outline.build import outline
from planparse.outline.document import Document
from planparse.pdf.reader import open_pdf

PdfInput = str | os.PathLike[str] | bytes | BinaryIO

CLAIMANTS: tuple[Claimant, ...] = (
    claim_controls,
    claim_calendar,
    claim_guarantees,
    claim_goal_table,
    claim_assignments,
    claim_budget,
    claim_volumes,
)
"""In the order in which equally sure claims win."""


@collecting_seldom()
def parse(
    source: PdfInput,
    *,
    pages: Iterable[int] | None = None,
    password: str | None = None,
    reader: Literal["pdfium", "pdfplumber"] = "pdfium",
    file_name: str | None = None,
    ocr: OcrMode = "auto",
    ocr_engine: EngineName | None = None,
    on_opened: Callable[[int], None] | None = None,
    on_ocr: Callable[[int], None] | None = None,
) -> Plan:
    """Reads a plan.

    Args:
        source: a path, a PDF's bytes, or a binary file object.
        pages: only these file pages (1-based); all where None.
        password: for an encrypted file.
        reader: the PDF library that reads the pages.
        file_name: what to call the source in messages and in ``source.file_name``, where it is no path.
        ocr: "auto" reads pages without a usable text layer from their pictures, where an engine is installed; "force"
            reads all pages so, "off" none.
        ocr_engine: "rapidocr" (the default) or "tesseract".
        on_opened: called with the number of the file's pages, before any is read.
        on_ocr: called before each page that is read by OCR, with how many these are by then.

    Raises:
        PlanparseError: of a kind for each thing that can be wrong with the file (see :mod:`planparse.errors`).
    """
    wanted = _page_numbers(pages) if pages is not None else None
    choice = OcrChoice(ocr, ocr_engine, on_ocr)
    document = open_document(
        source,
        pages=wanted,
        password=password,
        reader=reader,
        file_name=file_name,
        ocr=choice,
        on_opened=on_opened,
    )
    options = {"reader": reader, "pages": wanted, "ocr": ocr} | ({"ocr_engine": ocr_engine} if ocr_engine else {})
    plan = read_document(document, options)
    return plan.remember_file(source) if isinstance(source, str | os.PathLike) else plan


def _page_numbers(pages: Iterable[int]) -> list[int]:
    if isinstance(pages, str | bytes) or not isinstance(pages, Iterable):
        raise TypeError(f"pages are whole numbers, as in pages=[1, 3] or range(1, 4), not {pages!r}")
    numbers = [index(page) for page in pages]
    if not numbers:
        raise ValueError("pages names no page; leave it out for all pages")
    return sorted(set(numbers))


def open_document(
    source: PdfInput,
    *,
    pages: Sequence[int] | None = None,
    password: str | None = None,
    reader: Literal["pdfium", "pdfplumber"] = "pdfium",
    file_name: str | None = None,
    ocr: OcrChoice | None = None,
    on_opened: Callable[[int], None] | None = None,
) -> Document:
    """The document under its sections, before any record is read from it; takes and raises what ``parse`` does."""
    with open_pdf(source, password=password, reader=reader, file_name=file_name) as file:
        if on_opened is not None:
            on_opened(file.page_count)
        layouts = lay_out(read_pages(file, pages, ocr))
        # After the pages: tagged headings are found while these are read.
        facts = file.facts
    _require_text(layouts, facts.file_name, ocr or OcrChoice())
    return outline(layouts, facts)


@shared_locations()
def read_document(document: Document, options: dict[str, Any] | None = None) -> Plan:
    """The records of a document, linked and checked."""
    metadata = read_metadata(document)
    context = Context(
        document_type=metadata.document_type,
        board=metadata.board.name if metadata.board else None,
        municipality=metadata.municipality.name,
        year=metadata.period.start,
        end_year=metadata.period.end,
        ids=Ids(section.id for section in document.sections),
    )
    tables = claim_tables(document, context, CLAIMANTS)
    budgets, budget_doubts = extract_budgets(tables, document, context)
    controls, control_doubts = extract_controls(tables, context)
    found = extract_goals(tables, document, context)
    doubts = [*page_doubts(document), *table_doubts(tables), *budget_doubts, *control_doubts, *found.diagnostics]
    plan = Plan(
        parser=Parser(name="planparse", version=_version(), options=options or {}),
        source=_source(document),
        title=metadata.title,
        document_type=metadata.document_type,
        municipality=metadata.municipality,
        board=metadata.board,
        period=metadata.period,
        adopted=metadata.adopted,
        field_locations=metadata.field_locations,
        sections=section_records(document),
        goals=found.goals,
        indicators=found.indicators,
        activities=found.activities,
        assignments=extract_assignments(tables, document, context),
        guarantees=extract_guarantees(tables, document, context),
        budgets=budgets,
        volumes=extract_volumes(tables, context),
        controls=controls,
        calendar=extract_calendar(tables, document, context),
        services=extract_services(document, context),
        amounts=extract_amounts(document, context),
        tables=table_records(tables),
    )
    plan.diagnostics = [*doubts, *check_budgets(plan.budgets), *unread_values([*plan.indicators, *plan.volumes])]
    for name in RECORD_KINDS:
        for record in getattr(plan, name):
            lean(record)
    plan.coverage = coverage_of(plan, lost_pages(document))
    scans = {page.number: page.scan for page in document.pages if page.scan is not None}
    if scans:
        plan.diagnostics += ocr_diagnostics(plan, scans)
        place_on_pages(plan, scans)
    return plan


@cache
def _version() -> str:
    """Of this package; looking for it takes as long as reading half a page."""
    return version("planparse")


def _require_text(layouts: Sequence[PageLayout], file_name: str, ocr: OcrChoice) -> None:
    if any(page.text_layer == "embedded" or page.blocks or page.furniture for page in layouts):
        return
    if any("page_unreadable" in page.problems or "page_limit" in page.problems for page in layouts):
        message = "no page can be read: the file is damaged or its pages are beyond the limits; try another copy of it"
        raise CorruptPdfError(message, file=file_name)
    if any(page.text_layer == "ocr" for page in layouts):
        message = "has no text layer on any page, and OCR finds no text in its pictures"
    elif ocr.mode == "off":
        message = "has no text layer on any page (a scan), and OCR is off: leave that out to have it read"
    else:
        message = f"has no text layer on any page (a scan): to read it install the extra ocr: {INSTALL}"
    raise NoTextLayerError(message, file=file_name)


def _source(document: Document) -> Source:
    facts = document.facts
    return Source(
        file_name=facts.file_name,
        sha256=facts.sha256,
        byte_size=facts.byte_size,
        page_count=facts.page_count,
        producer=facts.producer,
        created=facts.created,
        pdf_version=facts.pdf_version,
        pdfa=facts.pdfa,
        tagged=facts.tagged,
        language=facts.language,
        pages=[
            lean(
                SourcePage(
                    number=page.number,
                    width=round(page.scan.width if page.scan else page.width, 2),
                    height=round(page.scan.height if page.scan else page.height, 2),
                    rotation=page.rotation,
                    label=page.label,
                    text_layer=page.text_layer,  # type: ignore[arg-type]
                )
            )
            for page in document.pages
        ],
    )
