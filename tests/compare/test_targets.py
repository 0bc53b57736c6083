"""Which of two targets asks for more."""

import pytest

from planparse.compare.targets import moved, moved_figure
from planparse.model import Quantity


def quantity(value: float | None, **more: object) -> Quantity:
    return Quantity.model_validate({"raw": str(value), "value": value, "unit": "percent", **more})


@pytest.mark.parametrize(
    ("earlier", "later", "sign", "word"),
    [
        (quantity(85), quantity(90), 1, "sharpened"),
        (quantity(85), quantity(90), -1, "weakened"),
        (quantity(85), quantity(90), None, "target_moved"),
        (quantity(85), quantity(85), None, "kept"),
        (quantity(85, comparator="ge"), quantity(85, comparator="gt"), 1, "sharpened"),
        (quantity(85, comparator="ge"), quantity(80, comparator="le"), 1, "undecided"),
        (quantity(85), quantity(85, unit="days"), 1, "undecided"),
        (quantity(None), quantity(90), 1, "undecided"),
        (quantity(5, reference="2019"), quantity(90), 1, "undecided"),
        (quantity(5, reference="2019"), quantity(8, reference="2019"), 1, "sharpened"),
    ],
)
def test_moved(earlier: Quantity, later: Quantity, sign: int | None, word: str):
    if earlier.value == later.value and earlier.unit != later.unit:
        later = later.model_copy(update={"raw": "85 dagar"})
    assert moved(earlier, later, sign) == word


def test_a_figure_in_the_wording():
    assert moved_figure("Besked inom fem dagar", "Besked inom tre dagar") == "sharpened"
    assert (
        moved_figure("Sjukfrånvaron ska vara högst 7 procent", "Sjukfrånvaron ska vara högst 8 procent") == "weakened"
    )
    assert moved_figure("Planera 40 bostäder", "Planera 50 bostäder") == "target_moved"
    assert moved_figure("Klart under 2024", "Klart under 2025") is None
