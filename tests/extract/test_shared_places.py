"""One place is one Location within a document, and none is handed from one document to the next."""

from __future__ import annotations

from planparse.extract.context import locations, shared_locations
from planparse.layout.blocks import Place

CELL = Place(2, (10.04, 20.0, 30.26, 40.0))


def test_records_at_one_place_share_it() -> None:
    with shared_locations():
        first, again, elsewhere = locations([CELL, Place(2, (10.04, 20.0, 30.26, 40.0)), Place(3, CELL.bbox)])
    assert first is again
    assert (first.page, elsewhere.page) == (2, 3)
    assert first.bbox == elsewhere.bbox == [10.0, 20.0, 30.3, 40.0]


def test_another_document_has_its_own() -> None:
    with shared_locations():
        first = locations([CELL])
    with shared_locations():
        second = locations([CELL])
    assert first == second
    assert first[0] is not second[0]
    assert locations([CELL])[0] is not locations([CELL])[0]


def test_equal_edges_are_told_alike() -> None:
    with shared_locations():
        whole, naught = locations([Place(1, (0, 5, 10, 20)), Place(1, (-0.0, 5.0, 10.0, 20.0))])
    assert whole.model_dump_json() == naught.model_dump_json() == '{"page":1,"bbox":[0.0,5.0,10.0,20.0]}'
