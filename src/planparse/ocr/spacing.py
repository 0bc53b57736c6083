"""The characters of a line as read, and its ink → words with their own places.

An engine knows a character's place to a third of its width at best, and leaves spaces out or sees one too many; the
ink is exact. So spaces are taken from the engine and put at the nearest gap in the ink, a gap that is too wide to be
one between letters parts a word, and a space where the ink has no gap is none::

    engine   12platser   3 500    erbj uds
    ink      12 platser  3 500    erbjuds
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from planparse.ocr.engine import Glyph, ReadLine
from planparse.ocr.glyph_ink import barred, capital_of, inked, raised_from, thousands
from planparse.ocr.picture import Mask, runs
from planparse.ocr.settings import DEFAULT, OcrSettings
from planparse.ocr.type_looks import own_rows


@dataclass(frozen=True, slots=True)
class ReadWord:
    """A word with its place in pixels; ``confidence`` is that of its least sure figure, or letters' mean."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float
    raised: bool = False
    """a figure that points to a note"""


@dataclass(frozen=True, slots=True)
class _Gap:
    start: float
    end: float

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2

    @property
    def width(self) -> float:
        return self.end - self.start


def words_of(line: ReadLine, ink: Mask, em: float, settings: OcrSettings = DEFAULT) -> list[ReadWord]:
    """The words of a line; ``ink`` is that of the whole picture, ``em`` the type's size in pixels."""
    glyphs = [glyph for glyph in line.glyphs if glyph.text != " "]
    if not glyphs:
        return []
    left, right = round(line.x0), round(line.x1)
    own = _trimmed(line, ink)
    columns = np.asarray(ink[round(own.top) : round(own.bottom), left:right].any(axis=0))
    stretches = [(left + start, left + end) for start, end in runs(columns)]
    if not stretches:
        return _by_glyphs(line, em)
    glyphs = _on_ink(glyphs, stretches[0][0], stretches[-1][1], em)
    glyphs = _dashes(glyphs, stretches, {index for index, _ in _spaces(line)}, em, settings)
    gaps = [_Gap(before[1], after[0]) for before, after in pairwise(stretches)]
    breaks = _breaks(line, glyphs, gaps, em, settings)
    out: list[ReadWord] = []
    start, edge = 0, float(stretches[0][0])
    for index in [*sorted(breaks), len(glyphs)]:
        gap = breaks.get(index)
        end = gap.start if gap is not None else float(stretches[-1][1])
        if end <= edge:
            # The engine's places are out of order with the ink: the next word takes its letters from there on.
            end = max(edge + 1, (glyphs[index - 1].x + glyphs[min(index, len(glyphs) - 1)].x) / 2)
            gap = None
        out += _parted(glyphs[start:index], line, ink, (edge, own.top, end, own.bottom), em, settings)
        start, edge = index, gap.end if gap is not None else end
    return out


def _trimmed(line: ReadLine, ink: Mask) -> ReadLine:
    """The line without the rows at its frame's edges into which its neighbours reach."""
    top = round(line.top)
    piece = ink[top : round(line.bottom), round(line.x0) : round(line.x1)]
    if not piece.any():
        return line
    first, last = own_rows(piece)
    # Rings and dots are thin: some rows more.
    return replace(line, top=max(top + first - 3, line.top), bottom=min(top + last + 2, line.bottom))


