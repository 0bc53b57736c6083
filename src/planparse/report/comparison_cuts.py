"""Pictures of the places that a comparison rests on, cut from their pages.

The report shows a cut beside the wording. Who has the PDFs asks ``places`` which pages are wanted, renders each once
and gives ``cut`` its picture; the report takes them by place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from planparse.report.comparison_data import Compared, plain_values
from planparse.report.view_pictures import data_uri

if TYPE_CHECKING:
    from PIL.Image import Image

Place = tuple[str, int, str]
"""plan's id, file page, and the place on it as the tables write it: "x0 top x1 bottom" in points"""

_MARGIN = 14.0
"""points around the place: enough to see the line's neighbours and a cell's rules"""
_SIDES = ("", "_from", "_to", "_plan", "_report")
_WITH_PLACES = ("changes", "followups", "chain", "goals", "indicators", "budgets", "not_compared")


def places(compared: Compared, most: int = 400) -> list[Place]:
    """Places to cut, the most telling first (changes, follow-ups, chain), each once and at most so many."""
    found: dict[Place, None] = {}
    frames = dict(compared.tables())
    for name in _WITH_PLACES:
        frame = frames.get(name)
        for side in _SIDES:
            columns = [f"{part}{side}" for part in ("plan", "page", "bbox")]
            if frame is None or not set(columns) <= set(frame.columns):
                continue
            for place in zip(*(plain_values(frame[column]) for column in columns), strict=True):
                if None not in place:
                    found[place] = None
                if len(found) >= most:
                    return list(found)
    return list(found)


def by_page(wanted: list[Place]) -> Iterator[tuple[str, int, list[Place]]]:
    """The places page by page, so that each page is rendered once.

    >>> list(by_page([("a", 2, "1 1 2 2"), ("b", 1, "3 3 4 4"), ("a", 2, "5 5 6 6")]))[0]
    ('a', 2, [('a', 2, '1 1 2 2'), ('a', 2, '5 5 6 6')])
    """
    pages: dict[tuple[str, int], list[Place]] = {}
    for place in wanted:
        pages.setdefault(place[:2], []).append(place)
    for (plan, page), held in pages.items():
        yield plan, page, held


def cut(picture: Image, scale: float, bbox: str) -> str:
    """The place with a margin as a ``data:`` URI. ``picture``: its page at ``scale`` pixels to the point.

    Raises:
        ValueError: the place is no four numbers, or lies outside the page.
    """
    x0, top, x1, bottom = (float(number) for number in bbox.split())
    box = (
        max(0, round((x0 - _MARGIN) * scale)),
        max(0, round((top - _MARGIN) * scale)),
        min(picture.width, round((x1 + _MARGIN) * scale)),
        min(picture.height, round((bottom + _MARGIN) * scale)),
    )
    if box[0] >= box[2] or box[1] >= box[3]:
        raise ValueError(f"{bbox}: outside the page")
    return data_uri(picture.crop(box))
