"""The description of exported tables as a Frictionless Data Package (https://specs.frictionlessdata.io)."""

from __future__ import annotations

from typing import Any

from planparse.archive.csv_export import delimiter
from planparse.archive.duckdb_export import comment
from planparse.model.columns import Column, Table

Described = dict[str, Any]

_TYPES = {"text": "string", "integer": "integer", "number": "number", "boolean": "boolean"}


def package(resources: list[Described]) -> Described:
    """The package of some resources."""
    return {
        "name": "planparse-tables",
        "title": "Plans and reports of Swedish municipal boards as tidy tables",
        "resources": resources,
    }


def csv_resource(table: Table, *, decimal_comma: bool) -> Described:
    """A CSV file as ``write_csv`` writes it."""
    return _resource(table, f"{table.name}.csv", "csv", [_field(column, decimal_comma) for column in table.columns]) | {
        "encoding": "utf-8-sig",
        "dialect": {"csv": {"delimiter": delimiter(decimal_comma)}},
    }


def parquet_resource(table: Table) -> Described:
    """A Parquet file."""
    return _resource(table, f"{table.name}.parquet", "parquet", [_field(column) for column in table.columns])


def xlsx_resource(table: Table, file: str, sheet: str, *, swedish: bool) -> Described:
    """A sheet of an Excel file; its fields are called as its headings are."""
    fields = [_field(column) for column in table.columns]
    for field, column in zip(fields, table.columns, strict=True):
        field["name"], field["title"] = (column.heading, column.name) if swedish else (column.name, column.heading)
    described = _resource(table, file, "xlsx", fields) | {"dialect": {"excel": {"sheet": sheet}}}
    number = sheet.rpartition(" ")[2]
    return described | ({"name": f"{table.name}-{number}"} if number.isdecimal() else {})


def _resource(table: Table, path: str, form: str, fields: list[Described]) -> Described:
    # Frictionless' names have hyphens.
    name = table.name.replace("_", "-")
    schema: Described = {"fields": fields, "missingValues": [""]}
    return {
        "name": name,
        "type": "table",
        "title": table.heading,
        "description": table.about,
        "path": path,
        "scheme": "file",
        "format": form,
        "schema": schema,
    }


def _field(column: Column, decimal_comma: bool = False) -> Described:
    field: Described = {
        "name": column.name,
        "type": _TYPES[column.kind],
        "title": column.heading,
        "description": comment(column),
    }
    if column.kind == "number" and decimal_comma:
        field["decimalChar"] = ","
    return field
