"""tabula-java: by ruled lines (lattice), by gaps in areas that it guesses (stream). It runs in a Java process."""

from __future__ import annotations

import json
import shutil
import tempfile
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.adapters import FoundCell, FoundTable, Tool


def unavailable() -> str | None:
    if not shutil.which("java"):
        return "there is no Java on this machine"
    return None if find_spec("tabula") else "tabula-py is not installed (pip install 'planparse[bench]')"


def tables(path: Path, lattice: bool) -> list[FoundTable]:
    """All tables of a file; it does not tell their pages, which are 0."""
    import tabula

    found = tabula.read_pdf(
        str(path),
        pages="all",
        output_format="json",
        lattice=lattice,
        stream=not lattice,
        silent=True,
        force_subprocess=True,
    )
    return _made(found, 0)


def tables_by_page(path: Path, lattice: bool) -> list[FoundTable]:
    """The same with the pages: each is made a file of its own, and one Java process reads them all."""
    import pypdfium2
    import tabula

    with tempfile.TemporaryDirectory() as scratch:
        with pypdfium2.PdfDocument(path) as document:
            pages = len(document)
            for index in range(pages):
                with pypdfium2.PdfDocument.new() as single:
                    single.import_pages(document, [index])
                    single.save(Path(scratch, f"{index + 1}.pdf"))
        tabula.convert_into_by_batch(
            scratch,
            output_format="json",
            pages="all",
            lattice=lattice,
            stream=not lattice,
            force_subprocess=True,
        )
        out = []
        for number in range(1, pages + 1):
            told = Path(scratch, f"{number}.json")
            if told.exists() and told.stat().st_size:
                out += _made(json.loads(told.read_text(encoding="utf-8")), number)
        return out


def _made(found: Any, page: int) -> list[FoundTable]:
    out = []
    for table in found:
        cells = [
            FoundCell(page, row, col, cell["text"].replace("\r", "\n"))
            for row, line in enumerate(table["data"])
            for col, cell in enumerate(line)
            if cell["text"].strip()
        ]
        out.append(FoundTable(tuple(cells)))
    return out


TOOLS: dict[str, Tool] = {
    "tabula lattice": partial(tables, lattice=True),
    "tabula stream": partial(tables, lattice=False),
}
PAGED: dict[str, Tool] = {
    "tabula lattice": partial(tables_by_page, lattice=True),
    "tabula stream": partial(tables_by_page, lattice=False),
}
"""for measures that go by page"""
