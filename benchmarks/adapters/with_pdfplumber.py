"""pdfplumber's ``extract_tables``, by lines as it is set from the start."""

from __future__ import annotations

from pathlib import Path

from benchmarks.adapters import FoundTable, Tool, plain_table


def unavailable() -> str | None:
    return None


def tables(path: Path) -> list[FoundTable]:
    import pdfplumber

    out = []
    with pdfplumber.open(path) as document:
        for page in document.pages:
            out += [plain_table(page.page_number, rows) for rows in page.extract_tables()]
            page.close()
    return out


TOOLS: dict[str, Tool] = {"pdfplumber": tables}
