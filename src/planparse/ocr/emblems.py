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
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from planparse.ocr.page_reading import SeenLine, SeenPage, SeenWord
from planparse.ocr.patches import Piece, pieces_of
from planparse.ocr.picture import Mask
from planparse.ocr.settings import DEFAULT, OcrSettings

Frame = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Emblem:
    frame: Frame
    ink: Mask
    """blocks in which most pages have ink"""


def without_emblems(pages: Sequence[SeenPage], settings: OcrSettings = DEFAULT) -> list[SeenPage]:
    """The pages without the words that were read in emblems, which are pictures instead."""
    alike: dict[tuple[int, int], list[int]] = {}
    for index, page in enumerate(pages):
        alike.setdefault((page.coarse.shape[0] // 2, page.coarse.shape[1] // 2), []).append(index)
    out = list(pages)
    for indices in alike.values():
        if len(indices) < settings.emblem_pages:
            continue
        group = [out[index] for index in indices]
        for emblem in _common_patches([page.coarse for page in group], settings):
            group = _without(emblem, group, settings)
        for index, page in zip(indices, group, strict=True):
            out[index] = page
    return out


def _common_patches(maps: Sequence[Mask], settings: OcrSettings) -> Iterator[_Emblem]:
    """Compact patches of ink near the sheet's upper or lower edge that most pages have in the same place."""
    height, width = min(one.shape[0] for one in maps), min(one.shape[1] for one in maps)
    if not height or not width:
        return
    # Sheets lie a point off each other.
    share = np.mean([_grown(one[:height, :width]) for one in maps], axis=0)
    common = share >= settings.emblem_share
    step = settings.coarse
    for patch in _joined(pieces_of(common, 1)):
        high, wide = patch.height * step, patch.width * step
        edge = patch.bottom <= settings.emblem_edge * height or patch.top >= (1 - settings.emblem_edge) * height
        if edge and settings.emblem_least <= high <= settings.emblem_most and wide <= settings.emblem_most:
            frame = (patch.x0 * step, patch.top * step, patch.x1 * step, patch.bottom * step)
            yield _Emblem(frame, common[patch.top : patch.bottom, patch.x0 : patch.x1])


def _grown(ink: Mask) -> npt.NDArray[np.float32]:
    padded = np.pad(ink, 1)
    return np.asarray(sliding_window_view(padded, (3, 3)).any(axis=(2, 3)), np.float32)


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


def _without(emblem: _Emblem, pages: list[SeenPage], settings: OcrSettings) -> list[SeenPage]:
    """The pages without the words in an emblem that most of them do not have: a name beside it is read on each."""
    shown = [page for page in pages if _has(page, emblem, settings)]
    read = Counter(text for page in shown for text in {word.text for line in page.lines for word in _in(line, emblem)})
    kept = {text for text, count in read.items() if count > settings.emblem_read * len(shown) and len(text) > 1}
    if len(shown) < settings.emblem_pages or not set(read) - kept:
        return pages
    return [_cleared(page, emblem, kept) if _has(page, emblem, settings) else page for page in pages]


def _has(page: SeenPage, emblem: _Emblem, settings: OcrSettings) -> bool:
    x0, top, x1, bottom = (round(edge / settings.coarse) for edge in emblem.frame)
    there = _grown(page.coarse)[top:bottom, x0:x1] > 0
    return there.shape == emblem.ink.shape and float((there & emblem.ink).sum()) >= 0.8 * float(
        max(there.sum(), emblem.ink.sum())
    )


def _in(line: SeenLine, emblem: _Emblem) -> Iterator[SeenWord]:
    if line.turned:
        return
    x0, top, x1, bottom = emblem.frame
    middle = line.baseline - 0.3 * (line.size or 10.0)
    for word in line.words:
        if x0 <= (word.x0 + word.x1) / 2 <= x1 and top <= middle <= bottom:
            yield word


def _cleared(page: SeenPage, emblem: _Emblem, kept: set[str]) -> SeenPage:
    lines = []
    for line in page.lines:
        gone = [word for word in _in(line, emblem) if word.text not in kept]
        words = tuple(word for word in line.words if not any(word is one for one in gone))
        if words:
            lines.append(replace(line, words=words) if gone else line)
    return replace(page, lines=tuple(lines), photographs=(*page.photographs, (*emblem.frame, 128)))
