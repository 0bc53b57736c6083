"""What decides met or missed, and what never does."""

import pytest

from planparse.compare.verdicts import verdict
from planparse.model import Quantity


def percent(raw: str, value: float | None, **more: object) -> Quantity:
    return Quantity.model_validate({"raw": raw, "value": value, "unit": "percent", **more})


@pytest.mark.parametrize(
    ("target", "outcome", "name", "word"),
    [
        (percent("minst 90", 90, comparator="ge"), percent("90", 90), "Nöjda", "met"),
        (percent("mer än 90", 90, comparator="gt"), percent("90", 90), "Nöjda", "missed"),
        (percent("högst 5", 5, comparator="le"), percent("5,1", 5.1), "Andel", "missed"),
        (percent("5", 5), percent("6", 6), "Sjukfrånvaro", "missed"),
        (percent("5", 5), percent("4", 4), "Sjukfrånvaro", "met"),
        (percent("5", 5), percent("6", 6), "Andel inköp", "undecided"),
        (percent("5", 5), percent("5", 5), "Andel inköp", "met"),
        (percent("2-3", 2, upper=3), percent("2,5", 2.5), "Andel inköp", "met"),
        (percent("2-3", 2, upper=3), percent("4", 4), "Andel inköp", "undecided"),
        (percent("ca 5", 5, comparator="approx"), percent("5", 5), "Andel", "undecided"),
        (percent("Bättre", None), percent("5", 5), "Nöjda", "undecided"),
        (percent("minst 90", 90, comparator="ge"), percent("ej mätt", None), "Nöjda", "undecided"),
        (percent("minst 90", 90, comparator="ge"), percent("över 90", 90, comparator="gt"), "Nöjda", "undecided"),
    ],
)
def test_verdict(target: Quantity, outcome: Quantity, name: str, word: str):
    found = verdict(target, outcome, name=name)
    assert found.word == word
    assert found.reason


def test_other_units_decide_nothing():
    days = Quantity(raw="5 dagar", value=5, unit="days")
    assert verdict(days, percent("5", 5), name="Väntetid").reason.startswith("olika enheter")


def test_a_relative_target_needs_the_year_before():
    target = percent("Ska öka", None, comparator="gt", reference="previous_year")
    assert verdict(target, percent("82", 82), name="Nöjda", before=percent("80", 80)).word == "met"
    assert verdict(target, percent("80", 80), name="Nöjda", before=percent("80", 80)).word == "missed"
    assert verdict(target, percent("82", 82), name="Nöjda").word == "undecided"


def test_the_goal_tells_which_way_is_better():
    found = verdict(percent("5", 5), percent("4", 4), name="Avhopp", goal="Avhoppen ska minska")
    assert (found.word, found.good) == ("met", -1)
