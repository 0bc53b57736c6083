"""An object store or another file system by fsspec (s3://, gs://, abfs://, sftp://, …).

An object can't grow: each line of a journal is a small object of its own in a folder beside it until the journal is
rewritten in one piece at the end of a run. What an object store writes, it writes whole.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast

from planparse.archive.extras import needed
from planparse.errors import ArchiveLockedError, OutputError

_LOCK = "lock.json"
_STALE_AFTER = 3600.0
"""seconds after which the lock of a run that wrote nothing is no longer believed: no file takes so long"""
_RENEW_EVERY = 60.0


class RemoteFolder:
    """See :class:`planparse.archive.folders.Folder`."""

    def __init__(self, url: str) -> None:
        fsspec = needed("fsspec", "archive", "to write to a URL")
        self.url = url.rstrip("/")
        try:
            self.fs, self._root = fsspec.core.url_to_fs(self.url)
        except (ImportError, ValueError) as error:
            raise OutputError(f"can't be written to: {error}", file=url) from error
        self._count = 0
        self._renewed = 0.0

    def exists(self, name: str) -> bool:
        return bool(self.fs.exists(self._path(name)))

    def names(self, folder: str) -> list[str]:
        self.fs.invalidate_cache()
        try:
            paths = self.fs.ls(self._path(folder), detail=False)
        except FileNotFoundError:
            return []
        return sorted(name for path in paths if (name := path.rstrip("/").rpartition("/")[2]))

    def open(self, name: str) -> IO[bytes]:
        return cast("IO[bytes]", self.fs.open(self._path(name), "rb"))

    def write(self, name: str, data: bytes) -> None:
        with self._telling(name):
            path = self._path(name)
            self.fs.makedirs(path.rpartition("/")[0], exist_ok=True)
            self.fs.pipe_file(path, data)

    def upload(self, name: str, path: Path) -> None:
        with self._telling(name):
            target = self._path(name)
            self.fs.makedirs(target.rpartition("/")[0], exist_ok=True)
            self.fs.put_file(str(path), target)
        path.unlink()

    def remove(self, name: str) -> None:
        with contextlib.suppress(FileNotFoundError):
            self.fs.rm(self._path(name), recursive=True)

    def append(self, name: str, line: str) -> None:
        self._count += 1
        self.write(f"{name}.parts/{time.time_ns():020d}-{os.getpid()}-{self._count}", line.encode() + b"\n")
        if time.monotonic() - self._renewed > _RENEW_EVERY:
            self._write_lock()

    def lines(self, name: str) -> Iterator[str]:
        parts = [f"{name}.parts/{part}" for part in self.names(f"{name}.parts")]
        for part in (name, *parts):
            with contextlib.suppress(FileNotFoundError), self.open(part) as lines:
                for line in lines:
                    if line.endswith(b"\n"):
                        yield line.decode("utf-8", errors="replace")

    def replace_lines(self, name: str, lines: Iterable[str]) -> None:
        # In one piece in memory: 60,000 rows are some 40 MB.
        data = "".join(line.rstrip("\n") + "\n" for line in lines).encode()
        parts = self.names(f"{name}.parts")
        self.write(name, data)
        if parts:
            self.remove(f"{name}.parts")

    @contextmanager
    def locked(self) -> Iterator[None]:
        """A lock object; it is renewed as work goes on, and one that was not for an hour is taken over."""
        holder = self._holder()
        if holder is not None and not _gone(holder):
            by = f"process {holder.get('pid')} on {holder.get('host')}"
            raise ArchiveLockedError(
                f"is being written to by another run ({by}): wait for it, or end it", file=self.url
            )
        if holder is not None:
            self.remove(_LOCK)
        self._write_lock(new=True)
        try:
            yield
        finally:
            self.remove(_LOCK)

    def _holder(self) -> dict[str, Any] | None:
        self.fs.invalidate_cache()
        try:
            with self.open(_LOCK) as lock:
                return cast("dict[str, Any]", json.load(lock))
        except FileNotFoundError:
            return None
        except ValueError:
            return {}

    def _write_lock(self, *, new: bool = False) -> None:
        self._renewed = time.monotonic()
        data = json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "time": time.time()}).encode()
        with self._telling(_LOCK):
            self.fs.makedirs(self._root, exist_ok=True)
            if new:
                try:  # the store itself refuses the second of two, where it can
                    self.fs.pipe_file(self._path(_LOCK), data, mode="create")
                    return
                except FileExistsError as error:
                    raise ArchiveLockedError("is being written to by another run", file=self.url) from error
                except (NotImplementedError, TypeError, ValueError):
                    pass
            self.fs.pipe_file(self._path(_LOCK), data)

    def _path(self, name: str) -> str:
        return f"{self._root.rstrip('/')}/{name}"

    @contextmanager
    def _telling(self, name: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise OutputError(f"can't be written: {error}", file=f"{self.url}/{name}") from error


def _gone(holder: dict[str, Any]) -> bool:
    """Whether the run that holds a lock is surely no more."""
    if holder.get("host") == socket.gethostname() and os.name == "posix":
        try:
            os.kill(int(holder["pid"]), 0)
        except ProcessLookupError:
            return True
        except (PermissionError, KeyError, ValueError):
            pass
    return time.time() - float(holder.get("time", 0)) > _STALE_AFTER
