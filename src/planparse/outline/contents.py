"""The printed table of contents: which blocks it is, and what it says.

In: the blocks of the document. Out: :class:`Contents` with the indexes of its blocks and its entries ::

    Innehåll
    1  Inledning ................ 3        Entry(number "1", title "Inledning", label 3, indent 0)
       1.1  Vårt uppdrag ........ 4        Entry(number "1.1", title "Vårt uppdrag", label 4, indent 1)

A list is taken for contents by a heading that says so, or by leaders, and by page numbers that only rise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from planparse.layout.blocks import Block, Grid, ListItem
from planparse.outline.candidates import split_number
from planparse.outline.settings import SETTINGS
from planparse.rules.load import load

_PAGE = re.compile(r"(?P<gap>[\s.…·_\-–]+)(?:s(?:id(?:an?)?)?\.?\s*)?(?P<page>\d{1,4})\s*$")
_LEADER = re.compile(r"[.…·_]{3,}|(?:\. ){3,}")
_BARE_LEADER = re.compile(r"(?P<title>.*?\w.*?)\s*[.…·_]{4,}\s*")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents; ``label`` the page printed there; ``indent`` 0 for the outermost."""

    number: str | None
    title: str
    label: int | None
    indent: int


@dataclass(frozen=True, slots=True)
class Contents:
    """``blocks`` are indexes into the document's blocks; ``flat`` says that all entries have one indentation."""

    blocks: frozenset[int] = frozenset()
    entries: tuple[Entry, ...] = ()

    @property
    def flat(self) -> bool:
        return len({entry.indent for entry in self.entries}) < 2


@dataclass(frozen=True, slots=True)
class _Pointer:
    """A line that ends in a page number."""

    title: str
    page: int
    leader: bool


@dataclass(frozen=True, slots=True)
class _Row:
    """A printed line (or a row of a grid): where it begins, and what it says."""

    block: int
    x0: float
    text: str


def _pointer(text: str) -> _Pointer | None:
    found = _PAGE.search(text) if text[-1:].isdigit() else None
    if found is None or not any(map(str.isalpha, text[: found.start()])):
        return None
    return _Pointer(text[: found.start()].strip(), int(found["page"]), _LEADER.search(found["gap"]) is not None)


def find_contents(blocks: Sequence[Block]) -> Contents:
    """The contents list, on the first page that has one and those that it goes on to."""
    pages = [block.places[0].page for block in blocks]
    taken: list[int] = []
    rows: list[_Row] = []
    last_page = 0
    for first, end in _by_page(pages):
        page = pages[first]
        if page > 12 or (taken and page > last_page + 1):
            break
        span = _on_page(blocks, first, end, bool(taken))
        if span:
            taken += span
            rows += [row for index in span for row in _rows(blocks[index], index)]
            last_page = page
    return Contents(frozenset(taken), _entries(rows)) if taken else Contents()


def is_contents_heading(text: str) -> bool:
    """Whether a line is the heading over a contents list."""
    return len(text) < 60 and load("contents_headings").match(text) is not None


