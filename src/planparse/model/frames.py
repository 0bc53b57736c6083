"""A plan as tidy pandas tables: one row a record or value, each with its issuer and its place.

The tables and their columns are those of :mod:`planparse.model.tables`, the same that an archive's store has.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from planparse.model.columns import Column, ColumnKind
from planparse.model.plan import Plan
from planparse.model.tables import TABLES

DTYPES: Mapping[ColumnKind, str] = {"text": "string", "integer": "Int64", "number": "float64", "boolean": "boolean"}
"""pandas' nullable types: a year that is not printed is <NA>, and makes no float of the others."""


def frames(plan: Plan) -> dict[str, pd.DataFrame]:
    """The plan's tables by name; a table without rows keeps its columns and their types."""
    data = plan.model_dump(mode="json")
    return {table.name: as_frame(table.columns, table.rows(data)) for table in TABLES}


def as_frame(columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> pd.DataFrame:
    """Rows of values of the columns' kinds as a DataFrame."""
    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    return pd.DataFrame(
        {
            column.name: pd.Series(list(entries), dtype=DTYPES[column.kind])
            for column, entries in zip(columns, values, strict=True)
        }
    )
