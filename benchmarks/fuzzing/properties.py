"""What must hold of every plan, whatever the file: places on their pages, grounded values, links, JSON without loss."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from planparse.errors import PlanparseError
from planparse.evaluate import PageWords
from planparse.evaluate.grounding import raw_values
from planparse.evaluate.pagewords import WordBox, as_read, inside
from planparse.evaluate.texts import pressed
from planparse.model import Location, Plan, Record

_SLACK = 0.06
"""points by which rounding to a tenth may carry a box over its page's edge"""


def broken(plan: Plan, words: Sequence[PageWords] | None) -> list[str]:
    """What does not hold, each in a line; ``words`` None: whether values are grounded is not looked at."""
    out = [*_places(plan), *_ids(plan), *_links(plan), *_written(plan)]
    if words is not None:
        out += _invented(plan, words)
    return out


def _invented(plan: Plan, pages: Sequence[PageWords]) -> Iterator[str]:
    """Values of which a piece stands on no page that they are said to be from.

    Where lines run over each other, or words into each other, it is a matter of taste in which order the words of a
    cell are read and where they begin, so the pieces of a value are looked for one by one, within words too.
    """
    by_number = {page.page: page for page in pages}
    texts = {number: _run_together(page.words) for number, page in by_number.items()}
    for raw, locations, owner in raw_values(plan):
        numbers = {place.page for place in locations} & set(texts) or set(texts)
        there = [text for number in numbers for text in texts[number]]
        if all(any(pressed(piece) in text for text in there) for piece in raw.split()):
            continue
        own = [
            word
            for place in locations
            if place.page in by_number
            for word in by_number[place.page].words
            if inside(word, place.bbox)
        ]
        if not any(pressed(raw) in text for text in _run_together(own)):
            yield f"ungrounded: {raw!r}, {owner}, page {', '.join(map(str, sorted(numbers)))}"


def _run_together(words: Sequence[WordBox]) -> tuple[str, ...]:
    """Words without anything between, line by line and as the file has them; with and without hyphens."""
    texts = ["".join(pressed(word[0]) for word in order) for order in (as_read(words), words)]
    return (*texts, *(text.replace("-", "") for text in texts))


def _records(value: Any, path: str) -> Iterator[tuple[str, Record]]:
    """Every record in a value, at any depth, with where it stands."""
    if isinstance(value, Record):
        yield path, value
        for name in type(value).model_fields:
            yield from _records(getattr(value, name), f"{path}.{name}" if path else name)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _records(item, f"{path}[{key}]")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _records(item, f"{path}[{index}]")


def _places(plan: Plan) -> Iterator[str]:
    sizes = {page.number: (page.width, page.height) for page in plan.source.pages}
    for path, record in _records(plan, ""):
        if not isinstance(record, Location):
            continue
        x0, top, x1, bottom = record.bbox
        if record.page not in sizes:
            yield f"no such page: {path}, page {record.page}"
            continue
        width, height = sizes[record.page]
        if not all(map(math.isfinite, record.bbox)):
            yield f"no number: {path} {record.bbox}"
        elif not (-_SLACK <= x0 <= x1 <= width + _SLACK and -_SLACK <= top <= bottom <= height + _SLACK):
            yield f"off its page: {path} {record.bbox}, page {record.page} of {width} x {height}"


def _ids(plan: Plan) -> Iterator[str]:
    ids = [(path, _id(record)) for path, record in _records(plan, "")]
    counts = Counter(one for _, one in ids if one)
    yield from (f"id given {count} times: {one}" for one, count in counts.items() if count > 1)
    yield from (f"no id: {path}" for path, one in ids if one == "")


def _id(record: Record) -> str | None:
    return getattr(record, "id", None) if "id" in type(record).model_fields else None


def _links(plan: Plan) -> Iterator[str]:
    sections = {section.id: section.parent_id for section in plan.sections}
    goals = {goal.id: goal.parent_id for goal in plan.goals}
    every = {_id(record) for _, record in _records(plan, "")}
    for path, record in _records(plan, ""):
        own = sections if path.startswith("sections") else goals
        for name, targets in (("section_id", sections), ("goal_id", goals), ("parent_id", own)):
            link = getattr(record, name, None)
            if link is not None and link not in targets:
                yield f"points at nothing: {path}.{name} {link}"
        for reference in getattr(record, "refs", None) or ():
            if reference not in every:
                yield f"points at nothing: {path}.refs {reference}"
    for kind, parents in (("section", sections), ("goal", goals)):
        yield from (f"its own ancestor: {kind} {one}" for one in parents if _circular(one, parents))


def _circular(start: str, parents: dict[str, str | None]) -> bool:
    seen, at = {start}, parents.get(start)
    while at is not None:
        if at in seen:
            return True
        seen.add(at)
        at = parents.get(at)
    return False


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _written(plan: Plan) -> Iterator[str]:
    """Written and read back it is the same, byte for byte, and strict JSON in UTF-8."""
    try:
        text = plan.to_json()
        text.encode("utf-8")
        json.loads(text, parse_constant=_no_constant)
        again = Plan.from_json(text)
        if again.to_json() != text or again != plan:
            yield "JSON read back is not the same"
    except (PlanparseError, ValueError) as error:
        yield f"JSON: {type(error).__name__}: {str(error)[:200]}"
