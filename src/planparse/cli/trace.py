"""``planparse trace``: one goal or indicator through the years."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from planparse.cli.search import require_words, show_table


def trace(
    source: Annotated[Path, typer.Argument(help="A folder that planparse convert wrote, or a saved plan.")],
    query: Annotated[str, typer.Argument(help="What to follow, in words: försörjningsstöd.")],
    municipality: Annotated[list[str] | None, typer.Option(help="Only this municipality, by name or code.")] = None,
    board: Annotated[str | None, typer.Option(help="Only this board, by name or kind.")] = None,
    to: Annotated[Literal["text", "json", "csv"], typer.Option(help="For eyes, or for programs.")] = "text",
    model: Annotated[bool, typer.Option("--model", help="Let a language model help.")] = False,
) -> None:
    """Follow a goal or indicator through the years: wordings, targets and outcomes, each with its page."""
    from planparse.compare.tracing import trace as follow

    require_words(query)
    found = follow(source, query, municipality=municipality or (), board=board, model=model)
    columns = ["thread", "record", "municipality", "year", "text", "role", "raw", "change", "document", "page"]
    show_table(found, to, columns)
