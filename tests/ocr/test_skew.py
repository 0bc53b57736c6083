from __future__ import annotations

import numpy as np
import pytest

from planparse.ocr.picture import evened, ink_of
from planparse.ocr.skew import lie_of
from sheet_maker import blank, leaning, noisy, page_of_lines


@pytest.mark.parametrize("angle", [-3.0, -0.5, 0.0, 0.7, 2.5])
def test_the_angle_of_a_leaning_sheet(angle: float) -> None:
    lie = lie_of(ink_of(evened(noisy(leaning(page_of_lines(), angle)))))
    assert lie.quarters == 0 and lie.sure
    assert lie.angle == pytest.approx(angle, abs=0.08)


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_turned_sheet_is_told_by_its_ascenders(quarters: int) -> None:
    turned = np.ascontiguousarray(np.rot90(page_of_lines(), quarters))
    assert lie_of(ink_of(turned)).quarters == quarters


def test_a_blank_sheet_lies_as_it_is() -> None:
    lie = lie_of(ink_of(blank()))
    assert (lie.quarters, lie.angle, lie.sure) == (0, 0.0, False)
