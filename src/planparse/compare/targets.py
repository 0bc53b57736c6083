"""Targets held to each other: which of two asks for more.

>>> moved(Quantity(raw="85 %", value=85, unit="percent"), Quantity(raw="90 %", value=90, unit="percent"), 1)
'sharpened'
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from planparse.compare.direction import read_direction
from planparse.compare.indicator_rows import Said
from planparse.compare.quantities import in_unit, same_unit
from planparse.compare.words import fold
from planparse.model import Quantity

Movement = Literal["kept", "sharpened", "weakened", "target_moved", "undecided"]

_STRICT = {"ge": 0, "gt": 1, "le": 0, "lt": 1, "eq": 0, None: 0}
_SIGNS = {"ge": 1, "gt": 1, "le": -1, "lt": -1}
_NUMBERS = re.compile(r"\d+(?:[ .\u00a0]\d{3})*(?:,\d+)?")
_WORDS = {
    "en": 1,
    "ett": 1,
    "två": 2,
    "tre": 3,
    "fyra": 4,
    "fem": 5,
    "sex": 6,
    "sju": 7,
    "åtta": 8,
    "nio": 9,
    "tio": 10,
}
_COUNTED = {"dag", "dagar", "arbetsdagar", "veckor", "vecka", "månader", "månad", "timmar", "timme", "procent", "år"}


def moved(earlier: Quantity, later: Quantity, sign: int | None) -> Movement:
    """What became of a target; ``sign`` is which way is better (1 up, -1 down, None unknown)."""
    first, unit = in_unit(earlier)
    second, other = in_unit(later)
    if first is None or second is None:
        return "kept" if fold(earlier.raw) == fold(later.raw) else "undecided"
    if not same_unit(unit, other) or earlier.upper is not None or later.upper is not None:
        return "kept" if fold(earlier.raw) == fold(later.raw) else "undecided"
    if fold(earlier.reference or "") != fold(later.reference or ""):
        return "undecided"  # "5 % mer än 2019" beside "85 %": a change is no level
    if {earlier.comparator, later.comparator} & {"approx"}:
        return "kept" if first == second else "target_moved"
    if {_SIGNS.get(earlier.comparator or ""), _SIGNS.get(later.comparator or "")} == {1, -1}:
        return "undecided"  # "minst" became "högst": no amount says which asks for more
    if first == second:
        step = _STRICT[later.comparator] - _STRICT[earlier.comparator]
        return "kept" if not step else "sharpened" if step > 0 else "weakened"
    if sign is None:
        return "target_moved"
    return "sharpened" if (second - first) * sign > 0 else "weakened"


def moved_figure(earlier: str, later: str) -> Movement | None:
    """What became of the one figure in a goal's wording ("inom fyra månader"); None where it is the same or none.

    >>> moved_figure("Svar inom tre dagar", "Svar inom två dagar"), moved_figure("Minst 80 procent", "Minst 90 procent")
    ('sharpened', 'sharpened')
    """
    first, second = _figures(earlier), _figures(later)
    if first == second or len(first) != len(second):
        return None
    changed = [(one, other) for one, other in zip(first, second, strict=True) if one != other]
    if len(changed) != 1:
        return "target_moved"
    sign = _bound(later)
    if sign is None or _bound(earlier) != sign:
        return "target_moved"
    return "sharpened" if (changed[0][1] - changed[0][0]) * sign > 0 else "weakened"


def _figures(text: str) -> list[float]:
    out = []
    words = fold(text).split()
    for place, word in enumerate(words):
        following = words[place + 1].strip(".,;") if place + 1 < len(words) else ""
        if word in _WORDS and following in _COUNTED:
            out.append(float(_WORDS[word]))
        elif found := _NUMBERS.fullmatch(word.strip(".,;%()")):
            figure = float(re.sub(r"[ .\u00a0](?=\d{3})", "", found[0]).replace(",", "."))
            if not 1990 <= figure <= 2100:
                out.append(figure)
    return out


def _bound(text: str) -> int | None:
    """1 where a wording's figure is a floor, -1 where it is a ceiling."""
    folded = f" {fold(text)} "
    if " inom " in folded or " senast " in folded:
        return -1
    signs = {pointer.sign for pointer in read_direction(text).pointers if pointer.axis == "amount"}
    return signs.pop() if len(signs) == 1 else None


def telling_pair(earlier: Sequence[Said], later: Sequence[Said]) -> tuple[Said, Said] | None:
    """The two targets that tell what became of an indicator's: of the last year that both are for, else the first ones.

    Totals are held to totals (a figure that no gender is told of is one), women's figures to women's.
    """
    first = {(said.year, _gender(said)): said for said in earlier}
    shared = [said for said in later if (said.year, _gender(said)) in first and said.year is not None]
    if shared:
        last = max(shared, key=lambda said: (said.year or 0, _gender(said) == _TOTAL))
        return first[last.year, _gender(last)], last
    for one in sorted(earlier, key=_totals_first):
        for other in sorted(later, key=_totals_first):
            if _gender(one) == _gender(other):
                return one, other
    return None


_TOTAL = "T"


def _gender(said: Said) -> str:
    return said.value.gender or _TOTAL


def _totals_first(said: Said) -> tuple[bool, int]:
    return _gender(said) != _TOTAL, said.year or 0
