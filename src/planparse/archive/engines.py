"""What does the tasks of a conversion: worker processes of this machine, or a Dask cluster."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from planparse.archive.limits import Limits
from planparse.archive.pool import Answer, Pool
from planparse.archive.tasks import TARGET


class Engine(Protocol):
    """Takes tasks one by one as it can do them, and gives their answers in any order."""

    def run(self, tasks: Iterable[dict[str, Any]]) -> Iterator[Answer]: ...
    def close(self) -> None:
        """Ends what is under way, and all processes that were started for it."""
        ...


def local_engine(jobs: int, limits: Limits) -> Engine:
    """Worker processes on this machine."""
    return Pool(TARGET, jobs, limits)


def dask_engine(scheduler: str, limits: Limits) -> Engine:
    """The workers of a Dask cluster, each with a process of its own for the files that it is given.

    Raises:
        MissingExtraError: the extra ``dask`` is not installed.
    """
    from planparse.archive.distributed import DaskEngine

    return DaskEngine(scheduler, limits)
