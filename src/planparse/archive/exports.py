"""The tables of an archive in files for other programs: Parquet, CSV, Excel, DuckDB.

Beside them goes a description that programs can read, a Frictionless Data Package (not beside a DuckDB file, which
holds its tables' and columns' descriptions itself).
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Literal

from planparse.archive.archive import Archive
from planparse.archive.csv_export import write_csv
from planparse.archive.duckdb_export import write_duckdb
from planparse.archive.extras import needed
from planparse.archive.package import csv_resource, package, parquet_resource, xlsx_resource
from planparse.archive.store import ALL_TABLES, current_tables, table_file
from planparse.archive.xlsx_export import Sheets, write_xlsx
from planparse.errors import OutputError
from planparse.model.columns import Table
from planparse.model.writing import write_whole

Form = Literal["parquet", "csv", "xlsx", "duckdb"]
Headings = Literal["sv", "en"]

FORMS: tuple[Form, ...] = ("parquet", "csv", "xlsx", "duckdb")
PACKAGE = "datapackage.json"

_BATCH = 10_000
"""rows held at once"""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How people want it: ``decimal_comma`` for CSV in a Swedish Excel; the language of Excel's headings."""

    decimal_comma: bool = False
    headings: Headings = "sv"


def export(archive: Archive, form: Form, target: Path, wishes: Wishes | None = None) -> list[str]:
    """Writes all tables: into the folder ``target`` (Parquet, CSV), or as that file (Excel, DuckDB).

    Returns what could not be written as it is, in words (a text too long for a cell of Excel).

    Raises:
        OutputError, MissingExtraError
    """
    tables = _Tables(archive)
    wishes = wishes or Wishes()
    with _telling(target):
        if form == "parquet":
            return _to_parquet(tables, target)
        if form == "csv":
            return _to_csv(tables, target, wishes)
        if not target.parent.is_dir():
            raise OutputError("the folder does not exist", file=str(target.parent))
        if target.is_dir():
            raise OutputError("is a folder: name a file in it", file=str(target))
        return _to_duckdb(tables, target) if form == "duckdb" else _to_xlsx(tables, target, wishes)


class _Tables:
    """The archive's Parquet files, and their rows in batches."""

    def __init__(self, archive: Archive) -> None:
        self.folder, self.key = archive.folder, current_tables(archive.folder)

    def copy(self, table: Table, target: Path) -> None:
        with self.folder.open(table_file(self.key, table.name)) as source, target.open("wb") as out:
            while data := source.read(1 << 20):
                out.write(data)

    def rows(self, table: Table) -> Iterator[tuple[Any, ...]]:
        parquet = needed("pyarrow.parquet", "archive", "to read tables")
        with self.folder.open(table_file(self.key, table.name)) as source:
            for batch in parquet.ParquetFile(source).iter_batches(_BATCH):
                yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _to_parquet(tables: _Tables, target: Path) -> list[str]:
    target.mkdir(parents=True, exist_ok=True)
    for table in ALL_TABLES:
        _replace(target / f"{table.name}.parquet", partial(tables.copy, table))
    _write_package(target / PACKAGE, [parquet_resource(table) for table in ALL_TABLES])
    return []


def _to_csv(tables: _Tables, target: Path, wishes: Wishes) -> list[str]:
    target.mkdir(parents=True, exist_ok=True)
    comma = wishes.decimal_comma
    for table in ALL_TABLES:
        rows = tables.rows(table)
        _replace(target / f"{table.name}.csv", partial(write_csv, table=table, rows=rows, decimal_comma=comma))
    _write_package(target / PACKAGE, [csv_resource(table, decimal_comma=comma) for table in ALL_TABLES])
    return []


def _to_xlsx(tables: _Tables, target: Path, wishes: Wishes) -> list[str]:
    swedish = wishes.headings == "sv"
    written: list[Sheets] = []
    _made_aside(target, lambda path: written.append(write_xlsx(path, ALL_TABLES, tables.rows, swedish=swedish)))
    resources = [xlsx_resource(table, target.name, name, swedish=swedish) for table, name in written[0].named]
    _write_package(target.with_name(f"{target.stem}.{PACKAGE}"), resources)
    return written[0].notes


def _to_duckdb(tables: _Tables, target: Path) -> list[str]:
    with tempfile.TemporaryDirectory(prefix="planparse-") as folder:
        files = {table: Path(folder) / f"{table.name}.parquet" for table in ALL_TABLES}
        for table, file in files.items():
            tables.copy(table, file)
        _made_aside(target, lambda path: write_duckdb(path, files))
    return []


def _write_package(path: Path, resources: list[dict[str, Any]]) -> None:
    write_whole(path, json.dumps(package(resources), ensure_ascii=False, indent=2) + "\n")


def _made_aside(target: Path, write: Callable[[Path], object]) -> None:
    """Has a library that keeps files of its own beside what it writes do so where they are surely cleared away."""
    with tempfile.TemporaryDirectory(prefix="planparse-") as folder:
        made = Path(folder) / target.name
        write(made)
        _replace(target, partial(shutil.copyfile, made))


def _replace(target: Path, write: Callable[[Path], object]) -> None:
    """Writes a file under another name beside it, and puts it in its place when it is whole."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        temporary.unlink(missing_ok=True)
        write(temporary)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def _telling(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"can't be written ({error.strerror or error})", file=str(target)) from error
