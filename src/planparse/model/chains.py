"""From a plan's data to the chains that rows are made of: which records, with their values, and where they stand.

Every chain begins with the issuer (the plan itself, flattened) and ends with the place of its row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Any

from planparse.model.columns import Chain, PlanData

Data = Mapping[str, Any]
_NOTHING: Data = {}


def issuer(plan: PlanData) -> Data:
    """What every row says of its plan."""
    registered = plan.get("registered") or _NOTHING
    return {
        "plan_id": plan["source"]["sha256"][:16],
        "municipality": (plan.get("municipality") or _NOTHING).get("name"),
        "municipality_code": (plan.get("municipality") or _NOTHING).get("code"),
        "board": (plan.get("board") or _NOTHING).get("name"),
        "document_type": plan.get("document_type"),
        "plan_year": (plan.get("period") or _NOTHING).get("start"),
        "superseded": bool(registered.get("superseded", False)),
    }


def plan_chains(plan: PlanData) -> Iterator[Chain]:
    """One chain: the plan with all that is told of the whole document."""
    registered = plan.get("registered") or _NOTHING
    used = {"used": ", ".join(registered.get("used", ()))}
    parser = plan.get("parser") or _NOTHING
    parts = [plan.get(name) or _NOTHING for name in ("municipality", "board", "period", "adopted", "source")]
    yield (issuer(plan), plan, *parts, parser, {**registered, **used})


def record_chains(*path: str, also: str | None = None) -> Callable[[PlanData], Iterator[Chain]]:
    """Chains of the records of a list of the plan, or of those of a list inside each ("indicators", "values").

    ``also`` names a field of the last one that holds a record of its own (a goal's assessment).
    """

    def chains(plan: PlanData) -> Iterator[Chain]:
        places = _Places(plan)
        for links in _walk(plan, path):
            extra = (links[-1].get(also) or _NOTHING,) if also else ()
            yield (places.issuer, *links, *extra, places.of(links))

    return chains


def _walk(record: Data, path: tuple[str, ...]) -> Iterator[Chain]:
    for item in record.get(path[0], ()):
        if len(path) == 1:
            yield (item,)
        else:
            yield from ((item, *rest) for rest in _walk(item, path[1:]))


def budget_chains(plan: PlanData) -> Iterator[Chain]:
    """One chain an amount of a money table, with its line and its column; none is dropped where columns lack."""
    places = _Places(plan)
    for budget in plan.get("budgets", ()):
        for number, line in enumerate(budget.get("lines", ())):
            numbered = {**line, "line": number}
            columns = budget.get("columns", ())[: len(line.get("amounts", ()))]
            for index, (amount, column) in enumerate(zip_longest(line.get("amounts", ()), columns, fillvalue=_NOTHING)):
                yield places.issuer, budget, numbered, {**column, "column": index}, amount, places.of((line, amount))


def diagnostic_chains(plan: PlanData) -> Iterator[Chain]:
    """One chain a diagnostic, its references in one text."""
    places = _Places(plan)
    for entry in plan.get("diagnostics", ()):
        yield places.issuer, {**entry, "refs": " ".join(entry.get("refs", ()))}, places.of((entry,))


def coverage_chains(plan: PlanData) -> Iterator[Chain]:
    """One chain a kind of record; its place is the first of its pages."""
    places = _Places(plan)
    for kind, entry in plan.get("coverage", {}).items():
        pages = entry.get("pages", ())
        named = {"kind": kind, "state": entry.get("state"), "pages": page_list(pages)}
        yield places.issuer, named, places.on(pages[0] if pages else None)


def page_list(pages: Iterable[int]) -> str:
    """Pages as people write them.

    >>> page_list([1, 2, 3, 7, 9, 10]), page_list([])
    ('1-3, 7, 9-10', '')
    """
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


class _Places:
    """The issuer and the printed page labels of one plan."""

    def __init__(self, plan: PlanData) -> None:
        self.issuer = issuer(plan)
        self._labels = {page["number"]: page.get("label") for page in plan["source"].get("pages", ())}

    def of(self, links: Chain) -> Data:
        """Where the innermost of the records stands, or the one around it that is known to stand somewhere."""
        located = (link.get("locations") for link in reversed(links))
        first = next((locations[0]["page"] for locations in located if locations), None)
        return self.on(first)

    def on(self, page: int | None) -> Data:
        return {"page": page, "page_label": self._labels.get(page)}
