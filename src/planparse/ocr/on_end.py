"""Lines that stand on end: heads over narrow columns, read in a picture that is turned for them.

Detection gives a frame that is much higher than wide, and recognition reads nonsense in it. The piece in the frame is
read again turned, upwards first, since that is how heads are set.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from planparse.ocr.engine import Engine, ReadLine
from planparse.ocr.picture import Gray
from planparse.ocr.settings import DEFAULT, OcrSettings

_Pixel = TypeVar("_Pixel", np.uint8, np.bool_)
QUARTERS = {270: -1, 90: 1}
"""quarter turns, counter-clockwise, that make text upright that is itself turned so many degrees clockwise"""


def parted(
    lines: Sequence[ReadLine], em: float, settings: OcrSettings = DEFAULT
) -> tuple[list[ReadLine], list[ReadLine]]:
    """The level lines, and those whose frames stand on end; ``em`` is the body's size in pixels."""
    level: list[ReadLine] = []
    standing: list[ReadLine] = []
    for line in lines:
        high, wide = line.bottom - line.top, line.x1 - line.x0
        on_end = high > settings.on_end * wide and high > 2.2 * em and wide > 0.5 * em
        (standing if on_end else level).append(line)
    return level, standing


def read_on_end(
    picture: Gray, standing: Sequence[ReadLine], engine: Engine, settings: OcrSettings = DEFAULT
) -> list[tuple[int, ReadLine]]:
    """(clockwise turn, line in the places of the picture turned by ``QUARTERS``) of each frame that holds such text."""
    out = []
    for frame in standing:
        found = []
        for turned, quarters in QUARTERS.items():
            line = _read(picture, frame, turned, quarters, engine)
            if line is not None:
                found.append((line.confidence, turned, line))
            if line is not None and line.confidence >= settings.doubtful:
                break
        best = max(found, key=lambda one: one[0], default=None)
        if best is not None and best[0] >= settings.sure_leftover:
            out.append((best[1], best[2]))
    return out


def _read(picture: Gray, frame: ReadLine, turned: int, quarters: int, engine: Engine) -> ReadLine | None:
    top, bottom = round(frame.top), round(frame.bottom)
    x0, x1 = round(frame.x0), round(frame.x1)
    line = engine.line(np.ascontiguousarray(np.rot90(picture[top:bottom, x0:x1], quarters)))
    if line is None or sum(map(str.isalnum, line.text)) < 2:
        return None
    height, width = picture.shape
    return line.moved(height - bottom, x0) if turned == 270 else line.moved(top, width - x1)


def turned_picture(picture: npt.NDArray[_Pixel], turned: int) -> npt.NDArray[_Pixel]:
    """The whole picture as text that is turned so has to be looked at."""
    return np.ascontiguousarray(np.rot90(picture, QUARTERS[turned]))


def frame_on_page(
    frame: tuple[float, float, float, float], turned: int, wide: float, high: float
) -> tuple[float, float, float, float]:
    """A frame of the turned picture, on the page that is so wide and high.

    >>> frame_on_page((10.0, 20.0, 40.0, 30.0), 270, 600.0, 800.0)
    (20.0, 760.0, 30.0, 790.0)
    """
    x0, top, x1, bottom = frame
    if turned == 270:
        return (top, high - x1, bottom, high - x0)
    return (wide - bottom, x0, wide - top, x1)
