"""The two readers held against each other: the same words on every page, and the same plan.

    python -m benchmarks.readers [FILE or FOLDER ...] [--all] [--most-pages N] [--json FILE]

PDFium and pdfplumber share no code, so what both say is very likely what the file says. Words are the same where the
texts on a page are, plans where every field is, but for the reader's own name, and places within a point. Apart from
that are told, and no fault: words, and places made of them, that stand more than a point elsewhere (*moved*), leader
dots that one reader has as one word and the other as several (*leaders*), and soft hyphens that one takes for hyphens
(*hyphens*). What differs is listed, a few of each kind for a file or all with ``--all``.

Differences that are understood stand in ``readers.toml``, each with its reason. Ends with exit code 1 where one is met
that has none; a reason that no difference of its file needs any more is told of.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import inf
from pathlib import Path
from typing import Any

import planparse
from benchmarks.machine import described, results_file
from planparse.errors import PlanparseError
from planparse.pdf.page import Page, Word
from planparse.pdf.reader import open_pdf

ROOT = Path(__file__).resolve().parent.parent
NEAR = 1.0
"""points by which the readers' places may differ"""
MOVED = 4.0
"""points by which a place in a plan may differ where a word of it moved: what more differs is another place"""
EXPLAINED = ROOT / "benchmarks" / "readers.toml"
_SHOWN = 5


@dataclass(frozen=True)
class Explained:
    """Differences of one file that are understood: the pattern matches their lines from the start."""

    file: str
    differences: re.Pattern[str]
    reason: str


def explained(path: Path = EXPLAINED) -> list[Explained]:
    entries = tomllib.loads(path.read_text(encoding="utf-8")).get("explained", [])
    return [Explained(entry["file"], re.compile(entry["differences"]), entry["reason"]) for entry in entries]


@dataclass
class Difference:
    """What the readers do not agree on in one file, in words."""

    words: list[str] = field(default_factory=list)
    plan: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    leaders: int = 0
    hyphens: int = 0
    explained: list[str] = field(default_factory=list)
    """what there is a reason for, taken out of words and plan"""
    gone: list[str] = field(default_factory=list)
    """the reasons that no difference needs"""

    def explain(self, reasons: Sequence[Explained]) -> None:
        """Set aside what the reasons are for."""
        for one in reasons:
            lines = [line for line in (*self.words, *self.plan) if one.differences.match(line)]
            if not lines:
                self.gone.append(one.reason)
            self.explained += lines
            self.words = [line for line in self.words if line not in lines]
            self.plan = [line for line in self.plan if line not in lines]

    def __bool__(self) -> bool:
        return bool(self.words or self.plan)


def compared(path: Path) -> Difference:
    out = Difference()
    with open_pdf(path) as one, open_pdf(path, reader="pdfplumber") as other:
        for first, second in zip(one.pages(), other.pages(), strict=True):
            _add_words(out, first, second)
    plans = [
        planparse.parse(path, reader="pdfium").model_dump(mode="json"),
        planparse.parse(path, reader="pdfplumber").model_dump(mode="json"),
    ]
    for plan in plans:
        plan.pop("parser")
    for line, shift in _plan_differences("", *plans):
        (out.moved if shift <= MOVED else out.plan).append(line)
    return out


def _add_words(out: Difference, one: Page, other: Page) -> None:
    """What the readers do not agree on in the words of a page."""
    if one.problem != other.problem:
        out.words.append(f"page {one.number}: {one.problem} | {other.problem}")
    rest: dict[str, list[Word]] = {}
    for word in other.words:
        rest.setdefault(_compared(word), []).append(word)
    for word in one.words:
        same = rest.get(_compared(word))
        if not same:
            _add_alone(out, f"page {one.number}: only pdfium: ", word)
            continue
        nearest = min(same, key=lambda theirs: _distance(word, theirs))
        same.remove(nearest)
        out.hyphens += word.text != nearest.text
        if _distance(word, nearest) > NEAR:
            out.moved.append(f"page {one.number}: {_shown(word)} | {_shown(nearest)}")
    for words in rest.values():
        for word in words:
            _add_alone(out, f"page {one.number}: only pdfplumber: ", word)


