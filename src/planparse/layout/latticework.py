"""Which meshes of lines and fills on a page are tables.

In: a page, its words and cell fills. Out: skeletons. Ruled lines come first: fills only add what they leave open, so
a marking or a bar inside a ruled cell parts nothing. Drawings (charts, frames, decoration) are left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from planparse.layout.chartlike import has_scale
from planparse.layout.finer import finer
from planparse.layout.gendercolumns import with_gender_column
from planparse.layout.marks import Corners, Mesh, Span, box_edges, join_spans, meshes, page_corners
from planparse.layout.ruled import lattice
from planparse.layout.shaded import fill_at, within
from planparse.layout.slots import Skeleton, Slot
from planparse.layout.stacking import Stacker
from planparse.layout.tablesettings import TableSettings
from planparse.layout.textlines import text_lines
from planparse.pdf.page import Bbox, Box, Page, Word

_TOO_MANY_LINES = 6000
"""a page with more is a map or a drawing"""


def line_skeletons(
    page: Page, words: Sequence[Word], fills: list[Box], settings: TableSettings
) -> tuple[list[Skeleton], list[Span], list[Span]]:
    """The tables that lines and fills make, and the lines and edges that are left over: horizontal, vertical."""
    if len(page.rules) > _TOO_MANY_LINES or not (page.rules or fills):
        return [], [], []
    across, down = _spans(page, settings)
    found = meshes(across, down, settings)
    corners = page_corners(page.rules)
    ruled = [skeleton for mesh in found if (skeleton := _of(mesh, words, corners, settings))]
    if fills:
        kept = [box for box in fills if _parts(box, ruled)]
        over, side = box_edges(kept)
        across, down = join_spans(across + over, settings), join_spans(down + side, settings)
        across = [span for span in across if span[2] - span[1] >= settings.shortest]
        down = [span for span in down if span[2] - span[1] >= settings.shortest]
        found = meshes(across, down, settings)
        ruled = [skeleton for mesh in found if (skeleton := _of(mesh, words, corners, settings))]
    tables = _tables(page, words, fills, across, ruled, settings)
    left = [span for span in across if span[2] - span[1] > 40 and not _in_any(span, tables, settings, True)]
    posts = [span for span in down if not _in_any(span, tables, settings, False)]
    return tables, left, posts


def _tables(
    page: Page,
    words: Sequence[Word],
    fills: list[Box],
    across: Sequence[Span],
    ruled: Sequence[Skeleton],
    settings: TableSettings,
) -> list[Skeleton]:
    """Those of the lattices that are tables, pieces joined, made finer where they are coarse."""
    if fills or any(skeleton.rows < 3 for skeleton in ruled):
        taken = {index for skeleton in ruled for slot in skeleton.slots for index in slot.words}
        free = [index for index in range(len(words)) if index not in taken]
        closed = [_ends_in_rule(skeleton, page, settings) for skeleton in ruled]
        ruled = Stacker(words, fills, across, settings).stacked(ruled, free, closed)
    tables = []
    for skeleton in ruled:
        if len(skeleton.slots) < 2 or _is_drawing(skeleton, words, page, settings):
            continue
        if skeleton.cols == 1 and _has_columns(skeleton, words, settings):
            continue  # its lines are left for the search by alignment
        if skeleton.cols > 1 and _bands_alone(skeleton, words, page, settings):
            continue
        better = finer(skeleton, words, settings)
        if better:
            tables.append(better)
        elif _is_table(skeleton, words, fills, page, settings) and not _is_chart(skeleton, words, settings):
            tables.append(with_gender_column(skeleton, words, settings))
    return _outermost(tables)


def _has_columns(skeleton: Skeleton, words: Sequence[Word], settings: TableSettings) -> bool:
    """Whether the text of a lattice without column lines stands in columns, in its first cell or most others."""
    told = [slot for slot in skeleton.slots if slot.words]
    parted = [any(len(line.chunks) > 1 for line in text_lines(words, slot.words, settings)) for slot in told]
    return bool(parted) and (parted[0] or sum(parted) > 0.5 * len(parted))


def _bands_alone(skeleton: Skeleton, words: Sequence[Word], page: Page, settings: TableSettings) -> bool:
    """Whether fills part rows and no columns: several figures stand beside each other in cells of many rows."""
    x0, top, x1, bottom = skeleton.bbox
    if any(not r.horizontal and x0 + 3 < r.x0 < x1 - 3 and r.top < bottom and r.bottom > top for r in page.rules):
        return False
    told = {slot.row for slot in skeleton.slots if slot.words}
    held = {slot.row for slot in skeleton.slots if _figures_beside(slot, words, settings)}
    return len(held) > 1 and len(held) >= 0.4 * len(told)


def _figures_beside(slot: Slot, words: Sequence[Word], settings: TableSettings) -> bool:
    """Whether a line of a cell has several figures."""
    if sum(words[index].text[-1].isdigit() for index in slot.words) < 2:
        return False
    lines = text_lines(words, slot.words, settings)
    return any(sum(chunk.number and not chunk.year for chunk in line.chunks) > 1 for line in lines)


def _ends_in_rule(skeleton: Skeleton, page: Page, settings: TableSettings) -> bool:
    """Whether a rule closes a lattice that is more than a head."""
    x0, _, x1, bottom = skeleton.bbox
    return skeleton.rows > 2 and any(
        rule.horizontal and abs(rule.top - bottom) <= settings.near and rule.x1 - rule.x0 > 0.8 * (x1 - x0)
        for rule in page.rules
    )


def _in_any(span: Span, tables: Sequence[Skeleton], settings: TableSettings, across: bool) -> bool:
    """Whether a line belongs to a table."""
    near = settings.near
    at, low, high = span
    for table in tables:
        x0, top, x1, bottom = table.bbox
        if across and top - near <= at <= bottom + near and low < x1 and high > x0:
            return True
        if not across and x0 - near <= at <= x1 + near and low < bottom and high > top:
            return True
    return False


def _spans(page: Page, settings: TableSettings) -> tuple[list[Span], list[Span]]:
    across = [(rule.top, rule.x0, rule.x1) for rule in page.rules if rule.horizontal]
    down = [(rule.x0, rule.top, rule.bottom) for rule in page.rules if not rule.horizontal]
    return (
        [span for span in join_spans(across, settings) if span[2] - span[1] >= settings.shortest],
        [span for span in join_spans(down, settings) if span[2] - span[1] >= settings.shortest],
    )


def _of(mesh: Mesh, words: Sequence[Word], corners: Corners, settings: TableSettings) -> Skeleton | None:
    if not mesh.across or not mesh.down or len(mesh.across) + len(mesh.down) < 4:
        return None
    x0, top, x1, bottom = mesh.bbox
    among = [
        index
        for index, word in enumerate(words)
        if word.x1 > x0 and word.x0 < x1 and word.bottom > top and word.top < bottom
    ]
    return lattice(mesh, words, among, settings, corners.within(mesh.bbox, settings.near)) if among else None


def _parts(box: Box, ruled: Sequence[Skeleton]) -> bool:
    """Whether a fill's edges may part cells: not where it lies in a ruled cell without spanning it."""
    middle = ((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2)
    for skeleton in ruled:
        if not within((*middle, *middle), skeleton.bbox, 0.0):
            continue
        for slot in skeleton.slots:
            if within(box.bbox, slot.bbox, 4.0):
                wide = box.x0 - slot.bbox[0] < 6 and slot.bbox[2] - box.x1 < 6
                high = box.top - slot.bbox[1] < 6 and slot.bbox[3] - box.bottom < 6
                return wide or high
    return True


def _is_drawing(skeleton: Skeleton, words: Sequence[Word], page: Page, settings: TableSettings) -> bool:
    """A chart, a frame or decoration: lines that cut through words, or hold hardly any."""
    told = [slot for slot in skeleton.slots if slot.words]
    if len(told) < 2 or _cut_share(told, words) > settings.cut_words:
        return True
    rows = {row for slot in told for row in range(slot.row, slot.row + slot.row_span)}
    if len(rows) < settings.told_rows * skeleton.rows or len(told) < settings.told_cells * len(skeleton.slots):
        return True
    if skeleton.rows == 1 and max(_density(slot.bbox, slot.words, words) for slot in told) < settings.density:
        return True
    x0, top, x1, bottom = skeleton.bbox
    if any(not rule.horizontal and x0 + 3 < rule.x0 < x1 - 3 and top - 3 < rule.top < bottom for rule in page.rules):
        return False
    every = [index for slot in told for index in slot.words]
    return _density(skeleton.bbox, every, words) < settings.least_density


def _is_chart(skeleton: Skeleton, words: Sequence[Word], settings: TableSettings) -> bool:
    """A grid with many bare cells and a scale, or the page numbers of a contents table."""
    told = [slot for slot in skeleton.slots if slot.words]
    if skeleton.cols == 2 and _is_contents(told, words):
        return True
    if len(told) > 0.5 * len(skeleton.slots):
        return False
    return has_scale(text_lines(words, [index for slot in told for index in slot.words], settings))


def _is_contents(told: Sequence[Slot], words: Sequence[Word]) -> bool:
    """Titles with page numbers that rise by little."""
    last = [" ".join(words[i].text for i in slot.words) for slot in sorted(told, key=lambda s: s.row) if slot.col == 1]
    if len(last) < 6 or not all(text.isdecimal() and len(text) < 10 for text in last[1:]):
        return False
    pages = [int(text) for text in last if text.isdecimal() and len(text) < 10]
    steps = [b - a for a, b in pairwise(pages)]
    return pages[0] < 12 and pages[-1] > pages[0] and all(0 <= step <= 20 for step in steps)


def _density(bbox: Bbox, held: Sequence[int], words: Sequence[Word]) -> float:
    """The share of a place's ground that its words cover."""
    x0, top, x1, bottom = bbox
    covered = sum((words[i].x1 - words[i].x0) * (words[i].bottom - words[i].top) for i in held)
    return covered / max(1.0, (x1 - x0) * (bottom - top))


def _has_figures(told: Sequence[Slot], words: Sequence[Word]) -> bool:
    """Whether a row starts with a label and goes on with figures."""
    texts = [" ".join(words[i].text for i in slot.words) for slot in sorted(told, key=lambda slot: slot.col)]
    return any(map(str.isalpha, texts[0])) and any(not any(map(str.isalpha, text)) for text in texts[1:])


def _is_table(
    skeleton: Skeleton, words: Sequence[Word], fills: Sequence[Box], page: Page, settings: TableSettings
) -> bool:
    """Of several columns, or of one whose rows are parted to the eye: by lines, or by fills that change."""
    told = sorted((slot for slot in skeleton.slots if slot.words), key=lambda slot: slot.row)
    bare = not any(rule.top < skeleton.ys[-1] + 3 and rule.bottom > skeleton.ys[0] - 3 for rule in page.rules)
    if skeleton.rows == 1 and bare and skeleton.ys[-1] < 0.8 * page.height and not _has_figures(told, words):
        return False  # boxes in a row: a head at the page's end may go on, one above it heads nothing
    if skeleton.cols > 1 and len({slot.col for slot in told}) > 1:
        return True
    grounds = [fill_at((s.bbox[0] + s.bbox[2]) / 2, s.bbox[1] + 2, fills) for s in told]
    changes = sum(a != b for a, b in pairwise(grounds))
    if changes:
        return changes + 1 == len(told) or len(told) >= 3
    lines = [
        rule.top
        for rule in page.rules
        if rule.horizontal and rule.x1 - rule.x0 > 0.8 * (skeleton.xs[-1] - skeleton.xs[0])
    ]
    parted = sum(any(abs(y - line) <= settings.near for line in lines) for y in skeleton.ys[1:-1])
    return len(told) >= 3 and parted >= len(told) - 1


def _cut_share(told: Sequence[Slot], words: Sequence[Word]) -> float:
    """How many of the words run over the sides of their cells by more than a third of their width."""
    cut = total = 0
    for slot in told:
        left, _, right, _ = slot.bbox
        total += len(slot.words)
        for index in slot.words:
            word = words[index]
            x0, x1 = word.x0, word.x1
            if left - x0 > 3.0 or x1 - right > 3.0:
                cut += max(left - x0, x1 - right) > 0.2 * (x1 - x0)
    return cut / total


def _outermost(tables: list[Skeleton]) -> list[Skeleton]:
    """Of tables inside each other the outer one, unless it is little more than a frame round the other."""
    out: list[Skeleton] = []
    for table in sorted(tables, key=lambda t: -(t.bbox[2] - t.bbox[0]) * (t.bbox[3] - t.bbox[1])):
        home = next((o for o in out if within(table.bbox, o.bbox, 2.0)), None)
        if home is None:
            out.append(table)
        elif _is_frame(home, table.bbox):
            out.remove(home)
            out.append(table)
    return out


def _is_frame(outer: Skeleton, inner: Bbox) -> bool:
    told = [slot for slot in outer.slots if slot.words]
    return len(told) <= 3 and any(within(inner, slot.bbox, 2.0) for slot in told)
