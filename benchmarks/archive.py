"""Converting an archive: whether nothing is lost, and what the machinery costs.

    python -m benchmarks.archive [--files 2000] [--rate-files 200] [--corpus FOLDER] [--json FILE]

An archive is made of the corpus' plans, each many times with different bytes, and 5 % hostile files. It is converted
undisturbed; then again, killed on the way with a signal that no program can catch, and converted to its end. Both must
have the same plans and tables. Rates are measured on good files alone, beside one warm process that only parses.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import planparse
from benchmarks.hostile import KINDS, make
from benchmarks.machine import described, results_file
from planparse.archive.archive import Archive
from planparse.archive.exports import export
from planparse.archive.folders import open_folder
from planparse.archive.manifest import MANIFEST, read_rows
from planparse.archive.outcomes import ManifestRow

ROOT = Path(__file__).resolve().parent.parent
_LIMITS = ("--timeout", "90", "--page-timeout", "0", "--memory", "256MiB")
"""the hostile files are to be given up soon (the growing one takes some 10 MB more a second); a good one takes some
seconds and half of that memory"""
_RUN = (
    "import json, sys; from pathlib import Path; from planparse.cli.app import run; "
    "from planparse.archive.process_limits import peak_memory; "
    "sys.argv[0] = 'planparse'; told = Path(sys.argv.pop()); code = run(); "
    # Not getrusage's: there a process begins with the peak of the one that started it.
    "told.write_text(json.dumps([code, peak_memory() / 1024**2]))"
)
_NOT_THE_SAME = {"seconds": 0.0, "peak_memory": None, "finished": "", "modified": None}
"""what of a row differs between any two runs"""


def make_archive(folder: Path, plans: list[Path], files: int) -> dict[str, frozenset[str]]:
    """Files in folders of a hundred; path → the errors that each hostile one may end in."""
    hostile: dict[str, frozenset[str]] = {}
    cheap = [kind for kind in KINDS if kind not in ("slow", "growing")]
    wanted = max(len(KINDS), files // 20)
    kinds = ["slow", "growing", *(cheap[index % len(cheap)] for index in range(wanted - 2))]
    every = files // wanted
    for number in range(files):
        path = folder / f"{number // 100:03d}" / f"{number:05d}.pdf"
        path.parent.mkdir(parents=True, exist_ok=True)
        if number % every == 1 and number // every < wanted:
            kind = kinds[number // every]
            path.write_bytes(make(kind, number))
            hostile[str(path)] = KINDS[kind][1]
        else:
            path.write_bytes(plans[number % len(plans)].read_bytes() + b"\n%% %d\n" % number)
    return hostile


def start(arguments: list[str], told: Path) -> subprocess.Popen[bytes]:
    """``planparse convert`` in a process that tells its exit code and its own peak memory."""
    command = [sys.executable, "-c", _RUN, "convert", *arguments, str(told)]
    return subprocess.Popen(command, cwd=ROOT)


def run(arguments: list[str], scratch: Path) -> tuple[float, int, float]:
    """(seconds, exit code, the parent's peak memory in MB) of a whole conversion."""
    told = scratch / "told.json"
    begun = time.perf_counter()
    start(arguments, told).wait()
    seconds = time.perf_counter() - begun
    code, memory = json.loads(told.read_text())
    return seconds, code, memory


def killed_on_the_way(arguments: list[str], out: Path, rows: int, scratch: Path) -> list[int]:
    """Kills a conversion when so many files are finished; the processes that it left behind after a second."""
    process = start(arguments, scratch / "killed.json")
    while process.poll() is None and count_lines(out / MANIFEST) < rows:
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    time.sleep(1)
    return list(workers_of(process.pid))


def workers_of(parent: int) -> Iterator[int]:
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                words = (entry / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if b"planparse.archive.worker" in words and str(parent).encode() in words:
                yield int(entry.name)


def count_lines(path: Path) -> int:
    return path.read_bytes().count(b"\n") if path.exists() else 0


def rows_of(out: Path) -> dict[str, ManifestRow]:
    return {row.path: row for row in read_rows(open_folder(out))}


def alike(one: Path, other: Path) -> bool:
    """Whether two outputs have the same manifest, plans and tables, but for clock and memory."""
    left, right = ([replace(row, **_NOT_THE_SAME) for row in rows_of(out).values()] for out in (one, other))
    plans = [{path.name: path.read_bytes() for path in (out / "plans").glob("*.json")} for out in (one, other)]
    if left != right or plans[0] != plans[1]:
        return False
    frames = [Archive(out).frames() for out in (one, other)]
    return all(frames[0][name].equals(frames[1][name]) for name in frames[0] if name != "files")


@dataclass(frozen=True)
class Rate:
    """Pages a second of the clock, and of the processors (which other programs on the machine disturb less)."""

    clock: float
    processor: float


def warm_rate(plans: list[Path]) -> Rate:
    """That of one process that only parses, warm."""
    planparse.parse(plans[0])
    begun, used, pages = time.perf_counter(), time.process_time(), 0
    for path in plans:
        plan = planparse.parse(path)
        plan.to_json(indent=None)
        pages += plan.source.page_count
    return Rate(pages / (time.perf_counter() - begun), pages / (time.process_time() - used))


def processor_seconds() -> float:
    """What all processes that this one waited for, and theirs, have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def rates(plans: list[Path], files: int, scratch: Path) -> dict[str, Rate]:
    """Of good files: one warm process that only parses, one worker, two workers."""
    folder = scratch / "good"
    folder.mkdir()
    for number in range(files):
        content = plans[number % len(plans)].read_bytes()
        (folder / f"{number:04d}.pdf").write_bytes(content + b"\n%% %d\n" % number)
    out = {"one warm process": warm_rate(sorted(folder.iterdir()))}
    for jobs in (1, 2):
        target = scratch / f"good-{jobs}"
        before = processor_seconds()
        seconds, _, _ = run([str(folder), "-o", str(target), "--jobs", str(jobs), "-q"], scratch)
        pages = sum(row.pages for row in rows_of(target).values())
        out[f"jobs {jobs}"] = Rate(pages / seconds, pages / (processor_seconds() - before))
    return out


def memory_of_long_manifest(out: Path, rows: int, scratch: Path) -> float:
    """The parent's peak memory where the manifest has so many rows already."""
    long = scratch / "long"
    long.mkdir()
    lines = (out / MANIFEST).read_text(encoding="utf-8").splitlines()
    with (long / MANIFEST).open("w", encoding="utf-8") as manifest:
        for number in range(rows):
            row = json.loads(lines[number % len(lines)])
            row["path"] = f"/archive/{number}/{row['path']}"
            if row["plan_id"] is not None:
                row["sha256"] = f"{number:064x}"[::-1]
                row["plan_id"] = row["sha256"][:16]
            manifest.write(json.dumps(row, ensure_ascii=False) + "\n")
    one = next(path for path in sorted(scratch.glob("good/*.pdf")))
    return run([str(one), "-o", str(long), "-q"], scratch)[2]


def exported(out: Path, scratch: Path) -> dict[str, float]:
    """Seconds of an export to Parquet from nothing, and of a group-by over all indicator values."""
    shutil.rmtree(out / "tables", ignore_errors=True)
    begun = time.perf_counter()
    archive = Archive(out)
    export(archive, "parquet", scratch / "parquet")
    seconds = time.perf_counter() - begun
    begun = time.perf_counter()
    archive.sql("select municipality, role, count(*), avg(value) from indicator_values group by all")
    return {"export to Parquet, s": seconds, "group-by, s": time.perf_counter() - begun}


def measured(plans: list[Path], files: int, rate_files: int, scratch: Path) -> dict[str, Any]:
    """All figures."""
    archive, whole, broken = scratch / "archive", scratch / "whole", scratch / "broken"
    hostile = make_archive(archive, plans, files)
    seconds, code, memory = run([str(archive), "-o", str(whole), "--jobs", "2", *_LIMITS], scratch)
    rows = rows_of(whole)
    wrong = [row.path for row in rows.values() if row.error not in hostile.get(row.path, {None})]
    arguments = [str(archive), "-o", str(broken), "--jobs", "2", *_LIMITS]
    left_behind = killed_on_the_way(arguments, broken, files // 2, scratch)
    before = rows_of(broken)
    run([*arguments, "-q"], scratch)
    after = rows_of(broken)
    rate = rates(plans, rate_files, scratch)
    return {
        "files": files,
        "hostile": len(hostile),
        "errors": dict(Counter(row.error for row in rows.values() if row.error)),
        "files with another outcome than they must have": wrong,
        "exit code": code,
        "seconds": seconds,
        "pages": sum(row.pages for row in rows.values() if row.error is None),
        "processes left behind by kill -9": left_behind,
        "rows at kill -9": len(before),
        "files converted twice": sum(after[path] != row for path, row in before.items()),
        "same after kill -9 and a second run": alike(whole, broken),
        "pages per second": {name: round(one.clock, 1) for name, one in rate.items()},
        "pages per CPU-second": {name: round(one.processor, 1) for name, one in rate.items()},
        "jobs 2 / jobs 1": rate["jobs 2"].clock / rate["jobs 1"].clock,
        "jobs 2 / (one warm process x 2)": rate["jobs 2"].clock / (2 * rate["one warm process"].clock),
        "the same by CPU": rate["jobs 2"].processor / rate["one warm process"].processor,
        "parent's peak memory, MB": memory,
        "the same with 20,000 rows before, MB": memory_of_long_manifest(whole, 20_000, scratch),
        **exported(whole, scratch),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--rate-files", type=int, default=200, help="good files on which the rates are measured")
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus")
    parser.add_argument("--json", type=Path, help="where to write the figures; benchmarks/results by default")
    options = parser.parse_args()
    plans = sorted(options.corpus.glob("*.pdf"))
    if not plans or options.files < 100:
        sys.exit("at least 100 files of at least one plan")
    with tempfile.TemporaryDirectory(prefix="planparse-bench-") as scratch:
        figures = measured(plans, options.files, options.rate_files, Path(scratch))
    for name, figure in figures.items():
        print(f"{name:48} {figure:.2f}" if isinstance(figure, float) else f"{name:48} {figure}")
    report = described("archive", plans) | {"figures": figures}
    target = options.json or results_file("archive")
    target.write_text(json.dumps(report, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
