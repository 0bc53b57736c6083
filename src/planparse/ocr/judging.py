"""Whether a page's text layer is of use, judged by the page alone.

A page without text is a picture of a sheet, a photograph or blank; a glance at it tells. One with text is judged by the
text: letters without a meaning, hardly any Swedish, the wrong encoding (see :mod:`planparse.ocr.text_quality`). The
text layer that an earlier OCR has put over a scan is held to more than a text layer by a typesetter, for it can be done
better.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from planparse.ocr.glance import Glance
from planparse.ocr.text_quality import TextQuality, sample
from planparse.pdf.page import Page

_FILLING = 0.6
"""share of the page from which a picture is taken for the scan of it"""
_FEW = 25
"""words on a page-filling picture up to which they are a stamp or a page number, not its text"""


@dataclass(frozen=True, slots=True)
class Verdict:
    """``code`` and ``reason`` say why a text layer is not ``usable``."""

    usable: bool
    code: str = ""
    reason: str = ""


USABLE = Verdict(True)


def judge(page: Page, glance: Callable[[int], Glance]) -> Verdict:
    """The verdict on a page; ``glance`` looks at the picture of the page of a number, and is called where it has to."""
    filled = _is_filled(page)
    if not page.words or (filled and len(page.words) < _FEW):
        if not glance(page.number).is_sheet:
            return USABLE
        what = "without text" if not page.words else f"with {len(page.words)} words of text"
        return Verdict(False, "page_no_text", f"the page is a picture {what}")
    quality = TextQuality.of([word.text for word in sample(page.words)])
    reason = quality.fault(strict=filled)
    return Verdict(False, "text_suspect", reason) if reason else USABLE


def _is_filled(page: Page) -> bool:
    area = sum((picture.x1 - picture.x0) * (picture.bottom - picture.top) for picture in page.pictures)
    return area >= _FILLING * page.width * page.height
