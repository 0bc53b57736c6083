"""The two readers give the same words and the same plan of corpus files from different producers."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.readers import NEAR, Difference, compared

from planparse.pdf.page import Page, Word

CORPUS = Path(__file__).parents[1] / "corpus"


@pytest.mark.parametrize("name", ["mossebro-miljo-2019", "rosmala-ks-2025", "solhaga-kultur-2023"])
def test_both_readers_give_the_same_words_and_the_same_plan(name: str) -> None:
    found = compared(CORPUS / f"{name}.pdf")
    assert not found, [*found.words[:5], *found.plan[:5]]


def page(*words: tuple[str, float]) -> Page:
    made = tuple(Word(text, x, 100, x + 20, 110, 108, 10, "Arial") for text, x in words)
    return Page(1, 595, 842, 0, None, made)


def test_words_that_one_reader_has_are_told_from_words_that_moved() -> None:
    from benchmarks.readers import _add_words

    found = Difference()
    _add_words(
        found, page(("Mål", 10), ("Mål", 60), ("....", 80)), page(("Mål", 60), ("Mål", 10 + 2 * NEAR), ("Mot", 90))
    )
    assert [line.split(" at ")[0] for line in found.words] == ["page 1: only pdfplumber: 'Mot'"]
    assert len(found.moved) == 1
    assert found.leaders == 1
