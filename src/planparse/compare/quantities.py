"""Values of indicators as figures in one unit, and which way is better.

>>> in_unit(Quantity(raw="3 veckor", value=3, unit="weeks"))
(21.0, 'days')
>>> better("Sjukfrånvaro (%)")
(-1, 'regel: sjukfrånvaro')
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from planparse.compare.direction import direction
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
    if not any(f" {verb} " in f" {fold(words)} " for verb in ("ska", "skall", "bör")):
        return None
    return {"up": 1, "down": -1}.get(direction(words) or "")


def _of_goal(name: str, goal: str) -> int | None:
    """A goal's direction, where the goal is about what the indicator counts: its wording names it."""
    said = {word for word in fold(name).replace("(", " ").replace(")", " ").split() if len(word) >= _NAMING}
    words = fold(goal).split()
    if not said or not any(word[:_NAMING] == other[:_NAMING] for word in said for other in words):
        return None
    return _stated(goal)


_NAMING = 6
"""letters that two words share to be about the same: "sjukfrånvaron" and "sjukfrånvaro" """


def _ruled(name: str) -> tuple[int | None, str | None]:
    for entry in read("good_directions"):
        for word in entry.words():
            if word in name:
                return int(entry.values["sign"]), f"regel: {word}"
    return None, None


@cache
def _units() -> dict[str, tuple[str, float]]:
    return {
        unit: (entry.name, float(factor)) for entry in read("units") for unit, factor in entry.values["factors"].items()
    }
