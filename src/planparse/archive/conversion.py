"""Converts many files: what is to be done, what was done before, what becomes of each.

::

    for result in convert(["plans"], "OUT", jobs=2):
        match result:
            case Converted(): print(result.path, len(result.plan.goals))
            case Failed(): print(result.path, result.error, result.message)
            case Skipped(): ...
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any, Literal

from planparse.archive.engines import Engine, dask_engine, local_engine
from planparse.archive.folders import Folder, local_path, open_folder
from planparse.archive.inputs import Input, Source, find_inputs
from planparse.archive.limits import Limits
from planparse.archive.manifest import Known, Manifest, read_rows
from planparse.archive.outcomes import Converted, Failed, ManifestRow, Result, Skipped, made_by, plan_name
from planparse.archive.pool import Answer
from planparse.archive.register import Entry, Register, read_register
from planparse.archive.tasks import conversion, settlement
from planparse.schema_version import SCHEMA_VERSION

Redo = Literal["outdated", "failed", "all"]


def convert(
    sources: Source | Iterable[Source],
    out: Source | None = None,
    *,
    jobs: int | None = None,
    redo: Redo = "outdated",
    register: str | os.PathLike[str] | None = None,
    reader: Literal["pdfium", "pdfplumber"] = "pdfium",
    ocr: Literal["auto", "force", "off"] = "auto",
    ocr_engine: Literal["rapidocr", "tesseract"] | None = None,
    limits: Limits | None = None,
    engine: Literal["local", "dask"] = "local",
    scheduler: str | None = None,
) -> Conversion:
    """Converts files in worker processes; iterate over what comes back, in the order in which files are finished.

    Args:
        sources: files, folders, globs, list files, fsspec URLs, or several of them.
        out: folder or fsspec URL for plans and manifest; where None, nothing is kept but what each result holds.
        jobs: worker processes; the machine's cores where None.
        redo: what to do again of what ``out`` has: "outdated", what another version or other options made; "failed",
            also what failed; "all", everything.
        register: the CSV of what is known of the files (see :mod:`planparse.archive.register`).
        reader: the PDF library that reads the pages.
        ocr: which pages are read from their pictures, as ``planparse.parse`` has it; ``ocr_engine`` by what.
        limits: the time and memory that a file may take.
        engine: "local", or "dask" for the workers of the Dask cluster at ``scheduler`` ("tcp://host:8786").

    Raises:
        MissingFileError: a source is not there. More may come while iterating: ArchiveLockedError, OutputError.
    """
    named = [sources] if isinstance(sources, str | os.PathLike) else list(sources)
    files = find_inputs(named)
    folders = [path for source in named if (path := local_path(source)) is not None and path.is_dir()]
    told = read_register(register, folders) if register is not None else None
    if engine == "dask":
        if scheduler is None:
            raise ValueError("engine 'dask' needs the address of a scheduler")
        started = dask_engine(scheduler, limits or Limits())
    else:
        started = local_engine(jobs or _cores(), limits or Limits())
    options = {"reader": reader, "ocr": ocr} | ({"ocr_engine": ocr_engine} if ocr_engine else {})
    return Conversion(files, out, started, told, options=options, redo=redo)


def _cores() -> int:
    """The cores that this process may use: a container or batch system may give it fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Conversion:
    """A conversion under way: an iterator of results. ``total`` files; ``counts`` of each status so far.

    ``failures`` counts the errors of failed files by code, of earlier runs too; ``pages`` those read so far.
    Close it, or use it in a ``with`` statement, where it is not iterated to its end.
    """

    def __init__(
        self,
        files: list[Input],
        out: Source | None,
        engine: Engine,
        register: Register | None,
        *,
        options: dict[str, Any],
        redo: Redo,
    ) -> None:
        self.total = len(files)
        self.counts: Counter[str] = Counter()
        self.failures: Counter[str] = Counter()
        self.pages = 0
        self._temporary = tempfile.mkdtemp(prefix="planparse-") if out is None else None
        self._folder: Folder = open_folder(out if out is not None else str(self._temporary))
        self._files, self._engine, self._register = files, engine, register
        self._options, self._redo = options, redo
        self._made_by = made_by(version("planparse"), SCHEMA_VERSION, options)
        self._results = self._run()

    def __iter__(self) -> Iterator[Result]:
        return self

    def __next__(self) -> Result:
        result = next(self._results)
        self.counts[result.status] += 1
        error = result.error if isinstance(result, Failed | Skipped) else None
        if error is not None:
            self.failures[error] += 1
        if isinstance(result, Converted):
            self.pages += result.row.pages
        return result

    def __enter__(self) -> Conversion:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the work under way; what is finished is kept."""
        self._results.close()
        self._let_go()

    def _let_go(self) -> None:
        self._engine.close()
        if self._temporary is not None:
            shutil.rmtree(self._temporary, ignore_errors=True)

    def _run(self) -> Generator[Result]:
        try:
            with self._folder.locked():
                manifest = Manifest(self._folder)
                there = set(self._folder.names("plans"))
                waiting = []
                for file in self._files:
                    skipped = self._skipped(file, manifest.known.get(file.path), there)
                    if skipped is None:
                        waiting.append(file)
                    else:
                        yield skipped
                # The largest first: at the end no worker is to wait for one that began the longest file last.
                waiting.sort(key=lambda file: file.size or 0, reverse=True)
                for answer in self._engine.run(map(self._task, waiting)):
                    row = self._row(answer)
                    before = manifest.known.get(row.path)
                    manifest.add(row)
                    yield self._result(row, before, bool((answer.done or {}).get("reused")))
                self._finish(manifest)
        finally:
            self._let_go()

    def _skipped(self, file: Input, known: Known | None, there: set[str]) -> Skipped | None:
        """The result for a file of which nothing changed since an earlier run; None where there is something to do."""
        if known is None or self._redo == "all" or known.made_by != self._made_by:
            return None
        if file.modified is None or (known.byte_size, known.modified) != (file.size, file.modified):
            return None
        if known.status == "failed":
            return None if self._redo == "failed" else Skipped(file.path, "failed", error=known.error)
        entry = self._entry(file)
        if self._register is not None and known.register != (entry.digest if entry else None):
            return None
        if f"{known.plan_id}.json" not in there:
            return None
        return Skipped(file.path, known.status, known.plan_id)

    def _entry(self, file: Input) -> Entry | None:
        return self._register.entry_of(file) if self._register is not None else None

    def _task(self, file: Input) -> dict[str, Any]:
        task = conversion(file, self._folder.url, self._options, self._entry(file), reuse=self._redo != "all")
        return task | {"keep_register": self._register is None}

    def _row(self, answer: Answer) -> ManifestRow:
        task, entry = answer.task, answer.task["entry"]
        row: dict[str, Any] = {
            "path": task["path"],
            "status": "failed",
            "byte_size": task["size"],
            "modified": task["modified"],
            "error": answer.error,
            "message": answer.message,
            "pages": answer.pages,
            "planparse": version("planparse"),
            "schema_version": SCHEMA_VERSION,
            "options": self._options,
            "register": Entry(**entry).digest if entry else None,
            "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        measured = {"seconds": answer.seconds, "peak_memory": answer.peak_memory}
        return ManifestRow.from_dict(row | (answer.done or {}) | measured)

    def _result(self, row: ManifestRow, before: Known | None, reused: bool) -> Result:
        if row.status == "failed":
            return Failed(row)
        assert row.plan_id is not None
        if reused and before is not None and (before.sha256, before.made_by) == (row.sha256, row.made_by):
            return Skipped(row.path, row.status, row.plan_id)  # it was touched, or the register says something else
        if self._temporary is None:
            return Converted(row, self._folder)
        with self._folder.open(plan_name(row.plan_id)) as file:
            held = file.read()
        self._folder.remove(plan_name(row.plan_id))
        return Converted(row, json=held)

    def _finish(self, manifest: Manifest) -> None:
        if self._temporary is None:
            self._settle(manifest)
            for plan_id in manifest.abandoned():
                self._folder.remove(plan_name(plan_id))
            manifest.compact()

    def _settle(self, manifest: Manifest) -> None:
        """Gives plans that are there under several names the first of these, whichever was converted first."""
        paths: dict[str, list[str]] = {}
        for path in sorted(manifest.known):
            plan_id = manifest.known[path].plan_id
            if plan_id is not None:
                paths.setdefault(plan_id, []).append(path)
        paths = {plan_id: names for plan_id, names in paths.items() if len(names) > 1}
        if not paths:
            return
        several = {name for names in paths.values() for name in names}
        rows = {row.path: row for row in read_rows(self._folder) if row.path in several}
        for answer in self._engine.run(self._settlements(paths)):
            if answer.done is None or answer.done["status"] == "failed":
                continue  # the plan stands as it was: the next run will try again
            told = {name: answer.done[name] for name in ("status", "records", "diagnostics", "severities")}
            for path in paths[answer.task["plan_id"]]:
                row = replace(rows[path], **told)
                if row != rows[path]:
                    manifest.add(row)

    def _settlements(self, paths: dict[str, list[str]]) -> Iterator[dict[str, Any]]:
        for plan_id, names in paths.items():
            entries = (self._entry(Input(name)) for name in names)
            entry = next((entry for entry in entries if entry is not None), None)
            task = settlement(plan_id, self._folder.url, Input(names[0]).name, entry)
            yield task | {"keep_register": self._register is None}
