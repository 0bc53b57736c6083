"""What is said of a file before a PDF library sees it."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest

from planparse.errors import MissingFileError, NotPdfError
from planparse.pdf.source import read_source

PDF = b"%PDF-1.4\n%%EOF"


def test_a_path_bytes_and_a_stream_give_the_same(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(PDF)
    sources = [read_source(path), read_source(str(path)), read_source(PDF, "plan.pdf")]
    with path.open("rb") as stream:
        sources.append(read_source(stream))
    assert {source.name for source in sources} == {"plan.pdf"}
    assert {source.sha256 for source in sources} == {hashlib.sha256(PDF).hexdigest()}


def test_bytes_without_a_name_say_so() -> None:
    assert read_source(PDF).name == "<bytes>"
    assert read_source(io.BytesIO(PDF)).name == "<stream>"


def test_a_missing_file_is_named_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match=r"borta\.pdf: can't be opened"):
        read_source(tmp_path / "borta.pdf")


def test_a_directory_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError):
        read_source(tmp_path)


def test_an_impossible_path_is_a_missing_file() -> None:
    with pytest.raises(MissingFileError):
        read_source("plan\0.pdf")


def test_an_empty_file_is_no_pdf(tmp_path: Path) -> None:
    path = tmp_path / "tom.pdf"
    path.touch()
    with pytest.raises(NotPdfError, match="empty"):
        read_source(path)


def test_the_header_may_follow_up_to_a_kilobyte_of_something_else() -> None:
    assert read_source(b"x" * 1000 + PDF).data.endswith(PDF)
    with pytest.raises(NotPdfError):
        read_source(b"x" * 1024 + PDF)


@pytest.mark.parametrize(
    ("packet", "claim"),
    [
        (b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>", "2b"),
        (b"<rdf:Description pdfaid:part='1' pdfaid:conformance='A'/>", "1a"),
        (b'<rdf:Description pdfaid:part="4"/>', "4"),
        (b"<pdf:Producer>PDF/A maker</pdf:Producer>", None),
    ],
)
def test_the_claim_of_pdfa_is_read_from_the_metadata(packet: bytes, claim: str | None) -> None:
    assert read_source(PDF + packet).pdfa == claim


def test_the_last_revision_of_the_metadata_counts() -> None:
    old = b"<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
    new = b"<pdfaid:part>3</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>"
    assert read_source(PDF + old + new).pdfa == "3u"
