"""The shape of the code: which stage may import which, how long things may be, what is public."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

import planparse

SRC = Path(planparse.__file__).parent

# A stage may import itself and what stands here. errors ← model ← values, rules ← pdf ← layout ← outline ← extract ←
# pipeline ← archive ← cli; what looks at saved plans sees the model only.
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "garbage": set(),
    "schema_version": set(),
    "model": {"errors", "schema_version"},
    "rules": {"errors", "model"},
    "values": {"errors", "model", "rules"},
    "pdf": {"errors", "model"},
    "ocr": {"errors", "model", "rules", "values", "pdf"},
    "layout": {"errors", "model", "rules", "values", "pdf"},
    "outline": {"errors", "model", "rules", "values", "pdf", "layout"},
    "extract": {"errors", "model", "rules", "values", "pdf", "layout", "outline"},
    "checks": {"errors", "model", "rules", "values"},
    "coverage": {"errors", "model"},
    "pipeline": {
        *("errors", "garbage", "model", "rules", "values", "pdf", "ocr", "layout", "outline", "extract"),
        *("checks", "coverage"),
    },
    "evaluate": {"errors", "model"},
    "report": {"errors", "model"},
    "compare": {"errors", "garbage", "model"},
    "archive": {"errors", "garbage", "schema_version", "model", "values", "pipeline", "pdf"},
    "showing": {"errors", "model", "pdf", "report", "archive"},
}
PDF_LIBRARIES = {"pypdfium2", "pypdfium2_raw", "pdfplumber", "pdfminer"}


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(SRC.rglob("*.py")):
        parts = path.relative_to(SRC).with_suffix("").parts
        yield parts[0], path


def imports(path: Path) -> set[str]:
    """The modules that a file imports anywhere, function bodies too; type-only imports left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return found


def test_imports_go_one_way() -> None:
    wrong = []
    for stage, path in modules():
        if stage in ("cli", "__init__"):
            continue
        assert stage in MAY_IMPORT, f"{path.relative_to(SRC)}: say in MAY_IMPORT what this stage may import"
        for module in imports(path):
            parts = module.split(".")
            if parts[0] == "planparse" and len(parts) > 1 and parts[1] != stage and parts[1] not in MAY_IMPORT[stage]:
                wrong.append(f"{path.relative_to(SRC)} imports {module}")
    assert not wrong


def test_only_pdf_knows_a_pdf_library() -> None:
    wrong = [
        f"{path.relative_to(SRC)} imports {module}"
        for stage, path in modules()
        if stage != "pdf"
        for module in imports(path)
        if module.split(".")[0] in PDF_LIBRARIES
    ]
    assert not wrong


def test_extractors_do_not_call_each_other() -> None:
    """What extractors share stands in modules without an ``extract_`` function."""
    extract = SRC / "extract"
    extractors = {path.stem for path in extract.glob("*.py") if "\ndef extract_" in path.read_text(encoding="utf-8")}
    wrong = [
        f"{path.name} imports {module}"
        for path in extract.glob("*.py")
        if path.stem in extractors
        for module in imports(path)
        if module.startswith("planparse.extract.") and module.rsplit(".", 1)[1] in extractors - {path.stem}
    ]
    assert not wrong


def test_modules_and_functions_are_short() -> None:
    long = []
    for _, path in modules():
        text = path.read_text(encoding="utf-8")
        if text.count("\n") > 400:
            long.append(f"{path.relative_to(SRC)}: {text.count(chr(10))} lines")
        functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
        long += [f"{path.name}: {one.name}" for one in functions if (one.end_lineno or 0) - one.lineno > 60]
    assert not long


@pytest.mark.parametrize("name", planparse.__all__)
def test_public_names_exist(name: str) -> None:
    assert getattr(planparse, name) is not None


def test_all_names_of_the_model_are_importable() -> None:
    model = importlib.import_module("planparse.model")
    assert all(hasattr(model, name) for name in model.__all__)
    assert list(model.__all__) == sorted(model.__all__, key=lambda name: (not name.isupper(), name))
