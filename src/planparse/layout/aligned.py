"""Blocks of lines that may be tables: lines of several chunks under each other with a gap that runs through them.

In: the lines of a page that no ruled table took, and the rules and fill edges among them. Out: skeletons.

A line of one chunk goes on a block where it stands on one side of the gap (a label without values, a wrapped label);
a line of prose over the whole width ends it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from planparse.layout.closefigures import parted_from_labels
from planparse.layout.closeheads import heads_above
from planparse.layout.markers import is_section_number
from planparse.layout.marks import Span
from planparse.layout.nextheads import heads_another
from planparse.layout.onerow import one_row
from planparse.layout.sharededges import parted_at_edges
from planparse.layout.slots import Skeleton
from planparse.layout.splitfigures import are_groups
from planparse.layout.tablesettings import TableSettings
from planparse.layout.textlines import TextLine, text_lines
from planparse.layout.turnedheads import with_turned_head
from planparse.layout.unruled import Drawn, block_skeleton, one_row_skeleton
from planparse.pdf.page import Word

Gap = tuple[float, float]


@dataclass(slots=True)
class _Block:
    first: int
    last: int
    gaps: list[Gap]


def aligned_skeletons(
    words: Sequence[Word], free: Sequence[int], stripes: Sequence[Span], posts: Sequence[Span], settings: TableSettings
) -> list[Skeleton]:
    """The tables among the words ``free``; ``stripes`` are the rules and fill edges that belong to no ruled table,
    ``posts`` the vertical ones."""
    found = _Finder(words, stripes, posts, settings).among(list(free), 2)
    turned = [index for index in free if words[index].turned in (90, 270)] if found else []
    if turned:
        taken = {index for table in found for slot in table.slots for index in slot.words}
        level = [index for index in free if index not in taken and not words[index].turned]
        found = [with_turned_head(table, words, turned, level) for table in found]
    return found


class _Finder:
    """Looks for tables among some words of a page, and among halves of them where those are two columns of text."""

    def __init__(
        self, words: Sequence[Word], stripes: Sequence[Span], posts: Sequence[Span], settings: TableSettings
    ) -> None:
        self._words = words
        self._stripes = stripes
        self._posts = posts
        self._settings = settings

    def among(self, free: list[int], halvings: int) -> list[Skeleton]:
        lines = parted_at_edges(text_lines(self._words, free, self._settings), self._words)
        lines = parted_from_labels(lines, self._words)
        if sum(len(line.chunks) > 1 for line in lines) < 1:
            return []
        out: list[Skeleton] = []
        index = 0
        while index < len(lines):
            if len(lines[index].chunks) < 2:
                index += 1
                continue
            block = _grown(lines, index, self._stripes, self._settings)
            over = heads_above(lines, block.first, block.last, self._words)
            block.first -= len(over)
            taken = [*over, *lines[block.first + len(over) : block.last + 1]]
            edge = halvings == 2 and (block.first == 0 or block.last == len(lines) - 1)
            skeleton = self._table(taken, edge)
            if skeleton is not None:
                out.append(skeleton)
            elif self._stripes and (row := one_row(lines, index, self._stripes)):
                out.append(
                    one_row_skeleton(lines[index : row[0]], lines[row[0] : row[1]], row[2], self._words, self._stripes)
                )
                block.last = row[1] - 1
            elif halvings and sum(len(line.chunks) > 1 for line in taken) >= 6:
                out += self._halves(taken, block, halvings)
            index = block.last + 1
        return out

    def _table(self, lines: Sequence[TextLine], edge: bool) -> Skeleton | None:
        told = sum(len(line.chunks) > 1 for line in lines)
        if told < 2 and not (edge and max(len(line.chunks) for line in lines) > 2):
            return None
        return block_skeleton(lines, self._words, _drawn(lines, self._stripes, self._posts, edge), self._settings)

    def _halves(self, lines: Sequence[TextLine], block: _Block, halvings: int) -> list[Skeleton]:
        """Two columns of text side by side: each looked at by itself."""
        low, high = max(block.gaps, key=lambda gap: gap[1] - gap[0])
        at = (low + high) / 2
        every = [index for line in lines for chunk in line.chunks for index in chunk.words]
        left = [index for index in every if self._words[index].x1 <= at + 1]
        right = [index for index in every if self._words[index].x1 > at + 1]
        return [table for part in (left, right) if len(part) > 8 for table in self.among(part, halvings - 1)]


def _grown(lines: Sequence[TextLine], start: int, stripes: Sequence[Span], settings: TableSettings) -> _Block:
    gaps = _gaps(lines[start])
    last = start
    single = 0
    index = start + 1
    crossed = False
    size = lines[start].size
    usual = 1.1 * size  # the widest space between lines so far: rows may stand far apart
    while index < len(lines):
        line, before = lines[index], lines[index - 1]
        larger = line.size > 1.12 * size and line.x0 < gaps[0][1] and _may_be_heading(line)
        if _far(before, line, stripes, 1.5 * usual) or larger:
            break
        common = _common(gaps, line)
        if _starts_anew(lines, start, last, index, stripes):
            break
        if common:
            usual = max(usual, min(line.top - before.bottom, 2.5 * size))
            gaps, last, single, crossed = common, index, 0, False
        elif _crosses(line, gaps):
            if crossed or not _goes_on_after(lines, index, gaps, line):
                break
            crossed = True
        else:
            single += 1
            if single > settings.lone_lines:
                break
        index += 1
    last = _with_tail(lines, start, _with_rest(lines, start, last))
    return _Block(_with_head(lines, start, gaps), last, gaps)


def _may_be_heading(line: TextLine) -> bool:
    """Whether a line is one run of words, or a section's number and one."""
    return len(line.chunks) == 1 or (len(line.chunks) == 2 and is_section_number(line.chunks[0].text))


