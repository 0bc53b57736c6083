"""Shaded areas of a picture that lies straight: bands behind heads, zebra stripes, panels.

They are told from the picture's ground, in which there are no letters. Areas of one shade that fill their frame are
boxes. Photographs and drawings don't, or have many shades.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from planparse.ocr.ground import BLOCK, Shades
from planparse.ocr.patches import pieces_of
from planparse.ocr.picture import Gray, Mask, runs
from planparse.ocr.settings import DEFAULT, OcrSettings

_Shades = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Shaded:
    """A box in pixels with its shade."""

    x0: int
    top: int
    x1: int
    bottom: int
    shade: int


def shaded_areas(ground: Shades, scale: float, settings: OcrSettings = DEFAULT) -> tuple[list[Shaded], list[Shaded]]:
    """The shaded boxes of an even picture from its ground, ``scale`` pixels to the point; and its photographs."""
    shades = ground.astype(np.float32)
    # A page that is mostly dark has little paper, if any.
    darkest = float(np.percentile(shades[shades > 0.6 * float(shades.max())], 80)) - settings.shade_step
    dark = shades < darkest
    out = []
    least = settings.least_shaded * scale / BLOCK
    for x0, top, x1, bottom in _areas(dark, shades, settings):
        if bottom - top < least or x1 - x0 < 2 * least:
            continue
        piece = shades[top:bottom, x0:x1]
        shade = float(np.median(piece))
        near = _near_share(piece, shade, settings)
        full = float(dark[top:bottom, x0:x1].mean())
        if shade < darkest and full >= settings.full and near >= 0.6:
            out.append(Shaded(x0 * BLOCK, top * BLOCK, x1 * BLOCK, bottom * BLOCK, round(shade)))
    photographs = list(_photographs(dark, shades, out, scale, settings))
    return [area for area in out if not any(inside(area, photo) for photo in photographs)], photographs


_REACH = 16
"""pixels from an edge told in blocks to the edge itself, at most"""


def sharpened(box: Shaded, even: Gray) -> Shaded:
    """A box with its edges to the pixel: where the shade is half way to that beyond."""
    height, width = even.shape
    top, bottom = max(box.top, 0), min(box.bottom, height)
    x0 = _edge(even[top + 4 : bottom - 4], box.x0, box.shade, -1)
    x1 = _edge(even[top + 4 : bottom - 4], box.x1, box.shade, 1)
    across = even[:, max(x0, 0) + 8 : min(x1, width) - 8].T
    return Shaded(x0, _edge(across, box.top, box.shade, -1), x1, _edge(across, box.bottom, box.shade, 1), box.shade)


def whole(boxes: list[Shaded], even: Gray, settings: OcrSettings = DEFAULT) -> list[Shaded]:
    """Boxes of which one goes on in the next made one: rows of letters between them have parted the ground's blocks.

    Between boxes that a light line parts there is a row that is lighter.
    """
    out: list[Shaded] = []
    for box in sorted(boxes, key=lambda one: (one.top, one.x0)):
        over = next((one for one in out if _goes_on_in(one, box, even, settings)), None)
        if over is None:
            out.append(box)
        else:
            out.remove(over)
            x0, x1 = min(over.x0, box.x0), max(over.x1, box.x1)
            out.append(Shaded(x0, over.top, x1, max(over.bottom, box.bottom), over.shade))
    return out


def _goes_on_in(over: Shaded, under: Shaded, even: Gray, settings: OcrSettings) -> bool:
    if abs(over.x0 - under.x0) > BLOCK or abs(over.x1 - under.x1) > BLOCK:
        return False
    if abs(over.bottom - under.top) > 2 * BLOCK or abs(over.shade - under.shade) > settings.same_shade:
        return False
    first, last = min(over.bottom, under.top) - 3, max(over.bottom, under.top) + 3
    strip = even[max(first, 0) : last, over.x0 + 8 : over.x1 - 8]
    return bool(strip.size) and float(np.median(strip, axis=1).max()) < max(over.shade, under.shade) + 8


def _edge(band: Gray, near: int, shade: int, side: int) -> int:
    """The column of a band at which a shade ends, to the left (-1) or right of what it fills."""
    first, last = max(near - _REACH, 0), min(near + _REACH, band.shape[1])
    if last - first < _REACH or len(band) < 4:
        return near
    shades = np.median(band[:, first:last], axis=0).astype(np.float32)
    beyond = float(np.median(shades[:6] if side < 0 else shades[-6:]))
    if abs(beyond - shade) < 4:
        return near
    inside = (np.abs(shades - shade) < np.abs(shades - beyond)).nonzero()[0]
    if not len(inside):
        return near
    return first + int(inside[0] if side < 0 else inside[-1] + 1)


def _photographs(
    dark: Mask, shades: _Shades, boxes: list[Shaded], scale: float, settings: OcrSettings
) -> Iterator[Shaded]:
    """Large dark patches that are no boxes."""
    # Lines of text are thinner than what is left after this.
    solid = _spread(_spread(_spread(dark, 1, grow=True), 5, grow=False), 4, grow=True)
    least = settings.least_photo * scale / BLOCK
    for box in boxes:
        if min(box.x1 - box.x0, box.bottom - box.top) >= settings.least_photo * scale:
            solid[box.top // BLOCK : box.bottom // BLOCK, box.x0 // BLOCK : box.x1 // BLOCK] = False
    for patch in pieces_of(solid, 1):
        if min(patch.width, patch.height) < least or patch.ink <= 0.5 * patch.width * patch.height:
            continue
        piece = shades[patch.top : patch.bottom, patch.x0 : patch.x1]
        if _flat_share(piece) < 0.8:
            yield Shaded(patch.x0 * BLOCK, patch.top * BLOCK, patch.x1 * BLOCK, patch.bottom * BLOCK, 128)


def _flat_share(piece: _Shades) -> float:
    """The share of the four commonest shades: bands and panels have hardly more, photographs have them all."""
    counts = np.sort(np.bincount((piece // 14).astype(np.int64).ravel()))
    return float(counts[-4:].sum()) / piece.size


def _near_share(piece: _Shades, shade: float, settings: OcrSettings) -> float:
    return float((np.abs(piece - shade) <= 2 * settings.same_shade).mean())


def inside(area: Shaded, other: Shaded) -> bool:
    """Whether the middle of an area is in another."""
    x, y = (area.x0 + area.x1) / 2, (area.top + area.bottom) / 2
    return other.x0 <= x <= other.x1 and other.top <= y <= other.bottom


def _spread(dark: Mask, blocks: int, *, grow: bool) -> Mask:
    """What is dark grown, or what is light, by so many blocks each way."""
    out = dark if grow else ~dark
    for axis in (0, 1):
        padded = np.pad(out, [(blocks, blocks) if one == axis else (0, 0) for one in (0, 1)])
        out = np.asarray(sliding_window_view(padded, 2 * blocks + 1, axis=axis).any(axis=-1))
    return out if grow else ~out


def _areas(dark: Mask, shades: _Shades, settings: OcrSettings) -> list[tuple[int, int, int, int]]:
    """The frames of areas of one shade: stretches of neighbouring rows that begin and end alike."""
    open_: list[list[float]] = []  # x0, top, x1, bottom, shade
    out: list[tuple[int, int, int, int]] = []
    for row in range(len(dark)):
        pieces = [piece for piece in runs(dark[row]) if piece[1] - piece[0] >= 4]
        still: list[list[float]] = []
        for first, last in (part for piece in pieces for part in _by_shade(shades[row], piece, settings)):
            shade = float(np.median(shades[row, first:last]))
            mate = next((one for one in open_ if _goes_on(one, first, last, shade, settings)), None)
            if mate is None:
                still.append([first, row, last, row + 1, shade])
            else:
                open_.remove(mate)
                mate[3] = row + 1
                still.append(mate)
        out += [(int(one[0]), int(one[1]), int(one[2]), int(one[3])) for one in open_]
        open_ = still
    return out + [(int(one[0]), int(one[1]), int(one[2]), int(one[3])) for one in open_]


def _goes_on(area: list[float], first: int, last: int, shade: float, settings: OcrSettings) -> bool:
    return abs(area[0] - first) <= 2 and abs(area[2] - last) <= 2 and abs(area[4] - shade) <= settings.same_shade


def _by_shade(row: _Shades, piece: tuple[int, int], settings: OcrSettings) -> list[tuple[int, int]]:
    """A stretch cut where its shade changes for good: cells of a head with different fills."""
    first, last = piece
    window = 4
    out: list[tuple[int, int]] = []
    start = at = first
    while at + window < last:
        before = float(np.median(row[max(start, at - window) : at + 1]))
        after = float(np.median(row[at + 1 : at + 1 + window]))
        if abs(before - after) > 1.5 * settings.same_shade and at + 1 - start >= window:
            out.append((start, at + 1))
            start = at + 1
            at += window
        at += 1
    out.append((start, last))
    return out
