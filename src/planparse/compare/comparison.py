"""A comparison: tables of what is alike, what changed and what became of it, each row with its evidence.

Every table is a DataFrame whose columns :mod:`planparse.compare.columns` documents; a table without rows keeps its
columns. Rows that stand for something in a document have its plan id, file name, file page, printed page label, place
on the page and printed wording.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planparse.compare.columns import TABLES, Row

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Comparison:
    """What ``planparse.compare(plans)`` gives.

    ``facts`` tells how it was made: version, date, model or not, catalogue, deflator's base year, peers.
    """

    goals: pd.DataFrame
    indicators: pd.DataFrame
    budgets: pd.DataFrame
    budget_outcomes: pd.DataFrame
    changes: pd.DataFrame
    followups: pd.DataFrame
    chain: pd.DataFrame
    measurability: pd.DataFrame
    coverage: pd.DataFrame
    peers: pd.DataFrame
    kolada: pd.DataFrame
    not_compared: pd.DataFrame
    documents: pd.DataFrame
    facts: Mapping[str, Any]

    @classmethod
    def of_rows(
        cls, rows: Mapping[str, Iterable[Row] | pd.DataFrame], facts: Mapping[str, Any] | None = None
    ) -> Comparison:
        """A comparison from the rows of its tables, or tables made before; one that is not given is empty.

        >>> Comparison.of_rows({"goals": [{"text": "Trygg skolväg", "page": 3}]}).goals["page"].tolist()
        [3]
        """
        import pandas as pd

        frames = {}
        for name, table in TABLES.items():
            given = rows.get(name, [])
            frames[name] = given if isinstance(given, pd.DataFrame) else table.frame(given)
        return cls(**frames, facts=facts or {})

    def tables(self) -> Iterator[tuple[str, pd.DataFrame]]:
        """The tables by name, in the order in which they are documented."""
        for entry in fields(self):
            if entry.name in TABLES:
                yield entry.name, getattr(self, entry.name)

    def to_json(self) -> str:
        """The tables as JSON: lists of records, and ``facts``."""
        from planparse.compare.exports import as_json

        return as_json(self)

    def to_csv(self, folder: str | Path) -> None:
        """Writes a CSV file a table into a folder.

        Raises:
            OutputError
        """
        from planparse.compare.exports import write_csv

        write_csv(self, Path(folder))

    def to_xlsx(self, path: str | Path) -> None:
        """Writes an Excel file with a sheet a table.

        Raises:
            OutputError, MissingExtraError
        """
        from planparse.compare.exports import write_xlsx

        write_xlsx(self, Path(path))
