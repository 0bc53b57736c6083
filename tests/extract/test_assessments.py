from __future__ import annotations

import pytest

from goal_documents import GREEN, RED, YELLOW, dot, grid
from planparse.extract.assessments import assess, status_in_comment, status_of_words, symbol_in


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Uppfyllt", "met"),
        ("Uppfylls delvis", "partly_met"),
        ("Ej uppfyllt", "not_met"),
        ("Målet bedöms inte vara uppfyllt", "not_met"),
        ("Målet är inte helt uppfyllt", "partly_met"),
        ("Mäts inte i år", "not_measured"),
        ("Kan inte bedömas", "not_measured"),
        ("Avslutad", "met"),
        ("Pågår", "partly_met"),
        ("Ej påbörjad", "not_met"),
        ("Ja", "met"),
        ("Se kommentar", None),
    ],
)
def test_words_of_a_status(words: str, status: str | None) -> None:
    assert status_of_words(words) == status


def test_a_comment_states_its_goal_s_status_in_a_sentence_on_the_goal() -> None:
    comment = "Kön är delvis borta. Målet bedöms inte vara uppfyllt för 2016, men arbetet har genomförts."
    assert status_in_comment(comment) == ("not_met", "Målet bedöms inte vara uppfyllt")
    assert status_in_comment("Alla kurser är genomförda.") is None


def test_words_come_before_symbols() -> None:
    said = assess("", "green circle", "Målet är delvis uppnått.", 2023)
    assert said is not None and (said.status, said.raw) == ("partly_met", "green circle")
    unclear = assess("Se bilaga", None, None, 2023)
    assert unclear is not None and unclear.status == "unknown"
    assert assess("", None, None, 2023) is None


def test_symbols_by_their_colour() -> None:
    cells = grid([dot(GREEN), dot(YELLOW), dot(RED), dot(0x8C8C8C), dot(0x000000)], header=0).row(0)
    symbols = [symbol_in(cell) for cell in cells]
    assert symbols == ["green circle", "yellow circle", "red circle", "grey circle", None]
    assert assess("", symbols[1], None, None) is not None


def test_a_symbol_set_as_a_letter_is_no_part_of_the_words() -> None:
    found = assess("● Uppnått", None, None, 2023)
    assert found is not None and (found.raw, found.status) == ("Uppnått", "met")
