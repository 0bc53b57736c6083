"""From what a user names to single files: folders with all below them, globs, list files, fsspec URLs.

A list file (NAME.txt, NAME.lst, or @NAME) has one path or URL a line; what is relative is so to the list's folder;
empty lines and those that begin with "#" are passed over.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planparse.archive.extras import needed
from planparse.archive.folders import is_url, local_path
from planparse.errors import MissingFileError
from planparse.model.file_names import readable

Source = str | os.PathLike[str]

_LISTS = (".txt", ".lst")
_GLOB = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Input:
    """A file by its absolute path or URL; ``modified`` is a text that changes when the file does, None if unknown."""

    path: str
    size: int | None = None
    modified: str | None = None

    @property
    def name(self) -> str:
        """What the file is called, as text that can be written down."""
        path = self.path.partition("::")[0] if is_url(self.path) else self.path
        return readable(path.replace(os.sep, "/").rpartition("/")[2])


def find_inputs(sources: Source | Iterable[Source]) -> list[Input]:
    """All files of the sources, each once, by path.

    Raises:
        MissingFileError: a source is not there, or there is no PDF in any.
    """
    named = [sources] if isinstance(sources, str | os.PathLike) else list(sources)
    found: dict[str, Input] = {}
    for source in named:
        for entry in _expanded(source):
            found[entry.path] = entry
    if not found:
        what = "there is no PDF in it" if named else "no file or folder is named"
        raise MissingFileError(what, file=", ".join(os.fspath(source) for source in named) or None)
    return [found[path] for path in sorted(found)]


def _expanded(source: Source) -> Iterator[Input]:
    text = os.fspath(source)
    path = local_path(text)
    if path is None:
        yield from _remote(text)
    elif text.startswith("@") and not path.exists():
        yield from _listed(Path(text[1:]))
    elif path.is_dir():
        yield from _below(path)
    elif path.suffix.lower() in _LISTS and path.is_file():
        yield from _listed(path)
    elif path.exists() or not _GLOB & set(text):
        if not path.exists():
            raise MissingFileError("there is no such file or folder", file=text)
        yield _local(path)
    else:
        matches = [Path(match) for match in glob.glob(str(path), recursive=True)]  # noqa: PTH207 (takes "/…" too)
        if not matches:
            raise MissingFileError("no file matches", file=text)
        for match in matches:
            if match.is_dir():
                yield from _below(match)
            elif not match.name.startswith("."):
                yield _local(match)


def _below(folder: Path) -> Iterator[Input]:
    """All PDFs in a folder and below; names with a full stop first are not people's files.

    A folder that can't be looked into is given as a file: the row of it will say so.
    """
    closed: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.lower().endswith(".pdf") and not name.startswith("."):
                yield _local(Path(parent, name))
    for error in closed:
        yield _local(Path(error.filename))


def _local(path: Path) -> Input:
    # Not resolved: a link's name is the name that the user and the register know.
    absolute = os.path.abspath(path)  # noqa: PTH100 (Path.absolute keeps "..")
    try:
        facts = path.stat()
    except OSError:
        return Input(absolute)  # the row of that file will say why it can't be read
    return Input(absolute, facts.st_size, str(facts.st_mtime_ns))


def _listed(path: Path) -> Iterator[Input]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise MissingFileError(f"the list can't be read: {error}", file=str(path)) from error
    for line in map(str.strip, lines):
        if not line or line.startswith("#"):
            continue
        where = local_path(line)
        if where is None:
            yield from _remote(line)
        elif (full := path.parent / where).is_dir():
            yield from _below(full)
        else:
            yield _local(full)


def _remote(url: str) -> Iterator[Input]:
    fsspec = needed("fsspec", "archive", "to read from a URL")
    try:
        fs, path = fsspec.core.url_to_fs(url)
        if _GLOB & set(path):
            matches = fs.glob(path, detail=True).items()
            facts = {name: fact for name, fact in matches if not name.rpartition("/")[2].startswith(".")}
        elif url.startswith(("http://", "https://")):
            facts = {path: {}}  # a web server has no folders, and may not answer what a file weighs
        elif fs.isdir(path):
            facts = {name: fact for name, fact in fs.find(path, detail=True).items() if _is_plan(name[len(path) :])}
        else:
            facts = {path: fs.info(path)}
    except (OSError, ImportError, ValueError) as error:
        raise MissingFileError(f"can't be read: {error}", file=url) from error
    for name, fact in facts.items():
        if fact.get("type", "file") == "file":
            yield Input(_full_url(fs, url, name), fact.get("size"), _modified(fact))


def _is_plan(name: str) -> bool:
    """Whether a name below a folder is one that :func:`_below` would take."""
    return name.lower().endswith(".pdf") and not any(part.startswith(".") for part in name.split("/"))


def _full_url(fs: Any, url: str, name: str) -> str:
    """A file's URL; with what its file system stands in ("zip://a.pdf::s3://bucket/plans.zip")."""
    first, chain, rest = url.partition("::")
    if chain:
        return f"{first.partition('://')[0]}://{name.lstrip('/')}::{rest}"
    return name if is_url(name) else str(fs.unstrip_protocol(name))


def _modified(fact: dict[str, Any]) -> str | None:
    marks = (fact.get(name) for name in ("ETag", "etag", "LastModified", "mtime", "last_modified", "CRC"))
    return next((str(mark) for mark in marks if mark is not None), None)


def read_input(path: str) -> bytes:
    """A file's content by its path or URL.

    Raises:
        MissingFileError: it can't be read.
    """
    try:
        local = local_path(path)
        if local is not None:
            return local.read_bytes()
        fsspec = needed("fsspec", "archive", "to read from a URL")
        with fsspec.open(path, "rb") as file:
            return bytes(file.read())
    except (OSError, ValueError, ImportError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise MissingFileError(f"can't be opened: {reason}", file=path) from error
