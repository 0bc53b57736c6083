"""Every diagnostic that the code gives is in the table, and the tables of diagnostics and errors are in the docs."""

from __future__ import annotations

import re
from pathlib import Path

import planparse
from planparse.model import error_table
from planparse.model.codes import CODES, as_markdown

SRC = Path(planparse.__file__).parent
DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_the_docs_hold_the_table() -> None:
    assert (DOCS / "diagnostics.md").read_text(encoding="utf-8") == as_markdown()


def test_the_docs_hold_every_error_with_its_exit_code() -> None:
    assert (DOCS / "errors.md").read_text(encoding="utf-8") == error_table.as_markdown()


def test_codes_given_in_the_code_are_listed() -> None:
    given = re.compile(r"doubt\(\s*\"([a-z_]+)\"|code=\"([a-z_]+)\"|problem=\"([a-z_]+)\"")
    found = {
        next(filter(None, hit.groups()))
        for path in SRC.rglob("*.py")
        if path.name != "errors.py"
        for hit in given.finditer(path.read_text(encoding="utf-8"))
    }
    assert found
    assert found <= CODES.keys()
