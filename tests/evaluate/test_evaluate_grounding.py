"""Values on their page, and under their own boxes."""

from typing import Any

import pytest

from planparse.evaluate import PageWords, grounding
from planparse.model import Plan

PAGES = [
    PageWords(1, (("Elever", 0, 0, 40, 10), ("1", 50, 0, 55, 10), ("200", 57, 0, 70, 10), ("85", 100, 0, 110, 10))),
    PageWords(2, (("7", 0, 0, 8, 10), ("mkr", 10, 0, 30, 10))),
]


def place(page: int, *bbox: float) -> dict[str, Any]:
    return {"page": page, "bbox": list(bbox)}


def plan(raw: str, *places: dict[str, Any]) -> Plan:
    volume = {"label": "Elever", "values": [{"quantity": {"raw": raw}, "locations": list(places)}]}
    return Plan.model_validate({"volumes": [volume]})


def measured(made: Plan) -> tuple[int, int, int]:
    result = grounding(made, PAGES)
    return result.values, len(result.misplaced), len(result.ungrounded)


@pytest.mark.parametrize(
    ("made", "counts"),
    [
        (plan("1 200", place(1, 48, -2, 72, 12)), (1, 0, 0)),
        (plan("1 200", place(1, 95, -2, 112, 12)), (1, 1, 0)),  # the box of another cell
        (plan("1 200", place(2, 48, -2, 72, 12)), (1, 1, 1)),  # another page
        (plan("1 200"), (1, 1, 0)),  # no place at all, but on some page
        (plan("1 201", place(1, 48, -2, 72, 12)), (1, 1, 1)),
        (plan("1 200", place(1, 48, -2, 56, 12), place(1, 56, -2, 72, 12)), (1, 0, 0)),
        (plan("", place(1, 48, -2, 72, 12)), (0, 0, 0)),
        (plan("85", place(9, 95, -2, 112, 12)), (1, 1, 1)),  # the file has no such page, though another has the value
    ],
)
def test_values(made: Plan, counts: tuple[int, int, int]) -> None:
    assert measured(made) == counts


def test_every_kind_of_value_is_looked_up() -> None:
    quantity = {"raw": "99"}
    made = Plan.model_validate(
        {
            "indicators": [{"name": "a", "values": [{"quantity": quantity}]}],
            "volumes": [{"label": "b", "values": [{"quantity": quantity}]}],
            "budgets": [{"lines": [{"label": "c", "amounts": [quantity, {"raw": " "}]}]}],
            "guarantees": [{"text": "d", "target": quantity}, {"text": "e", "target": None}],
            "amounts": [quantity],
        }
    )
    assert measured(made) == (5, 5, 5)


def test_the_share_of_places() -> None:
    both = grounding(plan("85", place(1, 95, -2, 112, 12)), PAGES) + grounding(plan("7 mkr"), PAGES)
    assert (both.values, both.places) == (2, 0.5)
    assert grounding(Plan(), PAGES).places is None


def test_what_is_ungrounded_is_named_with_its_page() -> None:
    (named,) = grounding(plan("1 201", place(1, 0, 0, 9, 9)), PAGES).ungrounded
    assert "'1 201'" in named and "'Elever'" in named and "page 1" in named
