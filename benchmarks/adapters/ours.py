"""planparse: every table of the plan, whatever it was taken for."""

from __future__ import annotations

from pathlib import Path

from benchmarks.adapters import FoundCell, FoundTable, Tool


def unavailable() -> str | None:
    return None


def tables(path: Path) -> list[FoundTable]:
    import planparse

    out = []
    for table in planparse.parse(path).tables:
        cells = []
        taken: set[tuple[int, int]] = set()
        for row, line in enumerate(table.cells):
            col = 0
            for cell in line:
                while (row, col) in taken:
                    col += 1
                page = cell.locations[0].page if cell.locations else 0
                cells.append(FoundCell(page, row, col, cell.text, cell.row_span, cell.col_span))
                taken.update((row + r, col + c) for r in range(cell.row_span) for c in range(cell.col_span))
                col += cell.col_span
        out.append(FoundTable(tuple(cells)))
    return out


TOOLS: dict[str, Tool] = {"planparse": tables}
