"""What keeps a target and an outcome from being held to each other, though both are figures of one unit.

A cell says more than its number: "+5 %" is a change, "3,9 av 5" stands on a scale, "91 (prognos)" is no outcome, and
0,92 beside 90 % is the same share written otherwise. Whatever is in doubt decides nothing.

>>> hindrance(Quantity(raw="+5 %", value=5, unit="percent"), Quantity(raw="90 %", value=90, unit="percent"), "Nöjda")
'målet kan vara en förändring: +5 %'
"""

from __future__ import annotations

import re

from planparse.compare.lexicon import read
from planparse.compare.part_years import is_part_year
from planparse.compare.words import fold
from planparse.model import Quantity

_SIGNED = re.compile(r"(?:^|[^\d\s,.])\s*[+±−–-]\s?\d|^\s*[+±−–-]\s?\d")
_ON_SCALE = re.compile(r"\d\s*(?:av|/)\s*\d")
_POINTS = re.compile(r"%?[- ]?enheter|procentenhet")
_INDEX = re.compile(r"index|\bhme\b|\bnki\b|\bnmi\b|skala|betyg")
_SHARE_MOST = 1.0
_SHARE_APART = 20.0
"""a share of at most 1 beside one of 20 and more is written as a part of one, not in percent"""
_SCALES_APART = 5.0
"""times that two values of an index are apart when they stand on different scales (4,1 and 75)"""


def hindrance(target: Quantity, outcome: Quantity, name: str) -> str | None:
    """Why an outcome can't be held to a target, in Swedish; None where nothing hinders."""
    return _of_outcome(outcome) or _of_both(target, outcome) or _of_scale(target, outcome, name)


def _of_outcome(outcome: Quantity) -> str | None:
    said = f"{outcome.raw} {outcome.note or ''}"
    if is_part_year(said):
        return f"utfallet är för en del av året: {outcome.raw}"
    for rule in ("not final", "footnote"):
        if says(said, rule):
            return f"{_reason(rule)}: {outcome.raw}"
    return None


def _of_both(target: Quantity, outcome: Quantity) -> str | None:
    if _SIGNED.search(target.raw) and not _SIGNED.search(outcome.raw) and outcome.value != 0:
        return f"målet kan vara en förändring: {target.raw}"
    if bool(_POINTS.search(fold(target.raw))) != bool(_POINTS.search(fold(outcome.raw))):
        return f"procent och procentenheter är olika mått: mål {target.raw}, utfall {outcome.raw}"
    if says(target.raw, "working days") != says(outcome.raw, "working days"):
        return f"{_reason('working days')}: mål {target.raw}, utfall {outcome.raw}"
    if _ON_SCALE.search(fold(target.raw)) or _ON_SCALE.search(fold(outcome.raw)):
        return f"talen kan stå på olika skalor: mål {target.raw}, utfall {outcome.raw}"
    return None


def _of_scale(target: Quantity, outcome: Quantity, name: str) -> str | None:
    if not target.value or not outcome.value:
        return None
    least, most = sorted(abs(float(value)) for value in (target.value, outcome.value))
    share = "percent" in (target.unit, outcome.unit) and least <= _SHARE_MOST and least != int(least)
    index = "index" in (target.unit, outcome.unit) or _INDEX.search(fold(f"{name} {target.raw} {outcome.raw}"))
    if (share and most >= _SHARE_APART) or (index and most >= _SCALES_APART * least):
        return f"talen kan stå på olika skalor: mål {target.raw}, utfall {outcome.raw}"
    return None


def says(text: str, rule: str) -> bool:
    """Whether a text has one of a rule's words."""
    folded = text.casefold()
    return any(word in folded for entry in read("no_outcomes") if entry.name == rule for word in entry.words())


def _reason(rule: str) -> str:
    return next(str(entry.values["reason"]) for entry in read("no_outcomes") if entry.name == rule)
