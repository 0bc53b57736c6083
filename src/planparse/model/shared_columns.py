"""Columns that many of the tidy tables have: whose plan it is, where a row stands, ids, quantities."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from planparse.model.columns import Chain, Column, Part, PlanData, Table

ISSUER = (
    Column("plan_id", "text", "Plan-id", "The plan: the first 16 hex digits of its file's SHA-256.", "plan.plan_id"),
    Column("municipality", "text", "Kommun", "Name without 'kommun' or 'stad'.", "plan.municipality"),
    Column("municipality_code", "text", "Kommunkod", "SCB's four digits.", "plan.municipality_code"),
    Column("board", "text", "Nämnd", "Board in definite form; empty: the whole municipality.", "plan.board"),
    Column("document_type", "text", "Dokumenttyp", "Kind of document.", "plan.document_type"),
    Column("plan_year", "integer", "Planår", "First year that the plan covers.", "plan.plan_year", "year"),
    Column("superseded", "boolean", "Ersatt", "The register has a later version of this plan.", "plan.superseded"),
)
_PLACE = (
    Column("page", "integer", "Sida i filen", "Page of the file, from 1.", "place.page", "page"),
    Column("page_label", "text", "Tryckt sida", "Page number as printed on that page.", "place.page_label"),
)
_ID_ABOUT = "Id, made from the content; unique within its plan."


def record_table(
    name: str,
    heading: str,
    about: str,
    parts: tuple[Part, ...],
    chains: Callable[[PlanData], Iterable[Chain]],
    columns: tuple[Column, ...],
) -> Table:
    """A table of records: its columns between those of the issuer and those of the place."""
    every = (Part("plan"), *parts, Part("place"))
    return Table(name, heading, about, every, chains, (*ISSUER, *columns, *_PLACE))


def id_column(part: str) -> Column:
    return Column("id", "text", "Id", _ID_ABOUT, f"{part}.id")


def section_column(part: str) -> Column:
    return Column(
        "section_id", "text", "Avsnitts-id", "The section that it stands in: sections.id.", f"{part}.section_id"
    )


def quantity_columns(prefix: str = "", part: str = "quantity", word: str = "") -> tuple[Column, ...]:
    """The columns of a quantity; ``word`` goes before their Swedish headings."""

    def heading(text: str) -> str:
        return f"{word} {text.lower()}" if word else text

    return (
        Column(f"{prefix}raw", "text", heading("Som tryckt"), "The cell as printed.", f"{part}.raw"),
        Column(
            f"{prefix}value",
            "number",
            heading("Värde"),
            "The number; money multiplied out.",
            f"{part}.value",
            f"see {prefix}unit",
        ),
        Column(
            f"{prefix}upper",
            "number",
            heading("Övre gräns"),
            "Upper end of a range.",
            f"{part}.upper",
            f"see {prefix}unit",
        ),
        Column(
            f"{prefix}unit",
            "text",
            heading("Enhet"),
            "percent, SEK, SEK/inhabitant, SEK/user, days, hours, months, index, count or the printed unit.",
            f"{part}.unit",
        ),
        Column(f"{prefix}comparator", "text", heading("Jämförelse"), "How the value is meant.", f"{part}.comparator"),
        Column(
            f"{prefix}reference",
            "text",
            heading("Jämförs med"),
            "What a relative target is measured against: previous_year, or a year.",
            f"{part}.reference",
        ),
        Column(
            f"{prefix}cell_year",
            "integer",
            heading("År i cellen"),
            "Year printed inside the cell.",
            f"{part}.year",
            "year",
        ),
        Column(f"{prefix}note", "text", heading("Anmärkning"), "What else stands in the cell.", f"{part}.note"),
    )


VALUE = (
    Column("role", "text", "Roll", "Whether a target, an outcome or another.", "value.role"),
    Column("year", "integer", "År", "Year that the value is for.", "value.year", "year"),
    Column("as_of", "text", "Till och med", "Printed end of a part-year, ISO date.", "value.as_of"),
    Column("gender", "text", "Kön", "K women, M men, T both, where the table is split so.", "value.gender"),
    Column("column", "text", "Kolumn", "Column head as printed.", "value.column"),
)
