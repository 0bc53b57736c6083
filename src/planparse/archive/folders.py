"""Where an archive's output is: a folder of this machine (or one that it shares), or an object store by fsspec.

Names inside it are relative, with "/": "plans/0123456789abcdef.json". Files are written whole or not at all. A journal
is a file that grows by lines; a line that was appended is there after a crash of the program.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO, Protocol

_URL = re.compile(r"[a-z][a-z0-9+.-]*(?:::|://)", re.IGNORECASE)


class Folder(Protocol):
    """What both kinds can do."""

    url: str

    def exists(self, name: str) -> bool: ...
    def names(self, folder: str) -> list[str]:
        """The names of the files right inside a folder, without it; none where there is no such folder."""
        ...

    def open(self, name: str) -> IO[bytes]:
        """A file for reading. Raises FileNotFoundError."""
        ...

    def write(self, name: str, data: bytes) -> None: ...
    def upload(self, name: str, path: Path) -> None:
        """Writes a local file's content; the local file is gone after that."""
        ...

    def remove(self, name: str) -> None:
        """Removes a file, or a folder with the files right inside it; nothing where it is not there."""
        ...

    def append(self, name: str, line: str) -> None: ...
    def lines(self, name: str) -> Iterator[str]:
        """A journal's whole lines, in the order in which they were appended; none where there is no such journal."""
        ...

    def replace_lines(self, name: str, lines: Iterable[str]) -> None:
        """Puts lines in the place of a journal's."""
        ...

    def locked(self) -> AbstractContextManager[None]:
        """Keeps other runs out. Raises ArchiveLockedError where one is at work already."""
        ...


def is_url(text: str) -> bool:
    """Whether a text is an fsspec URL and no path.

    >>> is_url("s3://bucket/plans"), is_url("zip://*.pdf::plans.zip"), is_url("plans/2024"), is_url("C:/plans")
    (True, True, False, False)
    """
    return _URL.match(text) is not None


def local_path(source: str | os.PathLike[str]) -> Path | None:
    """The path of a folder or file of this machine (also as a file:// URL); None for other URLs."""
    text = os.fspath(source)
    if text.startswith("file://"):
        from urllib.parse import unquote, urlparse

        return Path(unquote(urlparse(text).path))
    return None if is_url(text) else Path(text)


def open_folder(place: str | os.PathLike[str]) -> Folder:
    """A folder by its path or URL; nothing is made yet."""
    path = local_path(place)
    if path is not None:
        from planparse.archive.local_folder import LocalFolder

        return LocalFolder(path)
    from planparse.archive.remote_folder import RemoteFolder

    return RemoteFolder(os.fspath(place))
