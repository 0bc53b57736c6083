"""tabula-java: by ruled lines (lattice), by gaps in areas that it guesses (stream). It runs in a Java process."""

from __future__ import annotations

import shutil
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from benchmarks.adapters import FoundCell, FoundTable, Tool


def unavailable() -> str | None:
    if not shutil.which("java"):
        return "there is no Java on this machine"
    return None if find_spec("tabula") else "tabula-py is not installed (pip install 'planparse[bench]')"


def tables(path: Path, lattice: bool) -> list[FoundTable]:
    """All tables of a file in one Java process; it does not tell their pages, which are 0."""
    return _read(path, "all", lattice)


def tables_by_page(path: Path, lattice: bool) -> list[FoundTable]:
    """Page by page, a Java process for each: slow, but with the pages."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        pages = len(document)
    return [table for number in range(1, pages + 1) for table in _read(path, number, lattice)]


def _read(path: Path, pages: int | str, lattice: bool) -> list[FoundTable]:
    import tabula

    found = tabula.read_pdf(
        str(path),
        pages=pages,
        output_format="json",
        lattice=lattice,
        stream=not lattice,
        silent=True,
        force_subprocess=True,
    )
    out = []
    for table in found:
        cells = [
            FoundCell(pages if isinstance(pages, int) else 0, row, col, cell["text"].replace("\r", "\n"))
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
