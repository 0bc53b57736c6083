"""How ``planparse convert`` shows how far it is: a bar on a terminal, one line a minute elsewhere."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol

from planparse.archive.outcomes import Failed, Result, Skipped

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, TaskID

    from planparse.archive.conversion import Conversion

_EVERY = 60.0
"""seconds between lines where there is no terminal"""


class Follower(Protocol):
    """Is told of each result; shows what it likes on standard error."""

    def __enter__(self) -> Follower: ...
    def __exit__(self, *error: object) -> None: ...
    def saw(self, result: Result) -> None: ...


def follower(conversion: Conversion, *, verbose: bool) -> Follower:
    """The one that fits where standard error goes."""
    from rich.console import Console

    console = Console(stderr=True, highlight=False, soft_wrap=True)
    return (Bar if console.is_terminal else Lines)(conversion, console, verbose)


class Quiet:
    """Shows nothing."""

    def __enter__(self) -> Follower:
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def saw(self, result: Result) -> None:
        pass


class Lines:
    """A line a minute, and the summary at the end."""

    def __init__(self, conversion: Conversion, console: Console, verbose: bool) -> None:
        self._conversion, self._console, self._verbose = conversion, console, verbose
        self._started = self._told = time.monotonic()

    def __enter__(self) -> Follower:
        return self

    def __exit__(self, *error: object) -> None:
        self._print(self._summary())
        if error and error[0] is KeyboardInterrupt:
            self._print("stopped: what is finished is kept, the same command goes on from here")

    def saw(self, result: Result) -> None:
        if self._verbose:
            self._print(line(result))
        if time.monotonic() - self._told >= _EVERY:
            self._told = time.monotonic()
            self._print(self._state())

    def _state(self) -> str:
        done = sum(self._conversion.counts.values())
        rate = self._conversion.pages / max(time.monotonic() - self._started, 0.001)
        return f"{done} of {self._conversion.total} files, {rate:.1f} pages/s, {_failures(self._conversion)}"

    def _summary(self) -> str:
        counts = self._conversion.counts
        parts = [f"{counts[status]} {status.replace('_', ' ')}" for status in _STATUSES if counts[status]]
        kinds = [f"  {count:>6}  {code}" for code, count in self._conversion.failures.most_common()]
        seconds = time.monotonic() - self._started
        head = f"{', '.join(parts) or 'nothing done'}; {self._conversion.pages} pages in {seconds:.0f} s"
        return "\n".join([head, *(["failed, by kind:", *kinds] if kinds else [])])

    def _print(self, text: str) -> None:
        self._console.print(text, markup=False)


class Bar(Lines):
    """A bar with files, pages a second, failures and the time left."""

    _progress: Progress
    _task: TaskID

    def __enter__(self) -> Follower:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
        self._progress = Progress(*columns, console=self._console, transient=True)
        self._task = self._progress.add_task("starting", total=self._conversion.total)
        self._progress.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._progress.stop()
        super().__exit__(*error)

    def saw(self, result: Result) -> None:
        if self._verbose:
            self._print(line(result))
        rate = self._conversion.pages / max(time.monotonic() - self._started, 0.001)
        text = f"{rate:.1f} pages/s, {_failures(self._conversion)}"
        self._progress.update(self._task, advance=1, description=text)


_STATUSES = ("converted", "converted_with_doubts", "failed", "skipped")


def line(result: Result) -> str:
    """One line on one file."""
    if isinstance(result, Failed):
        return f"{result.path}: failed, {result.error}: {result.message}"
    if isinstance(result, Skipped):
        return f"{result.path}: skipped, was {result.before.replace('_', ' ')}"
    doubts = sum(result.row.diagnostics.values())
    told = f"{result.row.pages} pages, {result.row.seconds:.1f} s, {doubts} diagnostics"
    return f"{result.path}: {result.status.replace('_', ' ')} to {result.plan_id}, {told}"


def _failures(conversion: Conversion) -> str:
    return f"{sum(conversion.failures.values())} failed"
