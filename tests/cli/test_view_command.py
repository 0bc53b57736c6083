"""planparse view: what it writes, where, and what it refuses."""

import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

import planparse.ocr.engine
from archive_maker import converted, fill
from planparse.cli import app as cli
from planparse.errors import MissingExtraError, MissingFileError, NoArchiveError, OtherFileError, PageOutsideError
from planparse.pipeline import parse
from view_maker import plan_pdf


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setattr(sys, "argv", ["planparse", "view", *map(str, arguments)])
    return cli.run()


@pytest.fixture
def pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan in a folder of its own, which is the current one."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "plan.pdf"
    path.write_bytes(plan_pdf())
    return path


def test_a_pdf_becomes_a_page(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], pdf: Path) -> None:
    assert run(monkeypatch, pdf, "-o", "sida.html") == 0
    page = Path("sida.html").read_text(encoding="utf-8")
    assert page.count('id="picture-') == 3
    assert "wrote sida.html" in capsys.readouterr().err


def test_the_page_takes_the_plan_s_name(monkeypatch: pytest.MonkeyPatch, pdf: Path) -> None:
    assert run(monkeypatch, pdf, "--language", "en") == 0
    assert '<html lang="en">' in Path("plan.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("--page", "2", "--to", "png"), "plan-page-2.png"),
        (("--page", "2"), "plan-page-2.png"),
        (("--to", "png", "-o", "bild.png"), "bild.png"),
        (("-o", "bild.PNG"), "bild.PNG"),
    ],
)
def test_a_page_becomes_a_picture(
    monkeypatch: pytest.MonkeyPatch, pdf: Path, arguments: tuple[str, ...], name: str
) -> None:
    assert run(monkeypatch, pdf, *arguments) == 0
    assert Image.open(name).width == 2 * 595


def test_pages_are_read_by_ocr_where_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], pdf: Path
) -> None:
    monkeypatch.setattr(planparse.ocr.engine, "is_installed", lambda name: False)
    assert run(monkeypatch, pdf, "--ocr", "force", "--ocr-engine", "tesseract") == MissingExtraError.exit_code
    assert "tesseract" in capsys.readouterr().err
    assert run(monkeypatch, pdf, "--ocr", "off", "-o", "sida.html") == 0


def test_a_picture_goes_to_standard_output(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], pdf: Path
) -> None:
    assert run(monkeypatch, pdf, "--page", 1, "-o", "-") == 0
    assert Image.open(BytesIO(capfdbinary.readouterr().out)).format == "PNG"


def test_a_page_goes_to_standard_output(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], pdf: Path
) -> None:
    assert run(monkeypatch, pdf, "-o", "-") == 0
    assert capsys.readouterr().out.startswith("<!doctype html>")


def test_a_saved_plan_finds_its_pdf_beside_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], pdf: Path
) -> None:
    parse(pdf).save("plan.json")
    assert run(monkeypatch, "plan.json", "-o", "with.html") == 0
    assert 'id="picture-1"' in Path("with.html").read_text(encoding="utf-8")
    pdf.rename("moved.pdf")
    assert run(monkeypatch, "plan.json", "-o", "without.html") == 0
    assert 'id="picture-1"' not in Path("without.html").read_text(encoding="utf-8")
    assert "--pdf" in capsys.readouterr().err
    assert run(monkeypatch, "plan.json", "-o", "told.html", "--pdf", "moved.pdf") == 0
    assert 'id="picture-1"' in Path("told.html").read_text(encoding="utf-8")


def test_a_plan_is_not_shown_on_another_file(monkeypatch: pytest.MonkeyPatch, pdf: Path) -> None:
    parse(pdf).save("plan.json")
    Path("other.pdf").write_bytes(plan_pdf() + b"\n")
    assert run(monkeypatch, "plan.json", "--pdf", "other.pdf") == OtherFileError.exit_code
    assert not Path("plan.html").exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--page", "9"), PageOutsideError.exit_code),
        (("--page", "0"), 2),
        (("--page", "1", "--to", "html"), 2),
        (("--to", "svg"), 2),
    ],
)
def test_what_can_not_be_shown(
    monkeypatch: pytest.MonkeyPatch, pdf: Path, arguments: tuple[str, ...], code: int
) -> None:
    assert run(monkeypatch, pdf, *arguments) == code


def test_a_file_that_is_not_there(monkeypatch: pytest.MonkeyPatch, pdf: Path) -> None:
    assert run(monkeypatch, "none.pdf") == MissingFileError.exit_code


def test_a_plan_without_its_file_gives_no_picture(monkeypatch: pytest.MonkeyPatch, pdf: Path) -> None:
    parse(pdf.read_bytes(), file_name="far.pdf").save("far.json")
    assert run(monkeypatch, "far.json", "--page", 1) == MissingFileError.exit_code


def test_an_archive_becomes_a_review(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], pdf: Path, tmp_path: Path
) -> None:
    converted(fill(tmp_path / "in", plan=pdf.read_bytes()), tmp_path / "OUT")
    assert run(monkeypatch, tmp_path / "OUT", "-o", "granskning", "-n", "0") == 0
    assert "1 plans" in capsys.readouterr().err
    assert Path("granskning/index.html").is_file()
    assert len(list(Path("granskning/plans").iterdir())) == 1


def test_a_folder_that_is_no_archive(monkeypatch: pytest.MonkeyPatch, pdf: Path) -> None:
    assert run(monkeypatch, pdf.parent) == NoArchiveError.exit_code
