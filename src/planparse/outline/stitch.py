"""Tables that run over pages, put together.

In: the document's blocks with their indexes. Out: the same with the pieces of one table as one grid. Two grids are
pieces of one table where the second is the first thing on the next page, nothing but running heads and feet (or the
caption again, "forts.") stands between, and their columns stand at the same places ::

    | Mål     | Mått      |          | Mål     | Mått      |   <- header printed again: given once
    | 1. Bo   | Nöjdhet   |   page   |         | (forts)   |   <- empty under a filled cell: the row goes on
    +---------+-----------+  -----   | 2. Må   | Antal     |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from planparse.layout.blocks import Block, Cell, Grid, Paragraph, Place
from planparse.outline.candidates import fold_title
from planparse.outline.columns import fit_columns
from planparse.outline.rows import NOT_REPEATED, Repeated, TableUnderWay, goes_on
from planparse.rules.load import load

_HEADER_OFFSETS = 3
"""so many rows may stand over the part of a header that is printed again: a title row, a row of units"""


@dataclass(slots=True)
class _Run:
    """The pieces of a table found so far; ``index`` is the first one's."""

    index: int
    pieces: list[Grid]
    repeated: list[Repeated] = field(default_factory=lambda: [NOT_REPEATED])
    extra: list[Place] = field(default_factory=list)
    """where its caption is printed again"""


def stitch(blocks: Sequence[tuple[int, Block]]) -> list[tuple[int, Block]]:
    """The blocks with the pieces of each table joined; a table keeps the index of its first piece."""
    out: list[tuple[int, Block]] = []
    run: _Run | None = None
    between: tuple[int, Paragraph] | None = None
    over = ""
    for index, block in blocks:
        if isinstance(block, Grid):
            if run is not None and _continues(run, block):
                if between is not None:
                    run.extra += between[1].places
                    between = None
                continue
            _close(out, run, between)
            between = None
            over = _text(out[-1][1]) if out else ""
            run = _Run(index, [block])
        elif run is not None and between is None and isinstance(block, Paragraph) and _again(block, run, over):
            between = (index, block)
        else:
            _close(out, run, between)
            run = between = None
            out.append((index, block))
    _close(out, run, between)
    return out


def _close(out: list[tuple[int, Block]], run: _Run | None, between: tuple[int, Paragraph] | None) -> None:
    if run is not None:
        out.append((run.index, _whole(run)))
    if between is not None:
        out.append(between)


def _text(block: Block) -> str:
    return "" if isinstance(block, Grid) else block.text


def _again(block: Paragraph, run: _Run, over: str) -> bool:
    """Whether a line at the top of the next page is the table's caption again."""
    if block.places[0].page != run.pieces[-1].places[-1].page + 1 or len(block.lines) > 2:
        return False
    if is_continuation(block.text):
        return True
    return bool(over) and fold_title(over) == fold_title(block.text)


def is_continuation(text: str) -> bool:
    """Whether a line says that something of the page before goes on.

    >>> is_continuation("Tabell 3, forts."), is_continuation("Fortsatt arbete")
    (True, False)
    """
    rule = load("not_headings").match(text) if len(text) < 120 else None
    return rule is not None and rule.name == "continued"


def _continues(run: _Run, piece: Grid) -> bool:
    """Takes the piece into the run where it is of the same table."""
    last = run.pieces[-1]
    if not last.places or not piece.places or piece.places[0].page != last.places[-1].page + 1 or piece.caption:
        return False
    fitted = fit_columns(run.pieces[0], piece)
    if fitted is None:
        return False
    repeated = repeated_header(run.pieces[0], fitted)
    if not repeated.rows and _own_header(run.pieces[0], fitted):
        return False
    if not repeated.rows and fitted.cols != piece.cols and not _like_before(last, fitted):
        return False
    run.pieces.append(fitted)
    run.repeated.append(repeated)
    return True


def _whole(run: _Run) -> Grid:
    first = run.pieces[0]
    if len(run.pieces) == 1:
        return first
    table = TableUnderWay(first)
    told: list[tuple[str, int]] = []
    for piece, repeated in zip(run.pieces[1:], run.repeated[1:], strict=True):
        how = "its header is printed again" if repeated.rows else "its columns stand at the same places"
        told.append((how + table.add(piece, repeated), piece.places[0].page))
    return replace(
        first,
        cells=tuple(sorted(table.cells, key=lambda cell: (cell.row, cell.col))),
        rows=table.rows,
        places=tuple(place for piece in run.pieces for place in piece.places),
        reason="; ".join([first.reason, *_by_reason(told)]),
        caption_places=(*first.caption_places, *run.extra),
        loose=tuple(word for piece in run.pieces for word in piece.loose),
    )


def _by_reason(told: Sequence[tuple[str, int]]) -> list[str]:
    """Why each page was joined, pages of one reason together."""
    pages: dict[str, list[str]] = {}
    for why, page in told:
        pages.setdefault(why, []).append(str(page))
    return [f"goes on on page {', '.join(on)}: {why}" for why, on in pages.items()]


def join_pieces(first: Grid, second: Grid) -> Grid | None:
    """Two pieces of one table as one, or None where they are two tables."""
    run = _Run(0, [first])
    return _whole(run) if _continues(run, second) else None


def repeated_header(first: Grid, second: Grid) -> Repeated:
    """Which rows at the second piece's top are the first's header (or the lower part of it), printed again."""
    for offset in range(min(max(first.header_rows, 1) + 1, _HEADER_OFFSETS, first.rows)):
        count = 0
        most = min(max(first.header_rows, 1) + 2 - offset, second.rows - 1, first.rows - offset)
        while count < most and _same_row(first.row(offset + count), second.row(count), offset > 0 and count == 0):
            count += 1
        if count:
            return Repeated(count, offset)
    return NOT_REPEATED


def _same_row(one: Sequence[Cell], two: Sequence[Cell], strict: bool) -> bool:
    """Whether two rows say the same; ``strict`` where one filled cell is not enough (a group's name comes back)."""
    texts = [fold_title(cell.text) for cell in one]
    if sum(map(bool, texts)) < (2 if strict else 1):
        return False
    return texts == [fold_title(cell.text) for cell in two]


def _own_header(first: Grid, second: Grid) -> bool:
    """Whether the second piece begins with a header that is not the first's, and so is a table of its own."""
    if not first.header_rows or not second.header_rows:
        return False
    look = _look(second.row(0))
    return look is not None and look == _look(first.row(0)) and look != _look(first.row(first.rows - 1))


def _look(cells: Sequence[Cell]) -> tuple[bool, int | None] | None:
    """Weight and shade of a row's filled cells; None where they differ or there are none."""
    looks = {(cell.bold, cell.fill) for cell in cells if cell.text}
    return looks.pop() if len(looks) == 1 else None


def _like_before(last: Grid, piece: Grid) -> bool:
    """Whether a piece with fewer edges begins like a row of the last one: with a cell as wide, or amid a sentence."""
    top = [cell for cell in piece.cells if cell.row == 0]
    bottom = [cell for cell in last.cells if cell.row + cell.row_span == last.rows]
    if any(goes_on(above, below) for above in bottom for below in top if above.col == below.col):
        return True
    widths = {(cell.col, cell.col_span) for cell in last.cells if cell.col_span > 1}
    return all((cell.col, cell.col_span) in widths for cell in top if cell.col_span > 1)
