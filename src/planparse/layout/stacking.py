"""Pieces of one table that stand under each other: filled bands with bare rows between and after them.

    ████ Mått ██████ Utfall ██ Mål ███     a lattice of one row
         Andel nöjda    78 %    80 %       bare: in its columns
    ░░░░ Antal besök ░░ 412 ░░░ 500 ░░     a lattice of one row
         Kostnad        1 204   1 150      bare

In: the skeletons that lines and fills make, from the top, and the words that they leave. Out: the same with the pieces
joined and the bare rows added.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planparse.layout.bands import Band, Row, band_rows
from planparse.layout.headlines import head_rows, spread_heads
from planparse.layout.markers import BULLETS
from planparse.layout.marks import Span
from planparse.layout.rowlines import lay
from planparse.layout.shaded import fill_at
from planparse.layout.slots import Skeleton, Slot
from planparse.layout.tablesettings import TableSettings
from planparse.layout.textlines import TextLine, text_lines
from planparse.layout.unruled import row_edges, row_slots, rows_in
from planparse.pdf.page import Box, Word

_SIDE = 4.0
"""how far the sides and column edges of pieces may lie apart"""


class Stacker:
    """Joins the pieces of one page."""

    def __init__(
        self, words: Sequence[Word], fills: Sequence[Box], across: Sequence[Span], settings: TableSettings
    ) -> None:
        self._words = words
        self._across = across
        self._fills = fills
        self._settings = settings

    def stacked(self, skeletons: Sequence[Skeleton], free: Sequence[int], closed: Sequence[bool]) -> list[Skeleton]:
        """``closed`` says of each skeleton whether a rule ends it, so that nothing bare follows."""
        order = sorted(range(len(skeletons)), key=lambda index: skeletons[index].ys[0])
        pieces = [(skeletons[index], closed[index]) for index in order]
        out: list[Skeleton] = []
        left = list(free)
        while pieces:
            table, ended = pieces.pop(0)
            while following := self._following(table, pieces):
                joined = self._joined(table, following[0], left)
                if joined is None:
                    break
                table, ended = joined, following[1]
                pieces.remove(following)
            while table.cols > 1 and (wider := self._with_head(table, left)) is not table:
                # Bare rows may lie higher than one look reaches: a body of lines with its only fill at the sum.
                table = wider
                left = [index for index in left if not any(index in slot.words for slot in table.slots)]
            if not ended and table.cols > 1:
                limit = min((piece.ys[0] for piece, _ in pieces if _beside(table, piece)), default=1e9)
                table = self._with_tail(table, left, limit)
            taken = {index for slot in table.slots for index in slot.words}
            left = [index for index in left if index not in taken]
            out.append(table)
        return out

    def _following(self, table: Skeleton, pieces: Sequence[tuple[Skeleton, bool]]) -> tuple[Skeleton, bool] | None:
        """The next piece below that stands between the same sides with the same column edges (or fewer)."""
        below = [piece for piece in pieces if piece[0].ys[0] > table.ys[-1] - 1 and _beside(table, piece[0])]
        if not below:
            return None
        piece = min(below, key=lambda piece: piece[0].ys[0])
        return piece if _same_columns(table, piece[0]) else None

    def _joined(self, upper: Skeleton, lower: Skeleton, free: Sequence[int]) -> Skeleton | None:
        xs = upper.xs if upper.cols >= lower.cols else lower.xs
        between = self._lines(free, xs, upper.ys[-1], lower.ys[0])
        head = self._head(upper)
        if head and (head == self._head(lower) or any(head == _texts(line) for line in between)):
            return None  # the heads come again: another table
        short = lower.xs[0] - xs[0] > _SIDE
        if (not between and not short) or not all(_between_sides(line, xs) for line in between):
            return None
        size = max(self._words[i].size for slot in upper.slots for i in slot.words) if _told(upper) else 0.0
        if any(line.size > 1.15 * size for line in between) or not self._steps(between, upper.ys[-1], lower.ys[0]):
            return None
        if not between:
            slots = [*_fitted(upper, xs, 0), *_fitted(lower, xs, upper.rows)]
            whole = replace(upper, xs=xs, ys=(*upper.ys, *lower.ys[1:]), slots=tuple(slots))
            return self._labelled(whole, upper.rows, free) if lower.ys[0] - upper.ys[-1] < 3 else None
        rows, edges = rows_in(between, self._words, xs)
        if short and len(rows) > 1 and _is_label(rows[-1]) and not any(line.at(0) for line in rows[-2].lines):
            rows[-2].lines += rows.pop().lines  # set in the middle of a cell that goes on in the piece below
            edges = (*edges[:-2], edges[-1])
        filled = sum(len({cell.col for line in row.lines for cell in line.cells}) > 1 for row in rows)
        if filled < 0.5 * len(rows) and not (len(rows) == 1 and self._group_row(upper, lower)):
            return None
        if len(xs) < 3 or any(line.spans and line.cells[0].col > 0 for row in rows for line in row.lines):
            return None
        ys = (upper.ys[-1], *edges[1:-1], lower.ys[0])
        bare = row_slots(rows, xs, ys, upper.rows)
        count = upper.rows + len(rows)
        slots = [*_fitted(upper, xs, 0), *bare, *_fitted(lower, xs, count)]
        merged = short or any(
            not s.col and s.row and s.row_span > 1 and s.row + s.row_span == upper.rows for s in slots
        )
        if merged:
            slots = [slot for slot in slots if slot.words or slot.col or slot.row < upper.rows]
        whole = replace(upper, xs=xs, ys=(*upper.ys[:-1], *ys, *lower.ys[1:]), slots=tuple(slots))
        return self._labelled(whole, upper.rows, free) if merged else whole

    def _labelled(self, table: Skeleton, first: int, free: Sequence[int]) -> Skeleton:
        """The rows from ``first`` on without their first columns get these: the cells above go on in them, or words
        begin new ones."""
        slots = list(table.slots)
        held = {index for slot in slots for index in slot.words}
        left = [index for index in free if index not in held]
        for row in range(first, table.rows):
            col = 0
            here = {c for s in slots for c in range(s.col, s.col + s.col_span) if s.row <= row < s.row + s.row_span}
            while col < table.cols and col not in here:
                x0, top, x1, bottom = table.xs[col], table.ys[row], table.xs[col + 1], table.ys[row + 1]
                told = tuple(i for i in left if _in(self._words[i], x0, top, x1, bottom))
                over = next((at for at, s in enumerate(slots) if s.col == col and s.row + s.row_span == row), None)
                if over is None or slots[over].col_span > 1:
                    slots.append(Slot(row, col, 1, 1, (x0, top, x1, bottom), told))
                elif told and any(self._words[i].top < top - 1 for i in told) and slots[over].row + 1 < row:
                    # in the middle of a cell that begins in the row above
                    slots[over] = _stretched(slots[over], -1, table.ys)
                    slots.append(Slot(row - 1, col, 2, 1, (x0, table.ys[row - 1], x1, bottom), told))
                elif told or slots[over].row == 0:
                    slots.append(Slot(row, col, 1, 1, (x0, top, x1, bottom), told))
                else:
                    slots[over] = _stretched(slots[over], 1, table.ys)
                col += 1
        return replace(table, slots=tuple(sorted(slots, key=lambda slot: (slot.row, slot.col))))

    def _group_row(self, upper: Skeleton, lower: Skeleton) -> bool:
        """Whether a label between two pieces names a group of rows: it is no heading between two tables, which start
        with the same ground and stand further apart than rows are high."""
        if upper.cols == 1:
            return False  # a banner, and under it a remark on what the table shows
        first, second = (fill_at((t.xs[0] + t.xs[1]) / 2, t.ys[0] + 2, self._fills) for t in (upper, lower))
        high = max(upper.ys[-1] - upper.ys[-2], lower.ys[1] - lower.ys[0])
        return first != second or upper.rows == 1 or lower.ys[0] - upper.ys[-1] < 1.3 * high

    def _with_tail(self, table: Skeleton, free: Sequence[int], limit: float) -> Skeleton:
        """Bare rows that follow the last fill, parted by rules or by nothing."""
        lines = self._lines(free, table.xs, table.ys[-1], limit)
        width = table.xs[-1] - table.xs[0]
        edges = [
            span
            for span in self._across
            if span[0] > table.ys[-1] + 2 and min(span[2], table.xs[-1]) - max(span[1], table.xs[0]) > 0.8 * width
        ]
        kept: list[TextLine] = []
        end = table.ys[-1]
        size = max((self._words[i].size for slot in table.slots for i in slot.words), default=1e9)
        head = self._head(table)
        for line in lines:
            ruled = any(end - 1 < at < line.baseline for at, _, _ in edges)
            if line.top - end > (2.5 if ruled else 1.3) * line.size or not self._fits(line, table.xs):
                break
            if line.size > 1.12 * size or line.chunks[0].text[:1] in BULLETS or head == _texts(line):
                break  # a heading, a list, or the heads of the next table
            kept.append(line)
            end = line.bottom
        last = max((at for at, _, _ in edges if at < end + 6), default=0.0)
        while kept and len(kept[-1].chunks) == 1 and kept[-1].top > last and not _wraps(kept, table.xs):
            kept.pop()
        if not kept:
            return table
        rows, heights = rows_in(kept, self._words, table.xs, [span for span in edges if span[0] < end + 6])
        filled = sum(len({cell.col for line in row.lines for cell in line.cells}) > 1 for row in rows)
        if filled < 0.5 * len(rows) or any(line.spans for row in rows for line in row.lines):
            return table
        ys = (table.ys[-1], *heights[1:])
        slots = (*table.slots, *row_slots(rows, table.xs, ys, table.rows))
        return replace(table, ys=(*table.ys[:-1], *ys), slots=slots)

    def _fits(self, line: TextLine, xs: Sequence[float]) -> bool:
        """Whether every chunk stands in one column. Several in the same are of another table, one from the labels into
        the last column is prose."""
        (row,) = lay([line], xs[1:-1], self._words)
        if row.spans or not _between_sides(line, xs):
            return False
        if len(row.cells) == 1 and len(xs) > 2:
            return not _is_row(line) and (line.x0 >= xs[1] - 1 or line.x1 < xs[-2] + line.size)
        return True

    def _with_head(self, table: Skeleton, free: Sequence[int]) -> Skeleton:
        """Bare heads, and rows under them, straight over the first fill."""
        size = max((self._words[i].size for slot in table.slots if slot.row == 0 for i in slot.words), default=0.0)
        lines = self._lines(free, table.xs, table.ys[0] - 7 * size, table.ys[0])
        kept: list[TextLine] = []
        start = table.ys[0]
        for line in reversed(lines):
            if (
                not _between_sides(line, table.xs)
                or start - line.bottom > (1.8 if len(line.chunks) > 1 else 0.9) * line.size
                or line.size > 1.15 * size
            ):
                break
            (row,) = lay([line], table.xs[1:-1], self._words)
            if any(cell.last > cell.col and len(cell.chunk.words) > 5 for cell in row.cells):  # a caption
                break
            kept.insert(0, line)
            start = line.top
        while kept and len(kept[0].chunks) == 1 and kept[0].x0 < table.xs[1]:
            kept.pop(0)
        if not kept:
            return table
        laid = lay(kept, table.xs[1:-1], self._words)
        spread_heads(laid, self._extents(table))
        rows = [Row(part) for part in head_rows(laid)]
        if any(chunk.value and not chunk.year for line in kept for chunk in line.chunks):
            rows, _, _ = band_rows([Band(laid)], table.xs, self._words)
        filled = sum(len({cell.col for line in row.lines for cell in line.cells}) > 1 for row in rows)
        names = {cell.col for line in laid for cell in line.cells}
        if filled < len(rows) or len(names) < max(2, 0.5 * table.cols):
            return table
        ys = (*row_edges(rows, ())[:-1], *table.ys)
        head = row_slots(rows, table.xs, ys[: len(rows) + 1])
        rest = [replace(slot, row=slot.row + len(rows)) for slot in table.slots]
        return replace(table, ys=ys, slots=(*head, *rest))

    def _extents(self, table: Skeleton) -> dict[int, tuple[float, float]]:
        """How far the text of each column reaches."""
        out: dict[int, tuple[float, float]] = {}
        for slot in table.slots:
            if slot.words and slot.col_span == 1:
                x0 = min(self._words[i].x0 for i in slot.words)
                x1 = max(self._words[i].x1 for i in slot.words)
                low, high = out.get(slot.col, (x0, x1))
                out[slot.col] = (min(low, x0), max(high, x1))
        return out

    def _head(self, table: Skeleton) -> list[str]:
        """The words of a table's first row, where it has several columns."""
        slots = [slot for slot in table.slots if slot.row == 0 and slot.words]
        told = [self._words[i].text for slot in slots for i in slot.words] if len(slots) > 2 else []
        return told if any(any(map(str.isalpha, text)) for text in told) else []

    def _lines(self, free: Sequence[int], xs: Sequence[float], top: float, bottom: float) -> list[TextLine]:
        words = self._words
        among = [
            index
            for index in free
            if words[index].x1 > xs[0]
            and words[index].x0 < xs[-1]
            and top - 1 < (words[index].top + words[index].bottom) / 2 < bottom + 1
        ]
        return text_lines(words, among, self._settings)

    def _steps(self, lines: Sequence[TextLine], top: float, bottom: float) -> bool:
        """Whether lines fill the space between two pieces without a wide gap."""
        edges = [top, *(y for line in lines for y in (line.top, line.bottom)), bottom]
        return all(b - a <= 1.5 * lines[0].size for a, b in zip(edges[::2], edges[1::2], strict=True))


