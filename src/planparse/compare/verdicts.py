"""Whether an outcome meets a target. What can't be decided says why; nothing is guessed.

>>> target = Quantity(raw="minst 90 %", value=90, unit="percent", comparator="ge")
>>> verdict(target, Quantity(raw="92 %", value=92, unit="percent"), name="Nöjda brukare").word
'met'
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from planparse.compare.hindrances import hindrance
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
    if (hindered := hindrance(target, outcome, name)) is not None:
        return Verdict("undecided", hindered)
    if target.value is None:
        return _relative(target, outcome, before)
    wanted, other = in_unit(target)
    if wanted is None or not same_unit(unit, other):
        return Verdict("undecided", f"olika enheter: mål {unit_text(other)}, utfall {unit_text(unit)}")
    if target.comparator == "approx":
        return Verdict("undecided", f"ungefärligt mål: {target.raw}")
    if target.reference is not None:
        return Verdict("undecided", f"målet är en förändring mot {target.reference}: {target.raw}")
    return _absolute(target, outcome, wanted, value, name, goal)


def _absolute(target: Quantity, outcome: Quantity, wanted: float, value: float, name: str, goal: str | None) -> Verdict:
    upper = upper_in_unit(target)
    if upper is not None:
        return _in_range(target, outcome, (wanted, upper), value, name, goal)
    comparator = target.comparator
    if comparator in ("ge", "gt", "le", "lt"):
        met = {"ge": value >= wanted, "gt": value > wanted, "le": value <= wanted, "lt": value < wanted}[comparator]
        way = 1 if comparator in ("ge", "gt") else -1
        return _word(met, f"utfall {_said(outcome)} mot mål {_said(target)}", way, f"målvärdet: {target.raw}")
    if value == wanted:
        return Verdict("met", f"utfallet {_said(outcome)} är lika med målet {_said(target)}")
    sign, source = better(name, goal=goal)
    if sign is None:
        return Verdict(
            "undecided", f"målet {target.raw} anger inte om högre eller lägre är bättre, och ingen regel gör det"
        )
    return _word((value - wanted) * sign > 0, f"utfall {_said(outcome)} mot mål {_said(target)}", sign, source)


def _in_range(
    target: Quantity, outcome: Quantity, ends: tuple[float, float], value: float, name: str, goal: str | None
) -> Verdict:
    lower, upper = ends
    if lower <= value <= upper:
        return Verdict("met", f"utfall {_said(outcome)} ligger i intervallet {target.raw}")
    sign, source = better(name, goal=goal)
    if sign is None:
        reason = f"utfall {_said(outcome)} ligger utanför intervallet {target.raw}, och ingen riktning är angiven"
        return Verdict("undecided", reason)
    met = value > upper if sign > 0 else value < lower
    return _word(met, f"utfall {_said(outcome)} mot intervallet {target.raw}", sign, source)


def _relative(target: Quantity, outcome: Quantity, before: Quantity | None) -> Verdict:
    value, unit = in_unit(outcome)
    if target.reference is None:
        return Verdict("undecided", f"målet är inget tal: {target.raw}")
    if before is None:
        return Verdict("undecided", f"målet är relativt ({target.raw}) och utfallet att jämföra med finns inte")
    earlier, other = in_unit(before)
    if value is None or earlier is None or before.upper is not None or not same_unit(unit, other):
        return Verdict("undecided", f"målet är relativt ({target.raw}) och går inte att jämföra med {before.raw}")
    comparator = target.comparator
    if comparator in ("ge", "gt", "le", "lt"):
        met = {"ge": value >= earlier, "gt": value > earlier, "le": value <= earlier, "lt": value < earlier}[comparator]
        sign = 1 if comparator in ("ge", "gt") else -1
        return _word(met, f"utfall {_said(outcome)} mot tidigare {_said(before)}", sign, f"målvärdet: {target.raw}")
    return Verdict("undecided", f"målet {target.raw} anger inte om högre eller lägre är bättre")


def _word(met: bool, reason: str, sign: int | None, source: str | None) -> Verdict:
    return Verdict("met" if met else "missed", reason, sign, source)


def _said(quantity: Quantity) -> str:
    """A value as printed, with the unit that it was brought to where that is another: "15,1 (15 100 000 kronor)"."""
    value, unit = in_unit(quantity)
    if value is None or quantity.value is None or value == float(quantity.value):
        return quantity.raw
    return f"{quantity.raw} ({_figure(value)} {unit_text(unit)})"


def _figure(value: float) -> str:
    """
    >>> _figure(15120000.0), _figure(0.25)
    ('15 120 000', '0,25')
    """
    return f"{value:,.2f}".rstrip("0").rstrip(".").replace(",", "\u00a0").replace(".", ",").replace("\u00a0", " ")
