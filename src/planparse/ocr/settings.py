"""The thresholds of reading pictures, in one place. Measured on copies of the corpus printed to 150, 200 and 300 dpi
pictures with noise and skew, and on a printed proposition of 1991."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OcrSettings:
    """Lengths in points unless said otherwise; shades from 0 (black) to 255 (paper)."""

    dpi: int = 200
    """pages are rendered so: at 150 small figures suffer, at 300 reading takes twice the time and gains nothing"""
    most_pixels: int = 30_000_000
    """a larger page (a poster) is rendered coarser; A3 at 200 dpi has 7.7 million"""

    longest_letter: float = 30.0
    """ink that goes on for longer is a line or an area, not a letter"""

    # paper and ink
    paper_block: int = 64
    """pixels of the blocks that the paper's own shade is told from: wider than a row of a table"""
    ink: int = 150
    """a shade under this is ink, where all grounds are white"""
    faint_ink: int = 190
    """the same for thin dashes"""
    dark_ground: int = 120
    """a ground darker than this has light letters"""
    faint: int = 222
    """a thin line may be as faint as this: hairlines are blurred by printing and scanning"""
    speck: int = 3
    """a pixel with no more ink than this in the five by five round it is a speck"""

    # skew
    most_skew: float = 6.0
    """degrees; a sheet that went through a feeder leans by less than 3"""
    least_skew: float = 0.04
    """degrees under which a picture is left as it is: a pixel over the width of a line"""

    # ruled lines
    shortest_across: float = 24.0
    """a horizontal line; words of three letters run together are shorter"""
    shortest_down: float = 11.0
    """a vertical line: the height of a row of small type"""
    sure_down: float = 45.0
    """a vertical line this long is no letter; a shorter one must end on horizontal ones"""
    thickest: float = 3.2
    line_gap: float = 2.5
    """pieces of a line this far apart are one"""
    clear: float = 0.45
    """share of a line's length that may touch ink on a side: text does not stand all along a line"""

    faint_step: float = 5.0
    """shades by which a line on a shaded box differs from it in nearly all rows"""
    faint_even: float = 36.0
    """shades between the lighter and the darker rows of such a line: noise, and no letter"""
    faint_rows: int = 24
    """pixels of height from which that is more than noise"""

    # shaded areas
    shade_step: int = 6
    """shades under the paper's that make an area shaded: the palest zebra stripes are 242"""
    same_shade: int = 9
    least_shaded: float = 7.0
    """the height of an area; the width is at least twice that"""
    least_photo: float = 28.0
    """the shorter side of a photograph; smaller ones are looked at as shaded areas"""
    sure_on_photo: float = 0.93
    """what is read on a photograph with less confidence, or is shorter than four letters, is no text"""
    full: float = 0.82
    """share of its frame that an area fills to be a box"""

    fitted: float = 6.0
    """a side of a box so near a line stands on it"""

    # words
    joined_gap: float = 0.055
    """ems: letters closer than this are not parted by a space, whatever the engine says"""
    parted_gap: float = 0.42
    """ems: letters farther apart are two words"""
    parted_figures: float = 0.7
    """ems: the same for figures, which stand in squares: two ones are 0.35 apart"""
    away: float = 0.35
    """what a pixel of distance takes from a pixel of a gap's width when the gap for a space is chosen"""
    sure_space: float = 0.8
    """a space that the engine gives with more confidence is one even where letters touch"""
    thousands: float = 0.09
    """ems that the room between two figures of a number is wider by where its thousands are parted"""
    parted_letters: float = 0.17
    """ems: the same between two letters, where the line's other gaps between letters are half of it"""

    on_end: float = 2.0
    """height by width from which a frame is that of a line on end"""

    most_leftovers: int = 250
    """patches of ink outside all lines; a table of single figures has fewer, a drawing or map more"""
    sure_leftover: float = 0.75
    """a patch read with less confidence is no text"""

    dash: float = 0.4
    """ems: a hyphen is 0.25 to 0.35 wide, a dash 0.4 to 0.5"""
    dash_in_figures: float = 0.34
    """between figures a hyphen hardly stands at all"""
    largest_bullet: float = 0.62
    """ems"""
    disc: float = 0.7
    """share of its frame that a dot fills, which an engine takes for a letter O; the letter has 0.35 to 0.5"""

    disc_step: int = 30
    """shades that a dot is darker by than what is round it"""

    # type
    same_size: float = 0.075
    """sizes that differ by less are one size: a line's height is read to a pixel of 25"""
    few_letters: int = 12
    """a line of so few letters takes the size of the line that it goes on from"""
    weighed: int = 150
    """letters of a size from which its usual weight is told"""
    bold: float = 1.26
    """strokes this many times as thick as the body's are bold"""

    # emblems
    coarse: float = 3.0
    """the blocks in which the ink of pages is compared"""
    emblem_pages: int = 3
    """pages on which a patch stands at least to be an emblem"""
    emblem_share: float = 0.6
    """of all pages"""
    emblem_edge: float = 0.18
    """share of the sheet's height over or under which it stands"""
    emblem_least: float = 21.0
    """its height: more than one line of text with the blocks round it"""
    emblem_most: float = 130.0
    """its height and width"""
    emblem_same: float = 0.8
    """share of blocks in which two pages' patches are alike: arms have 0.81 and more, headings in one place 0.76"""
    emblem_read: float = 0.66
    """share of its pages on which a word in it is read that is one"""

    # confidence
    doubtful: float = 0.88
    """a figure read with less confidence gets a diagnostic"""
    doubtful_word: float = 0.5
    unsure_page: float = 0.85
    """a page whose letters have less on the average; good scans have 0.97 and more"""
    rejected: float = 0.35
    """what is read with less confidence than this is taken for no text at all"""


DEFAULT = OcrSettings()
