"""The head of an unruled table: its lines before the first values, and how they make rows.

Lines under each other make one row of heads ("Budget" over "2010"), unless the upper one spans columns that the lower
one names: then each is a row of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from planparse.layout.rowlines import Placed, RowLine
from planparse.layout.textlines import Chunk

_DATED = re.compile(r"\b(?:19|20)\d\d$")


def head_length(rows: Sequence[RowLine], cols: int) -> int | None:
    """How many lines at the top come before the first value (a line of years is head); None where none follow."""
    named: set[int] = set()
    for index, row in enumerate(rows):
        told = [cell.chunk for cell in row.cells if cell.col > 0 or cols == 1]
        if _says_one_thing(row, named):
            return _without_group(rows, index)
        named |= {cell.col for cell in row.cells if cell.col and _DATED.search(cell.chunk.text)}
        if any(chunk.value and not chunk.year for chunk in told):
            return _without_group(rows, index)
        years = sum(chunk.year for chunk in told)
        if years and any(chunk.year for cell in row.cells if cell.col == 0 for chunk in [cell.chunk]) and index:
            return _without_group(rows, index)
    return None


def _says_one_thing(row: RowLine, named: set[int]) -> bool:
    """Whether a labelled line has the same word in columns that years have named: "Stängt", where a figure would be."""
    told = [cell for cell in row.cells if cell.col]
    if len(told) < 2 or len(told) == len(row.cells) or any(cell.col not in named for cell in told):
        return False
    texts = {cell.chunk.text for cell in told}
    return len(texts) == 1 and not told[0].chunk.year


def _without_group(rows: Sequence[RowLine], count: int) -> int:
    """A line at the end of the head that stands in the label column alone names a group of rows."""
    while count > 1 and all(cell.last == 0 for cell in rows[count - 1].cells) and _has_heads(rows[: count - 1]):
        if rows[count - 1].cells[0].chunk.text[0].islower() and rows[count - 2].at(0):
            break  # the rest of what names the labels
        count -= 1
    return count


def _has_heads(rows: Sequence[RowLine]) -> bool:
    return any(cell.last > 0 for row in rows for cell in row.cells)


def head_rows(rows: Sequence[RowLine]) -> list[list[RowLine]]:
    """The head's lines as rows."""
    out: list[list[RowLine]] = []
    for row in rows:
        if out and not _breaks(out[-1], row):
            out[-1].append(row)
        else:
            out.append([row])
    return out


def _breaks(before: list[RowLine], row: RowLine) -> bool:
    if row.line.baseline - before[-1].line.baseline > 2.2 * max(row.line.size, before[-1].line.size):
        return True
    for line in before:
        for cell in line.cells:
            if cell.last > cell.col and sum(cell.col <= other.col <= cell.last for other in row.cells) > 1:
                return True
    return row.spans and any(cell.col > 0 for line in before for cell in line.cells)


Extents = dict[int, tuple[float, float]]
"""how far the text of each column reaches"""


def spread_heads(rows: Sequence[RowLine], extents: Extents) -> None:
    """Heads that stand in the middle of several columns, each named in the line below, get these columns.

          Utfall              Målvärde           "Utfall" ends over no column's figures,
    2023      2024      2026    2027    2028     but stands in the middle of two
    """
    for upper, lower in pairwise(rows):
        named = {cell.col: cell.chunk for cell in lower.cells if cell.col == cell.last}
        _spread_over_years(upper, named, extents)
        for certain in (False, True):
            for place, cell in enumerate(upper.cells):
                lined = _lines_up(cell, named, extents)
                if cell.col == 0 or cell.col not in named or (lined and not certain):
                    continue
                least = upper.cells[place - 1].last + 1 if place else 1
                most = upper.cells[place + 1].col - 1 if place + 1 < len(upper.cells) else max(extents, default=0)
                found = _middled(cell, least, most, named, extents, 1.0 if lined else 4.0)
                if found:
                    cell.col, cell.last = found
            if not upper.spans:
                break  # where one head spans columns, others that line up with one by chance may, too


