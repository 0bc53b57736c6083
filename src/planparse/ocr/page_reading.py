"""One page's picture → what is read on it: words with their type as measured, ruled lines and shaded boxes.

::

    picture ─▶ upright, paper made white ─▶ ruled lines, shaded boxes ─▶ engine ─▶ words on their ink

Places are in points of the upright sheet; its ``to_shown`` takes them to the page as it is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

import numpy as np

from planparse.ocr.arrows import arrow_in
from planparse.ocr.discs import without_discs
from planparse.ocr.engine import Engine, ReadLine
from planparse.ocr.faintlines import lines_on
from planparse.ocr.ground import flattened, ground_of
from planparse.ocr.leaders import Leader, leaders_of
from planparse.ocr.leftover import read_leftovers
from planparse.ocr.linework import Stroke, ending_on, erased, strokes_across, strokes_down, weight
from planparse.ocr.on_end import parted, read_on_end, turned_picture
from planparse.ocr.picture import Gray, Mask, evened, ink_of, runs
from planparse.ocr.settings import DEFAULT, OcrSettings
from planparse.ocr.shading import Shaded, shaded_areas, sharpened, whole
from planparse.ocr.sheet import Sheet, upright
from planparse.ocr.skew import Lie, lie_of
from planparse.ocr.spacing import ReadWord, words_of
from planparse.ocr.type_looks import Measured, measured, weighted_median

Bar = tuple[float, float, float, float]
"""a ruled line: place across it, start, end, width"""


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word with its measured type, in points; ``line`` numbers the page's lines as read."""

    text: str
    x0: float
    x1: float
    line: int
    stroke: float | None
    confidence: float
    size: float | None = None
    """as told from its height, by the usual proportions of letters"""


@dataclass(frozen=True, slots=True)
class SeenLine:
    size: float | None
    baseline: float
    words: tuple[SeenWord, ...]
    turned: int = 0
    """its text's clockwise turn; its places are then those of the sheet turned back by as much"""


@dataclass(frozen=True, slots=True)
class SeenPage:
    """What was read on a page."""

    sheet: Sheet
    lines: tuple[SeenLine, ...]
    across: tuple[Bar, ...] = ()
    down: tuple[Bar, ...] = ()
    boxes: tuple[tuple[float, float, float, float, int], ...] = field(default=())
    """(x0, top, x1, bottom, shade)"""
    photographs: tuple[tuple[float, float, float, float, int], ...] = field(default=())
    discs: tuple[tuple[float, float, float, float, int], ...] = field(default=())
    coarse: Mask = field(default_factory=lambda: np.zeros((0, 0), np.bool_), compare=False)
    """where ink is, in blocks of ``OcrSettings.coarse`` points"""

    @property
    def confidence(self) -> float:
        """The mean over all letters."""
        words = [word for line in self.lines for word in line.words]
        letters = sum(len(word.text) for word in words)
        return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def read_picture(gray: Gray, scale: float, engine: Engine, settings: OcrSettings = DEFAULT) -> SeenPage:
    """Reads a page's picture, ``scale`` pixels to the point."""
    even = evened(gray, settings)
    lie = lie_of(ink_without_lines(even, scale, settings), settings)
    seen = _read_lying(even, lie, scale, engine, settings)
    if seen.lines and seen.confidence < settings.doubtful:
        others = [(lie.quarters + 2) % 4] if not lie.sure else []
        others += [0] if lie.quarters else []
        for quarters in others:
            other = _read_lying(even, Lie(quarters, lie.angle), scale, engine, settings)
            seen = max(seen, other, key=lambda one: one.confidence)
    return seen


def ink_without_lines(even: Gray, scale: float, settings: OcrSettings = DEFAULT) -> Mask:
    """A coarse look: ink of patches that are as high as letters, to tell how the sheet lies."""
    ground = ground_of(even, settings)
    ink = ink_of(flattened(even, ground, settings), settings=settings)
    for photo in shaded_areas(ground.shades, scale, settings)[1]:
        ink[photo.top : photo.bottom, photo.x0 : photo.x1] = False
    long_ = round(settings.longest_letter * scale)
    for axis in (0, 1):
        ink &= ~_long(ink, long_, axis)
    return ink


