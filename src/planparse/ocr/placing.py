"""Places on upright sheets → places on pages as they are shown.

A scanned sheet is read level and upright; whoever looks at a location looks at the page as it lies in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from planparse.model import Location
from planparse.model.record import Record
from planparse.pdf.display import IDENTITY, place_box
from planparse.pdf.page import Scan


def place_on_pages(record: Record, scans: Mapping[int, Scan]) -> None:
    """Moves every location of a record, at any depth, that is on a page read by OCR."""
    moved: dict[int, Location] = {}
    for location in locations_in(record):
        scan = scans.get(location.page)
        # One location may be shared by several records; it is kept here, so that its id stays its own.
        if scan is None or scan.to_shown == IDENTITY or id(location) in moved:
            continue
        moved[id(location)] = location
        x0, top, x1, bottom = location.bbox
        shown = place_box(scan.to_shown, x0, top, x1, bottom)
        wide, high = scan.width, scan.height
        location.bbox = [
            round(min(max(edge, 0.0), most), 1) for edge, most in zip(shown, (wide, high, wide, high), strict=True)
        ]


def locations_in(value: Any) -> Iterator[Location]:
    """All locations in a record, list or dict, at any depth."""
    if isinstance(value, Location):
        yield value
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from locations_in(getattr(value, name))
    elif isinstance(value, list):
        for item in value:
            yield from locations_in(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from locations_in(item)
