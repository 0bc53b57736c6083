"""What an archive knows of its files: a CSV with a row a file.

::

    path,url,retrieved,municipality,board,document type,year,status
    nora/vp24.pdf,https://nora.se/vp24.pdf,2024-03-01,Nora,Socialnämnden,Verksamhetsplan,2024,adopted
    nora/vp24-rev.pdf,,,Nora,Socialnämnden,Verksamhetsplan,2024,revised

Only ``path`` is needed: absolute, or relative to the register's folder or to a folder that is converted, or a mere
file name where only one row has it. Of the rows of one plan (same municipality, board, type and year) the furthest
come counts: a draft is superseded by what was adopted, that by what was revised.
"""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b
from pathlib import Path

from planparse.archive.folders import is_url
from planparse.archive.inputs import Input
from planparse.errors import MissingFileError, RegisterError

_STATUSES = {word: word for word in ("draft", "adopted", "revised", "superseded")} | {
    "utkast": "draft",
    "förslag": "draft",
    "antagen": "adopted",
    "beslutad": "adopted",
    "reviderad": "revised",
    "ersatt": "superseded",
    "upphävd": "superseded",
}
_RANKS = {"draft": 0, "adopted": 1, "revised": 2}


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the register, empty cells None; ``superseded`` also where another row is of a later version."""

    path: str
    url: str | None = None
    retrieved: str | None = None
    municipality: str | None = None
    board: str | None = None
    document_type: str | None = None
    year: int | None = None
    status: str | None = None
    superseded: bool = False

    @property
    def digest(self) -> str:
        """Changes when the entry does."""
        text = json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)
        return blake2b(text.encode(), digest_size=8).hexdigest()


class Register:
    """The entries of a register, found by the files that they are for."""

    def __init__(self, entries: Sequence[Entry], bases: Iterable[Path] = ()) -> None:
        self.entries = entries
        self._by_path: dict[str, Entry] = {}
        self._by_name: dict[str, list[Entry]] = {}
        places = list(bases)
        for entry in entries:
            for key in (*_paths(entry.path, places), *([entry.url] if entry.url else [])):
                self._by_path.setdefault(key, entry)
            if "/" not in entry.path.replace("\\", "/"):
                self._by_name.setdefault(entry.path, []).append(entry)

    def entry_of(self, file: Input) -> Entry | None:
        """What the register says of a file."""
        entry = self._by_path.get(file.path)
        if entry is None:
            named = self._by_name.get(file.name, [])
            entry = named[0] if len(named) == 1 else None
        return entry


def _paths(path: str, bases: Sequence[Path]) -> list[str]:
    if is_url(path):
        return [path]
    tidy = path.replace("\\", "/")
    return [os.path.abspath(base / tidy) for base in bases]  # noqa: PTH100 (Path.absolute keeps "..")


def read_register(path: str | os.PathLike[str], folders: Iterable[Path] = ()) -> Register:
    """A register from its CSV (comma, semicolon or tab; UTF-8 or Windows-1252); ``folders`` are those converted.

    Raises:
        MissingFileError, RegisterError
    """
    file = Path(path)
    try:
        data = file.read_bytes()
    except OSError as error:
        raise MissingFileError(f"can't be opened: {error.strerror}", file=str(path)) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    entries = _entries(text, str(path))
    return Register(_superseded(entries), [file.absolute().parent, *folders, Path.cwd()])


def _entries(text: str, name: str) -> list[Entry]:
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = [cell.strip().lower().replace(" ", "_") for cell in next(rows, [])]
    if "path" not in columns:
        raise RegisterError("has no column 'path' in its first line", file=name)
    out: list[Entry] = []
    lines: dict[str, int] = {}
    for cells in rows:
        row = {column: cell.strip() for column, cell in zip(columns, cells, strict=False)}
        if not row.get("path"):
            if any(row.values()):
                raise RegisterError(f"line {rows.line_num} has no path", file=name)
            continue
        if row["path"] in lines:
            both = f"lines {lines[row['path']]} and {rows.line_num}"
            raise RegisterError(f"{both} are for one path: {row['path']}", file=name)
        lines[row["path"]] = rows.line_num
        out.append(_entry(row, f"line {rows.line_num}", name))
    return out


def _entry(row: dict[str, str], line: str, name: str) -> Entry:
    year, status = row.get("year", ""), row.get("status", "").lower()
    if year and not (year.isdecimal() and len(year) == 4):
        raise RegisterError(f"{line}: {year!r} is no year", file=name)
    if status and status not in _STATUSES:
        raise RegisterError(f"{line}: status is draft, adopted, revised or superseded, not {status!r}", file=name)
    return Entry(
        path=row["path"],
        url=row.get("url") or None,
        retrieved=row.get("retrieved") or None,
        municipality=row.get("municipality") or None,
        board=row.get("board") or None,
        document_type=row.get("document_type") or None,
        year=int(year) if year else None,
        status=_STATUSES[status] if status else None,
    )


def _superseded(entries: Sequence[Entry]) -> list[Entry]:
    """The entries with those marked of which there is a later version; it takes a whole key to know them the same."""
    latest: dict[tuple[str | int | None, ...], int] = {}
    for entry in entries:
        key = _key(entry)
        if key is not None:
            latest[key] = max(latest.get(key, 0), _RANKS.get(entry.status or "", 0))
    out = []
    for entry in entries:
        key = _key(entry)
        later = key is not None and _RANKS.get(entry.status or "", 2) < latest[key]
        out.append(replace(entry, superseded=entry.status == "superseded" or later))
    return out


def _key(entry: Entry) -> tuple[str | int | None, ...] | None:
    if not (entry.municipality and entry.document_type and entry.year and entry.status):
        return None
    board = (entry.board or "").casefold()
    return entry.municipality.casefold(), board, entry.document_type.casefold(), entry.year