def _parted(
    glyphs: list[Glyph],
    line: ReadLine,
    ink: Mask,
    frame: tuple[float, float, float, float],
    em: float,
    settings: OcrSettings,
) -> list[ReadWord]:
    """A word with its signs put right by its ink, or the parts of a number: thousands, a raised figure for a note."""
    capital = capital_of("".join(glyph.text for glyph in glyphs), ink, frame, em)
    glyphs = [replace(glyphs[0], text=capital), *glyphs[1:]]
    found = inked(glyphs, ink, frame, em)
    if found is None:
        return [_word(glyphs, line, frame[0], frame[2])]
    told = [barred(one, ink) if one.text in "<>" else one.text for one in found]
    word = "".join(told)
    if word.isupper():
        places = [(one.x0, *frame[1:]) for one in found]
        told = [told[0], *(capital_of(word[at:], ink, places[at], em) for at in range(1, len(word)))]
    glyphs = [replace(glyph, text=text) for glyph, text in zip(glyphs, told, strict=True)]
    if len(glyphs) < 2 or not any(map(str.isdigit, told)):
        return [_word(glyphs, line, frame[0], frame[2])]
    count = raised_from(found, em)
    starts = [0, *thousands(found[:count], em, settings)]
    out = []
    for start, end in pairwise([*starts, count]):
        out.append(_word(glyphs[start:end], line, found[start].x0, found[end - 1].x1))
    if count < len(found):
        note = _word(glyphs[count:], line, found[count].x0, found[-1].x1)
        out.append(replace(note, top=found[count].top - 2, bottom=found[count].bottom + 2, raised=True))
    return out


_NARROW, _WIDE = frozenset("iljtfI1.,:;'!|()[]"), frozenset("mwMW%@—")


def _on_ink(glyphs: list[Glyph], start: float, end: float, em: float) -> list[Glyph]:
    """The characters moved so that the first and the last stand on the ends of the ink; engines drift along a line."""
    if len(glyphs) < 2 or glyphs[-1].x <= glyphs[0].x:
        return glyphs
    first, last = start + _half(glyphs[0]) * em, end - _half(glyphs[-1]) * em
    if max(abs(first - glyphs[0].x), abs(last - glyphs[-1].x)) > 0.7 * em or last <= first:
        return glyphs
    stretch = (last - first) / (glyphs[-1].x - glyphs[0].x)
    return [replace(glyph, x=first + (glyph.x - glyphs[0].x) * stretch) for glyph in glyphs]


def _half(glyph: Glyph) -> float:
    """Half the width of a character, in ems."""
    return 0.14 if glyph.text in _NARROW else 0.42 if glyph.text in _WIDE else 0.26


def _dashes(
    glyphs: list[Glyph], stretches: list[tuple[int, int]], spaces: set[int], em: float, settings: OcrSettings
) -> list[Glyph]:
    """Hyphens that are as wide as dashes made dashes: engines have one sign for both, or a dot in mid-height."""
    out: list[Glyph] = []
    for index, glyph in enumerate(glyphs):
        if glyph.text in "-–—":
            after = glyphs[index + 1].text.isdigit() if index + 1 < len(glyphs) else False
            before = glyphs[index - 1].text.isdigit() if index else False
            wide = next((end - start for start, end in stretches if start - 1 <= glyph.x <= end + 1), 0)
            least = settings.dash_in_figures if before and after else settings.dash
            # A sign before a figure is a minus, however wide it is.
            dash = least * em <= wide <= 1.2 * em and (before or not after)
            # "barn- och": what ends a word is a hyphen.
            ends = index + 1 == len(glyphs) or index + 1 in spaces
            dash &= not (index and index not in spaces and ends and glyphs[index - 1].text.isalpha())
            glyph = replace(glyph, text="–" if dash else "-")
        out.append(glyph)
    return out


def _breaks(line: ReadLine, glyphs: list[Glyph], gaps: list[_Gap], em: float, settings: OcrSettings) -> dict[int, _Gap]:
    """Before which characters a word begins, and the gap there."""
    out: dict[int, _Gap] = {}
    spaces = _spaces(line)
    places = [(glyphs[index - 1].x + glyphs[index].x) / 2 for index, _ in spaces]
    for (index, sure), place, gap in zip(spaces, places, _fitted(places, gaps, em, settings), strict=True):
        if gap is not None:
            out[index] = gap
        elif sure > settings.sure_space:
            out[index] = _Gap(place, place)
    taken = set(out.values())
    for gap in gaps:
        if gap in taken or gap.width < settings.parted_letters * em:
            continue
        index = next((i for i, glyph in enumerate(glyphs) if glyph.x > gap.middle), len(glyphs))
        if 0 < index < len(glyphs) and index not in out and _parts(glyphs, index, gap, gaps, taken, em, settings):
            out[index] = gap
    return out


