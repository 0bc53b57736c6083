from __future__ import annotations

from planparse.ocr.fitting import fitted

ACROSS = [(100.0, 50.0, 300.0, 0.5), (120.0, 50.0, 300.0, 0.5)]
DOWN = [(50.0, 40.0, 200.0, 0.5), (300.0, 40.0, 200.0, 0.5)]


def test_a_box_that_ends_a_little_short_fills_its_cells() -> None:
    assert fitted((54.5, 98.9, 296.0, 120.8, 238), ACROSS, DOWN) == (50.0, 100.0, 300.0, 120.0, 238)


def test_a_box_far_from_the_lines_stays() -> None:
    assert fitted((80.0, 130.0, 260.0, 150.0, 238), ACROSS, DOWN) == (80.0, 130.0, 260.0, 150.0, 238)


def test_a_line_along_a_part_of_a_side_is_not_its_edge() -> None:
    short = [(50.0, 40.0, 108.0, 0.5)]
    assert fitted((54.0, 100.0, 300.0, 120.0, 238), ACROSS, short)[0] == 54.0


def test_a_box_thinner_than_its_reach_is_not_closed() -> None:
    assert fitted((60.0, 119.0, 280.0, 123.0, 238), ACROSS, [])[1:4:2] == (119.0, 123.0)
