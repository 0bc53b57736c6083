"""Conversion on a real Dask cluster: a scheduler and workers as processes on TCP ports of this machine."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import planparse
from archive_maker import converted, fill, plan_pdf
from planparse.archive.archive import Archive
from planparse.archive.distributed import do_task, end_processes
from planparse.archive.limits import Limits
from planparse.archive.manifest import MANIFEST
from planparse.archive.outcomes import ManifestRow
from planparse.errors import MissingExtraError, SchedulerError

FILES = 12


class Cluster:
    """A scheduler with two workers; no nanny that would start a new worker for one that was killed."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "scheduler.json"
        self.processes = [self._start("scheduler", "--port", "0", "--no-dashboard")]
        self.address = json.loads(self._written())["address"]
        self.workers = [self._start("worker", "--no-nanny", "--nthreads", "1", "--no-dashboard") for _ in range(2)]
        self.processes += self.workers

    def _start(self, kind: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", "--host", "127.0.0.1"]
        where = ["--scheduler-file", str(self.file), *arguments]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
        return subprocess.Popen([*command, *where], env=environment, stderr=subprocess.DEVNULL, cwd=self.file.parent)

    def _written(self) -> str:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            if self.file.exists() and (text := self.file.read_text()).endswith("}"):
                return text
            time.sleep(0.05)
        raise AssertionError("no scheduler")

    def stop(self) -> None:
        for process in reversed(self.processes):
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    running = Cluster(tmp_path)
    yield running
    running.stop()


def rows(out: Path) -> dict[str, ManifestRow]:
    return {row.path: replace(row, seconds=0, peak_memory=0, finished="") for row in Archive(out).rows()}


def eventually(true: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 10
    while not true() and time.monotonic() < deadline:
        time.sleep(0.05)
    return true()


def children(parents: list[int]) -> list[Path]:
    """The worker processes that were started by some processes, living or not."""
    out = []
    for command in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = command.read_bytes().split(b"\0")
        except OSError:
            continue
        if b"planparse.archive.worker" in words and any(str(parent).encode() in words for parent in parents):
            out.append(command.parent)
    return out


def test_nothing_is_lost_or_doubled_when_a_worker_is_killed(cluster: Cluster, tmp_path: Path) -> None:
    plans = {f"p{number:02d}": plan_pdf(f"Verksamhetsplan {2000 + number}") for number in range(FILES - 3)}
    source = fill(tmp_path / "in", **plans, bad="no plan", copy=plans["p00"], torn=plan_pdf(damaged=True))
    parents = [worker.pid for worker in cluster.workers]
    results = []
    with planparse.convert(source, tmp_path / "out", engine="dask", scheduler=cluster.address) as conversion:
        for result in conversion:
            results.append(result)
            if len(results) == 2:
                cluster.workers[0].kill()
    assert len(results) == len({result.path for result in results}) == FILES
    converted(source, tmp_path / "here")
    assert rows(tmp_path / "out") == rows(tmp_path / "here")
    for plan in (tmp_path / "here" / "plans").iterdir():
        assert (tmp_path / "out" / "plans" / plan.name).read_bytes() == plan.read_bytes()
    assert (tmp_path / "out" / MANIFEST).read_text().count("\n") == FILES
    # Neither the killed worker's process nor that of the other is left.
    assert eventually(lambda: not children(parents))
    again = planparse.convert(source, tmp_path / "out", engine="dask", scheduler=cluster.address)
    assert {result.status for result in again} == {"skipped"}
    assert again.failures == {"not_pdf": 1}


def test_without_scheduler_nothing_begins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = fill(tmp_path / "in", a=plan_pdf())
    monkeypatch.setattr("planparse.archive.distributed._CONNECT_SECONDS", "0.2s")
    with pytest.raises(SchedulerError, match="no Dask scheduler answers"):
        planparse.convert(source, tmp_path / "out", engine="dask", scheduler="tcp://127.0.0.1:9")
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingExtraError, match=r"planparse\[dask\]"):
        planparse.convert(source, tmp_path / "out", engine="dask", scheduler="tcp://127.0.0.1:9")


def test_a_task_has_its_limits_there_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planparse.archive.distributed.TARGET", "archive_tasks:do")
    limits = {name: getattr(Limits(seconds=1), name) for name in Limits.__slots__}
    try:
        assert do_task({"do": "hang"}, limits)["error"] == "time_limit"
        first, second = do_task({}, limits), do_task({}, limits)
        assert first["done"]["pid"] == second["done"]["pid"]
    finally:
        end_processes()
    assert not children([os.getpid()])
