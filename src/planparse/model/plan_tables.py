"""Tidy tables of the document as a whole: the plan, its sections, its doubts, what could not be read."""

from __future__ import annotations

from planparse.model.chains import coverage_chains, diagnostic_chains, plan_chains, record_chains
from planparse.model.columns import Column, Part, Table
from planparse.model.plan import Plan
from planparse.model.records import Section
from planparse.model.shared_columns import ISSUER, id_column, record_table
from planparse.model.source import (
    Adopted,
    Board,
    Coverage,
    Diagnostic,
    Municipality,
    Parser,
    Period,
    Registered,
    Source,
)

PLANS = Table(
    "plans",
    "Planer",
    "One row a plan: the document as a whole.",
    (
        Part("plan"),
        Part("document", Plan),
        Part("municipality", Municipality),
        Part("board", Board),
        Part("period", Period),
        Part("adopted", Adopted),
        Part("source", Source),
        Part("parser", Parser),
        Part("registered", Registered),
    ),
    plan_chains,
    (
        *ISSUER,
        Column("title", "text", "Titel", "Title as printed.", "document.title"),
        Column("county", "text", "Län", "County of the municipality.", "municipality.county"),
        Column("board_kind", "text", "Nämndtyp", "Kind of board.", "board.kind"),
        Column("period_end", "integer", "Planens sista år", "Last year that the plan covers.", "period.end", "year"),
        Column("adopted_by", "text", "Antagen av", "Who adopted it.", "adopted.by"),
        Column("adopted_date", "text", "Antagen datum", "When, ISO date.", "adopted.date"),
        Column("adopted_reference", "text", "Diarienummer", "Diary number.", "adopted.reference"),
        Column("file_name", "text", "Fil", "The file's name.", "source.file_name"),
        Column("sha256", "text", "SHA-256", "SHA-256 of the file, hex.", "source.sha256"),
        Column("byte_size", "integer", "Filstorlek", "Size of the file.", "source.byte_size", "bytes"),
        Column("page_count", "integer", "Antal sidor", "Pages of the file.", "source.page_count", "pages"),
        Column("producer", "text", "Skapad med", "The PDF's producer.", "source.producer"),
        Column("created", "text", "Skapad", "When the PDF was made, ISO date-time.", "source.created"),
        Column("pdf_version", "text", "PDF-version", "Version of PDF.", "source.pdf_version"),
        Column("pdfa", "text", "PDF/A", "Conformance to PDF/A that the file claims.", "source.pdfa"),
        Column("tagged", "boolean", "Taggad", "The PDF is tagged.", "source.tagged"),
        Column("language", "text", "Språk", "Language that the PDF states.", "source.language"),
        Column("schema_version", "text", "Modellversion", "Version of the model.", "document.schema_version"),
        Column("parser", "text", "Program", "What read the plan.", "parser.name"),
        Column("parser_version", "text", "Programversion", "Its version.", "parser.version"),
        Column("register_path", "text", "Register: fil", "The register's path of the file.", "registered.path"),
        Column("register_url", "text", "Register: länk", "Where the file was fetched.", "registered.url"),
        Column("register_retrieved", "text", "Register: hämtad", "When it was fetched.", "registered.retrieved"),
        Column("register_municipality", "text", "Register: kommun", "As registered.", "registered.municipality"),
        Column("register_board", "text", "Register: nämnd", "As registered.", "registered.board"),
        Column("register_document_type", "text", "Register: typ", "As registered.", "registered.document_type"),
        Column("register_year", "integer", "Register: år", "As registered.", "registered.year", "year"),
        Column("register_status", "text", "Register: status", "State of the version.", "registered.status"),
        Column("register_used", "text", "Ur registret", "Fields that only the register tells.", "registered.used"),
    ),
)

SECTIONS = record_table(
    "sections",
    "Avsnitt",
    "One row a section.",
    (Part("section", Section),),
    record_chains("sections"),
    (
        id_column("section"),
        Column("number", "text", "Nummer", "Number as printed.", "section.number"),
        Column("title", "text", "Rubrik", "Heading.", "section.title"),
        Column("level", "integer", "Nivå", "1 is the outermost.", "section.level"),
        Column("parent_id", "text", "Överordnat", "The section around it: sections.id.", "section.parent_id"),
        Column("section_board", "text", "Avsnittets nämnd", "Board of the section.", "section.board"),
        Column("text", "text", "Text", "Running text, without sub-sections and tables.", "section.text"),
        Column("page_start", "integer", "Första sidan", "First page.", "section.page_start", "page"),
        Column("page_end", "integer", "Sista sidan", "Last page.", "section.page_end", "page"),
    ),
)

DIAGNOSTICS = record_table(
    "diagnostics",
    "Anmärkningar",
    "One row a doubt: what could not be read, or does not add up.",
    (Part("diagnostic", Diagnostic),),
    diagnostic_chains,
    (
        Column("code", "text", "Kod", "What is the matter.", "diagnostic.code"),
        Column("severity", "text", "Allvar", "How grave it is.", "diagnostic.severity"),
        Column("message", "text", "Meddelande", "The same in words.", "diagnostic.message"),
        Column("refs", "text", "Gäller", "Ids of the objects concerned, a space between.", "diagnostic.refs"),
    ),
)

COVERAGE = record_table(
    "coverage",
    "Täckning",
    "One row a kind of record: found, not there, or not readable.",
    (Part("coverage", Coverage),),
    coverage_chains,
    (
        Column("kind", "text", "Slag", "Kind of record.", "coverage.kind"),
        Column("state", "text", "Läge", "Whether it was found.", "coverage.state"),
        Column("pages", "text", "Sidor", "Where found, or what could not be read.", "coverage.pages"),
    ),
)
