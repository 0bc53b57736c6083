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
    monkeypatch.setattr(with_docling, "_PLACES", (None,))
    assert "bench-docling" in (with_docling.unavailable() or "")
    assert "models are not on this machine" in (with_docling.unavailable() or "")
    monkeypatch.setattr(with_docling, "find_spec", lambda name: object())
    monkeypatch.setattr(with_docling, "_PLACES", (str(tmp_path / "none"), tmp_path))
    assert "models are not on this machine" in (with_docling.unavailable() or "")
    (tmp_path / "docling-project--docling-layout").mkdir()
    assert with_docling.unavailable() is None
    assert with_docling.models() == tmp_path


def docling_cell(text: str, rows: tuple[int, int], cols: tuple[int, int]) -> dict[str, Any]:
    """As docling writes a cell: the places after its last row and column."""
    return {
        "bbox": {"l": 71.0, "t": 120.5, "r": 160.0, "b": 131.0, "coord_origin": "TOPLEFT"},
        "row_span": rows[1] - rows[0],
        "col_span": cols[1] - cols[0],
        "start_row_offset_idx": rows[0],
        "end_row_offset_idx": rows[1],
        "start_col_offset_idx": cols[0],
        "end_col_offset_idx": cols[1],
        "text": text,
        "column_header": rows[0] == 0,
        "row_header": False,
        "row_section": False,
    }


def test_docling_s_own_json_is_taken_as_tables() -> None:
    cells = [
        docling_cell("Mått", (0, 2), (0, 1)),
        docling_cell("Utfall", (0, 1), (1, 3)),
        docling_cell("2030", (1, 2), (1, 2)),
        docling_cell("2031", (1, 2), (2, 3)),
        docling_cell("Nöjda gäster", (2, 3), (0, 1)),
        docling_cell("71", (2, 3), (1, 2)),
        docling_cell("74", (2, 3), (2, 3)),
    ]
    table = {
        "self_ref": "#/tables/0",
        "parent": {"$ref": "#/body"},
        "label": "table",
        "prov": [{"page_no": 4, "bbox": {"l": 71, "t": 700, "r": 500, "b": 600, "coord_origin": "BOTTOMLEFT"}}],
        "data": {"table_cells": cells, "num_rows": 3, "num_cols": 3, "grid": []},
    }
    document = {"schema_name": "DoclingDocument", "version": "1.8.0", "name": "plan", "texts": [], "tables": [table]}
    (found,) = with_docling.tables_in(document)
    assert found.rows() == [["Mått", "Utfall", ""], ["", "2030", "2031"], ["Nöjda gäster", "71", "74"]]
    assert {cell.page for cell in found.cells} == {4}
    assert (found.cells[0].row_span, found.cells[1].col_span) == (2, 2)
    assert with_docling.tables_in({"schema_name": "DoclingDocument", "tables": []}) == []
