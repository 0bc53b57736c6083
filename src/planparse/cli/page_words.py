"""Words of a document's pages as scoring takes them, with the boxes of what the parser took off on purpose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from planparse.evaluate import PageWords

if TYPE_CHECKING:
    from planparse.evaluate.pagewords import Bbox
    from planparse.layout.blocks import Block
    from planparse.outline.document import Document
    from planparse.pdf.page import Page

# A cover is a page before the first section with no more words than this; covers in real plans have 5 to 40. What
# stands before the first section on any other page is running text, and lost where no section has it.
_COVER_WORDS = 80


def page_words(pages: Iterator[Page], document: Document | None) -> list[PageWords]:
    """``document`` None (saved output): what was taken off is not known."""
    read = [(page.number, tuple((word.text, *word.bbox) for word in page.words)) for page in pages]
    if document is None:
        return [PageWords(number, words) for number, words in read]
    sizes = {number: len(words) for number, words in read}
    apart = _apart(document, sizes)
    return [PageWords(number, words, tuple(apart[number])) for number, words in read]


def _apart(document: Document, sizes: dict[int, int]) -> dict[int, list[Bbox]]:
    """Boxes by page: running heads and feet, the printed contents, and covers."""
    first = document.sections[0].page_start if document.sections else 0
    out: dict[int, list[Bbox]] = defaultdict(list)
    for line in document.furniture:
        out[line.page].append(line.bbox)
    for block in document.contents:
        for place in block.places:
            out[place.page].append(place.bbox)
    for page, boxes in _front(document.front).items():
        if page < first and sizes.get(page, 0) <= _COVER_WORDS:
            out[page] += boxes
    return out


def _front(blocks: tuple[Block, ...]) -> dict[int, list[Bbox]]:
    out: dict[int, list[Bbox]] = defaultdict(list)
    for block in blocks:
        for place in block.places:
            out[place.page].append(place.bbox)
    return out
