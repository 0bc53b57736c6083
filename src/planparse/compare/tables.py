"""What a table of a comparison is: its columns with kinds and meanings, and how rows become a DataFrame.

>>> pets = Table("pets", "Djur", "One row a pet.", (Column("name", "text", "Namn", ""),))
>>> pets.frame([{"name": "Bo"}])["name"].tolist()
['Bo']
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import pandas as pd

Kind = Literal["text", "integer", "number", "boolean"]
Row = dict[str, Any]

_DTYPES: Mapping[Kind, str] = {"text": "object", "integer": "Int64", "number": "Float64", "boolean": "boolean"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``about`` tells its meaning in English, ``heading`` is what a Swedish reader sees over it."""

    name: str
    kind: Kind
    heading: str
    about: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a comparison: one row is what ``about`` says."""

    name: str
    heading: str
    about: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]

    def frame(self, rows: Iterable[Row]) -> pd.DataFrame:
        """The rows as a DataFrame with every column, of its kind, in order.

        Raises:
            KeyError: a row has a key that is no column.
        """
        import pandas as pd

        given = list(rows)
        known = set(self.names)
        for row in given:
            if not row.keys() <= known:
                raise KeyError(f"{self.name}: {sorted(row.keys() - known)} are no columns")
        data = {
            column.name: pd.array([_plain(row.get(column.name), column.kind) for row in given], dtype=_dtype(column))
            for column in self.columns
        }
        return pd.DataFrame(data, columns=self.names)


def _dtype(column: Column) -> Any:
    return _DTYPES[column.kind]


def _plain(value: Any, kind: Kind) -> Any:
    if value is None:
        return None
    return float(value) if kind == "number" else value
