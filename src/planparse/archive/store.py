"""The tidy tables of a whole archive as Parquet files, made from the plans' JSON.

They stand in ``tables/KEY/NAME.parquet`` of the output folder, KEY made from the manifest: when that says something
else than before, they are made anew, whole, and then the old ones are removed. Plans are read one at a time, and rows
written in groups, so that memory stays flat. Knows nothing of PDFs.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

from planparse.archive.extras import needed
from planparse.archive.files_table import FILES, file_row
from planparse.archive.folders import Folder
from planparse.archive.manifest import MANIFEST, read_rows, require_manifest
from planparse.archive.outcomes import ManifestRow, plan_name
from planparse.errors import NoArchiveError
from planparse.garbage import collecting_later
from planparse.model.columns import ColumnKind, Table
from planparse.model.tables import TABLES

ALL_TABLES: tuple[Table, ...] = (FILES, *TABLES)

_GROUP = 20_000
"""rows of a table held back until they are written together: some 10 MB"""
_FOLDER = "tables"
_COMPLETE = "complete"


def current_tables(folder: Folder) -> str:
    """The folder, inside the archive's, of tables that agree with the manifest; made where they don't.

    Raises:
        NoArchiveError, MissingExtraError
    """
    key = f"{_FOLDER}/{_key(folder)}"
    if not folder.exists(f"{key}/{_COMPLETE}"):
        _make(folder, key)
        for old in folder.names(_FOLDER):
            if f"{_FOLDER}/{old}" != key:
                folder.remove(f"{_FOLDER}/{old}")
    return key


def table_file(key: str, name: str) -> str:
    """The name of a table's file."""
    return f"{key}/{name}.parquet"


def arrow_schema(table: Table) -> Any:
    """A table's schema for pyarrow, what its columns mean with it."""
    pa = needed("pyarrow", "archive", "to write tables")
    types = {"text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}
    fields = [
        pa.field(
            column.name,
            types[column.kind],
            metadata={"heading": column.heading, "description": column.about, "unit": column.unit},
        )
        for column in table.columns
    ]
    return pa.schema(fields, metadata={"description": table.about})


def pandas_type(arrow_type: Any) -> Any:
    """pandas' type for an Arrow one, as ``Plan.frames()`` has it; None for pyarrow's own choice."""
    import pandas as pd

    pa = needed("pyarrow", "archive", "to read tables")
    kinds: dict[Any, ColumnKind] = {pa.string(): "text", pa.int64(): "integer", pa.bool_(): "boolean"}
    from planparse.model.frames import DTYPES

    kind = kinds.get(arrow_type)
    return pd.api.types.pandas_dtype(DTYPES[kind]) if kind is not None else None


def _key(folder: Folder) -> str:
    """Changes with any row of the manifest, and with the tables' columns."""
    digest = blake2b(digest_size=8)
    for table in ALL_TABLES:
        digest.update(
            repr([(table.name, column.name, column.kind, column.source) for column in table.columns]).encode()
        )
    require_manifest(folder)
    for line in folder.lines(MANIFEST):
        digest.update(line.encode())
    return digest.hexdigest()


def _make(folder: Folder, key: str) -> None:
    needed("pyarrow", "archive", "to write tables")
    with tempfile.TemporaryDirectory(prefix="planparse-") as made:
        writers = {table.name: _Writer(table, Path(made) / f"{table.name}.parquet") for table in ALL_TABLES}
        try:
            with collecting_later():
                _fill(folder, writers, read_rows(folder))
        finally:
            for writer in writers.values():
                writer.close()
        for name in writers:
            folder.upload(table_file(key, name), Path(made) / f"{name}.parquet")
        folder.write(f"{key}/{_COMPLETE}", b"")


def _fill(folder: Folder, writers: dict[str, _Writer], rows: Iterable[ManifestRow]) -> None:
    plan_ids = set()
    for row in rows:
        writers[FILES.name].add([file_row(row)])
        if row.plan_id is not None:
            plan_ids.add(row.plan_id)
    for plan_id in sorted(plan_ids):
        data = _plan_data(folder, plan_id)
        for table in TABLES:
            writers[table.name].add(table.rows(data))


def _plan_data(folder: Folder, plan_id: str) -> dict[str, Any]:
    name = plan_name(plan_id)
    try:
        with folder.open(name) as file:
            data = json.load(file)
    except FileNotFoundError as error:
        message = f"{name} is missing, of which the manifest speaks: planparse convert makes it again"
        raise NoArchiveError(message, file=folder.url) from error
    except ValueError as error:
        raise NoArchiveError(f"{name} is not JSON: {error}", file=folder.url) from error
    if not isinstance(data, dict) or not isinstance(data.get("source"), dict):
        raise NoArchiveError(f"{name} is not a saved plan", file=folder.url)
    return data


class _Writer:
    """A Parquet file in the making."""

    def __init__(self, table: Table, path: Path) -> None:
        self._pa = needed("pyarrow", "archive", "to write tables")
        parquet = needed("pyarrow.parquet", "archive", "to write tables")
        self._schema = arrow_schema(table)
        self._file = parquet.ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[Sequence[Any]] = []

    def add(self, rows: Sequence[Sequence[Any]]) -> None:
        self._rows += rows
        if len(self._rows) >= _GROUP:
            self._flush()

    def _flush(self) -> None:
        columns = list(zip(*self._rows, strict=True))
        arrays = [self._pa.array(values, field.type) for values, field in zip(columns, self._schema, strict=True)]
        self._file.write_table(self._pa.Table.from_arrays(arrays, schema=self._schema))
        self._rows = []

    def close(self) -> None:
        if self._rows:
            self._flush()
        self._file.close()
