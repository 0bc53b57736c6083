"""Pieces → words, and letters → pieces, without any PDF."""

from __future__ import annotations

import pytest

from planparse.pdf.letters import needs_cutting, parts, pieces_of
from planparse.pdf.pieces import Piece, Style, along, framed, words_from

PLAIN = Style(10, "Arial")
BOLD = Style(10, "Arial-Bold", bold=True)
SMALL = Style(6, "Arial")


def piece(
    text: str, start: float, end: float, base: float = 100, style: Style = PLAIN, *, apart: bool = False
) -> Piece:
    return Piece(text, start, end, base, style, apart)


def texts(*pieces: Piece) -> list[str]:
    return [word.text for word in words_from(pieces)[0]]


def letters(text: str, gap: float, *, width: float = 5, style: Style = PLAIN) -> list[Piece]:
    """A space in ``text`` leaves a letter's room."""
    out = []
    x = 0.0
    for letter in text:
        if letter != " ":
            out.append(piece(letter, x, x + width, style=style))
        x += width + gap
    return out


def joined(run: list[Piece]) -> list[str]:
    return [one.text for one in pieces_of(run)]


def test_letters_set_on_end_join_by_their_gaps_alone() -> None:
    turned = Style(10, "Arial", turned=270)
    run = [piece(letter, 5.0 * at, 5.0 * at + 5, style=turned, apart=True) for at, letter in enumerate("Netto")]
    assert texts(*run) == ["Netto"]
    assert texts(piece("Köp", 0, 15, style=turned), piece("av", 18, 26, style=turned, apart=True)) == ["Köp", "av"]


def test_touching_pieces_join_and_others_do_not() -> None:
    assert texts(piece("verk", 0, 20), piece("samhet", 20.5, 50)) == ["verksamhet"]
    assert texts(piece("verk", 0, 20), piece("samhet", 22, 50)) == ["verk", "samhet"]
    assert texts(piece("verk", 0, 20), piece("samhet", 20, 50, base=112)) == ["verk", "samhet"]


def test_white_space_of_the_file_parts_whatever_the_gap() -> None:
    assert texts(piece("barn-", 0, 20), piece("och", 20, 35, apart=True)) == ["barn-", "och"]


def test_the_style_of_most_letters_is_the_word_s() -> None:
    (word,), _ = words_from([piece("Mål", 0, 15, style=BOLD), piece(":", 15, 18)])
    assert (word.text, word.bold, word.font) == ("Mål:", True, "Arial-Bold")


def test_raised_small_figures_stand_alone_and_lowered_ones_do_not() -> None:
    assert texts(piece("400", 0, 15), piece("1", 15, 18, 96, SMALL)) == ["400", "1"]
    assert texts(piece("CO", 0, 12), piece("2", 12, 15, 102, SMALL)) == ["CO2"]
    assert texts(piece("2", 0, 3, 96, SMALL), piece("Avser", 3, 25)) == ["2", "Avser"]


@pytest.mark.parametrize(("before", "together"), [("m", "m2"), ("kr/m", "kr/m2"), ("50km", "50km2")])
def test_the_exponent_of_a_metre_belongs_to_it(before: str, together: str) -> None:
    assert texts(piece(before, 0, 20), piece("2", 20, 23, 96, SMALL)) == [together]


def test_a_note_mark_after_a_word_that_ends_in_m_is_no_exponent() -> None:
    assert texts(piece("program", 0, 40), piece("2", 40, 43, 96, SMALL)) == ["program", "2"]


def test_a_second_print_nearly_on_the_first_is_dropped() -> None:
    assert texts(piece("Mål", 0, 15), piece("Mål", 0.4, 15.4)) == ["Mål"]
    assert texts(piece("Mål", 0, 15, 99.99), piece("Mål", 0.4, 15.4, 100.01)) == ["Mål"]
    assert texts(piece("Mål", 0, 15), piece("Mål", 20, 35)) == ["Mål", "Mål"]


def test_what_has_no_place_is_dropped() -> None:
    nowhere = float("nan")
    assert texts(piece("a", nowhere, 10), piece("b", 0, float("inf")), piece("c", 0, 5, 1e9), piece("d", 0, 5)) == ["d"]
    assert texts(piece("e", 0, 5, style=Style(0, "Arial"))) == []


