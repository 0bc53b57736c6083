"""``planparse status``: what became of each file of an archive."""

from __future__ import annotations

import heapq
import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from planparse.archive.outcomes import ManifestRow


def status(
    out: Annotated[str, typer.Argument(help="Folder or URL that planparse convert wrote.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    limit: Annotated[int, typer.Option("-n", "--limit", min=0, help="Show so many files in each list.")] = 10,
) -> None:
    """Show what became of the files: by status and error, the slowest, the doubtful."""
    from planparse.archive.folders import open_folder
    from planparse.archive.manifest import read_rows

    overview = _overview(read_rows(open_folder(out)), limit)
    if as_json:
        typer.echo(json.dumps(_as_dict(overview), ensure_ascii=False, indent=2))
    else:
        _show(overview)


@dataclass(slots=True)
class _Overview:
    files: int = 0
    plans: set[str] = field(default_factory=set)
    pages: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    doubts: Counter[str] = field(default_factory=Counter)
    made_by: Counter[str] = field(default_factory=Counter)
    failed: list[ManifestRow] = field(default_factory=list)
    doubtful: list[ManifestRow] = field(default_factory=list)
    slowest: list[ManifestRow] = field(default_factory=list)


def _overview(rows: Iterable[ManifestRow], limit: int) -> _Overview:
    """Counts over all rows; of the rows themselves only as many as are shown are kept."""
    out = _Overview()
    slowest: list[tuple[float, str, ManifestRow]] = []
    for row in rows:
        out.files += 1
        out.pages += row.pages
        out.statuses[row.status] += 1
        out.made_by[row.made_by] += 1
        if row.plan_id is not None:
            out.plans.add(row.plan_id)
        if row.error is not None:
            out.errors[row.error] += 1
        out.doubts.update(row.diagnostics)
        for status, kept in (("failed", out.failed), ("converted_with_doubts", out.doubtful)):
            if row.status == status and len(kept) < limit:
                kept.append(row)
        heapq.heappush(slowest, (row.seconds, row.path, row))
        if len(slowest) > limit:
            heapq.heappop(slowest)
    out.slowest = [row for _, _, row in sorted(slowest, reverse=True)]
    return out


def _as_dict(overview: _Overview) -> dict[str, Any]:
    def rows(kept: list[ManifestRow]) -> list[dict[str, Any]]:
        return [row.as_dict() for row in kept]

    return {
        "files": overview.files,
        "plans": len(overview.plans),
        "pages": overview.pages,
        "statuses": dict(overview.statuses.most_common()),
        "errors": dict(overview.errors.most_common()),
        "diagnostics": dict(overview.doubts.most_common()),
        "made_by": dict(overview.made_by.most_common()),
        "failed": rows(overview.failed),
        "doubtful": rows(overview.doubtful),
        "slowest": rows(overview.slowest),
    }


def _show(overview: _Overview) -> None:
    from rich.console import Console

    console = Console(highlight=False, width=None if sys.stdout.isatty() else 160)
    console.print(f"{overview.files} files, {len(overview.plans)} plans, {overview.pages} pages", markup=False)
    _counts(console, "Files by status", overview.statuses)
    _counts(console, "Failed files by error", overview.errors)
    _counts(console, "Diagnostics by code", overview.doubts)
    _counts(console, "Files by what made them", overview.made_by)
    _rows(console, f"Failed (first {len(overview.failed)})", overview.failed, _why_failed)
    _rows(console, f"With doubts (first {len(overview.doubtful)})", overview.doubtful, _why_doubtful)
    _rows(console, "Slowest", overview.slowest, lambda row: f"{row.seconds:.1f} s, {row.pages} pages")


def _counts(console: Console, title: str, counts: Counter[str]) -> None:
    from rich.table import Table
    from rich.text import Text

    if counts:
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
        for name, count in counts.most_common():
            table.add_row(Text(str(count), justify="right"), Text(name))
        console.print(f"\n[italic]{title}[/italic]")
        console.print(table)


def _rows(console: Console, title: str, rows: list[ManifestRow], told: Any) -> None:
    if rows:
        console.print(f"\n[italic]{title}[/italic]")
        for row in rows:
            console.print(f"{row.path}: {told(row)}", markup=False, soft_wrap=True)


def _why_failed(row: ManifestRow) -> str:
    return f"{row.error}: {row.message}"


def _why_doubtful(row: ManifestRow) -> str:
    return ", ".join(f"{count} {code}" for code, count in row.diagnostics.items())