def _starts_anew(lines: Sequence[TextLine], start: int, last: int, index: int, stripes: Sequence[Span]) -> bool:
    """Whether another block begins: heads after figures and a heading, or a rule that parts figures from prose."""
    line, before = lines[index], lines[index - 1]
    if heads_another(lines, start, index):
        return True
    figures = any(map(_has_figures, lines[start : last + 1]))
    if figures and len(line.chunks) > 1 and index - last > 1 and _is_head(line, lines[start : last + 1]):
        return True
    over = [at for at, low, high in stripes if low < line.x1 and high > line.x0 and at < line.baseline]
    if not over or over[-1] < before.baseline - 1:
        return False
    above, below = lines[max(start, index - 3) : index], lines[index : index + 3]
    if all(map(_is_prose, above)) and not all(map(_is_prose, below)):
        return True
    if not figures or _rule_after(lines, index, stripes):
        return False
    closing = sum(at > lines[start].top for at in over) > 1
    return all(map(_is_prose, below)) or (closing and not _has_figures(line))


def _is_head(line: TextLine, above: Sequence[TextLine]) -> bool:
    """Names of columns: several with a year, in bold, or right of the labels alone; and no figure."""
    if any(chunk.number and not chunk.year for chunk in line.chunks):
        return False
    years = sum(chunk.text[-4:].isdigit() for chunk in line.chunks)
    labels = [other.chunks[0].x1 for other in above if not other.chunks[0].value]
    return line.bold or years > 1 or line.x0 > max(labels, default=line.x0)


def _has_figures(line: TextLine) -> bool:
    return sum(chunk.number and not chunk.year for chunk in line.chunks) > 1


def _is_prose(line: TextLine) -> bool:
    """A line of prose in columns: chunks of several words, most in small letters, no figure by itself."""
    words = " ".join([chunk.text for chunk in line.chunks]).split()
    small = sum(word[0].islower() for word in words)
    many = len(words) >= 4 * len(line.chunks) and small > 0.3 * len(words)
    return many and not any(chunk.value for chunk in line.chunks)


def _rule_after(lines: Sequence[TextLine], index: int, stripes: Sequence[Span]) -> bool:
    """Whether one more rule follows soon: the rows go on, in words."""
    top = lines[index].baseline
    return any(top < at < top + 8 * lines[index].size and low < lines[index].x1 for at, low, _ in stripes)


def _gaps(line: TextLine) -> list[Gap]:
    return [(a.x1, b.x0) for a, b in pairwise(line.chunks)]


def _common(gaps: Sequence[Gap], line: TextLine) -> list[Gap]:
    """The gaps that a line of several chunks leaves: those between its chunks, and those beside it, where its row has
    empty cells (or where justified words of one cell are all that it has)."""
    if len(line.chunks) < 2:
        return []
    beside = [gap for gap in gaps if gap[1] >= line.x1 or gap[0] <= line.x0]
    return sorted({*_meet([gap for gap in gaps if gap not in beside], _gaps(line)), *beside})


def _meet(ours: Sequence[Gap], theirs: Sequence[Gap]) -> list[Gap]:
    """Where gaps of both stand over each other."""
    out: list[Gap] = []
    for low, high in ours:
        for a, b in theirs:
            start, end = max(low, a), min(high, b)
            if end - start > 1:
                out.append((start, end))
    return out


def _crosses(line: TextLine, gaps: Sequence[Gap]) -> bool:
    return all(line.x0 < (low + high) / 2 < line.x1 for low, high in gaps)


def _far(before: TextLine, line: TextLine, stripes: Sequence[Span], usual: float) -> bool:
    """Whether two lines are too far apart for one table; a rule between them bridges more."""
    space = line.top - before.bottom
    size = max(before.size, line.size)
    if space <= max(1.6 * size, usual):
        return False
    if space > 6 * size:
        return True
    return not any(
        before.baseline - 1 < at < line.baseline
        and low < line.x1
        and high > line.x0
        and at - before.bottom < 3 * size
        and line.top - at < 2.5 * size
        for at, low, high in stripes
    )


