"""The money unit that a head, caption or line prints: "tkr" in "Belopp i tkr" or "Driftbudget (tkr)"."""

from __future__ import annotations

import re
from functools import lru_cache

from planparse.rules.fold import fold
from planparse.rules.load import load


def unit_in(text: str) -> str | None:
    """The unit word of money that a text prints, in lower case; None where it prints none.

    A price's unit ("kr/inv") is none, nor is the money of an amount ("450 kronor per dygn"); behind a year it is one.

    >>> unit_in("Belopp i Tkr"), unit_in("Resultat (miljoner kronor)"), unit_in("Kostnad, kr/inv"), unit_in("Krav")
    ('tkr', 'miljoner kronor', None, None)
    >>> unit_in("Budget 2026 tkr"), unit_in("Lån över 500 tkr")
    ('tkr', None)
    """
    found = _units().search(fold(text))
    return found["unit"].replace("1 000 kr", "tkr") if found else None


def unit_behind(text: str) -> str | None:
    """The unit word of money that a cell prints behind its figures.

    >>> unit_behind("520 tkr"), unit_behind("12,5 mnkr*"), unit_behind("520")
    ('tkr', 'mnkr', None)
    """
    found = re.search(rf"(?<=\d) ?(?P<unit>{_any_unit()})[^\w/]*$", fold(text))
    return found["unit"] if found else None


def without_unit(text: str) -> str:
    """A title without the money unit that it ends with.

    >>> without_unit("Bidrag, tkr"), without_unit("Resultat (mnkr)"), without_unit("(tkr)"), without_unit("Post i kr")
    ('Bidrag', 'Resultat', '', 'Post i')
    """
    folded = fold(text)
    found = _units().search(folded) if len(folded) == len(text) else None
    if found is None or re.search(r"\w", folded[found.end() :]):
        return text.strip(" ,:;()")
    return text[: found.start()].strip(" ,:;(–-")


@lru_cache(maxsize=1)
def _any_unit() -> str:
    # "SKR" in a caption is the association of municipalities, not the currency.
    words = {word for word, rule in load("units").by_word().items() if rule.value == "SEK" and word != "skr"}
    plain = sorted((w for w in words if re.fullmatch(r"[a-zåäö0-9. ]+", w) and " per " not in w), key=len, reverse=True)
    return "|".join(re.escape(word) for word in plain)


@lru_cache(maxsize=1)
def _units() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w,.])(?:(?<!\d )|(?<=\b(?:19|20)\d\d ))(?P<unit>{_any_unit()})(?!\w| ?/| per |-)")
