"""The thresholds of the text half of layout, in one place. Lengths are in ems (the size of the type) unless said."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LayoutSettings:
    """What each is measured on is said beside it: the plans of eight municipalities, Word and InDesign designs."""

    pages_at_once: int = 800
    """pages held together; the longest municipal documents (mål och budget with all boards) have about 500"""

    # lines
    same_baseline: float = 0.3
    """words whose baselines differ by less share a line; super- and subscripts are raised by 0.3 to 0.5"""
    small: float = 0.84
    """type under this share of its neighbours' size may be a raised mark"""
    piece_gap: float = 0.9
    """a row is taken apart at wider gaps; word spaces of justified text go up to about 0.8"""
    marker_gap: float = 6.0
    """a bullet or number stands at most so far before its text (Word's tabs give 1 to 4)"""
    drawn_gap: float = 3.0
    """a drawn bullet stands at most so far before its text"""
    drawn_size: float = 0.55
    """a wider dot is a status symbol (bullets of browsers are 0.26 to 0.3, of InDesign up to 0.5)"""
    loose_gap: float = 2.0
    """pieces of a row that no gutter parts are one line up to this gap, else lines of their own"""

    # text columns
    gutter: float = 1.0
    """the least width of the space between text columns (designed two-column pages have 1.4)"""
    gutter_lines: int = 3
    """a gutter has at least so many lines on each side"""
    sure_gutter_lines: int = 5
    """with fewer lines the gutter must be half as wide again"""
    gutter_tries: int = 300
    """blank strips looked at on a page of up to 70 rows, fewer on longer ones (a designed page has about 40)"""
    most_shapes: int = 400
    """a page with more boxes, or more small shapes, is a drawing: none of them is a box with text or a bullet"""
    background: float = 0.5
    """a fill over this share of the page is its background, not a box of its own"""

    # running heads and feet
    edge_rows: int = 8
    """so many rows from the page's edge may be heads or feet (letterheads have up to six)"""
    same_place: float = 3.5
    """points by which a running line's distance to the edge varies between pages"""
    edge_gap: float = 0.9
    """space between a running line and the text that tells it from a first line of text (line pitch leaves 0.2)"""
    ruled_gap: float = 1.8
    """what a ruled line under a head, or over a foot, counts for as space"""
    running_size: float = 0.95
    """names of chapters at the pages' edge are set in type smaller than this share of the body's"""
    heading_gap: float = 2.5
    """a repeated line in heading type is running only with more space than headings have after them"""

    note_size: float = 0.6
    """type under this share of the body's is a raised mark (0.57), not a page number (0.64 and more)"""

    # paragraphs
    size_change: float = 0.06
    """a larger relative change of size ends a paragraph (11 to 12 points is 0.09)"""
    pitch_slack: float = 1.18
    """a line further down than so many usual pitches starts a paragraph (Word's 6 points after 11-point text: 1.4)"""
    largest_pitch: float = 1.5
    """of type with no wrapped lines to measure; single line spacing is 1.15 to 1.35"""
    indent: float = 0.7
    """a smaller shift of the left edge is none; first-line indents are 1 and more"""
    heading_size: float = 1.12
    """type from this share of the body's is heading type"""
    raised: float = 0.15
    """a note mark stands at least so far over its line's baseline"""


DEFAULT = LayoutSettings()
