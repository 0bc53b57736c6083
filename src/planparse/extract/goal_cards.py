"""Cards: tables that set labels over or beside a goal's parts, instead of heads over columns.

Omsorgsnämnden                   | Nämndmål   | Alla är trygga
Verksamhetsmål                   | Indikator  | Andel trygga
  Alla är trygga.                | Målvärde   | 85 %
Nyckeltal                        | Ansvarig   | Enhet Hemtjänst
  Andel trygga (fler än 2022)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planparse.extract.assessments import symbol_among, symbol_in
from planparse.extract.goal_columns import Columns
from planparse.extract.goal_pieces import Piece, label_name, split_lines
from planparse.extract.goal_terms import labels_goal, read_label
from planparse.layout.blocks import Cell, Grid, Line, ListItem, Paragraph

_FEWEST_LABELS = 2
_TELLING = frozenset(
    {"assessment", "responsible", "comment", "measurement", "reporting", "strategy", "target", "outcome"}
)
"""fields that tell a goal's card from other forms"""


def is_card(grid: Grid, columns: Columns) -> bool:
    """Whether a grid is a card, or several under one another: at least two labels of a goal's parts, one its own."""
    if _cells_are_labelled(grid):
        return True
    if grid.cols == 1:
        labels = [name for cell in grid.cells for line in cell.lines if (name := _label_line(line)) is not None]
        return len(labels) >= _FEWEST_LABELS and "goal" in labels
    if grid.cols > 3 or len(columns.of("goal", "indicator", "activity", "value")) > 1:
        return False
    firsts = [cell for cell in grid.cells if cell.col == 0 and cell.text and cell.col_span < grid.cols]
    named = [name for cell in firsts if (name := label_name(cell.text)) is not None]
    return len(named) >= _FEWEST_LABELS and "goal" in named and len(named) * 5 >= len(firsts) * 3


def is_rest_of_card(grid: Grid) -> bool:
    """Whether a grid holds a goal's fields beside their labels, its wording standing over it ("Status | Uppfylls")."""
    if grid.cols != _FEWEST_LABELS or grid.rows < _FEWEST_LABELS:
        return False
    names = [label_name(cell.text) for cell in grid.cells if cell.col == 0]
    return len(names) == grid.rows and "goal" not in names and all(names) and len(_TELLING & set(names)) > 1


def _cells_are_labelled(grid: Grid) -> bool:
    """Whether every cell is a small card, its label over what it names, a goal's in the first column.

    Mål 1              | Indikatorer
    Barnen läser       | • Andel som läser
    """
    told = [cell for cell in grid.cells if cell.text]
    if grid.cols < _FEWEST_LABELS or len(told) < _FEWEST_LABELS or any(len(cell.parts) < 2 for cell in told):
        return False
    names = [(cell.col, label_name(cell.parts[0].text)) for cell in told]
    return all(name for _, name in names) and all(name == "goal" for col, name in names if col == 0)


def _label_line(line: Line) -> str | None:
    label = read_label(line.text) if line.bold else None
    if label is not None and label.rest and labels_goal(label):
        return "goal"
    told = [word for word in line.words if any(map(str.isalnum, word.text))]
    underlined = bool(told) and all(word.underlined for word in told)
    if line.bold or underlined or line.text.rstrip().endswith(":"):
        return label_name(line.text)
    return None


def card_pieces(grid: Grid) -> Iterator[Piece]:
    """A card's contents as pieces of text, labels before what they name ("Indikator: Andel trygga")."""
    if grid.cols == 1:
        for cell in sorted(grid.cells, key=lambda cell: cell.row):
            yield from _pieces_in(cell)
        return
    if _cells_are_labelled(grid):
        for cell in grid.cells:
            for part in cell.parts:
                yield from _pieces_of_part(part)
        return
    for row in range(grid.rows):
        cells = [cell for cell in grid.row(row) if cell.text or symbol_in(cell)]
        if not cells:
            continue
        if len(cells) == 1 or label_name(cells[0].text) is None:
            for cell in cells:
                if cell.text:
                    yield _cell_piece(cell, cell.text)
            continue
        yield from labelled_pieces(cells[0], cells[1:])


def _pieces_in(cell: Cell) -> Iterator[Piece]:
    """What stands in a cell: its lines by their style, its lists by their items."""
    if any(isinstance(part, ListItem) for part in cell.parts):
        pieces = [piece for part in cell.parts for piece in _pieces_of_part(part)]
    else:
        pieces = list(split_lines(cell.lines, by_style=True)) if cell.lines else []
    yield from (_with_symbol(piece, cell) for piece in pieces) if cell.pictures else pieces


def _pieces_of_part(part: Paragraph | ListItem) -> Iterator[Piece]:
    if isinstance(part, ListItem):
        yield Piece(part.text, part.places, marker=part.marker or "•", label=part.label, depth=part.depth, boxed=True)
    else:
        yield from split_lines(part.lines, by_style=True)


def labelled_pieces(label: Cell, values: list[Cell]) -> Iterator[Piece]:
    """A label beside its values as pieces of text: label and value in one, or the label and the items of a list."""
    name = label.text.strip(" :")
    for value in values:
        items = [part for part in value.parts if isinstance(part, ListItem)]
        if len(items) > 1:
            yield _cell_piece(label, f"{name}:")
            for item in items:
                yield Piece(item.text, item.places, marker=item.marker or "•", boxed=True)
        else:
            yield Piece(f"{name}: {value.text or symbol_in(value)}", value.places, boxed=True, symbol=symbol_in(value))


def _cell_piece(cell: Cell, text: str) -> Piece:
    return Piece(text, cell.places, bold=cell.bold, boxed=True, symbol=symbol_in(cell))


def _with_symbol(piece: Piece, cell: Cell) -> Piece:
    """A piece of a cell with the symbol that stands at its height."""
    box = piece.places[0].bbox
    beside = [one for one in cell.pictures if box[1] <= (one.top + one.bottom) / 2 <= box[3]]
    return replace(piece, symbol=symbol_among(beside))
