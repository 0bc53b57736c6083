"""Values of indicators as figures in one unit, and which way is better.

>>> in_unit(Quantity(raw="3 veckor", value=3, unit="weeks"))
(21.0, 'days')
>>> better("Sjukfrånvaro (%)")
(-1, 'regel: sjukfrånvaro')
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from planparse.compare.direction import direction, read_direction
from planparse.compare.lexicon import read
from planparse.compare.words import fold
from planparse.model import Quantity, Value

_COMPARATORS = {"ge": 1, "gt": 1, "le": -1, "lt": -1}


def in_unit(quantity: Quantity) -> tuple[float | None, str | None]:
    """A value and its unit, both brought to the unit that others can be held to."""
    unit, factor = common_unit(quantity.unit)
    return (None if quantity.value is None else float(quantity.value) * factor), unit


def common_unit(unit: str | None) -> tuple[str | None, float]:
    """The unit that a unit's values are brought to, and what they are multiplied by."""
    return _units().get(fold(unit), (unit, 1.0)) if unit else (None, 1.0)


def unit_text(unit: str | None) -> str:
    """A unit in Swedish, for reasons that people read.

    >>> unit_text("percent"), unit_text("ton"), unit_text(None)
    ('procent', 'ton', 'ingen')
    """
    return next((str(entry.values["text"]) for entry in read("units") if entry.name == unit), unit or "ingen")


def upper_in_unit(quantity: Quantity) -> float | None:
    """The upper end of a range in the common unit."""
    return None if quantity.upper is None else float(quantity.upper) * common_unit(quantity.unit)[1]


def usual_unit(values: Iterable[Value]) -> str | None:
    """The unit of most of an indicator's values; None where they have none."""
    count: dict[str | None, int] = {}
    for value in values:
        if value.quantity.value is not None:
            unit = common_unit(value.quantity.unit)[0]
            count[unit] = count.get(unit, 0) + 1
    return max(count, key=lambda unit: (count[unit], unit or "")) if count else None


def same_unit(one: str | None, other: str | None) -> bool:
    """Whether values of two units can be held to each other; a bare number is a count, or an index.

    >>> same_unit("count", None), same_unit("percent", None), same_unit("ton CO2/år", "ton Co2 / år")
    (True, False, True)
    """
    if one and other and _written(one) == _written(other):
        return True
    return one == other or ({one, other} <= {None, "count"}) or ({one, other} <= {None, "index"})


def _written(unit: str) -> str:
    """A printed unit without what typing varies: capitals and spaces."""
    return fold(unit).replace(" ", "")


def better(name: str, *, target: Quantity | None = None, goal: str | None = None) -> tuple[int | None, str | None]:
    """Which way is better (1 up, -1 down) and what says so; (None, None) where nothing does.

    The target's own sign comes first, then the indicator's name and its goal, then the rules.

    >>> better("Kostnad per plats", target=Quantity(raw="< 900", value=900, comparator="lt"))
    (-1, 'målvärdet: < 900')
    """
    if target is not None and target.comparator in _COMPARATORS:
        return _COMPARATORS[target.comparator], f"målvärdet: {target.raw}"
    for words, place in ((name, "namnet"), (goal or "", "målet")):
        pointing = _stated(words) if place == "namnet" else _of_goal(name, words)
        if pointing is not None:
            return pointing, f"{place}: {words}"
    return _ruled(fold(name))


def _stated(words: str) -> int | None:
    """ "… ska minska", "… ska vara minst": what a name says is wanted; a bare "fler" or "hög" in it says nothing."""
    if _parted(words) is None:
        return None
    return {"up": 1, "down": -1}.get(direction(words) or "")


def _parted(words: str) -> tuple[str, str] | None:
    """What a wording is about and what is said of it: before and after its "ska"."""
    found = re.split(r"\s(?:ska|skall|bör)\s", f" {fold(words)} ", maxsplit=1)
    return (found[0], found[1]) if len(found) == 2 else None


def _of_goal(name: str, goal: str) -> int | None:
    """A goal's direction, where the goal says it of what the indicator counts, and of nothing else.

    >>> _of_goal("Skolfrånvaro (%)", "Skolfrånvaron ska minska")
    -1
    >>> _of_goal("Elever med hög frånvaro", "Elevernas närvaro ska öka"), _of_goal("Ej klara", "Fler klara ska öka")
    (None, None)
    """
    parted = _parted(goal)
    if parted is None or _turns(fold(name)) or read_direction(name).pointers:
        return None
    about = [word.strip(".,()") for word in parted[0].split()]
    head = about[-1][:_NAMING] if about else ""
    if len(head) < _NAMING or direction(parted[0]) is not None:
        return None
    if not any(word.startswith(head) for word in re.findall(r"\w+", fold(name))):
        return None
    return {"up": 1, "down": -1}.get(direction(parted[1]) or "")


def _turns(name: str) -> bool:
    """Whether a name has a word that turns round what it counts, beside those that the rules know."""
    return read_direction(name).negated or _WITHOUT.search(name) is not None


_WITHOUT = re.compile(
    r"\b(?:utan|sakn\w+|brist\w*)\b|\b(?:o|miss|icke)-? … |\b(?:under|högst|max)\s+(?!(?:19|20)\d\d\b)\d"
)
"""words that turn a name round, bounds that count those who keep them ("frånvaro under 5 %", but not "under 2024"), and
beginnings before a word that was taken out: "obehöriga lärare" """
_NAMING = 6
"""letters that two words share to be about the same: "sjukfrånvaron" and "sjukfrånvaro" """


def _ruled(name: str) -> tuple[int | None, str | None]:
    """Which way is better by the listed words of a name; nothing where they disagree, or where it turns them round.

    >>> _ruled("sjukfrånvaro (%)"), _ruled("enheter med sjukfrånvaro lägre än fem procent")
    ((-1, 'regel: sjukfrånvaro'), (None, None))
    >>> _ruled("andel nöjda med handläggningstiden")
    (None, None)
    >>> _ruled("obehöriga lärare")
    (None, None)
    """
    found: list[tuple[int, str]] = []
    left = name
    for entry in read("good_directions"):
        for word in entry.words():
            if word in left:
                found.append((int(entry.values["sign"]), word))
                left = left.replace(word, " … ")
    if not found or len({sign for sign, _ in found}) > 1:
        return None, None
    if _turns(left) or any(pointer.axis in ("amount", "quality") for pointer in read_direction(left).pointers):
        return None, None
    return found[0][0], f"regel: {found[0][1]}"


@cache
def _units() -> dict[str, tuple[str, float]]:
    return {
        unit: (entry.name, float(factor)) for entry in read("units") for unit, factor in entry.values["factors"].items()
    }
