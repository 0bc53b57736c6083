"""Rules, boxes and pictures as both readers give them."""

from __future__ import annotations

import math

import pytest

from pdf_maker import Sheet, make_pdf
from planparse.pdf.page import Page, Rule
from planparse.pdf.reader import ReaderName, open_pdf

READERS: list[ReaderName] = ["pdfium", "pdfplumber"]
both = pytest.mark.parametrize("reader", READERS)

GREEN, RED, GRAY, WHITE = (0, 0.6, 0), (1, 0, 0), (0.8, 0.8, 0.8), (1, 1, 1)


def read(sheet: Sheet, reader: ReaderName) -> Page:
    with open_pdf(make_pdf([sheet]), reader=reader) as pdf:
        return pdf.page(1)


def places(rules: tuple[Rule, ...]) -> list[tuple[float, ...]]:
    return sorted(tuple(round(part, 1) for part in (rule.x0, rule.top, rule.x1, rule.bottom)) for rule in rules)


@both
def test_stroked_lines_are_rules(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.line(50, 100, 300, 100, width=0.75, color=RED)
    sheet.line(50, 80, 50, 200)
    sheet.line(50, 300, 200, 400)
    page = read(sheet, reader)
    assert places(page.rules) == [(50, 80, 50, 200), (50, 100, 300, 100)]
    flat = next(rule for rule in page.rules if rule.horizontal)
    assert (flat.width, flat.color) == (0.75, 0xFF0000)


@both
def test_thin_filled_boxes_are_rules(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.rect(50, 100, 300, 100.5, fill=RED)
    sheet.rect(50, 100, 51, 200, fill=RED)
    page = read(sheet, reader)
    assert places(page.rules) == [(50, 100.2, 300, 100.2), (50.5, 100, 50.5, 200)]
    assert page.boxes == ()


@both
def test_a_stroked_frame_is_four_rules(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.rect(50, 100, 300, 150, stroke=RED)
    page = read(sheet, reader)
    assert places(page.rules) == [(50, 100, 50, 150), (50, 100, 300, 100), (50, 150, 300, 150), (300, 100, 300, 150)]
    assert page.boxes == ()


@both
def test_a_frame_filled_between_two_rectangles_is_four_rules(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.raw("0 g 50 692 250 50 re 51 693 248 48 re f*")
    page = read(sheet, reader)
    assert places(page.rules) == [
        (50, 100.5, 300, 100.5),
        (50, 149.5, 300, 149.5),
        (50.5, 100, 50.5, 150),
        (299.5, 100, 299.5, 150),
    ]
    assert page.boxes == ()


@both
def test_a_filled_and_stroked_box_is_both(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.rect(50, 100, 300, 150, fill=GRAY, stroke=RED)
    page = read(sheet, reader)
    assert len(page.rules) == 4
    assert [(box.x0, box.x1, box.color, box.shape) for box in page.boxes] == [(50, 300, 0xCCCCCC, "rect")]


@both
def test_pieces_of_a_line_are_one_rule(reader: ReaderName) -> None:
    sheet = Sheet()
    for x in range(50, 300, 50):
        sheet.rect(x, 100, x + 49.5, 100.5, fill=(0, 0, 0))
        sheet.rect(x + 49.5, 100, x + 50, 100.5, fill=(0, 0, 0))
    assert places(read(sheet, reader).rules) == [(50, 100.2, 300, 100.2)]


@both
def test_dashes_and_dots_drawn_one_by_one_are_one_rule(reader: ReaderName) -> None:
    sheet = Sheet()
    for x in range(50, 300, 6):
        sheet.line(x, 100, x + 3, 100)
    for x in range(50, 300, 3):
        sheet.rect(x, 200, x + 1, 201, fill=(0, 0, 0))
    sheet.line(50, 300, 300, 300, dash="3 2")
    assert [(round(rule.top), round(rule.x0), round(rule.x1)) for rule in read(sheet, reader).rules] == [
        (100, 50, 299),
        (200, 50, 300),
        (300, 50, 300),
    ]


@both
def test_lines_of_separate_tables_stay_apart(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.line(50, 100, 200, 100)
    sheet.line(210, 100, 300, 100)
    sheet.line(50, 103, 200, 103)
    assert places(read(sheet, reader).rules) == [(50, 100, 200, 100), (50, 103, 200, 103), (210, 100, 300, 100)]


@both
def test_a_very_thick_line_is_a_box(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.line(50, 100, 150, 100, width=8, color=GREEN)
    page = read(sheet, reader)
    assert page.rules == ()
    assert [tuple(round(part) for part in box.bbox) for box in page.boxes] == [(50, 96, 150, 104)]


@both
def test_places_follow_the_matrix_the_crop_and_the_turn(reader: ReaderName) -> None:
    sheet = Sheet(width=400, height=300, rotate=90, crop=(20, 10, 400, 300))
    sheet.raw("q 2 0 0 2 10 20 cm 0.5 w 20 40 m 100 40 l S Q")  # 50–210 from the left, 200 from the top, 1 wide
    (rule,) = read(sheet, reader).rules
    # Turned clockwise, what was the bottom edge (300) is the left one and 20 are cut off the top.
    assert (rule.x0, rule.top, rule.x1, rule.bottom) == pytest.approx((100, 30, 100, 190))
    assert rule.width == pytest.approx(1)


@both
def test_boxes_have_their_colour_and_are_given_once(reader: ReaderName) -> None:
    sheet = Sheet()
    for _ in range(2):
        sheet.rect(50, 100, 300, 120, fill=GRAY)
    sheet.rect(60, 105, 290, 115, fill=GRAY)
    sheet.rect(60, 130, 290, 150, fill=RED)
    assert [(round(box.top), box.color) for box in read(sheet, reader).boxes] == [(100, 0xCCCCCC), (130, 0xFF0000)]


@both
def test_white_is_given_only_where_it_covers_something(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.rect(0, 0, 595, 842, fill=WHITE)
    sheet.rect(50, 100, 300, 200, fill=GRAY)
    sheet.rect(100, 120, 200, 140, fill=WHITE)
    sheet.line(50, 150, 300, 150, color=WHITE)
    sheet.line(50, 300, 300, 300, color=WHITE)
    page = read(sheet, reader)
    assert [(round(box.top), box.color) for box in page.boxes] == [(100, 0xCCCCCC), (120, 0xFFFFFF)]
    assert [round(rule.top) for rule in page.rules] == [150]


@both
def test_a_disc_is_round_and_a_card_with_round_corners_is_not(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.circle(100, 100, 6, fill=GREEN)
    sheet.raw("1 0 0 rg 60 500 m 200 500 l 205 500 210 505 210 510 c 210 560 l 210 565 205 570 200 570 c 60 570 l")
    sheet.raw("55 570 50 565 50 560 c 50 510 l 50 505 55 500 60 500 c f")
    page = read(sheet, reader)
    assert [(box.shape, box.color) for box in page.boxes] == [("round", 0x009900), ("rect", 0xFF0000)]
    assert page.boxes[0].bbox == pytest.approx((94, 94, 106, 106), abs=0.1)


@both
def test_letters_and_slices_drawn_as_paths_are_no_boxes(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.raw("0 g 100 500 m 150 500 l 150 527 127 550 100 550 c f")  # a quarter of a pie
    sheet.raw("200 500 m 220 560 l 240 500 l 232 500 l 228 515 l 212 515 l 208 500 l f")  # an A
    assert read(sheet, reader).boxes == ()


@both
def test_drawings_in_forms_are_put_where_the_form_is(reader: ReaderName) -> None:
    inner = Sheet()
    inner.rect(50, 100, 150, 140, fill=RED)
    inner.line(50, 200, 150, 200)
    sheet = Sheet()
    sheet.form(inner, x=10, y=20, scale=0.5)
    page = read(sheet, reader)
    assert page.boxes[0].bbox == pytest.approx((35, 70, 85, 90))
    assert places(page.rules) == [(35, 120, 85, 120)]


def test_what_clipping_hides_is_no_part_of_a_large_box() -> None:
    sheet = Sheet()
    sheet.raw("q 50 700 200 40 re W n 0.8 g 0 0 595 842 re f Q")
    assert [tuple(round(part) for part in box.bbox) for box in read(sheet, "pdfium").boxes] == [(50, 102, 250, 142)]


@both
def test_a_symbol_has_its_colour_and_equal_symbols_one_key(reader: ReaderName) -> None:
    sheet = Sheet()
    dot = [[GREEN, GREEN, WHITE], [GREEN, GREEN, WHITE]]
    sheet.image(100, 100, 112, 112, dot)
    sheet.image(100, 130, 112, 142, dot)
    sheet.image(100, 160, 112, 172, [[RED, RED, WHITE], [RED, RED, WHITE]])
    first, second, third = read(sheet, reader).pictures
    assert first.bbox == pytest.approx((100, 100, 112, 112), abs=0.01)
    assert (first.color, second.color, third.color) == (0x009900, 0x009900, 0xFF0000)
    assert first.key == second.key != third.key
    assert first.filled is None


@both
def test_a_bar_has_the_share_that_is_filled(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.image(100, 100, 160, 110, [[GREEN] * 60 + [GRAY] * 40] * 3)
    (bar,) = read(sheet, reader).pictures
    assert bar.color == 0x009900
    assert bar.filled == pytest.approx(0.6, abs=0.01)


@both
def test_what_a_mask_hides_does_not_count(reader: ReaderName) -> None:
    sheet = Sheet()
    blue = (0, 0, 1)
    sheet.image(100, 100, 160, 110, [[GREEN] * 10 + [blue] * 30] * 3, clear=blue)
    (bar,) = read(sheet, reader).pictures
    assert (bar.color, bar.filled) == (0x009900, pytest.approx(0.25, abs=0.01))


@both
def test_a_large_picture_is_not_looked_into(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.image(0, 100, 595, 400, [[GREEN]])
    (picture,) = read(sheet, reader).pictures
    assert (picture.color, picture.filled) == (None, None)
    assert picture.key


@both
def test_a_picture_is_cut_at_the_page_s_edge(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.image(-50, 100, 50, 150, [[GREEN]])
    sheet.image(600, 100, 700, 150, [[GREEN]])
    assert [tuple(round(part) for part in item.bbox) for item in read(sheet, reader).pictures] == [(0, 100, 50, 150)]


@both
def test_a_disc_of_many_curves_is_round(reader: ReaderName) -> None:
    """Browsers draw one in 32 curves."""
    ends = [(100 + 6 * math.cos(math.tau * at / 96), 700 + 6 * math.sin(math.tau * at / 96)) for at in range(97)]
    curves = [" ".join(f"{x:.3f} {y:.3f}" for x, y in ends[at : at + 3]) + " c" for at in range(1, 97, 3)]
    sheet = Sheet()
    sheet.raw(f"0 0.6 0 rg {ends[0][0]:.3f} {ends[0][1]:.3f} m {' '.join(curves)} f")
    sheet.raw("200 700 m " + " ".join(f"{200 + at} {700 + at % 3} {201 + at} 690 {202 + at} 705 c" for at in range(40)))
    sheet.raw("f")
    assert [box.shape for box in read(sheet, reader).boxes] == ["round"]
