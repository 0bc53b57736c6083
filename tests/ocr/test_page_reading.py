from __future__ import annotations

from planparse.ocr.page_reading import read_picture
from sheet_maker import SCALE, FakeEngine, blank, read_line, text_line


def words(*lines: tuple[str, float, float]) -> list[str]:
    picture = blank()
    for y in range(200, 700, 50):
        text_line(picture, y, 100, 420)
        text_line(picture, y, 440, 700)
    engine = FakeEngine(*(read_line(text, x0, x1, 172, 212) for text, x0, x1 in lines))
    return ["".join(word.text for word in line.words) for line in read_picture(picture, SCALE, engine).lines]


def test_frames_that_reach_into_each_other_give_a_letter_once() -> None:
    assert words(("Utfall i aug", 100, 425), ("g Prognos", 405, 700)) == ["Utfalliaug", "Prognos"]


def test_a_frame_that_holds_the_end_of_one_line_and_the_start_of_the_next_is_left_out() -> None:
    assert words(("9 veckor", 100, 420), ("r1", 400, 425), ("högst", 440, 700)) == ["9veckor", "högst"]


def test_a_piece_of_the_next_lines_first_letter_is_not_read() -> None:
    assert words(("Utfall i     E", 100, 430), ("Budget", 415, 700)) == ["Utfalli", "Budget"]


def test_a_word_does_not_reach_over_the_gap_into_the_next_frame() -> None:
    picture = blank()
    for y in range(200, 700, 50):
        text_line(picture, y, 100, 420)
        text_line(picture, y, 460, 700)
    engine = FakeEngine(read_line("Utfall", 100, 466, 172, 212), read_line("Budget", 440, 700, 172, 212))
    seen = sorted(read_picture(picture, SCALE, engine).lines, key=lambda line: line.words[0].x0)
    assert seen[0].words[-1].x1 * SCALE < 425 and seen[1].words[0].x0 * SCALE > 455
