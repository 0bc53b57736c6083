"""What looks aligned and is no table: prose in columns, lists, contents pages, labelled lines, an axis of a chart.

In: the rows of a block laid in columns. Out: whether it is a table, with the evidence that lines or fills add.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from planparse.layout.chartlike import has_scale
from planparse.layout.markers import BULLETS
from planparse.layout.rowlines import RowLine, RowSense
from planparse.layout.textlines import Chunk

_MARKER = re.compile(
    r"[•●○▪■□◦‣⁃∙·►➢✓*–—-]|o|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\.?|\d{1,2}"
)
_LEADERS = re.compile(r"\.{4,}|(?:\. ){4,}|…{2,}|_{4,}")
_PAGE = re.compile(r"\d{1,3}|[ivxlc]{1,6}")


def is_table(
    rows: Sequence[Sequence[RowLine]],
    head: int,
    cols: int,
    told: RowSense,
    ruled_bands: int,
    drawn: bool,
    edge: bool = False,
) -> bool:
    """``rows`` with ``head`` rows of head first; ``ruled_bands`` are rows parted by rules or fills that have text in
    two columns or more; ``drawn`` says that any lines or fills belong to the block, ``edge`` that it starts or
    ends its page: a piece of a table then needs less to show."""
    body = rows[head:]
    if edge and cols > 2 and _is_piece(rows, head, cols):
        return True
    if cols < 2 or not body or _has_leaders(rows):
        return False
    full = [row for row in body if _filled(row) >= 2]
    if has_scale([line.line for row in rows for line in row]):
        return False
    if ruled_bands >= 3:
        return not _is_contents(rows, cols)
    if _is_contents(rows, cols) or _is_list(rows, cols):
        return False
    numeric = [col for col in told.values if col > 0 and _has_figures(body, col) and _aligned(body, col)]
    if numeric:
        if len(body) == 1:
            return (len(numeric) >= 2 or drawn) and _named(rows[:head], numeric)
        if len(numeric) >= 2 and head and full:
            return True
        numbers = max(sum(_number_in(row, col) for row in body) for col in numeric)
        return numbers >= (2 if drawn or head else 3) and len(full) >= 2
    if _prose_columns(rows, cols) or (not drawn and (_bulleted(rows, cols) or _headed_again(body))):
        return False
    if drawn:
        return len(full) >= 2 and (head > 0 or (len(full) >= 3 and _texts_aligned(rows, cols)))
    if _labelled(rows):
        return False
    if head and cols > 2 and rows[0][0].line.bold and _filled(rows[0]) == cols and full and len(body) > 1:
        bold = any(line.line.bold for row in body for line in row)
        return not bold and (_texts_aligned(body, cols) if len(body) > 2 else _under_heads(rows, cols))
    return len(full) >= (3 if head else 5) and _texts_aligned(rows, cols) and (cols >= 3 or head > 0)


def _is_piece(rows: Sequence[Sequence[RowLine]], head: int, cols: int) -> bool:
    """A row or two of a label and several figures, or a head with years and no rows."""
    body = rows[head:]
    if len(body) <= 3 and not head and body and _has_letters(body):
        values = [[chunk for col in range(1, cols) for chunk in _chunks([row], col)] for row in body]
        told = [found for found in values if found]
        least = 2 if len(told) > 1 or body[-1][0].line.bold else 3
        return bool(told) and all(len(found) >= least and all(c.value for c in found) for found in told)
    names = [" ".join(chunk.text for chunk in _chunks(rows[:1], col)) for col in range(1, cols)]
    named = [name for name in names if name]
    years = [name for name in named if re.search(r"\b(?:19|20)\d\d$", name) and len(name.split()) <= 3]
    if len(rows) > 2 or len(years) < 2 or len(years) < len(named) or any(_filled(row) > 1 for row in rows[1:]):
        return False
    words = named + [chunk.text for chunk in _chunks(rows[:1], 0)]
    return any(map(str.isalpha, "".join(words)))  # bare years may be the foot of a chart


def _has_letters(rows: Sequence[Sequence[RowLine]]) -> bool:
    labels = [_chunks([row], 0) for row in rows]
    return all(found and any(map(str.isalpha, found[0].text)) for found in labels)


def _filled(row: Sequence[RowLine]) -> int:
    return len({cell.col for line in row for cell in line.cells})


def _chunks(rows: Sequence[Sequence[RowLine]], col: int) -> list[Chunk]:
    return [cell.chunk for row in rows for line in row for cell in line.cells if cell.col == cell.last == col]


def _number_in(row: Sequence[RowLine], col: int) -> bool:
    return any(cell.col == cell.last == col and cell.chunk.value for line in row for cell in line.cells)


def _aligned(rows: Sequence[Sequence[RowLine]], col: int) -> bool:
    """Whether a column's entries share a left, right or middle line (or a decimal sign)."""
    chunks = _chunks(rows, col)
    if len(chunks) < 2:
        return True
    for place in (lambda c: c.x1, lambda c: c.x0, lambda c: (c.x0 + c.x1) / 2, _decimal):
        spots = Counter(round(place(chunk) / 3) for chunk in chunks)
        spot, _ = spots.most_common(1)[0]
        if spots[spot] + max(spots[spot - 1], spots[spot + 1]) >= 0.6 * len(chunks):
            return True
    return False


