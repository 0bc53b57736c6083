"""Pages of small PDFs that are pictures, read by an engine that is told what to see."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

import planparse.ocr.engine
from pdf_maker import Sheet, make_pdf
from planparse.errors import MissingExtraError, NoTextLayerError
from planparse.ocr.reading import OcrChoice, read_pages
from planparse.pdf.reader import open_pdf
from planparse.pipeline import parse
from sheet_maker import FakeEngine, page_of_lines, read_line

SHEET = Image.fromarray(page_of_lines())


def scanned(*sheets: Image.Image) -> bytes:
    out = io.BytesIO()
    sheets[0].save(out, "PDF", save_all=True, append_images=list(sheets[1:]), resolution=200)
    return out.getvalue()


@pytest.fixture
def no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planparse.ocr.engine, "is_installed", lambda name: False)


def test_a_scan_is_read_in_places_of_its_page() -> None:
    engine = FakeEngine(read_line("Verksamhet och mål", 100, 900, 92, 126))
    with open_pdf(scanned(SHEET)) as file:
        (page,) = read_pages(file, engine=engine)
    # The drawn letters are not those of the text, so its words fall where the gaps are; none is lost.
    assert page.text_layer == "ocr" and "".join(word.text for word in page.words) == "Verksamhetochmål"
    assert page.words[0].x0 == pytest.approx(100 * 72 / 200, abs=2)
    assert page.words[0].baseline == pytest.approx(120 * 72 / 200, abs=1.5)
    assert page.words[0].confidence == pytest.approx(0.99)
    assert page.scan is not None and page.scan.reason == "the page is a picture without text"


def test_a_turned_sheet_is_read_upright_and_placed_as_it_lies() -> None:
    engine = FakeEngine(read_line("Verksamhet", 100, 300, 92, 126))
    with open_pdf(scanned(SHEET.rotate(-90, expand=True))) as file:
        (page,) = read_pages(file, engine=engine)
        shown = file.page(1)
    assert (round(page.width), round(page.height)) == (round(shown.height), round(shown.width))
    assert page.scan is not None and (page.scan.width, page.scan.height) == (shown.width, shown.height)
    assert engine.pictures[0].shape == (1400, 1000)


def test_nothing_is_read_where_ocr_is_off() -> None:
    engine = FakeEngine(read_line("Verksamhet", 100, 300, 92, 126))
    with open_pdf(scanned(SHEET)) as file:
        (page,) = read_pages(file, None, OcrChoice("off"))
    assert page.problem == "page_no_text" and page.words == () and engine.pictures == []


def test_without_the_extra_a_scan_is_told_how_to_be_read(no_engine: None) -> None:
    with pytest.raises(NoTextLayerError, match=r"pip install 'planparse\[ocr\]'"):
        parse(scanned(SHEET), file_name="scan.pdf")


def test_with_ocr_off_a_scan_has_no_text() -> None:
    with pytest.raises(NoTextLayerError, match="OCR is off"):
        parse(scanned(SHEET), file_name="scan.pdf", ocr="off")


def test_a_named_or_forced_engine_must_be_there(no_engine: None, tmp_path: Path) -> None:
    scan = scanned(SHEET)
    with pytest.raises(MissingExtraError, match="extra ocr"):
        parse(scan, ocr="force")
    with pytest.raises(MissingExtraError, match="tesseract-ocr-swe"):
        parse(scan, ocr_engine="tesseract")


def test_a_plan_from_a_scan_says_so_and_places_its_records_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [read_line("Inledning", 100, 300, 92, 126)]
    lines += [
        read_line("Nämnden har under året 2o12 fått 4 500 tkr", 100, 840, 142 + 50 * at, 176 + 50 * at, 0.6)
        for at in range(4)
    ]
    monkeypatch.setattr(planparse.ocr.engine, "is_installed", lambda name: True)
    monkeypatch.setattr(planparse.ocr.engine, "_OPENERS", {"rapidocr": lambda: FakeEngine(*lines)})
    plan = parse(scanned(SHEET), file_name="scan.pdf")
    assert plan.source.pages[0].text_layer == "ocr"
    told = {one.code: one.message for one in plan.diagnostics}
    assert "read by fake" in told["ocr_page"] and "ocr_unsure" in told


def test_tesseracts_table_of_words() -> None:
    from planparse.ocr.tesseract import lines_from

    head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
    rows = "5\t1\t1\t1\t1\t1\t10\t20\t40\t12\t96.5\tAndel\n5\t1\t1\t1\t1\t2\t60\t20\t30\t12\t50\t85Yo\n"
    (line,) = lines_from(head + rows)
    assert line.text == "Andel 85%"
    assert (line.x0, line.x1, line.glyphs[-1].confidence) == (10, 90, 0.5)


def test_each_page_that_is_read_by_ocr_is_told_before() -> None:
    told: list[int] = []
    engine = FakeEngine(read_line("Verksamhet", 100, 300, 92, 126))
    with open_pdf(scanned(SHEET, SHEET)) as file:
        list(read_pages(file, None, OcrChoice(begins=told.append), engine=engine))
    assert told == [1, 2]


def _pages(*texts: str) -> bytes:
    """A page for each text: set in type, or a picture of a sheet where it is empty."""
    sheets = []
    for text in texts:
        sheet = Sheet(360, 504)
        for number, line in enumerate(text.splitlines()):
            sheet.text(30, 60 + 14 * number, line, size=8)
        if not text:
            rows = [[(shade / 255, shade / 255, shade / 255) for shade in row] for row in page_of_lines()[::2, ::2]]
            sheet.image(0, 0, 360, 504, rows)
        sheets.append(sheet)
    return make_pdf(sheets)


PROSE = "\n".join(["Nämnden ska under året se över hur stödet till barn och unga kan bli bättre."] * 6)
RUBBISH = "\n".join(["N(cid:21)mnden (cid:4)(cid:8) under (cid:17)ret (cid:33)(cid:2) (cid:5)"] * 6)


def test_of_a_mixed_document_only_the_scanned_pages_are_read_from_their_pictures() -> None:
    engine = FakeEngine(read_line("Verksamhet", 100, 300, 92, 126))
    told: list[int] = []
    with open_pdf(_pages(PROSE, "", PROSE)) as file:
        pages = list(read_pages(file, None, OcrChoice(begins=told.append), engine=engine))
    assert [page.text_layer for page in pages] == ["embedded", "ocr", "embedded"]
    assert pages[1].words and pages[1].number == 2 and told == [1]


def test_a_rubbish_layer_is_read_from_the_picture_and_a_good_one_is_kept() -> None:
    engine = FakeEngine(read_line("Verksamhet", 100, 300, 92, 126))
    with open_pdf(_pages(RUBBISH, PROSE)) as file:
        first, second = read_pages(file, engine=engine)
    assert first.scan is not None and "letters without a meaning" in first.scan.reason
    assert "cid" not in "".join(word.text for word in first.words) and second.scan is None


def test_all_pages_are_read_from_their_pictures_where_that_is_asked_for() -> None:
    engine = FakeEngine(read_line("Verksamhet", 100, 300, 92, 126))
    with open_pdf(_pages(PROSE, "")) as file:
        pages = list(read_pages(file, None, OcrChoice("force"), engine=engine))
    assert [page.text_layer for page in pages] == ["ocr", "ocr"]
