"""The command ``planparse``: its commands, and how an error becomes one line and an exit code.

Commands are listed here and written one to a module, each of which imports what is heavy only when it runs, so
that ``planparse --help`` answers at once.
"""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from typing import Annotated, NoReturn

import typer

from planparse.cli.compare import compare
from planparse.cli.convert import convert
from planparse.cli.evaluate import evaluate
from planparse.cli.export import export
from planparse.cli.kolada import kolada
from planparse.cli.parse import parse
from planparse.cli.schema import schema
from planparse.cli.search import search
from planparse.cli.status import status
from planparse.cli.trace import trace
from planparse.cli.view import view
from planparse.errors import PlanparseError

INTERRUPTED = 130
"""What a shell gives a command that was ended with Ctrl-C: 128 and the signal's number."""
BROKEN_PIPE = 141
"""The same where the reader of the output went away ("planparse parse … | head")."""
INTERNAL = 70
"""EX_SOFTWARE of sysexits.h: a fault of planparse, not of the file."""

app = typer.Typer(
    name="planparse",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    # Plain help: rich would take a third of the time that it has.
    rich_markup_mode=None,
    help="Reads the plans and reports of Swedish municipal boards from PDF into one common, traceable data model.",
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"planparse {version('planparse')}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """What stands before a command."""


app.command()(parse)
app.command()(view)
app.command()(schema)
app.command()(evaluate)
app.command()(convert)
app.command()(status)
app.command()(export)
app.command()(compare)
app.command()(search)
app.command()(trace)
app.add_typer(kolada, name="kolada")


def main() -> NoReturn:
    """Runs the command line. Never a traceback: PLANPARSE_DEBUG=1 in the environment asks for one."""
    sys.exit(run())


def run() -> int:
    """The exit code of a run; messages are on standard error by then."""
    _write_utf8()
    try:
        code = _exit_code()
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of_output()
        return BROKEN_PIPE
    return code


def _write_utf8() -> None:
    """Output into files and pipes is UTF-8 whatever the locale says: it is JSON, CSV and HTML.

    What a terminal can't show it shows escaped.
    """
    out = sys.stdout
    if isinstance(out, TextIOWrapper):
        out.reconfigure(encoding=out.encoding if out.isatty() else "utf-8", errors="backslashreplace")


def _exit_code() -> int:
    try:
        app(prog_name="planparse")
    except SystemExit as leaving:
        if isinstance(leaving.__context__, BrokenPipeError):
            raise leaving.__context__ from None  # typer would have it a common error
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    except PlanparseError as error:
        return _told(str(error), error.exit_code)
    except KeyboardInterrupt:
        return _told("interrupted", INTERRUPTED)
    except BrokenPipeError:
        raise
    except Exception as error:
        if os.environ.get("PLANPARSE_DEBUG"):
            raise
        return _told(f"internal error, please report it: {type(error).__name__}: {error}", INTERNAL)
    return 0


def _told(message: str, code: int) -> int:
    """Prints one line, whatever the message, and gives the exit code on."""
    print("planparse:", " ".join(message.split()), file=sys.stderr)
    return code


def _let_go_of_output() -> None:
    """So that the interpreter does not complain on its way out that it can't flush."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
