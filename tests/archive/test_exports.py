"""Tables in files of other programs, read by these programs' own libraries."""

import csv
import json
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pandas as pd
import pyarrow.parquet
import pytest
from frictionless import Package

from archive_maker import converted, fill, plan_pdf
from planparse.archive.archive import Archive
from planparse.archive.csv_export import write_csv
from planparse.archive.duckdb_export import write_duckdb
from planparse.archive.exports import FORMS, Form, Wishes, export
from planparse.archive.files_table import FILES
from planparse.archive.store import ALL_TABLES
from planparse.archive.xlsx_export import MOST_CHARACTERS, Sheets, write_xlsx
from planparse.errors import OutputError
from planparse.model.columns import Column, Part, Table

LINES = ("Nora kommun", "Antagen av socialnämnden 2023-11-02", "Nämndens ram är 12,5 mnkr 2024.", '=1+1; "å"')


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    folder = tmp_path_factory.mktemp("archive")
    fill(folder / "in", a=plan_pdf("Verksamhetsplan 2024", *LINES), b=plan_pdf("Internbudget 2025", *LINES))
    converted(folder / "in", folder / "out")
    return Archive(folder / "out")


def exported(archive: Archive, form: Form, target: Path, **wishes: Any) -> Path:
    assert export(archive, form, target, Wishes(**wishes)) == []
    return target


def test_parquet(archive: Archive, tmp_path: Path) -> None:
    folder = exported(archive, "parquet", tmp_path / "new" / "tables")
    for name, frame in archive.frames().items():
        assert pyarrow.parquet.read_table(folder / f"{name}.parquet").num_rows == len(frame)
    field = pyarrow.parquet.read_schema(folder / "amounts.parquet").field("sek")
    assert field.metadata[b"unit"] == b"SEK" and field.metadata[b"heading"] == b"Kronor"
    package = json.loads((folder / "datapackage.json").read_text())
    assert {resource["name"] for resource in package["resources"]} == {t.name.replace("_", "-") for t in ALL_TABLES}


@pytest.mark.parametrize("decimal_comma", [False, True])
def test_csv_and_its_package(archive: Archive, tmp_path: Path, decimal_comma: bool) -> None:
    folder = exported(archive, "csv", tmp_path / "tables", decimal_comma=decimal_comma)
    assert (folder / "plans.csv").read_bytes().startswith(b"\xef\xbb\xbfplan_id")
    with (folder / "files.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";" if decimal_comma else ","))
    assert [row["seconds"] for row in rows] == ["0,1" if decimal_comma else "0.1"] * 2
    with (folder / "sections.csv").open(encoding="utf-8-sig", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file, delimiter=";" if decimal_comma else ",")]
    assert texts == archive.frames()["sections"]["text"].tolist()
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["message"])[:3]


