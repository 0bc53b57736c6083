"""Hostile size is bounded: a file of 5,000 pages, and pages with hundreds of thousands of objects.

    python -m benchmarks.size [--pages 5000] [--json FILE]

The corpus' pages over and over until there are 5,000: under 300 CPU-seconds and 1 GiB, from the PDF to the saved JSON
(``mb_as_one_text``: with the whole JSON as one text besides, as ``to_json`` gives it). One page of 190,000, of 250,000
and of a million objects (lines, boxes, letters), between two plain ones: under 20 CPU-seconds; where the page is left
out, a ``page_limit`` says so and the plain pages are read. Each in a process of its own. Exit code 1 where one is over.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path
from typing import Any

from benchmarks.fuzzing.anatomy import Anatomy, stream
from benchmarks.machine import described, results_file
from benchmarks.speed import long_file

ROOT = Path(__file__).resolve().parent.parent
MOST_SECONDS, MOST_MB = 300.0, 1024.0
MOST_PAGE_SECONDS = 20.0
COUNTS = (190_000, 250_000, 1_000_000)
_FONT = b"/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>"
_PARSE = """
import json, sys, time, planparse
from benchmarks.machine import peak_mb
start = time.process_time()
plan = planparse.parse(sys.argv[1])
plan.save(sys.argv[1] + ".json")
seconds, mb = time.process_time() - start, peak_mb()
letters = len(plan.to_json())
left_out = [entry.code for entry in plan.diagnostics if entry.code == "page_limit"]
print(json.dumps({"seconds": seconds, "pages": plan.source.page_count, "page_limit": len(left_out), "mb": mb,
    "mb_as_one_text": peak_mb(), "letters": letters}))
"""


def parsed(path: Path) -> dict[str, Any]:
    """Seconds, memory and what was left out, of a parse to a file in a process of its own."""
    done = subprocess.run([sys.executable, "-c", _PARSE, str(path)], cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        return {"failure": done.stderr.strip().splitlines()[-1][:300] if done.stderr else f"exit {done.returncode}"}
    found: dict[str, Any] = json.loads(done.stdout)
    return {name: round(value, 2) if isinstance(value, float) else value for name, value in found.items()}


def drawn(kind: str, count: int) -> bytes:
    """Content with so many objects, no two at one place: no bomb, only too much."""
    place = [(37 * i % 54_101 / 100 + 20, 53 * i % 80_009 / 100 + 20) for i in range(count)]
    if kind == "lines":
        return b"0.3 w " + b"".join(
            b"%.2f %.2f m %.2f %.2f l S\n" % (x, y, x + i % 90, y) for i, (x, y) in enumerate(place)
        )
    if kind == "boxes":
        return b"".join(b"%.2f %.2f %d 5 re f\n" % (x, y, 5 + i % 9) for i, (x, y) in enumerate(place))
    return b"".join(b"BT /F1 6 Tf %.2f %.2f Td (%c) Tj ET\n" % (x, y, 97 + i % 26) for i, (x, y) in enumerate(place))


def crowded(kind: str, count: int) -> bytes:
    """Three pages, the one in the middle with so many objects."""
    plain = b"BT /F1 14 Tf 72 700 Td (Plan 2031) Tj ET"
    paper = Anatomy({1: b"<</Type/Catalog/Pages 2 0 R>>"}, b"/Root 1 0 R")
    paper.objects[2] = b"<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 3>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<%s>>/Contents %d 0 R>>"
    for number, content in ((3, 6), (4, 7), (5, 6)):
        paper.objects[number] = page % (_FONT, content)
    paper.objects[6] = stream(plain)
    packed = zlib.compress(drawn(kind, count), 6)
    paper.objects[7] = b"<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (len(packed), packed)
    return paper.assembled()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--json", type=Path, help="where to write the figures; benchmarks/results by default")
    options = parser.parse_args()
    files = sorted((ROOT / "corpus").glob("*.pdf"))
    results: dict[str, dict[str, Any]] = {}
    failed: list[str] = []

    def measure(name: str, path: Path, most_seconds: float) -> None:
        results[name] = found = parsed(path)
        good = found.get("seconds", most_seconds + 1) <= most_seconds and found.get("mb", MOST_MB + 1) <= MOST_MB
        if not good:
            failed.append(name)
        print(f"{name:28} {'' if good else 'FAILED '}{found}", flush=True)

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.pdf"
        long_file(files, options.pages, path)
        measure(f"{options.pages} pages", path, MOST_SECONDS)
        for kind in ("lines", "boxes", "letters"):
            for count in COUNTS:
                path.write_bytes(crowded(kind, count))
                measure(f"a page of {count:,} {kind}", path, MOST_PAGE_SECONDS)
    figures = {**described("size", files), "results": results, "failed": failed}
    (options.json or results_file("size")).write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    if failed:
        sys.exit(1)


if __name__ == "__main__":
    main()