def test_words_keep_the_marked_content_of_their_first_letter() -> None:
    tagged = Style(10, "Arial", tag=4)
    words, tags = words_from([piece("Mål", 0, 15, style=tagged), piece("och", 20, 35)])
    assert ([word.text for word in words], tags) == (["Mål", "och"], [4, -1])


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_line_s_own_frame_turns_back(turned: int) -> None:
    style = Style(10, "Arial", turned=turned)
    start, base = along(200, 300, turned)
    x0, top, x1, bottom = framed(start, start + 20, base, style)
    assert x0 <= 200 <= x1
    assert top <= 300 <= bottom
    assert sorted((round(x1 - x0, 6), round(bottom - top, 6))) == [10, 20]


def test_letters_join_until_a_gap_or_another_style() -> None:
    assert joined(letters("mål", 0)) == ["mål"]
    assert joined([*letters("mål", 0), piece("och", 18, 30)]) == ["mål", "och"]
    assert joined([*letters("mål", 0), piece("fet", 15, 30, style=BOLD)]) == ["mål", "fet"]


def test_a_full_stop_belongs_to_its_word_though_its_font_leaves_a_gap() -> None:
    assert joined([*letters("jmf", 0), piece(".", 17.4, 19)]) == ["jmf."]
    assert joined([*letters("jmf", 0), piece(".", 19, 21)]) == ["jmf", "."]
    assert joined([*letters("jmf", 0), piece("o", 17.4, 19)]) == ["jmf", "o"]


def test_letter_spacing_is_told_from_spaces() -> None:
    assert joined(letters("EKONOMI OCH MÅL", 2)) == ["EKONOMI", "OCH", "MÅL"]
    assert joined(letters("1250", 1.5)) == ["1250"]
    assert joined(letters("1250", 2.6)) == ["1", "2", "5", "0"]
    assert joined(letters("ABCD", 6)) == ["A", "B", "C", "D"]
    assert joined(letters("SÅ", 1.6)) == ["SÅ"]
    assert joined(letters("SÅ", 2.1)) == ["S", "Å"]
    assert joined(letters("så", 1.6)) == ["s", "å"]


def test_letters_of_one_string_stay_together_whatever_the_spacing() -> None:
    run = letters("och", 4)
    assert [one.text for one in pieces_of(run)] == ["o", "c", "h"]
    assert [one.text for one in pieces_of(run, [False, True, True])] == ["och"]


def test_a_glyph_that_stands_for_several_letters_is_not_taken_apart() -> None:
    assert joined([piece("f", 0, 6), piece("f", 0, 6), piece("i", 0, 6), piece("n", 6, 11)]) == ["ffin"]


def test_what_is_printed_twice_is_found_on_either_side_of_a_slot() -> None:
    for base in (7.5, 8.1, 15.9, 16.0, 63.95):
        again = [Piece("Mål", 10, 30, base, PLAIN, True), Piece("Mål", 10.3, 30.3, base + 0.5, PLAIN, True)]
        assert len(words_from(again)[0]) == 1
    assert len(words_from([Piece("Mål", 10, 30, base, PLAIN, True) for base in (10, 24)])[0]) == 2


def test_bullets_and_leader_dots_are_cut_off() -> None:
    assert parts("Mål.....12") == [(0, 3), (3, 8), (8, 10)]
    assert parts("•Mål") == [(0, 1), (1, 4)]
    assert parts("osv...") == [(0, 6)]
    assert needs_cutting("•Mål")
    assert needs_cutting("Mål....1")
    assert not needs_cutting("•")
    assert not needs_cutting(".....")
    assert not needs_cutting("osv...")


def test_letter_spaced_small_capitals_go_on_their_capital() -> None:
    lesser = Style(7.8, "Arial")
    assert texts(piece("E", 0, 6), piece("KBERGA", 8, 50, style=lesser)) == ["EKBERGA"]
    assert texts(piece("E", 0, 6), piece("kberga", 8, 50, style=lesser)) == ["Ekberga"]
    assert texts(piece("E", 0, 6), piece("kberga", 8, 50, style=lesser, apart=True)) == ["E", "kberga"]
    assert texts(piece("E", 0, 6), piece("kberga", 10, 50, style=lesser)) == ["E", "kberga"]
    assert texts(piece("E", 0, 6), piece("12", 8, 20, style=lesser)) == ["E", "12"]
    assert texts(piece("Ek", 0, 6), piece("berga", 8, 50, style=lesser)) == ["Ek", "berga"]
