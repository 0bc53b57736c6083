"""A conversion: what it writes, what it does again, what it leaves alone; the same for any order and after any stop."""

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import planparse
from archive_maker import Inline, converted, fill, names, plan_pdf
from planparse.archive.archive import Archive
from planparse.archive.local_folder import LocalFolder
from planparse.archive.manifest import MANIFEST
from planparse.archive.outcomes import Converted, Failed, ManifestRow, Skipped
from planparse.archive.pool import Answer
from planparse.errors import ArchiveLockedError
from planparse.showing.review import write_review


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Two plans, one of them under two names, one with a damaged page, one that is no PDF."""
    first = plan_pdf("Verksamhetsplan 2024")
    return fill(
        tmp_path / "in",
        b_plan=first,
        a_copy=first,
        other=plan_pdf("Internbudget 2025"),
        torn=plan_pdf("Verksamhetsplan 2023", damaged=True),
        text="no plan at all",
    )


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def rows(out: Path) -> dict[str, ManifestRow]:
    return {Path(row.path).stem: row for row in Archive(out).rows()}


def everything(out: Path) -> dict[str, object]:
    """All that is written, but for clocks."""
    told = {name: replace(row, finished="", seconds=0) for name, row in rows(out).items()}
    return told | {path.name: path.read_bytes() for path in (out / "plans").iterdir()}


def forbid_plans(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on a file may be refused, and none may be made a plan of."""

    def refusing(*arguments: Any, **named: Any) -> None:
        planparse.parse(*arguments, **named)
        raise AssertionError("a plan was made anew")

    monkeypatch.setattr("planparse.archive.work.parse", refusing)


def test_each_file_has_its_row_and_each_plan_its_file(source: Path, out: Path) -> None:
    results = converted(source, out)
    assert names(results, "converted") == ["a_copy", "b_plan", "other"]
    assert names(results, "converted_with_doubts") == ["torn"]
    assert names(results, "failed") == ["text"]
    told = rows(out)
    ids = {row.plan_id for row in told.values() if row.plan_id}
    assert {path.stem for path in (out / "plans").iterdir()} == ids and len(ids) == 3
    plan = told["other"]
    assert plan.plan_id == plan.sha256[:16] if plan.sha256 else False
    assert (plan.pages, plan.byte_size) == (1, (source / "other.pdf").stat().st_size)
    assert plan.records["sections"] >= 1 and plan.options == {"reader": "pdfium", "ocr": "auto"}
    assert told["torn"].severities["error"] == told["torn"].diagnostics["page_unreadable"] == 1
    assert (told["text"].error, told["text"].plan_id) == ("not_pdf", None)
    assert "%PDF" in told["text"].message


def test_results_give_their_plans(source: Path, out: Path) -> None:
    [result] = [result for result in converted(source, out) if result.path.endswith("other.pdf")]
    assert isinstance(result, Converted)
    assert result.plan.title == "Internbudget 2025"
    assert result.plan.id == result.plan_id


def test_a_second_run_skips_all_that_is_done(source: Path, out: Path) -> None:
    converted(source, out)
    before = everything(out)
    engine = Inline()
    results = converted(source, out, engine=engine)
    assert names(results, "skipped") == ["a_copy", "b_plan", "other", "text", "torn"]
    assert not [task for task in engine.done if task["kind"] == "convert"]
    assert everything(out) == before
    [failed] = [result for result in results if result.path.endswith("text.pdf")]
    assert failed == Skipped(str(source / "text.pdf"), "failed", error="not_pdf")


@pytest.mark.parametrize(
    ("redo", "again"), [("outdated", []), ("failed", ["text"]), ("all", ["a_copy", "b_plan", "other", "text", "torn"])]
)
def test_redo(source: Path, out: Path, redo: planparse.archive.conversion.Redo, again: list[str]) -> None:
    converted(source, out)
    engine = Inline()
    converted(source, out, engine=engine, redo=redo)
    assert sorted(Path(task["path"]).stem for task in engine.done if task["kind"] == "convert") == again


