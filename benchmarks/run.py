"""All benchmarks in one go: what ``make bench`` runs.

    python -m benchmarks.run [--peers] [--fuzz MUTANTS] [--archive FILES] [--size] [--only NAME ...]

Accuracy, whole rows, the tables of ICDAR 2013, the two readers, speed and scale, and the comparison's three, each in a
process of its own; what needs data that is not beside the checkout is left out and named. The slow ones are asked for:
peers (its tools come with the extra ``bench``), the fuzzer, the conversion of an archive, and files of hostile size.
Results land in ``benchmarks/results``. Exit code 1 where one failed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def planned(peers: bool, mutants: int, archive: int, size: bool) -> dict[str, tuple[list[str], Path | None]]:
    """name → arguments, and the folder that the run needs beside the corpus."""
    runs: dict[str, tuple[list[str], Path | None]] = {
        "accuracy": (["accuracy"], None),
        "rows": (["rows"], None),
        "rows of shared gold": (["rows", str(SHARED / "gold"), str(SHARED / "plans")], SHARED / "gold"),
        "icdar": (["icdar"], SHARED / "icdar2013"),
        "readers": (["readers"], None),
        "speed": (["speed"], None),
        "comparison": (["comparison"], None),
        "likeness": (["likeness"], None),
        "compare_scale": (["compare_scale"], None),
        "scale": (["scale"], None),
    }
    if size:
        runs["size"] = (["size"], None)
    if peers:
        runs["peers"] = (["peers", "--half", "test"], None)
    if archive:
        runs["archive"] = (["archive", "--files", str(archive)], None)
    if mutants:
        runs["fuzz"] = (["fuzz", "--mutants", str(mutants)], None)
    return runs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", action="store_true", help="the other tools, too (half an hour)")
    parser.add_argument(
        "--fuzz", type=int, default=0, metavar="MUTANTS", help="so many spoiled files (5000: half an hour)"
    )
    parser.add_argument(
        "--archive", type=int, default=0, metavar="FILES", help="converting so many files (2000: an hour)"
    )
    parser.add_argument("--size", action="store_true", help="files of hostile size, too (five minutes)")
    parser.add_argument("--only", nargs="*", help="only those with one of these words in their name")
    options = parser.parse_args()
    failed: list[str] = []
    for name, (arguments, needed) in planned(options.peers, options.fuzz, options.archive, options.size).items():
        if options.only and not any(word in name for word in options.only):
            continue
        if needed is not None and not needed.is_dir():
            print(f"\n== {name}: left out, there is no {needed}", flush=True)
            continue
        print(f"\n== {name}", flush=True)
        start = time.monotonic()
        done = subprocess.run([sys.executable, "-m", f"benchmarks.{arguments[0]}", *arguments[1:]], cwd=ROOT)
        print(f"-- {name}: {time.monotonic() - start:.0f} s, exit code {done.returncode}", flush=True)
        if done.returncode:
            failed.append(name)
    if failed:
        sys.exit("failed: " + ", ".join(failed))


if __name__ == "__main__":
    main()
