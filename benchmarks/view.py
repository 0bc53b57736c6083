"""Size and time of ``planparse view``: each plan's page, in a process of its own as a user starts it.

    python -m benchmarks.view [PDF ...] [--json FILE]

Given are the plan's pages, the wall and CPU seconds of the whole command (start, parse, pictures, page), the page's
size, and both for 40 pages at the plan's own rate; and how long Chromium takes to show it, where there is one. Without
PDFs: the corpus's three longest plans. Fails where 40 pages would take more than 15 MB or 10 seconds of CPU.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import planparse
from benchmarks.machine import described, results_file

ROOT = Path(__file__).resolve().parent.parent
PAGES = 40
MOST_MB = 15.0
MOST_SECONDS = 10.0


def viewed(pdf: Path, target: Path) -> dict[str, float]:
    """Figures of one run of the command."""
    code = "import sys; from planparse.cli.app import main; sys.argv[0] = 'planparse'; main()"
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run([sys.executable, "-c", code, "view", str(pdf), "-o", str(target)], check=True, capture_output=True)
    after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic() - start
    pages = planparse.parse(pdf).source.page_count
    return {
        "pages": pages,
        "wall seconds": wall,
        "CPU seconds": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        "MB": target.stat().st_size / 1e6,
    }


def seconds_to_show(page: Path) -> float | None:
    """From opening the page until its first page's picture is decoded; None without Chromium or playwright."""
    path = os.environ.get("PLANPARSE_CHROMIUM") or shutil.which("chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    if path is None:
        return None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        tab = browser.new_page()
        start = time.monotonic()
        tab.goto(page.as_uri())
        tab.wait_for_function("() => document.querySelector('.sheet img')?.complete")
        took = time.monotonic() - start
        browser.close()
    return took


def measured(pdf: Path, folder: Path) -> dict[str, float]:
    """Figures of a plan, told as they are known."""
    target = folder / f"{pdf.stem}.html"
    figures = viewed(pdf, target)
    for name in ("CPU seconds", "MB"):
        figures[f"{name}, {PAGES} pages"] = figures[name] * PAGES / figures["pages"]
    shown = seconds_to_show(target)
    if shown is not None:
        figures["seconds until shown"] = shown
    print(f"{pdf.name}: " + ", ".join(f"{name} {value:.1f}" for name, value in figures.items()), flush=True)
    return figures


def longest(count: int) -> list[Path]:
    """The corpus's plans with most pages."""
    plans = sorted((ROOT / "corpus").glob("*.pdf"))
    return sorted(plans, key=lambda path: -planparse.parse(path).source.page_count)[:count]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pdfs", nargs="*", type=Path)
    parser.add_argument("--json", type=Path, help="where to write the figures; benchmarks/results by default")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pdfs = options.pdfs or longest(3)
        figures = {pdf.name: measured(pdf, Path(folder)) for pdf in pdfs}
    target = options.json or results_file("view")
    target.write_text(json.dumps(described("view", pdfs) | {"figures": figures}, indent=2) + "\n", encoding="utf-8")
    over = [
        name
        for name, told in figures.items()
        if told[f"MB, {PAGES} pages"] > MOST_MB or told[f"CPU seconds, {PAGES} pages"] > MOST_SECONDS
    ]
    if over:
        sys.exit("over the floors: " + ", ".join(over))


if __name__ == "__main__":
    main()
