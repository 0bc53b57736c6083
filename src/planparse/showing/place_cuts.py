"""Cuts of the places that a comparison rests on, from the PDFs that are at hand.

A PDF that is not the one that its plan was read from, or can't be opened, gives none: the report says so by having no
picture there.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from planparse.errors import PlanparseError
from planparse.model import Plan
from planparse.pdf.reader import PdfFile
from planparse.report.comparison_cuts import Place, by_page, cut, places
from planparse.report.comparison_data import Compared
from planparse.showing.opening import opened_for

_SCALE = 1.5
"""pixels to the point: a cut is looked at, not printed"""
_MOST = 600
"""cuts of a report: some 4 kB each, so that it stays under 4 MB"""


def place_cuts(compared: Compared, files: Mapping[str, tuple[Plan, Path]], most: int = _MOST) -> dict[Place, str]:
    """Cuts as ``data:`` URIs by place; ``files`` are the plans (by the id that the tables use) with their PDFs."""
    wanted = [place for place in places(compared, most) if place[0] in files]
    out: dict[Place, str] = {}
    by_plan: dict[str, list[Place]] = {}
    for place in wanted:
        by_plan.setdefault(place[0], []).append(place)
    for plan_id, held in by_plan.items():
        plan, path = files[plan_id]
        try:
            with opened_for(plan, path) as file:
                out |= _cuts(file, held)
        except PlanparseError:
            continue
    return {place: out[place] for place in wanted if place in out}


def _cuts(file: PdfFile, wanted: list[Place]) -> dict[Place, str]:
    """Those of one file, each page rendered once; a page that can't be shown has none."""
    out = {}
    for _, page, held in by_page(wanted):
        try:
            picture = file.page_picture(page, _SCALE)
        except PlanparseError:
            continue
        for place in held:
            try:
                out[place] = cut(picture, _SCALE, place[2])
            except ValueError:
                continue  # a place outside the page
    return out
