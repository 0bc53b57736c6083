"""Worker processes with limits: tasks in, one answer for each out, whatever becomes of the process that has it.

Each worker has one task at a time. A worker that takes too long or too much memory is ended, one that dies is noticed,
and in its place comes a new one; the task's answer says what happened. Nobody waits for a worker that hangs.

The processes are plain children with pipes rather than a ``multiprocessing`` pool, for three reasons: a pool can't end
one worker's task and go on; its processes import the program's main module again, which a script without
``if __name__ == "__main__"`` does not survive; and its children outlive a parent that is killed.
"""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from planparse.archive.limits import Limits
from planparse.archive.process_limits import resident_memory
from planparse.errors import MemoryLimitError, TimeLimitError, WorkerDiedError

_TICK = 0.05
"""seconds between looks at clocks and memory; a process fills some 100 MB in that time"""
_NEAR = 0.9
"""a worker that died with this share of its memory limit in use died of it: C libraries abort where Python raises"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a task: ``done`` (what its function returned), or ``error`` and ``message``.

    ``error`` is a code of :mod:`planparse.errors` for a limit, "internal_error" for an exception of the function.
    """

    task: dict[str, Any]
    done: dict[str, Any] | None = None
    error: str | None = None
    message: str = ""
    seconds: float = 0.0
    peak_memory: int | None = None
    pages: int = 0


class Worker:
    """One process, and what it is at."""

    def __init__(self, target: str, limits: Limits) -> None:
        self.limits = limits
        command = [sys.executable, "-P", "-m", "planparse.archive.worker", target, str(os.getpid()), str(limits.memory)]
        # As multiprocessing does it: what the parent can import the worker can.
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if os.environ.get("PLANPARSE_DEBUG") else subprocess.DEVNULL,
            env=environment,
        )
        self.ready = False
        self.task: dict[str, Any] | None = None
        self.finished = 0
        self.pages = 0
        self.ocr_pages = 0
        self.peak = 0
        self._started = 0.0
        self._unread = b""

    @property
    def output(self) -> int:
        assert self.process.stdout is not None
        return self.process.stdout.fileno()

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._started

    def give(self, task: dict[str, Any]) -> None:
        assert self.process.stdin is not None
        self.task, self.pages, self.ocr_pages, self.peak, self._started = task, 0, 0, 0, time.monotonic()
        with contextlib.suppress(BrokenPipeError):  # it died while it had nothing to do: its closed output will tell
            self.process.stdin.write(json.dumps({"job": self.finished, "task": task}).encode() + b"\n")
            self.process.stdin.flush()

    def heard(self) -> tuple[Answer | None, bool]:
        """Reads what the worker says: an answer, if there is one now, and whether the worker is still there."""
        data = os.read(self.output, 1 << 20)
        *lines, self._unread = (self._unread + data).split(b"\n")
        answer = None
        for line in lines:
            answer = self._told(json.loads(line)) or answer
        return answer, bool(data)

    def _told(self, message: dict[str, Any]) -> Answer | None:
        if "ready" in message:
            self.ready, self._started = True, time.monotonic()
        elif "pages" in message:
            self.pages, self.ocr_pages = message["pages"], message["ocr_pages"]
        elif self.task is not None:
            measured = {"seconds": message["seconds"], "peak_memory": message["peak"], "pages": self.pages}
            task, self.task = self.task, None
            self.finished += 1
            if "done" in message:
                return Answer(task, done=message["done"], **measured)
            if message["raised"] == "MemoryError":
                self.finished = self.limits.files_per_worker  # what it still holds nobody knows
                return Answer(task, error=MemoryLimitError.code, message=self._memory_message(), **measured)
            reason = f"internal error, please report it: {message['raised']}: {message['message']}"
            return Answer(task, error="internal_error", message=reason, **measured)
        return None

    def over_limit(self) -> Answer | None:
        """The answer for a task that has used up its time or memory."""
        if self.task is None:
            return None
        if not self.ready:
            if self.seconds > self.limits.seconds:
                self.process.kill()  # it hangs before it could begin: buried with the stillborn
            return None
        self.peak = max(self.peak, resident_memory(self.process.pid) or 0)
        if self.peak > self.limits.memory:
            return self._given_up(MemoryLimitError.code, self._memory_message())
        if self.seconds > (limit := self.limits.time(self.pages, self.ocr_pages)):
            return self._given_up(TimeLimitError.code, f"was not read within {limit:.0f} s")
        return None

    def died(self) -> Answer | None:
        """The answer for the task of a worker that came to an end."""
        code = self.process.wait()
        if self.task is None:
            return None
        if self.peak > _NEAR * self.limits.memory:
            return self._given_up(MemoryLimitError.code, self._memory_message())
        how = f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
        return self._given_up(WorkerDiedError.code, f"the process that read it died ({how})")

    def _memory_message(self) -> str:
        return f"took more than {self.limits.memory / 1024**2:.0f} MB of memory"

    def _given_up(self, code: str, message: str) -> Answer:
        assert self.task is not None
        return Answer(
            self.task,
            error=code,
            message=message,
            seconds=round(self.seconds, 3),
            peak_memory=self.peak or None,
            pages=self.pages,
        )

    @property
    def worn(self) -> bool:
        """Whether the worker, at rest, should make way for a new one."""
        if self.finished >= self.limits.files_per_worker:
            return True
        return self.finished > 0 and (resident_memory(self.process.pid) or 0) > self.limits.memory / 2

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            with contextlib.suppress(OSError):  # unsent bytes for a dead process
                pipe.close()


