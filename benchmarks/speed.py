"""Pages per CPU-second: the whole parse to JSON, beside pdfium's plain text and pdfplumber's ``extract_tables``.

    python -m benchmarks.speed [FOLDER ...] [--json FILE] [--no-pdfplumber]

Each is run on the same files in the same run, one process, warm (one file is read before the clock starts; each tool
reads every file twice and the faster pass counts), with OCR off: a scan is left out, whatever is installed. Also: the
peak memory of 1,000 pages, and the CPU time of a cold ``planparse --help`` and of a cold parse of one plan.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import planparse
from benchmarks.machine import described, results_file
from planparse.errors import PlanparseError

ROOT = Path(__file__).resolve().parent.parent
LONG = 1000


def parse_to_json(path: Path) -> int:
    """The whole way; pages read."""
    plan = planparse.parse(path, ocr="off")
    plan.to_json()
    return plan.source.page_count


def pdfium_text(path: Path) -> int:
    """The limit: pdfium's plain text of every page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    for index in range(len(document)):
        page = document[index]
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    count = len(document)
    document.close()
    return count


def pdfplumber_tables(path: Path) -> int:
    """pdfplumber's tables alone."""
    import pdfplumber

    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_tables()
            page.close()
        return len(document.pages)


def pages_per_second(read: Callable[[Path], int], files: list[Path], passes: int) -> float:
    """Pages per CPU-second over all files, the fastest of some passes."""
    best = 0.0
    for _ in range(passes):
        start = time.process_time()
        pages = sum(read(path) for path in files)
        best = max(best, pages / (time.process_time() - start))
    return best


def readable(folders: list[Path]) -> list[Path]:
    """The PDFs of the folders that planparse can parse: an unreadable one has no speed."""
    out = []
    for path in sorted(path for folder in folders for path in folder.rglob("*.pdf")):
        try:
            planparse.parse(path, ocr="off")
        except PlanparseError as error:
            print(f"left out: {error}", file=sys.stderr)
        else:
            out.append(path)
    return out


def cold_seconds(*arguments: str) -> float:
    """CPU seconds of a fresh ``planparse`` process, the least of three."""
    code = "import sys; from planparse.cli.app import main; sys.argv[0] = 'planparse'; main()"
    least = 1e9
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code, *arguments], check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        least = min(least, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return least


def long_file(files: list[Path], pages: int, target: Path) -> None:
    """One PDF of so many pages, made of the files' pages over and over."""
    import pypdfium2

    out = pypdfium2.PdfDocument.new()
    while len(out) < pages:
        for path in files:
            source = pypdfium2.PdfDocument(path)
            out.import_pages(source, list(range(min(len(source), pages - len(out)))))
            source.close()
            if len(out) >= pages:
                break
    out.save(target)
    out.close()


def parsed_alone(path: Path) -> tuple[float, float]:
    """(CPU seconds, peak memory in MB) of parsing a file in a process of its own."""
    code = (
        "import sys, time, planparse; from benchmarks.machine import peak_mb; t = time.process_time(); "
        "planparse.parse(sys.argv[1], ocr='off').to_json(); "
        "print(time.process_time() - t, peak_mb())"
    )
    command = [sys.executable, "-c", code, str(path.absolute())]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    seconds, memory = done.stdout.split()
    return float(seconds), float(memory)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[ROOT / "corpus"])
    parser.add_argument("--json", type=Path, help="where to write the figures; benchmarks/results by default")
    parser.add_argument("--no-pdfplumber", action="store_true", help="leave the slow one out")
    options = parser.parse_args()
    files = readable(options.folders)
    if not files:
        sys.exit("no readable PDF in " + ", ".join(map(str, options.folders)))
    ours = pages_per_second(parse_to_json, files, 2)
    figures: dict[str, float] = {"planparse": ours, "pdfium plain text": pages_per_second(pdfium_text, files, 2)}
    if not options.no_pdfplumber:
        figures["pdfplumber extract_tables"] = pages_per_second(pdfplumber_tables, files, 1)
    for name, rate in figures.items():
        print(f"{name:28} {rate:8.1f} pages per CPU-second   planparse / it {ours / rate:6.2f}")
    with tempfile.TemporaryDirectory() as folder:
        long = Path(folder) / "long.pdf"
        long_file(files, LONG, long)
        seconds, memory = parsed_alone(long)
    figures |= {f"{LONG} pages, pages per CPU-second": LONG / seconds, f"{LONG} pages, peak MB": memory}
    print(f"{LONG} pages in one file: {LONG / seconds:.1f} pages per CPU-second, peak memory {memory:.0f} MB")
    figures["cold --help, CPU seconds"] = cold_seconds("--help")
    figures["cold parse, CPU seconds"] = cold_seconds("parse", str(files[0]), "-o", "/dev/null")
    print(f"cold: --help {figures['cold --help, CPU seconds']:.2f} s, {files[0].name} ", end="")
    print(f"{figures['cold parse, CPU seconds']:.2f} s of CPU")
    report = described("speed", files) | {"figures": figures}
    (options.json or results_file("speed")).write_text(json.dumps(report, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
