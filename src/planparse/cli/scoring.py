"""What ``planparse evaluate`` does around the scoring: find files, parse them or load saved output, read page words."""

from __future__ import annotations

import json
import os
import platform
import sys
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from planparse.cli.page_words import page_words
from planparse.errors import MissingFileError, PlanparseError, SavedPlanError
from planparse.evaluate import (
    Gold,
    Header,
    Outcome,
    PageWords,
    Summary,
    grounding,
    load_floors,
    score_document,
    summary,
    word_coverage,
)
from planparse.model import Plan
from planparse.model.writing import write_whole

if TYPE_CHECKING:
    from rich.console import RenderableType

    from planparse.outline.document import Document


@dataclass(frozen=True, slots=True)
class Told:
    """What the floors file says of this gold folder."""

    floors: dict[str, float] = field(default_factory=dict)
    checks_only: frozenset[str] = frozenset()


def load_told(path: Path | None, wanted: str | None, gold_dir: Path, plans_dir: Path) -> Told:
    """The floors of the set asked for, or of the one named as a folder that gold or plans stand in."""
    if path is None:
        return Told()
    floors = load_floors(path)
    if wanted is not None and wanted not in floors.sets:
        raise MissingFileError(f"has no table [{wanted}]", file=str(path))
    found = floors.of(wanted or floors.set_for(gold_dir, plans_dir))
    if not found:
        tables = ", ".join(f"[{name}]" for name in floors.sets if name) or "no table"
        raise SavedPlanError(f"has no floors for these folders: it has {tables}; --set names one", file=str(path))
    return Told(found, floors.checks_only)


@dataclass(slots=True)
class Scoring:
    """One run over a folder of PDFs; ``first_failure`` is what the command ends with where a document failed."""

    plans_dir: Path
    saved: Path | None
    reader: Literal["pdfium", "pdfplumber"]
    explain: bool
    first_failure: PlanparseError | None = None

    def summary(self, golds: Sequence[Gold], checks_only: Collection[str]) -> Summary:
        """Every gold document parsed (or loaded) and scored."""
        if self.saved is None and not self.plans_dir.is_dir():
            raise MissingFileError("is no folder of PDFs", file=str(self.plans_dir))
        # The first of two files with one name is the one nearest the top: "plans/a.pdf" before "plans/copies/a.pdf".
        files: dict[str, Path] = {}
        for path in sorted(self.plans_dir.rglob("*.pdf"), key=lambda path: (len(path.parts), path)):
            files.setdefault(path.name, path)
        if self.saved is None:
            # What is imported once is no part of the first document's time.
            import_module("planparse.pipeline")
        return summary([self._outcome(gold, files.get(gold.document), gold.name in checks_only) for gold in golds])

    def _outcome(self, gold: Gold, pdf: Path | None, checks_only: bool) -> Outcome:
        start = time.process_time()
        try:
            plan, document = self._plan(gold, pdf)
            seconds = 0.0 if self.saved else time.process_time() - start
            words = self._words(pdf, document) if pdf else None
        except PlanparseError as error:
            return self._failed(gold, error, checks_only)
        except Exception as error:
            if os.environ.get("PLANPARSE_DEBUG"):
                raise
            reason = f"internal error: {type(error).__name__}: {error}"
            return self._failed(gold, PlanparseError(reason, file=gold.document), checks_only)
        return Outcome(
            score=score_document(gold, plan, explain=self.explain),
            pages=plan.source.page_count,
            seconds=seconds,
            grounding=grounding(plan, words) if words is not None else None,
            coverage=word_coverage(plan, words) if words is not None else None,
            checks_only=checks_only,
        )

    def _failed(self, gold: Gold, error: PlanparseError, checks_only: bool) -> Outcome:
        self.first_failure = self.first_failure or error
        score = score_document(gold, Plan(), explain=self.explain)
        return Outcome(score, failure=str(error), checks_only=checks_only)

    def _plan(self, gold: Gold, pdf: Path | None) -> tuple[Plan, Document | None]:
        if self.saved is not None:
            return Plan.load(self.saved / f"{gold.name}.json"), None
        if pdf is None:
            raise MissingFileError(f"is not in {self.plans_dir}", file=gold.document)
        from planparse.pipeline import open_document, read_document

        document = open_document(pdf, reader=self.reader)
        return read_document(document), document

    def _words(self, pdf: Path, document: Document | None) -> list[PageWords]:
        from planparse.pdf.reader import open_pdf

        with open_pdf(pdf, reader=self.reader) as opened:
            return page_words(opened.pages(), document)

    def header(self, gold_dir: Path) -> Header:
        return Header(
            version=version("planparse"),
            date=datetime.now().astimezone().isoformat(timespec="seconds"),
            gold=str(gold_dir),
            plans=str(self.plans_dir),
            machine=f"Python {platform.python_version()} on {platform.system()} {platform.machine()}",
            reader=None if self.saved else self.reader,
        )


def show(rendered: RenderableType, *, aside: bool) -> None:
    """Prints the tables: on standard error where standard output is taken by the JSON."""
    from rich.console import Console

    console = Console(stderr=aside, highlight=False)
    if not console.is_terminal:
        # Into a file or a pipe the table must not be squeezed into 80 columns.
        console = Console(stderr=aside, highlight=False, width=_FILE_WIDTH)
    # Long lines of missed texts are left to the terminal to break, so that they can be searched.
    console.print(rendered, soft_wrap=True)


_FILE_WIDTH = 160


def write_json(path: Path, scores: dict[str, Any]) -> None:
    """Writes the scores whole or not at all; "-" is standard output."""
    text = json.dumps(scores, ensure_ascii=False, indent=2) + "\n"
    if str(path) == "-":
        sys.stdout.write(text)
    else:
        write_whole(path, text)