class Pool:
    """``with Pool("module:function", workers=2, limits=Limits()) as pool: for answer in pool.run(tasks): …``

    To be used from one thread that lives as long as the pool: on Linux workers end with the thread that started them.
    """

    def __init__(self, target: str, workers: int, limits: Limits) -> None:
        self.target, self.size, self.limits = target, max(1, workers), limits
        self._workers: list[Worker] = []
        self._selector = selectors.DefaultSelector()
        self._stillborn = 0

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends all workers, whatever they are at."""
        while self._workers:
            self._dismiss(self._workers[-1])
        self._selector.close()

    def run(self, tasks: Iterable[dict[str, Any]]) -> Iterator[Answer]:
        """Answers as they come, in no order; tasks are taken one by one as workers come free."""
        waiting = iter(tasks)
        more = self._deal(waiting)
        while more or any(worker.task is not None for worker in self._workers):
            answers = self._listen()
            if more:
                # Before the answers are handed on: workers shall not wait for what the caller does with them.
                more = self._deal(waiting)
            yield from answers

    def _deal(self, waiting: Iterator[dict[str, Any]]) -> bool:
        """Gives every worker at rest a task; False when there are no more."""
        for worker in [worker for worker in self._workers if worker.task is None and worker.worn]:
            self._dismiss(worker)
        while True:
            idle = next((worker for worker in self._workers if worker.task is None), None)
            if idle is None and len(self._workers) == self.size:
                return True
            task = next(waiting, None)
            if task is None:
                return False
            (idle or self._hire()).give(task)

    def _hire(self) -> Worker:
        worker = Worker(self.target, self.limits)
        self._workers.append(worker)
        self._selector.register(worker.output, selectors.EVENT_READ, worker)
        return worker

    def _dismiss(self, worker: Worker) -> None:
        self._workers.remove(worker)
        self._selector.unregister(worker.output)
        worker.end()

    def _listen(self) -> list[Answer]:
        answers = []
        for key, _ in self._selector.select(_TICK):
            worker: Worker = key.data
            answer, alive = worker.heard()
            if answer is not None:
                answers.append(answer)
            if not alive:
                answers += self._bury(worker)
        for worker in list(self._workers):
            over = worker.over_limit()
            if over is not None:
                answers.append(over)
                self._dismiss(worker)
        return answers

    def _bury(self, worker: Worker) -> list[Answer]:
        answer = worker.died()
        born = worker.ready
        self._dismiss(worker)
        self._stillborn = 0 if born else self._stillborn + 1
        if not born and answer is not None and self._stillborn < 3:
            self._hire().give(answer.task)
            return []
        if not born:
            raise WorkerDiedError("no worker process can be started: PLANPARSE_DEBUG=1 shows why")
        return [answer] if answer is not None else []
