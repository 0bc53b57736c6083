"""Opening files by either reader: what opens, what is refused and as what, and what a file says of itself."""

from __future__ import annotations

import pytest

from pdf_maker import Sheet, make_pdf
from planparse.errors import (
    CorruptPdfError,
    NoPagesError,
    NotPdfError,
    PageOutsideError,
    PasswordRequiredError,
    PlanparseError,
    WrongPasswordError,
)
from planparse.pdf.page import Bookmark, TaggedHeading
from planparse.pdf.reader import PdfFile, ReaderName, open_pdf

READERS: list[ReaderName] = ["pdfium", "pdfplumber"]
both = pytest.mark.parametrize("reader", READERS)


def sheet(text: str = "Uppdragsplan") -> Sheet:
    out = Sheet()
    out.text(72, 100, text)
    return out


def texts(pdf: PdfFile) -> list[list[str]]:
    return [[word.text for word in page.words] for page in pdf.pages()]


@both
def test_pages_come_in_order_and_by_number(reader: ReaderName) -> None:
    data = make_pdf([sheet("Första"), sheet("Andra"), sheet("Tredje")])
    with open_pdf(data, reader=reader) as pdf:
        assert pdf.page_count == 3
        assert texts(pdf) == [["Första"], ["Andra"], ["Tredje"]]
        assert [page.number for page in pdf.pages([3, 1])] == [3, 1]
        assert pdf.page(2).words[0].text == "Andra"


@both
@pytest.mark.parametrize("number", [0, 2, -1])
def test_a_page_that_the_file_does_not_have(reader: ReaderName, number: int) -> None:
    with (
        open_pdf(make_pdf([sheet()]), reader=reader, file_name="plan.pdf") as pdf,
        pytest.raises(PageOutsideError, match=r"plan\.pdf, page -?\d: the file has pages 1 to 1"),
    ):
        pdf.page(number)


@both
@pytest.mark.parametrize("data", [b"", b"Uppdragsplan 2031", b"PK\x03\x04 ett dokument", b"{}"])
def test_what_is_no_pdf_is_refused(reader: ReaderName, data: bytes) -> None:
    with pytest.raises(NotPdfError):
        open_pdf(data, reader=reader)


