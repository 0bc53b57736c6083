"""The default reader: PDFium through pypdfium2."""

from __future__ import annotations

import ctypes
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as raw

from planparse.errors import CorruptPdfError, NoPagesError, PasswordRequiredError, WrongPasswordError
from planparse.pdf import pdfium_calls as calls
from planparse.pdf.assemble import PageFrame, assemble
from planparse.pdf.display import Display, require_showable
from planparse.pdf.page import FileFacts, Page, TaggedHeading
from planparse.pdf.pdfium_facts import file_facts
from planparse.pdf.pdfium_objects import PdfiumObjects, TooManyObjectsError
from planparse.pdf.pdfium_pictures import PdfiumPictures
from planparse.pdf.pdfium_strings import utf16
from planparse.pdf.pdfium_tags import headings_of
from planparse.pdf.pdfium_text import PdfiumText, TooManyLettersError
from planparse.pdf.source import Source
from planparse.pdf.strokes import Strokes
from planparse.pdf.tags import worded
from planparse.pdf.unmapped import UnmappedLetters

if TYPE_CHECKING:
    from PIL.Image import Image


_PAGES_OPEN = 150
"""pages read before the file is opened anew, which takes less than reading one"""


class PdfiumFile:
    """An open file; see :class:`planparse.pdf.reader.PdfFile` for what the functions give."""

    def __init__(self, source: Source, password: str | None) -> None:
        try:
            self._document = pypdfium2.PdfDocument(source.data, password=password)
        except pypdfium2.PdfiumError as error:
            if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
                if password is None:
                    raise PasswordRequiredError("is encrypted: give its password", file=source.name) from error
                raise WrongPasswordError("the password does not open it", file=source.name) from error
            if _opens_empty(source.data, password):
                raise NoPagesError("has no pages", file=source.name) from error
            raise CorruptPdfError(f"can't be read: {error}", file=source.name) from error
        self.source = source
        self.page_count = len(self._document)
        self._unmapped = UnmappedLetters(source, password)
        self._password = password
        self._kept: Any = None
        self._since_opened = 0
        self._begin()
        self._facts: FileFacts | None = None
        self._tagged = bool(raw.FPDFCatalog_IsTagged(self._document))
        self._headings: dict[int, tuple[TaggedHeading, ...]] = {}
        self._tops: dict[int, float | None] = {}

    def _begin(self) -> None:
        """Fresh memories of fonts, objects and pictures: their addresses are those of the document opened now."""
        self._text, self._objects = PdfiumText(self._unmapped), PdfiumObjects()
        self._pictures = PdfiumPictures(self._document)

    def _reopen(self) -> None:
        """PDFium keeps what pages had loaded until the document is closed: some 80 kB a page in long files."""
        self._keep(None)
        self._document.close()
        self._document = pypdfium2.PdfDocument(self.source.data, password=self._password)
        self._since_opened = 0
        self._begin()

    def facts(self) -> FileFacts:
        if self._facts is None:
            self._facts = file_facts(self._document, self.source, self._tops)
        headings = tuple(heading for number in sorted(self._headings) for heading in self._headings[number])
        return replace(self._facts, headings=headings)

    def picture(self, number: int, scale: float) -> Image:
        try:
            page = self._document[number - 1]
            try:
                width, height = page.get_size()
                require_showable(width, height, scale)
                shown: Image = page.render(scale=scale).to_pil()
                return shown
            finally:
                page.close()
        except (pypdfium2.PdfiumError, ValueError, ArithmeticError, MemoryError) as error:
            raise CorruptPdfError(f"can't be shown: {error}", file=self.source.name, page=number) from error

    def close(self) -> None:
        self._keep(None)
        self._unmapped.close()
        self._document.close()

    def page(self, number: int) -> Page:
        if self._since_opened >= _PAGES_OPEN:
            self._reopen()
        self._since_opened += 1
        label = utf16(lambda room, length: raw.FPDF_GetPageLabel(self._document, number - 1, room, length)) or None
        frame = PageFrame(number, 595.0, 842.0, 0, label)
        # pypdfium2's own pages and texts are watched over by the collector, which takes longer than to close them.
        page = raw.FPDF_LoadPage(self._document, number - 1)
        if not page:
            return frame.empty("page_unreadable")
        try:
            box = raw.FS_RECTF()
            raw.FPDF_GetPageBoundingBox(page, box)
            display = Display(box.left, box.bottom, box.right, box.top, 90 * raw.FPDFPage_GetRotation(page))
            self._tops[number - 1] = box.top if display.rotation == 0 else None
            frame = PageFrame(number, display.width, display.height, display.rotation, label)
            return self._read(page, frame, display)
        except (TooManyObjectsError, TooManyLettersError):
            return frame.empty("page_limit")
        except (pypdfium2.PdfiumError, ArithmeticError, ValueError, ctypes.ArgumentError):
            # What numbers out of all bounds lead to; the page is told of, and the rest of the file read.
            return frame.empty("page_unreadable")
        finally:
            self._keep(page)

    def _keep(self, page: Any) -> None:
        """The page read last stays open until the next one is, so that fonts in use are not loaded anew each time."""
        if self._kept is not None:
            raw.FPDF_ClosePage(self._kept)
        self._kept = page

    def _read(self, page: Any, frame: PageFrame, display: Display) -> Page:
        strokes = Strokes(display.width, display.height)
        found = self._objects.read(calls.handle(calls.address(page)), display.matrix, strokes)
        text_page = raw.FPDFText_LoadPage(page)
        if not text_page:
            return frame.empty("page_unreadable")
        try:
            pieces = self._text.pieces(calls.handle(calls.address(text_page)), display, frame.number)
        finally:
            raw.FPDFText_ClosePage(text_page)
        read, words = assemble(frame, pieces, strokes, self._pictures.pictures(page, found))
        if self._tagged and frame.number not in self._headings:
            tagged = headings_of(calls.handle(calls.address(page)))
            self._headings[frame.number] = worded(tagged, words, frame.number)
        return read


def _opens_empty(data: bytes, password: str | None) -> bool:
    """Whether a file that pypdfium2 refuses opens by itself and has no pages, which it takes for the same."""
    document = raw.FPDF_LoadMemDocument64(data, len(data), password.encode() if password is not None else None)
    if not document:
        return False
    try:
        return bool(raw.FPDF_GetPageCount(document) == 0)
    finally:
        raw.FPDF_CloseDocument(document)
