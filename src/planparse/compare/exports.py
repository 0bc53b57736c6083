"""A comparison in files for other programs: JSON, a folder of CSV files, an Excel file with a sheet a table."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planparse.compare.columns import TABLES
from planparse.errors import MissingExtraError, OutputError
from planparse.model.writing import write_whole

if TYPE_CHECKING:
    import pandas as pd

    from planparse.compare.comparison import Comparison

_MOST_CHARACTERS = 32_767
"""of a cell of Excel"""
_MOST_ROWS = 1_048_575
_WIDE, _NARROW = 48, 14
_LONG = {"text", "text_from", "text_to", "text_plan", "text_report", "reason", "wording", "name", "title"}


def as_json(comparison: Comparison) -> str:
    """The tables as lists of records, with the facts of how they were made."""
    content: dict[str, Any] = {"facts": dict(comparison.facts)}
    content |= {name: _records(frame) for name, frame in comparison.tables()}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def write_csv(comparison: Comparison, folder: Path) -> None:
    """A file a table, UTF-8 with a mark for Excel, and ``columns.csv`` that tells what they hold.

    Raises:
        OutputError: the folder can't be made or written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"can't be made ({error.strerror})", file=str(folder)) from error
    for name, frame in comparison.tables():
        write_whole(folder / f"{name}.csv", "\ufeff" + frame.to_csv(index=False))
    import pandas as pd

    told = [(table.name, column.name, column.kind, column.heading, column.about) for table, column in _columns()]
    names = ["table", "column", "kind", "heading", "about"]
    write_whole(folder / "columns.csv", "\ufeff" + pd.DataFrame(told, columns=names).to_csv(index=False))


def write_xlsx(comparison: Comparison, path: Path) -> None:
    """A sheet a table with a frozen head, numbers as numbers and texts as texts, and one that tells the columns.

    Raises:
        MissingExtraError: the extra compare is not installed.
        OutputError: the file can't be written.
    """
    try:
        import xlsxwriter
    except ImportError as error:
        raise MissingExtraError(
            "writing Excel files needs the extra compare: pip install 'planparse[compare]'"
        ) from error
    # Texts as they are: one that begins with "=" or looks like a link is neither formula nor link.
    texts = {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
    made = BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, **texts}) as book:
        bold = book.add_format({"bold": True, "bottom": 1, "bg_color": "#DDE6EE"})
        for name, frame in comparison.tables():
            if len(frame) > _MOST_ROWS:
                message = f"{name} has {len(frame)} rows, and a sheet of Excel holds {_MOST_ROWS}: write csv or json"
                raise OutputError(message, file=str(path))
            _sheet(book.add_worksheet(TABLES[name].heading[:31]), name, frame, bold)
        _explained(book.add_worksheet("Förklaringar"), bold)
    write_whole(path, made.getvalue())


def _sheet(sheet: Any, name: str, frame: pd.DataFrame, bold: Any) -> None:
    columns = TABLES[name].columns
    for number, column in enumerate(columns):
        sheet.write_string(0, number, column.heading, bold)
        sheet.set_column(number, number, _WIDE if column.name in _LONG else _NARROW)
    for line, row in enumerate(_records(frame), 1):
        for number, column in enumerate(columns):
            _cell(sheet, line, number, row[column.name])
    sheet.freeze_panes(1, 0)
    if len(frame):
        sheet.autofilter(0, 0, len(frame), len(columns) - 1)


def _cell(sheet: Any, line: int, number: int, value: Any) -> None:
    if isinstance(value, bool):
        sheet.write_string(line, number, "ja" if value else "nej")
    elif isinstance(value, int | float):
        sheet.write_number(line, number, value)
    elif value is not None:
        sheet.write_string(line, number, str(value)[:_MOST_CHARACTERS])


def _explained(sheet: Any, bold: Any) -> None:
    for number, head in enumerate(("Blad", "Kolumn", "Namn i data", "Förklaring (engelska)")):
        sheet.write_string(0, number, head, bold)
        sheet.set_column(number, number, _WIDE if number == 3 else _NARROW * 2)
    for line, (table, column) in enumerate(_columns(), 1):
        for number, text in enumerate((table.heading, column.heading, f"{table.name}.{column.name}", column.about)):
            sheet.write_string(line, number, text)


def _columns() -> list[tuple[Any, Any]]:
    return [(table, column) for table in TABLES.values() for column in table.columns]


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    plain = frame.astype(object).where(frame.notna(), None)
    return [{str(name): _plain(value) for name, value in row.items()} for row in plain.to_dict("records")]


def _plain(value: Any) -> Any:
    return value.item() if hasattr(value, "item") else value