@both
@pytest.mark.parametrize("data", [b"%PDF-1.4\n", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n"])
def test_a_header_with_nothing_to_read_is_corrupt(reader: ReaderName, data: bytes) -> None:
    with pytest.raises((CorruptPdfError, NoPagesError)):
        open_pdf(data, reader=reader)


@both
def test_a_file_cut_short_is_read_or_refused_but_never_a_surprise(reader: ReaderName) -> None:
    whole = make_pdf([sheet(), sheet()])
    for part in (0.2, 0.5, 0.8, 0.95):
        try:
            with open_pdf(whole[: int(len(whole) * part)], reader=reader) as pdf:
                texts(pdf)
        except PlanparseError:
            continue


@both
def test_a_file_without_its_cross_references_is_mended(reader: ReaderName) -> None:
    data = make_pdf([sheet("Lagad")])
    with open_pdf(data[: data.rindex(b"xref\n0")] + b"trailer\n<</Root 1 0 R>>\n", reader=reader) as pdf:
        assert texts(pdf) == [["Lagad"]]


@both
def test_junk_before_the_header_is_passed_over(reader: ReaderName) -> None:
    with open_pdf(b"\r\n\r\n" + make_pdf([sheet("Bilaga")]), reader=reader) as pdf:
        assert texts(pdf) == [["Bilaga"]]


@both
def test_a_pdf_without_pages(reader: ReaderName) -> None:
    with pytest.raises(NoPagesError):
        open_pdf(make_pdf([]), reader=reader)


@both
def test_passwords(reader: ReaderName) -> None:
    data = make_pdf([sheet("Sekretess")], password="ek")
    with pytest.raises(PasswordRequiredError):
        open_pdf(data, reader=reader)
    with pytest.raises(WrongPasswordError):
        open_pdf(data, reader=reader, password="alm")
    with open_pdf(data, reader=reader, password="ek") as pdf:
        assert texts(pdf) == [["Sekretess"]]


@both
def test_an_empty_password_opens_by_itself(reader: ReaderName) -> None:
    with open_pdf(make_pdf([sheet("Öppen")], password=""), reader=reader) as pdf:
        assert texts(pdf) == [["Öppen"]]


def test_there_are_two_readers_only() -> None:
    with pytest.raises(ValueError, match="pdfium and pdfplumber"):
        open_pdf(make_pdf([sheet()]), reader="poppler")  # type: ignore[arg-type]


@both
def test_what_a_file_says_of_itself(reader: ReaderName) -> None:
    info = {"Producer": "Ekpress 3", "Title": "Uppdragsplan 2031", "CreationDate": "D:20301105093000+01'00'"}
    xmp = "<x><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></x>"
    data = make_pdf([sheet()], info=info, language="sv-SE", xmp=xmp, tagged=True, version="1.6")
    with open_pdf(data, reader=reader, file_name="plan.pdf") as pdf:
        facts = pdf.facts
    assert (facts.file_name, facts.page_count, facts.byte_size) == ("plan.pdf", 1, len(data))
    assert (facts.producer, facts.title, facts.created) == (
        "Ekpress 3",
        "Uppdragsplan 2031",
        "2030-11-05T09:30:00+01:00",
    )
    assert (facts.pdf_version, facts.pdfa, facts.tagged, facts.language) == ("1.6", "2a", True, "sv-SE")


@both
def test_what_a_file_does_not_say_is_none(reader: ReaderName) -> None:
    with open_pdf(make_pdf([sheet()]), reader=reader) as pdf:
        facts = pdf.facts
    assert (facts.producer, facts.title, facts.created, facts.pdfa, facts.language) == (None,) * 5
    assert not facts.tagged
    assert facts.bookmarks == ()
    assert facts.headings == ()


@both
def test_page_labels(reader: ReaderName) -> None:
    pages = [sheet(), sheet(), sheet()]
    with open_pdf(make_pdf(pages, labels="0 <</S /r>> 2 <</S /D /St 7>>"), reader=reader) as pdf:
        assert [page.label for page in pdf.pages()] == ["i", "ii", "7"]
    with open_pdf(make_pdf(pages), reader=reader) as pdf:
        assert [page.label for page in pdf.pages()] == [None] * 3


@both
def test_bookmarks_have_their_page_and_place(reader: ReaderName) -> None:
    data = make_pdf([sheet(), sheet()], bookmarks=[("Nämndens mål", 1, 90.0), ("Ekonomi", 2, 120.5)])
    with open_pdf(data, reader=reader) as pdf:
        assert pdf.facts.bookmarks == (Bookmark("Nämndens mål", 1, 1, 90.0), Bookmark("Ekonomi", 1, 2, 120.5))


@both
def test_tagged_headings_have_the_words_of_their_marked_content(reader: ReaderName) -> None:
    page = Sheet()
    page.text(72, 100, "Nämndens mål", tag="H1")
    page.text(72, 130, "Nämnden ska", tag="P")
    page.text(72, 160, "Trygg vardag", tag="Rubrik2")
    page.text(72, 190, "Utan nivå", tag="H")
    data = make_pdf([sheet(), page], tagged=True, role_map={"Rubrik2": "H2"})
    with open_pdf(data, reader=reader) as pdf:
        list(pdf.pages())
        assert pdf.facts.headings == (
            TaggedHeading("Nämndens mål", 1, 2),
            TaggedHeading("Trygg vardag", 2, 2),
            TaggedHeading("Utan nivå", 0, 2),
        )


@both
def test_a_page_picture_has_the_size_asked_for(reader: ReaderName) -> None:
    page = Sheet(width=200, height=100)
    page.rect(0, 0, 100, 100, fill=(1, 0, 0))
    with open_pdf(make_pdf([page]), reader=reader) as pdf:
        shown = pdf.page_picture(1, scale=2).convert("RGB")
    assert shown.size == (400, 200)
    assert shown.getpixel((100, 100)) == (255, 0, 0)
    assert shown.getpixel((300, 100)) == (255, 255, 255)


@both
def test_titles_that_are_no_text_are_read_as_far_as_they_go(reader: ReaderName) -> None:
    data = make_pdf([sheet()], bookmarks=[("Mål \u1234", 1, 90.0)], info={"Producer": "\u1234"})
    half = data.replace(b"1234>", b"d83d>")
    with open_pdf(half, reader=reader) as pdf:
        assert [mark.title.split()[0] for mark in pdf.facts.bookmarks] == ["Mål"]
        str(pdf.facts.producer).encode("utf-8")
        str(pdf.page(1).label).encode("utf-8")
