"""Output folders of both kinds do the same: whole files, journals, one run at a time."""

import json
import multiprocessing
import os
import socket
import time
from collections.abc import Callable
from pathlib import Path

import fsspec
import pytest

from planparse.archive.folders import Folder, open_folder
from planparse.archive.local_folder import LocalFolder
from planparse.archive.remote_folder import RemoteFolder
from planparse.errors import ArchiveLockedError, OutputError


@pytest.fixture(params=["path", "memory", "local"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Folder:
    fsspec.filesystem("memory").store.clear()
    places = {"path": str(tmp_path / "out"), "memory": "memory://out", "local": f"local://{tmp_path}/out"}
    return open_folder(places[request.param])


def content(folder: Folder, name: str) -> bytes:
    with folder.open(name) as file:
        return file.read()


def test_files(folder: Folder, tmp_path: Path) -> None:
    assert folder.names("plans") == [] and not folder.exists("plans/a.json")
    folder.write("plans/b.json", b"1")
    folder.write("plans/a.json", b"2")
    folder.write("plans/b.json", b"3")
    (tmp_path / "made").write_bytes(b"4")
    folder.upload("tables/x/goals.parquet", tmp_path / "made")
    assert folder.names("plans") == ["a.json", "b.json"]
    assert (content(folder, "plans/b.json"), content(folder, "tables/x/goals.parquet")) == (b"3", b"4")
    assert not (tmp_path / "made").exists()
    folder.remove("plans/a.json")
    folder.remove("plans/a.json")
    folder.remove("tables/x")
    assert folder.exists("plans/b.json") and not folder.exists("plans/a.json")
    assert folder.names("tables/x") == []
    with pytest.raises(FileNotFoundError):
        folder.open("plans/a.json")


def test_journals(folder: Folder) -> None:
    assert list(folder.lines("m.jsonl")) == []
    folder.write("made.json", b"")
    for line in ("ett", "två", "tre"):
        folder.append("m.jsonl", line)
    assert [line.strip() for line in folder.lines("m.jsonl")] == ["ett", "två", "tre"]
    folder.replace_lines("m.jsonl", ["ett\n", "fyra"])
    folder.append("m.jsonl", "fem")
    assert [line.strip() for line in folder.lines("m.jsonl")] == ["ett", "fyra", "fem"]


def test_one_run_at_a_time(folder: Folder) -> None:
    other = open_folder(folder.url)
    with folder.locked():
        with (
            pytest.raises(ArchiveLockedError, match=rf"process {os.getpid()} on {socket.gethostname()}"),
            other.locked(),
        ):
            pass
        folder.append("m.jsonl", "still mine")
    with other.locked():
        pass


def hold(url: str, held: Callable[[], None]) -> None:
    with open_folder(url).locked():
        held()
        time.sleep(60)


@pytest.mark.parametrize("scheme", ["", "local://"])
def test_the_lock_of_a_run_that_was_killed_holds_nobody_up(tmp_path: Path, scheme: str) -> None:
    url = f"{scheme}{tmp_path}/out"
    context = multiprocessing.get_context("fork")
    ready = context.Event()
    holder = context.Process(target=hold, args=(url, ready.set))
    holder.start()
    assert ready.wait(10)
    with pytest.raises(ArchiveLockedError, match=f"process {holder.pid}"), open_folder(url).locked():
        pass
    holder.kill()
    holder.join()
    with open_folder(url).locked():
        pass


def test_a_remote_lock_of_another_host_is_believed_for_an_hour(tmp_path: Path) -> None:
    folder = RemoteFolder(f"local://{tmp_path}")
    for age, held in ((60, True), (4000, False)):
        (tmp_path / "lock.json").write_text(json.dumps({"pid": 1, "host": "elsewhere", "time": time.time() - age}))
        if held:
            with pytest.raises(ArchiveLockedError, match="on elsewhere"), folder.locked():
                pass
        else:
            with folder.locked():
                pass


def test_what_a_killed_run_was_writing_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / ".a.json.x7.part").write_text("half")
    with LocalFolder(tmp_path).locked():
        assert list((tmp_path / "plans").iterdir()) == []


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    folder = LocalFolder(tmp_path / "file")
    with pytest.raises(OutputError, match="is a file"), folder.locked():
        pass
    with pytest.raises(OutputError, match="can't be written"):
        folder.write("plans/a.json", b"")
    with pytest.raises(OutputError, match="nosuch"):
        open_folder("nosuch://bucket")


def test_a_disk_that_is_full_when_a_run_begins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OutputError, match="No space left"), open_folder(str(tmp_path / "out")).locked():
        pass
