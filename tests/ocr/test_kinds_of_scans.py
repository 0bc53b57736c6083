"""A table on sheets as they come out of scanners: coarse and fine, grey, speckled, leaning, on their side or head."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image

from pdf_maker import Sheet, make_pdf
from planparse.ocr.picture import Gray
from planparse.ocr.reading import read_pages
from planparse.pdf.display import place
from planparse.pdf.page import Page
from planparse.pdf.reader import open_pdf
from sheet_maker import FakeEngine, blank, leaning, noisy, read_line, text_line

POINT = 72 / 200
WORD = (600, 712, 745, 771)
"""where the told word stands on the sheet, in pixels of 200 to the inch: x0, x1, top, bottom"""


def table() -> Gray:
    """Text over and under a table of three rows and two columns."""
    picture = blank()
    for number in range(8):
        text_line(picture, 120 + 50 * number, x1=900 - 37 * number)
        text_line(picture, 980 + 50 * number, x1=900 - 29 * number)
    for y in (620, 680, 740, 800):
        picture[y : y + 2, 100:901] = 60
    for x in (100, 500, 900):
        picture[620:802, x : x + 2] = 60
    for y in (660, 720, 780):
        text_line(picture, y, 130, 380)
    text_line(picture, 766, WORD[0], WORD[1])
    return picture


def coarse(picture: Gray, dpi: int) -> Gray:
    size = (picture.shape[1] * dpi // 200, picture.shape[0] * dpi // 200)
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.LANCZOS))


def speckled(picture: Gray) -> Gray:
    """With black specks of one to four pixels, and white ones in the letters."""
    out = picture.copy()
    random = np.random.default_rng(3)
    for shade, count in ((0, 1500), (255, 1500)):
        for y, x in zip(random.integers(0, 1398, count), random.integers(0, 998, count), strict=True):
            out[y : y + random.integers(1, 3), x : x + random.integers(1, 3)] = shade
    return out


def shadowed(picture: Gray) -> Gray:
    """On grey paper that gets darker towards one side, as at a book's spine."""
    fall = np.linspace(0.92, 0.62, picture.shape[1], dtype=np.float32)
    return np.clip(picture.astype(np.float32) * fall, 0, 255).astype(np.uint8)


def read(picture: Gray, dpi: int = 200) -> Page:
    out = io.BytesIO()
    Image.fromarray(picture).save(out, "PDF", resolution=dpi)
    engine = FakeEngine(read_line("Skolan", WORD[0], WORD[1], WORD[2] - 8, WORD[3] + 4))
    with open_pdf(out.getvalue()) as file:
        (page,) = read_pages(file, engine=engine)
    return page


def lines(page: Page) -> tuple[list[float], list[float]]:
    """Where the ruled lines are, down the sheet and across it, in pixels."""
    across = sorted(rule.top / POINT for rule in page.rules if rule.horizontal)
    down = sorted(rule.x0 / POINT for rule in page.rules if not rule.horizontal)
    return across, down


KINDS: dict[str, Callable[[Gray], Gray]] = {
    "white": lambda picture: picture,
    "grey and noisy": lambda picture: noisy(picture, 10.0, 215),
    "speckled": speckled,
    "shadowed": shadowed,
    "leaning by half a degree": lambda picture: noisy(leaning(picture, 0.5)),
    "leaning by two degrees": lambda picture: noisy(leaning(picture, -2.0)),
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_lines_and_the_word_are_where_they_were_drawn(kind: str) -> None:
    page = read(KINDS[kind](table()))
    across, down = lines(page)
    assert across == pytest.approx([621, 681, 741, 801], abs=3)
    assert down == pytest.approx([101, 501, 901], abs=3)
    assert min(word.x0 for word in page.words) == pytest.approx(WORD[0] * POINT, abs=2.5)
    assert max(word.baseline for word in page.words) == pytest.approx(766 * POINT, abs=1.5)


@pytest.mark.parametrize("dpi", [150, 200, 300])
def test_fine_and_coarse_scans_are_read_alike(dpi: int) -> None:
    page = read(noisy(coarse(table(), dpi)), dpi)
    across, down = lines(page)
    assert across == pytest.approx([621, 681, 741, 801], abs=3)
    assert down == pytest.approx([101, 501, 901], abs=3)


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_turned_sheets_are_read_upright_and_their_places_are_on_the_page(quarters: int) -> None:
    page = read(noisy(np.ascontiguousarray(np.rot90(table(), quarters))))
    assert lines(page)[0] == pytest.approx([621, 681, 741, 801], abs=3)
    assert page.scan is not None
    first = min(page.words, key=lambda word: word.x0)
    x, y = place(page.scan.to_shown, first.x0, first.baseline)
    drawn = np.zeros((1400, 1000), np.bool_)
    drawn[766, WORD[0]] = True
    row, column = (int(found[0]) for found in np.nonzero(np.rot90(drawn, quarters)))
    assert (x / POINT, y / POINT) == pytest.approx((column, row), abs=8)


PROSE = ["Nämnden ska under året se över hur stödet till barn och unga kan bli bättre."] * 6
POOR = ["Nämn6en s<a unaer äret se 0ver nur stö6et ti11 oarn ocn unqa kan bii bättrc."] * 6


def scan_with_layer(layer: list[str]) -> bytes:
    """A page that a picture fills, with the text of an earlier OCR over it."""
    sheet = Sheet(360, 504)
    shades = table()[::4, ::4]
    sheet.image(0, 0, 360, 504, [[(shade / 255, shade / 255, shade / 255) for shade in row] for row in shades])
    for number, line in enumerate(layer):
        sheet.text(30, 60 + 14 * number, line, size=8)
    return make_pdf([sheet])


def test_an_earlier_ocr_of_good_quality_is_kept() -> None:
    engine = FakeEngine(read_line("Skolan", 100, 300, 92, 126))
    with open_pdf(scan_with_layer(PROSE)) as file:
        (page,) = read_pages(file, engine=engine)
    assert page.scan is None and page.text_layer == "embedded" and engine.pictures == []


def test_an_earlier_ocr_of_poor_quality_is_redone() -> None:
    engine = FakeEngine(read_line("Skolan", 100, 300, 92, 126))
    with open_pdf(scan_with_layer(POOR)) as file:
        (page,) = read_pages(file, engine=engine)
    assert page.text_layer == "ocr" and page.scan is not None
    assert "letters that no words are made of" in page.scan.reason
