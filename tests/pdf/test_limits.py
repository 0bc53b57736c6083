"""Pages that are broken, boundless or many are told of and never stall or break the reading of a file."""

from __future__ import annotations

import re
import resource
import sys

import pytest

from pdf_maker import Sheet, make_pdf
from planparse.errors import CorruptPdfError
from planparse.pdf import pdfium_objects, pdfium_text, plumber_device
from planparse.pdf.reader import ReaderName, open_pdf

READERS: list[ReaderName] = ["pdfium", "pdfplumber"]
both = pytest.mark.parametrize("reader", READERS)


def sheet(text: str) -> Sheet:
    out = Sheet()
    out.text(72, 100, text)
    return out


@both
def test_a_page_with_too_much_on_it_is_left_out_and_the_next_read(
    reader: ReaderName, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdfium_objects, "MOST_OBJECTS", 500)
    monkeypatch.setattr(plumber_device, "MOST_LETTERS", 500)
    full = sheet("Karta")
    full.raw("0 0 m 9 9 l S " * 501)
    with open_pdf(make_pdf([full, sheet("Efter")]), reader=reader) as pdf:
        first, second = pdf.pages()
    assert (first.problem, first.words, first.width, first.text_layer) == ("page_limit", (), 595, "none")
    assert [word.text for word in second.words] == ["Efter"]


@both
def test_a_page_with_too_many_letters_is_left_out(reader: ReaderName, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfium_text, "MOST_LETTERS", 10)
    monkeypatch.setattr(plumber_device, "MOST_LETTERS", 10)
    with open_pdf(make_pdf([sheet("Socialnämnden")]), reader=reader) as pdf:
        assert pdf.page(1).problem == "page_limit"


def test_objects_in_forms_count_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfium_objects, "MOST_OBJECTS", 500)
    inner, outer = Sheet(), Sheet()
    inner.raw("0 0 m 9 9 l S " * 200)
    for _ in range(3):
        outer.form(inner)
    with open_pdf(make_pdf([outer])) as pdf:
        assert pdf.page(1).problem == "page_limit"


@both
def test_a_form_that_draws_itself_ends(reader: ReaderName) -> None:
    page = sheet("Slut")
    page.forms.append(b"0 0 m 9 0 l S /X0 Do")
    page.raw("/X0 Do")
    data = make_pdf([page])
    own = re.search(rb"/X0 (\d+ 0 R)", data)
    assert own
    looped = data.replace(b"/Resources <</Font <<", b"/Resources <</XObject <</X0 " + own[1] + b">> /Font <<", 1)
    with open_pdf(looped, reader=reader) as pdf:
        found = pdf.page(1)
    assert found.problem in (None, "page_limit", "page_unreadable")


@both
def test_numbers_out_of_all_bounds_do_no_harm(reader: ReaderName) -> None:
    page = sheet("kvar")
    huge = "9" * 30 + ".5"
    page.raw(f"BT /F0 {huge} Tf {huge} 0 0 {huge} {huge} -{huge} Tm (borta) Tj ET")
    page.raw(f"BT /F0 10 Tf 1 0 0 1 {huge} 100 Tm (borta) Tj ET BT /F0 0 Tf 1 0 0 1 50 50 Tm (noll) Tj ET")
    page.raw(f"-{huge} 500 m {huge} 500 l S 0 0 {huge} {huge} re f {huge} {huge} {huge} {huge} re f")
    page.raw(f"q {huge} 0 0 {huge} 0 0 cm 0 0 10 10 re f Q q 0 0 0 0 0 0 cm 0 0 10 10 re f Q")
    with open_pdf(make_pdf([page, sheet("efter")]), reader=reader) as pdf:
        first, second = pdf.pages()
    assert [word.text for word in first.words] == ["kvar"]
    for thing in (*first.rules, *first.boxes):
        assert 0 <= thing.x0 <= thing.x1 <= 595
        assert 0 <= thing.top <= thing.bottom <= 842
    assert [word.text for word in second.words] == ["efter"]


@both
def test_a_page_whose_object_is_missing_is_told_of(reader: ReaderName) -> None:
    data = make_pdf([sheet("Första"), sheet("Andra")])
    # The second page's object is no dictionary any more.
    start = data.rindex(b"<</Type /Page /Parent")
    end = data.index(b"\nendobj", start)
    broken = data[:start] + b"(" + b"x" * (end - start - 2) + b")" + data[end:]
    with open_pdf(broken, reader=reader) as pdf:
        pages = list(pdf.pages())
    assert [word.text for word in pages[0].words] == ["Första"]
    assert all(page.problem == "page_unreadable" for page in pages[1:])


@both
def test_content_that_breaks_off_gives_what_came_before(reader: ReaderName) -> None:
    page = sheet("Början")
    page.raw("BT /F0 10 Tf 1 0 0 1 72 500 Tm (oavslutad")
    with open_pdf(make_pdf([page]), reader=reader) as pdf:
        assert [word.text for word in pdf.page(1).words][:1] == ["Början"]


@pytest.mark.skipif(sys.platform == "win32", reason="resource is not there")
def test_many_pages_are_not_kept() -> None:
    page = Sheet()
    for line in range(50):
        page.text(72, 60 + 14 * line, "Nämnden ansvarar för att verksamheten är av god kvalitet")
    data = make_pdf([page] * 600)
    with open_pdf(data) as pdf:
        for number in range(1, 101):
            pdf.page(number)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for number in range(101, 601):
            pdf.page(number)
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    grown = (after - before) / (1024 * 1024 if sys.platform == "darwin" else 1024)
    assert grown < 20, f"500 pages took {grown:.0f} MB"


@both
def test_a_page_without_bounds_has_no_picture(reader: ReaderName) -> None:
    data = make_pdf([Sheet(width=200_000, height=200_000)])
    with open_pdf(data, reader=reader) as pdf, pytest.raises(CorruptPdfError, match="can't be shown"):
        pdf.page_picture(1)


def test_a_small_file_does_not_have_the_million_pages_that_it_tells_of() -> None:
    data = make_pdf([sheet("Mål")])
    count = re.search(rb"/Count \d+", data)
    assert count is not None
    # The page tree is its own branch: PDFium believes what it says of itself.
    lying = (
        data.replace(count[0], b"/Count 900000")
        .replace(b"/Kids [", b"/Kids [2 0 R ")
        .replace(b"/Kids[", b"/Kids[2 0 R ")
    )
    with open_pdf(lying) as pdf:
        assert pdf.page_count <= 1000
        assert pdf.facts.page_count == pdf.page_count
