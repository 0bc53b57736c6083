"""Rows that came out whole: gold's budget lines, volumes and indicators among the rows of extracted tables.

    python -m benchmarks.rows [GOLD PLANS] [--missed] [--json FILE]

A gold record is a label and its printed values. It is *found* when one row of a table, or up to three rows after each
other joined cell by cell (a label that was wrapped), has the label in one cell, nine tenths alike, and gives each value
a cell to itself, in order. A record that is printed on several rows (totals, women, men) is found in as many rows, with
no more than two strange ones among them. Texts are compared without white space and case, with all dashes alike and
hyphenation undone. *Glued* are values of a record that was not found which stand in the row that fits it best, but only
in a cell with other figures or with the label. Columns, units and roles are not looked at: only whether rows are whole.

>>> table = [["Intäkter", "1 250", "1 300"], ["Kostnader", "-9 150 -9 600", ""]]
>>> wanted = [Wanted("budget", "Kostnader", (("-9 150", "-9 600"),)), Wanted("budget", "Intäkter", (("1 250",),))]
>>> scored(wanted, [table])
RowScore(records=2, found=1, glued=2, glued_records=1)
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from rapidfuzz.distance import Indel

from benchmarks.machine import described, results_file
from planparse.errors import PlanparseError
from planparse.evaluate import load_gold_folder
from planparse.model import Indicator, Plan, Volume

ROOT = Path(__file__).resolve().parent.parent
ALIKE = 0.9
JOINED = 3
"""rows that a wrapped label may take"""
STRANGE = 2
"""other rows among those of one record"""
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣-⁃"), "-") | dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff"), "")

Rows = Sequence[Sequence[str]]
"""a table: its rows' cell texts, "" for an empty cell and for what a span covers"""


@dataclass(frozen=True)
class Wanted:
    """A gold record: ``lines`` are the values of each row that it is printed on."""

    kind: str
    label: str
    lines: tuple[tuple[str, ...], ...]


@dataclass
class RowScore:
    records: int = 0
    found: int = 0
    glued: int = 0
    glued_records: int = 0
    missed: list[Wanted] = field(default_factory=list, repr=False)

    def __add__(self, other: RowScore) -> RowScore:
        return RowScore(
            self.records + other.records,
            self.found + other.found,
            self.glued + other.glued,
            self.glued_records + other.glued_records,
            self.missed + other.missed,
        )

    @property
    def recall(self) -> float:
        return self.found / self.records if self.records else 0.0

    def figures(self) -> dict[str, float]:
        counts = {"records": self.records, "found": self.found, "glued": self.glued}
        return {**counts, "glued_records": self.glued_records, "recall": round(self.recall, 4)}


@lru_cache(maxsize=100_000)
def plain(text: str) -> str:
    """Text with one kind of dash, in small letters, line-end hyphens undone; white space is kept."""
    text = unicodedata.normalize("NFKC", text).translate(_DASHES).replace("\u00ad", "-")
    return re.sub(r"(?<=\w)-[ \t]*\n\s*(?=[a-zåäöéü])", "", text).strip().casefold()


@lru_cache(maxsize=100_000)
def value_key(text: str) -> str:
    return "".join(plain(text).split())


@lru_cache(maxsize=100_000)
def label_key(text: str) -> str:
    return value_key(text).replace("-", "")


def alike(one: str, other: str) -> bool:
    return bool(one and other) and (one == other or Indel.normalized_similarity(one, other) >= ALIKE)


def wanted_in(plan: Plan) -> list[Wanted]:
    """The records of a gold plan that have a value in a column."""
    lines = [("budget", line.label, [[a.raw for a in line.amounts if a.raw]]) for b in plan.budgets for line in b.lines]
    lines += [("volume", volume.label, _printed(volume)) for volume in plan.volumes]
    lines += [("indicator", indicator.name, _printed(indicator)) for indicator in plan.indicators]
    out = [Wanted(kind, label, tuple(tuple(row) for row in rows if row)) for kind, label, rows in lines]
    return [wanted for wanted in out if wanted.lines]


def _printed(owner: Volume | Indicator) -> list[list[str]]:
    """The values of each printed row: a column's name that comes back begins the next one."""
    rows: list[list[str]] = []
    seen: set[str] = set()
    for value in owner.values:
        if value.column is None:
            continue
        if not rows or value.column in seen:
            rows.append([])
            seen = set()
        seen.add(value.column)
        if value.quantity.raw:
            rows[-1].append(value.quantity.raw)
    return rows


class Window:
    """Rows after each other, joined cell by cell; what is repeated down a merged cell counts once."""

    def __init__(self, rows: Rows) -> None:
        joined = []
        for col in range(max(map(len, rows))):
            parts: list[str] = []
            for row in rows:
                text = row[col] if col < len(row) else ""
                if text.strip() and parts[-1:] != [text]:
                    parts.append(text)
            joined.append("\n".join(parts))
        self.rows = rows
        self.values = [value_key(text) for text in joined if text.strip()]
        self.labels = [label_key(text) for text in joined if text.strip()]

    def names(self, label: str) -> bool:
        return any(alike(label, own) for own in self.labels)


