"""Running heads, feet and page numbers: what repeats at the same place from page to page.

In: each page's rows. Out: for each page the words taken off it, and its printed number. Nothing goes by a fixed
margin; a line is running because a line like it (digits apart) stands as far from the same edge of other pages, and
because it is set apart from the text by space, or no text of other pages reaches its place::

      Socialnämnden        Sida 4 (12)     <- the same on most pages, space below: running
                                              (left and right may change places on even pages)
      Mål                                  <- may repeat too, but stands where other pages have text
      Nämnden ska ...
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from statistics import median

from planparse.layout.edges import EdgeRow, edge_rows
from planparse.layout.lines import TextLine, turned_lines
from planparse.layout.pagenumbers import names_itself, number_inside, read_number, rising, value_of
from planparse.layout.settings import DEFAULT, LayoutSettings
from planparse.pdf.page import Page, Word

_SEVERAL = -1
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Furniture:
    """What was taken off a page."""

    lines: tuple[TextLine, ...]
    label: str | None
    looked_at: dict[int, TextLine] = field(default_factory=dict)
    """the lines at the page's edges, running or not, by the ``id`` of their first word: they needn't be made again"""


def find_furniture(
    pages: Sequence[Page],
    rows: Sequence[Sequence[Sequence[Word]]],
    body_size: float,
    settings: LayoutSettings = DEFAULT,
) -> list[Furniture]:
    """For each page (``rows`` are its level words in rows) its running lines and printed number."""
    edges = [edge_rows(index, page, rows[index], settings) for index, page in enumerate(pages)]
    finder = _Finder(edges, body_size, settings)
    finder.find()
    sides = _running_sides(pages, settings)
    out = []
    for index, page_edges in enumerate(edges):
        pieces = [(row, row.pieces[i]) for row in page_edges for i in sorted(row.running)]
        lines = [piece for _, piece in pieces] + sides.get(index, [])
        looked_at = {id(piece.line.words[0]): piece for row in page_edges for piece in row.pieces}
        out.append(Furniture(tuple(lines), None, looked_at))
    labels = _labels([[line.text for line in one.lines] for one in out])
    return [replace(one, label=label) for one, label in zip(out, labels, strict=True)]


class _Finder:
    """Marks the pieces of edge rows that are running, from the edges inwards."""

    def __init__(self, edges: list[list[EdgeRow]], body_size: float, settings: LayoutSettings) -> None:
        self._edges, self._body, self._settings = edges, body_size, settings
        self._pages = len(edges)
        self._seen: dict[tuple[str, bool, int], int] = {}
        """the page where each text stands at its place, or _SEVERAL"""
        self._widen_gaps()

    def _widen_gaps(self) -> None:
        """A letterhead of several lines is set apart as a whole: its rows share the widest space inwards of them.

        So do the rows of a table drawn as a letterhead; the head of a table that goes on below stays in its table.
        """
        places = self._seen
        for row in (row for rows in self._edges for row in rows):
            for piece in row.pieces:
                mask, edge, at = self._place(row, piece)
                for place in ((mask, edge, at), (mask, edge, at + 1), (mask, edge, at - 1)):
                    if places.setdefault(place, row.page) != row.page:
                        places[place] = _SEVERAL
        for rows in self._edges:
            inner: EdgeRow | None = None
            for row in reversed(rows):  # from the middle of the page outwards
                if inner is not None and inner.top_edge == row.top_edge:
                    row.gap = max(row.gap, inner.gap)
                    row.in_table = row.in_table and inner.in_table
                repeats = any(self._repeats(row, piece) for piece in row.pieces)
                if repeats and not any(map(str.isalnum, "".join(piece.text for piece in row.pieces))):
                    row.gap = max(row.gap, self._settings.ruled_gap)  # a rule drawn with underscores
                inner = row if repeats else None

    def _place(self, row: EdgeRow, piece: TextLine) -> tuple[str, bool, int]:
        """Where a piece stands, coarsely."""
        return _mask(piece.text), row.top_edge, round(row.near / self._settings.same_place)

    def _repeats(self, row: EdgeRow, piece: TextLine) -> bool:
        """Whether a piece like it stands at the same place of another page."""
        return self._seen[self._place(row, piece)] == _SEVERAL

    def find(self) -> None:
        for top_edge in (True, False):
            self._numbers(top_edge)
            for depth in range(self._settings.edge_rows):
                rows = [row for row in self._exposed(top_edge) if row.depth >= depth or not row.running]
                if not self._mark(rows):
                    break
            self._chapter_names(top_edge)

    def _exposed(self, top_edge: bool) -> list[EdgeRow]:
        """Of each page the outermost row with a piece that is not marked."""
        out = []
        for rows in self._edges:
            row = next((row for row in rows if row.top_edge == top_edge and not row.all_running), None)
            if row:
                out.append(row)
        return out

    def _numbers(self, top_edge: bool) -> None:
        """Page numbers: pieces of the outermost rows that are numbers and rise with the pages."""
        found: dict[float, list[tuple[EdgeRow, int, str]]] = {}
        for rows in self._edges:
            for row in rows:
                if row.top_edge != top_edge or row.depth > 3:
                    continue
                for index, piece in enumerate(row.pieces):
                    number = read_number(piece.text) if piece.size > self._settings.note_size * self._body else None
                    if number:
                        found.setdefault(round(row.near), []).append((row, index, number))
        for place in sorted(found):
            near = [one for other in (place - 1, place, place + 1) for one in found.get(other, [])]
            near.sort(key=lambda one: one[0].page)
            fits = rising([(row.page, value_of(number)) for row, _, number in near])
            sure = [(row.pieces[index], row.page) for row, index, _ in near if row.page in fits]
            for row, index, _ in near:
                alone = names_itself(row.pieces[index].text) and row.depth == 0
                if (row.page in fits or alone or _like(row.pieces[index], sure)) and self._clear(row, index):
                    row.running.add(index)

    def _clear(self, row: EdgeRow, index: int) -> bool:
        """Whether a number stands free: no text inwards of it on its row's side of the page."""
        if row.in_table and len(row.pieces) > 1:
            return False
        if row.depth and len(row.pieces) > 2 and not any(self._repeats(row, one) for one in row.pieces[index + 1 :]):
            return False  # a table's row of numbers
        if index + 1 < len(row.pieces):
            number, after = row.pieces[index], row.pieces[index + 1]
            near = after.x0 - number.x1 < self._settings.marker_gap * number.size
            alike = (number.size, number.bold, number.color) == (after.size, after.bold, after.color)
            if near and alike and self._is_heading(number) and not self._repeats(row, after):
                return False  # a chapter's number
        return row.gap > 0.5 * self._settings.edge_gap or len(row.pieces) == 1

    def _mark(self, rows: list[EdgeRow]) -> bool:
        """Marks what repeats among the exposed rows; False once nothing new is."""
        alike: dict[str, list[tuple[EdgeRow, int]]] = {}
        for row in rows:
            for index, piece in enumerate(row.pieces):
                if index not in row.running:
                    alike.setdefault(_mask(piece.text), []).append((row, index))
        new = False
        for mask, ones in alike.items():
            if len(ones) < 2 or not (any(map(str.isalpha, mask)) or len(mask) > 4):
                continue  # figures alone repeat in tables; dates and diary numbers are longer
            for group in self._same_place(ones):
                if self._is_running(group, rows):
                    for row, index in group:
                        row.running.add(index)
                    new = True
        return self._row_mates(rows) or new

    def _same_place(self, ones: list[tuple[EdgeRow, int]]) -> list[list[tuple[EdgeRow, int]]]:
        groups: list[list[tuple[EdgeRow, int]]] = []
        for one in sorted(ones, key=lambda one: one[0].near):
            if groups and one[0].near - groups[-1][-1][0].near <= self._settings.same_place:
                groups[-1].append(one)
            else:
                groups.append([one])
        return [group for group in groups if len({row.page for row, _ in group}) > 1]

    def _is_running(self, group: list[tuple[EdgeRow, int]], rows: list[EdgeRow]) -> bool:
        settings = self._settings
        if median(row.in_table for row, _ in group):
            return False
        gap = median(row.gap for row, _ in group)
        pieces = [row.pieces[index] for row, index in group]
        several = median(len(row.pieces) for row, _ in group) > 2
        if several and gap < 2 * settings.edge_gap and median(row.next_pieces for row, _ in group) > 1:
            return False  # a table's head, repeated over its pages
        pages = sorted({row.page for row, _ in group})
        far = max(row.far for row, _ in group)
        # text of other pages that reaches the place: then it is a place for text
        held = set(pages)
        others = [row for row in rows if row.page not in held and not row.running]
        inside = sum(1 for row in others if row.near < far - 1)
        if self._is_heading(pieces[0]) and gap < settings.heading_gap:
            return False
        span = pages[-1] - pages[0] + 1
        dense = len(pages) >= 0.4 * span
        if inside <= 0.1 * len(others) and gap >= 0.6 * settings.edge_gap:
            return dense or len(pages) > 2
        return gap >= settings.edge_gap and dense and (len(pages) > 2 or inside == 0 or self._pages < 4)

    def _is_heading(self, piece: TextLine) -> bool:
        """Whether a piece is set as headings are: larger than the text, or as large and bold."""
        return piece.size >= self._settings.heading_size * self._body or (
            piece.bold and piece.size >= 0.98 * self._body
        )

    def _chapter_names(self, top_edge: bool) -> None:
        """Names of chapters at the edge of their pages, each printed once or twice: at one place, in one small type."""
        alike: dict[tuple[str, float, int], list[tuple[EdgeRow, int]]] = {}
        for row in self._exposed(top_edge):
            if row.depth > 1 or len(row.pieces) != 1 or row.in_table or row.gap < 2 * self._settings.edge_gap:
                continue
            piece = row.pieces[0]
            if piece.size < self._settings.running_size * self._body and any(map(str.isalpha, piece.text)):
                alike.setdefault((piece.font, piece.size, piece.color), []).append((row, 0))
        for ones in alike.values():
            for group in self._same_place(ones):
                pages = {row.page for row, _ in group}
                if len(pages) > 2 and 2 * len(pages) > self._pages - 2:  # a cover and the contents have none
                    for row, index in group:
                        row.running.add(index)

    def _row_mates(self, rows: list[EdgeRow]) -> bool:
        """A piece beside a running one, in like type and set apart from the text, is running too: a chapter's name."""
        new = False
        for row in rows:
            if not row.running or row.all_running or row.gap < self._settings.edge_gap or row.in_table:
                continue
            held = [row.pieces[index] for index in row.running]
            for index, piece in enumerate(row.pieces):
                if index not in row.running and any(abs(piece.size - other.size) < 1.6 for other in held):
                    row.running.add(index)
                    new = True
        return new


