"""The tables as one Excel file: a sheet a table with a frozen header, numbers as numbers, and a sheet of explanations.

A table that is longer than a sheet goes on in the next ("Avsnitt 2"); a text that is longer than a cell can be is cut
and ends in "[…]", which is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from planparse.archive.extras import needed
from planparse.model.columns import Column, Table

MOST_ROWS = 1_048_575
"""rows of a sheet besides its header"""
MOST_CHARACTERS = 32_767
_CUT = " […]"
_WIDE, _NARROW = 48, 14
_LONG_TEXTS = {"text", "name", "title", "sentence", "message", "path", "comment", "status_comment", "label", "raw"}


@dataclass(slots=True)
class Sheets:
    """Which sheets were written of which table, and what could not be written as it is."""

    named: list[tuple[Table, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def heading(column: Column, swedish: bool) -> str:
    """A column's heading in the language asked for."""
    return column.heading if swedish else column.name


def write_xlsx(
    path: Path,
    tables: Sequence[Table],
    rows: Callable[[Table], Iterable[Sequence[Any]]],
    *,
    swedish: bool,
    most_rows: int = MOST_ROWS,
) -> Sheets:
    """Writes all tables; rows go to disk as they come.

    Raises:
        OSError: the file can't be written.
    """
    sheets = Sheets()
    with _workbook(path) as book:
        look = _Look(book)
        for table in tables:
            cut = 0
            sheet, line, part = None, most_rows, 0
            for row in rows(table):
                if line == most_rows:
                    sheet, line, part = _begin(book, table, look, sheets, swedish, part), 0, part + 1
                line += 1
                cut += _write_row(sheet, line, row, table, look)
            if sheet is None:
                _begin(book, table, look, sheets, swedish, 0)
            if cut:
                sheets.notes.append(f"{table.name}: {cut} texts are longer than a cell of Excel can be and were cut")
        _explain(book, tables, look, swedish)
    return sheets


@contextmanager
def _workbook(path: Path) -> Iterator[Any]:
    xlsxwriter = needed("xlsxwriter", "archive", "to write Excel files")
    # Texts as they are: one that begins with "=" or looks like a link is neither formula nor link.
    options = {
        "constant_memory": True,
        "strings_to_numbers": False,
        "strings_to_formulas": False,
        "strings_to_urls": False,
    }
    try:
        with xlsxwriter.Workbook(str(path), options) as book:
            yield book
    except xlsxwriter.exceptions.FileCreateError as error:
        raise OSError(str(error)) from error


class _Look:
    def __init__(self, book: Any) -> None:
        self.head = book.add_format({"bold": True, "bg_color": "#DDE6EE", "bottom": 1, "valign": "top"})
        self.number = book.add_format({"num_format": "#,##0.######"})
        self.money = book.add_format({"num_format": "#,##0"})

    def of(self, column: Column) -> Any:
        if column.kind != "number":
            return None
        return self.money if column.unit == "SEK" else self.number


def _begin(book: Any, table: Table, look: _Look, sheets: Sheets, swedish: bool, part: int) -> Any:
    name = table.heading if swedish else table.name
    name = f"{name} {part + 1}" if part else name
    sheet = book.add_worksheet(name)
    sheets.named.append((table, name))
    for index, column in enumerate(table.columns):
        sheet.set_column(index, index, _WIDE if column.name in _LONG_TEXTS else _NARROW)
        sheet.write_string(0, index, heading(column, swedish), look.head)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, 0, len(table.columns) - 1)
    return sheet


def _write_row(sheet: Any, line: int, row: Sequence[Any], table: Table, look: _Look) -> int:
    """Writes a row; how many texts had to be cut."""
    cut = 0
    for index, (value, column) in enumerate(zip(row, table.columns, strict=True)):
        if value is None:
            continue
        if column.kind == "text":
            if len(value) > MOST_CHARACTERS:
                value, cut = value[: MOST_CHARACTERS - len(_CUT)] + _CUT, cut + 1
            sheet.write_string(line, index, value)
        elif column.kind == "boolean":
            sheet.write_boolean(line, index, value)
        else:
            sheet.write_number(line, index, value, look.of(column))
    return cut


def _explain(book: Any, tables: Sequence[Table], look: _Look, swedish: bool) -> None:
    sheet = book.add_worksheet("Förklaringar" if swedish else "columns")
    heads = (
        ("Blad", "Kolumn", "Fält", "Enhet", "Innehåll") if swedish else ("table", "heading", "column", "unit", "about")
    )
    for index, (head, width) in enumerate(zip(heads, (20, 24, 24, 12, 90), strict=True)):
        sheet.set_column(index, index, width)
        sheet.write_string(0, index, head, look.head)
    sheet.freeze_panes(1, 0)
    line = 1
    for table in tables:
        for column in table.columns:
            name = table.heading if swedish else table.name
            cells = (name, column.heading, column.name, column.unit, column.about)
            for index, cell in enumerate(cells):
                sheet.write_string(line, index, cell)
            line += 1
