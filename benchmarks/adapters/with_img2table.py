"""img2table on the file's own text: tables with lines, and without (borderless)."""

from __future__ import annotations

from functools import partial
from importlib.util import find_spec
from pathlib import Path

from benchmarks.adapters import FoundCell, FoundTable, Tool


def unavailable() -> str | None:
    return None if find_spec("img2table") else "img2table is not installed (pip install 'planparse[bench]')"


def tables(path: Path, borderless: bool) -> list[FoundTable]:
    from img2table.document import PDF

    out = []
    found = PDF(str(path)).extract_tables(borderless_tables=borderless, implicit_rows=borderless)
    for index, several in found.items():
        for table in several:
            cells: dict[tuple[int, int, int, int], FoundCell] = {}
            for row, line in table.content.items():
                for col, cell in enumerate(line):
                    # A merged cell is given again at each place that it covers, with the same box.
                    box = (cell.bbox.x1, cell.bbox.y1, cell.bbox.x2, cell.bbox.y2)
                    first = cells.get(box)
                    if first is None:
                        cells[box] = FoundCell(index + 1, row, col, cell.value or "")
                    else:
                        spans = (row - first.row + 1, col - first.col + 1)
                        cells[box] = FoundCell(index + 1, first.row, first.col, first.text, *spans)
            out.append(FoundTable(tuple(cells.values())))
    return out


TOOLS: dict[str, Tool] = {
    "img2table": partial(tables, borderless=False),
    "img2table borderless": partial(tables, borderless=True),
}
