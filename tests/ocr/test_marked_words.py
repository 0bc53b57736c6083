from __future__ import annotations

import pytest

from planparse.ocr.marked_words import put_marks


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("Arets", "Årets"),
        ("MAL", "MÅL"),
        ("2.MAL", "2.MÅL"),
        ("Mäl", "Mål"),
        ("Ml", "Mål"),
        ("atgarder,", "åtgärder,"),
        ("Sjukfranvaro", "Sjukfrånvaro"),
        ("(oversyn)", "(översyn)"),
        ("aldreomsorgen", "äldreomsorgen"),
        ("Ar", "År"),
    ],
)
def test_marks_that_a_word_must_have_are_put_back(read: str, printed: str) -> None:
    assert put_marks(read) == printed


@pytest.mark.parametrize(
    "word", ["är", "aldrig", "Anna", "PA", "ml", "malin", "ar-", "har", "återställa", "förutsatt", "Närvärme", "2025"]
)
def test_words_are_left_as_they_are(word: str) -> None:
    assert put_marks(word) == word
