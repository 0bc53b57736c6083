"""Conversion by the workers of a Dask cluster.

Dask brings each task to one of its workers, and to another where a worker is lost. There the file is read in a process
of its own with the same limits as on one machine, so that it can't take the Dask worker down. A task that is done twice
(its worker was lost after its plan was written) writes the same plan again, and the manifest, which only this side
writes, has one row. Input and output have to be where all workers reach them: on a shared disk, or in an object store.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from dataclasses import asdict
from itertools import islice
from typing import Any

from planparse.archive.extras import needed
from planparse.archive.limits import Limits
from planparse.archive.pool import Answer, Pool
from planparse.archive.tasks import TARGET
from planparse.errors import SchedulerError, WorkerDiedError

_AHEAD = 3
"""tasks under way for each thread of the cluster: enough that none waits, few enough that a stop is quick"""
_CONNECT_SECONDS = "10s"


class DaskEngine:
    """See :class:`planparse.archive.engines.Engine`."""

    def __init__(self, scheduler: str, limits: Limits) -> None:
        self._distributed = needed("distributed", "dask", "to convert on a Dask cluster")
        self._limits = asdict(limits)
        self._address = scheduler
        try:
            self._client = self._distributed.Client(scheduler, timeout=_CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise SchedulerError(f"no Dask scheduler answers: {error}", file=scheduler) from error

    def run(self, tasks: Iterable[dict[str, Any]]) -> Iterator[Answer]:
        waiting = iter(tasks)
        done = self._distributed.as_completed(loop=self._client.loop, raise_errors=False)
        at_work: dict[str, dict[str, Any]] = {}
        while True:
            for task in islice(waiting, max(0, self._places() - len(at_work))):
                future = self._client.submit(do_task, task, self._limits, pure=False)
                at_work[future.key] = task
                done.add(future)
            if not at_work:
                return
            future = next(done)
            yield self._answer(future, at_work.pop(future.key))

    def _places(self) -> int:
        threads: int = sum(self._client.nthreads().values())
        return _AHEAD * max(1, threads)

    def _answer(self, future: Any, task: dict[str, Any]) -> Answer:
        try:
            # Where a worker was lost that held a result, this waits until another has made it again.
            return Answer(task, **future.result())
        except self._distributed.KilledWorker:
            return Answer(task, error=WorkerDiedError.code, message="the Dask workers that read it were lost")
        except CancelledError as error:
            raise SchedulerError(f"the Dask scheduler was lost: {error}", file=self._address) from error
        except Exception as error:
            reason = f"internal error, please report it: {type(error).__name__}: {error}"
            return Answer(task, error="internal_error", message=reason)

    def close(self) -> None:
        if self._client.status == "running":
            with contextlib.suppress(Exception):  # a cluster that went away has nothing to end
                self._client.run(end_processes, on_error="ignore")
        self._client.close(timeout=5)


# What runs on the Dask workers:

_pools: dict[int, Pool] = {}
_pools_lock = threading.Lock()


def do_task(task: dict[str, Any], limits: dict[str, Any]) -> dict[str, Any]:
    """Does one task in the process that belongs to this thread; gives the fields of an Answer but its task."""
    pool = _pool(Limits(**limits))
    answer = next(iter(pool.run([task])))
    return {name: value for name, value in asdict(answer).items() if name != "task"}


def _pool(limits: Limits) -> Pool:
    thread = threading.get_ident()
    with _pools_lock:
        pool = _pools.get(thread)
        if pool is None or pool.limits != limits:
            if pool is not None:
                pool.close()
            pool = _pools[thread] = Pool(TARGET, 1, limits)
        return pool


def end_processes() -> None:
    """Ends the processes of all threads of this Dask worker."""
    with _pools_lock:
        for pool in _pools.values():
            pool.close()
        _pools.clear()
