"""Spoiled files: does any of them crash the parse, hang it, eat the memory, or make a plan that can't be?

    python -m benchmarks.fuzz [--mutants 5000] [--first 0] [--reader pdfplumber] [--save FOLDER] [--json FILE]
    python -m benchmarks.fuzz --journal FILE                   # goes on where a run with that journal was ended
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
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import planparse
from benchmarks.fuzzing.mutants import mutant
from benchmarks.fuzzing.tally import JournalError, Tally, noted, resumed
from benchmarks.fuzzing.trial import GOOD, Limits, Verdict, tried
from benchmarks.machine import described, results_file
from planparse.pdf.reader import ReaderName

ROOT = Path(__file__).resolve().parent.parent
AGAIN = 3
_TOLD_EVERY = 250


def fuzzed(seed: int, files: list[Path], limits: Limits, reader: ReaderName) -> Verdict:
    """The verdict on a seed's mutant; one in three is parsed twice, for the same output."""
    return tried(lambda: mutant(seed, files).data, replace(limits, again=seed % AGAIN == 0), reader)


def told(seed: int, files: list[Path], verdict: Verdict) -> dict[str, Any]:
    """A verdict in plain words; a bad one with what its mutant was made from."""
    out: dict[str, Any] = {"seed": seed, "fate": verdict.fate, "detail": verdict.detail}
    if verdict.fate not in GOOD:
        made = mutant(seed, files)
        out |= {"source": made.source, "ways": list(made.ways)}
    return out | {"cpu_seconds": round(verdict.seconds, 2), "memory_mb": round(verdict.memory)}


def _warm(path: Path, reader: ReaderName) -> None:
    """What is imported on the way is imported once, and not in every worker."""
    modules = ("PIL.ImageFilter", "pdfplumber", "pdfminer.pdfinterp", "planparse.pdf.unmapped", "planparse.pdf.locked")
    for module in modules:
        import_module(module)
    planparse.parse(path, reader=reader).to_json()


def _kept(folder: Path, seed: int, files: list[Path]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{seed}.pdf").write_bytes(mutant(seed, files).data)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus", help="the folder of PDFs to spoil")
    parser.add_argument("--mutants", type=int, default=5000)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--seed", type=int, help="only this one")
    parser.add_argument("--reader", choices=("pdfium", "pdfplumber"), default="pdfium")
    parser.add_argument("--journal", type=Path, help="a file of verdicts: what it has is not done again")
    parser.add_argument("--save", type=Path, help="a folder to keep the files in that were not good")
    parser.add_argument("--json", type=Path, help="where to write the figures; benchmarks/results by default")
    options = parser.parse_args()
    files = sorted(options.corpus.glob("*.pdf"))
    if not files:
        sys.exit(f"no PDF in {options.corpus}")
    limits = Limits()
    head = {**described("fuzz", files), "reader": options.reader, "limits": vars(limits)}
    tally = Tally()
    if options.journal:
        try:
            tally = resumed(options.journal, {name: head[name] for name in ("planparse", "reader", "files")})
        except JournalError as error:
            sys.exit(str(error))
    _warm(files[0], options.reader)
    single = options.seed is not None
    seeds = [options.seed] if single else list(range(options.first, options.first + options.mutants))
    target = options.json or (None if single else _target(options.reader))
    start = time.monotonic()
    for seed in [seed for seed in seeds if seed not in tally.seeds]:
        verdict = told(seed, files, fuzzed(seed, files, limits, options.reader))
        tally.add(verdict)
        if options.journal:
            noted(options.journal, verdict)
        if verdict["fate"] not in GOOD or single:
            print(json.dumps(verdict, ensure_ascii=False), flush=True)
            if options.save:
                _kept(options.save, seed, files)
        if len(tally.seeds) % _TOLD_EVERY == 0:
            passed = time.monotonic() - start
            print(f"{len(tally.seeds)} mutants, {dict(tally.fates)}, {passed:.0f} s", file=sys.stderr, flush=True)
            _written(target, head, tally)  # as it goes, so that a run that is ended early is not lost
    _written(target, head, tally)
    print(f"{len(tally.seeds)} mutants: {dict(tally.fates)}; refused as {dict(tally.refusals)}")
    print(f"slowest parse {tally.slowest:.1f} CPU-seconds, largest worker {tally.largest:.0f} MB")
    if tally.bad:
        sys.exit(1)


def _target(reader: ReaderName) -> Path:
    return results_file("fuzz" if reader == "pdfium" else f"fuzz-{reader}")


def _written(target: Path | None, head: dict[str, object], tally: Tally) -> None:
    if target is not None:
        text = json.dumps(head | tally.figures(), indent=1, ensure_ascii=False)
        target.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
