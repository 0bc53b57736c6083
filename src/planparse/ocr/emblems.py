"""Emblems: a coat of arms or a logotype that stands in the same place on page after page, and is no text.

Letters set round a shield are read on one page as "STERLE" and on the next as "TERL", in any size. What tells an emblem
is its ink, which is the same on every page, against its words, which are not::

    page 2   ( M )  S 1 MRIS        page 3   ( M )  IMRIS "1        the same patch of ink in the same place
             ( 1 )  TERLE                    ( 1 )  STERLE          and no word that most pages have

Running heads are the same on every page too, and are read the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from planparse.ocr.page_reading import SeenLine, SeenPage, SeenWord
from planparse.ocr.patches import Piece, pieces_of
from planparse.ocr.picture import Mask
from planparse.ocr.settings import DEFAULT, OcrSettings

Frame = tuple[float, float, float, float]


_AWAY = 4
"""blocks that a sheet may lie off the others"""


def without_emblems(pages: Sequence[SeenPage], settings: OcrSettings = DEFAULT) -> list[SeenPage]:
    """The pages without the words that were read in emblems, which are pictures instead."""
    alike: dict[tuple[int, int], list[int]] = {}
    for index, page in enumerate(pages):
        alike.setdefault((page.coarse.shape[0] // 4, page.coarse.shape[1] // 4), []).append(index)
    out = list(pages)
    for indices in alike.values():
        if len(indices) < settings.emblem_pages:
            continue
        group = [out[index] for index in indices]
        for patch in _common_patches([page.coarse for page in group], settings):
            group = _without(patch, group, settings)
        for index, page in zip(indices, group, strict=True):
            out[index] = page
    return out


def _common_patches(maps: Sequence[Mask], settings: OcrSettings) -> Iterator[Piece]:
    """Compact patches, in blocks, near the sheet's upper or lower edge where most pages have ink."""
    height, width = min(one.shape[0] for one in maps), min(one.shape[1] for one in maps)
    if not height or not width:
        return
    # Sheets lie a point off each other.
    share = np.mean([_grown(one[:height, :width]) for one in maps], axis=0)
    for patch in _joined(pieces_of(share >= settings.emblem_share, 1)):
        high, wide = patch.height * settings.coarse, patch.width * settings.coarse
        edge = patch.bottom <= settings.emblem_edge * height or patch.top >= (1 - settings.emblem_edge) * height
        if edge and settings.emblem_least <= high <= settings.emblem_most and wide <= settings.emblem_most:
            yield patch


def _grown(ink: Mask) -> npt.NDArray[np.float32]:
    return np.asarray(sliding_window_view(np.pad(ink, 1), (3, 3)).any(axis=(2, 3)), np.float32)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Pieces with only a block or two between them as one: letters round a shield, a name beside it."""
    out: list[Piece] = []
    for piece in pieces:
        for other in [one for one in out if _near(one, piece)]:
            out.remove(other)
            piece = Piece(
                min(piece.x0, other.x0),
                min(piece.top, other.top),
                max(piece.x1, other.x1),
                max(piece.bottom, other.bottom),
                piece.ink + other.ink,
            )
        out.append(piece)
    return out


def _near(one: Piece, other: Piece, most: int = 2) -> bool:
    across = max(one.x0, other.x0) - min(one.x1, other.x1)
    down = max(one.top, other.top) - min(one.bottom, other.bottom)
    return across <= most and down <= most


def _without(patch: Piece, pages: list[SeenPage], settings: OcrSettings) -> list[SeenPage]:
    """The pages without the words in a patch that has the same ink on most of them, but for those that most have: a
    name beside an emblem is read on each."""
    frames = _frames(patch, [page.coarse for page in pages], settings)
    shown = [(page, frame) for page, frame in zip(pages, frames, strict=True) if frame is not None]
    read = Counter(
        text for page, frame in shown for text in {word.text for line in page.lines for word in _in(line, frame)}
    )
    if len(shown) < max(settings.emblem_pages, settings.emblem_share * len(pages)):
        return pages
    kept = {text for text, count in read.items() if count > settings.emblem_read * len(shown) and len(text) > 1}
    return [
        page if frame is None or not set(read) - kept else _cleared(page, frame, kept)
        for page, frame in zip(pages, frames, strict=True)
    ]


def _frames(patch: Piece, maps: Sequence[Mask], settings: OcrSettings) -> list[Frame | None]:
    """Where each page has the ink that most have in a patch; None where it has other ink."""
    near = [_cut(one, patch, _AWAY) for one in maps]
    cores = [one[_AWAY:-_AWAY, _AWAY:-_AWAY] for one in near]
    # The page that most others are like shows what the patch is.
    model = max(cores, key=lambda core: sum(_likeness(core, one) >= settings.emblem_same for one in cores))
    out: list[Frame | None] = []
    for one in near:
        like, down, across = max(
            (_likeness(model, one[y : y + patch.height, x : x + patch.width]), y - _AWAY, x - _AWAY)
            for y in range(2 * _AWAY + 1)
            for x in range(2 * _AWAY + 1)
        )
        edges = (patch.x0 + across, patch.top + down, patch.x1 + across, patch.bottom + down)
        x0, top, x1, bottom = (edge * settings.coarse for edge in edges)
        out.append((x0, top, x1, bottom) if like >= settings.emblem_same else None)
    return out


def _cut(ink: Mask, patch: Piece, over: int) -> Mask:
    padded = np.pad(ink, ((over, over + patch.height), (over, over + patch.width)))
    return padded[patch.top : patch.bottom + 2 * over, patch.x0 : patch.x1 + 2 * over]


def _likeness(one: Mask, other: Mask) -> float:
    """The share of the blocks with ink in either that have it in both: letters differ in a quarter at least."""
    return float((one & other).sum()) / max(float((one | other).sum()), 1.0)


def _in(line: SeenLine, frame: Frame) -> Iterator[SeenWord]:
    if line.turned:
        return
    x0, top, x1, bottom = frame
    middle = line.baseline - 0.3 * (line.size or 10.0)
    for word in line.words:
        if x0 <= (word.x0 + word.x1) / 2 <= x1 and top <= middle <= bottom:
            yield word


def _cleared(page: SeenPage, frame: Frame, kept: set[str]) -> SeenPage:
    lines = []
    for line in page.lines:
        gone = [word for word in _in(line, frame) if word.text not in kept]
        words = tuple(word for word in line.words if not any(word is one for one in gone))
        if words:
            lines.append(replace(line, words=words) if gone else line)
    return replace(page, lines=tuple(lines), photographs=(*page.photographs, (*frame, 128)))
