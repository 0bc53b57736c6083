"""From a table's skeleton to its grid: the lines and text of each cell, its list items, fill and symbols.

Every word of the table stands in exactly one cell's lines, or in ``loose``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter

from planparse.layout.blocks import Cell, Grid, Line, ListItem, Paragraph, Place
from planparse.layout.cutwords import line_texts
from planparse.layout.joining import NOTHING_KNOWN, KnownWords, join_lines
from planparse.layout.letterstacks import unstacked
from planparse.layout.shaded import fill_at
from planparse.layout.slots import Skeleton, Slot
from planparse.layout.symbols import symbols_of
from planparse.layout.tablesettings import DEFAULT, TableSettings
from planparse.pdf.page import Bbox, Box, Page, Picture, Word

_BULLET = re.compile(r"[•●○▪■□◦‣⁃∙·►➢✓*–—-]|o(?=$)")
_NUMBERED = re.compile(r"(?:\d{1,2}|[a-zA-Z])[.)]")


def cell_lines(words: Iterable[Word], page: int, settings: TableSettings = DEFAULT) -> list[Line]:
    """The words of one cell as its lines in reading order; a superscript is on the line that it is raised from."""
    words = list(words)
    if len(words) == 1:
        return [Line((words[0],), page, words[0].bbox)]
    level: list[Word] = []
    turned: dict[int, list[Word]] = {}
    for word in words:
        (turned.setdefault(word.turned, []) if word.turned else level).append(word)
    lines = [_line(group, page) for group in _rows_of(level, settings)]
    for turn, group in sorted(turned.items()):
        lines += [_line(part, page, turn) for part in _turned_rows(group, turn)]
    return lines


def _rows_of(words: list[Word], settings: TableSettings) -> list[list[Word]]:
    groups: list[list[Word]] = []
    places: list[tuple[float, float]] = []
    for word in sorted(words, key=attrgetter("baseline", "x0")):
        if groups:
            baseline, size = places[-1]
            if word.baseline - baseline <= settings.same_line * max(size, word.size):
                groups[-1].append(word)
                if word.size > size:
                    places[-1] = (word.baseline, word.size)
                continue
        groups.append([word])
        places.append((word.baseline, word.size))
    return groups


def _turned_rows(words: list[Word], turn: int) -> list[list[Word]]:
    """Lines of turned text: those of text turned clockwise follow each other from right to left."""
    if turn == 180:
        return [sorted(words, key=lambda word: -word.x1)]
    sign = -1 if turn == 90 else 1
    groups: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (sign * word.x0, sign * -word.top)):
        if groups and abs(groups[-1][0].x0 - word.x0) < 0.5 * (word.x1 - word.x0):
            groups[-1].append(word)
        else:
            groups.append([word])
    for group in groups:
        group.sort(key=lambda word: sign * -word.top)
    return groups


def _line(words: Sequence[Word], page: int, turn: int = 0) -> Line:
    if not turn:
        words = sorted(words, key=attrgetter("x0"))
    return Line(tuple(words), page, _around(word.bbox for word in words))


def _around(boxes: Iterable[Bbox]) -> Bbox:
    held = list(boxes)
    if len(held) == 1:
        return held[0]
    x0, top, x1, bottom = zip(*held, strict=True)
    return (min(x0), min(top), max(x1), max(bottom))


def cell_parts(
    lines: Sequence[Line], known: KnownWords = NOTHING_KNOWN, room: float = 0.0
) -> tuple[Paragraph | ListItem, ...]:
    """A cell's paragraphs and list items; none for a cell that is a single paragraph.

    An item starts with a bullet or a number; a paragraph after wider space, or where the type turns bold or light.
    ``room`` is how wide its lines may be, 0 where nobody knows.
    """
    if not lines or (len(lines) == 1 and not _marker(lines[0], lines)):
        return ()
    groups: list[tuple[str, list[Line]]] = []
    pitch = _pitch(lines)
    for before, line in zip([None, *lines], lines, strict=False):
        marker = _marker(line, lines)
        item = bool(groups and groups[-1][0])
        if before is None or marker:
            groups.append((marker, [line]))
        elif (item and line.bbox[0] < groups[-1][1][0].bbox[0] + 0.3 * line.size and _ends(before)) or (
            line.bbox[1] - before.bbox[1] > 1.3 * pitch or (not item and before.bold != line.bold)
        ):
            groups.append(("", [line]))
        else:
            groups[-1][1].append(line)
    if len(groups) == 1 and not groups[0][0]:
        return ()
    out: list[Paragraph | ListItem] = []
    left = min((group[0].bbox[0] for marker, group in groups if marker), default=0.0)
    for marker, group in groups:
        texts = line_texts(group, room, known)
        places = (Place(group[0].page, _around(line.bbox for line in group)),)
        if marker:
            texts[0] = texts[0][len(marker) :].lstrip()
            depth = int(group[0].bbox[0] - left > group[0].size)
            out.append(ListItem(join_lines(texts, known), marker, tuple(group), places, depth))
        else:
            out.append(Paragraph(join_lines(texts, known), tuple(group), places))
    return tuple(out)


def _ends(line: Line) -> bool:
    return line.text.rstrip()[-1:] in ".:!?"


def _pitch(lines: Sequence[Line]) -> float:
    """The usual distance from line to line: the least one, but for overlapping pieces."""
    steps = [b.bbox[1] - a.bbox[1] for a, b in pairwise(lines)]
    return min((step for step in steps if step > 0.8 * lines[0].size), default=lines[0].size * 1.3 if lines else 0.0)


def _marker(line: Line, lines: Sequence[Line]) -> str:
    """The bullet or number that starts a line as a list item, else "". A number alone makes no list: two must do."""
    if len(line.words) < 2:
        return ""
    first = line.words[0].text
    if _BULLET.fullmatch(first):
        signed = first in "–—-" and not any(map(str.isalpha, line.text))
        return "" if signed else first  # "- 23 271" is a number
    if _NUMBERED.fullmatch(first):
        others = sum(1 for other in lines if len(other.words) > 1 and _NUMBERED.fullmatch(other.words[0].text))
        return first if others > 1 else ""
    return ""


def _beside(skeleton: Skeleton, words: Sequence[Word]) -> dict[int, float]:
    """The least space between text and the side of its cell, for each column: what the cells are padded by."""
    out: dict[int, float] = {}
    for slot in skeleton.slots:
        if slot.col_span > 1:
            continue
        left, _, right, _ = slot.bbox
        spaces = [min(words[index].x0 - left, right - words[index].x1) for index in slot.words]
        if spaces:
            out[slot.col] = min(out.get(slot.col, spaces[0]), min(spaces))
    return out


class GridMaker:
    """Makes grids of one page; what they share (fills, symbols) is looked up once."""

    def __init__(
        self, page: Page, fills: Sequence[Box], settings: TableSettings, known: KnownWords = NOTHING_KNOWN
    ) -> None:
        self._page = page
        self._fills = fills
        self._settings = settings
        self._known = known
        self._pictures: list[Picture] | None = None

    def grid(self, skeleton: Skeleton, words: Sequence[Word]) -> Grid:
        """The grid of a skeleton over the words that its slots point at."""
        if self._pictures is None:
            self._pictures = symbols_of(self._page, self._settings.symbol)
        x0, top, x1, bottom = skeleton.bbox
        pictures = [
            p for p in self._pictures if x0 <= (p.x0 + p.x1) / 2 <= x1 and top <= (p.top + p.bottom) / 2 <= bottom
        ]
        fills = [b for b in self._fills if b.x0 < x1 and b.x1 > x0 and b.top < bottom and b.bottom > top]
        beside = _beside(skeleton, words) if skeleton.reason == "ruled" else {}
        cells = tuple(
            self._cell(slot, words, pictures, fills, beside.get(slot.col))
            for slot in sorted(skeleton.slots, key=lambda s: (s.row, s.col))
        )
        return Grid(
            cells=cells,
            rows=skeleton.rows,
            cols=skeleton.cols,
            places=(self._place(skeleton.bbox),),
            reason=skeleton.reason,
            column_edges=skeleton.xs,
            loose=tuple(words[index] for index in skeleton.loose),
        )

    def _cell(
        self, slot: Slot, words: Sequence[Word], pictures: list[Picture], fills: list[Box], beside: float | None
    ) -> Cell:
        lines = unstacked(cell_lines([words[index] for index in slot.words], self._page.number, self._settings))
        x0, top, x1, bottom = slot.bbox
        room = x1 - x0 - 2 * beside if beside is not None else 0.0
        parts = cell_parts(lines, self._known, room)
        if parts:
            text = " ".join(part.text for part in parts if part.text)
        else:
            text = join_lines(line_texts(lines, room, self._known), self._known)
        held = tuple([p for p in pictures if x0 <= (p.x0 + p.x1) / 2 < x1 and top <= (p.top + p.bottom) / 2 < bottom])
        return Cell(
            row=slot.row,
            col=slot.col,
            row_span=slot.row_span,
            col_span=slot.col_span,
            text=text,
            lines=tuple(lines),
            places=(self._place(slot.bbox),),
            parts=parts,
            pictures=held,
            fill=fill_at(min(x0 + 2.5, (x0 + x1) / 2), min(top + 2.5, (top + bottom) / 2), fills) if fills else None,
        )

    def _place(self, bbox: Bbox) -> Place:
        """A box as far as it is on the page: edges are set a little outside of the words."""
        width, height = self._page.width, self._page.height
        x0, top, x1, bottom = bbox
        return Place(
            self._page.number,
            (
                min(max(x0, 0.0), width),
                min(max(top, 0.0), height),
                min(max(x1, 0.0), width),
                min(max(bottom, 0.0), height),
            ),
        )
