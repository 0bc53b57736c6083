"""The records that a plan has by the thousand, made without validation from parts that are of the right types.

    made_location(3, [72.0, 90.5, 310.2, 104.0])

gives what ``Location(page=3, bbox=[72.0, 90.5, 310.2, 104.0])`` gives, in less than half the time and memory: all
fields are given, so that the set of their names can be one for all records of a kind. Type checks of the callers take
the place of validation; what is read from JSON is validated as ever.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

from planparse.model.budget import Amount, BudgetLine, TableCell
from planparse.model.record import NOTHING_ASIDE, Location, Record
from planparse.model.records import Quantity, Value
from planparse.model.terms import Comparator, Gender, LineRole, ValueRole

_new = object.__new__
_set = object.__setattr__
_LOCATION, _CELL, _AMOUNT, _LINE, _QUANTITY, _VALUE = (
    set(kind.model_fields) for kind in (Location, TableCell, Amount, BudgetLine, Quantity, Value)
)
_NAMES: dict[type[Record], set[str]] = {}
_Made = TypeVar("_Made", bound=Record)


def made_location(page: int, bbox: list[float]) -> Location:
    made = _new(Location)
    _set(made, "page", page)
    _set(made, "bbox", bbox)
    _complete(made, _LOCATION)
    return made


def made_cell(text: str, row_span: int, col_span: int, locations: list[Location]) -> TableCell:
    made = _new(TableCell)
    _set(made, "text", text)
    _set(made, "row_span", row_span)
    _set(made, "col_span", col_span)
    _set(made, "locations", locations)
    _complete(made, _CELL)
    return made


def made_amount(raw: str, sek: Decimal | None, note: str | None, locations: list[Location]) -> Amount:
    made = _new(Amount)
    _set(made, "raw", raw)
    _set(made, "sek", sek)
    _set(made, "note", note)
    _set(made, "locations", locations)
    _complete(made, _AMOUNT)
    return made


def made_line(
    label: str, role: LineRole, group: str | None, amounts: list[Amount], locations: list[Location]
) -> BudgetLine:
    made = _new(BudgetLine)
    _set(made, "label", label)
    _set(made, "role", role)
    _set(made, "group", group)
    _set(made, "amounts", amounts)
    _set(made, "locations", locations)
    _complete(made, _LINE)
    return made


def made_quantity(
    raw: str,
    value: Decimal | None = None,
    upper: Decimal | None = None,
    unit: str | None = None,
    comparator: Comparator | None = None,
    reference: str | None = None,
    year: int | None = None,
    note: str | None = None,
) -> Quantity:
    made = _new(Quantity)
    _set(made, "raw", raw)
    _set(made, "value", value)
    _set(made, "upper", upper)
    _set(made, "unit", unit)
    _set(made, "comparator", comparator)
    _set(made, "reference", reference)
    _set(made, "year", year)
    _set(made, "note", note)
    _complete(made, _QUANTITY)
    return made


def made_value(
    role: ValueRole | None,
    year: int | None,
    as_of: str | None,
    gender: Gender | None,
    column: str | None,
    quantity: Quantity,
    locations: list[Location],
) -> Value:
    made = _new(Value)
    _set(made, "role", role)
    _set(made, "year", year)
    _set(made, "as_of", as_of)
    _set(made, "gender", gender)
    _set(made, "column", column)
    _set(made, "quantity", quantity)
    _set(made, "locations", locations)
    _complete(made, _VALUE)
    return made


def lean(record: _Made) -> _Made:
    """A validated record without what it can share: its set of names, where all fields were given, and its extras."""
    names = _NAMES.setdefault(type(record), set(type(record).model_fields))
    if record.model_fields_set == names:
        _set(record, "__pydantic_fields_set__", names)
    if record.__pydantic_extra__ == {}:
        _set(record, "__pydantic_extra__", NOTHING_ASIDE)
    return record


def _complete(made: Record, fields: set[str]) -> None:
    # Setting a field later adds a name that is there already, so the set can be shared.
    _set(made, "__pydantic_fields_set__", fields)
    _set(made, "__pydantic_extra__", NOTHING_ASIDE)
    _set(made, "__pydantic_private__", None)
