"""Words to rows, pieces of rows, and lines with what paragraphs are told apart by.

A *row* is every level word on one baseline across the page; a *piece* is a part of a row without a wide gap, so a row
through two text columns is two pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from operator import attrgetter

from planparse.layout.blocks import Line
from planparse.layout.settings import DEFAULT, LayoutSettings
from planparse.pdf.page import Bbox, Word

_UNIT_BEFORE_POWER = frozenset({"m", "km", "dm", "cm", "mm", "(m", "(km", "co", "per"})
_NOTE_GAP = 3.0
"""ems that a note's mark stands before its text, at most"""
_STOPS = frozenset(".,;:)")
_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[ivx]{1,4}|[a-e])[\])]?(?:,\d{1,3})*")


@cache
def family(font: str) -> str:
    """The family of a font: "timesnewroman" for "TimesNewRomanPS-BoldMT"."""
    name = re.split(r"[-,]", font.casefold())[0]
    return re.sub(r"(?:ps)?(?:mt)?$", "", re.sub(r"(?:bold|italic|regular|light|medium|semibold|black)+", "", name))


def around(boxes: Iterable[Bbox]) -> Bbox:
    """The box around boxes."""
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return (min(x0), min(top), max(x1), max(bottom))


def rows_of(words: Iterable[Word], settings: LayoutSettings = DEFAULT) -> list[list[Word]]:
    """Level words as rows from the top, each from the left; raised marks stand in the row that they belong to."""
    rows: list[list[Word]] = []
    reach = floor = 0.0
    share = settings.same_baseline
    for word in sorted(words, key=attrgetter("baseline")):
        if rows and word.baseline <= reach and word.size > floor:
            rows[-1].append(word)
        else:
            rows.append([word])
            reach = word.baseline + share * word.size
            floor = 0.3 * word.size
    if len(rows) > 1:
        rows = _with_raised(rows, settings)
    for row in rows:
        row.sort(key=attrgetter("x0"))
    return rows


def _with_raised(rows: list[list[Word]], settings: LayoutSettings) -> list[list[Word]]:
    """Small words just over or under a row move into it where they touch one of its words."""
    sizes = [max(word.size for word in row) for row in rows]
    for here, row in enumerate(rows):
        for there in (here + 1, here - 1):
            if not row or not 0 <= there < len(rows) or not rows[there]:
                continue
            if sizes[here] >= settings.small * sizes[there]:
                continue
            if abs(row[0].baseline - rows[there][0].baseline) > 0.75 * sizes[there]:
                continue
            moved = [word for word in row if _touches(word, rows[there], sizes[there])]
            if moved:
                rows[there].extend(moved)
                row[:] = [word for word in row if word not in moved]
    return [row for row in rows if row]


def _touches(mark: Word, row: list[Word], size: float) -> bool:
    """Whether a small word stands behind a word of the row, or is the mark before a note's text."""
    noted = _MARK.fullmatch(mark.text) is not None
    return any(
        word.size * 0.84 > mark.size
        and (
            -0.15 * size <= mark.x0 - word.x1 < 0.35 * size
            or (noted and -0.15 * size <= word.x0 - mark.x1 < _NOTE_GAP * size)
        )
        and word.top - 0.3 * size < mark.baseline < word.bottom + 0.3 * size
        for word in row
    )


def is_note_mark(text: str, before: str = "") -> bool:
    """Whether a small raised text can be a note's mark; behind "m" or "CO" a figure is a power or an index.

    >>> is_note_mark("2"), is_note_mark("2", "m"), is_note_mark("tkr")
    (True, False, False)
    """
    return _MARK.fullmatch(text) is not None and before.casefold() not in _UNIT_BEFORE_POWER


def pieces_of(row: Sequence[Word], settings: LayoutSettings = DEFAULT) -> list[list[Word]]:
    """A row taken apart at its wide gaps."""
    piece = [row[0]]
    pieces = [piece]
    end, size = row[0].x1, row[0].size
    share = settings.piece_gap
    for word in row[1:]:
        gap = word.x0 - end
        if gap > share * word.size or (gap > share * size and len(word.text) > 1):
            piece = [word]
            pieces.append(piece)
        else:
            piece.append(word)
        size = word.size
        if word.x1 > end:
            end = word.x1
    return pieces


@dataclass(slots=True)
class TextLine:
    """A line and what is asked of it again and again. ``bold`` and ``italic`` are those of all its words."""

    line: Line
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    color: int
    font: str
    bold: bool
    italic: bool
    text: str
    words: list[Word]
    """without raised note marks"""
    bullet_x: float | None = None
    """where a bullet drawn before the line stands"""

    @property
    def left(self) -> float:
        """Where the line starts, its drawn bullet included."""
        return self.x0 if self.bullet_x is None else self.bullet_x

    @property
    def first(self) -> Word:
        return self.words[0]

    @property
    def last(self) -> Word:
        return self.words[-1]

    @property
    def height(self) -> float:
        return self.bottom - self.top


