"""Lines of money tables that go on under another name, as their figures tell.

A plan prints last year's budget beside this year's. Where "Omsorg om funktionshindrade" had 76 100 tkr in the budget
of 2022, is gone from the next plan, and there "Funktionsstöd", new, has 76 100 tkr under Budget 2022, the two are one
line. Only figures that say enough count: of three digits or more, unless the names have a word in common; and where
another line that is new has the same figure, nobody knows which of the two it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from planparse.compare.words import terms

_FEWEST_DIGITS = 3
"""digits, zeros at the end left out, of a figure that two lines don't share by chance"""
_MOST_YEARS = 2
"""years between two plans that still print a year in common"""
_STEPS = {"kr": 1.0, "tkr": 1e3, "mkr": 1e6, "mnkr": 1e6}


@dataclass(frozen=True, slots=True)
class Figure:
    """Whole kronor, and the least step in which they are printed."""

    sek: float
    step: float

    @property
    def telling(self) -> bool:
        return len(str(round(abs(self.sek) / self.step)).rstrip("0")) >= _FEWEST_DIGITS

    def same(self, other: Figure) -> bool:
        """Whether two printings may be of one figure; nothing is the same as nothing."""
        return self.sek != 0 and abs(self.sek - other.sek) <= max(self.step, other.step) / 2


Cell = tuple[int, str]
"""year and measure"""


@dataclass(slots=True)
class Held:
    """A line of a document: what it is aligned by, the name shown, and its figures."""

    key: str
    name: str
    label: str
    figures: dict[Cell, Figure] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tie:
    """The later name that a line goes on under; ``sure`` where the names or several figures say so."""

    key: str
    name: str
    sure: bool


def printed_step(raw: str, unit: str | None) -> float:
    """The least step of a printed amount.

    >>> printed_step("44,5", "mnkr"), printed_step("1 800", "tkr")
    (100000.0, 1000.0)
    """
    decimals = len(raw.strip().partition(",")[2].strip()) if "," in raw else 0
    return float(_STEPS.get((unit or "").casefold(), 1.0) / 10**decimals)


def ties(documents: Sequence[tuple[int, Mapping[str, Held]]]) -> dict[str, Tie]:
    """For keys that go on under another, that other one; documents of one board and kind of table, in time order."""
    out: dict[str, Tie] = {}
    for (year, earlier), (later_year, later) in combinations(documents, 2):
        if later_year - year > _MOST_YEARS:
            continue
        gone = [held for key, held in earlier.items() if key not in later and key not in out]
        new = [held for key, held in later.items() if key not in earlier]
        for one in gone:
            found = [other for other in new if _same_figures(one, other)]
            rivals = [held for held in gone if len(found) == 1 and _same_figures(held, found[0])]
            if len(found) == 1 and len(rivals) == 1:
                out[one.key] = Tie(found[0].key, found[0].name, _sure(one, found[0]))
    return {key: _last(key, out) for key in out}


def _last(key: str, found: Mapping[str, Tie]) -> Tie:
    """Where a chain of names ends."""
    tie, seen = found[key], {key}
    while tie.key in found and tie.key not in seen:
        seen.add(tie.key)
        tie = Tie(found[tie.key].key, found[tie.key].name, tie.sure and found[tie.key].sure)
    return tie


def _same_figures(one: Held, other: Held) -> bool:
    shared = one.figures.keys() & other.figures.keys()
    if not shared or not all(one.figures[cell].same(other.figures[cell]) for cell in shared):
        return False
    return _share_a_word(one, other) or any(
        one.figures[cell].telling and other.figures[cell].telling for cell in shared
    )


def _sure(one: Held, other: Held) -> bool:
    return len(one.figures.keys() & other.figures.keys()) > 1 or _share_a_word(one, other)


def _share_a_word(one: Held, other: Held) -> bool:
    first, second = ({part for term in terms(held.label) for part in term.parts} for held in (one, other))
    return bool(first & second)
