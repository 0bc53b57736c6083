"""How far two annotators agree on the same plans, field by field.

    python -m benchmarks.agreement [--differences] [--json FILE]

``gold/second`` holds a second annotation of some plans of the corpus, made from the page pictures and the guide
(``gold/README.md``) by someone who had seen neither the first one nor any parser's output. The second is scored
against the first with the measure that parsers are scored with, so its F1 is what a perfect parser could expect to
get from another annotator. Neither file is mended to agree with the other; a case that the guide was silent on goes
into the guide.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.machine import described, results_file
from planparse.evaluate import DocumentScore, Outcome, load_gold, load_gold_folder, score_document, summary

ROOT = Path(__file__).resolve().parent.parent
SECOND = ROOT / "gold" / "second"


def compared(first_dir: Path, second_dir: Path) -> list[DocumentScore]:
    """The second annotation of each plan that has one, scored against the first, over what both annotated."""
    scores = []
    for second in load_gold_folder(second_dir):
        first = load_gold(first_dir / f"{second.name}.json")
        both = replace(first, annotated=first.annotated & second.annotated)
        scores.append(score_document(both, second.plan, explain=True))
    return scores


def figures(scores: list[DocumentScore]) -> dict[str, Any]:
    """By field: mean F1 over the plans (soft and strict text), and [in both, in the first, in the second, plans]."""
    found = summary([Outcome(score) for score in scores])
    fields = {
        name: {
            "soft": None if field.mean_soft is None else round(field.mean_soft, 4),
            "strict": None if field.mean_strict is None else round(field.mean_strict, 4),
            "counts": [field.soft.correct, field.soft.gold, field.soft.found, field.documents],
        }
        for name, field in found.fields.items()
        if field.documents and "." not in name
    }
    names = [f"{score.document}.json" for score in scores]
    return {**described("agreement", [SECOND / name for name in names]), "fields": fields}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--differences", action="store_true", help="list what one has and the other has not")
    parser.add_argument("--json", type=Path, help="where to write the figures; benchmarks/results by default")
    options = parser.parse_args()
    scores = compared(ROOT / "gold", SECOND)
    result = figures(scores)
    print(f"{len(scores)} plans annotated twice\n{'field':26}   soft strict    both  first second  plans")
    for name, field in result["fields"].items():
        shown = [f"{value:6.3f}" if value is not None else "     -" for value in (field["soft"], field["strict"])]
        print(f"{name:26} {' '.join(shown)}  " + " ".join(f"{count:6}" for count in field["counts"]))
    if options.differences:
        for score in scores:
            for miss in score.misses:
                of = f" (of {miss.of})" if miss.of else ""
                print(f"{score.document}: {miss.field} {miss.fate}: {miss.text}{of} / {miss.nearest}")
    (options.json or results_file("agreement")).write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
