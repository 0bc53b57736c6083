"""A plan's JSON piece by piece, so that a plan of thousands of pages is written without all of its text at once.

In: a plan. Out: pieces that together are what pydantic writes for the whole, byte for byte::

    for piece in json_pieces(plan, indent=2):
        out.write(piece)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from planparse.model.record import Record

ITEMS = 32
"""records of a list that make up a piece: 32 tables are some megabyte of text"""


def json_pieces(plan: Record, *, indent: int | None, leave_out: frozenset[str] = frozenset()) -> Iterator[str]:
    """The record's JSON with all of its fields but those left out: a long list in several pieces, the rest in one."""
    newline = "" if indent is None else "\n"
    names = [name for name in (*type(plan).model_fields, *(plan.model_extra or ())) if name not in leave_out]
    yield "{"
    between = newline
    for long, run in groupby(names, lambda name: _is_long(getattr(plan, name))):
        for several in [[name] for name in run] if long else [list(run)]:
            yield between
            yield from _items(plan, several[0], indent) if long else [_fields(plan, indent, set(several))]
            between = "," + newline
    yield newline + "}"


def _is_long(value: object) -> bool:
    return isinstance(value, list) and len(value) > ITEMS


def _fields(plan: Record, indent: int | None, include: set[str]) -> str:
    """Some fields without the braces round them."""
    edge = 1 if indent is None else 2
    return plan.model_dump_json(indent=indent, include=include)[edge:-edge]


def _items(plan: Record, name: str, indent: int | None) -> Iterator[str]:
    """A list's field, some of its items at a time."""
    value = getattr(plan, name)
    pad, newline, space = ("", "", "") if indent is None else (" " * indent, "\n", " ")
    head, foot = f'{pad}"{name}":{space}[', f"{newline}{pad}]"
    yield head
    for start in range(0, len(value), ITEMS):
        part = plan.model_copy(update={name: value[start : start + ITEMS]})
        yield ("," if start else "") + _fields(part, indent, {name})[len(head) : -len(foot)]
    yield foot
