"""Spoiled files: does any of them crash the parse, hang it, eat the memory, or make a plan that can't be?

    python -m benchmarks.fuzz [--mutants 5000] [--first 0] [--reader pdfplumber] [--save FOLDER] [--json FILE]
    python -m benchmarks.fuzz --seed 1234 --save FOLDER        # one mutant again, kept as a file

Each mutant is made from a corpus file by its seed alone and is parsed in a worker with limits of time and memory.
Refusing a file is right, with an error that is a ``PlanparseError``; what is parsed must have every place on its page,
every printed value on its page, ids once, links that resolve, JSON that reads back the same, and the same output again.
Ends with exit code 1 where anything else was met.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import planparse
from benchmarks.fuzzing.mutants import mutant
from benchmarks.fuzzing.trial import GOOD, Limits, Verdict, tried
from benchmarks.machine import described, results_file
from planparse.pdf.reader import ReaderName

ROOT = Path(__file__).resolve().parent.parent
AGAIN = 3


def fuzzed(seed: int, files: list[Path], limits: Limits, reader: ReaderName) -> Verdict:
    """The verdict on a seed's mutant; one in three is parsed twice, for the same output."""
    return tried(lambda: mutant(seed, files).data, replace(limits, again=seed % AGAIN == 0), reader)


def told(seed: int, files: list[Path], verdict: Verdict) -> dict[str, object]:
    """A verdict with what its mutant was made from."""
    made = mutant(seed, files)
    return {
        "seed": seed,
        "fate": verdict.fate,
        "detail": verdict.detail,
        "source": made.source,
        "ways": list(made.ways),
        "cpu_seconds": round(verdict.seconds, 2),
        "memory_mb": round(verdict.memory),
    }


def _warm(path: Path, reader: ReaderName) -> None:
    """What is imported on the way is imported once, and not in every worker."""
    for module in ("PIL.ImageFilter", "pdfplumber", "pdfminer.pdfinterp", "planparse.pdf.unmapped"):
        import_module(module)
    planparse.parse(path, reader=reader).to_json()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus", help="the folder of PDFs to spoil")
    parser.add_argument("--mutants", type=int, default=5000)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--seed", type=int, help="only this one")
    parser.add_argument("--reader", choices=("pdfium", "pdfplumber"), default="pdfium")
    parser.add_argument("--save", type=Path, help="a folder to keep the files in that were not good")
    parser.add_argument("--json", type=Path, help="where to write the figures; benchmarks/results by default")
    options = parser.parse_args()
    files = sorted(options.corpus.glob("*.pdf"))
    if not files:
        sys.exit(f"no PDF in {options.corpus}")
    limits = Limits()
    _warm(files[0], options.reader)
    seeds = [options.seed] if options.seed is not None else range(options.first, options.first + options.mutants)
    fates: Counter[str] = Counter()
    refusals: Counter[str] = Counter()
    bad: list[dict[str, object]] = []
    slowest = largest = 0.0
    start = time.monotonic()
    for done, seed in enumerate(seeds, 1):
        verdict = fuzzed(seed, files, limits, options.reader)
        fates[verdict.fate] += 1
        slowest, largest = max(slowest, verdict.seconds), max(largest, verdict.memory)
        if verdict.fate == "refused":
            refusals[verdict.detail] += 1
        if verdict.fate not in GOOD:
            bad.append(told(seed, files, verdict))
            print(json.dumps(bad[-1], ensure_ascii=False), flush=True)
        if options.save and (verdict.fate not in GOOD or options.seed is not None):
            options.save.mkdir(parents=True, exist_ok=True)
            (options.save / f"{seed}.pdf").write_bytes(mutant(seed, files).data)
        if done % 250 == 0:
            print(f"{done} mutants, {dict(fates)}, {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)
        if (done % 250 == 0 or done == len(seeds)) and (options.seed is None or options.json):
            # As it goes, so that a run that is ended early is not lost.
            figures = {
                **described("fuzz", files),
                "reader": options.reader,
                "limits": vars(limits),
                "seeds": [seeds[0], seed],
                "fates": dict(fates),
                "refused_as": dict(refusals),
                "slowest_cpu_seconds": round(slowest, 2),
                "largest_mb": round(largest),
                "bad": bad,
            }
            target = options.json or results_file("fuzz" if options.reader == "pdfium" else "fuzz-pdfplumber")
            target.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{sum(fates.values())} mutants: {dict(fates)}; refused as {dict(refusals)}")
    print(f"slowest parse {slowest:.1f} CPU-seconds, largest worker {largest:.0f} MB")
    if bad:
        sys.exit(1)


if __name__ == "__main__":
    main()
