"""The register: reading its CSV, finding a file's row, knowing versions of one plan."""

from pathlib import Path

import pytest

from planparse.archive.inputs import Input
from planparse.archive.register import Entry, Register, read_register
from planparse.errors import MissingFileError, RegisterError

HEAD = "path,url,retrieved,municipality,board,document type,year,status\n"


def register(tmp_path: Path, text: str, encoding: str = "utf-8") -> Register:
    path = tmp_path / "register.csv"
    path.write_bytes(text.encode(encoding))
    return read_register(path, [tmp_path / "plans"])


def test_a_row_has_what_its_cells_say(tmp_path: Path) -> None:
    row = "nora/vp.pdf,https://nora.se/vp.pdf,2024-03-01,Nora,Socialnämnden,Verksamhetsplan,2024,Adopted\n"
    [entry] = register(tmp_path, HEAD + row).entries
    assert entry == Entry(
        *("nora/vp.pdf", "https://nora.se/vp.pdf", "2024-03-01", "Nora", "Socialnämnden", "Verksamhetsplan", 2024),
        "adopted",
    )


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("path,board\nvp.pdf,Nämnd\n", "utf-8"),
        ("\ufeffpath;board\r\nvp.pdf;Nämnd\r\n", "utf-8"),
        ("Path;Board\nvp.pdf;Nämnd\n", "cp1252"),
        ("path\tboard\nvp.pdf\tNämnd\n", "utf-8"),
    ],
)
def test_as_programs_write_csv(tmp_path: Path, text: str, encoding: str) -> None:
    assert register(tmp_path, text, encoding).entries == [Entry("vp.pdf", board="Nämnd")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("file,year\nvp.pdf,2024\n", "no column 'path'"),
        ("path,year\nvp.pdf,24\n", "line 2: '24' is no year"),
        ("path,status\nvp.pdf,klar\n", "line 2: status is"),
        ("path,year\n,2024\n", "line 2 has no path"),
        ("path\nvp.pdf\nvp.pdf\n", "lines 2 and 3 are for one path"),
    ],
)
def test_what_is_no_register(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(RegisterError, match=message):
        register(tmp_path, text)
    with pytest.raises(MissingFileError):
        read_register(tmp_path / "gone.csv")


@pytest.mark.parametrize(
    "path", ["plans/nora/vp.pdf", "nora/vp.pdf", "./nora/../nora/vp.pdf", "nora\\vp.pdf", "vp.pdf"]
)
def test_a_file_is_found_from_the_register_and_from_the_folder(tmp_path: Path, path: str) -> None:
    told = register(tmp_path, f"path\n{path}\n")
    assert told.entry_of(Input(str(tmp_path / "plans" / "nora" / "vp.pdf"))) is not None
    assert told.entry_of(Input(str(tmp_path / "plans" / "nora" / "other.pdf"))) is None


def test_a_file_is_found_by_its_url(tmp_path: Path) -> None:
    told = register(tmp_path, "path,url\na.pdf,https://nora.se/vp.pdf\n")
    assert told.entry_of(Input("https://nora.se/vp.pdf")) is not None


def versions(tmp_path: Path, *rows: str) -> list[bool]:
    lines = "".join(f"{number}.pdf,{row}\n" for number, row in enumerate(rows))
    told = register(tmp_path, "path,municipality,board,document_type,year,status\n" + lines)
    return [entry.superseded for entry in told.entries]


def test_later_versions_supersede_earlier_ones(tmp_path: Path) -> None:
    plan = "Nora,Socialnämnden,Verksamhetsplan,2024"
    rows = (f"{plan},draft", f"{plan},adopted", f"{plan},revised", f"{plan},superseded", f"{plan},")
    assert versions(tmp_path, *rows) == [True, True, False, True, False]
    assert versions(tmp_path, f"{plan},draft", f"{plan},adopted") == [True, False]


def test_other_plans_supersede_nothing(tmp_path: Path) -> None:
    rows = ("Nora,,Budget,2024,adopted", "Nora,,Budget,2025,revised", "Mora,,Budget,2024,revised", ",,,2024,revised")
    assert versions(tmp_path, *rows) == [False] * 4
    assert versions(tmp_path, "Nora,,Budget,2024,superseded") == [True]


def test_the_digest_changes_with_the_entry() -> None:
    entry = Entry("a.pdf", year=2024)
    assert entry.digest == Entry("a.pdf", year=2024).digest != Entry("a.pdf", year=2025).digest
