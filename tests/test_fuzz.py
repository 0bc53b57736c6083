"""A short run of the fuzzer, the properties themselves, and mutants that once broke something."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest
from benchmarks.fuzzing.anatomy import dissected, saved, stream_of
from benchmarks.fuzzing.mutants import mutant
from benchmarks.fuzzing.properties import broken
from benchmarks.fuzzing.trial import GOOD, Limits, tried

from pdf_maker import Sheet, make_pdf
from planparse.evaluate import PageWords
from planparse.model import Plan

CORPUS = sorted((Path(__file__).parents[1] / "corpus").glob("*.pdf"))
LIMITS = Limits(again=False)


def found(plan: dict[str, object]) -> list[str]:
    page = {"number": 1, "width": 595, "height": 842}
    return broken(Plan.model_validate({"source": {"page_count": 1, "pages": [page]}, **plan}), None)


def test_forty_mutants_do_no_harm() -> None:
    verdicts = {seed: tried(lambda seed=seed: mutant(seed, CORPUS).data, LIMITS) for seed in range(40)}
    assert {seed: verdict for seed, verdict in verdicts.items() if verdict.fate not in GOOD} == {}
    assert {verdict.fate for verdict in verdicts.values()} == set(GOOD)


def test_a_seed_makes_the_same_mutant_and_another_seed_another() -> None:
    one, same, other = (mutant(seed, CORPUS[:2]) for seed in (7, 7, 8))
    assert one == same
    assert one.data != other.data


def test_a_file_taken_apart_goes_together_again() -> None:
    data = saved(CORPUS[0], 1, 1)
    paper = dissected(data)
    assert dissected(paper.assembled()).objects == paper.objects
    (content,) = paper.contents()
    assert b"BT" in (stream_of(paper.objects[content]) or b"")
    assert tried(paper.assembled, LIMITS).fate == "parsed"


def plain() -> bytes:
    sheet = Sheet()
    sheet.text(72, 100, "Uppdragsplan 2031")
    return make_pdf([sheet])


def test_the_worker_tells_what_became_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    assert tried(plain, Limits()).fate == "parsed"
    assert tried(lambda: b"Uppdragsplan", LIMITS).detail == "NotPdfError"
    assert tried(lambda: os.kill(os.getpid(), signal.SIGKILL) or b"", LIMITS).detail.startswith("SIGKILL")
    assert tried(lambda: time.sleep(60) or b"", Limits(wall=1)).fate == "hang"
    assert tried(lambda: bytes(bytearray(200_000_000)) and plain(), Limits(memory=150)).fate == "memory"


def test_an_exception_that_is_none_of_ours_is_told_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*arguments: object, **named: object) -> Plan:
        raise ZeroDivisionError("noll")

    monkeypatch.setattr("benchmarks.fuzzing.trial.parse", fails)
    verdict = tried(plain, LIMITS)
    assert (verdict.fate, verdict.detail.split(" at ")[0]) == ("stray", "ZeroDivisionError")


@pytest.mark.parametrize(
    ("plan", "wrong"),
    [
        (
            {"sections": [{"id": "a", "title": "Mål", "locations": [{"page": 1, "bbox": [9, 9, 600, 20]}]}]},
            "off its page",
        ),
        (
            {"sections": [{"id": "a", "title": "Mål", "locations": [{"page": 2, "bbox": [9, 9, 60, 20]}]}]},
            "no such page",
        ),
        (
            {"sections": [{"id": "a", "title": "Mål", "locations": [{"page": 1, "bbox": [60, 9, 9, 20]}]}]},
            "off its page",
        ),
        ({"sections": [{"id": "a", "title": "Mål"}], "goals": [{"id": "a", "text": "Trygghet"}]}, "id given 2 times"),
        ({"goals": [{"id": "g", "text": "Trygghet", "section_id": "a"}]}, "points at nothing"),
        ({"goals": [{"id": "g", "parent_id": "h"}, {"id": "h", "parent_id": "g"}]}, "its own ancestor"),
        ({"title": "\ud83d"}, "JSON"),
    ],
)
def test_what_does_not_hold_is_told(plan: dict[str, object], wrong: str) -> None:
    assert any(line.startswith(wrong) for line in found(plan)), found(plan)


def test_a_plan_that_holds_has_nothing_told_of_it() -> None:
    place = {"page": 1, "bbox": [9, 9, 60, 20]}
    assert found({"sections": [{"id": "a", "title": "Mål", "locations": [place]}]}) == []


def test_a_value_that_no_page_has_is_told() -> None:
    place = {"page": 1, "bbox": [9, 9, 60, 20]}
    plan = Plan.model_validate(
        {
            "source": {"page_count": 1, "pages": [{"number": 1, "width": 595, "height": 842}]},
            "amounts": [{"raw": "12 tkr", "sek": "12000", "locations": [place]}],
        }
    )
    there = PageWords(1, (("12", 9, 9, 20, 20), ("tkr", 22, 9, 40, 20)))
    assert broken(plan, [there]) == []
    assert broken(plan, [PageWords(1, (("13", 9, 9, 20, 20), ("tkr", 22, 9, 40, 20)))])[0].startswith("ungrounded")