def _fitted(places: list[float], gaps: list[_Gap], em: float, settings: OcrSettings) -> list[_Gap | None]:
    """For each space the gap that it is, in order, so that the gaps are as wide and as near as can be.

    ``best[j]`` is the worth of the spaces so far with gaps up to the j-th; a space may have none.
    """
    wide = [gap for gap in gaps if gap.width >= settings.joined_gap * em]
    best = [0.0] * (len(wide) + 1)
    steps: list[str] = []
    for place in places:
        now, took = [best[0]], "-"
        for j, gap in enumerate(wide):
            away = abs(gap.middle - place)
            with_it = best[j] + max(gap.width - settings.away * away, 0.1) if away < 0.8 * em else -1.0
            most = max(with_it, now[j], best[j + 1])
            took += "x" if with_it == most else "<" if now[j] == most else "-"
            now.append(most)
        steps.append(took)
        best = now
    return _traced(steps, wide)


def _traced(steps: list[str], wide: list[_Gap]) -> list[_Gap | None]:
    """The gaps chosen, from the steps by which the best worth came: a gap taken, one left out, a space without."""
    out: list[_Gap | None] = []
    at = len(wide)
    for took in reversed(steps):
        while took[at] == "<":
            at -= 1
        out.append(wide[at - 1] if took[at] == "x" else None)
        at -= took[at] == "x"
    return out[::-1]


def _spaces(line: ReadLine) -> list[tuple[int, float]]:
    """(index of the character after it, confidence) of each space that the engine gives."""
    out = []
    solid = 0
    for glyph in line.glyphs:
        if glyph.text != " ":
            solid += 1
        elif solid:
            out.append((solid, glyph.confidence))
    last = sum(1 for glyph in line.glyphs if glyph.text != " ")
    return [(index, sure) for index, sure in dict(out).items() if index < last]


def _parts(
    glyphs: list[Glyph], index: int, gap: _Gap, gaps: list[_Gap], taken: set[_Gap], em: float, settings: OcrSettings
) -> bool:
    """Whether a gap for which the engine has no space parts two words."""
    before, after = glyphs[index - 1].text, glyphs[index].text
    figures = before.isdigit() and after.isdigit()
    if gap.width >= (settings.parted_figures if figures else settings.parted_gap) * em:
        return True
    if before.isdigit() and after == "%":
        return True
    if figures or not (before.isalnum() and after.isalnum()):
        return False
    others = sorted(other.width for other in gaps if other not in taken and other is not gap)
    usual = others[int(len(others) * 0.8)] if others else 0.0
    spaces = sorted(other.width for other in taken)
    like_space = not spaces or gap.width > 0.62 * spaces[len(spaces) // 2]
    return gap.width > 2.1 * max(usual, 0.04 * em) and like_space


def _word(glyphs: list[Glyph], line: ReadLine, x0: float, x1: float) -> ReadWord:
    text = "".join(glyph.text for glyph in glyphs)
    figures = [glyph.confidence for glyph in glyphs if glyph.text.isdigit() or glyph.text in "-–−,.%"]
    has_figure = any(glyph.text.isdigit() for glyph in glyphs)
    sure = min(figures) if has_figure else float(np.mean([glyph.confidence for glyph in glyphs]))
    return ReadWord(text, x0, line.top, x1, line.bottom, sure)


def _by_glyphs(line: ReadLine, em: float) -> list[ReadWord]:
    """The words where there is no ink to go by (light letters on a dark ground that was not found)."""
    groups: list[list[Glyph]] = [[]]
    for glyph in line.glyphs:
        if glyph.text == " ":
            groups.append([])
        else:
            groups[-1].append(glyph)
    half = 0.27 * em
    return [_word(group, line, group[0].x - half, group[-1].x + half) for group in groups if group]
