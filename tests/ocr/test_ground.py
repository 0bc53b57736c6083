from __future__ import annotations

from planparse.ocr.ground import flattened, ground_of
from planparse.ocr.picture import evened, ink_of
from planparse.ocr.shading import shaded_areas, sharpened
from sheet_maker import SCALE, blank, noisy, text_line


def test_grey_paper_and_a_shadow_are_evened_out() -> None:
    picture = blank()
    text_line(picture, 300)
    picture = (picture * 0.8).astype("uint8")
    picture[:, :200] = (picture[:, :200] * 0.9).astype("uint8")
    even = evened(picture)
    assert int(even[20, 20]) > 235 and int(even[20, 900]) > 250
    assert int(even[290:300, 100:900].min()) < 60


def test_a_shaded_band_is_a_box_with_its_shade() -> None:
    picture = blank()
    picture[300:360, 90:840] = 220
    text_line(picture, 345, 120, 500)
    boxes, photographs = shaded_areas(ground_of(evened(noisy(picture, 6.0, 250))).shades, SCALE)
    assert len(boxes) == 1 and photographs == []
    box = boxes[0]
    assert abs(box.x0 - 90) <= 12 and abs(box.x1 - 840) <= 12 and abs(box.top - 300) <= 8 and abs(box.bottom - 360) <= 8
    assert 205 <= box.shade <= 230


def test_text_alone_makes_no_boxes() -> None:
    picture = blank()
    for y in range(100, 900, 36):
        text_line(picture, y)
    assert shaded_areas(ground_of(evened(noisy(picture))).shades, SCALE) == ([], [])


def test_light_letters_on_a_dark_head_become_ink() -> None:
    picture = blank()
    picture[300:360, 90:840] = 70
    text_line(picture, 345, 120, 500, shade=250)
    ink = ink_of(flattened(picture, ground_of(picture)))
    assert ink[340:345, 122:124].any()
    assert not ink[310:350, 600:800].any()


def test_a_photograph_is_none_of_the_boxes() -> None:
    picture = blank()
    slope = [[(x * 7 + y * 3) // 13 % 230 for x in range(400)] for y in range(300)]
    picture[200:500, 200:600] = slope
    boxes, photographs = shaded_areas(ground_of(picture).shades, SCALE)
    assert len(photographs) == 1 and boxes == []


def test_a_boxes_edges_are_told_to_the_pixel() -> None:
    picture = blank()
    picture[303:357, 91:838] = 220
    text_line(picture, 345, 120, 500)
    boxes, _ = shaded_areas(ground_of(noisy(picture, 4.0, 255)).shades, SCALE)
    box = sharpened(boxes[0], noisy(picture, 4.0, 255))
    assert all(
        abs(one - other) <= 1
        for one, other in zip((box.x0, box.top, box.x1, box.bottom), (91, 303, 838, 357), strict=True)
    )


def test_a_dark_cover_with_a_light_band_is_made_flat() -> None:
    picture = blank(1000, 1400, 70)
    picture[600:800] = 180
    text_line(picture, 300, 120, 600, shade=250)
    text_line(picture, 720, 120, 600, shade=30)
    even = evened(noisy(picture, 4.0, 255))
    ink = ink_of(flattened(even, ground_of(even)))
    assert ink[290:300, 120:124].any() and ink[708:720, 120:124].any()
    assert not ink[900:1300, 100:900].any() and not ink[640:690, 100:900].any()
