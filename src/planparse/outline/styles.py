"""What type a line is set in, and what type the body of a document is set in.

In: lines of words. Out: :class:`Style`, comparable and hashable, so that lines of one look can be counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from planparse.layout.blocks import Grid, Line, PageLayout, lettered

_SUFFIXES = ("psmt", "ps", "mt")
_CAPS_LETTERS = 7
"""shorter words in capitals ("OSA", "BIBLI") are as likely acronyms"""


class Style(NamedTuple):
    """The look of a line; ``size`` to half a point, ``color`` 0 for all that reads as black."""

    size: float
    bold: bool = False
    italic: bool = False
    color: int = 0
    family: str = ""
    underlined: bool = False
    caps: bool = False


@lru_cache(maxsize=512)
def family_of(font: str) -> str:
    """The family of a font, without weight and slant.

    >>> family_of("TimesNewRomanPS-BoldMT"), family_of("Calibri,Bold"), family_of("Avenir Next Demi Bold")
    ('timesnewroman', 'calibri', 'avenirnextdemi')
    """
    name = font.replace(" ", "").lower()
    for mark in ("-", ","):
        name = name.split(mark)[0]
    for weight in ("bold", "italic", "oblique", "regular"):
        name = name.replace(weight, "")
    for suffix in _SUFFIXES:
        name = name.removesuffix(suffix)
    return name


@lru_cache(maxsize=512)
def plain_color(color: int) -> int:
    """The colour with near-blacks made black.

    >>> hex(plain_color(0x231F20)), hex(plain_color(0x005AA0))
    ('0x0', '0x5aa0')
    """
    return 0 if max(color >> 16, color >> 8 & 255, color & 255) < 72 else color


def is_colored(color: int) -> bool:
    """Whether a colour is more than a shade of grey.

    >>> is_colored(0x005AA0), is_colored(0x606468)
    (True, False)
    """
    parts = (color >> 16, color >> 8 & 255, color & 255)
    return max(parts) - min(parts) > 48


def is_caps(text: str) -> bool:
    """Whether the text is set in capitals, by more than an acronym.

    >>> is_caps("VERKSAMHETENS MÅL"), is_caps("OSA")
    (True, False)
    """
    return text.isupper() and sum(map(str.isalpha, text)) >= _CAPS_LETTERS


def style_of(lines: Sequence[Line]) -> Style:
    """The style that all lines share; a mark that one word lacks (bold, italic, underlined) is not the lines'."""
    every = [word for line in lines for word in line.words]
    if not every:
        return Style(0.0)
    words = lettered(every) or every
    lengths = [len(word.text) for word in words]
    longest = words[lengths.index(max(lengths))]
    return Style(
        size=round(longest.size * 2) / 2,
        bold=all(word.bold for word in words),
        italic=all(word.italic for word in words),
        color=plain_color(longest.color),
        family=family_of(longest.font),
        underlined=all(word.underlined for word in words),
        caps=is_caps(" ".join([word.text for word in words])),
    )


def look_of(style: Style) -> Style:
    """The style without capitals, where its weight sets it off already: an acronym is a heading like the others."""
    return style._replace(caps=False) if style.bold else style


def body_style(pages: Sequence[PageLayout]) -> Style:
    """The style of most text outside tables (inside them, where there is no other)."""
    blocks = [block for page in pages for block in page.blocks]
    return (
        _most(line for block in blocks if not isinstance(block, Grid) for line in block.lines)
        or _most(line for block in blocks if isinstance(block, Grid) for cell in block.cells for line in cell.lines)
        or Style(0.0)
    )


def _most(lines: Iterable[Line]) -> Style | None:
    """The style of most lines by length; one word of each is asked."""
    weight: Counter[tuple[float, bool, int, str]] = Counter()
    for line in lines:
        if line.words:
            word = line.words[len(line.words) // 2]
            weight[word.size, word.bold, word.color, word.font] += int(line.bbox[2] - line.bbox[0]) + 1
    styles: Counter[Style] = Counter()
    for (size, bold, color, font), width in weight.items():
        styles[Style(round(size * 2) / 2, bold, False, plain_color(color), family_of(font))] += width
    return max(styles, key=lambda style: styles[style]) if styles else None
