"""Other tools behind one face: each module has ``unavailable()`` and ``TOOLS``, name → (path → tables).

A module imports its tool inside its functions, so that what is not installed is told of and left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class FoundCell:
    """A cell at its first row and column; ``page`` from 1."""

    page: int
    row: int
    col: int
    text: str
    row_span: int = 1
    col_span: int = 1


@dataclass(frozen=True)
class FoundTable:
    cells: tuple[FoundCell, ...]

    def rows(self) -> list[list[str]]:
        """Texts by row, each at the first place of its span."""
        height = max((cell.row for cell in self.cells), default=-1) + 1
        width = max((cell.col for cell in self.cells), default=-1) + 1
        out = [[""] * width for _ in range(height)]
        for cell in self.cells:
            out[cell.row][cell.col] = cell.text
        return out


Tool = Callable[[Path], list[FoundTable]]


def plain_table(page: int, rows: Sequence[Sequence[object]]) -> FoundTable:
    """A table of rows of texts; None is a place that a span covers, or nothing."""
    return FoundTable(
        tuple(
            FoundCell(page, at, col, str(text))
            for at, row in enumerate(rows)
            for col, text in enumerate(row)
            if text is not None and str(text).strip()
        )
    )
