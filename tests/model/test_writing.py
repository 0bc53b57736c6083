"""Whole or not at all, and never in the place of a device."""

import os
import stat
from pathlib import Path

import pytest

from planparse.errors import MissingFileError, OutputError, SavedPlanError
from planparse.model.writing import read_text, write_whole


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "plan.json"
    target.write_text("old and longer")
    write_whole(target, "new")
    assert target.read_text() == "new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_device_is_written_to_and_not_replaced() -> None:
    reader, writer = os.openpty()
    terminal = Path(os.ttyname(writer))
    write_whole(terminal, "plan")
    assert os.read(reader, 16) == b"plan"
    assert stat.S_ISCHR(terminal.stat().st_mode)
    os.close(writer)
    os.close(reader)


def test_a_missing_folder_is_our_own_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        write_whole(tmp_path / "missing" / "plan.json", "{}")


def test_the_longest_name_that_a_file_can_have(tmp_path: Path) -> None:
    target = tmp_path / ("m" * 250 + ".json")
    write_whole(target, "{}")
    assert target.read_text() == "{}"


def test_what_is_no_text_is_told_from_what_is_not_there(tmp_path: Path) -> None:
    pdf = tmp_path / "plan.pdf"
    pdf.write_bytes(b"%PDF-1.7 \xe2\xe3")
    with pytest.raises(SavedPlanError, match="has to be parsed first"):
        read_text(pdf)
    with pytest.raises(MissingFileError, match=r"can't be read: No such file or directory$"):
        read_text(tmp_path / "none.json")
