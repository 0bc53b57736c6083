"""Whether an outcome meets a target. What can't be decided says why; nothing is guessed.

>>> target = Quantity(raw="minst 90 %", value=90, unit="percent", comparator="ge")
>>> verdict(target, Quantity(raw="92 %", value=92, unit="percent"), name="Nöjda brukare").word
'met'
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from planparse.compare.quantities import better, in_unit, same_unit, unit_text, upper_in_unit
from planparse.model import Quantity

Word = Literal["met", "missed", "undecided"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """``reason`` in Swedish; ``good`` and ``good_from`` which way is better and what says so, where it mattered."""

    word: Word
    reason: str
    good: int | None = None
    good_from: str | None = None


def verdict(
    target: Quantity, outcome: Quantity, *, name: str, goal: str | None = None, before: Quantity | None = None
) -> Verdict:
    """A whole year's outcome against a target; ``before`` is the outcome of the year that a relative target names."""
    value, unit = in_unit(outcome)
    if value is None:
        return Verdict("undecided", f"utfallet är inget tal: {outcome.raw}")
    if outcome.upper is not None or outcome.comparator not in (None, "eq"):
        return Verdict("undecided", f"utfallet är inget bestämt tal: {outcome.raw}")
    if target.value is None:
        return _relative(target, value, unit, name, goal, before)
    wanted, other = in_unit(target)
    if wanted is None or not same_unit(unit, other):
        return Verdict("undecided", f"olika enheter: mål {unit_text(other)}, utfall {unit_text(unit)}")
    if target.comparator == "approx":
        return Verdict("undecided", f"ungefärligt mål: {target.raw}")
    if target.reference is not None:
        return Verdict("undecided", f"målet är en förändring mot {target.reference}: {target.raw}")
    return _absolute(target, value, wanted, name, goal)


def _absolute(target: Quantity, value: float, wanted: float, name: str, goal: str | None) -> Verdict:
    upper = upper_in_unit(target)
    if upper is not None:
        return _in_range(value, wanted, upper, name, goal)
    comparator = target.comparator
    if comparator in ("ge", "gt", "le", "lt"):
        met = {"ge": value >= wanted, "gt": value > wanted, "le": value <= wanted, "lt": value < wanted}[comparator]
        way = 1 if comparator in ("ge", "gt") else -1
        return _word(met, f"utfall {value:g} mot mål {target.raw}", way, f"målvärdet: {target.raw}")
    if value == wanted:
        return Verdict("met", f"utfallet är lika med målet {target.raw}")
    sign, source = better(name, goal=goal)
    if sign is None:
        return Verdict(
            "undecided", f"målet {target.raw} anger inte om högre eller lägre är bättre, och ingen regel gör det"
        )
    return _word((value - wanted) * sign > 0, f"utfall {value:g} mot mål {target.raw}", sign, source)


def _in_range(value: float, lower: float, upper: float, name: str, goal: str | None) -> Verdict:
    if lower <= value <= upper:
        return Verdict("met", f"utfall {value:g} ligger i intervallet {lower:g}-{upper:g}")
    sign, source = better(name, goal=goal)
    if sign is None:
        return Verdict("undecided", f"utfall {value:g} ligger utanför intervallet, och ingen riktning är angiven")
    met = value > upper if sign > 0 else value < lower
    return _word(met, f"utfall {value:g} mot intervallet {lower:g}-{upper:g}", sign, source)


def _relative(
    target: Quantity, value: float, unit: str | None, name: str, goal: str | None, before: Quantity | None
) -> Verdict:
    if target.reference is None:
        return Verdict("undecided", f"målet är inget tal: {target.raw}")
    if before is None:
        return Verdict("undecided", f"målet är relativt ({target.raw}) och utfallet att jämföra med finns inte")
    earlier, other = in_unit(before)
    if earlier is None or before.upper is not None or not same_unit(unit, other):
        return Verdict("undecided", f"målet är relativt ({target.raw}) och går inte att jämföra med {before.raw}")
    comparator = target.comparator
    if comparator in ("ge", "gt", "le", "lt"):
        met = {"ge": value >= earlier, "gt": value > earlier, "le": value <= earlier, "lt": value < earlier}[comparator]
        sign = 1 if comparator in ("ge", "gt") else -1
        return _word(met, f"utfall {value:g} mot tidigare {earlier:g}", sign, f"målvärdet: {target.raw}")
    return Verdict("undecided", f"målet {target.raw} anger inte om högre eller lägre är bättre")


def _word(met: bool, reason: str, sign: int | None, source: str | None) -> Verdict:
    return Verdict("met" if met else "missed", reason, sign, source)
