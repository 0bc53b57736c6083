"""The values of an indicator's row: one for each cell under a head of values, two where a cell tells from what to what.

Indikator        | Nuläge | Målvärde             | Målår
Andel återvunnet | 61 %   | 75 %                 | 2027      a baseline and a target for 2027
Antal platser    |        | Från 40 till 120     | 2026      a baseline of 40 and a target of 120 for 2026
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from planparse.extract.context import Context
from planparse.extract.goal_columns import Columns
from planparse.extract.indicators import cell_value
from planparse.layout.blocks import Cell
from planparse.model import Indicator
from planparse.model.terms import Gender
from planparse.rules.load import load
from planparse.values.relative import from_to

_GENDERS: dict[str, Gender] = {"K": "K", "M": "M", "T": "T"}


def set_row_values(indicator: Indicator, cells: Sequence[Cell | None], columns: Columns, context: Context) -> None:
    """Adds the values of a row to its indicator."""
    gender = _gender(cells, columns)
    unit, aimed = _text(cells, columns, "measure"), _target_year(cells, columns)
    for column in columns.of("value"):
        cell = cells[column.index]
        if cell is None or column.value is None or not cell.text or cell.col != column.index:
            continue
        head = replace(column.value, gender=column.value.gender or gender)
        for part, role in _parts(cell, head.role == "target"):
            told = replace(head, role="baseline", year=None) if role == "baseline" else head
            value = cell_value(part, told, column.head, indicator.name, context, unit=unit)
            if value is None:
                continue
            if value.role == "target":
                value.year = value.year or aimed
                if indicator.values and indicator.values[0].column is None:
                    indicator.values.pop(0)
            indicator.values.append(value)


def _parts(cell: Cell, target: bool) -> list[tuple[Cell, str]]:
    """The cell, or under a head of targets the two states that it tells ("från 67 % till 75 %")."""
    states = from_to(cell.text) if target else None
    if states is None:
        return [(cell, "")]
    return [(replace(cell, text=states[0]), "baseline"), (replace(cell, text=states[1]), "target")]


def _target_year(cells: Sequence[Cell | None], columns: Columns) -> int | None:
    """The year that a column of its own gives for a row's target."""
    text = _text(cells, columns, "target year")
    return int(text) if text is not None and re.fullmatch(r"(?:19|20)\d\d", text) else None


def _text(cells: Sequence[Cell | None], columns: Columns, role: str) -> str | None:
    return next((c.text for col in columns.of(role) if (c := cells[col.index]) is not None and c.text), None)


def _gender(cells: Sequence[Cell | None], columns: Columns) -> Gender | None:
    for column in [*columns.of("gender"), *columns.of("indicator"), *columns.of("")]:
        cell = cells[column.index]
        if cell is not None and cell.text and (rule := load("genders").match(cell.text)) is not None:
            return _GENDERS.get(rule.value)
    return None