def text_line(words: Sequence[Word], page: int, settings: LayoutSettings = DEFAULT) -> TextLine:
    """The line that words make, left to right."""
    first = words[0]
    x0, top, x1, bottom = first.bbox
    style = (first.size, first.color, first.font, first.bold, first.italic)
    plain, before = not first.turned, first.x0 - first.size
    uniform = True
    for word in words:
        if word.x0 < x0:
            x0 = word.x0
        if word.top < top:
            top = word.top
        if word.x1 > x1:
            x1 = word.x1
        if word.bottom > bottom:
            bottom = word.bottom
        if word.x0 - before < 0.1 * word.size:
            plain = False
        before = word.x1
        if uniform and (word.size, word.color, word.font, word.bold, word.italic) != style:
            uniform = False
    line = Line(tuple(words), page, (x0, top, x1, bottom))
    if not uniform:
        return _mixed_line(line, settings)
    text = " ".join([word.text for word in words]) if plain or first.turned else _text(words)
    return TextLine(line, x0, top, x1, bottom, first.baseline, *style, text, list(words))


def _mixed_line(line: Line, settings: LayoutSettings) -> TextLine:
    """A line with words of several types: its own are those of most letters."""
    words = line.words
    size, color, font = _prevailing(words)
    told = [word for word in words if word.size > settings.small * size]
    lettered = [word for word in told if word.text.isalpha() or any(map(str.isalnum, word.text))] or told
    body = list(words) if len(told) == len(words) else _unmarked(words, size, settings)
    return TextLine(
        line=line,
        x0=line.bbox[0],
        top=min(word.top for word in told),
        x1=line.bbox[2],
        bottom=max(word.bottom for word in told),
        baseline=max(told, key=lambda word: len(word.text)).baseline,
        size=size,
        color=color,
        font=font,
        bold=all(word.bold for word in lettered),
        italic=all(word.italic for word in lettered),
        text=" ".join(word.text for word in body) if words[0].turned else _text(body),
        words=body,
    )


def _prevailing(words: Sequence[Word]) -> tuple[float, int, str]:
    weight: dict[tuple[float, int, str], int] = {}
    for word in words:
        style = (word.size, word.color, word.font)
        weight[style] = weight.get(style, 0) + len(word.text)
    return max(weight, key=lambda style: weight[style])


def _unmarked(words: Sequence[Word], size: float, settings: LayoutSettings) -> list[Word]:
    """The words without note marks: small digits raised behind a word. A power ("m" and a raised 2) is no mark."""
    level = max((word.baseline for word in words if word.size > settings.small * size), default=0.0)
    out: list[Word] = []
    for word in words:
        raised = word.size <= settings.small * size and level - word.baseline > settings.raised * size
        if raised and _MARK.fullmatch(word.text) and not (out and out[-1].text.casefold() in _UNIT_BEFORE_POWER):
            continue
        out.append(word)
    return out or list(words)


def _text(words: Sequence[Word]) -> str:
    """Words with spaces, but none where they touch: small capitals, a raised 2, a full stop behind a mark left out."""
    text = words[0].text
    for before, word in pairwise(words):
        gap = word.x0 - before.x1
        touching = gap < 0.06 * max(word.size, before.size) and not (word.text[:2] == ".." or before.text[-2:] == "..")
        behind_mark = word.text in _STOPS and gap < 0.7 * before.size
        text += word.text if touching or behind_mark else " " + word.text
    return text


def turned_lines(words: Iterable[Word], page: int, settings: LayoutSettings = DEFAULT) -> list[TextLine]:
    """Lines of turned text, each read along its own direction."""
    by_turn: dict[int, list[Word]] = {}
    for word in words:
        by_turn.setdefault(word.turned, []).append(word)
    lines = []
    for turn, group in sorted(by_turn.items()):
        # along: where the reading goes; across: from line to line
        if turn == 180:
            places = [(-w.baseline, -w.x1, -w.x0, w) for w in group]
        elif turn == 90:
            places = [(-w.x0, w.top, w.bottom, w) for w in group]
        else:
            places = [(w.x1, -w.bottom, -w.top, w) for w in group]
        places.sort(key=lambda place: place[:3])
        row: list[tuple[float, float, float, Word]] = []
        for place in places:
            if row and (
                abs(place[0] - row[0][0]) > 0.4 * place[3].size
                or not -0.5 * place[3].size < place[1] - row[-1][2] < 2 * place[3].size
            ):
                lines.append(text_line([one[3] for one in row], page, settings))
                row = []
            row.append(place)
        if row:
            lines.append(text_line([one[3] for one in row], page, settings))
    return lines
