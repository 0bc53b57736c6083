"""What an OCR engine has to give, and which engines there are.

An engine reads a picture that lies straight and gives its lines, each with its characters: what each is, where its
middle is along the line, and how sure the engine is. Everything else (words, their places, type) is found out here in
one way for all engines.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from planparse.errors import MissingExtraError

if TYPE_CHECKING:
    from planparse.ocr.picture import Gray

EngineName = Literal["rapidocr", "tesseract"]
INSTALL = "pip install 'planparse[ocr]'"


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as read, " " for a space; ``x`` is its middle in pixels."""

    text: str
    x: float
    confidence: float


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line as read, in pixels of the picture."""

    x0: float
    top: float
    x1: float
    bottom: float
    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def confidence(self) -> float:
        told = [glyph.confidence for glyph in self.glyphs if glyph.text != " "]
        return sum(told) / len(told) if told else 0.0

    def moved(self, x: float, y: float) -> ReadLine:
        """A line of a piece of a picture, in the whole picture's pixels."""
        glyphs = tuple(Glyph(glyph.text, glyph.x + x, glyph.confidence) for glyph in self.glyphs)
        return ReadLine(self.x0 + x, self.top + y, self.x1 + x, self.bottom + y, glyphs)


class Engine(Protocol):
    """Reads pictures; ``name`` is what the plan's parser options say of it."""

    name: str

    def lines(self, picture: Gray) -> list[ReadLine]:
        """Every line of a picture."""
        ...

    def line(self, picture: Gray) -> ReadLine | None:
        """The one line that a picture shows, None where it shows none."""
        ...


def is_installed(name: EngineName) -> bool:
    """Whether an engine can be used here."""
    if name == "tesseract":
        from planparse.ocr.tesseract import has_swedish

        return has_swedish()
    return all(importlib.util.find_spec(module) is not None for module in ("rapidocr", "onnxruntime"))


def open_engine(name: EngineName = "rapidocr") -> Engine:
    """The engine of a name, its model loaded.

    Raises:
        MissingExtraError: it is not installed.
    """
    if name not in _OPENERS:
        raise ValueError(f"no such OCR engine: {name!r}; there are {' and '.join(_OPENERS)}")
    if not is_installed(name):
        raise MissingExtraError(_MISSING[name])
    return _OPENERS[name]()


def _rapid() -> Engine:
    from planparse.ocr.rapid import RapidEngine

    return RapidEngine()


def _tesseract() -> Engine:
    from planparse.ocr.tesseract import TesseractEngine

    return TesseractEngine()


_OPENERS: dict[str, Callable[[], Engine]] = {"rapidocr": _rapid, "tesseract": _tesseract}
_MISSING = {
    "rapidocr": f"reading scanned pages needs the extra ocr: {INSTALL}",
    "tesseract": "tesseract with its Swedish data is not installed: apt-get install tesseract-ocr tesseract-ocr-swe",
}
