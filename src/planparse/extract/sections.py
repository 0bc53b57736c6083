"""The document's section tree and its tables as the model writes them."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.extract.claims import ClaimedTable
from planparse.extract.context import locations
from planparse.layout.blocks import Grid
from planparse.model import Section, Table, TableCell
from planparse.model.making import lean, made_cell
from planparse.outline.document import Document


def section_records(document: Document) -> list[Section]:
    """Sections in reading order; ``locations`` are the heading's and those of its own running text."""
    out = []
    for node in document.sections:
        prose = [block for block in node.blocks if not isinstance(block, Grid)]
        parent = document.parent(node)
        out.append(
            lean(
                Section(
                    id=node.id,
                    number=node.number,
                    title=node.title,
                    level=node.level,
                    parent_id=parent.id if parent else None,
                    board=node.board,
                    text="\n".join(block.text for block in prose),
                    page_start=node.page_start,
                    page_end=node.page_end,
                    locations=locations([*node.places, *(place for block in prose for place in block.places)]),
                )
            )
        )
    return out


def table_records(tables: Sequence[ClaimedTable]) -> list[Table]:
    """Every table as a grid, whatever it was taken for."""
    out = []
    for table in tables:
        grid = table.grid
        rows: list[list[TableCell]] = [[] for _ in range(grid.rows)]
        for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.col)):
            rows[cell.row].append(made_cell(cell.text, cell.row_span, cell.col_span, locations(cell.places)))
        reason = table.claim.reason + (f"; found by {grid.reason}" if grid.reason else "")
        out.append(
            lean(
                Table(
                    id=table.id,
                    title=grid.caption or None,
                    kind=table.kind,
                    reason=reason,
                    header_rows=grid.header_rows,
                    cells=rows,
                    section_id=table.section.id if table.section else None,
                    locations=locations([*grid.places, *grid.caption_places]),
                )
            )
        )
    return out