def _has_figures(rows: Sequence[Sequence[RowLine]], col: int) -> bool:
    """Whether a column holds a number that is no year."""
    return any(chunk.number and not chunk.year for chunk in _chunks(rows, col))


def _named(head: Sequence[Sequence[RowLine]], columns: Sequence[int]) -> bool:
    """Whether a head names each of some columns, with years or in bold: what makes a table of a single row."""
    names = {col: _chunks(head, col) for col in columns}
    if not all(names.values()):
        return False
    years = any(re.search(r"\b(?:19|20)\d\d\b", chunk.text) for chunks in names.values() for chunk in chunks)
    return years or all(line.line.bold for row in head for line in row)


def _decimal(chunk: Chunk) -> float:
    mark = max(chunk.text.find(","), chunk.text.find("."))
    share = 1.0 if mark < 0 else mark / len(chunk.text)
    return chunk.x0 + share * (chunk.x1 - chunk.x0)


def _texts_aligned(rows: Sequence[Sequence[RowLine]], cols: int) -> bool:
    return all(_aligned(rows, col) for col in range(1, cols))


def _under_heads(rows: Sequence[Sequence[RowLine]], cols: int) -> bool:
    """Whether each row has a text in every column, all of them set left where the heads are, and figures in one of them
    (a number, a day) in every row: short lists side by side have none."""
    columns = [[_chunks([row], col) for row in rows] for col in range(cols)]
    if not all(found for column in columns for found in column):
        return False
    aligned = all(abs(chunk.x0 - column[0][0].x0) < 1.5 for column in columns for found in column for chunk in found)
    return aligned and any(all(re.search(r"\d", found[0].text) for found in column[1:]) for column in columns)


def _has_leaders(rows: Sequence[Sequence[RowLine]]) -> bool:
    hits = sum(any(_LEADERS.search(cell.chunk.text) for line in row for cell in line.cells) for row in rows)
    return hits >= 0.4 * len(rows)


def _is_contents(rows: Sequence[Sequence[RowLine]], cols: int) -> bool:
    """Titles with page numbers that never fall."""
    cols = 1 + max((cell.last for row in rows for line in row for cell in line.cells), default=0)
    pages = [chunk.text for chunk in _chunks(rows, cols - 1)]
    numbers = [int(text) for text in pages if text.isdecimal() and len(text) < 10]
    if len(numbers) < 3 or len(numbers) < 0.8 * len(pages) or any(not _PAGE.fullmatch(text) for text in pages[1:]):
        return False
    falls = sum(b < a for a, b in pairwise(numbers))  # appendices are counted anew
    if falls > (len(numbers) > 6) or numbers[0] == max(numbers):
        return False
    between = [chunk for col in range(1, cols - 1) for chunk in _chunks(rows, col)]
    return not any(chunk.value for chunk in between) and max(numbers) < 400


def _is_list(rows: Sequence[Sequence[RowLine]], cols: int) -> bool:
    """Bullets or numbers with their text."""
    first = _chunks(rows, 0)
    marked = sum(bool(_MARKER.fullmatch(chunk.text)) for chunk in first)
    return bool(first) and marked >= 0.8 * len(first) and cols == 2 and not all(c.value for c in _chunks(rows, 1))


def _bulleted(rows: Sequence[Sequence[RowLine]], cols: int) -> bool:
    """Lists side by side."""
    told = [[chunk.text[:1] for chunk in _chunks(rows, col)] for col in range(cols)]
    return sum(sum(mark in BULLETS for mark in marks) >= 0.4 * max(1, len(marks)) for marks in told) > 1


def _headed_again(body: Sequence[Sequence[RowLine]]) -> bool:
    """Bold lines across the columns among the rows: short lists side by side, each with its heading."""
    lines = [line for row in body for line in row]
    return any(line.line.bold and len(line.cells) > 1 for line in lines[:-1]) and not all(x.line.bold for x in lines)


def _labelled(rows: Sequence[Sequence[RowLine]]) -> bool:
    """ "Telefon:  …" on line after line."""
    first = _chunks(rows, 0)
    return sum(chunk.text.endswith(":") for chunk in first) >= 0.5 * max(1, len(first))


def _prose_columns(rows: Sequence[Sequence[RowLine]], cols: int) -> bool:
    """Whether most of the text runs on from line to line in columns as wide as their lines."""
    prose = 0
    for col in range(cols):
        chunks = _chunks(rows, col)
        if len(chunks) < 3:
            continue
        width = max(chunk.x1 - chunk.x0 for chunk in chunks)
        long = [chunk for chunk in chunks if chunk.x1 - chunk.x0 > 0.8 * width and len(chunk.words) >= 3]
        small = sum(chunk.text[:1].islower() for chunk in chunks[1:])
        if (len(long) >= 0.6 * len(chunks) and small >= 0.25 * len(chunks)) or small >= 0.6 * len(chunks):
            prose += 1
    return prose >= max(1, cols - 1) and prose >= 0.5 * cols
