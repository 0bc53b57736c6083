"""``planparse compare``: many plans in, what is alike, changed and came of it out."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from planparse.compare.comparison import Comparison
    from planparse.compare.documents import Document
    from planparse.compare.sources import Sources

Form = Literal["html", "xlsx", "csv", "json"]
_ENDINGS: dict[str, Form] = {".html": "html", ".xlsx": "xlsx", ".json": "json"}
_YEARS = re.compile(r"((?:19|20)\d\d)(?:-((?:19|20)\d\d))?")


def compare(
    sources: Annotated[
        list[Path], typer.Argument(help="Folders that planparse convert wrote, saved plans (.json), PDFs.")
    ],
    output: Annotated[
        str, typer.Option("--output", "-o", help="File (for csv a folder); - is standard output (json, html).")
    ],
    to: Annotated[Form | None, typer.Option(help="What to write; by the output's ending where left out.")] = None,
    board: Annotated[
        str | None, typer.Option(help="Only this board, by name or kind; the council's plans stay.")
    ] = None,
    municipality: Annotated[list[str] | None, typer.Option(help="Only this municipality, by name or code.")] = None,
    years: Annotated[str | None, typer.Option(help="Only documents of these years, as in 2018-2023.")] = None,
    peers: Annotated[str | None, typer.Option(help="Municipalities whose medians are told, as in 0183,0123.")] = None,
    groups: Annotated[
        Path | None, typer.Option(help="CSV of groups of municipalities: code, group, valid_from.")
    ] = None,
    population: Annotated[Path | None, typer.Option(help="CSV of inhabitants: code, year, population.")] = None,
    deflator: Annotated[
        Path | None, typer.Option(help="CSV of prices: year, index; the last year is the base.")
    ] = None,
    catalogue: Annotated[
        Path | None, typer.Option(help="Kolada's KPIs; by default what planparse kolada update fetched.")
    ] = None,
    kolada_values: Annotated[Path | None, typer.Option(help="Kolada's values; by default those fetched.")] = None,
    model: Annotated[bool, typer.Option("--model", help="Let a language model find goals reworded hard.")] = False,
    language: Annotated[Literal["sv", "en"], typer.Option(help="In which the report opens.")] = "sv",
    pictures: Annotated[
        bool, typer.Option(help="Cut pictures of the places out of PDFs that are at hand, for the report.")
    ] = True,
) -> None:
    """Compare goals, indicators and budgets across municipalities and years, each fact with its page and wording."""
    from planparse.compare.build import Options, Selection, compare_sources
    from planparse.compare.kolada import load_catalogue, load_values
    from planparse.compare.side_tables import read_side_tables

    form = _form(to, output)
    options = Options(
        Selection(board, tuple(municipality or ()), year_range(years)),
        tuple(part.strip() for part in peers.split(",")) if peers else (),
        read_side_tables(population, deflator, groups),
        load_catalogue(catalogue),
        tuple(load_values(kolada_values)),
        model,
    )
    read = read_plans(sources)
    comparison = compare_sources(read, options)
    if read.documents and not comparison.facts["documents"]:
        raise typer.BadParameter(_nothing_of(read), param_hint="--board, --municipality, --years")
    if form == "html":
        _write_text(output, _report(comparison, read if pictures else None, language))
    else:
        _write(comparison, form, output)
    facts = comparison.facts
    if facts["peers_missing"]:
        typer.echo(f"planparse: no document of the peers {', '.join(facts['peers_missing'])}", err=True)
    told = f"{facts['documents']} documents, {len(comparison.goals)} goals, {len(comparison.not_compared)} not compared"
    typer.echo(f"planparse: compared {told}", err=True)


def year_range(text: str | None) -> tuple[int, int] | None:
    """First and last year from "2018-2023" or "2020".

    >>> year_range("2018-2023"), year_range("2020"), year_range(None)
    ((2018, 2023), (2020, 2020), None)

    Raises:
        typer.BadParameter: the text is neither.
    """
    if text is None:
        return None
    found = _YEARS.fullmatch(text.strip().replace("–", "-"))
    if found is None or int(found[2] or found[1]) < int(found[1]):
        raise typer.BadParameter(f"{text!r} is no range of years such as 2018-2023", param_hint="--years")
    return int(found[1]), int(found[2] or found[1])


def read_plans(sources: list[Path]) -> Sources:
    """Saved plans as they are, PDFs parsed; a PDF that can't be read is a failure among the sources."""
    from planparse.compare.documents import Document
    from planparse.compare.sources import Failure, read_sources
    from planparse.errors import MissingFileError, PlanparseError
    from planparse.pipeline import parse

    parsed, failures, saved = [], [], []
    for source in sources:
        if source.suffix.casefold() != ".pdf":
            saved.append(source)
            continue
        try:
            parsed.append(Document(parse(source), str(source)))
        except MissingFileError:
            raise
        except PlanparseError as error:
            typer.echo(f"planparse: {error}", err=True)
            failures.append(Failure(str(source), f"{error.code}: {error.message}"))
    return read_sources([*saved, *parsed], failures)


def _form(to: Form | None, output: str) -> Form:
    form = to or _ENDINGS.get(Path(output).suffix.casefold())
    if form is None:
        raise typer.BadParameter("say html, xlsx, csv or json", param_hint="--to")
    if output == "-" and form in ("xlsx", "csv"):
        raise typer.BadParameter(f"{form} can't be written to standard output", param_hint="--output")
    return form


def _nothing_of(read: Sources) -> str:
    """That a selection leaves nothing, with what there is to choose from."""
    places = sorted({document.municipality or "unknown" for document in read.documents})
    years = sorted({document.start for document in read.documents if document.start is not None})
    told = f"{', '.join(places[:10])}{', …' if len(places) > 10 else ''}"
    return f"none of the {len(read.documents)} documents is of these; they are of {told}" + (
        f", years {years[0]} to {years[-1]}" if years else ""
    )


def _write(comparison: Comparison, form: Form, output: str) -> None:
    if form == "xlsx":
        comparison.to_xlsx(output)
    elif form == "csv":
        comparison.to_csv(output)
    else:
        _write_text(output, comparison.to_json())


def _report(comparison: Comparison, pictured: Sources | None, language: Literal["sv", "en"]) -> str:
    from planparse.report.comparison import html
    from planparse.showing.place_cuts import place_cuts

    files = {document.id: (document.plan, path) for document, path in _pdfs(pictured)} if pictured else {}
    return html(comparison, place_cuts(comparison, files) if files else None, language)


def _pdfs(sources: Sources) -> Iterator[tuple[Document, Path]]:
    """The documents with their PDF, where it is where it was read from or beside its saved plan."""
    for document in sources.documents:
        if document.path is None:
            continue
        path = Path(document.path)
        for found in (path, path.with_name(document.name), path.with_suffix(".pdf")):
            if found.suffix.casefold() == ".pdf" and found.is_file():
                yield document, found
                break


def _write_text(output: str, text: str) -> None:
    if output == "-":
        sys.stdout.write(text)
        return
    from planparse.model.writing import write_whole

    write_whole(Path(output), text)
