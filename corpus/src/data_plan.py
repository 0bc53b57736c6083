"""Plans made from data: the PDF, and the gold, which is the same data in the model's terms.

    python corpus/src/data_plan.py hedarp-budget-2026     writes gold/hedarp-budget-2026.json

The folder's ``plan.py`` has ``document()``, which gives a ledger (``ledger.py``), ``PRODUCER``, ``PLAN`` (what the gold
says of the whole) and ``NOTES``. Pages of the sections come from the typesetter. No parser reads anything here.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
GOLD = HERE.parents[1] / "gold"
STAMP = 1577880000  # as in build.py
FIELDS = ["title", "document_type", "municipality", "board", "period", "adopted"]


def plan_module(folder: Path) -> Any:
    sys.path[:0] = [str(HERE), str(folder)]
    spec = importlib.util.spec_from_file_location(folder.name.replace("-", "_"), folder / "plan.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def make_pdf(folder: Path, out: Path) -> tuple[Any, dict[str, int]]:
    """The plan's ledger and the pages of its sections; the PDF is written to ``out``."""
    module = plan_module(folder)
    ledger = module.document()
    if module.PRODUCER == "typst":
        return ledger, _typst(folder, ledger, out)
    from html_pages import set_pages

    return ledger, set_pages(module, ledger, out)


def _typst(folder: Path, ledger: Any, out: Path) -> dict[str, int]:
    from typst_pages import PAGES, markup, set_pages

    with tempfile.TemporaryDirectory() as work:
        source = Path(work) / "plan.typ"
        source.write_text((folder / "style.typ").read_text(encoding="utf-8") + markup(ledger) + PAGES, encoding="utf-8")
        return set_pages(source, out, STAMP)


def gold(folder: Path) -> dict[str, Any]:
    """The gold file's content."""
    with tempfile.TemporaryDirectory() as work:
        ledger, pages = make_pdf(folder, Path(work) / "plan.pdf")
    module = plan_module(folder)
    for section in ledger.gold["sections"]:
        section["page_start"] = pages[section["id"]]
    return {
        "document": f"{folder.name}.pdf",
        "annotated": [*FIELDS, *ledger.gold],
        "notes": module.NOTES,
        "plan": {"schema_version": "1.0", **module.PLAN, **ledger.gold},
    }


if __name__ == "__main__":
    for name in sys.argv[1:]:
        made = gold(HERE / name)
        (GOLD / f"{name}.json").write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        print(GOLD / f"{name}.json", {field: len(made["plan"][field] or ()) for field in made["annotated"][6:]})
