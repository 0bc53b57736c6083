"""An archive's plans as one page: the doubtful first, each with a link to its own view where there is one.

In: a :class:`ReviewRow` for each plan, in the order in which they are shown, and one for each file that gave no plan.
Out: one HTML file of the same make as a plan's view.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from planparse.model.codes import CODES
from planparse.report.view import Language, filled_page
from planparse.report.view_parts import filled


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """What the index says of a plan; ``link`` is None where it has no page. ``error`` is a failed file's code."""

    file: str
    title: str = ""
    municipality: str | None = None
    board: str | None = None
    document_type: str | None = None
    start: int | None = None
    end: int | None = None
    pages: int = 0
    records: int = 0
    severities: dict[str, int] = field(default_factory=dict)
    codes: dict[str, int] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    """kinds of record that could not be read whole"""
    link: str | None = None
    pictures: bool = False
    error: str | None = None
    message: str = ""

    @property
    def doubtfulness(self) -> tuple[int, int, int, int, str]:
        """Sorts the doubtful first: by errors, kinds that could not be read, warnings, notices."""
        told = self.severities
        return (
            -told.get("error", 0),
            -len(self.unread),
            -told.get("warning", 0),
            -told.get("info", 0),
            self.file,
        )


def index_html(rows: Sequence[ReviewRow], *, archive: str, language: Language = "sv") -> str:
    """The page. ``archive`` is what the archive is called on it."""
    below = _below([row.file for row in rows])
    codes: Counter[str] = Counter()
    for row in rows:
        codes.update(row.codes)
    failed = [row for row in rows if row.error is not None]
    data = {
        "archive": archive,
        "below": below,
        "rows": [_row(row, below) for row in rows if row.error is None],
        "failed": [filled(file=row.file.removeprefix(below), error=row.error, message=row.message) for row in failed],
        "codes": [[code, CODES.get(code, ("warning", ""))[0], count] for code, count in codes.most_common()],
    }
    return filled_page(
        "index.html",
        styles=("base.css", "index.css"),
        scripts=("words.js", "index.js"),
        language=language,
        title=f"{archive} – planparse",
        data=data,
    )


def _below(files: Sequence[str]) -> str:
    """The folder, with its "/", that all files are in; "" where there is none.

    >>> _below(["/arkiv/2019/a.pdf", "/arkiv/2020/b.pdf"]), _below(["a.pdf"])
    ('/arkiv/', '')
    """
    shared = ""
    for parts in zip(*(file.split("/")[:-1] for file in files), strict=False):
        if len(set(parts)) > 1:
            break
        shared += f"{parts[0]}/"
    return shared


def _row(row: ReviewRow, below: str) -> dict[str, Any]:
    return {
        **filled(
            file=row.file.removeprefix(below),
            title=row.title,
            municipality=row.municipality,
            board=row.board,
            type=row.document_type,
            start=row.start,
            end=row.end,
            link=row.link,
        ),
        "pages": row.pages,
        "records": row.records,
        "doubts": [row.severities.get(severity, 0) for severity in ("error", "warning", "info")],
        "codes": row.codes,
        "unread": list(row.unread),
        "pictures": row.pictures,
    }
