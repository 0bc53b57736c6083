"""Where a piece of a block's text stands on the page: the boxes of its own words, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from planparse.layout.blocks import Line, Place
from planparse.pdf.page import Word


def places_of(text: str, lines: Sequence[Line], seen: dict[str, int] | None = None) -> list[Place]:
    """One place for each line that the text stands on; [] where the lines' words don't hold it.

    ``seen`` remembers how far the same text was found, so that the next call gives its next mention.
    """
    wanted = "".join(text.split())
    words = [(line.page, word) for line in lines for word in line.words]
    joined = "".join(word.text for _, word in words)
    starts = set(accumulate((len(word.text) for _, word in words), initial=0))
    start = joined.find(wanted, (seen or {}).get(wanted, 0)) if wanted else -1
    # "6 000 tkr" does not stand in "26 000 tkr": a place begins with a word, or after a sign.
    while start > 0 and start not in starts and joined[start - 1].isalnum():
        start = joined.find(wanted, start + 1)
    if start < 0:
        return []
    end = start + len(wanted)
    if seen is not None:
        seen[wanted] = end
    out: list[tuple[int, list[Word]]] = []
    offset = 0
    for page, word in words:
        if offset < end and offset + len(word.text) > start:
            # Words of one line overlap in height; the next line's stand lower.
            same = out and out[-1][0] == page and word.top < out[-1][1][0].bottom and word.x0 >= out[-1][1][-1].x0
            if same:
                out[-1][1].append(word)
            else:
                out.append((page, [word]))
        offset += len(word.text)
    return [_box(page, run) for page, run in out]


def _box(page: int, words: list[Word]) -> Place:
    return Place(
        page,
        (
            min(word.x0 for word in words),
            min(word.top for word in words),
            max(word.x1 for word in words),
            max(word.bottom for word in words),
        ),
    )
