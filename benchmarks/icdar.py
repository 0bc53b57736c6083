"""Tables as such: the structure measure of the ICDAR 2013 table competition over all tables that a parse finds.

    python -m benchmarks.icdar [FOLDER] [--layout] [--json FILE]

FOLDER holds ``NAME.pdf`` with ``NAME-str.xml`` (where a document has two accepted readings, ``NAMEa`` and ``NAMEb``,
the one that gives more counts). ``Plan.tables`` is taken apart by page; ``--layout`` scores the tables of the layout
stage, before any are stitched or dropped.

The measure: a table is the bag of its *neighbourhoods*, pairs of filled cells that follow each other in a row or in a
column, with the direction and the number of empty cells between. Found and true tables of a page are paired so that
the pairs share most; what is shared is right. Precision and recall are averaged over documents.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import planparse
from benchmarks.machine import described, results_file
from planparse.layout.blocks import Grid
from planparse.layout.pages import lay_out
from planparse.model import Plan
from planparse.pdf.reader import open_pdf

ROOT = Path(__file__).resolve().parent.parent
Neighbours = Counter[tuple[str, str, str, int]]
"""(text, text, "right" or "below", empty cells between) → how often"""


@dataclass(frozen=True)
class Area:
    """A cell's place: first and last row and column, and its text as compared."""

    top: int
    left: int
    bottom: int
    right: int
    text: str


@dataclass(frozen=True)
class Score:
    """Neighbourhoods shared, true and found."""

    shared: int
    true: int
    found: int

    @property
    def precision(self) -> float:
        return self.shared / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.shared / self.true if self.true else 0.0

    @property
    def f1(self) -> float:
        return harmonic(self.precision, self.recall)


def harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


def compared(text: str) -> str:
    """Text without white space, in capitals, everything but ASCII letters and digits alike.

    >>> compared("Netto, tkr"), compared("1 234,5")
    ('NETTO_TKR', '1234_5')
    """
    return re.sub(r"[^A-Z0-9_]", "_", "".join(text.split()).upper())


def neighbours(areas: Iterable[Area]) -> Neighbours:
    """A table's neighbourhoods; two cells that touch along several rows or columns are neighbours once."""
    places: dict[tuple[int, int], int] = {}
    texts: list[str] = []
    for area in areas:
        if area.text:
            for row in range(area.top, area.bottom + 1):
                for col in range(area.left, area.right + 1):
                    places[row, col] = len(texts)
            texts.append(area.text)
    out: Neighbours = Counter()
    for direction, major, minor in (("right", 0, 1), ("below", 1, 0)):
        lines: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for place, cell in sorted(places.items(), key=lambda item: (item[0][major], item[0][minor])):
            lines[place[major]].append((place[minor], cell))
        met: set[tuple[int, int]] = set()
        for line in lines.values():
            for (before, one), (after, other) in pairwise(line):
                if one != other and (one, other) not in met:
                    met.add((one, other))
                    out[texts[one], texts[other], direction, after - before - 1] += 1
    return out


def true_tables(path: Path) -> list[tuple[int, Neighbours]]:
    """(page, neighbourhoods) of each table of a reading."""
    out = []
    for table in ElementTree.parse(path).getroot().iter("table"):
        areas: list[Area] = []
        page = 0
        for region in table.iter("region"):
            page = int(region.get("page", "0"))
            down, along = int(region.get("row-increment") or 0), int(region.get("col-increment") or 0)
            for cell in region.iter("cell"):
                top, left = int(cell.get("start-row", "0")), int(cell.get("start-col", "0"))
                bottom, right = int(cell.get("end-row") or top), int(cell.get("end-col") or left)
                text = "".join(part.text or "" for part in cell.iter("content"))
                areas.append(Area(top + down, left + along, bottom + down, right + along, compared(text)))
        out.append((page, neighbours(areas)))
    return out


