"""The table ``files`` that an archive has besides those of its plans: what became of each file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planparse.archive.outcomes import ManifestRow
from planparse.model.columns import Chain, Column, Part, PlanData, Table
from planparse.model.file_names import readable


def _chains(row: PlanData) -> Iterator[Chain]:
    severities = row["severities"]
    yield (
        {
            **row,
            "path": readable(row["path"]),
            "records": sum(row["records"].values()),
            "diagnostics": sum(row["diagnostics"].values()),
            "errors": severities.get("error", 0),
            "warnings": severities.get("warning", 0),
            "options": ", ".join(f"{name}={value}" for name, value in sorted(row["options"].items())),
        },
    )


FILES = Table(
    "files",
    "Filer",
    "One row a file of the archive, its plan's other names and files that failed too. Archives only.",
    (Part("row"),),
    _chains,
    (
        Column("path", "text", "Sökväg", "Path or URL of the file.", "row.path"),
        Column("status", "text", "Status", "converted, converted_with_doubts or failed.", "row.status"),
        Column("plan_id", "text", "Plan-id", "The plan: plans.plan_id; several files may be one.", "row.plan_id"),
        Column("sha256", "text", "SHA-256", "SHA-256 of the file, hex.", "row.sha256"),
        Column("byte_size", "integer", "Filstorlek", "Size of the file.", "row.byte_size", "bytes"),
        Column("error", "text", "Fel", "Code of the error of a failed file.", "row.error"),
        Column("message", "text", "Felmeddelande", "The error in words.", "row.message"),
        Column("pages", "integer", "Antal sidor", "Pages of the file.", "row.pages", "pages"),
        Column("seconds", "number", "Sekunder", "How long it took.", "row.seconds", "s"),
        Column("peak_memory", "integer", "Minne", "The most memory that it took.", "row.peak_memory", "bytes"),
        Column("records", "integer", "Antal poster", "Records read.", "row.records"),
        Column("diagnostics", "integer", "Antal anmärkningar", "Diagnostics.", "row.diagnostics"),
        Column("errors", "integer", "Antal felanmärkningar", "Diagnostics that are errors.", "row.errors"),
        Column("warnings", "integer", "Antal varningar", "Diagnostics that are warnings.", "row.warnings"),
        Column("planparse", "text", "Programversion", "Version of planparse.", "row.planparse"),
        Column("schema_version", "text", "Modellversion", "Version of the model.", "row.schema_version"),
        Column("options", "text", "Inställningar", "Options of the conversion.", "row.options"),
        Column("finished", "text", "Klar", "When it was converted, ISO date-time (UTC).", "row.finished"),
    ),
)


def file_row(row: ManifestRow) -> tuple[Any, ...]:
    """The table's row for a row of the manifest."""
    return FILES.rows(row.as_dict())[0]
