"""The thresholds of the table finder, in one place. Lengths in points unless a comment says "sizes" (type sizes)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TableSettings:
    """What is near, long or high enough. Measured on five producers' ruled plans and the EU half of ICDAR-2013."""

    # ruled lines
    near: float = 3.0
    """two lines so close are one: double rules are 2.4 apart (a LaTeX paper), per-cell borders up to 2.8 (Word)"""
    gap: float = 4.0
    """a break in a line up to this is no break: borders drawn per cell leave 0.2 to 3.6"""
    reach: float = 4.0
    """a line that ends so near another one meets it"""
    open_edge: float = 8.0
    """a row line that runs so far past the outermost column line opens one more column"""
    shortest: float = 5.0
    """a table has no lines shorter than this (ticks of a chart's axis are 3 to 5)"""

    # fills
    fill_width: float = 10.0
    fill_height: float = 6.0
    """fills smaller than this are symbols or strips: Word fills a cell's margins with strips 2.9 high"""
    symbol: float = 26.0
    """round boxes, squares and pictures with both sides up to this are status symbols"""

    # words in lines
    same_line: float = 0.4
    """sizes: baselines that differ less are one line (superscripts are raised by a third)"""
    chunk_gap: float = 1.0
    """sizes: a wider space parts two cells of a line; justified prose goes up to 0.9"""
    number_gap: float = 0.55
    """sizes: a wider space parts two numbers; a space of thousands is 0.2 to 0.35"""

    # what a table is at least
    lone_lines: int = 10
    """labels without values that may follow each other (a municipality's list of departments has 7)"""
    told_rows: float = 0.5
    """a grid has words in more than this share of its rows: tables have 0.86 and more, the grid of a bar chart 0.45"""
    told_cells: float = 0.18
    """and of its cells: tables have 0.46 and more, a bar chart's grid 0.13"""
    density: float = 0.08
    """the words of the fullest cell of a single row cover more than this share of it; in a chart's frame under 0.06"""
    least_density: float = 0.03
    """and of all cells together, where no column lines are drawn: tables have 0.09 and more, bars with labels 0.014"""
    cut_words: float = 0.25
    """a drawing, not a table, when lines cut through more than this share of its words"""


DEFAULT = TableSettings()
