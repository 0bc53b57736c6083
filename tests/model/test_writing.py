"""Whole or not at all, and never in the place of a device."""

import os
import stat
from pathlib import Path

import pytest

from planparse.errors import OutputError
from planparse.model.writing import write_whole


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