def _by_page(pages: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for index in range(1, len(pages) + 1):
        if index == len(pages) or pages[index] != pages[start]:
            yield start, index
            start = index


def _on_page(blocks: Sequence[Block], first: int, end: int, goes_on: bool) -> list[int]:
    """The indexes of the blocks on one page that are contents."""
    heading = next(
        (index for index in range(first, end) if is_contents_heading(_first_text(blocks[index]))),
        None,
    )
    start = first if heading is None else heading
    counts: dict[int, int] = {}
    labels: list[int] = []
    leaders = 0
    for index in range(start, end):
        for row in _rows(blocks[index], index):
            found = _pointer(row.text)
            if found:
                counts[index] = counts.get(index, 0) + 1
                labels.append(found.page)
                leaders += found.leader
    wanted = SETTINGS.contents_entries if heading is not None or goes_on else SETTINGS.contents_entries + 1
    if len(labels) < wanted or not _rising(labels) or (heading is None and leaders * 2 < len(labels)):
        return _bare_list(blocks, heading, end)
    start = min(counts) if heading is None else heading
    stop = max(counts) + 1
    while stop < end and not _is_prose(blocks[stop]):
        stop += 1
    return list(range(start, stop))


def _bare_list(blocks: Sequence[Block], heading: int | None, end: int) -> list[int]:
    """A list of titles alone under a contents heading: short lines to the end of the page, none of them prose."""
    if heading is None:
        return []
    following = range(heading + 1, end)
    if not following or any(_is_prose(blocks[index]) or isinstance(blocks[index], Grid) for index in following):
        return []
    return [heading, *following]


def _rising(labels: Sequence[int]) -> bool:
    """Page numbers rise, but for a restart or a stray number in every fourth line."""
    falls = sum(after < before for before, after in pairwise(labels))
    return falls * 4 <= len(labels)


def _is_prose(block: Block) -> bool:
    """Whether a block is running text, and so ends the contents on its page."""
    if isinstance(block, Grid):
        return not any(_pointer(row.text) for row in _rows(block, 0))
    words = block.text.count(" ") + 1
    return (
        words >= SETTINGS.prose_words
        and (len(block.lines) > 1 or block.text.rstrip().endswith("."))
        and not _LEADER.search(block.text)
    )


def _first_text(block: Block) -> str:
    """What a block says first: a table's first filled cell."""
    if isinstance(block, Grid):
        return next((cell.text for cell in block.cells if cell.text), "")
    return block.text


def _rows(block: Block, index: int) -> list[_Row]:
    if not isinstance(block, Grid):
        rows = [_Row(index, line.bbox[0], line.text) for line in block.lines if line.words]
        if isinstance(block, ListItem) and rows and not rows[0].text.startswith(block.marker):
            rows[0] = _Row(index, rows[0].x0, f"{block.marker} {rows[0].text}")
        return rows
    by_row: dict[int, list[tuple[float, str]]] = {}
    for cell in block.cells:
        if cell.text:
            x0 = cell.lines[0].bbox[0] if cell.lines else float(cell.col)
            by_row.setdefault(cell.row, []).append((x0, cell.text))
    return [
        _Row(index, min(by_row[row])[0], " ".join(text for _, text in sorted(by_row[row]))) for row in sorted(by_row)
    ]


def _entries(rows: Sequence[_Row]) -> tuple[Entry, ...]:
    """Entries of the rows; a title that runs over two lines is joined to the line that has its page."""
    found: list[tuple[float, str, int | None]] = []
    pending: _Row | None = None
    for row in rows:
        if is_contents_heading(row.text):
            continue
        entry = _pointer(row.text)
        if entry is None:
            bare = _BARE_LEADER.fullmatch(row.text)
            if bare:
                found.append((row.x0, bare["title"].strip(), None))
            pending = None if bare else row
            continue
        title, x0 = entry.title, row.x0
        if pending is not None and not title[:1].isupper() and not title[:1].isdigit():
            title, x0 = f"{pending.text} {title}", pending.x0
        found.append((x0, title, entry.page))
        pending = None
    if not found:
        found = [(row.x0, row.text, None) for row in rows if not is_contents_heading(row.text)]
    steps = _steps([x0 for x0, _, _ in found])
    return tuple(_entry(x0, title, label, steps) for x0, title, label in found)


def _entry(x0: float, title: str, label: int | None, steps: Sequence[float]) -> Entry:
    number, bare = split_number(title)
    indent = max((place for place, step in enumerate(steps) if x0 >= step - 0.01), default=0)
    return Entry(number, bare, label, indent)


def _steps(starts: Sequence[float]) -> list[float]:
    """The left edges at which entries begin, those within 4 points taken as one."""
    steps: list[float] = []
    for x0 in sorted(starts):
        if not steps or x0 - steps[-1] > 4.0:
            steps.append(x0)
    return steps
