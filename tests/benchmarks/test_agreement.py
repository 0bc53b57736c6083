"""The agreement of two annotators, and the second annotations themselves."""

import json
from pathlib import Path

from benchmarks.agreement import SECOND, compared, figures

from planparse.evaluate import load_gold_folder

GOLD = SECOND.parent


def annotation(folder: Path, goals: list[str]) -> None:
    folder.mkdir(exist_ok=True)
    plan = {"goals": [{"text": text} for text in goals], "sections": [{"title": "Mål"}]}
    content = {"document": "trosnäs.pdf", "annotated": ["goals", "sections"], "notes": "", "plan": plan}
    (folder / "trosnäs.json").write_text(json.dumps(content), encoding="utf-8")


def test_what_one_annotator_left_out_lowers_the_agreement(tmp_path: Path):
    annotation(tmp_path / "first", ["Alla ska få svar samma dag.", "Köerna ska bli kortare."])
    annotation(tmp_path / "second", ["Alla ska få svar samma dag."])
    (score,) = compared(tmp_path / "first", tmp_path / "second")
    fields = figures([score])["fields"]
    assert fields["goals"]["counts"] == [1, 2, 1, 1]
    assert fields["goals"]["soft"] == 0.6667
    assert fields["sections"]["soft"] == 1
    assert [(miss.fate, miss.text) for miss in score.misses] == [("missed", "Köerna ska bli kortare.")]


def test_six_plans_are_annotated_twice_in_full():
    first = {gold.name: gold for gold in load_gold_folder(GOLD)}
    second = load_gold_folder(SECOND)
    assert len(second) >= 6
    for gold in second:
        assert first[gold.name].annotated <= gold.annotated
