"""``planparse convert``: whole archives in, a folder of plans and a manifest out."""

from __future__ import annotations

import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from planparse.cli.ocr_options import OcrEngine, OcrMode

if TYPE_CHECKING:
    from planparse.archive.conversion import Conversion


def convert(
    archive: Annotated[
        list[str],
        typer.Argument(help="Files, folders (with all below), globs, lists of paths (.txt, @FILE), or fsspec URLs."),
    ],
    out: Annotated[str, typer.Option("--output", "-o", help="Folder or URL for plans and manifest.")],
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, help="Worker processes; default: all cores.")
    ] = None,
    redo: Annotated[
        Literal["outdated", "failed", "all"],
        typer.Option(
            help="Of what is there convert again: what another version or other options made (outdated), also what "
            "failed, or all."
        ),
    ] = "outdated",
    register: Annotated[
        Path | None, typer.Option(help="CSV of what is known of each file: path, municipality, board, year, status, …")
    ] = None,
    engine: Annotated[Literal["local", "dask"], typer.Option(help="Who does the work.")] = "local",
    scheduler: Annotated[str | None, typer.Option(help="Of the Dask cluster: tcp://host:8786.")] = None,
    reader: Annotated[Literal["pdfium", "pdfplumber"], typer.Option(help="The PDF library.")] = "pdfium",
    ocr: OcrMode = "auto",
    ocr_engine: OcrEngine = None,
    timeout: Annotated[float, typer.Option(min=0.001, help="Seconds that a file may take.")] = 120.0,
    page_timeout: Annotated[float, typer.Option(min=0, help="Seconds more for each of its pages.")] = 1.0,
    memory: Annotated[str, typer.Option(help="Memory that a file may take.")] = "2GiB",
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show a line for each file.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show nothing but errors.")] = False,
) -> None:
    """Convert an archive; stop it at any time, run it again to go on.

    Exit codes: 0 all is converted, 14 some files failed, 15 all failed, 16 another run is at work, 130 stopped.
    """
    from planparse.archive.conversion import convert as convert_all
    from planparse.archive.limits import Limits, byte_count

    if engine == "dask" and scheduler is None:
        raise typer.BadParameter("--engine dask needs the address of its scheduler", param_hint="--scheduler")
    try:
        limits = Limits(seconds=timeout, seconds_per_page=page_timeout, memory=byte_count(memory))
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--memory") from error
    _stop_as_by_ctrl_c()
    conversion = convert_all(
        archive,
        out,
        jobs=jobs,
        redo=redo,
        register=register,
        reader=reader,
        ocr=ocr,
        ocr_engine=ocr_engine,
        limits=limits,
        engine=engine,
        scheduler=scheduler,
    )
    with conversion:
        _follow(conversion, verbose=verbose, quiet=quiet)
    _end(conversion, out)


def _follow(conversion: Conversion, *, verbose: bool, quiet: bool) -> None:
    from planparse.cli.progress import Quiet, follower

    with Quiet() if quiet else follower(conversion, verbose=verbose) as shown:
        for result in conversion:
            shown.saw(result)


def _end(conversion: Conversion, out: str) -> None:
    """Leaves with an error where files failed, in this run or in an earlier one that was not made good."""
    from planparse.errors import AllFailedError, SomeFailedError

    failed = sum(conversion.failures.values())
    if not failed:
        return
    kinds = ", ".join(f"{count} {code}" for code, count in conversion.failures.most_common())
    kind = AllFailedError if failed == conversion.total else SomeFailedError
    told = f"{failed} of {conversion.total} files failed: {kinds}; planparse status shows which"
    raise kind(told, file=out)


def _stop_as_by_ctrl_c() -> None:
    """A polite end from outside (a service manager, a batch system) ends workers and keeps finished work as well."""

    def stop(number: int, frame: Any) -> None:
        raise KeyboardInterrupt

    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, stop)
