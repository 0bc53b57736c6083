"""``planparse convert``, ``status`` and ``export``: exit codes and what they tell."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from archive_maker import converted, fill, plan_pdf
from planparse.archive.local_folder import LocalFolder
from planparse.archive.manifest import MANIFEST
from planparse.cli import app as cli
from planparse.errors import (
    AllFailedError,
    ArchiveLockedError,
    MissingFileError,
    NoArchiveError,
    RegisterError,
    SomeFailedError,
)


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> int:
    monkeypatch.setattr(sys, "argv", ["planparse", *map(str, arguments)])
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    return cli.run()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return fill(tmp_path / "in", good=plan_pdf(), torn=plan_pdf(damaged=True), bad="no plan")


@pytest.fixture
def out(source: Path, tmp_path: Path) -> Path:
    converted(source, tmp_path / "out")
    return tmp_path / "out"


def test_some_failed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], source: Path, tmp_path: Path
) -> None:
    arguments = ("convert", source, "-o", tmp_path / "out", "--jobs", "1", "-v")
    assert run(monkeypatch, *arguments) == SomeFailedError.exit_code == 14
    told = capsys.readouterr()
    assert told.out == ""
    assert re.search(r"bad\.pdf: failed, not_pdf: not a PDF", told.err)
    assert re.search(r"torn\.pdf: converted with doubts to [0-9a-f]{16}, 2 pages", told.err)
    assert "1 converted, 1 converted with doubts, 1 failed; 3 pages in" in told.err
    assert "failed, by kind:\n       1  not_pdf\n" in told.err
    assert told.err.endswith("1 of 3 files failed: 1 not_pdf; planparse status shows which\n")


def test_what_failed_before_still_counts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], source: Path, out: Path
) -> None:
    assert run(monkeypatch, "convert", source, "-o", out) == SomeFailedError.exit_code
    assert "3 skipped; 0 pages" in capsys.readouterr().err
    assert run(monkeypatch, "convert", source / "bad.pdf", "-o", out, "-q") == AllFailedError.exit_code == 15
    assert capsys.readouterr().err.count("\n") == 1
    assert run(monkeypatch, "convert", source / "good.pdf", source / "torn.pdf", "-o", out, "-q") == 0
    assert capsys.readouterr().err == ""


def test_one_line_and_one_code_for_each_thing_that_is_wrong(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], source: Path, out: Path, tmp_path: Path
) -> None:
    (tmp_path / "register.csv").write_text("file\na.pdf\n")
    cases = {
        ("convert", tmp_path / "gone", "-o", out): MissingFileError.exit_code,
        ("convert", source, "-o", out, "--register", tmp_path / "register.csv"): RegisterError.exit_code,
        ("status", source): NoArchiveError.exit_code,
        ("export", source, "--to", "csv", "-o", tmp_path / "csv"): NoArchiveError.exit_code,
    }
    for arguments, code in cases.items():
        assert run(monkeypatch, *arguments) == code
        assert capsys.readouterr().err.count("\n") == 1
    with LocalFolder(out).locked():
        assert run(monkeypatch, "convert", source, "-o", out, "-q") == ArchiveLockedError.exit_code
    assert "is being written to by another run" in capsys.readouterr().err


@pytest.mark.parametrize(
    "wrong", [["--memory", "much"], ["--engine", "dask"], ["--redo", "some"], ["--jobs", "0"], ["--timeout", "0"]]
)
def test_wrong_usage(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], source: Path, out: Path, wrong: list[str]
) -> None:
    assert run(monkeypatch, "convert", source, "-o", out, *wrong) == 2
    assert "Usage: planparse convert" in capsys.readouterr().err


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_keeps_what_is_finished(tmp_path: Path, number: signal.Signals) -> None:
    source = fill(tmp_path / "in", **{f"p{number:03d}": plan_pdf(f"Plan {number}") for number in range(400)})
    out = tmp_path / "out"
    command = [
        sys.executable,
        "-c",
        "from planparse.cli.app import main; main()",
        "convert",
        str(source),
        "-o",
        str(out),
    ]
    process = subprocess.Popen([*command, "--jobs", "1"], stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while not (out / MANIFEST).exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(number)
    _, told = process.communicate(timeout=30)
    assert process.returncode == cli.INTERRUPTED
    assert "stopped: what is finished is kept" in told
    rows = [json.loads(line) for line in (out / MANIFEST).read_text().splitlines()]
    assert 0 < len(rows) < 400
    assert {f"{row['plan_id']}.json" for row in rows} <= {path.name for path in (out / "plans").iterdir()}
    assert not any(str(process.pid).encode() in words for words in workers())


def workers() -> list[list[bytes]]:
    out = []
    for command in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = command.read_bytes().split(b"\0")
        except OSError:
            continue
        if b"planparse.archive.worker" in words:
            out.append(words)
    return out


def test_status(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], source: Path, out: Path) -> None:
    assert run(monkeypatch, "status", out) == 0
    told = capsys.readouterr().out
    assert "3 files, 2 plans, 3 pages" in told
    for expected in (
        r"Files by status\n(?: *1  (?:converted|converted_with_doubts|failed) *\n){3}",
        r"Failed files by error\n *1 +not_pdf",
        r"bad\.pdf: not_pdf: not a PDF",
        r"torn\.pdf: .*1 page_unreadable",
        r"Slowest\n.*: 0\.1 s, ",
    ):
        assert re.search(expected, told), expected


def test_status_for_programs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], out: Path) -> None:
    assert run(monkeypatch, "status", out, "--json", "-n", "1") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["files"], told["plans"], told["errors"]) == (3, 2, {"not_pdf": 1})
    assert told["statuses"] == {"failed": 1, "converted": 1, "converted_with_doubts": 1}
    assert [len(told[name]) for name in ("failed", "doubtful", "slowest")] == [1, 1, 1]


def test_export(monkeypatch: pytest.MonkeyPatch, out: Path, tmp_path: Path) -> None:
    assert run(monkeypatch, "export", out, "--to", "csv", "-o", tmp_path / "csv", "--decimal-comma") == 0
    head = (tmp_path / "csv" / "goals.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert head.startswith("plan_id;municipality;")
    assert run(monkeypatch, "export", out, "--to", "xlsx", "-o", tmp_path / "plans.xlsx", "--headings", "en") == 0
    assert (tmp_path / "plans.xlsx").stat().st_size > 5000


def test_a_bar_on_a_terminal(source: Path, tmp_path: Path) -> None:
    code = "import sys; from planparse.cli.app import main; sys.argv[0] = 'planparse'; main()"
    command = [sys.executable, "-c", code, "convert", str(source), "-o", str(tmp_path / "out"), "--jobs", "1"]
    shown, terminal = os.openpty()
    process = subprocess.Popen(command, stderr=terminal, env=os.environ | {"TERM": "xterm", "COLUMNS": "120"})
    os.close(terminal)
    told = b""
    while True:
        try:
            part = os.read(shown, 65536)
        except OSError:
            break
        if not part:
            break
        told += part
    os.close(shown)
    assert process.wait() == SomeFailedError.exit_code
    assert b"3/3" in told and b"pages/s, 1 failed" in told
