"""Money: a table's cell to kronor, and amounts stated in running text.

>>> parse_money("- 23 271", "tkr").sek, parse_money("0,183", "mnkr").sek, parse_money("–", "tkr").sek
(Decimal('-23271000'), Decimal('183000'), None)
>>> [(a.raw, a.sek) for a in find_amounts("Ramen ökar med ca 2,5 mnkr, varav 350 tkr är nytt.")]
[('2,5 mnkr', Decimal('2500000')), ('350 tkr', Decimal('350000'))]
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from planparse.rules.fold import fold_aligned, tidy
from planparse.values.numbers import NUMBER, half_last_digit, is_nothing, parse_number, parse_number_word, unsigned
from planparse.values.units import factor_of, times

_MARK = re.compile(r"(?<=[\d)%])(?:(?P<star> ?\*+)|(?P<raised>[¹²³⁴-⁹]+)|(?P<number> \d\))|(?P<letter> ?[a-f]\)))$")
_OWN_UNIT = re.compile(r"(?<=\d) ?(?P<unit>[a-z][a-z. ]*|:-|,-)$")


@dataclass(frozen=True, slots=True)
class MoneyCell:
    """``sek`` in kronor, None where nothing is stated or no unit is known; ``number`` as printed, without the unit.

    ``note`` is a note mark or, where the cell is no number, its text. ``tolerance`` is half of the last printed digit
    in kronor: how far the amount may be off by rounding.
    """

    raw: str
    number: Decimal | None = None
    sek: Decimal | None = None
    note: str | None = None
    tolerance: Decimal | None = None


def parse_money(raw: str, unit: str | None) -> MoneyCell:
    """A cell of a money table, with the unit word of its table or column ("tkr"), None where none is printed.

    A unit in the cell itself goes before the table's.

    >>> parse_money("-400*", "tkr").sek, parse_money("-400*", "tkr").note, parse_money("(1 234)", "kr").sek
    (Decimal('-400000'), '*', Decimal('-1234'))
    >>> parse_money("1,5 mkr", "tkr").sek, parse_money("12,5 %", "tkr").sek, parse_money("120", None).number
    (Decimal('1500000'), None, Decimal('120'))
    """
    text = tidy(raw)
    if not text or is_nothing(text):
        return MoneyCell(text)
    core, mark = text, None
    found = _MARK.search(core)
    if found is not None and not (found[0].endswith(")") and core.count("(") == core.count(")")):
        core, mark = core[: found.start()].rstrip(), found[0].strip()
    number = parse_number(core, parentheses=True)
    if number is None:
        own = _OWN_UNIT.search(fold_aligned(core))
        if own is None or factor_of(own["unit"]) is None:
            return MoneyCell(text, note=text)
        unit, core = own["unit"], core[: own.start()]
        number = parse_number(core, parentheses=True)
        if number is None:
            return MoneyCell(text, note=text)
    factor = None if unit is None else factor_of(unit)
    if factor is None:
        return MoneyCell(text, number, note=mark)
    return MoneyCell(text, number, times(number, factor), mark, half_last_digit(core) * factor)


@dataclass(frozen=True, slots=True)
class FoundAmount:
    """Money in running text: ``raw`` the sign, the number and its money word, ``upper`` the upper end of a range.

    ``start`` and ``end`` are places in the text that was searched, which is as ``rules.fold.tidy`` leaves it.
    """

    raw: str
    sek: Decimal
    start: int
    end: int
    upper: Decimal | None = None


_WORD = re.compile(
    r"""(?<![a-zåäö])
    (?: (?P<times> (?:milj\.?|miljon(?:er)?|miljard(?:er)?|mdr|tusen(?:tals?)?)[ ](?:kr|kronor) )
      | [tkm]?kr | mnkr | mn[ ]kr | md(?:r[ ]?)?kr | mrdkr | [tkm]?sek | kronor | krona
      | (?<=\d):- )
    (?![\wåäö])""",
    re.VERBOSE,
)
_ENDS_WORD = re.compile("(?:kr(?:on(?:or|a))?|sek)(?![\\wåäö])|:[-‐-―−﹣－]")
"""how every money word ends: in most prose there is none, and that is soon seen"""
_MAY_HOLD = re.compile(r"\d|[Mm]ilj|[Tt]usen")
_BEFORE_WORD = re.compile(rf"(?<![\d.,:/])(?P<number>{NUMBER})[ ]?$", re.VERBOSE)
_RANGE_BEFORE = re.compile(rf"(?<![\d.,:/])(?P<number>{NUMBER})(?P<joint>[ ]?-[ ]?|[ ]och[ ])$", re.VERBOSE)
_SIGN_BEFORE = re.compile(r"(?P<sign>[-+](?P<gap> ?)|(?<!\w)(?:minus|plus) )$")
_SIGN_LEAD = re.compile(
    r"(?:^|[(:;=]|\b(?:på|om|med|till|är|blir|blev|var|ca|cirka|c:a|motsvarar|visar|uppgår|uppgick|prognostiseras)) ?$"
)
_HEADED_YEAR = re.compile(r"(?:^|\b(?:budget|bokslut|utfall|prognos|plan|år|för|belopp|i)\b[ ,]*)(?:19[89]|20[0-4])\d$")
_REACH = 40
"""characters before a money word in which its number stands"""


def speaks_of_money(text: str) -> bool:
    """Whether there is a money word in a text, without which it has no amount.

    >>> speaks_of_money("Ramen är 4,2 Mkr."), speaks_of_money("Kravet är 12 skrivna planer.")
    (True, False)
    """
    low = text.lower()
    return ("kr" in low or "sek" in low or ":" in low) and _ENDS_WORD.search(low) is not None


def find_amounts(text: str) -> list[FoundAmount]:
    """Every number with a money word in running text, in order; percent, öre and a money word alone are none.

    >>> [(a.raw, a.sek) for a in find_amounts("Resultatet blev -22,6 mnkr (plan: en halv miljon kronor), 12 % mer.")]
    [('-22,6 mnkr', Decimal('-22600000')), ('en halv miljon kronor', Decimal('500000'))]
    >>> [(a.raw, a.sek, a.upper) for a in find_amounts("Avgiften är 750–900 kronor/dygn, och 20 öre. Allt i mkr.")]
    [('750–900 kronor', Decimal('750'), Decimal('900'))]
    """
    if not _MAY_HOLD.search(text):
        return []
    text = tidy(text)
    folded = fold_aligned(text)
    found = []
    for word in _WORD.finditer(folded):
        amount = _amount_before(text, folded, word)
        if amount is not None:
            found.append(amount)
    return found


def _amount_before(text: str, folded: str, word: re.Match[str]) -> FoundAmount | None:
    factor = factor_of(word[0])
    if factor is None:
        return None
    edge = max(0, word.start() - _REACH)
    before = folded[edge : word.start()]
    if before.endswith(". ") and text[word.start()] == "K":  # "235. Kr": a full stop that slipped in
        before = before[:-2]
    number = _BEFORE_WORD.search(before)
    if number is None:
        return _worded_amount(text, folded, word, factor)
    if _HEADED_YEAR.search(before[: number.end("number")]) and not word["times"]:
        return None
    low, high, start = unsigned(number["number"]), None, number.start("number")
    lead = before[:start]
    first = _RANGE_BEFORE.search(lead)
    if first is not None and _is_low_end(lead, first, low):
        low, high, start = unsigned(first["number"]), low, first.start("number")
        lead = before[:start]
    sign = _sign(lead, text[edge : edge + start]) if high is None else ""
    start += edge - len(sign)
    value = -low if sign and sign[0] in "-−–—m" else low
    upper = None if high is None else times(high, factor)
    return FoundAmount(text[start : word.end()], times(value, factor), start, word.end(), upper)


def _is_low_end(lead: str, first: re.Match[str], high: Decimal) -> bool:
    """Whether the number before a dash (or "mellan … och") is the lower end of a range."""
    low = unsigned(first["number"])
    if first["joint"] == " och " and not lead[: first.start()].endswith("mellan "):
        return False
    return low < high


def _sign(lead: str, printed: str) -> str:
    """The sign at the end of what stands before a number, with its space, or "".

    A dash with a space behind it is a sign only where no noun stands before it: "resultat på - 4,2 mkr", but not
    "Ny skola – 5 mkr".
    """
    sign = _SIGN_BEFORE.search(lead)
    if sign is None:
        return ""
    ahead = lead[: sign.start()]
    if ahead and (ahead[-1].isalnum() or ahead[-1] in ")%"):
        return ""
    if sign["gap"] and printed[sign.start()] not in "−+" and not _SIGN_LEAD.search(ahead):
        return ""
    return sign[0]


def _worded_amount(text: str, folded: str, word: re.Match[str], factor: Decimal) -> FoundAmount | None:
    """ "en halv miljon kronor", "tre miljoner kronor": only with such a word, "en krona" is no amount."""
    if not word["times"] or not folded[: word.start()].endswith(" "):
        return None
    words = folded[: word.start()].split()
    for count in (4, 3, 2, 1):
        value = parse_number_word(" ".join(words[-count:])) if len(words) >= count else None
        if value is not None:
            start = word.start() - 1 - len(" ".join(words[-count:]))
            return FoundAmount(text[start : word.end()], times(value, factor), start, word.end())
    return None
