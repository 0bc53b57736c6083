"""How deep each heading is.

In: the headings in reading order. Out: for each its parent and its level (its parent's plus one). A heading's *rank*
says how prominent it is, smaller is further out: what a witness says of headings of its style, else where the style's
size and weight put it among the others. Numbers go before ranks: "3.1" stands under "3", "4" beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

from planparse.outline.candidates import Candidate
from planparse.outline.styles import Style


@dataclass(frozen=True, slots=True)
class Depth:
    """``parent`` is an index into the headings, or None."""

    parent: int | None
    level: int


def depths(headings: Sequence[Candidate]) -> list[Depth]:
    """Parent and level of each heading."""
    ranks = _ranks(headings)
    found: list[Depth] = []
    open_: list[int] = []
    for index, heading in enumerate(headings):
        keep = _by_number(headings, open_, heading)
        if keep is None:
            while open_ and ranks[open_[-1]] >= ranks[index]:
                open_.pop()
        else:
            del open_[keep:]
        found.append(Depth(open_[-1] if open_ else None, len(open_) + 1))
        open_.append(index)
    return found


def _by_number(headings: Sequence[Candidate], open_: Sequence[int], heading: Candidate) -> int | None:
    """How many of the open headings stay open over a numbered one; None where numbers do not say."""
    if heading.number is None:
        return None
    parts = heading.number.split(".")
    for place in range(len(open_) - 1, -1, -1):
        other = headings[open_[place]].number
        if other is None:
            continue
        others = other.split(".")
        if len(others) == len(parts) and others[:-1] == parts[:-1] and others != parts:
            return place
        if len(others) < len(parts) and parts[: len(others)] == others:
            return place + 1
    return None


def prominence(style: Style) -> tuple[float, ...]:
    """Sorts styles, the outermost first: size, then capitals, weight and colour; slanted and underlined last."""
    return (-style.size, not style.caps, not style.bold, style.color == 0, style.italic, style.underlined)


def _ranks(headings: Sequence[Candidate]) -> list[float]:
    told = _told(headings)
    base = _look_ranks(headings, told)
    ranks = [float(level) if level else base[prominence(one.style)] for one, level in zip(headings, told, strict=True)]
    shallowest: dict[float, int] = {}
    for heading, rank in zip(headings, ranks, strict=True):
        if heading.number:
            shallowest[rank] = min(shallowest.get(rank, 9), heading.number.count("."))
    return [
        rank + 0.05 * (heading.number.count(".") - shallowest[rank]) if heading.number else rank
        for heading, rank in zip(headings, ranks, strict=True)
    ]


def _told(headings: Sequence[Candidate]) -> list[int]:
    """The level that the most trusted witness gives each heading, 0 where it gives none."""
    for name in ("bookmark", "tag", "entry"):
        levels = [getattr(heading, name) or 0 for heading in headings]
        if sum(level > 0 for level in levels) * 4 >= len(levels):
            return levels
    return [0] * len(headings)


def _look_ranks(headings: Sequence[Candidate], told: Sequence[int]) -> dict[tuple[float, ...], float]:
    """A rank for each look: the level it is mostly used for, else just inside of the more prominent ones.

    The most prominent one is no level of its own where it is used once, and not first: a chapter's page set apart.
    """
    by_look: dict[tuple[float, ...], list[int]] = {}
    counts: Counter[tuple[float, ...]] = Counter()
    for heading, level in zip(headings, told, strict=True):
        look = prominence(heading.style)
        counts[look] += 1
        by_look.setdefault(look, []).extend([level] if level else [])
    first = prominence(headings[0].style) if headings else ()
    step = 0.01 if any(told) else 1.0
    ranks: dict[tuple[float, ...], float] = {}
    inside = 0.0
    looks = sorted(by_look)
    for place, look in enumerate(looks):
        levels = by_look[look]
        apart = place == 1 and counts[looks[0]] == 1 and looks[0] != first and not by_look[looks[0]]
        ranks[look] = float(median_low(levels)) if levels else inside + (0.0 if apart else step)
        inside = max(inside, ranks[look])
    return ranks
