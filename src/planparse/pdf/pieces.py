"""Pieces of text in the order and style in which a file draws them → words.

A reader hands on pieces: letters without white space in one style, with their places along the line that they are
drawn on. Here pieces that touch become one word, raised figures stay words of their own, letters typed with spaces
between are closed up and what is drawn twice is given once. Both readers come through here, so that they give the
same words.

A piece's places are in its *line's own frame*, so that turned text needs no rules of its own: ``start`` and ``end``
run in reading direction, ``base`` downwards from line to line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from planparse.pdf.frozen import quick_frozen
from planparse.pdf.page import Bbox, Word
from planparse.pdf.spelling import spelled


@quick_frozen
class Style:
    """How a piece is set."""

    size: float
    font: str
    bold: bool = False
    italic: bool = False
    color: int = 0
    turned: int = 0
    hidden: bool = False
    tag: int = -1
    """marked content id, -1 for none"""
    spacing: float = 0.0
    """letter-spacing that the file sets and the reader knows, in points: it is no gap between letters"""


@quick_frozen
class Piece:
    """Letters in one style. ``apart`` says that white space stands before it in the file's own text."""

    text: str
    start: float
    end: float
    base: float
    style: Style
    apart: bool


@dataclass(frozen=True, slots=True)
class WordSettings:
    """In shares of the type size, unless said otherwise."""

    touching: float = 0.12
    """a gap smaller than this is no space: half of the narrowest space met (0.2–0.28 em in text fonts)"""
    back: float = 0.5
    """a piece may begin this far before the end of the one that it continues"""
    same_base: float = 0.08
    """pieces of a word stand on one line up to this; a raised figure is 0.25–0.4 up"""
    index: float = 0.35
    """a small piece up to this far below the line is an index ("CO2") and belongs to the word"""
    same_size: float = 0.85
    """below this share of its neighbour's size a piece is a note mark or an index"""
    small_capital: float = 0.65
    """small capitals are at least so large beside their capital: 0.74–0.8 in what was met"""
    spaced: float = 0.25
    """the widest gap behind a capital in letter-spaced small capitals; for text that has no space there"""
    twice: float = 0.08
    """how far fake bold moves its second print"""
    typed_gap: float = 0.45
    """single capitals with no wider gaps are a word typed with spaces ("M Å L")"""
    typed_fewest: int = 4
    ascent: float = 0.78
    descent: float = 0.22


SETTINGS = WordSettings()

_FARTHEST = 20_000.0
"""points from the page's corner; the largest page that PDF allows has 14 400"""
_DOWN_IS_PLUS = frozenset({0, 270})
"""turns in which a line's own downward direction is that of growing x or y"""
_SLOT = 8.0
"""points of height within which equal pieces are looked for; a piece near the edge of two slots is kept in both"""
_ON_END = frozenset({90, 270})
_COMPARED = 40
"""equal pieces in a slot that one more is compared with"""
_SQUARED = re.compile(r"(?:^|[/\d])[kcdm]?m$")
"""a metre, so that a raised 2 or 3 belongs to it and is no note mark"""


_Seen = dict[tuple[str, float], list[Piece]]
"""equal pieces by their text and slot"""


def words_from(pieces: Sequence[Piece], settings: WordSettings = SETTINGS) -> tuple[list[Word], list[int]]:
    """Words in the order of the pieces, and for each the marked content that its first letter stands in."""
    groups: list[list[Piece]] = []
    seen: _Seen = {}
    times = Counter([piece.text for piece in pieces])
    for piece in pieces:
        style = piece.style
        # Numbers that are none compare as False.
        if not (
            0 < style.size < _FARTHEST
            and -_FARTHEST < piece.start <= piece.end < _FARTHEST
            and -_FARTHEST < piece.base < _FARTHEST
        ):
            continue
        if times[piece.text] > 1 and _again(seen, piece, settings.twice * style.size):
            continue
        # Of text set on end, readers report spaces that nobody drew: there the gap alone tells.
        if (not piece.apart or style.turned in _ON_END) and groups and _continues(groups[-1], piece, settings):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    words: list[Word] = []
    tags: list[int] = []
    levels: dict[tuple[float, float], tuple[float, float, float]] = {}
    for group in _closed_up(groups, settings):
        word = _word(group, settings, levels)
        if word is not None:
            words.append(word)
            tags.append(group[0].style.tag)
    return words, tags


def _again(seen: _Seen, piece: Piece, slack: float) -> bool:
    """Whether a piece was met before; if not, it is from now on."""
    above, below = (piece.base - slack) // _SLOT, (piece.base + slack) // _SLOT
    mates = seen.get((piece.text, above))
    if (mates and _among(mates, piece, slack)) or (
        below != above and _among(seen.get((piece.text, below), ()), piece, slack)
    ):
        return True
    if mates is None:
        seen[piece.text, above] = [piece]
    else:
        mates.append(piece)
    if below != above:
        seen.setdefault((piece.text, below), []).append(piece)
    return False


