"""Forms that unfold without end are cut off; those that a plan has are left as they are."""

from __future__ import annotations

import time

from pdf_maker import Sheet, make_pdf
from planparse.pdf.form_bombs import pruned
from planparse.pdf.reader import open_pdf

LEAF = b"0 0 m 9 0 l S"


def sheet(text: str) -> Sheet:
    out = Sheet()
    out.text(72, 100, text)
    return out


def nested(levels: int, uses: int) -> bytes:
    """Two pages; on the first a form that draws the next one so many times, so many levels deep."""
    page = sheet("Först")
    page.forms = [b"/X Do " * uses] * (levels - 1) + [LEAF]
    page.raw("/X0 Do")
    data = make_pdf([page, sheet("Sist")])
    parts = data.split(b"/Resources <<")
    # Each form's name X is the one after it; they stand in the file one after the other, before their page.
    numbers = [int(part.rsplit(b" 0 obj", 1)[0].rsplit(b"\n", 1)[-1]) for part in parts[:levels]]
    out = parts[0]
    for level, part in enumerate(parts[1:]):
        inner = b"/XObject <</X %d 0 R>> " % numbers[level + 1] if level + 1 < levels else b""
        out += b"/Resources <<" + inner + part
    return out


def test_ten_times_ten_times_ten() -> None:
    start = time.process_time()
    with open_pdf(nested(12, 12)) as pdf:
        first, second = pdf.pages()
    assert first.problem == "page_limit"
    assert [word.text for word in second.words] == ["Sist"]
    assert time.process_time() - start < 20


def test_a_few_levels_are_drawn_as_they_are() -> None:
    data = nested(4, 6)
    assert pruned(data) is data
    with open_pdf(data) as pdf:
        assert [word.text for word in pdf.page(1).words] == ["Först"]


def test_a_circle_is_no_endless_drawing() -> None:
    data = nested(3, 2).replace(b"/XObject <</X ", b"/XObject <</Y 3 0 R /X ", 1)
    assert pruned(data) is data


def test_a_heavy_form_that_a_page_uses_often_is_cut_off() -> None:
    page = sheet("Karta")
    page.forms = [LEAF + b" " + b"%d 5 m 9 9 l S " % 7 * 60_000, b"/X Do"]
    page.raw("/X1 Do " * 500)
    data = make_pdf([page])
    inner = data.index(b"/Resources <<", data.index(b"/Resources <<") + 1)
    number = int(data[: data.index(b" 0 obj\n<</Type /XObject")].rsplit(b"\n", 1)[-1])
    data = data[:inner] + b"/Resources <</XObject <</X %d 0 R>> " % number + data[inner + 13 :]
    assert pruned(data) != data
    assert len(pruned(data)) == len(data)


def test_numbers_without_end_do_no_harm() -> None:
    long = b"9" * 6000
    data = b"%%PDF-1.7 %s 0 obj <</Subtype/Form/XObject<</X %s 0 R>>>>stream\n/X Do\nendstream" % (long, long)
    assert pruned(data) is data
