"""What a table of a comparison is: its columns with kinds and meanings, and how rows become a DataFrame.

>>> pets = Table("pets", "Djur", "One row a pet.", (Column("name", "text", "Namn", ""),))
>>> pets.frame([{"name": "Bo"}])["name"].tolist()
['Bo']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import pandas as pd

Kind = Literal["text", "integer", "number", "boolean"]
Row = dict[str, Any]

_AT_A_TIME = 2000
"""rows that become cells of columns together"""
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

        held: dict[str, list[Any]] = {name: [] for name in self.names}
        given = iter(rows)
        # Some at a time: a row of its own takes ten times what its cells do in columns.
        while some := list(islice(given, _AT_A_TIME)):
            self._check(some)
            for column in self.columns:
                held[column.name] += _cells(some, column)
        data = {column.name: pd.array(held.pop(column.name), dtype=_dtype(column)) for column in self.columns}
        return pd.DataFrame(data, columns=self.names)

    def _check(self, rows: Iterable[Row]) -> None:
        known = set(self.names)
        for row in rows:
            if not row.keys() <= known:
                raise KeyError(f"{self.name}: {sorted(row.keys() - known)} are no columns")


def rows_of(frame: pd.DataFrame, names: Sequence[str]) -> Iterator[Row]:
    """Some columns of a table as rows again, None where nothing is.

    >>> pets = Table("pets", "Djur", "", (Column("name", "text", "", ""), Column("age", "integer", "", "")))
    >>> list(rows_of(pets.frame([{"name": "Bo"}, {"age": 3}]), ["name", "age"]))
    [{'name': 'Bo', 'age': None}, {'name': None, 'age': 3}]
    """
    columns = [frame[name].astype(object).where(frame[name].notna(), None).tolist() for name in names]
    for cells in zip(*columns, strict=True):
        yield dict(zip(names, cells, strict=True))


def _dtype(column: Column) -> Any:
    return _DTYPES[column.kind]


def _cells(rows: Sequence[Row], column: Column) -> list[Any]:
    name = column.name
    cells = [row.get(name) for row in rows]
    return [None if cell is None else float(cell) for cell in cells] if column.kind == "number" else cells