def _spread_over_years(upper: RowLine, named: dict[int, Chunk], extents: Extents) -> None:
    """Heads over a run of bare years share it alike, where each is set in the middle of its part or begins with it."""
    years = sorted(col for col, chunk in named.items() if col and chunk.year and col in extents)
    while years:
        run = [col for at, col in enumerate(years) if col - at == years[0]]
        years = years[len(run) :]
        heads = [cell for cell in upper.cells if cell.col <= run[-1] and cell.last >= run[0]]
        share = len(run) // max(len(heads), 1)
        if share < 2 or share * len(heads) != len(run) or any(cell.last > cell.col for cell in heads):
            continue
        parts = [run[at : at + share] for at in range(0, len(run), share)]
        if all(_is_over(head, part, named, extents) for head, part in zip(heads, parts, strict=True)):
            for head, part in zip(heads, parts, strict=True):
                head.col, head.last = part[0], part[-1]


def _is_over(head: Placed, part: Sequence[int], named: dict[int, Chunk], extents: Extents) -> bool:
    if head.chunk.year or head.col not in part:
        return False
    middle = (head.chunk.x0 + head.chunk.x1) / 2
    begins = head.col == part[0] and abs(head.chunk.x0 - named[part[0]].x0) < 3
    return begins or _off_middle(middle, part[0], part[-1], named, extents) < 4.0


def _lines_up(cell: Placed, named: dict[int, Chunk], extents: Extents) -> bool:
    """Whether a head stands over its own column: in line with its name or its text."""
    if cell.last > cell.col:
        return False
    low, high = extents.get(cell.col, (cell.chunk.x0, cell.chunk.x1))
    return (
        abs(cell.chunk.x0 - low) < 3
        or abs(cell.chunk.x1 - high) < 3
        or _over(cell.chunk, named.get(cell.col, cell.chunk))
    )


def _over(head: Chunk, name: Chunk) -> bool:
    """Whether two heads line up: left, right or in the middle."""
    ends = (head.x0 - name.x0, head.x1 - name.x1, (head.x0 + head.x1 - name.x0 - name.x1) / 2)
    return any(abs(apart) < 3 for apart in ends)


def _middled(
    cell: Placed, least: int, most: int, named: dict[int, Chunk], extents: Extents, within: float
) -> tuple[int, int] | None:
    """The columns in whose middle a head stands best, ``within`` so many points."""
    middle = (cell.chunk.x0 + cell.chunk.x1) / 2
    best: tuple[float, int, int] | None = None
    for first in range(least, cell.col + 1):
        for last in range(max(cell.last, first + 1), most + 1):
            if all(col in named and col in extents for col in range(first, last + 1)):
                error = _off_middle(middle, first, last, named, extents)
                if error < within and (best is None or error < best[0] - 1):
                    best = (error, first, last)
    return best and best[1:]


def _off_middle(middle: float, first: int, last: int, named: dict[int, Chunk], extents: Extents) -> float:
    """How far a head's middle is from that of some columns: of their text, or of their tracks. A track reaches from
    the end of the column before where text stands at its right side, to the start of the next where at its left."""
    left, right = extents[first][0], extents[last][1]
    errors = [abs(middle - (left + right) / 2)]
    if abs(named[first].x1 - extents[first][1]) < 2:
        step = extents[first + 1][1] - extents[first][1]
        starts = [extents[first][1] - step, *([extents[first - 1][1]] if first - 1 in extents else [])]
        errors += [abs(middle - (start + right) / 2 - 3.5) - 3 for start in starts]  # the space at a cell's right side
    if last + 1 in extents and abs(named[last].x0 - extents[last][0]) < 2 < abs(named[last].x1 - extents[last][1]):
        errors.append(abs(middle - (left + extents[last + 1][0]) / 2 + 3.5) - 3)
    return max(0.0, min(errors))
