"""``planparse parse``: one PDF in, its Plan as JSON or as text out."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from planparse.cli.ocr_options import OcrEngine, OcrMode

if TYPE_CHECKING:
    from planparse.model import Plan

Reader = Literal["pdfium", "pdfplumber"]
_PAGES = re.compile(r"([0-9]{1,6})(?: ?[-–] ?([0-9]{1,6}))?")


def parse(
    plan: Annotated[str, typer.Argument(metavar="PDF", help="The plan; - reads it from standard input.")],
    output: Annotated[
        str, typer.Option("--output", "-o", help="Write here, whole or not at all; - is standard output.")
    ] = "-",
    form: Annotated[Literal["json", "text"], typer.Option("--as", help="JSON, or tables for eyes.")] = "json",
    pages: Annotated[str | None, typer.Option(help="Only these file pages, as in 1,3-7.")] = None,
    password: Annotated[
        str | None, typer.Option(envvar="PLANPARSE_PASSWORD", help="For an encrypted file; asked for where needed.")
    ] = None,
    reader: Annotated[Reader, typer.Option(help="The PDF library that reads the pages.")] = "pdfium",
    ocr: OcrMode = "auto",
    ocr_engine: OcrEngine = None,
) -> None:
    """Read a plan: a PDF in, the common JSON model out."""
    numbers = page_numbers(pages) if pages is not None else None
    read = _read(plan, password, {"pages": numbers, "reader": reader, "ocr": ocr, "ocr_engine": ocr_engine})
    if form == "json":
        _write(output, chain(read.json_pieces(), "\n"))
    elif output == "-":
        from rich.console import Console

        from planparse.report.text import as_text

        Console(width=None if sys.stdout.isatty() else 120).print(as_text(read))
    else:
        _write(output, [_plain(read)])


def page_numbers(text: str) -> list[int]:
    """File pages from "1,3-7", each once and in order.

    >>> page_numbers("3-5, 1")
    [1, 3, 4, 5]

    Raises:
        typer.BadParameter: the text is no list of pages.
    """
    numbers: set[int] = set()
    for part in text.split(","):
        found = _PAGES.fullmatch(part.strip())
        if found is None:
            raise typer.BadParameter(f"{part.strip()!r} is no page or range of pages such as 3-7", param_hint="--pages")
        first, last = int(found[1]), int(found[2] or found[1])
        if not 1 <= first <= last:
            raise typer.BadParameter(f"{part.strip()!r}: pages are counted from 1 and upwards", param_hint="--pages")
        numbers.update(range(first, last + 1))
    return sorted(numbers)


def _read(source: str, password: str | None, options: dict[str, Any]) -> Plan:
    from planparse.errors import PasswordRequiredError
    from planparse.pipeline import parse as parse_plan

    content: str | bytes = sys.stdin.buffer.read() if source == "-" else source
    name = "standard input" if source == "-" else None
    try:
        return parse_plan(content, password=password, file_name=name, **options)
    except PasswordRequiredError:
        if not sys.stdin.isatty():
            raise
        asked = typer.prompt("Password", hide_input=True, err=True)
        return parse_plan(content, password=asked, file_name=name, **options)


def _plain(plan: Plan) -> str:
    from io import StringIO

    from rich.console import Console

    from planparse.report.text import as_text

    out = StringIO()
    Console(file=out, width=120).print(as_text(plan))
    return out.getvalue()


def _write(output: str, pieces: Iterable[str]) -> None:
    if output == "-":
        sys.stdout.writelines(pieces)
        return
    from planparse.model.writing import write_whole

    write_whole(Path(output), pieces)
