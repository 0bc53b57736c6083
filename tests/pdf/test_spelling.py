"""A word's characters as the model wants them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.pdf import pdfium_text
from planparse.pdf.pdfium_text import PdfiumText
from planparse.pdf.source import read_source
from planparse.pdf.spelling import spell
from planparse.pdf.unmapped import UnmappedLetters


@pytest.mark.parametrize(
    ("printed", "spelt"),
    [
        ("Nämndens", "Nämndens"),
        ("1–3", "1–3"),
        ("a\u030atga\u0308rd", "åtgärd"),
        ("fo\u00a8rskola", "förskola"),
        ("\u00a8Oster", "Öster"),
        ("\u02daA", "Å"),
        ("pro\ufb01l", "profil"),
        ("e\ufb00ekt", "effekt"),
        ("o\ufb03ciell", "officiell"),
        ("m\u00b2", "m²"),
        ("\uf0b7", "•"),
        ("\uf06e", "•"),
        ("\uf0f1\uf0f1", "•"),
        ("\uf0b3", "≥"),
        ("\uf04d\uf0e5l", "M•l"),
        ("\uf041\uf042\uf031", "AB1"),
        ("HR\u2011konsult", "HR-konsult"),
        ("2031-\u201008", "2031-08"),
        ("verksamhets\u00ad", "verksamhets\u00ad"),
        ("2031\u00ad2033", "2031-2033"),
        ("\u00ad", "-"),
        ("2031\u00ad", "2031-"),
        ("\u200bmål\ufeff", "mål"),
        ("\x07", ""),
        ("\u200e", ""),
        ("m\ufffdl", "m\ufffdl"),
    ],
)
def test_spelling(printed: str, spelt: str) -> None:
    assert spell(printed) == spelt


@given(st.text(max_size=12))
def test_spelling_twice_changes_nothing_more(text: str) -> None:
    once = spell(text)
    assert spell(once) == once or not once


def test_half_of_a_surrogate_pair_is_no_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    codes = [0xD83D, 0xDF00, 0x41, 0x1F600, 0x110000]
    monkeypatch.setattr(pdfium_text.calls, "char_unicode", lambda page, index: codes[index])
    letters = [PdfiumText(UnmappedLetters(read_source(b"%PDF-1.4"), None))._letter(index) for index in range(5)]
    assert letters == ["\ufffd", "\ufffd", "A", "😀", "\ufffd"]
