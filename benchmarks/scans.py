"""How well scanned plans are read: image-only copies of plans with gold, scored against what their text layer gives.

    python -m benchmarks.scans [--engine rapidocr|tesseract] [--only NAME …] [--shared FOLDER] [--dpi 200] [--check]
                               [--again] [--readings FILE]

Each plan is printed to grey pictures, leaning by half a degree and with light noise, and these are all that is read.
The copies' scores are held against those of the plans themselves, field by field; so are the characters of every page,
and every number of the result against the words that stand in its place. Figures are saved after each plan; a run that
was broken off goes on from there, ``--again`` begins anew. With ``--readings`` what the engine reads is kept in a file
and not read again (see :mod:`benchmarks.kept_readings`). ``--check`` ends with exit code 1 where a floor is missed.
Without ``--only`` the test half of the corpus is read, and every plan of ``FOLDER/plans`` that has gold.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from benchmarks.kept_readings import KeptReadings
from benchmarks.machine import described, results_file
from benchmarks.scan_words import Numbers, character_errors, wrong_numbers
from planparse.evaluate import load_gold_folder, score_document
from planparse.evaluate.gold import Gold
from planparse.layout.pages import lay_out
from planparse.model import Plan
from planparse.model.writing import write_whole
from planparse.ocr.reading import OcrChoice, read_pages
from planparse.outline.build import outline
from planparse.pdf.reader import open_pdf
from planparse.pipeline import parse, read_document

ROOT = Path(__file__).resolve().parent.parent
FLOORS = {"sections": 0.90, "goals": 0.90, "indicator_values": 0.85, "budget_cells": 0.88}
"""of each field's score on the embedded text"""
MOST_CHARACTER_ERROR = 0.02
MOST_SILENT = 1 / 200
PAGES_A_MINUTE = 6


@dataclass(frozen=True)
class Scanner:
    """How a copy is made: all of it is told by the settings and the seed."""

    dpi: int = 200
    skew: float = 0.5
    noise: float = 8.0
    paper: int = 245
    quality: int = 80

    def copy(self, plan: Path) -> bytes:
        """A PDF of the plan's pages as pictures."""
        out = io.BytesIO()
        with open_pdf(plan) as file:
            sheets = [self.sheet(file.page_picture(n, self.dpi / 72), n) for n in range(1, file.page_count + 1)]
        sheets[0].save(out, "PDF", save_all=True, append_images=sheets[1:], resolution=self.dpi, quality=self.quality)
        return out.getvalue()

    def sheet(self, page: Image.Image, seed: int) -> Image.Image:
        """A page as it comes out of the scanner."""
        gray = page.convert("L").rotate(self.skew, Image.Resampling.BICUBIC, fillcolor=255)
        shades = self.paper - (255.0 - np.asarray(gray, np.float32)) * 0.92
        shades += np.random.default_rng(seed).normal(0, self.noise, shades.shape).astype(np.float32)
        return Image.fromarray(shades.clip(0, 255).astype(np.uint8))


@dataclass
class Result:
    """What came of one plan."""

    document: str
    pages: int = 0
    seconds: float = 0.0
    scores: dict[str, tuple[float, float]] = field(default_factory=dict)
    """(on the embedded text, on the copy) by field"""
    errors: int = 0
    characters: int = 0
    numbers: Numbers = field(default_factory=Numbers)

    def to_json(self) -> dict[str, Any]:
        """Without what the numbers read: texts of plans are not kept."""
        counts = {"values": self.numbers.values, "wrong": len(self.numbers.wrong), "silent": len(self.numbers.silent)}
        figures = {"pages": self.pages, "seconds": round(self.seconds, 1), "errors": self.errors}
        scores = {name: list(pair) for name, pair in self.scores.items()}
        return {**figures, "characters": self.characters, **counts, "scores": scores}

    @classmethod
    def from_json(cls, name: str, told: dict[str, Any]) -> Result:
        numbers = Numbers(told["values"], [""] * told["wrong"], [""] * told["silent"])
        scores = {field: (pair[0], pair[1]) for field, pair in told["scores"].items()}
        return cls(name, told["pages"], told["seconds"], scores, told["errors"], told["characters"], numbers)


def measured(
    gold: Gold, path: Path, scanner: Scanner, choice: OcrChoice, readings: KeptReadings | None = None
) -> Result:
    copy = scanner.copy(path)
    result = Result(gold.name)
    engine = readings.engine(choice.engine or "rapidocr") if readings is not None else None
    start, saved = _cpu_seconds(), readings.seconds if readings is not None else 0.0
    with open_pdf(copy, file_name=path.name) as file:
        read = list(read_pages(file, None, choice, engine=engine))
        facts = file.facts
    plan = read_document(outline(lay_out(read), facts))
    result.seconds, result.pages = _cpu_seconds() - start, len(read)
    if readings is not None:
        result.seconds += readings.seconds - saved
    result.scores = dict(_scores(gold, parse(path, ocr="off"), plan))
    with open_pdf(path) as file:
        embedded = list(file.pages())
    result.errors, result.characters = character_errors(embedded, read)
    result.numbers = wrong_numbers(plan, embedded, scanner.skew)
    return result


def _cpu_seconds() -> float:
    """Of this process and those that it has started, such as tesseract."""
    return sum(os.times()[:4])


def _scores(gold: Gold, real: Plan, copy: Plan) -> Iterator[tuple[str, tuple[float, float]]]:
    one, other = score_document(gold, real).soft, score_document(gold, copy).soft
    for name, count in one.items():
        if "." not in name and count.f1 is not None:
            again = other[name].f1 if name in other else None
            yield name, (round(count.f1, 4), round(again or 0.0, 4))


