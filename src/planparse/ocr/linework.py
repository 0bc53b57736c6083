"""Ruled lines in a picture that lies straight.

A line is a long thin run of dark pixels with no ink along its sides; it may be fainter than text, for hairlines are
blurred. Runs of neighbouring rows of pixels are one stroke, strokes in one line with a small gap between are one line.
Vertical lines are found in the picture on its side.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from planparse.ocr.picture import Gray, Mask
from planparse.ocr.settings import DEFAULT, OcrSettings


@dataclass(frozen=True, slots=True)
class Stroke:
    """A horizontal stroke in pixels, half open; a vertical one is given with the axes changed over."""

    start: int
    end: int
    first: int
    last: int

    @property
    def middle(self) -> float:
        return (self.first + self.last) / 2

    @property
    def thickness(self) -> int:
        return self.last - self.first


def strokes_across(even: Gray, scale: float, shortest: float, settings: OcrSettings = DEFAULT) -> list[Stroke]:
    """The horizontal lines of an even picture, ``scale`` pixels to the point, at least ``shortest`` points long."""
    dark = even < settings.faint
    thickest = max(3, round(settings.thickest * scale))
    dark &= ~_thick(dark, thickest)
    found = _grouped(_long_runs(dark, round(shortest * scale / 2), round(settings.line_gap * scale / 2)), thickest)
    joined = _joined(found, settings.line_gap * scale)
    ink = even < (settings.faint + settings.ink) // 2
    return [
        stroke for stroke in joined if stroke.end - stroke.start >= shortest * scale and _clear(ink, stroke, settings)
    ]


def strokes_down(even: Gray, scale: float, shortest: float, settings: OcrSettings = DEFAULT) -> list[Stroke]:
    """The vertical lines, as horizontal ones of the picture with its axes changed over."""
    return strokes_across(np.ascontiguousarray(even.T), scale, shortest, settings)


def ending_on(down: list[Stroke], across: list[Stroke], scale: float, settings: OcrSettings = DEFAULT) -> list[Stroke]:
    """The vertical lines without those that may be letters: short ones with an end that touches no line."""
    out = []
    near = settings.line_gap * scale
    for stroke in down:
        if stroke.end - stroke.start >= settings.sure_down * scale:
            out.append(stroke)
            continue
        meeting = [one for one in across if one.start - near <= stroke.middle <= one.end + near]
        if all(any(abs(one.middle - end) <= near for one in meeting) for end in (stroke.start, stroke.end)):
            out.append(stroke)
    return out


def _thick(dark: Mask, most: int) -> Mask:
    """Where darkness goes on for more than ``most`` pixels downwards: no line."""
    height = dark.shape[0]
    total = np.zeros((height + 1, dark.shape[1]), np.int32)
    np.cumsum(dark, axis=0, out=total[1:])
    window = most + 1
    if height < window:
        return np.zeros_like(dark)
    full = total[window:] - total[:-window] == window
    out = np.zeros_like(dark)
    for step in range(window):
        out[step : step + len(full)] |= full
    return out


def _long_runs(dark: Mask, shortest: int, gap: int) -> npt.NDArray[np.int64]:
    """(row, start, end) of the runs in each row, small gaps closed, that are long and nearly whole."""
    padded = np.zeros((dark.shape[0], dark.shape[1] + gap + 2), np.int8)
    padded[:, 1 : dark.shape[1] + 1] = dark
    width = padded.shape[1]
    edges = np.flatnonzero(np.diff(padded.ravel()))
    starts, ends = edges[::2] + 1, edges[1::2] + 1
    if not len(starts):
        return np.zeros((0, 3), np.int64)
    lengths = ends - starts
    # A run ends a group where the next one is too far off: rows are parted by the padding.
    breaks = np.flatnonzero(starts[1:] - ends[:-1] > gap)
    first = np.concatenate(([0], breaks + 1))
    last = np.concatenate((breaks, [len(starts) - 1]))
    dark_in = np.add.reduceat(lengths, first)
    begin, stop = starts[first], ends[last]
    span = stop - begin
    keep = (span >= shortest) & (dark_in >= 0.85 * span)
    rows = begin[keep] // width
    return np.stack((rows, begin[keep] % width - 1, stop[keep] - rows * width - 1), axis=1)


def _grouped(found: npt.NDArray[np.int64], thickest: int) -> list[Stroke]:
    """Runs of neighbouring rows that overlap, as strokes."""
    open_: list[list[int]] = []  # start, end, first, last, length of the longest run
    out: list[Stroke] = []
    for row, start, end in found.tolist():
        still: list[list[int]] = []
        mate: list[int] | None = None
        for group in open_:
            if row - group[3] > 1:
                out.append(Stroke(group[0], group[1], group[2], group[3]))
            else:
                still.append(group)
                if mate is None and start < group[1] and group[0] < end and row - group[2] <= thickest:
                    mate = group
        if mate is None:
            still.append([start, end, row, row + 1])
        else:
            mate[0], mate[1], mate[3] = min(mate[0], start), max(mate[1], end), row + 1
        open_ = still
    out += [Stroke(*group) for group in open_]
    return out


def _joined(strokes: list[Stroke], gap: float) -> list[Stroke]:
    """Strokes in one line, with pieces that touch made one."""
    out: list[Stroke] = []
    for stroke in sorted(strokes, key=lambda one: (one.start, one.first)):
        for index, other in enumerate(out):
            beside = stroke.first <= other.last + 2 and other.first <= stroke.last + 2
            if beside and stroke.start - other.end <= gap and other.start - stroke.end <= gap:
                out[index] = Stroke(
                    min(stroke.start, other.start),
                    max(stroke.end, other.end),
                    # The longer one tells where the line is: the other may be a letter's edge.
                    *(
                        (stroke.first, stroke.last)
                        if stroke.end - stroke.start > other.end - other.start
                        else (other.first, other.last)
                    ),
                )
                break
        else:
            out.append(stroke)
    return out


def _clear(ink: Mask, stroke: Stroke, settings: OcrSettings) -> bool:
    """Whether a stroke's sides are clear of ink for most of its length. Letters stand close over an underline, under
    which there is nothing."""
    over, near, under = (_inked(ink, row, stroke) for row in (stroke.first - 4, stroke.first - 3, stroke.last + 3))
    return under <= settings.clear and (over <= settings.clear or (under < 0.1 and near <= settings.clear))


def _inked(ink: Mask, row: int, stroke: Stroke) -> float:
    return float(ink[row, stroke.start : stroke.end].mean()) if 0 <= row < len(ink) else 0.0


def weight(even: Gray, stroke: Stroke) -> float:
    """How wide a stroke is by its darkness, in pixels: blurring makes fine lines wide and pale."""
    piece = even[max(stroke.first - 1, 0) : stroke.last + 1, stroke.start : stroke.end]
    dark = float(np.median((255.0 - piece).sum(axis=0))) / 255.0
    return min(max(dark, 0.5), float(stroke.thickness)) if piece.size else float(stroke.thickness)


def erased(even: Gray, across: list[Stroke], down: list[Stroke]) -> Gray:
    """The picture with its lines made paper, or the shade that is round them."""
    out = even.copy()
    for stroke in across:
        _erase(out, stroke)
    for stroke in down:
        _erase(out.T, stroke)
    return out


def _erase(picture: Gray, stroke: Stroke) -> None:
    top, bottom = max(stroke.first - 2, 0), min(stroke.last + 2, len(picture))
    piece = picture[top:bottom, stroke.start : stroke.end]
    over = picture[max(top - 1, 0), stroke.start : stroke.end]
    under = picture[min(bottom, len(picture) - 1), stroke.start : stroke.end]
    # Where ink goes on on both sides, a letter crosses the line and stays.
    crossed = (over < 150) & (under < 150)
    fill = np.maximum(over, under)
    piece[:, ~crossed] = fill[~crossed]
