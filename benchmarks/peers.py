"""planparse beside the tools that people use today, on the same files: whole rows, glued cells, tables, speed, memory.

    python -m benchmarks.peers [TOOL ...] [--rows GOLD PLANS]... [--half test] [--icdar FOLDER]
                               [--sets rows icdar] [--limit SECONDS] [--budget SECONDS] [--json FILE]

Each tool reads in a process of its own, one file after the other, with a limit for a file and a budget for all; what is
not installed, or lacks what it needs, is named and left out. Whole rows and glued cells are measured as in
``benchmarks.rows``, tables as in ``benchmarks.icdar``, both over the files that the tool got through. Seconds are of
the processor, those of the tool's own subprocesses among them; each tool reads its first file once before that counts.
"""

from __future__ import annotations

import argparse
import json
import resource
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from statistics import fmean
from types import FrameType, ModuleType
from typing import Any

from benchmarks.adapters import (
    FoundCell,
    FoundTable,
    Tool,
    ours,
    with_camelot,
    with_docling,
    with_img2table,
    with_pdfplumber,
    with_tabula,
)
from benchmarks.icdar import Area, Neighbours, compared, harmonic, neighbours, readings, score, true_tables
from benchmarks.machine import described, results_file
from benchmarks.rows import RowScore, scored, wanted_in
from planparse.evaluate import Gold, load_gold_folder

ROOT = Path(__file__).resolve().parent.parent
ADAPTERS: tuple[ModuleType, ...] = (*(ours, with_pdfplumber, with_camelot, with_tabula, with_img2table, with_docling),)
Read = dict[str, dict[str, Any]]
"""file → its tables as cells, pages and CPU-seconds, or why there are none"""


class TooSlowError(Exception):
    """A file took longer than its limit."""


def chosen(names: Iterable[str]) -> dict[str, ModuleType]:
    """The tools whose name has one of the words in it, each with its adapter."""
    wanted = list(names)
    tools = {name: module for module in ADAPTERS for name in module.TOOLS}
    return {name: module for name, module in tools.items() if not wanted or any(word in name for word in wanted)}


def work(name: str, paged: bool, limit: float, files: list[Path]) -> None:
    """In the worker: a line of JSON for each file."""
    module = chosen([name])[name]
    tools: dict[str, Tool] = module.TOOLS | (getattr(module, "PAGED", {}) if paged else {})
    signal.signal(signal.SIGALRM, _too_slow)
    for path in [files[0], *files]:  # the first twice: once for what a tool does once
        before = _spent()
        signal.setitimer(signal.ITIMER_REAL, limit)
        try:
            found: dict[str, Any] = {"tables": [[vars(cell) for cell in one.cells] for one in tools[name](path)]}
        except TooSlowError:
            found = {"failure": f"over {limit:.0f} s"}
        except Exception as error:
            found = {"failure": f"{type(error).__name__}: {error}"[:200]}
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        own, inner = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        memory = (own + inner) / (1024 * 1024 if sys.platform == "darwin" else 1024)
        line = {"file": str(path), **found, "seconds": _spent() - before, "memory": memory, "pages": _pages(path)}
        print(json.dumps(line), flush=True)


def _too_slow(number: int, frame: FrameType | None) -> None:
    raise TooSlowError


def _spent() -> float:
    inner = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + inner.ru_utime + inner.ru_stime


def _pages(path: Path) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def read_by(name: str, files: list[Path], limit: float, budget: float, *, paged: bool) -> Read:
    """What a tool finds in the files, in a process of its own that is ended when its budget is spent."""
    command = [sys.executable, "-m", "benchmarks.peers", "--work", name, "--limit", str(limit)]
    command += [*(["--paged"] if paged else []), "--files", *map(str, files)]
    with tempfile.TemporaryFile("w+") as out:
        worker = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, cwd=ROOT)
        try:
            worker.wait(budget)
        except subprocess.TimeoutExpired:
            worker.kill()
            worker.wait()
        out.seek(0)
        lines = [json.loads(line) for line in out if line.endswith("}\n")]
    return {line["file"]: line for line in lines}


def tables_of(line: Mapping[str, Any]) -> list[FoundTable]:
    return [FoundTable(tuple(FoundCell(**cell) for cell in table)) for table in line.get("tables", [])]


def speed_of(read: Read) -> dict[str, Any]:
    good = [line for line in read.values() if "tables" in line]
    seconds = sum(line["seconds"] for line in good)
    return {
        "files": len(good),
        "failures": {Path(name).name: line["failure"] for name, line in read.items() if "failure" in line},
        "pages_per_cpu_second": round(sum(line["pages"] for line in good) / seconds, 2) if seconds else None,
        "peak_mb": round(max((line["memory"] for line in read.values()), default=0.0)),
    }


def rows_figures(read: Read, golds: Mapping[Path, Gold]) -> dict[str, Any]:
    """Whole rows over the files that were read."""
    total = RowScore()
    for path, gold in golds.items():
        line = read.get(str(path))
        if line is not None and "tables" in line:
            total += scored(wanted_in(gold.plan), [table.rows() for table in tables_of(line)])
    return {**total.figures(), **speed_of(read)}


def neighbours_by_page(tables: Iterable[FoundTable]) -> list[tuple[int, Neighbours]]:
    """Each page's part of each table, as the measure of tables takes them."""
    out = []
    for table in tables:
        parts: dict[int, list[Area]] = defaultdict(list)
        for cell in table.cells:
            last = (cell.row + cell.row_span - 1, cell.col + cell.col_span - 1)
            parts[cell.page].append(Area(cell.row, cell.col, *last, compared(cell.text)))
        out += [(page, neighbours(areas)) for page, areas in parts.items()]
    return out


