"""The tables as a DuckDB file, with what tables and columns mean as their comments."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from planparse.archive.extras import needed
from planparse.model.columns import Column, Table


def write_duckdb(path: Path, files: Mapping[Table, Path]) -> None:
    """Writes a new database from the tables' Parquet files.

    Raises:
        OSError: it can't be written.
    """
    duckdb = needed("duckdb", "archive", "to write DuckDB files")
    try:
        with duckdb.connect(str(path)) as connection:
            for table, file in files.items():
                connection.execute(f'create table "{table.name}" as select * from read_parquet({_quoted(str(file))})')
                connection.execute(f'comment on table "{table.name}" is {_quoted(table.about)}')
                for column in table.columns:
                    place = f'"{table.name}"."{column.name}"'
                    connection.execute(f"comment on column {place} is {_quoted(comment(column))}")
    except duckdb.Error as error:
        raise OSError(str(error)) from error


def comment(column: Column) -> str:
    """What a column means, with its unit.

    >>> comment(Column("sek", "number", "Kronor", "The amount.", "amount.sek", "SEK"))
    'The amount. Unit: SEK.'
    """
    return f"{column.about} Unit: {column.unit}." if column.unit else column.about


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
