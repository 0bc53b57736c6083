"""Whether a printed value stands among words."""

import pytest

from planparse.evaluate.pagewords import Stream, WordBox, as_read, inside


def line(*texts: str, top: float = 0.0) -> list[WordBox]:
    """Words of one line, 10 points apart."""
    return [(text, 10.0 * place, top, 10.0 * place + 8, top + 9) for place, text in enumerate(texts)]


PAGE = line("Lön", "–", "1", "034", "578", "tkr") + line("Avgift", "1", "350", "kronor/dygn,", "85%", top=12)


@pytest.mark.parametrize(
    "raw", ["-1 034 578", "1 034 578 tkr", "− 1 034 578", "1 350 kronor", "85 %", "85", "1\u00a0350", "Lön"]
)
def test_what_is_printed_is_there(raw: str) -> None:
    assert Stream(PAGE).has(raw)


@pytest.mark.parametrize("raw", ["34 578", "034 57", "+1 034 578", "350 kron", "8", "1 034 579", "Lönn", "86%"])
def test_a_part_of_a_word_or_another_number_is_not(raw: str) -> None:
    assert not Stream(PAGE).has(raw)


def test_a_value_that_runs_over_lines_of_its_cell() -> None:
    words = [*line("Bättre", "än"), *line("föregå-", top=12), *line("ende", "år", top=24)]
    assert Stream(words).has("Bättre än föregående år")
    assert not Stream(words).has("Bättre än föregående månad")


def test_a_dash_in_a_number_is_a_sign_and_not_left_out() -> None:
    words = line("2", "000")
    assert Stream(words).has("2 000")
    assert not Stream(words).has("-2 000")
    assert not Stream(line("2", "-", "3")).has("23")


def test_words_are_read_by_line_whatever_their_order_in_the_file() -> None:
    one, two = line("en", "två"), line("tre", "fyra", top=12)
    assert [word[0] for word in as_read([*two[::-1], *one[::-1]])] == ["en", "två", "tre", "fyra"]


def test_a_superscript_stays_in_its_line() -> None:
    words = [("Skola", 0.0, 10.0, 30.0, 22.0), ("1", 30.0, 8.0, 33.0, 15.0), ("och", 36.0, 10.0, 50.0, 22.0)]
    assert [word[0] for word in as_read(words)] == ["Skola", "1", "och"]


def test_a_words_centre_decides_what_box_it_is_in() -> None:
    word: WordBox = ("Summa", 10, 10, 30, 20)
    assert inside(word, (0, 0, 20, 40))
    assert not inside(word, (0, 0, 18, 40))
    assert not inside(word, (0, 17, 40, 40))


def test_nothing_among_no_words() -> None:
    assert not Stream([]).has("5")
