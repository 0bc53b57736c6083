"""The tables of a page: ruled, shaded, and aligned ones, each as a grid with the words that it took.

In: a page and its words (running heads and feet may be left out). Out: :class:`FoundGrid` objects from the top. What
is a chart, a boxed paragraph, a contents page or prose in columns is none and leaves its words to the text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from planparse.layout.aligned import aligned_skeletons
from planparse.layout.blocks import Grid
from planparse.layout.cardrows import table_alone
from planparse.layout.cards import without_cards
from planparse.layout.cells import GridMaker
from planparse.layout.joining import NOTHING_KNOWN, KnownWords
from planparse.layout.latticework import line_skeletons
from planparse.layout.notemarks import marked_words
from planparse.layout.piling import piled
from planparse.layout.shaded import cell_fills
from planparse.layout.slots import Skeleton
from planparse.layout.tablehead import count_header_rows
from planparse.layout.tablesettings import DEFAULT, TableSettings
from planparse.pdf.page import Bbox, Page, Word


@dataclass(frozen=True, slots=True)
class FoundGrid:
    """A table of a page. ``words`` are the indices of the words that stand in it (its ``loose`` ones too)."""

    grid: Grid
    bbox: Bbox
    words: frozenset[int]


def find_grids(
    page: Page,
    words: tuple[Word, ...],
    settings: TableSettings = DEFAULT,
    known: KnownWords = NOTHING_KNOWN,
) -> list[FoundGrid]:
    """Every table of a page, from the top. ``known`` are the document's words, for hyphens at line ends in cells."""
    marks = marked_words(words)
    if marks:
        return _with_marks(page, words, marks, settings, known)
    page = without_cards(page)
    fills = cell_fills(page, settings) if page.boxes else []
    skeletons, stripes, posts = line_skeletons(page, words, fills, settings)
    skeletons = [table_alone(skeleton, words) for skeleton in skeletons]
    taken = {index for skeleton in skeletons for slot in skeleton.slots for index in slot.words}
    free = [index for index in range(len(words)) if index not in taken] if taken else range(len(words))
    skeletons += aligned_skeletons(words, free, stripes, posts, settings)
    if not skeletons:
        return []
    skeletons = piled(skeletons, words)
    maker = GridMaker(page, fills, settings, known)
    found = [_found(skeleton, maker, words) for skeleton in _disjoint(skeletons)]
    return sorted(found, key=lambda one: (one.bbox[1], one.bbox[0]))


def _with_marks(
    page: Page, words: tuple[Word, ...], marks: dict[int, int], settings: TableSettings, known: KnownWords
) -> list[FoundGrid]:
    """The tables of a page among its words without note marks, which go with their words."""
    kept = [at for at in range(len(words)) if at not in marks]
    out = []
    for one in find_grids(page, tuple(words[at] for at in kept), settings, known):
        taken = {kept[at] for at in one.words}
        taken |= {mark for mark, host in marks.items() if host in taken}
        out.append(replace(one, words=frozenset(taken)))
    return out


def _disjoint(skeletons: list[Skeleton]) -> list[Skeleton]:
    """Each word in the first table that has it: lattices may overlap."""
    gone: set[int] = set()
    out: list[Skeleton] = []
    for skeleton in skeletons:
        held = [index for slot in skeleton.slots for index in slot.words]
        if not gone.isdisjoint(held):
            slots = tuple(replace(s, words=tuple(i for i in s.words if i not in gone)) for s in skeleton.slots)
            skeleton = replace(skeleton, slots=slots)
            if gone.issuperset(held):
                continue
        gone.update(held)
        out.append(skeleton)
    return out


def _found(skeleton: Skeleton, maker: GridMaker, words: tuple[Word, ...]) -> FoundGrid:
    grid = maker.grid(skeleton, words)
    head = skeleton.header_rows if skeleton.header_rows is not None else count_header_rows(grid)
    if head:
        grid = replace(grid, header_rows=head)
    taken = {index for slot in skeleton.slots for index in slot.words}
    return FoundGrid(grid, skeleton.bbox, frozenset(taken | set(skeleton.loose)))
