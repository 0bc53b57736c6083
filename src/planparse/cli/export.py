"""``planparse export``: an archive's tables in files for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer


def export(
    out: Annotated[str, typer.Argument(help="Folder or URL that planparse convert wrote.")],
    to: Annotated[Literal["parquet", "csv", "xlsx", "duckdb"], typer.Option(help="What to write.")],
    target: Annotated[Path, typer.Option("--output", "-o", help="Folder (parquet, csv) or file (xlsx, duckdb).")],
    decimal_comma: Annotated[
        bool, typer.Option("--decimal-comma", help="CSV for a Swedish Excel: decimal comma, fields set off by ;")
    ] = False,
    headings: Annotated[Literal["sv", "en"], typer.Option(help="Excel: language of headings and sheets.")] = "sv",
) -> None:
    """Write an archive's tables as Parquet, CSV, Excel or DuckDB, with a description for programs beside them."""
    from planparse.archive.archive import Archive
    from planparse.archive.exports import Wishes
    from planparse.archive.exports import export as export_tables

    for note in export_tables(Archive(out), to, target, Wishes(decimal_comma=decimal_comma, headings=headings)):
        typer.echo(f"planparse: {note}", err=True)
