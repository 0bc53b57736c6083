"""Units of numbers: what a word after a number means, and what a header says of the bare numbers under it.

>>> factor_of("tkr"), factor_of("miljoner kronor"), factor_of("km")
(Decimal('1000'), Decimal('1000000'), None)
>>> unit_from_header("Nettokostnad fritid, kr/inv."), unit_from_header("Andel nöjda (%)"), unit_from_header("Antal")
('SEK/inhabitant', 'percent', None)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from planparse.rules.fold import fold
from planparse.rules.load import Rule, load

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Unit:
    """``name`` as in the model, ``factor`` what the printed number is multiplied by, ``end`` where the word ends."""

    name: str
    factor: Decimal = ONE
    end: int = 0


def unit_at(folded: str) -> Unit | None:
    """The listed unit that a folded text begins with, the longest; None where it begins with none.

    >>> unit_at("kr/inv 2019").name, unit_at("miljoner kronor").factor, unit_at("krav"), unit_at("kr/elev")
    ('SEK/inhabitant', Decimal('1000000'), None, None)
    """
    found = _listed().match(folded)
    if found is None:
        return None
    rule = _by_word()[found[0]]
    return Unit(rule.value, Decimal(str(rule.extra.get("factor", 1))), found.end())


def is_index(text: str) -> bool:
    """Whether a text is the name of an index ("NKI", "medarbetarindex")."""
    return load("indexes").match(text) is not None


def factor_of(word: str) -> Decimal | None:
    """What a money word multiplies by, None for a word that is none.

    >>> factor_of("Mkr"), factor_of("kr"), factor_of("kr/inv"), factor_of("")
    (Decimal('1000000'), Decimal('1'), None, None)
    """
    rule = _by_word().get(fold(word).rstrip("."))
    return Decimal(str(rule.extra["factor"])) if rule is not None and rule.value == "SEK" else None


def times(value: Decimal, factor: Decimal) -> Decimal:
    """A product without decimals where it is whole.

    >>> times(Decimal("0.183"), Decimal(1000000)), times(Decimal("2.55"), Decimal(1))
    (Decimal('183000'), Decimal('2.55'))
    """
    if factor == 1:
        return value
    product = value * factor
    whole = product.to_integral_value()
    return whole if whole == product else product


def unit_from_header(text: str) -> str | None:
    """The unit that a header or an indicator's name gives to bare numbers: money and percent only.

    "percent", "SEK", "SEK/inhabitant", "SEK/user", or a money word ("tkr") whose numbers are to be multiplied.
    """
    return load("header_units").value(text)


@lru_cache(maxsize=64)
def resolve(header_unit: str) -> Unit:
    """A result of :func:`unit_from_header` (or a money word printed as a table's unit) as a unit.

    >>> resolve("tkr"), resolve("percent").name
    (Unit(name='SEK', factor=Decimal('1000'), end=0), 'percent')
    """
    rule = _by_word().get(fold(header_unit))
    return Unit(header_unit) if rule is None else Unit(rule.value, Decimal(str(rule.extra.get("factor", 1))))


@lru_cache(maxsize=1)
def _by_word() -> dict[str, Rule]:
    return load("units").by_word()


@lru_cache(maxsize=1)
def _listed() -> re.Pattern[str]:
    words = sorted(_by_word(), key=len, reverse=True)
    plain = "|".join(re.escape(word) for word in words if word[-1].isalnum() or word[-1] == ".")
    signs = "|".join(re.escape(word) for word in words if not (word[-1].isalnum() or word[-1] == "."))
    # "kr/elev" and "%-enheter" are units of their own
    return re.compile(rf"(?:{plain})(?!\w|\ ?/|-\w)|(?:{signs})(?!-?\w*enhet|/)")
