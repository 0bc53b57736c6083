"""What is kept of an earlier run, and tables of other tools as rows and as the measure of tables takes them."""

from __future__ import annotations

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


def test_tools_not_run_keep_their_figures() -> None:
    before = {"results": {"icdar": {"a": {"f1": 0.5}, "b": {"f1": 0.6}}}, "not_available": {"c": "no Java"}}
    now = {"results": {"icdar": {"b": {"f1": 0.7}}}, "not_available": {}}
    assert joined(before, now)["results"]["icdar"] == {"a": {"f1": 0.5}, "b": {"f1": 0.7}}
    assert joined(before, now)["not_available"] == {"c": "no Java"}


def test_what_is_not_there_is_said_and_ours_always_is() -> None:
    assert ours.unavailable() is None
    assert list(chosen(["tabula"])) == ["tabula lattice", "tabula stream"]
    assert "planparse" in chosen([])
    reason = with_docling.unavailable()
    assert reason is None or "docling" in reason