def _like(piece: TextLine, numbers: list[tuple[TextLine, int]]) -> bool:
    """Whether a number stands where at least three page numbers do, in their type: a page that is counted apart."""
    alike = {
        page
        for other, page in numbers
        if other.size == piece.size and min(abs(other.x0 - piece.x0), abs(other.x1 - piece.x1)) < piece.size
    }
    return len(alike) > 2


@lru_cache(maxsize=4096)
def _mask(text: str) -> str:
    """The text with its digits made alike; a date or other figure alone counts as it is printed."""
    return _DIGITS.sub("#", text).casefold() if any(map(str.isalpha, text)) else text


def _running_sides(pages: Sequence[Page], settings: LayoutSettings) -> dict[int, list[TextLine]]:
    """Turned lines (stamps, landscape pages' heads in the margin) that repeat at the same place."""
    alike: dict[tuple[str, int], list[tuple[int, TextLine]]] = {}
    for index, page in enumerate(pages):
        turned = [word for word in page.words if word.turned]
        if not turned or len(turned) > 0.4 * len(page.words):
            continue
        for line in turned_lines(turned, page.number, settings):
            alike.setdefault((_mask(line.text), line.first.turned), []).append((index, line))
    out: dict[int, list[TextLine]] = {}
    least = 2 if len(pages) < 5 else 3
    for ones in alike.values():
        ones.sort(key=lambda one: one[1].x0)
        group: list[tuple[int, TextLine]] = []
        for one, following in zip(ones, [*ones[1:], None], strict=True):
            group.append(one)
            if following is None or following[1].x0 - one[1].x0 > settings.same_place:
                if len({index for index, _ in group}) >= least:
                    for index, line in group:
                        out.setdefault(index, []).append(line)
                group = []
    return out


def _labels(texts: Sequence[Sequence[str]]) -> list[str | None]:
    """The printed number of each page, from its running lines."""
    out: list[str | None] = []
    for page in texts:
        whole = [read_number(text) for text in page]
        named = [number for text, number in zip(page, whole, strict=True) if number and names_itself(text)]
        plain = [number for number in whole if number]
        inside = [number for number in map(number_inside, page) if number]
        out.append(next(iter([*named, *inside, *plain]), None))
    return out
