"""The data dictionary in docs is the one that the model gives."""

from pathlib import Path

from planparse.archive.dictionary import closed_list, data_dictionary
from planparse.archive.store import ALL_TABLES

PAGE = Path(__file__).parents[2] / "docs" / "data-dictionary.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == data_dictionary(), "python -m planparse.archive.dictionary > docs/…"


def test_every_column_is_told() -> None:
    text = data_dictionary()
    for table in ALL_TABLES:
        assert f"## {table.name} ({table.heading})" in text
        assert all(f"| `{column.name}` | {column.heading} | {column.kind} |" in text for column in table.columns)


def test_closed_lists_come_from_the_model() -> None:
    tables = {table.name: {column.name: column for column in table.columns} for table in ALL_TABLES}
    goals = next(table for table in ALL_TABLES if table.name == "goals")
    assert closed_list(goals, tables["goals"]["level"]) == ["council", "board", "unit"]
    assert closed_list(goals, tables["goals"]["text"]) == []
    assert closed_list(goals, tables["goals"]["municipality"]) == []