def _goes_on_after(lines: Sequence[TextLine], index: int, gaps: Sequence[Gap], line: TextLine) -> bool:
    """Whether the table goes on after a line over all gaps: heads that span columns, or a short or bold heading."""
    if index + 1 >= len(lines) or not _meet(gaps, _gaps(lines[index + 1])):
        return False
    if len(line.chunks) > 1 or line.bold:
        return True
    widest = max(other.x1 for other in lines[max(0, index - 2) : index + 2])
    return line.x1 - line.x0 < 0.6 * (widest - line.x0)


def _with_rest(lines: Sequence[TextLine], start: int, last: int) -> int:
    """Lone lines that go on an entry of the last full line: a group of three digits under a figure, or words in small
    letters under words that end in the midst."""
    end = last
    while last > start and end + 1 < len(lines) and end < last + 2:
        line, above = lines[end + 1], lines[end]
        if len(line.chunks) > 1 and not are_groups(line.chunks):
            break
        over = [chunk for chunk in lines[last].chunks if chunk.x0 < line.x1 and chunk.x1 > line.x0]
        if line.top - above.bottom > 0.8 * line.size or not over:
            break
        goes_on = over[-1].number and are_groups(line.chunks)
        if not goes_on and not (abs(over[0].x0 - line.x0) < 2 and line.chunks[0].text[0].islower() and len(over) == 1):
            break
        end += 1
    return end


def _with_tail(lines: Sequence[TextLine], start: int, last: int) -> int:
    """Labels without values that go on at the same pitch after the last full line, up to a wider space."""
    if last == start:
        return last
    pitch = lines[last].baseline - lines[last - 1].baseline
    told = [line.chunks for line in lines[start : last + 1] if len(line.chunks) > 1]
    left, limit = min(c[0].x0 for c in told), min(c[1].x0 for c in told)
    end = last
    while end + 1 < len(lines):
        line = lines[end + 1]
        step = line.baseline - lines[end].baseline
        if len(line.chunks) > 1 or step > 1.15 * pitch or abs(line.x0 - left) > 2 or line.x1 > limit:
            break
        end += 1
    if end == last:
        return last
    if end + 1 < len(lines) and lines[end + 1].baseline - lines[end].baseline < 1.3 * pitch:
        return last
    return end


def _with_head(lines: Sequence[TextLine], start: int, gaps: Sequence[Gap]) -> int:
    """Lines over the first full one that stand over its later columns: the upper lines of heads."""
    left = min((low for low, _ in gaps), default=0.0)
    first = start
    while first > 0 and start - first < 4:
        line, below = lines[first - 1], lines[first]
        if below.top - line.bottom > 0.8 * below.size or line.x0 < left or line.x1 > below.x1 + 3 * below.size:
            break
        first -= 1
    return first


def _drawn(lines: Sequence[TextLine], stripes: Sequence[Span], posts: Sequence[Span], edge: bool) -> Drawn:
    """The rules and fill edges of a block: those that run over most of its width or height, and those over a part.
    The side of a fill that leans may stand a little right of where the text begins."""
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    top, bottom = lines[0].baseline, lines[-1].baseline
    left = x0 if any(line.chunks[0].x1 < x0 + lines[0].size for line in lines) else x0 + lines[0].size
    hard = [
        at
        for at, low, high in posts
        if left < at < x1 and min(high, bottom) - max(low, lines[0].top) > 0.7 * (bottom - lines[0].top)
    ]
    near = [
        span
        for span in stripes
        if top - 2.5 * lines[0].size < span[0] < bottom + 1.5 * lines[-1].size
        and min(span[2], x1) - max(span[1], x0) > 0
        and not _underlines(span, lines)
    ]
    alike = Counter((round(low / 4), round(high / 4)) for _, low, high in near)
    near = [
        span
        for span in near
        # one that runs on far past the text may be the page's, several of one length are the table's
        if (span[1] > x0 - 60 and span[2] < x1 + 60) or alike[round(span[1] / 4), round(span[2] / 4)] > 2
    ]
    full = [span for span in near if min(span[2], x1) - max(span[1], x0) > 0.6 * (x1 - x0)]
    if not full:
        return Drawn(hard=frozenset(hard), edge=edge)
    low, high = min(span[1] for span in full), max(span[2] for span in full)
    return Drawn(tuple(near), low, high, "horizontal rules", frozenset(hard), edge)


def _underlines(span: Span, lines: Sequence[TextLine]) -> bool:
    """Whether a rule is the underlining of words."""
    return any(
        line.baseline < span[0] < line.bottom + 1
        and any(abs(chunk.x0 - span[1]) < 2 and abs(chunk.x1 - span[2]) < 2 for chunk in line.chunks)
        for line in lines
    )
