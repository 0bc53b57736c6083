"""What stands before the first section: covers, and a title that heads no text of its own.

In: pages and blocks. Out: which pages are covers, which heading is only the title, which file page prints which number.
"""

from __future__ import annotations

from collections.abc import Sequence

from planparse.layout.blocks import Block, Grid, ListItem, PageLayout
from planparse.outline.candidates import Candidate
from planparse.outline.contents import Contents
from planparse.outline.settings import SETTINGS


def cover_pages(layouts: Sequence[PageLayout], contents: Contents, blocks: Sequence[Block]) -> frozenset[int]:
    """The pages at the start that hold no prose, in a document of several pages.

    A page with the contents on it counts as one: what stands over the contents is the title.
    """
    with_contents = {blocks[index].places[0].page for index in contents.blocks}
    covers: set[int] = set()
    if len(layouts) < 2:
        return frozenset()
    for page in layouts:
        words = sum(_prose_words(block) for block in page.blocks)
        before = not with_contents or page.number <= max(with_contents)
        if page.number in with_contents or (
            before and len(covers) < 3 and words < SETTINGS.cover_words and page.number < 4
        ):
            covers.add(page.number)
        else:
            break
    if with_contents and covers and max(covers) < max(with_contents):
        covers |= with_contents
    return frozenset(covers)


def _prose_words(block: Block) -> int:
    if isinstance(block, Grid):
        return sum(cell.text.count(" ") + 1 for cell in block.cells if cell.text)
    words = block.text.count(" ") + 1
    return words if words >= SETTINGS.prose_words else 0


def drop_title(headings: list[Candidate], blocks: Sequence[Block]) -> list[Candidate]:
    """The headings without the first ones, where those are only the document's title, its board and the like."""
    kept = headings
    while len(kept) > 2 and _is_title(kept, blocks):
        kept = kept[1:]
    return kept


def _is_title(headings: Sequence[Candidate], blocks: Sequence[Block]) -> bool:
    """Whether the first heading is more prominent than all others, and has nothing but dates and names under it."""
    first, second = headings[0], headings[1]
    if first.number is not None or any(one.style.size >= first.style.size for one in headings[1:]):
        return False
    between = blocks[first.last + 1 : second.first]
    return not any(isinstance(block, (Grid, ListItem)) or _prose_words(block) for block in between)


def page_labels(layouts: Sequence[PageLayout]) -> dict[int, tuple[int, ...]]:
    """The file pages that print each page number; where none is printed, the page's place in the file."""
    found: dict[int, list[int]] = {}
    for page in layouts:
        if page.label and page.label.strip().isdigit():
            found.setdefault(int(page.label), []).append(page.number)
    for page in layouts:
        if page.number not in found:
            found[page.number] = [page.number]
    return {label: tuple(numbers) for label, numbers in found.items()}