def _long(ink: Mask, length: int, axis: int) -> Mask:
    """Where ink goes on for more than ``length`` pixels along an axis."""
    along = ink if axis == 1 else ink.T
    total = np.zeros((along.shape[0], along.shape[1] + 1), np.int32)
    np.cumsum(along, axis=1, out=total[:, 1:])
    out = np.zeros_like(along)
    if along.shape[1] > length:
        full = total[:, length:] - total[:, :-length] == length
        marks = np.zeros((along.shape[0], along.shape[1] + 1), np.int32)
        marks[:, : full.shape[1]] += full
        marks[:, length : length + full.shape[1]] -= full[:, : marks.shape[1] - length]
        out = np.cumsum(marks, axis=1)[:, :-1] > 0
    return out if axis == 1 else out.T


def _read_lying(even: Gray, lie: Lie, scale: float, engine: Engine, settings: OcrSettings) -> SeenPage:
    sheet = Sheet.of(even.shape, scale, lie)
    level = upright(even, lie, settings.least_skew)
    ground = ground_of(level, settings)
    areas, photographs = shaded_areas(ground.shades, scale, settings)
    areas = whole([sharpened(area, level) for area in areas], level, settings)
    ground = ground.with_boxes([(one.x0, one.top, one.x1, one.bottom, one.shade) for one in areas])
    flat = flattened(level, ground, settings)
    across = strokes_across(flat, scale, settings.shortest_across, settings)
    across = [one for one in across if not _on_photo(one.start, one.first, one.end, one.last, photographs)]
    sides = [*across, *(edge for area in areas for edge in _edges(area))]
    down = ending_on(strokes_down(flat, scale, settings.shortest_down, settings), sides, scale, settings)
    down = [one for one in down if not _on_photo(one.first, one.start, one.last, one.end, photographs)]
    down += [line for area in areas for line in lines_on(area, level, settings, down) if not _is_among(line, down)]
    bare = erased(flat, across, down)
    ink = ink_of(bare, settings=settings)
    dark = ground.dark_pixels(bare.shape)
    for photo in photographs:
        ink[photo.top : photo.bottom, photo.x0 : photo.x1] = False
        dark[photo.top : photo.bottom, photo.x0 : photo.x1] = True
    leaders = leaders_of(ink)
    for leader in leaders:
        bare[leader.top - 1 : leader.bottom + 1, leader.x0 - 1 : leader.x1 + 1] = 255
        ink[leader.top : leader.bottom, leader.x0 : leader.x1] = False
    lines = [line for line in engine.lines(bare) if _is_text(line, photographs, settings)]
    em = _body_height(lines, scale)
    lines = [_apart(line, lines) for line in _without_doubles(lines, ink, em)]
    lines = [_clipped(line, lines, ink) for line in lines]
    lines, standing = parted(lines, em, settings)
    lines, discs = without_discs(lines, level, bare, em, settings)
    lines += read_leftovers(bare, dark, areas, lines, em, engine, settings)
    lines += [leader.line(em) for leader in leaders if _has_text_beside(leader, lines)]
    seen = _seen(lines, bare, ink, scale, settings)
    for turned, line in read_on_end(bare, standing, engine, settings):
        there = _seen([line], turned_picture(bare, turned), turned_picture(ink, turned), scale, settings)
        seen += [replace(one, turned=turned) for one in there]
    return SeenPage(
        sheet,
        tuple(seen),
        tuple(_bar(stroke, flat, scale) for stroke in across),
        tuple(_bar(stroke, flat.T, scale) for stroke in down),
        tuple(_in_points(area, scale) for area in areas),
        tuple(_in_points(photo, scale) for photo in photographs),
        tuple(_in_points(disc, scale) for disc in discs),
        _coarsened(ink, settings.coarse * scale),
    )


def _coarsened(ink: Mask, step: float) -> Mask:
    """Which blocks of so many pixels, not always whole ones, have ink in them."""
    out = ink
    for axis in (0, 1):
        starts = np.arange(0.0, out.shape[axis], step).astype(np.int64)
        out = np.asarray(np.logical_or.reduceat(out, starts, axis=axis)) if len(starts) else out
    return out


