"""An archive → a folder of pages to review it by: an index, the doubtful plans first, and a view of each of those.

``index.html`` lists every plan and every file that gave none; ``plans/ID.html`` is the view of one plan, with the
pictures of its pages where the PDF is still where the manifest says that it was read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from planparse.archive.archive import Archive
from planparse.archive.inputs import read_input
from planparse.archive.outcomes import ManifestRow, plan_name
from planparse.errors import MissingFileError, OutputError, PlanparseError
from planparse.model import Plan
from planparse.model.file_names import readable
from planparse.model.writing import write_whole
from planparse.report.view import Around, Language
from planparse.report.view_index import ReviewRow, index_html
from planparse.showing.view import plan_view

INDEX = "index.html"
_FOLDER = "plans"


@dataclass(frozen=True, slots=True)
class Review:
    """What was written: plans listed, views made, those of them without pictures, files listed that gave no plan."""

    plans: int
    views: int
    without_pictures: int
    failed: int


@dataclass(slots=True)
class _Candidate:
    plan_id: str
    paths: list[str]
    row: ReviewRow


def write_review(
    archive: Archive,
    target: Path,
    *,
    limit: int | None = 100,
    language: Language = "sv",
    told: Callable[[int, int], None] = lambda done, total: None,
) -> Review:
    """Writes the review into a folder.

    Args:
        archive: what ``planparse convert`` wrote.
        target: the folder; made where it is not there.
        limit: so many views, of the most doubtful plans; None makes one of each plan.
        language: in which the pages open.
        told: is told of each view made, and of how many there will be.

    Raises:
        OutputError: the folder can't be written to.
    """
    candidates, failed = _listed(archive)
    candidates.sort(key=lambda candidate: candidate.row.doubtfulness)
    viewed = candidates[:limit]
    try:
        (target / _FOLDER).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"can't be written ({error.strerror})", file=str(target)) from error
    bare = 0
    for number, candidate in enumerate(viewed):
        pictured = _write_view(archive, target, viewed, number, language)
        candidate.row = replace(candidate.row, link=f"{_FOLDER}/{candidate.plan_id}.html", pictures=pictured)
        bare += not pictured
        told(number + 1, len(viewed))
    rows = [*(candidate.row for candidate in candidates), *failed]
    name = archive.folder.url.replace("\\", "/").rstrip("/").rpartition("/")[2]
    write_whole(target / INDEX, index_html(rows, archive=name, language=language))
    return Review(len(candidates), len(viewed), bare, len(failed))


def _listed(archive: Archive) -> tuple[list[_Candidate], list[ReviewRow]]:
    """The plans, each once, with the paths of its files; and what failed."""
    plans: dict[str, _Candidate] = {}
    failed = []
    for row in archive.rows():
        if row.plan_id is None:
            failed.append(ReviewRow(file=readable(row.path), error=row.error or "error", message=row.message))
        elif row.plan_id in plans:
            plans[row.plan_id].paths.append(row.path)
        else:
            told = _saved(archive, row.plan_id)
            plans[row.plan_id] = _Candidate(row.plan_id, [row.path], _row(row, told))
    return list(plans.values()), failed


def _saved(archive: Archive, plan_id: str) -> dict[str, Any]:
    """A plan's JSON as it stands: of thousands of plans only a few fields are wanted, and the model takes seven times
    as long to read them."""
    name = plan_name(plan_id)
    try:
        with archive.folder.open(name) as file:
            told = json.loads(file.read())
    except FileNotFoundError as error:
        raise MissingFileError("there is no such plan", file=f"{archive.folder.url}/{name}") from error
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _row(row: ManifestRow, told: dict[str, Any]) -> ReviewRow:
    period = told.get("period") or {}
    coverage = told.get("coverage") or {}
    return ReviewRow(
        file=readable(row.path),
        title=told.get("title") or "",
        municipality=(told.get("municipality") or {}).get("name"),
        board=(told.get("board") or {}).get("name"),
        document_type=told.get("document_type"),
        start=period.get("start"),
        end=period.get("end"),
        pages=row.pages,
        records=sum(count for kind, count in row.records.items() if kind not in ("sections", "tables")),
        severities=row.severities,
        codes=row.diagnostics,
        unread=tuple(kind for kind, entry in coverage.items() if entry.get("state") == "unread"),
    )


def _write_view(archive: Archive, target: Path, viewed: list[_Candidate], number: int, language: Language) -> bool:
    """Writes a plan's view; whether it has pictures."""
    candidate = viewed[number]
    beside = [f"{viewed[at].plan_id}.html" if 0 <= at < len(viewed) else None for at in (number - 1, number + 1)]
    around = Around(f"../{INDEX}", *beside)
    plan = archive.plan(candidate.plan_id)
    page, pictured = None, False
    for content in _contents(candidate.paths):
        try:
            page, pictured = plan_view(plan, content, language=language, around=around), True
            break
        except PlanparseError:
            continue  # another file by now, or an encrypted one: the plan is shown without
    write_whole(target / _FOLDER / f"{candidate.plan_id}.html", page or _bare(plan, language, around))
    return pictured


def _bare(plan: Plan, language: Language, around: Around) -> str:
    return plan_view(plan, None, language=language, around=around)


def _contents(paths: list[str]) -> Iterator[bytes]:
    """The bytes of those files that are still there."""
    for path in paths:
        try:
            yield read_input(path)
        except PlanparseError:
            continue