def chosen(shared: Path, only: Sequence[str]) -> Iterator[tuple[Gold, Path]]:
    """The plans to read, with their gold."""
    splits = tomllib.loads((ROOT / "gold" / "splits.toml").read_text(encoding="utf-8"))["plan"]
    test = {entry["name"] for entry in splits if entry["half"] == "test"}
    for gold_dir, plans in ((ROOT / "gold", ROOT / "corpus"), (shared / "gold", shared / "plans")):
        for gold in load_gold_folder(gold_dir) if gold_dir.is_dir() else ():
            wanted = any(name in gold.name for name in only) if only else plans != ROOT / "corpus" or gold.name in test
            if wanted and (plans / gold.document).exists():
                yield gold, plans / gold.document


def _page_count(path: Path) -> int:
    with open_pdf(path) as file:
        return file.page_count


def summed(results: Sequence[Result]) -> dict[str, Any]:
    """The figures that the floors are set on."""
    shares = {}
    for name in FLOORS:
        told = [result.scores[name] for result in results if result.scores.get(name, (0.0, 0.0))[0] > 0]
        shares[name] = round(sum(copy for _, copy in told) / sum(real for real, _ in told), 4) if told else None
    values = sum(result.numbers.values for result in results)
    characters = sum(result.characters for result in results)
    seconds = sum(result.seconds for result in results)
    return {
        "shares": shares,
        "character_error": round(sum(result.errors for result in results) / max(characters, 1), 4),
        "values": values,
        "wrong": sum(len(result.numbers.wrong) for result in results),
        "silent": round(sum(len(result.numbers.silent) for result in results) / max(values, 1), 4),
        "pages_a_minute": round(60 * sum(result.pages for result in results) / seconds, 1) if seconds else None,
    }


def missed(figures: dict[str, Any]) -> list[str]:
    """The floors that figures are under."""
    out = [
        f"{name} {figures['shares'][name]} < {floor}" for name, floor in FLOORS.items() if _under(figures, name, floor)
    ]
    if figures["character_error"] > MOST_CHARACTER_ERROR:
        out.append(f"character error {figures['character_error']} > {MOST_CHARACTER_ERROR}")
    if figures["silent"] > MOST_SILENT:
        out.append(f"wrong numbers without a diagnostic {figures['silent']} > {MOST_SILENT}")
    if figures["pages_a_minute"] and figures["pages_a_minute"] < PAGES_A_MINUTE:
        out.append(f"{figures['pages_a_minute']} pages a minute < {PAGES_A_MINUTE}")
    return out


def _under(figures: dict[str, Any], name: str, floor: float) -> bool:
    share = figures["shares"][name]
    return share is not None and share < floor


def show(result: Result) -> None:
    numbers = result.numbers
    print(
        f"{result.document:36} {result.pages:3} p {result.seconds / max(result.pages, 1):5.1f} s/p  "
        f"character error {result.errors / max(result.characters, 1):.4f}  "
        f"numbers {numbers.values}, wrong {len(numbers.wrong)}, silent {len(numbers.silent)}",
        flush=True,
    )
    print("   " + "  ".join(f"{name} {a:.2f}→{b:.2f}" for name, (a, b) in result.scores.items()), flush=True)
    for told in numbers.wrong[:12]:
        print(f"   {told}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", choices=["rapidocr", "tesseract"], default="rapidocr")
    parser.add_argument("--only", nargs="*", default=[], help="plans whose names hold one of these")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="a folder with gold/ and plans/")
    parser.add_argument("--dpi", type=int, default=200)
    parser.add_argument("--skew", type=float, default=0.5)
    parser.add_argument("--check", action="store_true", help="save nothing; exit 1 where a floor is missed")
    parser.add_argument("--again", action="store_true", help="measure the plans too that the saved figures have")
    parser.add_argument("--readings", type=Path, help="a file in which what the engine reads is kept")
    options = parser.parse_args()
    readings = KeptReadings(options.readings) if options.readings else None
    target = results_file("scans" if options.engine == "rapidocr" else f"scans-{options.engine}")
    how = {"engine": options.engine, "dpi": options.dpi, "skew": options.skew}
    # Short ones first: a run that is broken off has most of them.
    plans = sorted(chosen(options.shared, options.only), key=lambda plan: _page_count(plan[1]))
    results = {} if options.again or options.only or options.check else kept(target, how)
    for gold, path in plans:
        if gold.name in results:
            continue
        scanner, choice = Scanner(dpi=options.dpi, skew=options.skew), OcrChoice("auto", options.engine)
        result = measured(gold, path, scanner, choice, readings)
        show(result)
        results[gold.name] = result
        if not options.check and not options.only:
            save(target, how, [path for _, path in plans], results)
    figures = summed(list(results.values()))
    print(json.dumps(figures, indent=1))
    under = missed(figures)
    for line in under:
        print("UNDER", line)
    if options.check and under:
        sys.exit(1)


def kept(target: Path, how: dict[str, Any]) -> dict[str, Result]:
    """What a run of the same day, broken off, has measured in the same way."""
    if not target.exists():
        return {}
    saved = json.loads(target.read_text(encoding="utf-8"))
    today = {**how, "date": described("scans", [])["date"]}
    if any(saved.get(name) != value for name, value in today.items()):
        return {}
    return {name: Result.from_json(name, told) for name, told in saved["documents"].items()}


def save(target: Path, how: dict[str, Any], files: Sequence[Path], results: dict[str, Result]) -> None:
    told = {name: result.to_json() for name, result in results.items()}
    whole = {**described("scans", files), **how, **summed(list(results.values())), "documents": told}
    write_whole(target, json.dumps(whole, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
