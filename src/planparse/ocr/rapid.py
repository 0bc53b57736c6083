"""RapidOCR: detection finds the lines, recognition reads them one by one.

Its model comes inside its package, so nothing is fetched when it runs. The classifier that turns lines upside down is
left out: it takes short Swedish words for turned ones, and sheets are turned as a whole before.
"""

from __future__ import annotations

import logging
import os
import unicodedata
from typing import Any

import numpy as np

from planparse.ocr.engine import Glyph, ReadLine
from planparse.ocr.picture import Gray

_ABOVE, _BELOW, _BESIDE = 0.13, 0.06, 0.12
"""shares of a line's height added to what detection gives: it cuts the rings of capital Å off"""
_LATIN = 0x250
"""the model knows other scripts too, and takes drawings for their letters"""
_OURS = {"ã": "å", "ă": "å", "ǎ": "å", "ā": "å", "õ": "ö", "ő": "ö", "ō": "ö", "Ã": "Å", "Ă": "Å", "Õ": "Ö", "Ō": "Ö"}
_OURS |= {"，": ",", "：": ":", "；": ";", "（": "(", "）": ")", "％": "%", "＋": "+", "－": "-", "·": "•", "、": ","}
"""letters that Swedish has not, and signs of full width, by what is printed there"""
_SIDE = 4000
"""pixels: no picture up to this is made smaller before detection"""


class RapidEngine:
    """See :class:`planparse.ocr.engine.Engine`."""

    name = "rapidocr"

    def __init__(self) -> None:
        from rapidocr import RapidOCR

        logging.getLogger("RapidOCR").setLevel(logging.ERROR)
        self._engine: Any = RapidOCR(
            params={
                "Global.use_cls": False,
                "Global.log_level": "error",
                "Global.text_score": 0.0,
                "Global.max_side_len": _SIDE,
                "EngineConfig.onnxruntime.intra_op_num_threads": _threads(),
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            }
        )

    def lines(self, picture: Gray) -> list[ReadLine]:
        found = self._engine(_three(picture), use_det=True, use_rec=False, use_cls=False)
        if found.boxes is None:
            return []
        height, width = picture.shape
        out = []
        for corners in np.asarray(found.boxes, np.float64):
            (x0, top), (x1, bottom) = corners.min(axis=0), corners.max(axis=0)
            high = bottom - top
            if high < 4 or x1 - x0 < 3:
                continue
            left, right = max(int(x0 - _BESIDE * high), 0), min(round(x1 + _BESIDE * high), width)
            over, under = max(int(top - _ABOVE * high), 0), min(round(bottom + _BELOW * high), height)
            line = self.line(picture[over:under, left:right])
            if line is not None:
                out.append(line.moved(left, over))
        return out

    def line(self, picture: Gray) -> ReadLine | None:
        if min(picture.shape) < 3:
            return None
        read = self._engine(_three(picture), use_det=False, use_rec=True, use_cls=False, return_word_box=True)
        if not read.txts or not read.txts[0].strip():
            return None
        height, width = picture.shape
        glyphs = _glyphs(read.txts[0], read.word_results[0], width)
        return ReadLine(0, 0, width, height, glyphs) if any(glyph.text != " " for glyph in glyphs) else None


def _glyphs(text: str, told: Any, width: int) -> tuple[Glyph, ...]:
    """The characters with their places: recognition tells the column of each but of spaces."""
    columns = [column for word in told.word_cols for column in word]
    step = width / told.line_txt_len if told.line_txt_len else 0.0
    confidences = list(told.confs)
    if len(confidences) != len(text):
        confidences = [float(np.mean(confidences))] * len(text)
    solid = sum(1 for letter in text if not letter.isspace())
    if len(columns) != solid:
        columns = [int((index + 0.5) * width / max(solid, 1) / max(step, 1e-6)) for index in range(solid)]
    places = iter(columns)
    out: list[Glyph] = []
    for letter, confidence in zip(text, confidences, strict=True):
        if letter.isspace():
            out.append(Glyph(" ", out[-1].x if out else 0.0, float(confidence)))
            continue
        place = (next(places) + 0.5) * step
        if ord(letter) < _LATIN or unicodedata.category(letter)[0] in "PS":
            out.append(Glyph(_OURS.get(letter, letter), place, float(confidence)))
    return tuple(out)


def _three(picture: Gray) -> Any:
    return np.repeat(picture[:, :, None], 3, axis=2)


def _threads() -> int:
    """One worker of an archive has one core; OMP_NUM_THREADS says it for what is alone."""
    told = os.environ.get("OMP_NUM_THREADS", "")
    return int(told) if told.isdecimal() and int(told) > 0 else 1
