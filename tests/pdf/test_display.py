"""From a PDF's coordinates to those of the page as it is shown."""

from __future__ import annotations

import pytest

from planparse.pdf.display import IDENTITY, Display, multiply, place, place_box


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_the_matrix_does_what_point_does(rotation: int) -> None:
    show = Display(10, 20, 110, 220, rotation)
    for x, y in [(10, 20), (110, 220), (40, 70)]:
        assert place(show.matrix, x, y) == pytest.approx(show.point(x, y))


@pytest.mark.parametrize(
    ("rotation", "size", "corner"),
    [(0, (100, 200), (0, 0)), (90, (200, 100), (200, 0)), (180, (100, 200), (100, 200)), (270, (200, 100), (0, 100))],
)
def test_the_corner_that_was_top_left_goes_round_clockwise(
    rotation: int, size: tuple[int, int], corner: tuple[int, int]
) -> None:
    show = Display(10, 20, 110, 220, rotation)
    assert (show.width, show.height) == size
    assert show.point(10, 220) == corner


def test_text_turns_clockwise_with_the_page() -> None:
    assert Display(0, 0, 1, 1).turned(1, 0) == 0
    assert Display(0, 0, 1, 1).turned(0, 1) == 270
    assert Display(0, 0, 1, 1).turned(0, -1) == 90
    assert Display(0, 0, 1, 1).turned(-1, 0) == 180
    assert Display(0, 0, 1, 1, 90).turned(0, 1) == 0
    assert Display(0, 0, 1, 1, 270).turned(1, 0.05) == 270
    assert Display(0, 0, 1, 1).turned(float("nan"), 1) == 0


def test_matrices_are_applied_in_order() -> None:
    double, shift = (2, 0, 0, 2, 0, 0), (1, 0, 0, 1, 5, 7)
    assert place(multiply(double, shift), 1, 1) == (7, 9)
    assert place(multiply(shift, double), 1, 1) == (12, 16)
    assert multiply(IDENTITY, shift) == shift


def test_a_turned_box_has_the_bounds_of_its_corners() -> None:
    assert place_box((0, 1, -1, 0, 0, 0), 0, 0, 4, 2) == (-2, 0, 0, 4)
    leaning = place_box((1, 1, -1, 1, 0, 0), 0, 0, 2, 2)
    assert leaning == (-2, 0, 2, 4)
