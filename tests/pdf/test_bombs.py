"""Streams that unpack to far more than they take: their page is left out, and the rest of the file read."""

from __future__ import annotations

import zlib

import pytest

from pdf_maker import Sheet, make_pdf
from planparse.pdf import bombs
from planparse.pdf.bombs import defused
from planparse.pdf.reader import ReaderName, open_pdf


def sheet(text: str) -> Sheet:
    out = Sheet()
    out.text(72, 100, text)
    return out


def bomb(filler: str, text: str = "Dold") -> Sheet:
    out = sheet(text)
    out.raw(filler * (7_000_000 // len(filler)))
    return out


@pytest.mark.parametrize(
    ("reader", "filler"),
    [("pdfium", "q "), ("pdfium", " "), ("pdfium", "0 0 m 9 9 l S "), ("pdfplumber", "q ")],
)
def test_a_bombs_page_is_left_out_and_the_others_read(reader: ReaderName, filler: str) -> None:
    with open_pdf(make_pdf([sheet("Före"), bomb(filler), sheet("Efter")]), reader=reader) as pdf:
        before, middle, after = pdf.pages()
    assert [word.text for word in before.words] == ["Före"]
    assert (middle.problem, middle.words) == ("page_limit", ())
    assert [word.text for word in after.words] == ["Efter"]


def test_the_file_keeps_its_length_and_its_name_in_the_books() -> None:
    data = make_pdf([bomb("q ")])
    assert len(defused(data)) == len(data)
    with open_pdf(data) as pdf, open_pdf(make_pdf([sheet("Plan")])) as other:
        assert pdf.facts.byte_size == len(data)
        assert pdf.facts.sha256 != other.facts.sha256


def test_plain_pages_are_left_alone() -> None:
    page = Sheet()
    for row in range(60):
        for col in range(8):
            page.rect(50 + 60 * col, 40 + 12 * row, 110 + 60 * col, 52 + 12 * row, stroke=(0, 0, 0))
            page.text(54 + 60 * col, 50 + 12 * row, f"{row * col} tkr")
    data = make_pdf([page] * 40)
    assert defused(data) is data


def test_a_picture_may_be_white_all_over() -> None:
    page = sheet("Karta")
    page.images.append(
        b"<</Type /XObject /Subtype /Image /Width 4000 /Height 2000 /ColorSpace /DeviceGray /BitsPerComponent 8 "
        b"/Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream"
        % (len(packed := zlib.compress(b"\xff" * 8_000_000)), packed)
    )
    page.raw("q 500 0 0 400 50 300 cm /I0 Do Q")
    data = make_pdf([page])
    assert defused(data) is data


def test_what_is_packed_twice_is_unpacked_twice() -> None:
    packed = zlib.compress(zlib.compress(b"q " * 4_000_000))
    data = b"%%PDF-1.7\n1 0 obj\n<</Filter [/FlateDecode /FlateDecode] /Length %d>>\nstream\n" % len(packed)
    data += packed + b"\nendstream\nendobj\n"
    assert len(packed) < 200
    assert defused(data) != data


def test_a_file_cut_off_in_a_bomb_does_no_harm() -> None:
    data = make_pdf([bomb("q ")])
    cut = data[: data.index(b"stream") + 4_000]
    assert len(defused(cut)) == len(cut)


def test_what_takes_its_place_is_over_the_limit_and_fits() -> None:
    assert len(bombs._drawings(201_000, 1)) * 1030 < bombs.MOST_UNPACKED
