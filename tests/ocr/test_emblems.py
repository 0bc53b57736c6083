"""Emblems on sheets: the same ink on every page, read otherwise on each."""

from __future__ import annotations

import numpy as np

from planparse.ocr.emblems import without_emblems
from planparse.ocr.page_reading import SeenLine, SeenPage, SeenWord
from planparse.ocr.sheet import Sheet


def line(text: str, x0: float, baseline: float, size: float = 10.0) -> SeenLine:
    words = []
    for word in text.split():
        words.append(SeenWord(word, x0, x0 + 5 * len(word), 0, 1.0, 0.99, size))
        x0 += 5 * len(word) + 4
    return SeenLine(size, baseline, tuple(words))


def page(*lines: SeenLine, emblem: bool = True) -> SeenPage:
    """A sheet of 300 by 400 points, with a patch of ink of 30 by 36 in its upper corner, or without."""
    coarse = np.zeros((134, 100), np.bool_)
    if emblem:
        coarse[5:17, 8:18] = True
    return SeenPage(Sheet(300, 400), tuple(lines), coarse=coarse)


def told(pages: list[SeenPage]) -> list[list[str]]:
    return [[word.text for one in page.lines for word in one.words] for page in pages]


READ = ["STERL", "TERLE", "MRIS", "OSTER"]


def test_what_is_read_in_an_emblem_on_each_page_otherwise_is_no_text() -> None:
    pages = [page(line(text, 26, 34), line("Mål och budget", 60, 90)) for text in READ]
    found = without_emblems(pages)
    assert told(found) == [["Mål", "och", "budget"]] * 4
    assert len(found[0].photographs) == 1 and found[0].photographs[0][0] < 26


def test_a_name_that_is_read_on_most_pages_is_text() -> None:
    pages = [page(line("Viken", 26, 24), line(text, 26, 44)) for text in READ]
    assert told(without_emblems(pages)) == [["Viken"]] * 4


def test_a_page_without_the_emblem_keeps_its_words() -> None:
    pages = [*(page(line(text, 26, 34)) for text in READ), page(line("Rubrik", 26, 34), emblem=False)]
    assert told(without_emblems(pages))[4] == ["Rubrik"]


def test_two_pages_do_not_tell() -> None:
    pages = [page(line(text, 26, 34)) for text in READ[:2]]
    assert without_emblems(pages) == pages


def test_ink_that_differs_is_no_emblem() -> None:
    pages = [page(line(text, 26, 34), emblem=False) for text in READ]
    assert told(without_emblems(pages)) == [[text] for text in READ]
