"""The rows next to a page's edges, where running heads and feet can stand, with what sets them apart from the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from planparse.layout.lines import TextLine, pieces_of, text_line
from planparse.layout.settings import DEFAULT, LayoutSettings
from planparse.pdf.page import Page, Word

_RULES = 5
"""rules of one length inwards of a row: those of a letterhead are fewer"""


@dataclass(slots=True)
class EdgeRow:
    """A row near a page's edge; ``depth`` counts rows from the edge, ``far`` is the distance to it."""

    page: int
    top_edge: bool
    depth: int
    far: float
    near: float
    """distance from the edge of the row's outer side"""
    pieces: list[TextLine]
    gap: float
    """space to the next row inwards, in ems"""
    next_pieces: int
    in_table: bool
    running: set[int] = field(default_factory=set)
    """indices of the pieces that are furniture"""

    @property
    def all_running(self) -> bool:
        return len(self.running) == len(self.pieces)


def edge_rows(
    index: int, page: Page, rows: Sequence[Sequence[Word]], settings: LayoutSettings = DEFAULT
) -> list[EdgeRow]:
    """The outermost rows of both edges, from each inwards; a row belongs to the edge whose half it stands in."""
    out: list[EdgeRow] = []
    middle = page.height / 2
    for top_edge in (True, False):
        ordered = rows if top_edge else rows[::-1]
        parted = pieces_of(ordered[0], settings) if ordered else []
        for depth, row in enumerate(ordered[: settings.edge_rows]):
            top, bottom = min(word.top for word in row), max(word.bottom for word in row)
            if (top < middle) != top_edge:
                break
            inner = ordered[depth + 1] if depth + 1 < len(ordered) else None
            near, far = (top, bottom) if top_edge else (page.height - bottom, page.height - top)
            pieces = [text_line(piece, page.number, settings) for piece in parted]
            made = EdgeRow(index, top_edge, depth, far, near, pieces, 99.0, 0, False)
            if inner:
                parted = pieces_of(inner, settings)
                made.next_pieces = len(parted)
                if top_edge:
                    _measure(made, page, bottom, min(word.top for word in inner), settings)
                else:
                    _measure(made, page, max(word.bottom for word in inner), top, settings)
            out.append(made)
    return out


def _measure(row: EdgeRow, page: Page, low: float, high: float, settings: LayoutSettings) -> None:
    """Fills in what stands between a row and the next inwards: the space from ``low`` to ``high``, and rules."""
    size = max(piece.size for piece in row.pieces)
    row.gap = (high - low) / size
    if row.gap > 4:
        return
    left, right = min(piece.x0 for piece in row.pieces), max(piece.x1 for piece in row.pieces)
    uprights: dict[int, float] = {}
    for rule in page.rules:
        if rule.horizontal:
            if low - 1.5 <= rule.top <= high + 1.5 and rule.x1 - rule.x0 > 0.3 * page.width:
                row.gap = max(row.gap, settings.ruled_gap)
        elif rule.top < low - 0.4 * size and rule.bottom > high + 0.4 * size and left - 12 < rule.x0 < right + 12:
            uprights[round(rule.x0)] = rule.bottom - rule.top
    frame = all(height > 0.85 * page.height for height in uprights.values())
    row.in_table = (len(uprights) > 1 and not frame) or _heads_columns(row, page, low if row.top_edge else high)


def _heads_columns(row: EdgeRow, page: Page, edge: float) -> bool:
    """Whether a row stands in the filled heads of a table, or one of several pieces over many rules of one length."""
    middle = (row.pieces[0].top + row.pieces[0].bottom) / 2
    held = {
        round(box.x0)
        for box in page.boxes
        if box.top < middle < box.bottom and box.x1 - box.x0 < 0.7 * page.width and box.bottom - box.top < 80
    }
    if len(held) >= 3 or len(row.pieces) < 3:
        return len(held) >= 3
    alike: dict[tuple[int, int], int] = {}
    for rule in page.rules:
        if rule.horizontal and rule.x1 - rule.x0 > 0.5 * page.width and (rule.top > edge - 1.5) == row.top_edge:
            key = (round(rule.x0), round(rule.x1))
            alike[key] = alike.get(key, 0) + 1
    return max(alike.values(), default=0) >= _RULES and row.gap < 4
