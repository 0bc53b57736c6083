"""The two readers held against each other: the same words on every page, and the same plan.

    python -m benchmarks.readers [FILE or FOLDER ...] [--all] [--json FILE]

PDFium and pdfplumber share no code, so what both say is very likely what the file says. Words are the same where text
and place are (within a point); plans where every field is, but for the reader's own name, and places within a point.
What differs is listed, a few of each kind for a file or all with ``--all``. Ends with exit code 1 where anything does.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
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
_SHOWN = 5


@dataclass
class Difference:
    """What the readers do not agree on in one file, in words."""

    words: list[str] = field(default_factory=list)
    plan: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.words or self.plan)


def compared(path: Path) -> Difference:
    out = Difference()
    with open_pdf(path) as one, open_pdf(path, reader="pdfplumber") as other:
        for first, second in zip(one.pages(), other.pages(), strict=True):
            out.words += _word_differences(first, second)
    plans = [
        planparse.parse(path, reader="pdfium").model_dump(mode="json"),
        planparse.parse(path, reader="pdfplumber").model_dump(mode="json"),
    ]
    for plan in plans:
        plan.pop("parser")
    out.plan = list(_plan_differences("", *plans))
    return out


def _word_differences(one: Page, other: Page) -> Iterator[str]:
    """Words that only one reader has at their place."""
    if one.problem != other.problem:
        yield f"page {one.number}: {one.problem} | {other.problem}"
    rest = list(other.words)
    places: dict[str, list[int]] = {}
    for index, word in enumerate(rest):
        places.setdefault(word.text, []).append(index)
    alone = []
    for word in one.words:
        near = next((index for index in places.get(word.text, ()) if _near(word, rest[index])), None)
        if near is None:
            alone.append(word)
        else:
            places[word.text].remove(near)
    left = [rest[index] for indices in places.values() for index in indices]
    yield from (f"page {one.number}: only pdfium: {_shown(word)}" for word in alone)
    yield from (f"page {one.number}: only pdfplumber: {_shown(word)}" for word in left)


def _near(one: Word, other: Word) -> bool:
    return all(abs(a - b) <= NEAR for a, b in zip(one.bbox, other.bbox, strict=True))


def _shown(word: Word) -> str:
    return f"{word.text!r} at {', '.join(f'{edge:.1f}' for edge in word.bbox)}"


def _plan_differences(path: str, one: Any, other: Any) -> Iterator[str]:
    """The fields that are not the same; of lists of different length only that."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in dict.fromkeys([*one, *other]):
            yield from _plan_differences(f"{path}.{key}" if path else key, one.get(key), other.get(key))
    elif isinstance(one, list) and isinstance(other, list):
        if len(one) != len(other):
            yield f"{path}: {len(one)} | {len(other)}"
        else:
            for index, (first, second) in enumerate(zip(one, other, strict=True)):
                yield from _plan_differences(f"{path}[{index}]", first, second)
    elif isinstance(one, float | int) and isinstance(other, float | int) and "bbox" in path:
        if abs(one - other) > NEAR:
            yield f"{path}: {one} | {other}"
    elif one != other:
        yield f"{path}: {str(one)[:60]!r} | {str(other)[:60]!r}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=[ROOT / "corpus"])
    parser.add_argument("--all", action="store_true", help="list every difference")
    parser.add_argument("--json", type=Path, help="where to write the figures; benchmarks/results by default")
    options = parser.parse_args()
    files = [f for path in options.files for f in (sorted(path.rglob("*.pdf")) if path.is_dir() else [path])]
    results: dict[str, dict[str, Any]] = {}
    for path in files:
        try:
            found = compared(path)
        except PlanparseError as error:
            print(f"left out: {error}", file=sys.stderr)
            continue
        fields = Counter(line.split(".")[0].split("[")[0].split(":")[0] for line in found.plan)
        results[path.name] = {"words": len(found.words), "plan": len(found.plan), "fields": dict(fields)}
        print(f"{path.name:44} words {len(found.words):4}  plan {len(found.plan):4}  {dict(fields) or ''}")
        most = None if options.all else _SHOWN
        for line in [*found.words[:most], *found.plan[:most]]:
            print(f"    {line}")
    same = sum(not entry["words"] and not entry["plan"] for entry in results.values())
    print(f"{same} of {len(results)} files the same")
    figures = {**described("readers", files), "same": same, "documents": results}
    target = options.json or results_file("readers")
    target.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if same < len(results):
        sys.exit(1)


if __name__ == "__main__":
    main()