def test_other_options_or_another_version_are_outdated(
    source: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    converted(source, out)
    assert not names(converted(source, out, reader="pdfplumber"), "skipped")
    assert {row.options["reader"] for row in rows(out).values()} == {"pdfplumber"}
    assert len(names(converted(source, out, reader="pdfplumber"), "skipped")) == 5
    monkeypatch.setattr("planparse.archive.conversion.version", lambda name: "99")
    monkeypatch.setattr("planparse.archive.work._version", lambda: "99")
    assert not names(converted(source, out, reader="pdfplumber"), "skipped")
    assert {row.planparse for row in rows(out).values()} == {"99"}


def test_a_changed_file_is_converted_anew_and_its_old_plan_goes(source: Path, out: Path) -> None:
    converted(source, out)
    old = rows(out)["other"].plan_id
    (source / "other.pdf").write_bytes(plan_pdf("Internbudget 2026"))
    assert names(converted(source, out), "converted") == ["other"]
    assert rows(out)["other"].plan_id != old
    assert not (out / "plans" / f"{old}.json").exists()
    assert len(list((out / "plans").iterdir())) == 3


def test_a_touched_file_is_not_parsed_again(source: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    converted(source, out)
    os.utime(source / "other.pdf", (1, 1))
    forbid_plans(monkeypatch)
    assert "other" in names(converted(source, out), "skipped")
    engine = Inline()
    converted(source, out, engine=engine)
    assert not [task for task in engine.done if task["kind"] == "convert"]


def test_the_largest_files_are_begun_first(source: Path, out: Path) -> None:
    engine = Inline()
    converted(source, out, engine=engine)
    sizes = [task["size"] for task in engine.done if task["kind"] == "convert"]
    assert sizes == sorted(sizes, reverse=True) and sizes[0] > sizes[-1]


def test_a_plan_that_was_removed_is_made_again(source: Path, out: Path) -> None:
    converted(source, out)
    whole = everything(out)
    for plan in (out / "plans").iterdir():
        plan.unlink()
    converted(source, out)
    assert everything(out) == whole


def test_two_names_are_one_plan_whichever_comes_first(source: Path, out: Path, tmp_path: Path) -> None:
    converted(source, out)
    converted(source, tmp_path / "backwards", engine=Inline(order=-1))
    assert everything(out) == everything(tmp_path / "backwards")
    told = rows(out)
    assert told["a_copy"].plan_id == told["b_plan"].plan_id
    plan = json.loads((out / "plans" / f"{told['a_copy'].plan_id}.json").read_text())
    assert plan["source"]["file_name"] == "a_copy.pdf"


@pytest.mark.parametrize("most", range(8))
def test_a_run_that_is_stopped_anywhere_is_finished_by_the_next(
    source: Path, out: Path, tmp_path: Path, most: int
) -> None:
    converted(source, tmp_path / "whole")
    if most < 7:  # five files, and settling the plan of two names
        with pytest.raises(KeyboardInterrupt) if most < 6 else no_error():
            converted(source, out, engine=Inline(most=most))
        finished = len(list(LocalFolder(out).lines(MANIFEST)))
        assert finished == min(most, 5)
    results = converted(source, out)
    assert len(names(results, "skipped")) == (min(most, 5) if most < 7 else 0)
    assert everything(out) == everything(tmp_path / "whole")


class no_error:  # noqa: N801
    def __enter__(self) -> None: ...
    def __exit__(self, *error: object) -> None: ...


def test_a_plan_that_was_written_without_its_row_is_taken(
    source: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    converted(source, out)
    whole = everything(out)
    (out / MANIFEST).unlink()
    forbid_plans(monkeypatch)
    assert len(names(converted(source, out), "converted")) == 3
    assert everything(out) == whole


def test_what_a_worker_did_not_survive_is_a_failed_row(source: Path, out: Path) -> None:
    class Dying(Inline):
        def run(self, tasks: Iterator[dict[str, object]]) -> Iterator[Answer]:  # type: ignore[override]
            for task in tasks:
                yield Answer(task, error="time_limit", message="was not read in time", seconds=9, pages=7)

    results = converted(source, out, engine=Dying())
    assert len(names(results, "failed")) == 5
    row = rows(out)["other"]
    assert (row.error, row.message, row.pages, row.sha256) == ("time_limit", "was not read in time", 7, None)
    assert isinstance(results[0], Failed) and results[0].error == "time_limit"
    assert len(names(converted(source, out), "skipped")) == 5
    assert len(names(converted(source, out, redo="failed"), "converted")) == 3


def test_a_second_run_at_once_says_so_and_stops(source: Path, out: Path) -> None:
    with LocalFolder(out).locked(), pytest.raises(ArchiveLockedError):
        converted(source, out)
    assert not (out / MANIFEST).exists()


def register(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "register.csv"
    path.write_text("\n".join(["path,municipality,board,year,status", *lines]), encoding="utf-8")
    return path


def test_the_register_is_kept_with_the_plans(source: Path, out: Path, tmp_path: Path) -> None:
    told = register(tmp_path, "other.pdf,Nora,Kulturnämnden,2025,superseded", "b_plan.pdf,Mora,,,")
    converted(source, out, register=told)
    plans = {plan.source.file_name: plan for plan in Archive(out)}
    assert plans["other.pdf"].board is not None
    assert plans["other.pdf"].registered is not None and plans["other.pdf"].registered.superseded
    # The plan of two names has the entry of the one that the register knows.
    assert plans["a_copy.pdf"].registered is not None and plans["a_copy.pdf"].registered.path == "b_plan.pdf"
    assert plans["a_copy.pdf"].diagnostics[-1].code == "register_differs"
    assert rows(out)["a_copy"].diagnostics["register_differs"] == 1
    assert plans["torn.pdf"].registered is None


def test_a_changed_register_needs_no_parsing(
    source: Path, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = "other.pdf,Nora,Kulturnämnden,2025,adopted", "other.pdf,,Tekniska nämnden,2025,superseded"
    converted(source, tmp_path / "new", register=register(tmp_path, second))
    converted(source, out, register=register(tmp_path, first))
    forbid_plans(monkeypatch)
    assert len(names(converted(source, out, register=register(tmp_path, second)), "skipped")) == 5
    assert everything(out) == everything(tmp_path / "new")
    # Without a register nothing that is known is lost.
    converted(source, out)
    assert everything(out) == everything(tmp_path / "new")


def test_without_an_output_folder_results_hold_their_plans(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    conversion = planparse.convert(source / "other.pdf", jobs=1)
    [result] = list(conversion)
    assert not list((tmp_path / "temporary").iterdir())
    assert isinstance(result, planparse.Converted)
    assert result.plan.title == "Internbudget 2025"
    assert (conversion.total, conversion.counts["converted"], conversion.pages) == (1, 1, 1)


def test_processes_give_what_one_process_gives(source: Path, out: Path, tmp_path: Path) -> None:
    converted(source, tmp_path / "inline")
    results = list(planparse.convert([source], out, jobs=2))
    assert {result.status for result in results} == {"converted", "converted_with_doubts", "failed"}
    inline, processes = everything(tmp_path / "inline"), everything(out)
    for told in (inline, processes):
        told |= {name: replace(row, peak_memory=0) for name, row in told.items() if isinstance(row, ManifestRow)}
    assert inline == processes


def test_it_can_be_closed_in_the_middle(source: Path, out: Path) -> None:
    with planparse.convert(source, out, jobs=1) as conversion:
        first = next(conversion)
    assert [row.path for row in Archive(out).rows()] == [first.path]
    with LocalFolder(out).locked():
        pass


def test_a_scheduler_is_needed_for_dask(source: Path) -> None:
    with pytest.raises(ValueError, match="scheduler"):
        planparse.convert(source, engine="dask")


def test_output_in_an_object_store(source: Path, tmp_path: Path) -> None:
    url = f"local://{tmp_path}/store"
    list(planparse.convert(f"local://{source}", url, jobs=1))
    converted(source, tmp_path / "out")
    there, here = Archive(url), Archive(tmp_path / "out")
    assert {row.path.removeprefix("file://"): row.status for row in there.rows()} == {
        row.path: row.status for row in here.rows()
    }
    assert [plan.to_json() for plan in there] == [plan.to_json() for plan in here]
    query = "select plan_id, title from sections order by all"
    assert there.sql(query).equals(here.sql(query))
    assert there.frames()["sections"].equals(here.frames()["sections"])


def test_a_name_that_is_no_utf8_is_converted_like_any_other(tmp_path: Path, out: Path) -> None:
    """Its path is kept so that the file is found again; what is shown of it is text."""
    name = os.fsdecode(b"r\xe5d.pdf")
    source = fill(tmp_path / "in", **{name.removesuffix(".pdf"): plan_pdf()})
    [result] = converted(source, out)
    assert isinstance(result, Converted)
    assert (result.path, result.plan.source.file_name) == (str(source / name), "råd.pdf")
    assert [skipped.status for skipped in converted(source, out)] == ["skipped"]
    assert list(Archive(out).frames()["files"]["path"]) == [str(source / "råd.pdf")]
    write_review(Archive(out), tmp_path / "review")
    assert planparse.compare([str(out)]).tables


def test_sources_may_be_given_by_an_iterator(source: Path, out: Path, tmp_path: Path) -> None:
    """A register's paths are relative to the folders that are converted, however these are named."""
    register = fill(tmp_path / "elsewhere") / "register.csv"
    register.write_text("path,year\n./other.pdf,2001\n", encoding="utf-8")
    fill(source, other=plan_pdf("Internbudget"))
    done = {Path(result.path).stem: result for result in planparse.convert(iter([source]), out, register=register)}
    other = done["other"]
    assert isinstance(other, Converted) and other.plan.period.start == 2001
