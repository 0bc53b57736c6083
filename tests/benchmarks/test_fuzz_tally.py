"""The fuzzer's counts and its journal: a run that was ended goes on where it was."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from benchmarks.fuzzing.anatomy import Anatomy, dissected, saved, stream, stream_of
from benchmarks.fuzzing.put_together import coded_stream, lock, packed
from benchmarks.fuzzing.spoil_packing import content_repeated, lzw, lzw_bits, lzw_codes, packed_bombs, run_length
from benchmarks.fuzzing.tally import JournalError, Tally, noted, resumed

import planparse
from planparse.pdf.filters import unpacked

ABOUT = {"planparse": "9.9", "files": ["alby-skola-2030.pdf"]}
PLAN = Path(__file__).parents[2] / "corpus" / "mossebro-miljo-2019.pdf"


def told(seed: int, fate: str = "parsed", detail: str = "", seconds: float = 0.1) -> dict[str, object]:
    return {"seed": seed, "fate": fate, "detail": detail, "cpu_seconds": seconds, "memory_mb": 60 + seed}


def test_a_run_goes_on_where_it_was_ended(tmp_path: Path) -> None:
    journal = tmp_path / "fuzz.jsonl"
    assert resumed(journal, ABOUT).seeds == set()
    for line in (told(0), told(1, "refused", "NotPdfError"), told(5, "crash", "SIGSEGV", 2.5)):
        noted(journal, line)
    with journal.open("a") as torn:
        torn.write('{"seed": 6, "fa')
    found = resumed(journal, ABOUT)
    found.add(told(0, "hang"))  # counted already
    assert found.figures() == {
        "mutants": 3,
        "seeds": "0-1, 5",
        "fates": {"parsed": 1, "refused": 1, "crash": 1},
        "refused_as": {"NotPdfError": 1},
        "slowest_cpu_seconds": 2.5,
        "largest_mb": 65,
        "bad": [told(5, "crash", "SIGSEGV", 2.5)],
    }


def test_a_journal_of_other_files_is_not_gone_on_with(tmp_path: Path) -> None:
    journal = tmp_path / "fuzz.jsonl"
    resumed(journal, ABOUT)
    with pytest.raises(JournalError, match="other files"):
        resumed(journal, ABOUT | {"planparse": "10"})
    journal.write_text("ingenting}")
    with pytest.raises(JournalError, match="no journal"):
        resumed(journal, ABOUT)
    assert Tally().figures()["seeds"] == ""


@pytest.mark.parametrize("way", ["packed", "encrypted", "packed and encrypted"])
def test_a_file_put_together_in_another_way_is_the_same_plan(way: str) -> None:
    plain = saved(PLAN)
    paper = dissected(plain)
    key = lock(paper) if "encrypted" in way else None
    if "packed" in way:
        other = packed(paper, key)
    else:
        assert key is not None
        paper.objects = {number: coded_stream(key, number, body) for number, body in paper.objects.items()}
        other = paper.assembled()
    assert (b"/ObjStm" in other, b"/Encrypt" in other) == ("packed" in way, "encrypted" in way)
    left, right = (planparse.parse(data).model_dump(exclude={"source", "id"}) for data in (plain, other))
    assert left == right


def test_lzw_is_what_readers_unpack() -> None:
    text = b"".join(b"%d %d m " % (number % 700, number % 900) for number in range(3000))
    assert unpacked(lzw_bits([*lzw_codes(text), 257]), ("LZWDecode",), 10**6) == text
    assert len(unpacked(lzw(b"q ", 900_000), ("LZWDecode",), 10**6)) == 900_000
    assert len(unpacked(run_length(b" ", 128_000), ("RunLengthDecode",), 10**6)) == 128_000


@pytest.mark.parametrize("seed", range(6))
def test_bombs_are_small_in_the_file(seed: int) -> None:
    paper = Anatomy({1: b"<</Type/Page/Contents 2 0 R>>", 2: stream(b"q Q")}, b"")
    packed_bombs(Random(seed), paper)
    assert b"/Filter" in paper.objects[2] or b"#69" in paper.objects[2]
    assert len(paper.objects[2]) < 3_000_000


def test_a_content_is_named_again_and_again() -> None:
    paper = Anatomy({1: b"<</Type/Page/Contents 2 0 R>>", 2: stream(b"q Q")}, b"")
    content_repeated(Random(2), paper)
    assert sum(body.count(b"2 0 R") for body in paper.objects.values()) > 1
    assert stream_of(paper.objects[2]) == b"q Q"
