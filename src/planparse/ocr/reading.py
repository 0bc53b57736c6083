"""The pages of a file, each read from its text layer or, where that is of no use, from its picture.

A page is rendered and read by itself, so no two pictures are held together. What was read is put into the form that
the PDF readers give once all is read, for the sizes and weights of type are told over the whole document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, get_args

from planparse.errors import CorruptPdfError, MissingExtraError
from planparse.ocr.engine import Engine, EngineName, open_engine
from planparse.ocr.glance import SCALE, Glance
from planparse.ocr.judging import Verdict, judge
from planparse.ocr.settings import DEFAULT, OcrSettings
from planparse.pdf.page import Page
from planparse.pdf.reader import PdfFile

if TYPE_CHECKING:
    from planparse.ocr.page_reading import SeenPage

OcrMode = Literal["auto", "force", "off"]


@dataclass(frozen=True, slots=True)
class OcrChoice:
    """Which pages are read from their pictures, and by what."""

    mode: OcrMode = "auto"
    engine: EngineName | None = None
    """None for the default one; naming one makes it an error that it is not installed"""
    begins: Callable[[int], None] | None = None
    """called before each page that is read so, with how many these are by then"""

    def __post_init__(self) -> None:
        if self.mode not in get_args(OcrMode):
            raise ValueError(f"no such way of OCR: {self.mode!r}; there are {', '.join(get_args(OcrMode))}")


def read_pages(
    file: PdfFile,
    numbers: Iterable[int] | None = None,
    choice: OcrChoice | None = None,
    *,
    engine: Engine | None = None,
    settings: OcrSettings = DEFAULT,
) -> Iterator[Page]:
    """The pages asked for, or all, in order; ``engine`` in place of the one that ``choice`` names.

    Raises:
        MissingExtraError: OCR is forced, or an engine named, that is not installed.
    """
    choice = choice or OcrChoice()
    reader = _Reader(file, choice, engine, settings)
    held: list[Page | _Seen] = []
    for page in file.pages(numbers):
        read = reader.read(page)
        if held or isinstance(read, _Seen):
            held.append(read)
        else:
            yield read
    yield from _finished(held, settings)


@dataclass(slots=True)
class _Seen:
    """A page that waits for the others."""

    page: Page
    seen: SeenPage
    engine: str
    reason: str


class _Reader:
    def __init__(self, file: PdfFile, choice: OcrChoice, engine: Engine | None, settings: OcrSettings) -> None:
        self._file, self._choice, self._settings = file, choice, settings
        self._engine = engine
        self._begun = 0
        self._missing = choice.mode == "off"
        if engine is None and (choice.mode == "force" or (choice.engine is not None and choice.mode != "off")):
            self._engine = open_engine(choice.engine or "rapidocr")

    def read(self, page: Page) -> Page | _Seen:
        if page.problem is not None:
            return page
        try:
            return self._read(page)
        except CorruptPdfError:
            # There is no picture of a page with boundless boxes: what its text layer gives is all there is.
            return page

    def _read(self, page: Page) -> Page | _Seen:
        verdict = judge(page, self._glance)
        if self._choice.mode == "force":
            verdict = replace(verdict, usable=False, reason="reading by OCR was asked for")
        if verdict.usable:
            return page
        engine = self._open()
        if engine is None:
            return replace(page, problem=verdict.code)
        return self._seen(page, verdict, engine)

    def _open(self) -> Engine | None:
        """The engine, loaded when the first page needs it; None where there is none or none is wanted."""
        if self._engine is None and not self._missing:
            try:
                self._engine = open_engine(self._choice.engine or "rapidocr")
            except MissingExtraError:
                self._missing = True
        return self._engine

    def _glance(self, number: int) -> Glance:
        return Glance.at(self._file.page_picture(number, SCALE))

    def _seen(self, page: Page, verdict: Verdict, engine: Engine) -> Page | _Seen:
        import numpy as np

        from planparse.ocr.page_reading import read_picture

        self._begun += 1
        if self._choice.begins is not None:
            self._choice.begins(self._begun)
        scale = self._settings.dpi / 72
        scale *= min(1.0, (self._settings.most_pixels / max(page.width * page.height * scale**2, 1.0)) ** 0.5)
        gray = np.array(self._file.page_picture(page.number, scale).convert("L"))
        seen = read_picture(gray, scale, engine, self._settings)
        return _Seen(page, seen, engine.name, verdict.reason)


def _finished(held: list[Page | _Seen], settings: OcrSettings) -> Iterator[Page]:
    if not held:
        return
    from planparse.ocr.emblems import without_emblems
    from planparse.ocr.finishing import TypeSizes, page_from

    seen = without_emblems([item.seen for item in held if isinstance(item, _Seen)], settings)
    looks = TypeSizes.of(seen, settings)
    left = iter(seen)
    for item in held:
        if isinstance(item, _Seen):
            yield page_from(item.page, next(left), item.engine, item.reason, looks, settings)
        else:
            yield item
