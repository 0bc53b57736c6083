"""The manifest of an archive: what became of each file, one line of JSON a file.

It is a journal: a row is appended (and forced to disk) as soon as its file is finished, and the last row of a file
counts. At the end of a run it is rewritten with one row a file, in the order of their paths.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from planparse.archive.folders import Folder
from planparse.archive.outcomes import ManifestRow, RowStatus
from planparse.errors import NoArchiveError

MANIFEST = "manifest.jsonl"


@dataclass(slots=True)
class Known:
    """What a run has to know of a file's row: of 60,000 files this is some 40 MB, the rows would be 200."""

    status: RowStatus
    sha256: str | None
    byte_size: int | None
    modified: str | None
    error: str | None
    made_by: str
    register: str | None

    @property
    def plan_id(self) -> str | None:
        return self.sha256[:16] if self.sha256 is not None and self.status != "failed" else None


class Manifest:
    """The rows of an output folder, for one run that holds its lock."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self.known: dict[str, Known] = {}
        self._replaced: set[str] = set()
        for row in _parsed(folder):
            self._learn(row)

    def add(self, row: ManifestRow) -> None:
        """Puts a row in; it is there from now on, whatever happens to this process."""
        self._folder.append(MANIFEST, _line(row.as_dict()))
        self._learn(row)

    def abandoned(self) -> set[str]:
        """The ids of plans that no file has any longer: their files changed."""
        return self._replaced - {known.plan_id for known in self.known.values() if known.plan_id is not None}

    def compact(self) -> None:
        """One row a file from here on, in the order of their paths."""
        last: dict[str, str] = {}
        for line in self._folder.lines(MANIFEST):
            path = _path(line)
            if path is not None:
                last[path] = line
        self._folder.replace_lines(MANIFEST, (last[path] for path in sorted(last)))

    def _learn(self, row: ManifestRow) -> None:
        before = self.known.get(row.path)
        if before is not None and before.plan_id is not None:
            self._replaced.add(before.plan_id)
        self.known[row.path] = Known(
            row.status,
            row.sha256,
            row.byte_size,
            row.modified,
            row.error,
            sys.intern(row.made_by),
            row.register,
        )


def read_rows(folder: Folder) -> Iterator[ManifestRow]:
    """The row of each file, by path; a run may be at work meanwhile.

    Raises:
        NoArchiveError: there is no manifest.
    """
    require_manifest(folder)
    last: dict[str, str] = {}
    for line in folder.lines(MANIFEST):
        path = _path(line)
        if path is not None:
            last[path] = line
    for path in sorted(last):
        yield ManifestRow.from_dict(json.loads(last[path]))


def require_manifest(folder: Folder) -> None:
    """Raises NoArchiveError where a folder has no manifest."""
    if not folder.exists(MANIFEST) and not folder.names(f"{MANIFEST}.parts"):
        raise NoArchiveError("there is no manifest.jsonl: it is not what planparse convert writes", file=folder.url)


def _parsed(folder: Folder) -> Iterator[ManifestRow]:
    for line in folder.lines(MANIFEST):
        if _path(line) is not None:
            yield ManifestRow.from_dict(json.loads(line))


def _path(line: str) -> str | None:
    """The path of a row; None for a line that is none (a disk's fault): its file will be converted again."""
    try:
        data: Any = json.loads(line)
    except ValueError:
        return None
    return data.get("path") if isinstance(data, dict) and "status" in data else None


def _line(data: dict[str, Any]) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # A path with bytes that are no UTF-8 has lone surrogates: in JSON they can stand as escapes only.
    return text.encode("utf-8", "backslashreplace").decode()