def _among(mates: Sequence[Piece], piece: Piece, slack: float) -> bool:
    """Whether the same letters stand there already: fake bold, and layers that repeat each other."""
    for other in mates[-_COMPARED:]:
        if (
            abs(other.start - piece.start) <= slack
            and abs(other.base - piece.base) <= slack
            and other.style.turned == piece.style.turned
        ):
            return True
    return False


def _continues(group: list[Piece], piece: Piece, settings: WordSettings) -> bool:
    """Whether a piece goes on the word that the group is."""
    last = group[-1]
    size = last.style.size
    if _small_capitals(group, piece, settings):
        return True
    if not -settings.back * size < piece.start - last.end < settings.touching * size:
        return False
    if piece.style.turned != last.style.turned:
        return False
    main = group[0]
    drop = piece.base - main.base
    ratio = piece.style.size / main.style.size if main.style.size else 1.0
    if abs(drop) <= settings.same_base * main.style.size:
        return settings.same_size <= ratio <= 1 / settings.same_size
    if 0 < drop <= settings.index * main.style.size:
        return ratio < settings.same_size
    return piece.text in ("2", "3") and ratio < settings.same_size and _SQUARED.search(last.text) is not None


def _small_capitals(group: list[Piece], piece: Piece, settings: WordSettings) -> bool:
    """Whether a piece is the rest of a word whose capital is set larger, letter-spaced maybe: "E" and "KHAMRA"."""
    first = group[0]
    return (
        len(group) == 1
        and len(first.text) == 1
        and first.text.isupper()
        and piece.text[0].isalpha()
        and piece.base == first.base
        and 0 <= piece.start - first.end < settings.spaced * first.style.size
        and settings.small_capital <= piece.style.size / first.style.size < settings.same_size
        and piece.style.turned == first.style.turned
    )


def _closed_up(groups: list[list[Piece]], settings: WordSettings) -> list[list[Piece]]:
    """Groups, with runs of single capitals that stand close made one."""
    if len([1 for group in groups if len(group[0].text) == 1]) < settings.typed_fewest:
        return groups
    out: list[list[Piece]] = []
    run: list[Piece] = []
    for group in groups:
        single = len(group) == 1 and len(group[0].text) == 1 and group[0].text.isupper()
        if run and not (single and _typed_on(run[-1], group[0], settings)):
            out += [run] if len(run) >= settings.typed_fewest else [[piece] for piece in run]
            run = []
        if single:
            run.append(group[0])
        else:
            out.append(group)
    return out + ([run] if len(run) >= settings.typed_fewest else [[piece] for piece in run])


def _typed_on(last: Piece, piece: Piece, settings: WordSettings) -> bool:
    size = last.style.size
    gap = piece.start - last.end
    return (
        0 < gap < settings.typed_gap * size
        and abs(piece.base - last.base) <= settings.same_base * size
        and piece.style.size == size
        and piece.style.turned == last.style.turned
    )


def _word(
    group: list[Piece], settings: WordSettings, levels: dict[tuple[float, float], tuple[float, float, float]]
) -> Word | None:
    """A word of its pieces. A line's words share the numbers of their heights, and equal words their letters: a long
    document holds a third less memory for it."""
    first = main = group[0]
    text, x0, x1 = first.text, first.start, first.end
    if len(group) > 1:
        text = "".join([piece.text for piece in group])
        x1 = max(group[-1].end, x1)
        main = max(group, key=lambda piece: len(piece.text))
    base, style = main.base, main.style
    text = spelled(text)
    if not text:
        return None
    if style.turned == 0:
        level = levels.get((base, style.size))
        if level is None:
            _, over, _, under = framed(x0, x1, base, style, settings)
            level = levels[base, style.size] = (over, under, base)
        top, bottom, base = level
    else:
        x0, top, x1, bottom = framed(x0, x1, base, style, settings)
        base = base if style.turned in _DOWN_IS_PLUS else -base
    return Word(
        text,
        x0,
        top,
        x1,
        bottom,
        base,
        style.size,
        style.font,
        style.bold,
        style.italic,
        style.color,
        style.turned,
    )


def framed(start: float, end: float, base: float, style: Style, settings: WordSettings = SETTINGS) -> Bbox:
    """The place on the page of what stands between two points of a line, in a line's own frame.

    ::

        turned   0: start → x, base → y          turned  90: start → y, base → -x
        turned 180: start → -x, base → -y        turned 270: start → -y, base → x
    """
    over, under = base - settings.ascent * style.size, base + settings.descent * style.size
    if style.turned == 0:
        return (start, over, end, under)
    if style.turned == 90:
        return (-under, start, -over, end)
    if style.turned == 180:
        return (-end, -under, -start, -over)
    return (over, -end, under, -start)


def along(x: float, y: float, turned: int) -> tuple[float, float]:
    """A displayed point in the frame of a line that is turned so: (along the line, downwards)."""
    if turned == 90:
        return (y, -x)
    if turned == 180:
        return (-x, -y)
    if turned == 270:
        return (-y, x)
    return (x, y)
