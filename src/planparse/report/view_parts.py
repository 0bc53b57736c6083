"""Values, amounts and cells as the view shows them: as printed, as read, and where they stand.

In: ``Value(quantity=Quantity(raw="minst 85 %", value=85, unit="percent", comparator="ge"), locations=[…])``. Out: a
dict ready for JSON, what is empty left out: ``{"raw": "minst 85 %", "read": {"value": "85", "unit": "percent",
"comparator": "ge"}, "boxes": [[4, 310.0, 120.0, 362.5, 132.0]]}``.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from planparse.model import Amount, Location, Quantity, TableCell, Value
from planparse.model.record import plain

Part = dict[str, Any]


def boxes(locations: Sequence[Location]) -> list[list[float]]:
    """``[page, x0, top, x1, bottom]`` of each place, each once.

    >>> boxes([Location(page=2, bbox=[1, 2.04, 3, 4]), Location(page=2, bbox=[1, 2.04, 3, 4])])
    [[2, 1.0, 2.0, 3.0, 4.0]]
    """
    out: list[list[float]] = []
    for location in locations:
        box = [location.page, *(round(number, 1) for number in location.bbox)]
        if box not in out:
            out.append(box)
    return out


def filled(**fields: Any) -> dict[str, Any]:
    """The fields that hold something, decimals as plain text.

    >>> filled(a=None, b="", c=0, d=Decimal("6.50"))
    {'c': 0, 'd': '6.5'}
    """
    told = {name: plain(value) if isinstance(value, Decimal) else value for name, value in fields.items()}
    return {name: value for name, value in told.items() if value is not None and value != "" and value != []}


def read_quantity(quantity: Quantity) -> dict[str, Any]:
    """What a quantity was read as. "eq" says nothing that the number does not."""
    return filled(
        value=quantity.value,
        upper=quantity.upper,
        unit=quantity.unit,
        comparator=None if quantity.comparator == "eq" else quantity.comparator,
        reference=quantity.reference,
        year=quantity.year,
        note=quantity.note,
    )


def quantity_part(quantity: Quantity, locations: Sequence[Location]) -> Part:
    """A quantity with its places."""
    return {"raw": quantity.raw, "read": read_quantity(quantity), "boxes": boxes(locations)}


def value_part(value: Value) -> Part:
    """A value of an indicator or a volume; ``of`` says whose it is."""
    of = filled(role=value.role, year=value.year, as_of=value.as_of, gender=value.gender, column=value.column)
    return {**quantity_part(value.quantity, value.locations), "of": of}


def amount_part(amount: Amount) -> Part:
    """A cell of a money table."""
    return {
        "raw": amount.raw,
        "read": filled(value=amount.sek, unit="SEK" if amount.sek is not None else None, note=amount.note),
        "boxes": boxes(amount.locations),
    }


def cell_part(cell: TableCell) -> Part:
    """A cell of a table as such; a span of 1 is left out."""
    spans = filled(rows=cell.row_span if cell.row_span > 1 else None, cols=cell.col_span if cell.col_span > 1 else None)
    return {"raw": cell.text, "boxes": boxes(cell.locations), **spans}
