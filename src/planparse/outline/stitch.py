"""Tables that run over pages, put together.

In: the document's blocks with their indexes. Out: the same with the pieces of one table as one grid. Two grids are
pieces of one table where the second is the first thing on the next page, nothing but running heads and feet (or the
caption again, "forts.", or notes in small type at the page's foot) stands between, and their columns stand at the same
places ::

    | Mål     | Mått      |          | Mål     | Mått      |   <- header printed again: given once
    | 1. Bo   | Nöjdhet   |   page   |         | (forts)   |   <- empty under a filled cell: the row goes on
    +---------+-----------+  -----   | 2. Må   | Antal     |

On one page, a grid without a header of its own goes on with the one above, where only a line stands between that names
the next group of rows.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace

from planparse.layout.blocks import Block, Cell, Grid, Paragraph, Place
from planparse.outline.candidates import fold_title
from planparse.outline.columns import fit_columns, same_columns
from planparse.outline.rows import NOT_REPEATED, Repeated, TableUnderWay, goes_on
from planparse.outline.settings import SETTINGS
from planparse.outline.styles import Style, style_of
from planparse.rules.load import load

_HEADER_OFFSETS = 3
"""so many rows may stand over the part of a header that is printed again: a title row, a row of units"""


@dataclass(slots=True)
class _Run:
    """The pieces of a table found so far; ``index`` is the first one's, ``over`` the text above it."""

    index: int
    pieces: list[Grid]
    over: str = ""
    repeated: list[Repeated] = field(default_factory=lambda: [NOT_REPEATED])
    extra: list[Place] = field(default_factory=list)
    """where its caption is printed again"""
    waiting: list[tuple[int, Block]] = field(default_factory=list)
    """what stands after the last piece, while the next may follow"""
    passed: list[tuple[int, Block]] = field(default_factory=list)
    """notes that stand between pieces"""


def stitch(blocks: Sequence[tuple[int, Block]], headings: Set[int], body: Style) -> list[tuple[int, Block]]:
    """The blocks with the pieces of each table joined; a table keeps the index of its first piece."""
    out: list[tuple[int, Block]] = []
    run: _Run | None = None
    for index, block in blocks:
        if isinstance(block, Grid):
            if run is None or not _takes(run, block, body):
                _close(out, run)
                run = _Run(index, [block], _text(out[-1][1]) if out else "")
        elif run is not None and index not in headings and isinstance(block, Paragraph) and _may_wait(block, run, body):
            run.waiting.append((index, block))
        else:
            _close(out, run)
            run = None
            out.append((index, block))
    _close(out, run)
    return out


def _close(out: list[tuple[int, Block]], run: _Run | None) -> None:
    if run is not None:
        out.append((run.index, _whole(run)))
        out += run.passed + run.waiting


def _text(block: Block) -> str:
    return "" if isinstance(block, Grid) else block.text


def _may_wait(block: Paragraph, run: _Run, body: Style) -> bool:
    """Whether the table may go on after a block: a note in small type, its caption again, or a group's name."""
    if len(run.waiting) > 4:
        return False
    return _is_note(block, run, body) or _is_again(block, run) or (not run.waiting and _may_name_group(block, run))


def _is_note(block: Paragraph, run: _Run, body: Style) -> bool:
    last = run.pieces[-1].places[-1]
    if block.places[0].page != last.page or block.places[0].bbox[1] < last.bbox[3] - 4.0:
        return False
    return style_of(block.lines[:1]).size < body.size - SETTINGS.near_size


def _is_again(block: Paragraph, run: _Run) -> bool:
    """Whether a line at the top of the next page is the table's caption again."""
    if block.places[0].page != run.pieces[-1].places[-1].page + 1 or len(block.lines) > 2:
        return False
    return is_continuation(block.text) or (bool(run.over) and fold_title(run.over) == fold_title(block.text))


def _may_name_group(block: Paragraph, run: _Run) -> bool:
    """Whether a line under a grid stands where its rows' labels do."""
    last = run.pieces[-1]
    place, over = block.places[0], last.places[-1]
    if len(block.lines) != 1 or place.page != over.page or block.text.endswith((".", ":", ",")):
        return False
    labels = [cell.lines[0].bbox[0] for cell in last.cells if cell.col == 0 and cell.lines]
    gap = place.bbox[1] - over.bbox[3]
    if not labels or not -2.0 < gap < SETTINGS.group_gap * (place.bbox[3] - place.bbox[1]):
        return False
    return abs(place.bbox[0] - min(labels)) < SETTINGS.edge and place.bbox[2] < over.bbox[2]


def is_continuation(text: str) -> bool:
    """Whether a line says that something of the page before goes on.

    >>> is_continuation("Tabell 3, forts."), is_continuation("Fortsatt arbete")
    (True, False)
    """
    rule = load("not_headings").match(text) if len(text) < 120 else None
    return rule is not None and rule.name == "continued"