def plan_tables(plan: Plan) -> Iterator[tuple[int, Neighbours]]:
    """(page, neighbourhoods) of each page's part of each table of a plan."""
    for table in plan.tables:
        parts: dict[int, list[Area]] = defaultdict(list)
        taken: set[tuple[int, int]] = set()
        for row, cells in enumerate(table.cells):
            col = 0
            for cell in cells:
                while (row, col) in taken:
                    col += 1
                last = (row + cell.row_span - 1, col + cell.col_span - 1)
                taken.update((r, c) for r in range(row, last[0] + 1) for c in range(col, last[1] + 1))
                if cell.locations:
                    parts[cell.locations[0].page].append(Area(row, col, *last, compared(cell.text)))
        for page, areas in parts.items():
            yield page, neighbours(areas)


def grid_tables(path: Path) -> Iterator[tuple[int, Neighbours]]:
    """(page, neighbourhoods) of the tables of the layout stage."""
    for layout in lay_out(open_pdf(path).pages()):
        for block in layout.blocks:
            if isinstance(block, Grid):
                yield (
                    layout.number,
                    neighbours(
                        Area(c.row, c.col, c.row + c.row_span - 1, c.col + c.col_span - 1, compared(c.text))
                        for c in block.cells
                    ),
                )


def score(true: list[tuple[int, Neighbours]], found: list[tuple[int, Neighbours]]) -> Score:
    """A document's score: tables of a page paired one to one, those that share most first."""
    pairs = sorted(
        (
            (-(one & other).total(), i, j)
            for i, (page, one) in enumerate(true)
            for j, (same, other) in enumerate(found)
            if page == same
        ),
    )
    left, right = set(range(len(true))), set(range(len(found)))
    shared = 0
    for least, i, j in pairs:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            shared -= least
    return Score(shared, sum(one.total() for _, one in true), sum(other.total() for _, other in found))


def readings(folder: Path) -> dict[Path, list[Path]]:
    """Each PDF with its accepted readings."""
    out: dict[Path, list[Path]] = {}
    for path in sorted(folder.rglob("*-str.xml")):
        name = path.name.removesuffix("-str.xml")
        stem = re.sub(r"(?<=\d)[ab]$", "", name)
        pdf = next((p for n in (stem, name, f"{stem}a") if (p := path.with_name(f"{n}.pdf")).exists()), None)
        if pdf is not None:
            out.setdefault(pdf, []).append(path)
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT.parent / "shared" / "icdar2013")
    parser.add_argument("--layout", action="store_true", help="score the tables of the layout stage")
    parser.add_argument("--json", type=Path, help="where to write the figures; benchmarks/results by default")
    options = parser.parse_args()
    documents = readings(options.folder)
    if not documents:
        sys.exit(f"no NAME.pdf with NAME-str.xml in {options.folder}")
    scores: dict[str, Score] = {}
    for pdf, paths in documents.items():
        found = list(grid_tables(pdf) if options.layout else plan_tables(planparse.parse(pdf)))
        scores[pdf.stem] = max((score(true_tables(path), found) for path in paths), key=lambda one: one.f1)
    for name, one in scores.items():
        print(f"{name:12} P {one.precision:.3f}  R {one.recall:.3f}  F1 {one.f1:.3f}")
    precision = sum(one.precision for one in scores.values()) / len(scores)
    recall = sum(one.recall for one in scores.values()) / len(scores)
    average = {"precision": precision, "recall": recall, "f1": harmonic(precision, recall)}
    print(f"average over {len(scores)} documents: P {precision:.4f}  R {recall:.4f}  F1 {average['f1']:.4f}")
    figures = {
        **described("icdar", list(documents)),
        "stage": "layout" if options.layout else "plan",
        "average": average,
        "documents": {
            name: {"precision": one.precision, "recall": one.recall, "f1": one.f1} for name, one in scores.items()
        },
    }
    target = options.json or results_file("icdar-layout" if options.layout else "icdar")
    target.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
