"""Words of a document's pages as scoring takes them, with the boxes of what the parser took off on purpose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from planparse.evaluate.pagewords import PageWords, WordBox, inside

if TYPE_CHECKING:
    from planparse.evaluate.pagewords import Bbox
    from planparse.layout.blocks import Block
    from planparse.outline.document import Document
    from planparse.pdf.page import Page

# Covers and title blocks in real plans have 2 to 16 words to a page. More before the first section is running text,
# and lost where no section has it.
_COVER_WORDS = 40


def page_words(pages: Iterable[Page], document: Document | None) -> list[PageWords]:
    """The words of every page; ``document`` None (saved output): what was taken off is not known."""
    read = {page.number: tuple((word.text, *word.bbox) for word in page.words) for page in pages}
    if document is None:
        return [PageWords(number, words) for number, words in read.items()]
    apart = _boxes([*document.contents])
    for line in document.furniture:
        apart[line.page].append(line.bbox)
    for number, boxes in _boxes(document.front).items():
        if _few(read.get(number, ()), boxes):
            apart[number] += boxes
    return [PageWords(number, words, tuple(apart[number])) for number, words in read.items()]


def _few(words: Iterable[WordBox], boxes: list[Bbox]) -> bool:
    """Whether what stands before the first section is a cover or a title block."""
    return sum(any(inside(word, box) for box in boxes) for word in words) <= _COVER_WORDS


def _boxes(blocks: Iterable[Block]) -> dict[int, list[Bbox]]:
    out: dict[int, list[Bbox]] = defaultdict(list)
    for block in blocks:
        for place in block.places:
            out[place.page].append(place.bbox)
    return out
