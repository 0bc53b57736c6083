"""``planparse kolada``: fetch Kolada's catalogue of KPIs, and its values for plans at hand, into the user's cache."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

kolada = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Fetch from Kolada; nothing else goes online.")


@kolada.command()
def update(
    catalogue: Annotated[Path | None, typer.Option(help="Write the catalogue here instead of into the cache.")] = None,
) -> None:
    """Fetch Kolada's catalogue of KPIs."""
    from planparse.compare.kolada import client, fetch_catalogue, save_catalogue

    with client() as http:
        kpis = fetch_catalogue(http)
    typer.echo(f"planparse: {len(kpis)} KPIs in {save_catalogue(kpis, catalogue)} (source: Kolada)", err=True)


@kolada.command()
def values(
    sources: Annotated[list[Path], typer.Argument(help="Folders that planparse convert wrote, saved plans, PDFs.")],
    catalogue: Annotated[Path | None, typer.Option(help="The catalogue, where it is not in the cache.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write the values here instead of into the cache.")
    ] = None,
) -> None:
    """Fetch Kolada's own values for the KPIs that the plans' indicators are, for their municipalities and years."""
    from planparse.cli.compare import read_plans
    from planparse.compare.build import Options, compare_sources
    from planparse.compare.kolada import client, fetch_values, load_catalogue, save_values
    from planparse.errors import KoladaError

    known = load_catalogue(catalogue)
    if known is None:
        raise KoladaError("there is no catalogue yet: run planparse kolada update, or give --catalogue FILE")
    rows = compare_sources(read_plans(sources), Options(catalogue=known)).indicators
    linked = rows[rows["kolada_link"].isin(["printed", "certain"]) & rows["year"].notna()]
    codes = [str(code) for code in linked["municipality_code"].dropna().unique()]
    years = [int(year) for year in linked["year"].unique()]
    with client() as http:
        found = fetch_values(http, [str(kpi) for kpi in linked["kolada_id"].unique()], codes, years)
    typer.echo(f"planparse: {len(found)} values in {save_values(found, output)} (source: Kolada)", err=True)