def _has_text_beside(leader: Leader, lines: Sequence[ReadLine]) -> bool:
    """Whether dots lead from something to something; else they are a dotted line."""
    return any(line.top < leader.bottom <= line.bottom and line.x0 < leader.x0 for line in lines)


def _in_points(area: Shaded, scale: float) -> tuple[float, float, float, float, int]:
    return (area.x0 / scale, area.top / scale, area.x1 / scale, area.bottom / scale, area.shade)


def _is_among(line: Stroke, others: Sequence[Stroke]) -> bool:
    near = [other for other in others if abs(other.middle - line.middle) < 5]
    return any(other.start <= line.start + 5 and line.end - 5 <= other.end for other in near)


def _edges(area: Shaded) -> Iterator[Stroke]:
    """A shaded box's upper and lower edge, on which column lines end as they do on ruled ones."""
    for at in (area.top, area.bottom):
        yield Stroke(area.x0, area.x1, at, at)


def _on_photo(x0: float, top: float, x1: float, bottom: float, photographs: Sequence[Shaded]) -> bool:
    x, y = (x0 + x1) / 2, (top + bottom) / 2
    return any(one.x0 <= x <= one.x1 and one.top <= y <= one.bottom for one in photographs)


def _is_text(line: ReadLine, photographs: Sequence[Shaded], settings: OcrSettings) -> bool:
    if not _on_photo(line.x0, line.top, line.x1, line.bottom, photographs):
        return line.confidence >= settings.rejected
    return line.confidence >= settings.sure_on_photo and sum(map(str.isalpha, line.text)) > 3


def _without_doubles(lines: Sequence[ReadLine], ink: Mask, em: float) -> list[ReadLine]:
    """The lines without short ones that hold nothing but the ends of others: detection sees words across a gap."""
    out = []
    for line in lines:
        top, bottom, x0, x1 = round(line.top), round(line.bottom), round(line.x0), round(line.x1)
        if x1 - x0 < 3 * em:
            rest = ink[top:bottom, x0:x1].copy()
            whole = int(rest.sum())
            for other in lines:
                level = min(bottom, other.bottom) - max(top, other.top) > 0.6 * (bottom - top)
                if other is not line and level and other.x1 - other.x0 > x1 - x0:
                    rest[:, max(round(other.x0) - x0, 0) : max(round(other.x1) - x0, 0)] = False
            if whole and int(rest.sum()) < 0.12 * whole:
                continue
        out.append(line)
    return out


def _apart(line: ReadLine, lines: Sequence[ReadLine]) -> ReadLine:
    """A line without the letter that it has from the end of the one before it, or of the beginning of the one after it,
    into which its frame reaches."""
    for other in lines:
        level = min(line.bottom, other.bottom) - max(line.top, other.top) > 0.6 * (line.bottom - line.top)
        if not level or len(line.glyphs) < 3:
            continue
        first, last = line.glyphs[0], line.glyphs[-1]
        if other.x0 < line.x0 < other.x1 < line.x1:
            if first.x < other.x1 and first.text == other.glyphs[-1].text and line.glyphs[1].text == " ":
                line = replace(line, x0=other.x1, glyphs=line.glyphs[2:])
        elif line.x0 < other.x0 < line.x1 < other.x1 and last.x > other.x0:
            # What a frame cuts of a letter may be read as another one, "E" for "B"; a gap is before it.
            rest = line.glyphs[:-2] if line.glyphs[-2].text == " " else line.glyphs[:-1]
            if last.x - rest[-1].x > 0.78 * (line.bottom - line.top):
                line = replace(line, x1=other.x0, glyphs=rest)
    return line


def _clipped(line: ReadLine, lines: Sequence[ReadLine], ink: Mask) -> ReadLine:
    """A line whose frame does not reach over the gap to the line beside it: its last word would end in that."""
    x0, x1 = line.x0, line.x1
    for other in lines:
        if other is line or min(line.bottom, other.bottom) - max(line.top, other.top) < 0.6 * (line.bottom - line.top):
            continue
        if line.x0 < other.x0 < line.x1 < other.x1:
            x1 = min(x1, _gap_between(line, other, ink)[0])
        elif other.x0 < line.x0 < other.x1 < line.x1:
            x0 = max(x0, _gap_between(other, line, ink)[1])
    return replace(line, x0=x0, x1=x1) if x0 < x1 else line


