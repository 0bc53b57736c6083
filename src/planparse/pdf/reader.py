"""Open a PDF and read its pages, by either reader.

::

    with open_pdf("uppdragsplan.pdf") as pdf:
        for page in pdf.pages():
            print(page.number, " ".join(word.text for word in page.words[:4]))
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Literal, Protocol

from planparse.errors import NoPagesError, PageOutsideError
from planparse.pdf.page import FileFacts, Page
from planparse.pdf.source import Source, read_source

if TYPE_CHECKING:
    from PIL.Image import Image

ReaderName = Literal["pdfium", "pdfplumber"]


class Reader(Protocol):
    """What a PDF library has to give; ``pdfium.py`` and ``plumber.py`` are the two that do."""

    page_count: int

    def facts(self) -> FileFacts: ...
    def page(self, number: int) -> Page: ...
    def picture(self, number: int, scale: float) -> Image: ...
    def close(self) -> None: ...


_SURELY = 1000
_BYTES = 4
"""a file that says it has more pages than this has at least so many bytes for each: one of 2 kB may say a million"""


class PdfFile:
    """An open PDF. Close it, or use it in a ``with`` statement."""

    def __init__(self, reader: Reader, source: Source) -> None:
        self._reader, self._source = reader, source
        self.page_count = min(reader.page_count, max(_SURELY, len(source.data) // _BYTES))

    def __enter__(self) -> PdfFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._reader.close()

    @property
    def facts(self) -> FileFacts:
        """What the file says of itself; ``headings`` are those of the pages read so far."""
        facts = self._reader.facts()
        return facts if facts.page_count <= self.page_count else replace(facts, page_count=self.page_count)

    def page(self, number: int) -> Page:
        """Page ``number``, from 1. One that can't be read comes without words and with a ``problem``."""
        self._check(number)
        return self._reader.page(number)

    def pages(self, numbers: Iterable[int] | None = None) -> Iterator[Page]:
        """The pages asked for, or all, one at a time: what PDFium holds of a page is let go before the next."""
        for number in range(1, self.page_count + 1) if numbers is None else numbers:
            yield self.page(number)

    def page_picture(self, number: int, scale: float = 1.0) -> Image:
        """A page as it is shown, ``scale`` pixels to the point."""
        self._check(number)
        return self._reader.picture(number, scale)

    def _check(self, number: int) -> None:
        if not 1 <= number <= self.page_count:
            raise PageOutsideError(f"the file has pages 1 to {self.page_count}", file=self._source.name, page=number)


def open_pdf(
    source: str | os.PathLike[str] | bytes | BinaryIO,
    *,
    password: str | None = None,
    reader: ReaderName = "pdfium",
    file_name: str | None = None,
) -> PdfFile:
    """Open a path, bytes or binary file. ``file_name`` is what facts and messages call it.

    Raises MissingFileError, NotPdfError, CorruptPdfError, PasswordRequiredError, WrongPasswordError or NoPagesError.
    """
    content = read_source(source, file_name)
    if b"/Encrypt" in content.data:
        from planparse.pdf.locked import calmed

        content = calmed(content, password)
    opened = _open(content, password, reader)
    if opened.page_count == 0:
        opened.close()
        raise NoPagesError("has no pages", file=content.name)
    return PdfFile(opened, content)


def _open(content: Source, password: str | None, reader: ReaderName) -> Reader:
    if reader == "pdfplumber":
        from planparse.pdf.plumber import PlumberFile

        return PlumberFile(content, password)
    if reader != "pdfium":
        raise ValueError(f"no such reader: {reader!r}; there are pdfium and pdfplumber")
    from planparse.pdf.pdfium import PdfiumFile

    return PdfiumFile(content, password)
