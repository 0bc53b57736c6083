from __future__ import annotations

import numpy as np

from planparse.ocr.engine import Glyph, ReadLine
from planparse.ocr.picture import Mask
from planparse.ocr.spacing import words_of
from sheet_maker import read_line

EM = 28


def drawn(*stretches: tuple[int, int]) -> Mask:
    ink = np.zeros((60, 600), bool)
    for start, end in stretches:
        ink[20:40, start:end] = True
    return ink


def letters(count: int, start: int, pitch: int = 14, width: int = 11) -> list[tuple[int, int]]:
    return [(start + index * pitch, start + index * pitch + width) for index in range(count)]


def test_words_stand_on_their_ink() -> None:
    ink = drawn(*letters(4, 50), *letters(3, 120))
    words = words_of(read_line("vård och", 48, 162, 15, 45), ink, EM)
    assert [(word.text, word.x0, word.x1) for word in words] == [("vård", 50, 103), ("och", 120, 159)]


def test_a_space_that_the_engine_left_out() -> None:
    ink = drawn(*letters(2, 50), *letters(7, 90))
    assert [word.text for word in words_of(read_line("12platser", 50, 188, 15, 45), ink, EM)] == ["12", "platser"]


def test_figures_are_not_parted_by_the_room_beside_a_one() -> None:
    ink = drawn((50, 61), (64, 75), (83, 88), (97, 102))
    assert [word.text for word in words_of(read_line("2011", 50, 104, 15, 45), ink, EM)] == ["2011"]


def test_columns_read_as_one_number_are_parted() -> None:
    ink = drawn(*letters(3, 50), *letters(3, 130))
    assert [word.text for word in words_of(read_line("250300", 50, 171, 15, 45), ink, EM)] == ["250", "300"]


def test_an_unsure_space_in_joined_ink_is_none() -> None:
    ink = drawn((50, 148))
    line = read_line("erbj uds", 50, 148, 15, 45)
    unsure = tuple(Glyph(g.text, g.x, 0.5 if g.text == " " else g.confidence) for g in line.glyphs)
    assert [word.text for word in words_of(ReadLine(50, 15, 148, 45, unsure), ink, EM)] == ["erbjuds"]


def test_a_wide_hyphen_between_figures_is_a_dash() -> None:
    ink = drawn(*letters(4, 50), (107, 121), *letters(4, 124))
    assert [word.text for word in words_of(read_line("2021-2023", 50, 178, 15, 45), ink, EM)] == ["2021–2023"]


def test_a_sign_before_a_figure_stays_a_minus() -> None:
    ink = drawn((50, 63), *letters(3, 66))
    assert [word.text for word in words_of(read_line("-225", 50, 108, 15, 45), ink, EM)] == ["-225"]


def test_the_least_sure_figure_is_the_words_confidence() -> None:
    line = read_line("4812", 50, 105, 15, 45)
    glyphs = tuple(Glyph(g.text, g.x, 0.4 if g.text == "8" else 0.99) for g in line.glyphs)
    assert words_of(ReadLine(50, 15, 105, 45, glyphs), drawn(*letters(4, 50)), EM)[0].confidence == 0.4


def test_no_letter_is_lost_where_there_is_no_ink() -> None:
    words = words_of(read_line("Mål 2021", 50, 160, 15, 45), drawn(), EM)
    assert [word.text for word in words] == ["Mål", "2021"]


def test_a_ring_within_a_word_of_capitals() -> None:
    ink = np.zeros((60, 200), bool)
    for start in (50, 74, 98):
        ink[20:40, start : start + 18] = True
    ink[12:17, 80:86] = True
    assert [word.text for word in words_of(read_line("MAL", 50, 116, 5, 50), ink, EM)] == ["MÅL"]
