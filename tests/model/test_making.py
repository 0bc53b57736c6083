"""A record made without validation is the one that validation gives, and no record's business is another's."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from typing import Any

import pytest

from planparse.model import Amount, BudgetLine, Check, Goal, Location, Quantity, Record, TableCell, Value
from planparse.model.making import lean, made_amount, made_cell, made_line, made_location, made_quantity, made_value

PLACE = Location(page=3, bbox=[72.0, 90.5, 310.2, 104.0])
AMOUNT = Amount(raw="1 200*", sek=Decimal(1_200_000), note="*", locations=[PLACE])
QUANTITY = Quantity(
    raw="minst 85 %",
    value=Decimal(85),
    upper=None,
    unit="percent",
    comparator="ge",
    reference=None,
    year=2031,
    note=None,
)
CHECK: dict[str, Any] = {"kind": "total", "line": 2, "column": 1, "stated": 12, "computed": 12, "ok": True}
PAIRS: list[tuple[Record, Record]] = [
    (made_location(3, [72.0, 90.5, 310.2, 104.0]), PLACE),
    (made_cell("Avgifter", 1, 2, [PLACE]), TableCell(text="Avgifter", row_span=1, col_span=2, locations=[PLACE])),
    (made_amount("1 200*", Decimal(1_200_000), "*", [PLACE]), AMOUNT),
    (
        made_line("Avgifter", "item", "Intäkter", [AMOUNT], []),
        BudgetLine(label="Avgifter", role="item", group="Intäkter", amounts=[AMOUNT], locations=[]),
    ),
    (made_quantity("minst 85 %", Decimal(85), None, "percent", "ge", None, 2031, None), QUANTITY),
    (
        made_value("target", 2031, None, "K", "Mål 2031", QUANTITY, [PLACE]),
        Value(
            role="target", year=2031, as_of=None, gender="K", column="Mål 2031", quantity=QUANTITY, locations=[PLACE]
        ),
    ),
]


@pytest.mark.parametrize(("made", "validated"), PAIRS)
def test_it_is_the_validated_record(made: Record, validated: Record) -> None:
    assert made == validated
    assert made.model_fields_set == validated.model_fields_set
    assert made.model_dump_json() == validated.model_dump_json()
    assert type(made).model_validate_json(made.model_dump_json()) == made


def test_a_change_of_one_leaves_the_others_alone() -> None:
    first, second = made_location(1, [0.0, 0.0, 9.0, 9.0]), made_location(1, [0.0, 0.0, 9.0, 9.0])
    first.page = 2
    first.hue = "red"  # type: ignore[attr-defined]
    copied = second.model_copy(update={"page": 4})
    assert (first.page, second.page, copied.page) == (2, 1, 4)
    assert first.model_extra == {"hue": "red"}
    assert not second.model_extra


def test_names_are_shared_where_all_fields_are_given() -> None:
    one, other, part = (lean(record) for record in (Check(**CHECK), Check(**CHECK), Goal(text="Trygga barn")))
    assert one.model_fields_set is other.model_fields_set
    assert one == Check(**CHECK)
    assert part.model_fields_set == {"text"}


def test_what_is_kept_aside_is_each_records_own() -> None:
    first, second = made_location(1, [0.0, 0.0, 9.0, 9.0]), lean(Goal(text="Trygga barn"))
    assert first.model_extra is second.model_extra
    assert pickle.loads(pickle.dumps(first)) == copy.deepcopy(first) == first.model_copy() == first
    for other in (pickle.loads(pickle.dumps(first)), copy.deepcopy(first), first.model_copy(), first):
        other.hue = "red"
        assert other.model_extra == {"hue": "red"}
    with pytest.raises(TypeError, match="hue"):
        made_location(1, [0.0, 0.0, 9.0, 9.0]).model_extra["hue"] = "red"
    assert not second.model_extra
    assert lean(Goal.model_validate({"text": "Trygga barn", "later": 1})).model_extra == {"later": 1}
