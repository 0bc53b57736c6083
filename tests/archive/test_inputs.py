"""What a user names, and which files that is."""

import os
import zipfile
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from archive_maker import fill
from planparse.archive.inputs import Input, find_inputs, read_input
from planparse.errors import MissingFileError


def found(*sources: str | Path) -> list[str]:
    return [Path(file.path).stem for file in find_inputs(sources)]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    fill(tmp_path / "a" / "nora", vp="1", budget="2")
    fill(tmp_path / "a" / ".hidden", no="3")
    (tmp_path / "a" / "nora" / "notes.txt").write_text("no plan")
    (tmp_path / "a" / "nora" / "._vp.pdf").write_text("what some systems put beside a file")
    (tmp_path / "a" / "STOR.PDF").write_text("4")
    return tmp_path / "a"


def test_a_folder_is_all_pdfs_below_it(archive: Path) -> None:
    assert found(archive) == ["STOR", "budget", "vp"]
    assert found(archive, archive / "nora", archive / "nora" / "vp.pdf") == ["STOR", "budget", "vp"]


def test_a_file_is_taken_whatever_it_is_called(archive: Path) -> None:
    (archive / "plan.bin").write_text("5")
    assert found(archive / "plan.bin") == ["plan"]


def test_globs(archive: Path) -> None:
    assert found(f"{archive}/*/v*.pdf") == ["vp"]
    assert found(f"{archive}/**/*.pdf") == ["budget", "vp"]
    with pytest.raises(MissingFileError, match="no file matches"):
        found(f"{archive}/x*.pdf")


@pytest.mark.parametrize("name", ["list.txt", "list.lst", "@list"])
def test_lists(archive: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(archive)
    lines = ["# plans of 2024", "", "nora/vp.pdf", str(archive / "STOR.PDF"), "gone.pdf"]
    Path(name.removeprefix("@")).write_text("\n".join(lines))
    assert found(name) == ["STOR", "gone", "vp"]


def test_a_file_has_its_absolute_path_size_and_date(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(archive / "nora")
    [file] = find_inputs("../nora/vp.pdf")
    facts = (archive / "nora" / "vp.pdf").stat()
    assert file == Input(str(archive / "nora" / "vp.pdf"), 1, str(facts.st_mtime_ns))
    assert file.name == "vp.pdf"


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match="no such file"):
        find_inputs(tmp_path / "no.pdf")
    with pytest.raises(MissingFileError, match="no PDF"):
        find_inputs(tmp_path)


def test_urls_of_object_stores(archive: Path) -> None:
    # fsspec's "local" goes the way of s3 and the like.
    url = f"local://{archive}"
    assert found(url) == ["STOR", "budget", "vp"]
    assert found(f"{url}/nora/*.pdf") == ["budget", "vp"]
    [file] = find_inputs(f"{url}/nora/vp.pdf")
    assert (file.size, file.modified is not None, read_input(file.path)) == (1, True, b"1")
    with pytest.raises(MissingFileError):
        find_inputs(f"{url}/gone.pdf")


def test_files_inside_a_zip(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "plans.zip", "w") as archive:
        archive.writestr("2024/vp.pdf", "%PDF")
        archive.writestr("2024/readme.md", "x")
    [file] = find_inputs(f"zip://**/*.pdf::{tmp_path}/plans.zip")
    assert file.path == f"zip://2024/vp.pdf::{tmp_path}/plans.zip"
    assert (file.name, read_input(file.path)) == ("vp.pdf", b"%PDF")


def test_files_of_a_web_server(archive: Path) -> None:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=archive)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/nora"
        assert find_inputs(f"{url}/vp.pdf") == [Input(f"{url}/vp.pdf")]
        assert read_input(f"{url}/vp.pdf") == b"1"
        with pytest.raises(MissingFileError, match="can't be opened"):
            read_input(f"{url}/gone.pdf")
        server.shutdown()


def test_a_file_url_is_a_path(archive: Path) -> None:
    [file] = find_inputs(f"file://{archive}/nora/vp.pdf")
    assert file.path == str(archive / "nora" / "vp.pdf")


def test_a_file_that_cant_be_read(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match="can't be opened"):
        read_input(os.fspath(tmp_path / "gone.pdf"))


def test_names_that_are_no_utf8(tmp_path: Path) -> None:
    name = os.fsdecode(b"r\xe5d.pdf")
    fill(tmp_path, **{name.removesuffix(".pdf"): "1234"})
    [file] = find_inputs(tmp_path)
    assert (file.path, file.name) == (str(tmp_path / name), "råd.pdf")
    assert read_input(file.path) == b"1234"


def test_two_colons_part_a_url_and_no_name() -> None:
    assert (Input("/arkiv/mål::plan.pdf").name, Input("zip://a/b.pdf::s3://x.zip").name) == ("mål::plan.pdf", "b.pdf")


def test_a_folder_that_cant_be_looked_into_is_not_passed_over(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = archive / "closed"
    closed.mkdir()

    def scandir(path: str, real: Callable[[str], Any] = os.scandir) -> Any:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert "closed" in found(archive)
