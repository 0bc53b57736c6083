"""The data dictionary: all tables and columns, as a page of Markdown that stands in ``docs/data-dictionary.md``.

``python -m planparse.archive.dictionary`` prints it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args, get_origin

from planparse.archive.store import ALL_TABLES
from planparse.model.columns import Column, Table

_HEAD = """\
# Data dictionary

The tidy tables of `Plan.frames()`, `planparse.Archive(...).frames()`, `Archive.sql` and `planparse export`. This page
is generated from the model: `python -m planparse.archive.dictionary > docs/data-dictionary.md`.

| type | pandas | Parquet and DuckDB | CSV | Excel |
|---|---|---|---|---|
| text | string | string | text, UTF-8 | text |
| integer | Int64 | int64 | digits | number |
| number | float64 | double | digits with decimal point (or comma) | number |
| boolean | boolean | boolean | true, false | TRUE, FALSE |

What a document does not state is empty (NULL, `<NA>`, NaN). Numbers are 64-bit floats: they hold every amount in
whole kronor exactly, and every tool has them; the decimal as read stands in the plan's JSON, and the cell as printed
in `raw`. Ids are unique within a plan: join on `plan_id` and the id. Rows of a plan of which the register has a later
version have `superseded` true: leave them out where things are counted.
"""


def data_dictionary() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *(_section(table) for table in ALL_TABLES)])


def _section(table: Table) -> str:
    rows = [
        f"| `{column.name}` | {column.heading} | {column.kind} | {column.unit} | {_about(table, column)} |"
        for column in table.columns
    ]
    head = ["| column | Swedish heading | type | unit | meaning |", "|---|---|---|---|---|"]
    return "\n".join([f"## {table.name} ({table.heading})", "", table.about, "", *head, *rows, ""])


def _about(table: Table, column: Column) -> str:
    words = ", ".join(f"`{word}`" for word in closed_list(table, column))
    return f"{column.about} One of {words}." if words else column.about


def closed_list(table: Table, column: Column) -> list[str]:
    """The words that a column can have, from the model; empty for a free text."""
    record = next(part.record for part in table.parts if part.name == column.part)
    if record is None or column.field not in record.model_fields:
        return []
    return list(_words(record.model_fields[column.field].annotation))


def _words(annotation: object) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for inner in get_args(annotation):
            yield from _words(inner)


if __name__ == "__main__":
    print(data_dictionary(), end="")
