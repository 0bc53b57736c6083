"""What all records share: how numbers are written, what is kept aside, where a thing stands."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer


def plain(number: Decimal) -> str:
    """A decimal without exponent and without needless zeros.

    >>> plain(Decimal("6.0")), plain(Decimal("1.5E+3")), plain(Decimal("-0"))
    ('6', '1500', '0')
    """
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


Number = Annotated[Decimal, PlainSerializer(plain, return_type=str, when_used="json")]
"""A decimal number, a string in JSON."""

BboxList = Annotated[list[float], Field(min_length=4, max_length=4)]
"""[x0, top, x1, bottom]"""


class _Nothing(dict[str, Any]):
    """What a record made by this version keeps aside, one for all of them; a copy is a dict of its own."""

    def __setitem__(self, name: str, value: Any) -> None:
        raise TypeError(f"{name!r} is no field of the model: set it on the record, not in its model_extra")

    def __copy__(self) -> dict[str, Any]:
        return {}

    def __deepcopy__(self, memo: Any) -> dict[str, Any]:
        return {}

    def __reduce__(self) -> tuple[type[dict[str, Any]], tuple[()]]:
        return dict, ()


NOTHING_ASIDE = _Nothing()


class Record(BaseModel):
    """A part of the model. Unknown fields (of a newer minor version) are kept aside in ``model_extra``.

    Every field has a default, so that a gold file can give a part; ``model_fields_set`` says which it gives.
    """

    model_config = ConfigDict(extra="allow", validate_default=False)

    def __setattr__(self, name: str, value: Any) -> None:
        if self.__pydantic_extra__ is NOTHING_ASIDE and name not in type(self).model_fields:
            object.__setattr__(self, "__pydantic_extra__", {})
        super().__setattr__(name, value)

    def given(self, field: str) -> bool:
        """Whether the field was given when the record was made (gold: whether it is scored)."""
        return field in self.model_fields_set


class Location(Record):
    """A piece of a page: ``page`` is 1-based in the file, ``bbox`` in PDF points from its top-left corner as shown."""

    page: int
    bbox: BboxList = Field(description="[x0, top, x1, bottom]")


def unknown_fields(record: Record, path: str = "") -> list[str]:
    """The paths of all fields in a record, at any depth, that this version does not know.

    >>> unknown_fields(Location.model_validate({"page": 1, "bbox": [0, 0, 1, 1], "hue": 3}), "location")
    ['location.hue']
    """
    out = [f"{path}.{name}".lstrip(".") for name in record.model_extra or {}]
    for name in type(record).model_fields:
        out += _unknown_in(getattr(record, name), f"{path}.{name}".lstrip("."))
    return out


def _unknown_in(value: Any, path: str) -> list[str]:
    if isinstance(value, Record):
        return unknown_fields(value, path)
    if isinstance(value, list):
        return [found for index, item in enumerate(value) for found in _unknown_in(item, f"{path}[{index}]")]
    if isinstance(value, dict):
        return [found for key, item in value.items() for found in _unknown_in(item, f"{path}.{key}")]
    return []