def _stretched(slot: Slot, by: int, ys: Sequence[float]) -> Slot:
    """A cell of more or fewer rows."""
    x0, top, x1, _ = slot.bbox
    return replace(slot, row_span=slot.row_span + by, bbox=(x0, top, x1, ys[slot.row + slot.row_span + by]))


def _is_label(row: Row) -> bool:
    return all(cell.last == 0 for line in row.lines for cell in line.cells)


def _in(word: Word, x0: float, top: float, x1: float, bottom: float) -> bool:
    return x0 < (word.x0 + word.x1) / 2 < x1 and top < (word.top + word.bottom) / 2 < bottom


def _is_row(line: TextLine) -> bool:
    """Whether a line has several places; justified words may stand in two."""
    return len(line.chunks) > 2 or any(chunk.value or chunk.year for chunk in line.chunks[1:])


def _texts(line: TextLine) -> list[str]:
    return [text for chunk in line.chunks for text in chunk.text.split(" ")]


def _between_sides(line: TextLine, xs: Sequence[float]) -> bool:
    return line.x0 > xs[0] - _SIDE and line.x1 < xs[-1] + _SIDE


def _told(skeleton: Skeleton) -> bool:
    return any(slot.words for slot in skeleton.slots)


def _beside(one: Skeleton, other: Skeleton) -> bool:
    return min(one.xs[-1], other.xs[-1]) > max(one.xs[0], other.xs[0])


