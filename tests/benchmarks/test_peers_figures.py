"""What is kept of an earlier run, and tables of other tools as rows and as the measure of tables takes them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from benchmarks.adapters import FoundCell, FoundTable, ours, plain_table, with_docling
from benchmarks.peers import chosen, joined, neighbours_by_page


def test_a_table_s_rows_have_each_text_at_the_first_place_of_its_span() -> None:
    table = FoundTable((FoundCell(1, 0, 0, "Budget", col_span=2), FoundCell(1, 1, 1, "2031")))
    assert table.rows() == [["Budget", ""], ["", "2031"]]
    assert plain_table(3, [["Mål", None], ["", 5]]).rows() == [["Mål", ""], ["", "5"]]


def test_a_table_over_two_pages_is_two_to_the_measure_of_tables() -> None:
    cells = [
        FoundCell(1, 0, 0, "Mål"),
        FoundCell(1, 0, 1, "År"),
        FoundCell(2, 1, 0, "Trygg"),
        FoundCell(2, 1, 1, "2031"),
    ]
    parts = neighbours_by_page([FoundTable(tuple(cells))])
    assert [(page, found.total()) for page, found in parts] == [(1, 1), (2, 1)]


def run(files: list[str], tools: dict[str, float], missing: dict[str, str] | None = None) -> dict[str, Any]:
    results = {"icdar": {tool: {"f1": f1} for tool, f1 in tools.items()}}
    return {"sets": {"icdar": files}, "results": results, "not_available": missing or {}}


def test_tools_not_run_keep_their_figures() -> None:
    found = joined(run(["1.pdf"], {"a": 0.5, "b": 0.6}, {"c": "no Java"}), run(["1.pdf"], {"b": 0.7}))
    assert found["results"]["icdar"] == {"a": {"f1": 0.5}, "b": {"f1": 0.7}}
    assert found["not_available"] == {"c": "no Java"}


def test_figures_on_other_files_are_not_kept_beside_new_ones() -> None:
    before = run(["1.pdf"], {"a": 0.5}) | {"sets": {"icdar": ["1.pdf"], "corpus": ["2.pdf"]}}
    before["results"]["corpus"] = {"a": {"recall": 0.4}}
    found = joined(before, run(["1.pdf", "3.pdf"], {"b": 0.7}))
    assert found["results"] == {"icdar": {"b": {"f1": 0.7}}, "corpus": {"a": {"recall": 0.4}}}


def test_what_is_not_there_is_said_and_ours_always_is() -> None:
    assert ours.unavailable() is None
    assert list(chosen(["tabula"])) == ["tabula lattice", "tabula stream"]
    assert "planparse" in chosen([])


def test_docling_is_asked_for_its_package_and_its_models(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(with_docling, "find_spec", lambda name: None)
    assert "bench-docling" in (with_docling.unavailable() or "")
    monkeypatch.setattr(with_docling, "find_spec", lambda name: object())
    monkeypatch.setattr(with_docling, "_PLACES", (str(tmp_path / "none"), tmp_path))
    assert "models are not on this machine" in (with_docling.unavailable() or "")
    (tmp_path / "docling-project--docling-layout").mkdir()
    assert with_docling.unavailable() is None
    assert with_docling.models() == tmp_path
