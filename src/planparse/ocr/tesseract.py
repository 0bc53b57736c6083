"""Tesseract with its Swedish data, as a program that is installed beside.

Page segmentation 4 (one column of text of varying sizes) for pages and 7 for single lines: mode 6 takes ruled tables
for text. Ruled lines are taken out of the picture before. Its known misreadings of the percent sign are put right
where the figure before it leaves no doubt.
"""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
from functools import cache

from planparse.ocr.engine import Glyph, ReadLine
from planparse.ocr.picture import Gray

_PERCENT = re.compile(r"(?<=\d)(?:Y[oe0]|X|[2Z]o)$|^(?:Y[oe0]|[2Z]o)$")
_SECONDS = 120


class TesseractEngine:
    """See :class:`planparse.ocr.engine.Engine`."""

    name = "tesseract"

    def lines(self, picture: Gray) -> list[ReadLine]:
        return self._read(picture, "4")

    def line(self, picture: Gray) -> ReadLine | None:
        read = self._read(picture, "7")
        return read[0] if read else None

    def _read(self, picture: Gray, mode: str) -> list[ReadLine]:
        from PIL import Image

        data = io.BytesIO()
        Image.fromarray(picture).save(data, "PNG", compress_level=1)
        told = subprocess.run(
            ["tesseract", "-", "-", "-l", "swe", "--psm", mode, "--dpi", "200", "tsv"],
            input=data.getvalue(),
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": os.environ.get("OMP_THREAD_LIMIT", "1")},
        )
        return lines_from(told.stdout.decode("utf-8", "replace"))


def lines_from(table: str) -> list[ReadLine]:
    """The lines of tesseract's table of words."""
    grouped: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row.get("level") == "5" and (row.get("text") or "").strip():
            grouped.setdefault((row["block_num"], row["par_num"], row["line_num"]), []).append(row)
    return [_line(rows) for rows in grouped.values()]


def _line(rows: list[dict[str, str]]) -> ReadLine:
    glyphs: list[Glyph] = []
    for row in rows:
        x0, wide = float(row["left"]), float(row["width"])
        text, sure = _PERCENT.sub("%", row["text"].strip()), max(float(row["conf"]), 0.0) / 100
        if glyphs:
            glyphs.append(Glyph(" ", x0, sure))
        step = wide / len(text)
        glyphs += [Glyph(letter, x0 + (index + 0.5) * step, sure) for index, letter in enumerate(text)]
    tops = [float(row["top"]) for row in rows]
    bottoms = [float(row["top"]) + float(row["height"]) for row in rows]
    lefts = [float(row["left"]) for row in rows]
    rights = [float(row["left"]) + float(row["width"]) for row in rows]
    return ReadLine(min(lefts), min(tops), max(rights), max(bottoms), tuple(glyphs))


@cache
def has_swedish() -> bool:
    """Whether the program and its Swedish data are installed."""
    if shutil.which("tesseract") is None:
        return False
    told = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
    return "swe" in told.stdout.split()
