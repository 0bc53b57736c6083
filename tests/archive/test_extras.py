"""A library that is not installed is an error that says which extra has it; converting needs none."""

import subprocess
import sys
from pathlib import Path

import pytest

from archive_maker import fill, plan_pdf
from planparse.archive.extras import needed
from planparse.errors import MissingExtraError


def test_the_error_names_the_extra() -> None:
    with pytest.raises(MissingExtraError, match=r"nosuchlibrary is needed to fly .*planparse\[archive\]"):
        needed("nosuchlibrary.part", "archive", "to fly")


def test_converting_needs_no_extra(tmp_path: Path) -> None:
    fill(tmp_path / "in", a=plan_pdf())
    code = (
        "import sys\n"
        "sys.modules.update(dict.fromkeys(('pyarrow', 'duckdb', 'fsspec', 'xlsxwriter', 'distributed')))\n"
        "import planparse\n"
        f"[result] = planparse.convert({str(tmp_path / 'in')!r}, {str(tmp_path / 'out')!r}, jobs=1)\n"
        f"archive = planparse.Archive({str(tmp_path / 'out')!r})\n"
        "print(result.status, len(archive))\n"
        "try: archive.sql('select 1')\n"
        "except planparse.PlanparseError as error: print(error.code)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    # No "if __name__" is needed either: the workers don't import the program again.
    assert done.stdout.split() == ["converted", "1", "missing_extra"]
