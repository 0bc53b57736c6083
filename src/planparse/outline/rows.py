"""What a page break does to a table's rows, undone.

In: the pieces of a table, one by one. Out: the cells of the whole. At the break a row may be cut (its text goes on in
the first row of the next piece), and a cell over several rows may be (it goes on as an empty cell, or with the rest of
its text) ::

    | 1. Bo tryggt | Andel som får svar inom   | 40 % |   a cut row: the label and the value are printed
    |--------------|------ page break ---------|------|   before the break, one text goes on after it
    |              | tio dagar                 |      |
    | 2. Må bra    | Antal besök               | 3    |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planparse.layout.blocks import Cell, Grid, ListItem, Paragraph
from planparse.layout.joining import join_lines

ENDS = (".", "!", "?")
_PART_OF = ("varav", "därav", "därutav", "of which")
"""a row that begins so is a part of the one above, not its rest"""


@dataclass(frozen=True, slots=True)
class Repeated:
    """A header printed again: the first ``rows`` rows of a piece say what the first piece says from row ``offset``."""

    rows: int
    offset: int = 0


NOT_REPEATED = Repeated(0)


class TableUnderWay:
    """A table as far as its pieces are known. ``bottom`` has, by column, the place in ``cells`` of its last row's."""

    def __init__(self, first: Grid) -> None:
        self.cells: list[Cell] = list(first.cells)
        self.rows = first.rows
        self.bottom: dict[int, int] = {}
        self._first = sum(cell.row < first.header_rows + 3 for cell in first.cells)
        self._filled = [0] * first.cols
        self._spans = [False] * first.cols
        self._told_rows = 0
        self._shades: set[int | None] = set()
        self._last_shade: int | None = None
        self._in_turns = True
        self._titled = [0, 0]
        self._learn(range(len(self.cells)), first.header_rows)

    def add(self, piece: Grid, header: Repeated) -> str:
        """Puts a piece under what is there, but the header printed again; says in words what was joined."""
        repeated = header.rows
        self._again(piece, header)
        top = [cell for cell in piece.cells if cell.row == repeated]
        wide = {cell.col for cell in piece.cells if cell.row_span > 1 and cell.row >= repeated}
        cut = self._is_rest(top)
        joined = {
            cell.col: place for cell, place in self._pairs(top) if cut or self._carries_on(cell, place, top, wide)
        }
        joined = joined if cut else _leading(joined, top)
        start = self.rows - (1 if cut else 0)
        places = [self._join(cell, joined[cell.col], cut) for cell in top if cell.col in joined]
        for cell in piece.cells:
            if (
                cell.row < repeated
                or (cell.row == repeated and cell.col in joined)
                or (cut and cell.row == repeated and not cell.text)
            ):
                continue
            places.append(len(self.cells))
            self.cells.append(replace(cell, row=cell.row - repeated + start))
        self.rows = max(start + piece.rows - repeated, *(self._end(place) for place in places))
        self._learn(places, 0)
        if cut:
            return ", the row cut by the page break joined"
        return ", a cell over several rows carried on" if joined else ""

    def _again(self, piece: Grid, header: Repeated) -> None:
        """The header's cells get the places where they are printed again."""
        if not header.rows:
            return
        under = {(cell.row, cell.col): cell for cell in piece.cells if cell.row < header.rows and cell.text}
        for place, cell in enumerate(self.cells[: self._first]):
            again = under.get((cell.row - header.offset, cell.col))
            if again is not None:
                self.cells[place] = replace(cell, places=cell.places + again.places)

    def _end(self, place: int) -> int:
        return self.cells[place].row + self.cells[place].row_span

    def _learn(self, places: Sequence[int] | range, header_rows: int) -> None:
        """Keeps what the next piece is judged by: the last row, which columns are filled, merged, shaded in bands."""
        self.bottom = {}
        bands: dict[int, int | None] = {}
        for place in places:
            cell = self.cells[place]
            if cell.row + cell.row_span == self.rows:
                self.bottom.update(dict.fromkeys(range(cell.col, cell.col + cell.col_span), place))
            if cell.row < header_rows:
                continue
            self._filled[cell.col] += bool(cell.text)
            self._spans[cell.col] |= cell.row_span > 1
            bands.setdefault(cell.row, cell.fill)
            if cell.text and cell.lines:
                self._titled[cell.lines[0].bold] += 1
        for row in sorted(bands):
            if self._told_rows and bands[row] == self._last_shade:
                self._in_turns = False
            self._last_shade = bands[row]
            self._shades.add(bands[row])
            self._told_rows += 1

    def _pairs(self, top: Sequence[Cell]) -> list[tuple[Cell, int]]:
        """The first row's cells, each with the cell above it that has the same columns."""
        pairs = []
        for cell in top:
            place = self.bottom.get(cell.col)
            if place is not None and (self.cells[place].col, self.cells[place].col_span) == (cell.col, cell.col_span):
                pairs.append((cell, place))
        return pairs

    def _is_rest(self, top: Sequence[Cell]) -> bool:
        """Whether the first row after the break is the rest of the row before it."""
        told = [cell for cell in top if cell.text]
        above = {cell.col: self.cells[place] for cell, place in self._pairs(top)}
        if not told or any(cell.col not in above for cell in told):
            return False
        if any(goes_on(above[cell.col], cell) for cell in told) and all(
            goes_on(above[cell.col], cell) or not above[cell.col].text for cell in told
        ):
            return True
        if not all(above[cell.col].text for cell in told):
            return False
        if len(top) == 1:
            return self._same_band(top[0]) or self._lacks_title(top[0])
        return self._lacks_values(top, above)

    def _lacks_values(self, top: Sequence[Cell], above: dict[int, Cell]) -> bool:
        """Whether cells are empty that every row of the table fills, the first one among them."""
        first = min(top, key=lambda cell: cell.col)
        always = [
            cell.col
            for cell in top
            if not cell.text
            and cell.col in above
            and above[cell.col].text
            and not self._spans[cell.col]
            and self._filled[cell.col] * 10 >= self._told_rows * 8
        ]
        return not first.text and self._told_rows > 1 and bool(always)

    def _same_band(self, below: Cell) -> bool:
        """In a table shaded in turns, whether a row has the shade of the row above and so is one with it."""
        return self._in_turns and len(self._shades) == 2 and below.fill == self._last_shade

    def _lacks_title(self, below: Cell) -> bool:
        """Whether a cell has no bold first line where all others have one."""
        plain, bold = self._titled
        return bold > 2 and plain == 0 and bool(below.lines) and not below.lines[0].bold

    def _carries_on(self, below: Cell, place: int, top: Sequence[Cell], wide: set[int]) -> bool:
        """Whether a cell is the rest of a cell over several rows."""
        if len(top) == 1:
            return False
        if below.text:
            return goes_on(self.cells[place], below)
        return bool(self.cells[place].text) and (self._spans[below.col] or below.col in wide)

    def _join(self, below: Cell, place: int, cut: bool) -> int:
        above = self.cells[place]
        rows = above.row_span + below.row_span - (1 if cut else 0)
        self.cells[place] = replace(
            above,
            row_span=rows,
            text=join_lines([above.text, below.text]),
            lines=above.lines + below.lines,
            places=above.places + (below.places if below.text or below.pictures or rows > 1 else ()),
            parts=_parts(above) + _parts(below) if above.parts or below.parts else (),
            pictures=above.pictures + below.pictures,
        )
        return place


def _parts(cell: Cell) -> tuple[Paragraph | ListItem, ...]:
    if cell.parts or not cell.text:
        return cell.parts
    return (Paragraph(cell.text, cell.lines, cell.places),)


def _leading(joined: dict[int, int], top: Sequence[Cell]) -> dict[int, int]:
    """Only those from the left on: cells over several rows group the columns to their right."""
    kept: dict[int, int] = {}
    for cell in sorted(top, key=lambda one: one.col):
        if cell.col not in joined:
            break
        kept[cell.col] = joined[cell.col]
    return kept if len(kept) < len(top) else {}


def goes_on(above: Cell, below: Cell) -> bool:
    """Whether a cell's text is the rest of the one above: that has no end, and this begins inside a sentence."""
    if not above.text or not below.text or above.text.endswith(ENDS):
        return False
    first = next((letter for letter in below.text if letter.isalnum()), "")
    return first.islower() and not below.text.lower().startswith(_PART_OF)
