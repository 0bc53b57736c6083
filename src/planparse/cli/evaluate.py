"""``planparse evaluate``: parse the gold's documents, or take saved output, and score it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

Reader = Literal["pdfium", "pdfplumber"]


def evaluate(
    gold_dir: Annotated[Path, typer.Argument(help="Folder of gold files (*.json).")],
    plans_dir: Annotated[Path, typer.Argument(help="Folder of the PDFs that they are for; sub-folders too.")],
    saved: Annotated[
        Path | None, typer.Option(help="Score the saved output (NAME.json) in this folder; parse nothing.")
    ] = None,
    json_file: Annotated[
        Path | None, typer.Option("--json", help="Write all counts and misses to this file; - is standard output.")
    ] = None,
    floors: Annotated[Path | None, typer.Option(help="TOML file of floors: exit 1 where a score is under one.")] = None,
    floor_set: Annotated[
        str | None, typer.Option("--set", help="Table of the floors file; else the one named as a folder given.")
    ] = None,
    reader: Annotated[Reader, typer.Option(help="The PDF library that reads the pages.")] = "pdfium",
    only: Annotated[list[str] | None, typer.Option(help="Only documents with this in their name; repeatable.")] = None,
    parts: Annotated[bool, typer.Option("--parts", help="Show each attribute and fact on its own.")] = False,
    documents: Annotated[bool, typer.Option("--documents", "-v", help="Show a table of documents.")] = False,
    missed: Annotated[bool, typer.Option("--missed", help="Show what was missed and what is extra.")] = False,
) -> None:
    """Score plans against gold: precision, recall and F1 for each field."""
    from planparse.cli.scoring import Scoring, load_told, show, write_json
    from planparse.errors import UnderFloorsError
    from planparse.evaluate import as_json, load_gold_folder, report, shortfalls

    told = load_told(floors, floor_set, gold_dir, plans_dir)
    golds = [gold for gold in load_gold_folder(gold_dir) if not only or any(part in gold.name for part in only)]
    if not golds:
        raise typer.BadParameter("no gold document has that in its name", param_hint="--only")
    scoring = Scoring(plans_dir, saved, reader, explain=missed or json_file is not None)
    result = scoring.summary(golds, told.checks_only)
    under = shortfalls(result, told.floors, saved=saved is not None)
    header = scoring.header(gold_dir)
    rendered = report(header, result, floors=told.floors, parts=parts, documents=documents, missed=missed)
    show(rendered, aside=str(json_file) == "-")
    if json_file:
        write_json(json_file, as_json(header, result, under))
    if under:
        raise UnderFloorsError("under the floors: " + "; ".join(map(str, under)), file=str(floors))
    if scoring.first_failure:
        raise scoring.first_failure
