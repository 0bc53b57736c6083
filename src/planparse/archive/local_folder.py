"""A folder of this machine, or one that several machines share."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from planparse.errors import ArchiveLockedError, OutputError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_LOCK = ".lock"
_PART = ".part"


class LocalFolder:
    """See :class:`planparse.archive.folders.Folder`."""

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self.url = str(self.path)

    def exists(self, name: str) -> bool:
        return (self.path / name).exists()

    def names(self, folder: str) -> list[str]:
        try:
            return sorted(entry.name for entry in os.scandir(self.path / folder) if not entry.name.startswith("."))
        except (FileNotFoundError, NotADirectoryError):
            return []

    def open(self, name: str) -> IO[bytes]:
        return (self.path / name).open("rb")

    def write(self, name: str, data: bytes) -> None:
        with self._replacing(name) as temporary:
            temporary.write_bytes(data)

    def upload(self, name: str, path: Path) -> None:
        with self._replacing(name) as temporary:
            shutil.move(path, temporary)

    def remove(self, name: str) -> None:
        path = self.path / name
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)

    def append(self, name: str, line: str) -> None:
        with self._telling(name), (self.path / name).open("ab") as journal:
            journal.write(line.encode() + b"\n")
            journal.flush()
            os.fsync(journal.fileno())

    def lines(self, name: str) -> Iterator[str]:
        try:
            with (self.path / name).open("rb") as journal:
                for line in journal:
                    if line.endswith(b"\n"):  # the last one may have been torn by the end of its writer
                        yield line.decode("utf-8", errors="replace")
        except FileNotFoundError:
            return

    def replace_lines(self, name: str, lines: Iterable[str]) -> None:
        with self._replacing(name) as temporary, temporary.open("w", encoding="utf-8", newline="\n") as journal:
            for line in lines:
                journal.write(line.rstrip("\n") + "\n")
            journal.flush()
            os.fsync(journal.fileno())

    @contextmanager
    def locked(self) -> Iterator[None]:
        """A lock that ends with its process, however that ends: there are no stale ones to clear away."""
        if self.path.exists() and not self.path.is_dir():
            raise OutputError("is a file: name a folder", file=str(self.path))
        with self._telling(_LOCK):
            self.path.mkdir(parents=True, exist_ok=True)
            lock = os.open(self.path / _LOCK, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            if fcntl is not None:
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except OSError as error:
                    raise self._locked(lock) from error
            with self._telling(_LOCK):
                os.ftruncate(lock, 0)
                os.write(lock, json.dumps({"pid": os.getpid(), "host": socket.gethostname()}).encode())
                self._tidy_up()
            yield
            os.ftruncate(lock, 0)
        finally:
            os.close(lock)

    def _locked(self, lock: int) -> ArchiveLockedError:
        with contextlib.suppress(ValueError, KeyError, TypeError):
            holder = json.loads(os.read(lock, 1000))
            by = f"process {holder['pid']} on {holder['host']}"
            return ArchiveLockedError(
                f"is being written to by another run ({by}): wait for it, or end it", file=self.url
            )
        return ArchiveLockedError("is being written to by another run: wait for it, or end it", file=self.url)

    def _tidy_up(self) -> None:
        """Removes what a run that was killed was just writing, and gives its torn last line an end."""
        for part in (*self.path.glob(f".*{_PART}"), *self.path.glob(f"plans/.*{_PART}")):
            part.unlink(missing_ok=True)
        for journal in self.path.glob("*.jsonl"):
            with journal.open("r+b") as file:
                end = file.seek(0, os.SEEK_END)
                if end and (file.seek(end - 1), file.read(1))[1] != b"\n":
                    file.seek(0)
                    file.truncate(file.read().rfind(b"\n") + 1)

    @contextmanager
    def _replacing(self, name: str) -> Iterator[Path]:
        """A temporary file beside the one of that name, put in its place at the end."""
        path = self.path / name
        with self._telling(name):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, made = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=_PART)
            os.close(handle)
            temporary = Path(made)
            try:
                yield temporary
                umask = os.umask(0)
                os.umask(umask)
                temporary.chmod(0o666 & ~umask)
                temporary.replace(path)
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise

    @contextmanager
    def _telling(self, name: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise OutputError(f"can't be written ({error.strerror})", file=str(self.path / name)) from error