def _same_columns(one: Skeleton, other: Skeleton) -> bool:
    if abs(one.xs[-1] - other.xs[-1]) > _SIDE:
        return False
    if other.xs[0] - one.xs[0] > _SIDE:  # cells merged over rows stand left of it
        return other.cols > 1 and all(any(abs(x - y) <= _SIDE for y in one.xs[1:]) for x in other.xs)
    if one.xs[0] - other.xs[0] > _SIDE:
        return False
    few, many = sorted((one.xs[1:-1], other.xs[1:-1]), key=len)
    return all(any(abs(x - y) <= _SIDE for y in many) for x in few)


def _fitted(skeleton: Skeleton, xs: Sequence[float], offset: int) -> list[Slot]:
    """A piece's slots in the columns of the whole table."""
    place = [min(range(len(xs)), key=lambda k: abs(xs[k] - x)) for x in skeleton.xs]
    return [
        replace(
            slot,
            row=slot.row + offset,
            col=place[slot.col],
            col_span=place[slot.col + slot.col_span] - place[slot.col],
        )
        for slot in skeleton.slots
    ]


def _wraps(kept: Sequence[TextLine], xs: Sequence[float]) -> bool:
    """Whether the last of some lines goes on a cell of the one before, in a column that is not the labels'."""
    if len(kept) < 2:
        return False
    before, last = kept[-2], kept[-1]
    over = any(chunk.x0 < last.x1 and chunk.x1 > last.x0 for chunk in before.chunks[1:])
    return over and last.x0 > xs[1] - 1 and last.top - before.bottom < 0.5 * last.size
