"""Words to rows, pieces and lines."""

from __future__ import annotations

from page_maker import words
from planparse.layout.lines import pieces_of, rows_of, text_line, turned_lines
from planparse.pdf.page import Word


def small(text: str, x0: float, baseline: float, size: float = 6) -> list[Word]:
    return words(text, x0, baseline, size=size)


def test_rows_are_baselines_and_pieces_end_at_wide_gaps() -> None:
    given = words("höger spalt", 320, 101) + words("vänster spalt", 70, 100) + words("nästa rad", 70, 114)
    rows = rows_of(given)
    assert [[word.text for word in row] for row in rows] == [["vänster", "spalt", "höger", "spalt"], ["nästa", "rad"]]
    assert [[word.text for word in piece] for piece in pieces_of(rows[0])] == [["vänster", "spalt"], ["höger", "spalt"]]


def test_wide_word_spaces_of_justified_text_part_nothing() -> None:
    row = words("ett", 70, 100) + words("glest", 95, 100) + words("satt", 130, 100)
    assert len(pieces_of(row)) == 1


def test_a_raised_note_mark_is_kept_in_the_line_but_not_in_its_text() -> None:
    given = words("enligt beslutet", 70, 100)
    given += small("2", given[-1].x1, 96)
    (row,) = rows_of(given)
    line = text_line(row, 1)
    assert line.text == "enligt beslutet"
    assert len(line.line.words) == 3
    assert (line.size, line.top) == (11, given[0].top)


def test_a_mark_before_its_note_and_a_stop_behind_a_mark() -> None:
    (row,) = rows_of(small("1", 70, 96) + words("Skollagen", 74, 100))
    assert text_line(row, 1).text == "Skollagen"
    given = words("beslutet", 70, 100)
    given += small("3", given[-1].x1, 96)
    given += words(".", given[-1].x1, 100)
    (row,) = rows_of(given)
    assert text_line(row, 1).text == "beslutet."


def test_powers_and_indices_stay() -> None:
    given = words("12 m", 70, 100)
    given += small("2", given[-1].x1, 96)
    (row,) = rows_of(given)
    assert text_line(row, 1).text == "12 m2"
    given = words("ton CO", 70, 100)
    given += small("2", given[-1].x1, 102.5)
    given += words("per år", given[-1].x1 + 3, 100)
    (row,) = rows_of(given)
    assert text_line(row, 1).text == "ton CO2 per år"


def test_small_capitals_are_one_word() -> None:
    given = words("M", 70, 100, size=12)
    given += words("ÅL", given[-1].x1, 100, size=9)
    given += words("4", given[-1].x1 + 3, 100, size=12)
    assert text_line(given, 1).text == "MÅL 4"


def test_a_line_is_bold_when_all_its_words_are() -> None:
    assert text_line(words("Mål – medel", 70, 100, bold=True), 1).bold
    assert not text_line(words("**Mål:** medel", 70, 100), 1).bold


def test_turned_text_is_read_along_its_own_direction() -> None:
    def turned(text: str, x0: float, top: float, turn: int) -> Word:
        return Word(text, x0, top, x0 + 8, top + 4 * len(text), x0 + 6, 8, "Sans", turned=turn)

    up = [turned("Arkivets", 20, 400, 270), turned("stämpel", 20, 368, 270), turned("2024", 40, 400, 270)]
    assert [line.text for line in turned_lines(up, 1)] == ["Arkivets stämpel", "2024"]
    down = [turned("efter", 60, 300, 90), turned("Först", 80, 300, 90)]
    assert [line.text for line in turned_lines(down, 1)] == ["Först", "efter"]


def test_text_beside_a_large_heading_is_not_drawn_into_its_row() -> None:
    given = (
        words("Nyckeltal", 320, 106, size=16) + words("en rad till vänster", 200, 100) + words("nästa rad", 240, 114)
    )
    assert [len(row) for row in rows_of(given)] == [4, 1, 2]