def test_numbers_in_csv(tmp_path: Path) -> None:
    table = Table("t", "T", "", (Part("p"),), lambda plan: (), (Column("n", "number", "N", "", "p.n"),))
    numbers = [1e15, -0.1, 12500000.0, 1 / 3, None]
    write_csv(tmp_path / "t.csv", table, [(number,) for number in numbers], decimal_comma=False)
    lines = (tmp_path / "t.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[:4] == ["n", "1000000000000000", "-0.1", "12500000"]
    assert float(lines[4]) == 1 / 3


def test_xlsx_and_its_package(archive: Archive, tmp_path: Path) -> None:
    file = exported(archive, "xlsx", tmp_path / "plans.xlsx")
    book = openpyxl.load_workbook(file)
    assert book.sheetnames == [*(table.heading for table in ALL_TABLES), "Förklaringar"]
    plans, amounts = book["Planer"], book["Belopp i text"]
    assert plans.freeze_panes == "A2"
    assert [cell.value for cell in plans[1]][:3] == ["Plan-id", "Kommun", "Kommunkod"]
    heads = [cell.value for cell in amounts[1]]
    told = dict(zip(heads, amounts[2], strict=True))
    assert (told["Kronor"].value, told["Kronor"].data_type, told["År"].data_type) == (12_500_000, "n", "n")
    assert told["Kommunkod"].data_type == "s" and told["Ersatt"].value is False
    described = json.loads((tmp_path / "plans.datapackage.json").read_text())
    wanted = [resource for resource in described["resources"] if resource["name"] in ("plans", "amounts")]
    (tmp_path / "two.json").write_text(json.dumps(described | {"resources": wanted}))
    report = Package(str(tmp_path / "two.json")).validate()
    assert report.valid, report.flatten(["message"])[:3]


def test_xlsx_in_english(archive: Archive, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(exported(archive, "xlsx", tmp_path / "plans.xlsx", headings="en"), read_only=True)
    assert book.sheetnames == [*(table.name for table in ALL_TABLES), "columns"]
    assert next(book["files"].values) == tuple(FILES.names)


def small(tmp_path: Path, rows: list[tuple[str | None, float | None]], **more: Any) -> tuple[Any, Sheets]:
    columns = (Column("text", "text", "Text", "", "p.text"), Column("n", "number", "Tal", "", "p.n"))
    table = Table("t", "Tabell", "", (Part("p"),), lambda plan: (), columns)
    sheets = write_xlsx(tmp_path / "t.xlsx", [table], lambda table: rows, swedish=True, **more)
    return openpyxl.load_workbook(tmp_path / "t.xlsx"), sheets


def test_texts_stay_texts_in_excel(tmp_path: Path) -> None:
    texts = ["=SUM(A1)", "0012", "https://nora.se", "\x01 å", "1e5"]
    book, _ = small(tmp_path, [(text, 2.5) for text in texts])
    cells = [book["Tabell"].cell(line, 1) for line in range(2, 7)]
    assert [cell.data_type for cell in cells] == ["s"] * 5
    assert cells[0].value == "=SUM(A1)" and cells[2].hyperlink is None
    assert book["Tabell"]["B2"].value == 2.5


def test_a_text_that_is_too_long_for_a_cell_is_told(tmp_path: Path) -> None:
    book, sheets = small(tmp_path, [("x" * (MOST_CHARACTERS + 1), None), ("y" * MOST_CHARACTERS, None)])
    assert sheets.notes == ["t: 1 texts are longer than a cell of Excel can be and were cut"]
    assert book["Tabell"]["A2"].value.endswith("xx […]") and len(book["Tabell"]["A3"].value) == MOST_CHARACTERS


def test_a_table_that_is_too_long_for_a_sheet_goes_on_in_the_next(tmp_path: Path) -> None:
    book, sheets = small(tmp_path, [(str(number), number) for number in range(5)], most_rows=2)
    assert [name for _, name in sheets.named] == ["Tabell", "Tabell 2", "Tabell 3"] == book.sheetnames[:3]
    values = [value for name in book.sheetnames[:3] for (_, value) in list(book[name].values)[1:]]
    assert values == [0, 1, 2, 3, 4]


def test_duckdb(archive: Archive, tmp_path: Path) -> None:
    file = exported(archive, "duckdb", tmp_path / "it's.duckdb")
    with duckdb.connect(str(file), read_only=True) as connection:
        tables = {name for (name,) in connection.execute("select table_name from duckdb_tables()").fetchall()}
        assert tables == {table.name for table in ALL_TABLES}
        query = "select data_type, comment from duckdb_columns() where table_name = 'amounts' and column_name = 'sek'"
        assert connection.execute(query).fetchone() == ("DOUBLE", "The amount. Unit: SEK.")
        assert connection.execute("select sum(sek) from amounts").fetchone() == (25_000_000,)
    exported(archive, "duckdb", file)  # over itself


@pytest.mark.parametrize("form", FORMS)
def test_where_nothing_can_be_written(archive: Archive, tmp_path: Path, form: Form) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(OutputError):
        export(archive, form, tmp_path / "file" / "tables")
    if form in ("xlsx", "duckdb"):
        with pytest.raises(OutputError, match="is a folder"):
            export(archive, form, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("form", FORMS)
def test_a_full_disk_leaves_nothing_behind(
    archive: Archive, tmp_path: Path, form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "out"
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match="No space left"):
        export(archive, form, target)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_what_a_library_says_of_a_disk_is_an_error_of_the_disk(tmp_path: Path) -> None:
    missing = tmp_path / "missing" / "out"
    with pytest.raises(OSError, match="missing"):
        write_duckdb(missing, {})
    with pytest.raises(OSError, match="missing"):
        write_xlsx(missing, [], lambda table: [], swedish=True)


def test_every_form_has_the_same_values(archive: Archive, tmp_path: Path) -> None:
    name = "amounts"
    exported(archive, "csv", tmp_path / "csv")
    frame = archive.frames()[name]
    read = pd.read_csv(tmp_path / "csv" / f"{name}.csv", dtype={column: frame[column].dtype for column in frame})
    pd.testing.assert_frame_equal(read, frame)