def _compared(word: Word) -> str:
    return word.text.replace("\u00ad", "-")


def _add_alone(out: Difference, place: str, word: Word) -> None:
    if word.text.strip("."):
        out.words.append(place + _shown(word))
    else:
        out.leaders += 1


def _distance(one: Word, other: Word) -> float:
    return max(abs(a - b) for a, b in zip(one.bbox, other.bbox, strict=True))


def _shown(word: Word) -> str:
    return f"{word.text!r} at {', '.join(f'{edge:.1f}' for edge in word.bbox)}"


def _plan_differences(path: str, one: Any, other: Any) -> Iterator[tuple[str, float]]:
    """The fields that are not the same, and of places by how much; of lists of different length only that."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in dict.fromkeys([*one, *other]):
            yield from _plan_differences(f"{path}.{key}" if path else key, one.get(key), other.get(key))
    elif isinstance(one, list) and isinstance(other, list):
        if len(one) != len(other):
            yield f"{path}: {len(one)} | {len(other)}", inf
        else:
            for index, (first, second) in enumerate(zip(one, other, strict=True)):
                yield from _plan_differences(f"{path}[{index}]", first, second)
    elif isinstance(one, float | int) and isinstance(other, float | int) and "bbox" in path:
        if abs(one - other) > NEAR:
            yield f"{path}: {one} | {other}", abs(one - other)
    elif one != other:
        yield f"{path}: {str(one)[:60]!r} | {str(other)[:60]!r}", inf


def _pages(path: Path) -> int:
    """0 where the file can't be opened, which the comparison says more of."""
    try:
        with open_pdf(path) as pdf:
            return pdf.page_count
    except PlanparseError:
        return 0


def _told(name: str, found: Difference, most: int | None) -> dict[str, Any]:
    """A file's figures, which are printed with what differs."""
    fields = Counter(re.split(r"[.:\[]", line)[0] for line in found.plan)
    counts = {
        "words": len(found.words),
        "plan": len(found.plan),
        "explained": len(found.explained),
        "moved": len(found.moved),
        "leaders": found.leaders,
        "hyphens": found.hyphens,
    }
    print(f"{name:44} {'  '.join(f'{of} {count:3}' for of, count in counts.items())}  {dict(fields) or ''}")
    for line in [*found.words[:most], *found.plan[:most], *found.explained[:most], *found.moved[:most]]:
        print(f"    {line}")
    for reason in found.gone:
        print(f"    no longer met: {reason}")
    return {**counts, "fields": dict(fields), "no_longer_met": found.gone}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=[ROOT / "corpus"])
    parser.add_argument("--all", action="store_true", help="list every difference")
    parser.add_argument("--most-pages", type=int, help="only files of no more pages")
    parser.add_argument("--json", type=Path, help="where to write the figures; benchmarks/results by default")
    options = parser.parse_args()
    files = [f for path in options.files for f in (sorted(path.rglob("*.pdf")) if path.is_dir() else [path])]
    if options.most_pages:
        files = [path for path in files if _pages(path) <= options.most_pages]
    results: dict[str, dict[str, Any]] = {}
    reasons = explained()
    for path in files:
        try:
            found = compared(path)
        except PlanparseError as error:
            print(f"left out: {error}", file=sys.stderr)
            continue
        found.explain([one for one in reasons if one.file == path.name])
        results[path.name] = _told(path.name, found, None if options.all else _SHOWN)
    same = sum(not entry["words"] and not entry["plan"] and not entry["explained"] for entry in results.values())
    other = sum(bool(entry["words"] or entry["plan"]) for entry in results.values())
    print(f"{same} of {len(results)} files the same, {len(results) - same - other} explained, {other} not explained")
    figures = {**described("readers", files), "same": same, "not_explained": other, "documents": results}
    target = options.json or results_file("readers")
    target.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if other:
        sys.exit(1)


if __name__ == "__main__":
    main()
