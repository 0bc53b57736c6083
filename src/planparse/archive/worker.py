"""A worker process: takes jobs as lines of JSON on standard input, gives answers as lines of JSON on standard output.

::

    {"job": 7, "task": {"path": "a.pdf", …}}        →
    {"job": 7, "pages": 12}                         ←   as soon as the pages are counted: they have time of their own
    {"job": 7, "done": {…}, "seconds": 0.4, "peak": 90000000}   ←
    {"job": 8, "raised": "MemoryError", "message": "", …}       ←

What is run is named on the command line ("module:function"); it gets the task and a function that tells the page
count. Answers go out on a copy of standard output, and standard output itself becomes standard error, so that a
library that prints can't disturb them.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import queue
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import IO, Any, Protocol

from planparse.archive.process_limits import die_with_parent, limit_memory, peak_memory, reset_peak_memory


class TellPages(Protocol):
    """Tells the parent how many pages a file has, and how many of them have been read by OCR or are at it."""

    def __call__(self, pages: int, ocr_pages: int = 0) -> None: ...


Task = Callable[[dict[str, Any], TellPages], dict[str, Any]]


def main() -> None:
    """Arguments: MODULE:FUNCTION, the parent's process id, the memory limit in bytes."""
    target, parent, memory = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    # Ctrl-C in a terminal reaches every process of its group: the parent decides what becomes of the work.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with_parent(parent)
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    jobs = _read_jobs(os.fdopen(os.dup(0), encoding="utf-8"))
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    module, _, function = target.partition(":")
    task: Task = getattr(importlib.import_module(module), function)
    limit_memory(memory)
    _spare_the_collector()
    _send(answers, {"ready": os.getpid()})
    while True:
        job = jobs.get()
        _send(answers, _answer(task, job, answers))


def _spare_the_collector() -> None:
    """Cycles are looked for seldom, and not among what was imported: a tenth of a parse went into that.

    A page makes tens of thousands of objects, next to none of them in cycles, and memory has a limit of its own here.
    """
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)


def _read_jobs(lines: IO[str]) -> queue.SimpleQueue[dict[str, Any]]:
    """A thread reads ahead, so that a closed input ends this process at once, in the middle of a job too."""
    jobs: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()

    def read() -> None:
        with contextlib.suppress(Exception):
            for line in lines:
                jobs.put(json.loads(line))
        os._exit(0)

    threading.Thread(target=read, daemon=True).start()
    return jobs


def _answer(task: Task, job: dict[str, Any], answers: IO[str]) -> dict[str, Any]:
    number = job["job"]

    def tell_pages(pages: int, ocr_pages: int = 0) -> None:
        _send(answers, {"job": number, "pages": pages, "ocr_pages": ocr_pages})

    reset_peak_memory()
    start = time.perf_counter()
    answer: dict[str, Any] = {"job": number}
    try:
        answer["done"] = task(job["task"], tell_pages)
    except Exception as error:
        if os.environ.get("PLANPARSE_DEBUG"):
            import traceback

            traceback.print_exc()
        answer |= {"raised": type(error).__name__, "message": str(error)}
    answer["seconds"] = round(time.perf_counter() - start, 3)
    answer["peak"] = peak_memory()
    return answer


def _send(answers: IO[str], message: dict[str, Any]) -> None:
    answers.write(json.dumps(message) + "\n")
    answers.flush()


if __name__ == "__main__":
    main()
