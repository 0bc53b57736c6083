"""A comparison's tables as the report's page is given them: by column, words that recur told once.

In: ``{"goals": DataFrame}``. Out, ready for JSON: ``{"goals": {"rows": 2, "columns": {"municipality": {"of": ["Ekby"],
"at": [0, 0]}, "page": [3, 4]}}}``. Columns without a value are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import pandas as pd

_RECURS = 0.6
"""a column of words is told by a list of its words where there are fewer than this share of its rows"""


class Compared(Protocol):
    """What the report asks of a comparison."""

    @property
    def facts(self) -> Mapping[str, Any]:
        """How it was made."""

    def tables(self) -> Iterable[tuple[str, pd.DataFrame]]:
        """Its tables by name."""


def column_data(compared: Compared) -> dict[str, Any]:
    """Tables and facts; a fact that JSON has no kind for is told by its words."""
    return {
        "tables": {name: {"rows": len(frame), "columns": dict(_columns(frame))} for name, frame in compared.tables()},
        "facts": {name: _fact(value) for name, value in compared.facts.items()},
    }


def _columns(frame: pd.DataFrame) -> Iterator[tuple[str, Any]]:
    for name in frame.columns:
        if frame[name].notna().any():
            yield str(name), _told(plain_values(frame[name]))


def plain_values(column: pd.Series[Any]) -> list[Any]:
    """The column's values as Python's own, None for what is missing.

    >>> import pandas as pd
    >>> plain_values(pd.Series([1, None], dtype="Int64")), plain_values(pd.Series([2.0, float("nan")]))
    ([1, None], [2, None])
    """
    missing = column.isna().tolist()
    values = column.astype(object).tolist()
    if not any(missing) and not any(isinstance(value, float) for value in values):
        return values
    return [None if gone else _plain(value) for value, gone in zip(values, missing, strict=True)]


def _plain(value: Any) -> Any:
    """A whole number without its decimals, of which a column of decimal numbers has many."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    return value


def _told(values: list[Any]) -> Any:
    if not any(isinstance(value, str) for value in values):
        return values
    # A number and a flag can be equal (1 and True); what holds words holds nothing else.
    at = {value: number for number, value in enumerate(dict.fromkeys(values))}
    if len(at) >= _RECURS * len(values):
        return values
    return {"of": list(at), "at": [at[value] for value in values]}


def _fact(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(str(one) for one in value)
    return str(value)
