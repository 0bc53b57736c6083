"""Where a block of lines is cut into columns: lines, gutters, and what heads show where these fail.

    Förvaltning      Ansvarig                   Tidsplan
    Kommunledning    Näringslivschef/Miljösam.  31 dec 2023      no gap as wide as between columns, but "31" starts
    Kultur           Ledningskontoret                            where "Tidsplan" does

In: the lines of a block. Out: the places that part its columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from planparse.layout.gutters import Gutter, cut_in, find_gutters, narrow_gutters
from planparse.layout.sharedcolumns import without_shared
from planparse.layout.textlines import TextLine
from planparse.pdf.page import Word


def column_cuts(
    lines: Sequence[TextLine], words: Sequence[Word], drawn: frozenset[float]
) -> tuple[list[float], frozenset[float]]:
    """The cuts from the left, and those of them that part words however near they stand: lines (``drawn``), and left
    edges that a head shares with words under it."""
    size = max(line.size for line in lines)
    valued = [line for line in lines if sum(chunk.value and not chunk.year for chunk in line.chunks) > 1]
    if len(valued) == 1:  # a single row of figures parts its columns itself
        gutters = [Gutter(a.x1, b.x0, 1, 0) for a, b in pairwise(valued[0].chunks)]
    else:
        least = 2 if sum(len(line.chunks) > 1 for line in lines) >= 2 else 1
        gutters = [gutter for gutter in find_gutters(lines, least) if _is_wide(gutter, size)]
    gutters += narrow_gutters(lines, words, gutters)
    soft = [g for g in gutters if not any(g.low - 1 <= x <= g.high + 1 for x in drawn)]
    # A head over figures set right stands between two gutters: both are cut before it.
    cuts = sorted({*drawn, *(cut_in(gutter, lines, words) for gutter in soft)})
    cuts = [cut for at, cut in enumerate(cuts) if cut in drawn or at == 0 or cut - cuts[at - 1] > 1]
    cuts = [cut for cut in cuts if cut in drawn or not _loosens(cut, cuts, lines)]
    starts = _head_starts(lines, words, cuts)
    hard = drawn | frozenset(starts)
    return without_shared(sorted(cuts + starts), hard, lines), hard


def _is_wide(gutter: Gutter, size: float) -> bool:
    """Whether a gutter parts columns: one that nothing crosses may be narrower than the space between two words."""
    width = gutter.high - gutter.low
    return width > 0.3 * size or (width > 0.1 * size and not gutter.crossed and gutter.lines > 2)


def _head_starts(lines: Sequence[TextLine], words: Sequence[Word], cuts: Sequence[float]) -> list[float]:
    """Left edges of heads that no cut parts from the head before, where words under them start at the same place and
    none runs across: a long entry may fill its column up to the next one's."""
    head = next((line for line in lines if len(line.chunks) > 1), None)
    if head is None or len(lines) < 3:
        return []
    out: list[float] = []
    for left, right in pairwise(head.chunks):
        at = right.x0 - 1.5
        if any(left.x1 - 1 < cut < right.x0 + 1 for cut in cuts):
            continue
        held = [words[i] for line in lines for chunk in line.chunks for i in chunk.words]
        if any(word.x0 < at < word.x1 for word in held):
            continue
        if sum(abs(word.x0 - right.x0) < 1.5 for word in held) > 1:
            out.append(at)
    return out


def _loosens(cut: float, cuts: Sequence[float], lines: Sequence[TextLine]) -> bool:
    """Whether right of a cut stand only words of a few lines, each with words left of it: justified text, no column."""
    end = min((other for other in cuts if other > cut), default=1e9)
    start = max((other for other in cuts if other < cut), default=-1e9)
    told = [line for line in lines if len(line.chunks) > 1]
    held = [line for line in told if any(cut < c.x0 and c.x1 < end for c in line.chunks)]
    if not held or held[0] is told[0] or len(held) > 0.5 * len(told):
        return False
    for line in held:
        after = [chunk for chunk in line.chunks if cut < chunk.x0 and chunk.x1 < end]
        if any(map(str.isdigit, "".join(chunk.text for chunk in after))) or after[0].value:
            return False
        if not any(start < chunk.x0 and chunk.x1 < cut for chunk in line.chunks):
            return False
    return True
