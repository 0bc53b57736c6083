"""The second reader: pdfplumber's documents and pages, gone through letter by letter.

It is slow, and it shares no code with PDFium: the reference that the first reader is held to, and the one to fall
back on when PDFium can't read a file.
"""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING, Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter

from planparse.errors import CorruptPdfError, PasswordRequiredError, PlanparseError, WrongPasswordError
from planparse.pdf.assemble import PageFrame, assemble
from planparse.pdf.display import Display, place_box, require_showable
from planparse.pdf.page import FileFacts, Page, TaggedHeading
from planparse.pdf.plumber_device import LetterDevice, TooManyLettersError
from planparse.pdf.plumber_facts import file_facts, page_labels
from planparse.pdf.plumber_pictures import picture_content
from planparse.pdf.plumber_tags import headings_by_page
from planparse.pdf.source import Source
from planparse.pdf.tags import worded

if TYPE_CHECKING:
    from PIL.Image import Image

logging.getLogger("pdfminer").setLevel(logging.ERROR)


class PlumberFile:
    """An open file; see :class:`planparse.pdf.reader.PdfFile` for what the functions give."""

    def __init__(self, source: Source, password: str | None) -> None:
        self.source = source
        self._password = password
        try:
            self._pdf = pdfplumber.open(io.BytesIO(source.data), password=password)
            self.page_count = len(self._pdf.pages)
            self._labels = page_labels(self._pdf.doc, self.page_count)
            self._tagged = headings_by_page(self._pdf.doc.catalog)
        except Exception as error:
            raise _meaning(error, source, password) from error
        self._headings: dict[int, tuple[TaggedHeading, ...]] = {}

    def close(self) -> None:
        self._pdf.close()

    def facts(self) -> FileFacts:
        headings = tuple(heading for number in sorted(self._headings) for heading in self._headings[number])
        return file_facts(self._pdf, self.source, headings)

    def page(self, number: int) -> Page:
        page = self._pdf.pages[number - 1]
        frame = PageFrame(number, 595.0, 842.0, 0, self._labels[number - 1])
        try:
            return self._read(page, number)
        except TooManyLettersError:
            return frame.empty("page_limit")
        except Exception:  # pdfminer raises whatever a broken page leads it to
            return frame.empty("page_unreadable")
        finally:
            page.close()

    def _read(self, page: Any, number: int) -> Page:
        device = LetterDevice(self._pdf.rsrcmgr)
        PDFPageInterpreter(self._pdf.rsrcmgr, device).process_page(page.page_obj)
        box = place_box(device.page_matrix, *_visible_box(page.page_obj))
        display = Display(*box)
        rotation = (page.page_obj.rotate or 0) % 360
        frame = PageFrame(number, display.width, display.height, rotation, self._labels[number - 1])
        strokes = device.strokes(display)
        pictures = device.pictures(display, picture_content)
        read, words = assemble(frame, device.pieces(display), strokes, pictures)
        self._headings[number] = worded(self._tagged.get(page.page_obj.pageid, ()), words, number)
        return read

    def picture(self, number: int, scale: float) -> Image:
        try:
            page = self._pdf.pages[number - 1]
            try:
                require_showable(float(page.width), float(page.height), scale)
                shown: Image = page.to_image(resolution=72 * scale, force_mediabox=False).original
                return shown
            finally:
                page.close()
        except Exception as error:
            raise CorruptPdfError(f"can't be shown: {error}", file=self.source.name, page=number) from error


def _visible_box(page: Any) -> tuple[float, float, float, float]:
    """The crop box as far as it lies on the media box."""
    media, crop = _sorted(page.mediabox), _sorted(page.cropbox or page.mediabox)
    box = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    return box if box[0] < box[2] and box[1] < box[3] else media


def _sorted(box: Any) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (float(part) for part in box)
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _meaning(error: Exception, source: Source, password: str | None) -> PlanparseError:
    causes = [error, error.__cause__, error.__context__, *error.args]
    if any(isinstance(cause, PDFPasswordIncorrect) for cause in causes):
        if password is None:
            return PasswordRequiredError("is encrypted: give its password", file=source.name)
        return WrongPasswordError("the password does not open it", file=source.name)
    return CorruptPdfError(f"can't be read: {error}", file=source.name)
