"""The scores for eyes and for machines."""

import json
from io import StringIO

from rich.console import Console

from planparse.evaluate import (
    Count,
    DocumentScore,
    Grounding,
    Header,
    Miss,
    Outcome,
    WordCoverage,
    as_json,
    report,
    summary,
)
from planparse.evaluate.summary import Summary

HEADER = Header("9.9", "2024-05-06T07:08:09+00:00", "gold", "plans", "Python on a machine", "pdfium")


def result() -> Summary:
    counts = {"goals": Count(1, 2, 3), "goal_attributes": Count(1, 1, 1), "goal_attributes.level": Count(1, 1, 1)}
    misses = (Miss("goals", "missed", "Trygga barn", "Trygga vuxna", 0.7),)
    good = Outcome(
        DocumentScore("trosa", counts, counts, misses),
        pages=12,
        seconds=0.1,
        grounding=Grounding(4, (), ("'5', line 'Lön', page 1",)),
        coverage=WordCoverage(100, 99, ("page 1: ord",), ()),
    )
    bad = Outcome(DocumentScore("gnesta", {}, {}), failure="gnesta.pdf: not a PDF")
    twin = Outcome(DocumentScore("trosa-sumfel", counts, counts), checks_only=True)
    return summary([good, bad, twin])


def _text(console: Console) -> str:
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def shown(**options: bool) -> str:
    console = Console(width=160, file=StringIO())
    console.print(report(HEADER, result(), floors={"goals": 0.9, "places": 0.5}, **options))
    return _text(console)


def test_the_header_says_what_was_scored_and_how_fast() -> None:
    text = shown()
    for told in ("planparse 9.9", "2024-05-06", "reader pdfium", "3 files, 1 failures", "12 pages", "120.0 pages/s"):
        assert told in text
    assert "FAILED gnesta: gnesta.pdf: not a PDF" in text
    assert "for checks only, in no sum or mean: trosa-sumfel" in text


def test_the_table_has_fields_with_support_and_floors() -> None:
    row = next(line for line in shown().splitlines() if "goals" in line)
    figures = ["0.333", "0.500", "0.400", "2", "3", "0.400", "0.400", "0.400", "0.9", "1"]
    assert row.replace("│", " ").split() == ["goals", *figures]
    assert "goal_attributes.level" not in shown()
    assert "goal_attributes.level" in shown(parts=True)


def test_measures_of_places() -> None:
    text = shown()
    assert "ungrounded values: 0 of 4" in text
    assert "values under their own boxes: 0.7500 (floor 0.5)" in text
    assert "word coverage: 0.9900" in text


def test_documents_and_what_was_missed() -> None:
    assert "F1 by document" in shown(documents=True)
    text = shown(missed=True)
    assert "goals missed: Trygga barn" in text and "0.70 Trygga vuxna" in text
    assert "not under its box: '5'" in text and "word in no place: page 1: ord" in text
    assert "Trygga barn" not in shown()


def test_square_brackets_in_a_plan_are_printed_as_they_are() -> None:
    counts = {"goals": Count(0, 1, 0)}
    score = DocumentScore("trosa", counts, counts, (Miss("goals", "missed", "[bold]Mål[/bold] [1]"),))
    console = Console(width=160, file=StringIO())
    console.print(report(HEADER, summary([Outcome(score)]), missed=True))
    assert "[bold]Mål[/bold] [1]" in _text(console)


def test_json_has_every_count_and_says_null_for_what_was_not_measured() -> None:
    made = json.loads(json.dumps(as_json(HEADER, result())))
    assert made["fields"]["goals"]["soft"] == {
        "correct": 1,
        "gold": 2,
        "found": 3,
        "precision": 1 / 3,
        "recall": 0.5,
        "f1": 0.4,
    }
    assert made["failures"] == {"gnesta": "gnesta.pdf: not a PDF"}
    assert made["documents"][0]["misses"][0]["nearest"] == "Trygga vuxna"
    bare = as_json(HEADER, summary([Outcome(DocumentScore("a", {}, {}))]))
    assert bare["ungrounded"] is bare["places"] is bare["word_coverage"] is bare["pages_per_second"] is None
