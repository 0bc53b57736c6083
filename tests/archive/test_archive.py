"""An archive's tables: those of its plans, made anew when it changes, asked in SQL."""

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import planparse
from archive_maker import converted, fill, plan_pdf
from planparse.archive.archive import Archive
from planparse.archive.files_table import FILES
from planparse.archive.store import current_tables
from planparse.errors import MissingFileError, NoArchiveError, QueryError

LINES = ("Nora kommun", "Antagen av socialnämnden 2023-11-02", "Nämndens ram är 12,5 mnkr 2024.")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    first, second = plan_pdf("Verksamhetsplan 2024", *LINES), plan_pdf("Internbudget 2025", *LINES)
    return fill(tmp_path_factory.mktemp("in"), a=first, b=second, copy=first, bad="no plan")


@pytest.fixture(scope="module")
def out(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    converted(source, out)
    return out


def test_plans(out: Path) -> None:
    archive = Archive(out)
    assert len(archive) == 2
    assert sorted(plan.title or "" for plan in archive) == ["Internbudget 2025", "Verksamhetsplan 2024"]
    assert [plan.id for plan in archive] == archive.plan_ids()
    with pytest.raises(MissingFileError):
        archive.plan("0" * 16)


def test_tables_are_those_of_the_plans(out: Path) -> None:
    archive = Archive(out)
    frames = archive.frames()
    for plan in archive:
        for name, frame in plan.frames().items():
            mine = frames[name][frames[name]["plan_id"] == plan.id].reset_index(drop=True)
            pd.testing.assert_frame_equal(mine, frame)
    assert len(frames["plans"]) == 2
    with pytest.raises(KeyError):
        frames["pets"]


def test_files_have_a_row_each(out: Path) -> None:
    files = Archive(out).frames()["files"]
    assert list(files.columns) == FILES.names
    assert [Path(path).stem for path in files["path"]] == ["a", "b", "bad", "copy"]
    assert files["error"].dropna().tolist() == ["not_pdf"]
    assert files["plan_id"].nunique() == 2
    assert (files["records"] > 0).tolist() == [True, True, False, True]


def test_sql(out: Path) -> None:
    archive = Archive(out)
    answer = archive.sql("select plan_year, count(*) as plans from plans group by all order by all")
    assert answer["plan_year"].tolist() == [2024, 2025]
    assert answer["plan_year"].dtype == "Int64"
    assert archive.sql("select title from plans where plan_year = $year", {"year": 2025})["title"].tolist() == [
        "Internbudget 2025"
    ]
    assert archive.sql("select ?::integer as n", [7])["n"].tolist() == [7]
    for query in ("select nothing from plans", "selekt"):
        with pytest.raises(QueryError):
            archive.sql(query)


def test_tables_are_made_anew_when_the_archive_changes(tmp_path: Path) -> None:
    source, out = fill(tmp_path / "in", a=plan_pdf()), tmp_path / "it's out"
    converted(source, out)
    archive = Archive(out)
    first = current_tables(archive.folder)
    assert current_tables(archive.folder) == first and len(archive.sql("select * from plans")) == 1
    fill(source, b=plan_pdf("Internbudget 2026"))
    converted(source, out)
    second = current_tables(archive.folder)
    assert second != first and len(archive.sql("select * from plans")) == 2
    assert archive.folder.names("tables") == [second.removeprefix("tables/")]


def test_what_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(NoArchiveError):
        planparse.Archive(tmp_path)


@pytest.mark.parametrize(
    ("content", "message"), [(None, "is missing"), ("{", "is not JSON"), ("[]", "no.* saved plan")]
)
def test_a_plan_that_was_spoiled_is_told(tmp_path: Path, content: str | None, message: str) -> None:
    source, out = fill(tmp_path / "in", a=plan_pdf()), tmp_path / "out"
    converted(source, out)
    [plan] = (out / "plans").iterdir()
    plan.unlink()
    if content is not None:
        plan.write_text(content)
    with pytest.raises(NoArchiveError, match=message):
        Archive(out).frames()


@pytest.mark.parametrize("module", ["archive", "exports", "conversion", "dictionary"])
def test_neither_store_nor_parent_knows_of_pdfs(module: str) -> None:
    heavy = "{'planparse.pipeline', 'planparse.pdf', 'pypdfium2', 'planparse.values'}"
    code = f"import sys, planparse.archive.{module}; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
