"""Whether the output's values stand on the page at all, and under their own boxes.

A value that is not on its page was invented: worse than one that was missed. Given the words of the pages (without
them both are "not measured", which is None and never 0).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from planparse.evaluate.pagewords import PageWords, Stream, inside
from planparse.model import Location, Plan


@dataclass(frozen=True, slots=True)
class Grounding:
    """``values`` printed values; ``ungrounded`` those that no page has, ``misplaced`` those not in their boxes."""

    values: int = 0
    ungrounded: tuple[str, ...] = ()
    misplaced: tuple[str, ...] = ()

    def __add__(self, other: Grounding) -> Grounding:
        return Grounding(
            self.values + other.values, self.ungrounded + other.ungrounded, self.misplaced + other.misplaced
        )

    @property
    def places(self) -> float | None:
        """The share of values whose words lie under their own boxes; None where there are no values."""
        return 1 - len(self.misplaced) / self.values if self.values else None


def raw_values(plan: Plan) -> Iterator[tuple[str, list[Location], str]]:
    """Every value as printed with its places and where it belongs; empty cells print nothing."""
    for indicator in plan.indicators:
        for value in indicator.values:
            yield value.quantity.raw, value.locations, f"indicator {indicator.name!r}"
    for volume in plan.volumes:
        for value in volume.values:
            yield value.quantity.raw, value.locations, f"volume {volume.label!r}"
    for budget in plan.budgets:
        for line in budget.lines:
            for amount in line.amounts:
                yield amount.raw, amount.locations, f"budget line {line.label!r}"
    for guarantee in plan.guarantees:
        if guarantee.target is not None:
            yield guarantee.target.raw, guarantee.locations, "guarantee"
    for stated in plan.amounts:
        yield stated.raw, stated.locations, "amount"


def grounding(plan: Plan, pages: Sequence[PageWords]) -> Grounding:
    """Looks every value of the plan up among the words of its pages (of all pages, where it has no place).

    A value whose place is on a page that the file does not have stands nowhere.
    """
    by_number = {page.page: page for page in pages}
    streams: dict[int, Stream] = {}
    count = 0
    ungrounded: list[str] = []
    misplaced: list[str] = []
    for raw, locations, owner in raw_values(plan):
        if not raw.strip():
            continue
        count += 1
        shown = f"{raw!r}, {owner}, page {', '.join(str(place.page) for place in locations) or 'not given'}"
        if _under_boxes(raw, locations, by_number):
            continue
        misplaced.append(shown)
        numbers = {place.page for place in locations} & set(by_number) if locations else set(by_number)
        for number in numbers:
            if number not in streams:
                streams[number] = Stream(by_number[number].words)
        if not any(streams[number].has(raw) for number in numbers):
            ungrounded.append(shown)
    return Grounding(count, tuple(ungrounded), tuple(misplaced))


def _under_boxes(raw: str, locations: Sequence[Location], pages: Mapping[int, PageWords]) -> bool:
    words = [
        word
        for place in locations
        if place.page in pages
        for word in pages[place.page].words
        if inside(word, place.bbox)
    ]
    return bool(words) and Stream(words).has(raw)
