"""Pictures of sheets for the tests, drawn without fonts: letters are strokes, lines of text are rows of these."""

from __future__ import annotations

import numpy as np
from PIL import Image

from planparse.ocr.engine import Glyph, ReadLine
from planparse.ocr.picture import Gray

SCALE = 200 / 72


def blank(width: int = 1000, height: int = 1400, shade: int = 255) -> Gray:
    return np.full((height, width), shade, np.uint8)


def text_line(picture: Gray, y: int, x0: int = 100, x1: int = 900, high: int = 14, shade: int = 20) -> None:
    """A line of letters ``high`` pixels high on the baseline ``y``: stems and a foot, every third one with an ascender.

    Their widths vary, so that letters of one line do not stand under those of another.
    """
    random = np.random.default_rng(y)
    x = x0
    while x < x1 - 12:
        wide = int(random.integers(6, 12))
        top = y - round(1.5 * high) if random.random() < 0.33 else y - high
        picture[top:y, x : x + 3] = shade
        picture[y - high : y, x + wide - 3 : x + wide] = shade
        picture[y - high : y - high + 2, x : x + wide] = picture[y - 3 : y, x : x + wide] = shade
        x += wide + (9 if random.random() < 0.2 else 3)


def page_of_lines(lines: int = 24, high: int = 14) -> Gray:
    picture = blank()
    for number in range(lines):
        text_line(picture, 120 + number * 50, x1=900 - 37 * (number % 5), high=high)
    return picture


def leaning(picture: Gray, angle: float) -> Gray:
    """The picture turned clockwise by an angle."""
    return np.asarray(Image.fromarray(picture).rotate(-angle, Image.Resampling.BICUBIC, fillcolor=255))


def noisy(picture: Gray, spread: float = 8.0, paper: int = 235) -> Gray:
    shades = picture.astype(np.float32) * (paper / 255) + np.random.default_rng(1).normal(0, spread, picture.shape)
    return shades.clip(0, 255).astype(np.uint8)


def read_line(text: str, x0: float, x1: float, top: float, bottom: float, confidence: float = 0.99) -> ReadLine:
    """A line as an engine gives it, its characters at even distances."""
    step = (x1 - x0) / len(text)
    glyphs = tuple(Glyph(letter, x0 + (index + 0.5) * step, confidence) for index, letter in enumerate(text))
    return ReadLine(x0, top, x1, bottom, glyphs)


class FakeEngine:
    """Gives the lines that it was told, whatever the picture shows."""

    name = "fake"

    def __init__(self, *lines: ReadLine) -> None:
        self.told = list(lines)
        self.pictures: list[Gray] = []

    def lines(self, picture: Gray) -> list[ReadLine]:
        self.pictures.append(picture)
        return list(self.told)

    def line(self, picture: Gray) -> ReadLine | None:
        return None
