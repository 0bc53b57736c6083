"""``planparse search``: goals and indicators by meaning, across plans."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    import pandas as pd


def search(
    source: Annotated[Path, typer.Argument(help="A folder that planparse convert wrote, or a saved plan.")],
    query: Annotated[str, typer.Argument(help="What to look for, in words: trygghet i hemtjänsten.")],
    limit: Annotated[int, typer.Option("-n", "--limit", min=1, help="How many to show.")] = 20,
    to: Annotated[Literal["text", "json", "csv"], typer.Option(help="For eyes, or for programs.")] = "text",
    model: Annotated[bool, typer.Option("--model", help="Let a language model help.")] = False,
) -> None:
    """Find goals and indicators by meaning, the nearest first."""
    from planparse.compare.finding import search as find

    require_words(query)
    found = find(source, query, limit=limit, model=model)
    show_table(found, to, ["score", "record", "text", "municipality", "board", "year", "document", "page"])


def require_words(query: str) -> None:
    """Raises typer.BadParameter for a query without a word in it."""
    if not any(map(str.isalnum, query)):
        raise typer.BadParameter("say in words what to look for", param_hint="QUERY")


def show_table(frame: pd.DataFrame, to: Literal["text", "json", "csv"], columns: list[str]) -> None:
    """Prints a table: some columns for eyes, all of them for programs."""
    if to == "json":
        sys.stdout.write(frame.to_json(orient="records", force_ascii=False, indent=1) + "\n")
        return
    if to == "csv":
        sys.stdout.write(frame.to_csv(index=False))
        return
    if frame.empty:
        typer.echo("planparse: nothing found", err=True)
        return
    from rich.console import Console
    from rich.table import Table

    # Only the wordings fold; all else is short.
    table = Table(*columns, box=None)
    for row in frame[columns].itertuples(index=False):
        table.add_row(*(_cell(value) for value in row))
    Console(width=None if sys.stdout.isatty() else 160, highlight=False).print(table)


def _cell(value: object) -> str:
    import pandas as pd
    from rich.markup import escape

    if pd.isna(value):  # type: ignore[call-overload]
        return ""
    return f"{value:.2f}" if isinstance(value, float) else escape(str(value))
