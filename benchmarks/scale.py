"""Where time and memory go as files grow: pages per CPU-second and peak memory at 10, 100 and 1,000 pages, by stage.

    python -m benchmarks.scale [FOLDER ...] [--pages 10 100 1000] [--plumber-pages 100] [--json FILE]

The pages of a file are spread evenly over those of all PDFs of the folders, so that files of every size are of the same
mix. Each tool reads each file in a process of its own, warm (it has read the same pages' first ten before the clock
starts). The stages are those of the pipeline; a stage's memory is the peak until its end. Also: the functions in which
most time goes, by their own time under the profiler, which makes small functions dearer than they are.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import planparse
from benchmarks.machine import described, peak_mb, results_file
from benchmarks.speed import pdfium_text, pdfplumber_tables, readable
from planparse import pipeline
from planparse.layout.pages import lay_out
from planparse.ocr.reading import OcrChoice, read_pages
from planparse.outline.build import outline
from planparse.pdf.reader import open_pdf

ROOT = Path(__file__).resolve().parent.parent
STAGES = ("pdf", "layout", "outline", "extract", "json")
PACKAGE = str(Path(planparse.__file__).parent)
FUNCTIONS = 25
PROFILED = 100


class Clocked:
    """An iterator that tells how many CPU-seconds its items took to come."""

    def __init__(self, items: Iterable[Any]) -> None:
        self._items, self.seconds = iter(items), 0.0

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        start = time.process_time()
        try:
            return next(self._items)
        finally:
            self.seconds += time.process_time() - start


def parsed_by_stage(path: Path) -> dict[str, dict[str, float]]:
    """CPU-seconds and peak memory of each stage of a parse to JSON."""
    seconds: dict[str, float] = {}
    peaks: dict[str, float] = {}
    start = time.process_time()

    def ended(stage: str) -> None:
        nonlocal start
        now = time.process_time()
        seconds[stage], peaks[stage], start = now - start, peak_mb(), now

    with open_pdf(path) as file:
        pages = Clocked(read_pages(file, None, OcrChoice("off")))
        layouts = lay_out(pages)
        facts = file.facts
    ended("layout")
    seconds["pdf"], peaks["pdf"] = pages.seconds, peaks["layout"]
    seconds["layout"] -= pages.seconds
    document = outline(layouts, facts)
    del layouts
    ended("outline")
    plan = pipeline.read_document(document)
    del document
    ended("extract")
    plan.to_json()
    ended("json")
    return {stage: {"seconds": seconds[stage], "peak_mb": peaks[stage]} for stage in STAGES}


def top_functions(path: Path) -> list[dict[str, Any]]:
    """The functions of a parse to JSON with most time of their own."""
    profile = cProfile.Profile()
    profile.enable()
    planparse.parse(path, ocr="off").to_json()
    profile.disable()
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    total = sum(entry[2] for entry in stats.values())
    ranked = sorted(stats.items(), key=lambda item: -item[1][2])[:FUNCTIONS]
    return [
        {"function": _named(*place), "calls": entry[1], "share": round(entry[2] / total, 4)} for place, entry in ranked
    ]


def _named(file: str, line: int, function: str) -> str:
    """ "layout/lines.py:158 text_line"; the library's folder of a function that is not ours."""
    if not line:
        return function
    path = Path(file)
    here = path.relative_to(PACKAGE) if path.is_relative_to(PACKAGE) else Path(*path.parts[-2:])
    return f"{here.as_posix()}:{line} {function}"