def scored(wanted: Iterable[Wanted], tables: Iterable[Rows]) -> RowScore:
    filled = [[row for row in table if any(text.strip() for text in row)] for table in tables]
    windows = [list(_windows(filled, size)) for size in range(1, JOINED + 1)]
    score = RowScore()
    for record in wanted:
        score.records += 1
        if _found(record, windows, filled):
            score.found += 1
            continue
        score.missed.append(record)
        glued = _glued(record, windows)
        score.glued += glued
        score.glued_records += glued > 0
    return score


def _windows(tables: Iterable[Rows], size: int) -> Iterator[Window]:
    for rows in tables:
        for start in range(len(rows) - size + 1):
            yield Window(rows[start : start + size])


def _follow(wanted: Iterable[str], there: Iterable[str]) -> bool:
    """Whether all that is wanted is there in its order."""
    rest = iter(there)
    return all(one in rest for one in wanted)


def _found(record: Wanted, windows: Sequence[Sequence[Window]], tables: Sequence[Rows]) -> bool:
    label = label_key(record.label)
    values = [value_key(raw) for line in record.lines for raw in line]
    if len(record.lines) == 1:
        return any(_follow(values, one.values) and one.names(label) for same in windows for one in same)
    for size in range(len(record.lines), len(record.lines) + STRANGE + 1):
        for rows in tables:
            for start in range(len(rows) - size + 1):
                part = rows[start : start + size]
                if _follow(values, (value_key(text) for row in part for text in row)) and (
                    Window(part).names(label) or any(alike(label, label_key(text)) for row in part for text in row)
                ):
                    return True
    return False


def _glued(record: Wanted, windows: Sequence[Sequence[Window]]) -> int:
    """Values that share their cell, in the window with most of the record's values, of the least size that has any."""
    label = label_key(record.label)
    values = [value_key(raw) for line in record.lines for raw in line]
    for same in windows:
        counts = [_stuck(values, label, one) for one in same if label in "".join(one.labels)]
        best = max(((alone + stuck, stuck) for alone, stuck in counts), default=(0, 0))
        if best[0]:
            return best[1]
    return 0


def _stuck(values: Sequence[str], label: str, window: Window) -> tuple[int, int]:
    """How many of the values stand alone in a cell, and how many only together with other figures or the label."""
    cells = [plain(text) for row in window.rows for text in row if text.strip()]
    free = Counter("".join(text.split()) for text in cells)
    alone = stuck = 0
    for value in values:
        if free[value]:
            free[value] -= 1
            alone += 1
            continue
        pattern = re.compile(r"(?<![\w,.])" + r"\s*".join(map(re.escape, value)) + r"(?![\w,.]*\w)")
        stuck += any(_shared(pattern, text, label) for text in cells)
    return alone, stuck


def _shared(pattern: re.Pattern[str], text: str, label: str) -> bool:
    found = pattern.search(text)
    if found is None:
        return False
    rest = text[: found.start()] + text[found.end() :]
    return bool(re.search(r"\d", rest)) or bool(label and label in label_key(rest))


def rows_of(plan: Plan) -> list[list[list[str]]]:
    """The tables of a plan, each text at the first place of its span."""
    out = []
    for table in plan.tables:
        rows: list[list[str]] = []
        taken: set[tuple[int, int]] = set()
        for at, cells in enumerate(table.cells):
            row: dict[int, str] = {}
            col = 0
            for cell in cells:
                while (at, col) in taken:
                    col += 1
                row[col] = cell.text
                taken.update((at + r, col + c) for r in range(cell.row_span) for c in range(cell.col_span))
                col += cell.col_span
            rows.append([row.get(col, "") for col in range(max(row, default=-1) + 1)])
        out.append(rows)
    return out


def main() -> None:
    import planparse

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=ROOT / "gold")
    parser.add_argument("plans", nargs="?", type=Path, default=ROOT / "corpus")
    parser.add_argument("--missed", action="store_true", help="list the records that no row has")
    parser.add_argument("--json", type=Path, help="where to write the figures; benchmarks/results by default")
    options = parser.parse_args()
    total = RowScore()
    documents: dict[str, dict[str, float]] = {}
    for gold in load_gold_folder(options.gold):
        path = next(iter(sorted(options.plans.rglob(gold.document))), None)
        wanted = wanted_in(gold.plan)
        if path is None or not wanted:
            continue
        try:
            tables = rows_of(planparse.parse(path))
        except PlanparseError as error:
            print(error, file=sys.stderr)
            tables = []
        score = scored(wanted, tables)
        total += score
        documents[gold.name] = score.figures()
        print(f"{gold.name:40} {score.found:4}/{score.records:<4} = {score.recall:.3f}  glued {score.glued}")
        if options.missed:
            for one in score.missed:
                print(f"    {one.kind} {one.label!r} {one.lines}")
    print(f"{'all':40} {total.found:4}/{total.records:<4} = {total.recall:.3f}  glued {total.glued}")
    name = "rows" if options.gold == ROOT / "gold" else f"rows-{options.gold.parent.name}"
    files = sorted(options.plans.rglob("*.pdf"))
    figures = {**described("rows", files), "all": total.figures(), "documents": documents}
    (options.json or results_file(name)).write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
