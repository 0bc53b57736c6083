"""Figures that are digits and no numbers: raised ones typed as letters, and rows of digits without end."""

from __future__ import annotations

import pytest

import planparse
from pdf_maker import Sheet, make_pdf


@pytest.mark.parametrize("odd", ["³007", "²", "9" * 60])
def test_a_contents_with_an_odd_page_number_is_read(odd: str) -> None:
    sheet = Sheet()
    titles = ("Inledning", "Uppdrag", "Ekonomi", "Personal", "Lokaler", "Uppföljning", "Bilagor")
    for at, title in enumerate(titles):
        sheet.text(72, 100 + 16 * at, title)
        sheet.text(300, 100 + 16 * at, odd if at == 2 else str(3 + 2 * at))
    plan = planparse.parse(make_pdf([sheet]))
    assert plan.source.page_count == 1
