"""Each table of the document is claimed by one kind of extractor, with the reason kept.

A claimant looks at a table's heads, cells and heading and says how sure it is that the table is of its kind
(0 to 1) and why; the surest wins, the first in the list among equals. A table that nobody claims is "other".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from planparse.extract.context import Context
from planparse.layout.blocks import Grid
from planparse.model.terms import TableKind
from planparse.outline.document import Document, SectionNode


@dataclass(frozen=True, slots=True)
class Claim:
    """How sure (0–1) a claimant is that a table is of its kind, and why ("heads: Mål, Indikator, Mål 2024")."""

    kind: TableKind
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class ClaimedTable:
    """A table with its section, the id of its model table, and what it was taken for."""

    grid: Grid
    section: SectionNode | None
    id: str
    claim: Claim

    @property
    def kind(self) -> TableKind:
        return self.claim.kind


Claimant = Callable[[Grid, SectionNode | None, Document, Context], Claim | None]

UNCLAIMED = Claim("other", 0.0, "no kind of table that planparse knows: its heads and cells name none")


def claim_tables(document: Document, context: Context, claimants: Sequence[Claimant]) -> list[ClaimedTable]:
    """Every table of the document in reading order, claimed."""
    out: list[ClaimedTable] = []
    for section, grid in document.grids():
        claims = [claim for claimant in claimants if (claim := claimant(grid, section, document, context)) is not None]
        best = max(claims, key=lambda claim: claim.score, default=UNCLAIMED)
        head = " ".join(cell.text for cell in grid.row(0))
        table_id = context.ids.give("table", *(section.path if section else ()), grid.caption, head)
        out.append(ClaimedTable(grid, section, table_id, best))
    return out