def alone(tool: str, path: Path, warm: Path) -> Any:
    """What ``measured`` tells, from a process of its own."""
    command = [sys.executable, "-m", "benchmarks.scale", "--measure", tool, str(path), str(warm)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def measured(tool: str, path: Path, warm: Path) -> Any:
    """A tool's figures on a file, after it has read another."""
    if tool == "functions":
        planparse.parse(warm, ocr="off").to_json()
        return top_functions(path)
    if tool == "planparse":
        parsed_by_stage(warm)
        return parsed_by_stage(path)
    read = {"pdfium": pdfium_text, "pdfplumber": pdfplumber_tables}[tool]
    read(warm)
    start = time.process_time()
    read(path)
    return {"seconds": time.process_time() - start, "peak_mb": peak_mb()}


def spread_file(files: list[Path], pages: int, target: Path) -> None:
    """A PDF of so many pages, evenly spread over those of all files, over again where these have fewer.

    A file's pages are taken over together: taken one by one, each would bring the fonts of its file anew.
    """
    import pypdfium2

    sources = [pypdfium2.PdfDocument(path) for path in files]
    every = [(source, index) for source in sources for index in range(len(source))]
    chosen = [every[at % len(every) if pages > len(every) else at * len(every) // pages] for at in range(pages)]
    out = pypdfium2.PdfDocument.new()
    for source, run in groupby(chosen, key=itemgetter(0)):
        out.import_pages(source, [index for _, index in run])
    out.save(target)
    for document in (out, *sources):
        document.close()


def figures_of(pages: int, ours: dict[str, dict[str, float]], others: dict[str, dict[str, float]]) -> dict[str, Any]:
    """The figures of one size, rounded, with the ratios of the whole parse to the others."""
    whole = sum(stage["seconds"] for stage in ours.values())
    return {
        "pages": pages,
        "pages_per_second": round(pages / whole, 1),
        "peak_mb": round(max(stage["peak_mb"] for stage in ours.values()), 1),
        "stages": {
            name: {
                "ms_per_page": round(1000 * stage["seconds"] / pages, 2),
                "share": round(stage["seconds"] / whole, 3),
                "peak_mb": round(stage["peak_mb"], 1),
            }
            for name, stage in ours.items()
        },
        "beside": {
            name: {
                "pages_per_second": round(pages / other["seconds"], 1),
                "peak_mb": round(other["peak_mb"], 1),
                "planparse_is_so_many_times_as_fast": round(other["seconds"] / whole, 2),
            }
            for name, other in others.items()
        },
    }


def show(figures: dict[str, Any]) -> None:
    print(f"\n{figures['pages']} pages: {figures['pages_per_second']} per CPU-second, peak {figures['peak_mb']} MB")
    for name, stage in figures["stages"].items():
        print(
            f"  {name:10}{stage['ms_per_page']:8.2f} ms a page {stage['share']:7.1%} {stage['peak_mb']:8.1f} MB so far"
        )
    for name, other in figures["beside"].items():
        ratio = other["planparse_is_so_many_times_as_fast"]
        print(f"  {name}: {other['pages_per_second']} per CPU-second, {other['peak_mb']} MB; planparse / it {ratio}")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[ROOT / "corpus"])
    parser.add_argument("--pages", nargs="*", type=int, default=[10, 100, 1000])
    parser.add_argument("--plumber-pages", type=int, default=100, help="the longest file that pdfplumber has to read")
    parser.add_argument("--json", type=Path, help="where to write the figures; benchmarks/results by default")
    parser.add_argument("--measure", nargs=3, metavar=("TOOL", "FILE", "WARM"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        tool, path, warm = options.measure
        print(json.dumps(measured(tool, Path(path), Path(warm))))
        return
    files = readable(options.folders)
    if not files:
        sys.exit("no readable PDF in " + ", ".join(map(str, options.folders)))
    sizes: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as folder:
        warm, path = Path(folder) / "warm.pdf", Path(folder) / "pages.pdf"
        spread_file(files, 10, warm)
        for pages in options.pages:
            spread_file(files, pages, path)
            others = ["pdfium", *(["pdfplumber"] if pages <= options.plumber_pages else [])]
            ours = alone("planparse", path, warm)
            sizes.append(figures_of(pages, ours, {name: alone(name, path, warm) for name in others}))
            show(sizes[-1])
        spread_file(files, PROFILED, path)
        functions = alone("functions", path, warm)
    print(f"\nown time of functions on {PROFILED} pages, under the profiler")
    for entry in functions:
        print(f"  {entry['share']:6.1%} {entry['calls']:9,} calls  {entry['function']}")
    report = described("scale", files) | {"sizes": sizes, "profiled_pages": PROFILED, "functions": functions}
    (options.json or results_file("scale")).write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
