"""What stands before the first section: covers, and a title that heads no text of its own.

In: pages and blocks. Out: which pages are covers, which heading is only the title, which file page prints which number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from planparse.layout.blocks import Block, Grid, ListItem, PageLayout
from planparse.outline.candidates import Candidate
from planparse.outline.contents import Contents
from planparse.outline.settings import SETTINGS
from planparse.rules.load import load

_NAMES_OVER_TITLE = 2
"""so many headings may stand over a title: a letterhead's municipality and board"""


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
    """The headings without the first ones, where those are only the document's title and the names round it.

    The title is larger than all other headings, or names the document's kind and year, and nothing but dates and names
    stands over or under it. A board's or
    municipality's name after it, in a type of its own, goes with it.
    """
    first = _title_place(headings, blocks)
    kept = headings if first is None else headings[first + 1 :]
    while len(kept) > 1 and first is not None and _only_names(kept, blocks):
        kept = kept[1:]
    return kept


def _title_place(headings: Sequence[Candidate], blocks: Sequence[Block]) -> int | None:
    """Which of the first headings is the title, None where none is."""
    if len(headings) < 3:
        return None
    largest = max(one.style.size for one in headings)
    place = next(place for place, one in enumerate(headings) if one.style.size == largest)
    alone = sum(one.style.size == largest for one in headings) == 1 or (place == 0 and _is_title(headings[0].text))
    if place > _NAMES_OVER_TITLE or not alone or any(one.number for one in headings[: place + 1]):
        return None
    around = blocks[: headings[place].first] if place else ()
    under = blocks[headings[place].last + 1 : headings[min(place + 1, len(headings) - 1)].first]
    return None if _has_text(around) or _has_text(under) else place


def _is_title(text: str) -> bool:
    """Whether a heading reads as a document's title: its kind and a year ("Mål och budget 2025")."""
    return load("document_types").match(text) is not None and re.search(r"\b(?:19|20)\d\d\b", text) is not None


def _only_names(headings: Sequence[Candidate], blocks: Sequence[Block]) -> bool:
    """Whether the first heading is a board's or a municipality's name in a type that no other has, over no text."""
    first, second = headings[0], headings[1]
    if any(one.style == first.style for one in headings[1:]) or _has_text(blocks[first.last + 1 : second.first]):
        return False
    return load("issuer_names").match(first.text) is not None


def _has_text(blocks: Sequence[Block]) -> bool:
    """Whether blocks hold more than dates and names: prose that is no decision, a list, a table."""
    return any(
        isinstance(block, (Grid, ListItem))
        or (_prose_words(block) > 0 and load("not_headings").match(block.text) is None)
        for block in blocks
    )


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