def _takes(run: _Run, piece: Grid, body: Style) -> bool:
    """Takes the piece into the run where it is of the same table."""
    last = run.pieces[-1]
    if not last.places or not piece.places or piece.caption:
        return False
    pages = piece.places[0].page - last.places[-1].page
    if pages == 0:
        return _takes_group(run, piece)
    if pages != 1 or any(_may_name_group(block, run) and not _is_note(block, run, body) for block in _lines(run)):
        return False
    fitted = fit_columns(run.pieces[0], piece)
    if fitted is None and run.pieces[0].cols == piece.cols > 1:
        fitted = piece  # where lines show only a part of the columns, their places are guesses: the header tells
        if not repeated_header(run.pieces[0], piece).rows:
            return False
    if fitted is None:
        return False
    repeated = repeated_header(run.pieces[0], fitted)
    if not repeated.rows and _own_header(run.pieces[0], fitted):
        return False
    if not repeated.rows and fitted.cols != piece.cols and not _like_before(last, fitted):
        return False
    run.pieces.append(fitted)
    run.repeated.append(repeated)
    run.extra += [place for block in _lines(run) if _is_again_on(block, piece) for place in block.places]
    run.passed += [(index, block) for index, block in run.waiting if not _is_again_on(block, piece)]
    run.waiting = []
    return True


def _lines(run: _Run) -> list[Paragraph]:
    return [block for _, block in run.waiting if isinstance(block, Paragraph)]


def _is_again_on(block: Block, piece: Grid) -> bool:
    return block.places[0].page == piece.places[0].page


def _takes_group(run: _Run, piece: Grid) -> bool:
    """Takes a grid of the same page right under the last one, or under the line that names its rows."""
    lines = _lines(run)
    if not lines and _goes_straight_on(run, piece):
        run.pieces.append(replace(piece, header_rows=0))
        run.repeated.append(NOT_REPEATED)
        return True
    if len(lines) != 1 or piece.header_rows or not run.pieces[0].header_rows:
        return False
    line, last = lines[0], run.pieces[-1]
    gap = piece.places[0].bbox[1] - line.places[0].bbox[3]
    if not _may_name_group(line, run) or gap > SETTINGS.group_gap * (line.places[0].bbox[3] - line.places[0].bbox[1]):
        return False
    if not (same_columns(last, piece) or same_columns(run.pieces[0], piece)):
        return False
    label = Cell(0, 0, 1, piece.cols, line.text, line.lines, line.places)
    run.pieces += [Grid((label,), 1, piece.cols, line.places, column_edges=piece.column_edges), piece]
    run.repeated += [NOT_REPEATED, NOT_REPEATED]
    run.waiting = []
    return True


def _goes_straight_on(run: _Run, piece: Grid) -> bool:
    """Whether a grid right under another, with its columns and no head of its own, is the rest of that table."""
    first, last = run.pieces[0], run.pieces[-1]
    gap = piece.places[0].bbox[1] - last.places[-1].bbox[3]
    if not first.header_rows or not -SETTINGS.edge < gap < SETTINGS.straight_gap or not same_columns(last, piece):
        return False
    body = _look(last.row(last.rows - 1))
    return not piece.header_rows or (_look(piece.row(0)) == body is not None and body != _look(first.row(0)))


def _whole(run: _Run) -> Grid:
    first = run.pieces[0]
    if len(run.pieces) == 1:
        return first
    table = TableUnderWay(first)
    told: list[tuple[str, int]] = []
    page = first.places[-1].page
    for piece, repeated in zip(run.pieces[1:], run.repeated[1:], strict=True):
        if piece.places[0].page == page:
            table.add(piece, repeated)
            continue
        page = piece.places[0].page
        how = "its header is printed again" if repeated.rows else "its columns stand at the same places"
        told.append((how + table.add(piece, repeated), page))
    return replace(
        first,
        cells=tuple(sorted(table.cells, key=lambda cell: (cell.row, cell.col))),
        rows=table.rows,
        places=_by_page([place for piece in run.pieces for place in piece.places]),
        reason="; ".join([first.reason, *_by_reason(told)]),
        caption_places=(*first.caption_places, *run.extra),
        loose=tuple(word for piece in run.pieces for word in piece.loose),
    )


def _by_page(places: Sequence[Place]) -> tuple[Place, ...]:
    """One place a page: pieces on one page as one."""
    found: list[Place] = []
    for place in places:
        if found and found[-1].page == place.page:
            (a, b, c, d), (e, f, g, h) = found[-1].bbox, place.bbox
            found[-1] = Place(place.page, (min(a, e), min(b, f), max(c, g), max(d, h)))
        else:
            found.append(place)
    return tuple(found)


def _by_reason(told: Sequence[tuple[str, int]]) -> list[str]:
    """Why each page was joined, pages of one reason together."""
    pages: dict[str, list[str]] = {}
    for why, page in told:
        pages.setdefault(why, []).append(str(page))
    return [f"goes on on page {', '.join(on)}: {why}" for why, on in pages.items()]


def join_pieces(first: Grid, second: Grid) -> Grid | None:
    """Two pieces of one table as one, or None where they are two tables."""
    run = _Run(0, [first])
    return _whole(run) if _takes(run, second, Style(0.0)) else None


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
