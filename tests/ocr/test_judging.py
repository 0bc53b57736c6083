from __future__ import annotations

import pytest

from page_maker import words
from planparse.ocr.glance import Glance
from planparse.ocr.judging import judge
from planparse.pdf.page import Page, Picture

SHEET, PHOTOGRAPH, BLANK = Glance(0.98, 0.08), Glance(0.4, 0.5), Glance(1.0, 0.0)
FULL = (Picture(0, 0, 595, 842),)
TEXT = "Nämnden ska under året se över hur stödet till barn och unga kan bli bättre i hela kommunen"


def page(text: str = "", pictures: tuple[Picture, ...] = ()) -> Page:
    return Page(1, 595, 842, 0, None, tuple(words(text, 70, 100)) if text else (), pictures=pictures)


def no_glance(number: int) -> Glance:
    raise AssertionError("a page with text of its own is not rendered")


def test_a_page_with_text_is_used_without_a_look() -> None:
    assert judge(page(" ".join([TEXT] * 3)), no_glance).usable


@pytest.mark.parametrize(("seen", "usable"), [(SHEET, False), (PHOTOGRAPH, True), (BLANK, True)])
def test_a_page_without_text_is_looked_at(seen: Glance, usable: bool) -> None:
    verdict = judge(page(pictures=FULL), lambda number: seen)
    assert verdict.usable is usable
    assert verdict.code == ("" if usable else "page_no_text")


def test_text_drawn_as_curves_has_no_picture_but_is_one() -> None:
    assert not judge(page(), lambda number: SHEET).usable


def test_a_stamp_on_a_scan_is_not_its_text() -> None:
    verdict = judge(page("Dnr 2006/17 Sid 3", FULL), lambda number: SHEET)
    assert not verdict.usable and verdict.reason == "the page is a picture with 4 words of text"


def test_a_title_on_a_photograph_is_its_text() -> None:
    assert judge(page("Verksamhetsplan 2024", FULL), lambda number: PHOTOGRAPH).usable


def test_a_good_layer_over_a_scan_is_kept_and_a_poor_one_is_not() -> None:
    assert judge(page(" ".join([TEXT] * 3), FULL), no_glance).usable
    poor = " ".join("n1imndEn" if index % 4 == 0 else word for index, word in enumerate(TEXT.split() * 3))
    verdict = judge(page(poor, FULL), no_glance)
    assert (verdict.usable, verdict.code) == (False, "text_suspect")
    assert judge(page(poor), no_glance).usable
