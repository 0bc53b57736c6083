"""Worker processes: whatever a task does to its own, there is an answer for it and the others go on."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from planparse.archive.limits import Limits
from planparse.archive.pool import Answer, Pool
from planparse.errors import WorkerDiedError

TARGET = "archive_tasks:do"
QUICK = Limits(seconds=1.5, seconds_per_page=1, memory=150 * 1024**2)

Task = dict[str, Any]


def answers(*tasks: Task, limits: Limits = QUICK, workers: int = 2) -> dict[int, Answer]:
    """The answers by the number of their task."""
    numbered = [task | {"number": number} for number, task in enumerate(tasks)]
    with Pool(TARGET, workers, limits) as pool:
        return {answer.task["number"]: answer for answer in pool.run(numbered)}


@pytest.mark.parametrize(
    ("task", "error", "message"),
    [
        ({"do": "hang"}, "time_limit", "not read within 2 s"),
        ({"do": "grow"}, "memory_limit", "more than 150 MB"),
        ({"do": "refused"}, "memory_limit", "more than 150 MB"),
        ({"do": "raise"}, "internal_error", "ZeroDivisionError: by zero"),
        ({"do": "exit"}, "worker_died", "exit code 3"),
        ({"do": "abort"}, "worker_died", "SIGABRT"),
    ],
    ids=lambda value: value["do"] if isinstance(value, dict) else None,
)
def test_one_bad_task_is_one_answer(task: Task, error: str, message: str) -> None:
    found = answers({}, task, {}, {})
    assert {number: answer.error for number, answer in found.items()} == {0: None, 1: error, 2: None, 3: None}
    assert message in found[1].message
    assert found[1].task["do"] == task["do"]


def test_a_task_has_time_for_its_pages() -> None:
    found = answers({"do": "take", "pages": 2, "seconds": 2.0}, {"do": "take", "pages": 0, "seconds": 2.0})
    assert (found[0].error, found[0].pages) == (None, 2)
    assert found[0].seconds == pytest.approx(2.0, abs=1)
    assert found[1].error == "time_limit"


def test_what_a_library_prints_disturbs_nothing() -> None:
    assert [answer.done is not None for answer in answers({"do": "print"}, {}, workers=1).values()] == [True, True]


def test_workers_make_way_after_some_files() -> None:
    found = answers({}, {}, {}, {}, {}, limits=Limits(files_per_worker=2), workers=1)
    workers = [answer.done["pid"] for answer in found.values() if answer.done]
    assert len(set(workers)) == 3
    assert workers[0] == workers[1] != workers[2]


def test_memory_is_told_for_each_task() -> None:
    peak = answers({})[0].peak_memory
    assert peak is not None and 5 * 1024**2 < peak < QUICK.memory


def test_tasks_are_taken_one_by_one() -> None:
    taken = []

    def tasks() -> Iterator[Task]:
        for number in range(50):
            taken.append(number)
            yield {"number": number}

    with Pool(TARGET, 2, QUICK) as pool:
        running = pool.run(tasks())
        next(running)
        assert len(taken) <= 5
        assert len(list(running)) == 49


def test_no_process_is_left_when_it_is_closed_in_the_middle() -> None:
    with Pool(TARGET, 2, Limits()) as pool:
        running = pool.run([{}, {"do": "hang"}, {"do": "hang"}])
        answer = next(running)
        assert answer.done is not None
    assert not alive(answer.done["pid"])
    assert not list(children(os.getpid()))


def test_workers_that_cant_start_are_an_error() -> None:
    with Pool("no_such_module:do", 1, QUICK) as pool, pytest.raises(WorkerDiedError, match="no worker process"):
        list(pool.run([{}]))


def test_workers_end_with_a_parent_that_is_killed() -> None:
    code = (
        "from planparse.archive.pool import Pool; from planparse.archive.limits import Limits\n"
        "pool = Pool('archive_tasks:do', 1, Limits())\n"
        "for answer in pool.run([{}, {'do': 'hang'}]): print(answer.done['pid'], flush=True)"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env=environment) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        assert alive(worker)
        parent.kill()
        parent.wait()
    deadline = time.monotonic() + 5
    while alive(worker) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not alive(worker)


def alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def children(parent: int) -> Iterator[int]:
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
            command = (stat.parent / "cmdline").read_bytes()
        except OSError:
            continue
        if int(fields[1]) == parent and b"planparse.archive.worker" in command:
            yield int(stat.parent.name)
