"""A table as CSV (RFC 4180), in UTF-8 with the mark by which Excel knows it.

With a decimal comma fields are set off by semicolons, as a Swedish Excel reads and writes them.

>>> as_text(1200000.0, False), as_text(2.5, True), as_text(True, False), as_text(None, False)
('1200000', '2,5', 'true', '')
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from planparse.model.columns import Table


def write_csv(path: Path, table: Table, rows: Iterable[Sequence[Any]], *, decimal_comma: bool) -> None:
    """Writes a table, its columns' names first."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file, delimiter=delimiter(decimal_comma))
        out.writerow(table.names)
        for row in rows:
            out.writerow([value if isinstance(value, str) else as_text(value, decimal_comma) for value in row])


def delimiter(decimal_comma: bool) -> str:
    """What stands between fields."""
    return ";" if decimal_comma else ","


def as_text(value: object, decimal_comma: bool) -> str:
    """A value as it stands in the file."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        # All digits that it takes to read the same number again, and no exponent that Excel would show.
        text = f"{value:.0f}" if value.is_integer() else repr(value)
        return text.replace(".", ",") if decimal_comma else text
    return str(value)
