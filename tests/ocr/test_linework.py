from __future__ import annotations

from planparse.ocr.linework import ending_on, erased, strokes_across, strokes_down
from planparse.ocr.picture import Gray, evened
from sheet_maker import SCALE, blank, noisy, text_line


def ruled() -> Gray:
    """A frame of two rows and two columns, with text beside the lines."""
    picture = blank()
    for y in (200, 260, 320):
        picture[y : y + 2, 100:801] = 90
    for x in (100, 450, 800):
        picture[200:322, x : x + 2] = 90
    for y in (245, 305):
        text_line(picture, y, 120, 420)
    return picture


def test_the_lines_of_a_table() -> None:
    picture = evened(noisy(ruled()))
    across = strokes_across(picture, SCALE, 24)
    down = ending_on(strokes_down(picture, SCALE, 11), across, SCALE)
    assert [round(one.middle) for one in sorted(across, key=lambda one: one.middle)] == [201, 261, 321]
    assert [round(one.middle) for one in sorted(down, key=lambda one: one.middle)] == [101, 451, 801]
    assert all(abs(one.start - 100) < 4 and abs(one.end - 801) < 4 for one in across)


def test_text_and_areas_are_no_lines() -> None:
    picture = blank()
    for y in range(100, 600, 40):
        text_line(picture, y)
    picture[700:760, 100:800] = 120
    assert strokes_across(picture, SCALE, 24) == []
    assert ending_on(strokes_down(picture, SCALE, 11), [], SCALE) == []


def test_a_short_upright_stroke_is_a_letter_unless_lines_meet_its_ends() -> None:
    picture = blank()
    picture[300:340, 400:403] = 30
    assert ending_on(strokes_down(picture, SCALE, 11), [], SCALE) == []
    for y in (298, 340):
        picture[y : y + 2, 200:600] = 30
    across = strokes_across(picture, SCALE, 24)
    assert len(ending_on(strokes_down(picture, SCALE, 11), across, SCALE)) == 1


def test_a_line_with_gaps_of_a_pixel_or_two_is_one() -> None:
    picture = blank()
    picture[400:402, 100:900] = 100
    for x in (230, 481, 733):
        picture[400:402, x : x + 3] = 255
    assert [(one.start, one.end) for one in strokes_across(picture, SCALE, 24)] == [(100, 900)]


def test_erased_lines_leave_the_text() -> None:
    picture = ruled()
    across = strokes_across(picture, SCALE, 24)
    down = ending_on(strokes_down(picture, SCALE, 11), across, SCALE)
    bare = erased(picture, across, down)
    assert int((bare[255:266, 130:440] < 200).sum()) == 0
    assert int((bare[225:246, 120:420] < 60).sum()) == int((picture[225:246, 120:420] < 60).sum())


def test_an_underline_close_under_letters_is_a_line() -> None:
    picture = blank(600, 200)
    text_line(picture, 100, 100, 400)
    picture[103:106, 100:400] = 30
    (line,) = strokes_across(picture, SCALE, 24)
    assert (line.start, line.end) == (100, 400)
