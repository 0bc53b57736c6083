"""One file parsed in a process of its own with limits of time and memory, and what became of it.

The process is forked from a parent that has everything imported, so that a trial costs little more than its parse.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from benchmarks.fuzzing.properties import broken
from planparse.cli.page_words import page_words
from planparse.errors import PlanparseError
from planparse.pdf.page import Page
from planparse.pdf.reader import PdfFile, ReaderName
from planparse.pipeline import parse

Fate = Literal["parsed", "refused", "broken", "stray", "crash", "hang", "memory"]
GOOD: tuple[Fate, ...] = ("parsed", "refused")


@dataclass(frozen=True)
class Limits:
    """``cpu`` seconds of the processor for one parse; ``wall`` is for what waits, and far more than a busy machine
    takes for those; ``memory`` MB of resident memory."""

    cpu: int = 30
    wall: int = 600
    memory: int = 1024
    again: bool = True
    """whether a file is parsed once more, for the same output"""


@dataclass
class Verdict:
    """``detail`` names the exception, the signal or what does not hold; ``seconds`` of CPU, ``memory`` in MB."""

    fate: Fate
    detail: str = ""
    seconds: float = 0.0
    memory: float = 0.0
    notes: list[str] = field(default_factory=list)


def tried(make: Callable[[], bytes], limits: Limits, reader: ReaderName = "pdfium") -> Verdict:
    """The verdict on the file that ``make`` gives; it is made in the worker too."""
    out, into = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(out)
        _work(make, limits, reader, into)
    os.close(into)
    told, ended = _listened(out, limits.wall)
    if not ended:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    os.close(out)
    _, status, usage = os.wait4(pid, 0)
    memory = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    verdict = _verdict(told, status, ended)
    verdict.memory = memory
    verdict.seconds = verdict.seconds or usage.ru_utime + usage.ru_stime
    # Where the address space runs out PDFium ends the process: that is the memory's fault, not a wild pointer's.
    if memory > limits.memory and verdict.fate != "hang":
        verdict.detail = f"{verdict.fate}: {verdict.detail}"
        verdict.fate = "memory"
    return verdict


def _listened(out: int, wall: float) -> tuple[bytes, bool]:
    """What the worker said, and whether it ended by itself."""
    told, until = b"", time.monotonic() + wall
    while (left := until - time.monotonic()) > 0:
        if select.select([out], [], [], left)[0]:
            piece = os.read(out, 65536)
            if not piece:
                return told, True
            told += piece
    return told, False


def _verdict(told: bytes, status: int, ended: bool) -> Verdict:
    lines = [json.loads(line) for line in told.splitlines() if line.endswith(b"}")]
    step = lines[-1].get("step", "making") if lines else "making"
    if lines and "fate" in lines[-1]:
        return Verdict(**lines[-1])
    if not ended:
        return Verdict("hang", f"no end while {step}")
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        if number == signal.SIGXCPU:
            return Verdict("hang", f"over the CPU limit while {step}")
        return Verdict("crash", f"{signal.Signals(number).name} while {step}")
    return Verdict("crash", f"exit code {os.waitstatus_to_exitcode(status)} while {step}")


def _work(make: Callable[[], bytes], limits: Limits, reader: ReaderName, into: int) -> None:
    """The worker: says on the pipe what it is at, and at last the verdict. Does not return."""
    code = 1
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 2)
        data = make()
        _limit(limits)
        verdict = _parsed(data, reader, limits, into)
        _say(into, vars(verdict))
        code = 0
    except BaseException as error:
        _say(into, {"fate": "stray", "detail": f"outside the parse: {type(error).__name__}: {error}"[:400]})
    finally:
        os._exit(code)


def _limit(limits: Limits) -> None:
    spent = int(time.process_time()) + 1
    # The second parse, for the same output, and the looking at what must hold take no longer than the first each.
    resource.setrlimit(resource.RLIMIT_CPU, (spent + 2 * limits.cpu, spent + 2 * limits.cpu + 5))
    resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))


def _say(into: int, what: dict[str, object]) -> None:
    line = json.dumps(what).encode() + b"\n"
    while line:
        line = line[os.write(into, line) :]


def _parsed(data: bytes, reader: ReaderName, limits: Limits, into: int) -> Verdict:
    start = time.process_time()
    _say(into, {"step": "parsing"})
    pages = _kept_pages()
    try:
        plan = parse(data, reader=reader, file_name="mutant.pdf")
    except PlanparseError as error:
        return Verdict("refused", type(error).__name__, time.process_time() - start)
    except Exception as error:
        return Verdict("stray", _told(error), time.process_time() - start)
    seconds = time.process_time() - start
    if seconds > limits.cpu:
        return Verdict("hang", f"{seconds:.0f} CPU-seconds", seconds)
    _say(into, {"step": "looking at what must hold"})
    wrong = broken(plan, page_words(pages, None))
    if limits.again and seconds < limits.cpu / 4:
        _say(into, {"step": "parsing again"})
        if parse(data, reader=reader, file_name="mutant.pdf").to_json() != plan.to_json():
            wrong.append("another output for the same input")
    notes = sorted({entry.code for entry in plan.diagnostics if entry.severity == "error"})
    if wrong:
        return Verdict("broken", "; ".join(wrong[:3]) + (f" (and {len(wrong) - 3} more)" if wrong[3:] else ""), seconds)
    return Verdict("parsed", "", seconds, notes=notes)


def _kept_pages() -> list[Page]:
    """The pages that the parse is about to read, so that they need not be read again. In the worker only."""
    kept: list[Page] = []
    read = PdfFile.page

    def page(self: PdfFile, number: int) -> Page:
        kept.append(read(self, number))
        return kept[-1]

    PdfFile.page = page  # type: ignore[method-assign]
    return kept


def _told(error: BaseException) -> str:
    """An exception with the place that raised it."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "planparse" in frame.filename] or frames
    place = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
    return f"{type(error).__name__} at {place}: {error}"[:400]
