"""The thresholds of the outline stage, in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutlineSettings:
    """Sizes are in points unless said otherwise."""

    heading_lines: int = 4
    """a heading runs over at most so many lines: goal wordings used as headings take three in narrow columns"""
    heading_letters: int = 200
    """and holds at most so many letters; the longest of the annotated plans has 150"""
    larger: float = 1.0
    """so much above the body's size is a heading's size by itself; footnotes and captions go the other way"""
    smaller: float = 0.75
    """a heading in smaller type than the body's is not smaller than so much of it"""
    near_size: float = 0.6
    """sizes that differ by less are the same: producers scale 11 pt to 10.98 or 11.04"""
    room_above: float = 0.4
    """so many sizes of white over a line that only capitals, colour or a line under it set off from the body"""
    likeness: float = 90.0
    """rapidfuzz ratio of folded texts from which a bookmark, tag or contents entry is that line"""
    boards_share: int = 12
    """the boards' chapters hold at least one in so many blocks of a document of several boards"""
    cover_words: int = 20
    """a page with fewer words of prose before the first section is a cover"""
    prose_words: int = 8
    """a paragraph of so many words (or of two lines) is prose"""
    contents_entries: int = 3
    """so many lines that end in a rising page number make a contents list under its heading; one more without"""
    edge: float = 7.0
    """column edges of two pieces of one table differ by less, after moving and scaling one onto the other"""
    edge_share: float = 0.25
    """or by less than so much of the narrower column beside them, where both have as many columns"""
    group_gap: float = 2.0
    """over and under a line that names a group of rows is less white than so many of its sizes"""
    straight_gap: float = 9.0
    """pieces of one table on one page stand no further apart: less than a line"""
    narrowest: float = 0.6
    """a table is on no page narrower than so much of its width on another (A4 upright by A4 lying: 0.7)"""
    caption_gap: float = 30.0
    """a caption stands at most so far from its table"""
    caption_letters: int = 120
    """and has at most so many letters, unless it says itself that it is one"""
    title_gap: float = 1.2
    """lines of one heading are at most so many sizes apart"""


SETTINGS = OutlineSettings()
