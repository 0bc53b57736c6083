"""Headings that a file tags → their text, by the marked contents that its words stand in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planparse.pdf.page import TaggedHeading, Word

Heading = tuple[int, list[int]]
"""level (0 for a bare H) and marked content ids"""


def worded(headings: Sequence[Heading], words: Iterable[tuple[Word, int]], number: int) -> tuple[TaggedHeading, ...]:
    """Headings with the words that stand in their marked contents; those without any are left out."""
    if not headings:
        return ()
    said: dict[int, list[str]] = {}
    for word, tag in words:
        said.setdefault(tag, []).append(word.text)
    out = []
    for level, mcids in headings:
        text = " ".join(part for mcid in mcids for part in said.get(mcid, ()))
        if text:
            out.append(TaggedHeading(text, level, number))
    return tuple(out)
