"""The manifest: a row is there once it is added, the last one counts, and a torn end harms nothing."""

from pathlib import Path

import pytest

from planparse.archive.local_folder import LocalFolder
from planparse.archive.manifest import MANIFEST, Manifest, read_rows
from planparse.archive.outcomes import ManifestRow
from planparse.errors import NoArchiveError


def row(path: str, digit: str = "a", **more: object) -> ManifestRow:
    told = {"status": "converted", "plan_id": digit * 16, "sha256": digit * 64, **more}
    return ManifestRow.from_dict({"path": path, "planparse": "1", "options": {"reader": "pdfium"}, **told})


@pytest.fixture
def folder(tmp_path: Path) -> LocalFolder:
    return LocalFolder(tmp_path)


def test_a_row_comes_back_as_it_was(folder: LocalFolder) -> None:
    full = row("å.pdf", pages=3, seconds=1.5, records={"goals": 2}, register="ff", modified="7", peak_memory=9)
    Manifest(folder).add(full)
    assert list(read_rows(folder)) == [full]


def test_the_last_row_of_a_file_counts(folder: LocalFolder) -> None:
    manifest = Manifest(folder)
    for entry in (row("b"), row("a"), row("b", "c")):
        manifest.add(entry)
    assert [entry.path for entry in read_rows(folder)] == ["a", "b"]
    again = Manifest(folder)
    assert again.known == manifest.known
    assert again.known["b"].plan_id == "c" * 16
    assert again.known["b"].made_by == "planparse 1, model , reader=pdfium"


def test_compacting_leaves_one_row_a_file(folder: LocalFolder) -> None:
    manifest = Manifest(folder)
    for entry in (row("b"), row("a"), row("b", "c")):
        manifest.add(entry)
    rows = list(read_rows(folder))
    manifest.compact()
    assert list(read_rows(folder)) == rows
    assert (folder.path / MANIFEST).read_text().count("\n") == 2


def test_plans_that_no_file_has_any_longer(folder: LocalFolder) -> None:
    manifest = Manifest(folder)
    for entry in (row("a", "1"), row("b", "2"), row("a", "3"), row("c", "2"), row("b", "4"), row("d", "5")):
        manifest.add(entry)
    manifest.add(row("d", "5", status="failed", plan_id=None, error="time_limit"))
    assert Manifest(folder).abandoned() == {"1" * 16, "5" * 16}


@pytest.mark.parametrize("torn", ['{"path": "c", "sta', "\x00\x00", '{"path": "c"}\n', "[1]\n", "nonsense\n"])
def test_torn_lines_are_passed_over(folder: LocalFolder, torn: str) -> None:
    Manifest(folder).add(row("a"))
    with (folder.path / MANIFEST).open("a") as journal:
        journal.write(torn)
    assert [entry.path for entry in read_rows(folder)] == ["a"]
    with folder.locked():  # a new run, which goes on where the torn line was
        Manifest(folder).add(row("b"))
    assert [entry.path for entry in read_rows(folder)] == ["a", "b"]


def test_rows_of_a_newer_planparse_are_read(folder: LocalFolder) -> None:
    folder.append(MANIFEST, '{"path": "a", "status": "converted", "colour": "blue"}')
    assert next(read_rows(folder)) == ManifestRow("a", "converted")


def test_a_folder_without_manifest_is_no_archive(folder: LocalFolder) -> None:
    with pytest.raises(NoArchiveError, match=r"no manifest\.jsonl"):
        list(read_rows(folder))