def _gap_between(left: ReadLine, right: ReadLine, ink: Mask) -> tuple[float, float]:
    """Where the widest gap in the ink between the last letter of one line and the first of the next begins and ends."""
    start, end = round(left.glyphs[-1].x), round(right.glyphs[0].x)
    rows = slice(round(max(left.top, right.top)), round(min(left.bottom, right.bottom)))
    gaps = runs(np.asarray(~ink[rows, start:end].any(axis=0))) if start < end else []
    if not gaps:
        return left.x1, right.x0
    first, last = max(gaps, key=lambda gap: gap[1] - gap[0])
    return start + first + 1.0, start + last - 1.0


def _body_height(lines: Sequence[ReadLine], scale: float) -> float:
    """The size of most type, in pixels, from the height of the engine's lines."""
    heights = [line.bottom - line.top for line in lines for _ in range(1 + len(line.glyphs) // 10)]
    return 0.78 * median(heights) if heights else 10 * scale


def _seen(lines: Sequence[ReadLine], bare: Gray, ink: Mask, scale: float, settings: OcrSettings) -> list[SeenLine]:
    out = []
    for number, line in enumerate(lines):
        em = 0.78 * (line.bottom - line.top)
        whole = measured(line.text, bare, ink, (line.x0, line.top, line.x1, line.bottom))
        words = words_of(line, ink, min(whole.size or em, em), settings)
        words = _with_arrows(words, bare, em, settings)
        groups = [[word for word in words if not word.raised], *([word] for word in words if word.raised)]
        out += [_line_of(number, group, line, bare, ink, scale) for group in groups if group]
    return out


def _line_of(number: int, words: Sequence[ReadWord], line: ReadLine, bare: Gray, ink: Mask, scale: float) -> SeenLine:
    """The words that stand on one baseline."""
    looks = [_look(word, bare, ink) for word in words]
    size, baseline = _line_type(words, looks, line)
    told = tuple(
        SeenWord(
            word.text,
            word.x0 / scale,
            word.x1 / scale,
            number,
            None if look.stroke is None else look.stroke / scale,
            word.confidence,
            None if look.size is None else look.size / scale,
        )
        for word, look in zip(words, looks, strict=True)
    )
    return SeenLine(None if size is None else size / scale, baseline / scale, told)


def _with_arrows(words: Sequence[ReadWord], bare: Gray, em: float, settings: OcrSettings) -> list[ReadWord]:
    """The words, those that are arrows by their form told so: an engine reads "7" or "V"."""
    out = []
    for index, word in enumerate(words):
        near = [abs(word.x0 - words[index - 1].x1)] if index else []
        near += [abs(words[index + 1].x0 - word.x1)] if index + 1 < len(words) else []
        if len(word.text) == 1 and all(gap > 0.25 * em for gap in near):
            piece = bare[round(word.top) : round(word.bottom), round(word.x0) : round(word.x1)]
            arrow = arrow_in(piece < settings.ink)
            word = replace(word, text=arrow) if arrow else word
        out.append(word)
    return out


def _line_type(words: Sequence[ReadWord], looks: Sequence[Measured], line: ReadLine) -> tuple[float | None, float]:
    """A line's size and baseline: those of most of its letters, for one word may be measured wrong."""
    told = [(look, len(word.text)) for word, look in zip(words, looks, strict=True) if look.size is not None]
    if not told:
        return None, line.bottom - 0.22 * (line.bottom - line.top)
    sizes = weighted_median([(look.size or 0.0, letters) for look, letters in told])
    return sizes, weighted_median([(look.baseline, letters) for look, letters in told])


def _look(word: ReadWord, bare: Gray, ink: Mask) -> Measured:
    return measured(word.text, bare, ink, (word.x0, word.top, word.x1, word.bottom))


def _bar(stroke: Stroke, flat: Gray, scale: float) -> Bar:
    return (stroke.middle / scale, stroke.start / scale, stroke.end / scale, weight(flat, stroke) / scale)
