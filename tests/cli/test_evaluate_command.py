"""``planparse evaluate`` from gold and PDFs, or saved output, to tables, JSON and exit codes."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from pdf_maker import Sheet, make_pdf
from planparse.cli import app as cli

PLAN: dict[str, Any] = {
    "title": "Verksamhetsplan 2024",
    "goals": [{"id": "g", "text": "Alla elever är trygga", "level": "board"}],
    "volumes": [{"label": "Elever", "values": [{"role": "budget", "quantity": {"raw": "1 200", "value": "1200"}}]}],
}
TITLE_FLOOR = "[documents]\nchecks_only = []\n[demo]\nmetadata = 0.9\ngoals = 1.0\nword_coverage = 0.5\n"


class Folders:
    """A gold file, its PDF in a sub-folder, and saved output."""

    def __init__(self, root: Path) -> None:
        self.gold, self.plans, self.saved = root / "demo" / "gold", root / "plans", root / "saved"
        for folder in (self.gold, self.plans / "skola", self.saved):
            folder.mkdir(parents=True)
        self.write_gold("trosa")
        self.save("trosa", PLAN)
        sheet = Sheet()
        for y, text in ((80, "Verksamhetsplan 2024"), (120, "Alla elever är trygga"), (140, "Elever 1 200")):
            sheet.text(72, y, text)
        (self.plans / "skola" / "trosa.pdf").write_bytes(make_pdf([sheet]))

    def write_gold(self, name: str, **more: object) -> None:
        gold = {"document": f"{name}.pdf", "annotated": ["title", "goals", "volumes"], "notes": "", "plan": PLAN | more}
        (self.gold / f"{name}.json").write_text(json.dumps(gold), encoding="utf-8")

    def save(self, name: str, plan: dict[str, Any]) -> None:
        (self.saved / f"{name}.json").write_text(json.dumps(plan), encoding="utf-8")


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path)


class Command:
    """Runs ``planparse evaluate`` and keeps what it printed."""

    def __init__(self, folders: Folders, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._folders, self._monkeypatch, self._capsys = folders, monkeypatch, capsys
        self.out = self.err = ""

    def __call__(self, *options: object, saved: bool = True) -> int:
        arguments = ["planparse", "evaluate", str(self._folders.gold), str(self._folders.plans), *map(str, options)]
        if saved:
            arguments += ["--saved", str(self._folders.saved)]
        self._monkeypatch.setattr(sys, "argv", arguments)
        code = cli.run()
        self.out, self.err = self._capsys.readouterr()
        return code


@pytest.fixture
def command(folders: Folders, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(folders, monkeypatch, capsys)


def test_saved_output_is_scored_with_the_pages_words(folders: Folders, command: Command) -> None:
    folders.save("trosa", PLAN | {"goals": PLAN["goals"] + [{"text": "Alla lärare är glada"}]})
    assert command("--json", "-") == 0
    scores = json.loads(command.out)  # the tables are on standard error then
    assert scores["fields"]["goals"]["soft"] == {
        "correct": 1,
        "gold": 1,
        "found": 2,
        "precision": 0.5,
        "recall": 1.0,
        "f1": pytest.approx(2 / 3),
    }
    assert scores["fields"]["metadata"]["mean_strict"] == 1.0
    assert (scores["reader"], scores["seconds"], scores["pages_per_second"]) == (None, 0, None)
    assert (scores["ungrounded"], scores["places"], scores["word_coverage"]) == ([], 0.0, None)
    assert "F1 strict" in command.err


def test_a_value_that_no_page_has_is_ungrounded(folders: Folders, command: Command) -> None:
    volume = {"label": "Elever", "values": [{"role": "budget", "quantity": {"raw": "1 300", "value": "1300"}}]}
    folders.save("trosa", PLAN | {"volumes": [volume]})
    assert command("--missed") == 0
    assert "ungrounded values: 1 of 1" in command.out
    assert "ungrounded: '1 300'" in command.out


def test_without_pdf_grounding_is_not_measured(folders: Folders, command: Command) -> None:
    (folders.plans / "skola" / "trosa.pdf").unlink()
    assert command() == 0
    assert "ungrounded values: not measured" in command.out


def test_under_the_floors_is_one_and_names_each_field(folders: Folders, command: Command, tmp_path: Path) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text(TITLE_FLOOR, encoding="utf-8")
    assert command("--floors", floors) == 0  # the set is that of the folder "demo"; coverage is let pass with --saved
    folders.save("trosa", PLAN | {"goals": [], "title": "Plan"})
    assert command("--floors", floors) == 1
    assert command.err.count("\n") == 1
    assert "metadata 0.0000 (floor 0.9); goals 0.0000 (floor 1)" in command.err


def test_another_set_of_floors_can_be_asked_for(command: Command, tmp_path: Path) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text("[other]\ncalendar = 0.5\n", encoding="utf-8")
    assert command("--floors", floors) == 11  # none of its floors is for these folders: nothing would be held
    assert "it has [other]; --set names one" in command.err
    assert command("--floors", floors, "--set", "other") == 1
    assert "calendar not measured" in command.err
    assert command("--floors", floors, "--set", "third") == 3


def test_documents_for_checks_only_stand_in_no_mean(folders: Folders, command: Command, tmp_path: Path) -> None:
    folders.write_gold("trosa-sumfel")
    folders.save("trosa-sumfel", {})
    floors = tmp_path / "floors.toml"
    floors.write_text(TITLE_FLOOR.replace("[]", '["trosa-sumfel"]'), encoding="utf-8")
    assert command("--floors", floors, "-v") == 0
    assert "trosa-sumfel (checks only)" in command.out


def test_a_document_that_fails_scores_nothing_and_the_others_go_on(folders: Folders, command: Command) -> None:
    folders.write_gold("gnesta")
    assert command("--json", folders.saved / "scores.json") == 3
    assert "2 files, 1 failures" in command.out and "FAILED gnesta" in command.out
    scores = json.loads((folders.saved / "scores.json").read_text(encoding="utf-8"))
    assert scores["fields"]["goals"]["mean_soft"] == 0.5
    assert "gnesta.json" in scores["failures"]["gnesta"]


def test_only_some_documents(folders: Folders, command: Command) -> None:
    folders.write_gold("gnesta")
    assert command("--only", "tros") == 0
    assert command("--only", "nyköping") == 2


def test_gold_with_an_unknown_field_is_refused(folders: Folders, command: Command) -> None:
    folders.write_gold("trosa", goals=[{"text": "Trygga", "nivå": "board"}])
    assert command() == 11
    assert "plan.goals[0].nivå" in command.err and command.out == ""


def test_no_json_is_left_half_written(folders: Folders, command: Command) -> None:
    assert command("--json", folders.saved / "nowhere" / "scores.json") == 12
    assert not (folders.saved / "nowhere").exists()


def test_pdfs_are_parsed_and_timed(command: Command) -> None:
    command("--json", "-", saved=False)
    scores = json.loads(command.out)
    assert scores["failures"] == {}
    assert (scores["reader"], scores["pages"]) == ("pdfium", 1)
    assert scores["seconds"] > 0
    assert 0 < scores["word_coverage"] <= 1
    assert "CPU-seconds" in command.err


def test_a_pdf_that_is_not_there_is_a_failure(folders: Folders, command: Command) -> None:
    (folders.plans / "skola" / "trosa.pdf").unlink()
    assert command(saved=False) == 3
    assert "trosa.pdf: is not in" in command.err


def test_a_fault_of_the_parser_is_a_failure_of_its_document(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(document: object) -> None:
        raise ZeroDivisionError

    monkeypatch.delenv("PLANPARSE_DEBUG", raising=False)
    monkeypatch.setattr("planparse.pipeline.read_document", broken)
    assert command(saved=False) == 1
    assert "FAILED trosa: trosa.pdf: internal error: ZeroDivisionError" in command.out
