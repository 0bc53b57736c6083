"""Letters that only their glyph's name tells."""

from __future__ import annotations

import pytest

from pdf_maker import Font, Sheet, make_pdf
from planparse.pdf.source import read_source
from planparse.pdf.unmapped import UNKNOWN, UnmappedLetters


def letters(*fonts: Font) -> UnmappedLetters:
    sheet = Sheet()
    for at, font in enumerate(fonts):
        sheet.text(72, 100 + 20 * at, b"\x1f", font=font)
    return UnmappedLetters(read_source(make_pdf([Sheet(), sheet])), None)


def test_a_ligature_is_known_by_its_name() -> None:
    found = letters(Font("Egen", names=((31, "f_i"),), widths=((31, 560),)))
    assert found.meaning(2, "Egen", 31, 0.56) == "fi"
    assert found.meaning(2, "Egen", 30, 0.56) == UNKNOWN
    assert found.meaning(2, "Annan", 31, 0.56) == UNKNOWN
    assert found.meaning(1, "Egen", 31, 0.56) == UNKNOWN
    found.close()


def test_fonts_of_one_name_are_told_apart_by_the_width() -> None:
    ligature = Font("Egen", names=((31, "f_i"),), widths=((31, 560),))
    sign = Font("Egen", names=((31, "greaterequal"),), widths=((31, 700),))
    same = Font("Egen", names=((31, "lessequal"),), widths=((31, 700),))
    found = letters(ligature, sign)
    assert found.meaning(2, "Egen", 31, 0.56) == "fi"
    assert found.meaning(2, "Egen", 31, 0.7) == "≥"
    assert letters(sign, same).meaning(2, "Egen", 31, 0.7) == UNKNOWN


def test_a_file_that_can_t_be_read_so_leaves_them_unknown() -> None:
    assert UnmappedLetters(read_source(b"%PDF-1.4 och inget mer"), None).meaning(1, "Egen", 31, 0.56) == UNKNOWN


def test_pages_that_pdfminer_stumbles_over_are_no_fault_at_the_end() -> None:
    sheet = Sheet()
    sheet.text(72, 100, b"\x1f", font=Font("Egen", names=((31, "f_i"),), widths=((31, 560),)))
    broken = make_pdf([sheet]).replace(b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0 null inf]")
    found = UnmappedLetters(read_source(broken), None)
    assert found.meaning(1, "Egen", 31, 0.56) == UNKNOWN
    found.close()


def test_a_file_that_pdfminer_can_t_open_is_tried_once(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []
    monkeypatch.setattr("pdfplumber.open", lambda *_, **__: tried.append(1) or 1 / 0)
    found = UnmappedLetters(read_source(b"%PDF-1.4 och inget mer"), None)
    assert [found.meaning(page, "Egen", 31, 0.56) for page in (1, 2, 3)] == [UNKNOWN] * 3
    assert tried == [1]
