"""A comparison in files for other programs."""

import csv
import json
from pathlib import Path

import openpyxl
import pytest

from compared_maker import HOSTILE, small_comparison
from planparse.compare.columns import TABLES
from planparse.compare.comparison import Comparison
from planparse.errors import OutputError


def test_json_has_every_row_and_null_where_nothing_is():
    told = json.loads(small_comparison().to_json())
    assert len(told["goals"]) == len(small_comparison().goals)
    assert told["goals"][0]["term"] is None


def test_csv_has_a_file_a_table_and_one_that_tells_the_columns(tmp_path: Path):
    small_comparison().to_csv(tmp_path / "out")
    assert {path.stem for path in (tmp_path / "out").glob("*.csv")} == {*TABLES, "columns"}
    with (tmp_path / "out" / "goals.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["text"] for row in csv.DictReader(file)][1] == HOSTILE


def test_excel_has_numbers_as_numbers_and_no_formula(tmp_path: Path):
    goals = [{"text": "=1+1", "page": 3, "sure": True}]
    Comparison.of_rows({"goals": goals}).to_xlsx(tmp_path / "out.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["Mål"]
    found = {head.value: cell for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert (found["Mål"].value, found["Mål"].data_type) == ("=1+1", "s")
    assert (found["Filsida"].value, found["Säker"].value) == (3, "ja")


def test_what_can_t_be_written_is_an_error(tmp_path: Path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError):
        small_comparison().to_csv(tmp_path / "file")
    with pytest.raises(OutputError):
        small_comparison().to_xlsx(tmp_path / "none" / "out.xlsx")


def test_excel_that_can_t_be_written_leaves_no_empty_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError):
        small_comparison().to_xlsx(tmp_path / "out.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_more_rows_than_a_sheet_holds_are_refused_and_not_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("planparse.compare.exports._MOST_ROWS", 1)
    with pytest.raises(OutputError, match="goals has 2 rows"):
        Comparison.of_rows({"goals": [{"text": "a"}, {"text": "b"}]}).to_xlsx(tmp_path / "out.xlsx")