def icdar_figures(read: Read, documents: Mapping[Path, list[Path]]) -> dict[str, Any]:
    """Precision, recall and F1 averaged over the documents that were read."""
    scores = []
    for path, truths in documents.items():
        line = read.get(str(path))
        if line is not None and "tables" in line:
            found = neighbours_by_page(tables_of(line))
            scores.append(max((score(true_tables(truth), found) for truth in truths), key=lambda one: one.f1))
    if not scores:
        return speed_of(read)
    precision, recall = fmean(one.precision for one in scores), fmean(one.recall for one in scores)
    average = {"precision": precision, "recall": recall, "f1": harmonic(precision, recall)}
    return {name: round(value, 4) for name, value in average.items()} | speed_of(read)


def golds_in(gold_dir: Path, plans_dir: Path, half: str | None) -> dict[Path, Gold]:
    """The PDFs that have gold with records of rows; only a half of the corpus where that is asked for."""
    kept: set[str] | None = None
    splits = gold_dir / "splits.toml"
    if half and splits.exists():
        entries = tomllib.loads(splits.read_text(encoding="utf-8"))["plan"]
        kept = {entry["name"] for entry in entries if entry["half"] == half}
    golds = [
        gold for gold in load_gold_folder(gold_dir) if wanted_in(gold.plan) and (kept is None or gold.name in kept)
    ]
    files = {path.name: path for path in sorted(plans_dir.rglob("*.pdf"), reverse=True)}
    return {files[gold.document]: gold for gold in golds if gold.document in files}


def shown(name: str, figures: Mapping[str, Any]) -> str:
    speed = f"{figures['pages_per_cpu_second'] or 0:8.1f} pages/s {figures['peak_mb']:6} MB  {figures['files']} files"
    if "records" in figures:
        rows = f"rows {figures['recall']:.3f} ({figures['found']}/{figures['records']})  glued {figures['glued']:4}"
        return f"{name:22} {rows:38} {speed}"
    return f"{name:22} F1 {figures.get('f1', 0):.4f}  P {figures.get('precision', 0):.3f}  {speed}"


def joined(before: Mapping[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    """The figures of a run of some tools, with those of the others as they were measured before on the same files."""
    same = {name: of for name, of in before["sets"].items() if now["sets"].get(name, of) == of}
    sets = same | now["sets"]
    results = {name: (before["results"][name] if name in same else {}) | now["results"].get(name, {}) for name in sets}
    measured = {tool for of in results.values() for tool in of}
    missing = {name: why for name, why in before["not_available"].items() if name not in measured}
    return {**now, "sets": sets, "not_available": missing | now["not_available"], "results": results}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tools", nargs="*", help="words of the tools' names; all by default")
    parser.add_argument("--rows", nargs=2, action="append", type=Path, metavar=("GOLD", "PLANS"))
    parser.add_argument("--half", help="of the corpus, only this half")
    parser.add_argument("--icdar", type=Path, default=ROOT.parent / "shared" / "icdar2013")
    parser.add_argument(
        "--sets", nargs="+", choices=("rows", "icdar"), default=["rows", "icdar"], help="what to measure"
    )
    parser.add_argument("--limit", type=float, default=60, help="seconds for a file")
    parser.add_argument("--budget", type=float, default=600, help="seconds for a tool on one set of files")
    parser.add_argument("--json", type=Path, help="where to write the figures; benchmarks/results by default")
    parser.add_argument("--work", help=argparse.SUPPRESS)
    parser.add_argument("--paged", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--files", nargs="*", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        work(options.work, options.paged, options.limit, options.files)
        return
    asked = (options.rows or [_corpus()]) if "rows" in options.sets else []
    sets = {_shown_name(gold): golds_in(gold, plans, options.half) for gold, plans in asked}
    documents = readings(options.icdar) if "icdar" in options.sets and options.icdar.is_dir() else {}
    results: dict[str, dict[str, dict[str, Any]]] = {name: {} for name in [*sets, *(["icdar"] if documents else [])]}
    missing: dict[str, str] = {}
    for name, module in chosen(options.tools).items():
        reason = module.unavailable()
        if reason:
            missing[name] = reason
            print(f"{name:22} not available: {reason}", flush=True)
            continue
        for of, golds in sets.items():
            read = read_by(name, list(golds), options.limit, options.budget, paged=False)
            results[of][name] = rows_figures(read, golds)
            print(shown(name, results[of][name]), " ", of, flush=True)
        if documents:
            read = read_by(name, list(documents), options.limit, options.budget, paged=True)
            results["icdar"][name] = icdar_figures(read, documents)
            print(shown(name, results["icdar"][name]), "  icdar", flush=True)
    files = {name: [path.name for path in of] for name, of in [*sets.items(), ("icdar", documents)] if of}
    figures = {**described("peers", []), "half": options.half, "sets": files}
    figures |= {"not_available": missing, "results": results}
    for of in results.values():
        for tool in of.values():
            tool["date"] = figures["date"]
    target = options.json or results_file("peers")
    if options.tools and target.exists():
        figures = joined(json.loads(target.read_text(encoding="utf-8")), figures)
    target.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _shown_name(gold: Path) -> str:
    return "corpus" if gold == ROOT / "gold" else f"{gold.resolve().parent.name} gold"


def _corpus() -> tuple[Path, Path]:
    return ROOT / "gold", ROOT / "corpus"


if __name__ == "__main__":
    main()
