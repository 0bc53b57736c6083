"""Targets without a number: a direction, or a comparison with another year.

>>> read_relative("Ska öka", "ska öka")
Relative(comparator='gt', reference='previous_year', note=None)
>>> read_relative("Bättre än föregående år", "bättre än föregående år")
Relative(comparator=None, reference='previous_year', note='Bättre än')
>>> read_relative("fler än 2015", "fler än 2015").reference
'2015'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from planparse.model.terms import Comparator
from planparse.rules.load import Rule, load

LONGEST_LEAD = 5
"""words before a reference that are a target's own ("bättre än mätning"); a longer text is a sentence"""
LONGEST_RIVAL = 4
"""words that something is compared with ("> rikets snitt")"""


_FROM_TO = re.compile(
    r"(?:(?:(?:ska |skall )?(?:öka|ökar|minska|minskar|höjas|sänkas)|ökning|minskning) )?från "
    r"(?P<base>\S.*?),? till (?P<aim>\S.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Relative:
    """``note`` is what the text says beside direction and reference."""

    comparator: Comparator | None
    reference: str | None
    note: str | None = None


def read_relative(text: str, folded: str) -> Relative | None:
    """A relative target, the whole of it, or None; ``folded`` is the text folded character for character."""
    reference = load("references").match(text)
    if reference is None:
        direction = load("directions").match(text)
        return Relative(_comparator(direction), "previous_year") if direction else _against_other(text, folded)
    found = reference.regex.search(folded)
    assert found is not None  # the rule has just matched
    year = found.groupdict().get("year") or "previous_year"
    lead = text[: found.start()].strip(" ,:")
    if not lead:
        return Relative(None, year)
    comparator = _of_lead(lead)
    if comparator is not None:
        return Relative(comparator, year)
    if len(lead.split()) > LONGEST_LEAD or re.search(r"\d", lead):
        return None
    return Relative(None, year, lead)


def from_to(text: str) -> tuple[str, str] | None:
    """What a text says that something is to rise or fall from, and what to; None where it says no such thing.

    >>> from_to("Från 67 % till 75 %"), from_to("Öka från 40 till 120 st"), from_to("Från 12 veckor")
    (('67 %', '75 %'), ('40', '120 st'), None)
    """
    found = _FROM_TO.fullmatch(text.strip(" ."))
    if found is None or not all(any(map(str.isdigit, found[name])) for name in ("base", "aim")):
        return None
    return found["base"], found["aim"]


def _of_lead(lead: str) -> Comparator | None:
    for rules in ("comparators", "directions"):
        rule = load(rules).match(lead)
        if rule is not None:
            return _comparator(rule)
    return None


def _against_other(text: str, folded: str) -> Relative | None:
    """ "> rikssnittet", "högre än riket": a direction against something that is no year."""
    found = _than().match(folded)
    rival = text[found.end() :].strip() if found else ""
    if not found or not rival or len(rival.split()) > LONGEST_RIVAL or re.search(r"[\d.;?!]|^[^\wÅÄÖåäö]", rival):
        return None
    return Relative(_comparator(comparator_words("before")[found[1]]), None, rival)


def _comparator(rule: Rule) -> Comparator:
    return cast(Comparator, rule.value)


@lru_cache(maxsize=2)
def comparator_words(side: str) -> dict[str, Rule]:
    """The words and signs that make a comparator before or ("after") behind a number."""
    rules = load("comparators")
    if side == "before":
        return rules.by_word()
    return {word: rule for rule in rules for word in cast("list[str]", rule.extra.get("after", []))}


@lru_cache(maxsize=1)
def _than() -> re.Pattern[str]:
    words = sorted(comparator_words("before"), key=len, reverse=True)
    strong = "|".join(re.escape(w) for w in words if w.endswith(" än") or (not w[0].isalpha() and w not in "=~≈"))
    return re.compile(rf"({strong})(?!\w) ?")
