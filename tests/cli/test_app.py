"""How a command ends: exit codes, one line for an error, nothing heavy for help."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from archive_maker import plan_pdf
from planparse.cli import app as cli
from planparse.cli.parse import page_numbers
from planparse.errors import NotPdfError, PlanparseError

HEAVY = ("pandas", "pypdfium2", "pdfplumber", "spacy", "pydantic", "rapidfuzz", "rich")


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["planparse", *arguments])
    return cli.run()


def ending_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> int:
    """The exit code of a command that raises."""

    def command(prog_name: str) -> None:
        raise error

    monkeypatch.setattr(cli, "app", command)
    return cli.run()


def test_an_error_is_one_line_and_its_own_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    error = NotPdfError("is a text file:\nopen the PDF", file="plan.pdf", page=2)
    assert ending_with(monkeypatch, error) == NotPdfError.exit_code
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "planparse: plan.pdf, page 2: is a text file: open the PDF\n")


def test_a_fault_of_our_own_is_one_line_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("PLANPARSE_DEBUG", raising=False)
    assert ending_with(monkeypatch, ZeroDivisionError("division by zero")) == cli.INTERNAL
    told = capsys.readouterr().err
    assert "internal error" in told and "ZeroDivisionError" in told and told.count("\n") == 1


def test_a_traceback_is_given_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANPARSE_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        ending_with(monkeypatch, ZeroDivisionError())


def test_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ending_with(monkeypatch, KeyboardInterrupt()) == 130


def test_ctrl_c_inside_a_command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def interrupted(folder: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("planparse.evaluate.load_gold_folder", interrupted)
    assert run(monkeypatch, "evaluate", str(tmp_path), str(tmp_path)) == 130


@pytest.mark.parametrize("arguments", [["bogus"], ["evaluate"], ["evaluate", "a", "b", "--reader", "acrobat"]])
def test_wrong_usage_is_two(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert run(monkeypatch, *arguments) == 2
    assert "Usage: planparse" in capsys.readouterr().err


def test_help_and_version(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "--help") == 0
    assert "evaluate" in capsys.readouterr().out
    assert run(monkeypatch, "--version") == 0
    assert capsys.readouterr().out.startswith("planparse ")


def test_help_imports_nothing_heavy_and_takes_no_time() -> None:
    code = "import sys, planparse.cli.app; print([name for name in sys.argv[1:] if name in sys.modules])"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, "-c", code, *HEAVY], capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.stdout.strip() == "[]"
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.3


@pytest.mark.parametrize("command", ["--help", "schema"])
def test_a_reader_that_went_away_is_met_quietly(command: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    code = f"import sys; from planparse.cli.app import main; sys.argv = ['planparse', '{command}']; main()"
    done = subprocess.run([sys.executable, "-c", code], stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (cli.BROKEN_PIPE, "")


def test_output_into_a_pipe_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    """A dash that Latin-1 has not, in a name that the file system does not have as UTF-8."""
    name = os.fsdecode(b"r\xe5d.pdf")
    (tmp_path / name).write_bytes(plan_pdf("Verksamhetsplan 2024\N{EN DASH}2026"))
    code = f"import sys; from planparse.cli.app import main; sys.argv = ['planparse', 'parse', {name!a}]; main()"
    environment = os.environ | {"PYTHONIOENCODING": "latin-1"}
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, check=True)
    told = json.loads(done.stdout.decode("utf-8"))
    assert (told["source"]["file_name"], told["period"]) == ("r\u00e5d.pdf", {"start": 2024, "end": 2026})


@pytest.mark.parametrize("text", ["", "0", "7-3", "1,,2", "a", "1-", "-3", "9" * 5000, "\N{SUPERSCRIPT TWO}"])
def test_what_is_no_list_of_pages_is_wrong_usage(text: str) -> None:
    with pytest.raises(typer.BadParameter):
        page_numbers(text)


def test_pages_in_any_order_each_once() -> None:
    assert page_numbers("9, 3-5,4 - 6,1\N{EN DASH}2") == [1, 2, 3, 4, 5, 6, 9]


def test_every_error_has_an_exit_code_of_its_own() -> None:
    codes = [kind.exit_code for kind in PlanparseError.__subclasses__()]
    assert len(set(codes)) == len(codes)
    assert not {0, 2} & set(codes)
