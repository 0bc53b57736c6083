"""A number as Swedish plans print it, to Decimal: the whole text or None, never a part of it.

>>> parse_number("1 034 578"), parse_number("- 23 271"), parse_number("5,6"), parse_number("1.234.567")
(Decimal('1034578'), Decimal('-23271'), Decimal('5.6'), Decimal('1234567'))

Two numbers in one text, or one that could be read in two ways, are no number:

>>> parse_number("1 234 2 345"), parse_number("12 34"), parse_number("1 234.567"), parse_number("2-3")
(None, None, None, None)

A lone dash states nothing, which is not zero:

>>> parse_number("–"), is_nothing("–"), parse_number("0")
(None, True, Decimal('0'))
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from planparse.rules.fold import fold
from planparse.rules.load import load

NUMBER = r"""
    (?: 0 | [1-9]\d* )\.\d+ (?![\d.]|,\d)                             # 0.234, 5.6, 1234.567; 1.234: see unsigned
    | [1-9]\d{0,2} (?:[ ]\d{3})+ \.\d{1,2} (?![\d.,])                 # 1 234.5
    | (?: [1-9]\d{0,2} (?P<gap>[ .'])\d{3} (?: (?P=gap)\d{3} )*       # 1 234 567, 1.234.567, 1'234: strict threes
        | [1-9]\d* | 0 )                                              # 1234567
      (?: ,\d+ )?                                                     # decimal comma
"""
"""A number without sign in folded text (verbose). ``gap`` is named, so it stands once in an expression."""

_WHOLE = re.compile(
    rf"(?P<sign>[-+]|\+/-|±)?[ ]?(?P<number>{NUMBER})(?P<after>-)?",
    re.VERBOSE,
)
_PLAIN = re.compile("(?:0|[1-9]\\d{0,2}(?:[ \\u00a0]\\d{3})+|[1-9]\\d*)(?:,\\d+)?")
_THOUSANDS_OR_DECIMALS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_NOTHING = frozenset({"-", "--", "- -", "---"})


def parse_number(text: str, *, parentheses: bool = False) -> Decimal | None:
    """The number that the whole text is, or None. ``parentheses`` round it are a minus only where asked for.

    >>> parse_number("(1 234)", parentheses=True), parse_number("(1 234)"), parse_number("23 271-")
    (Decimal('-1234'), None, Decimal('-23271'))
    >>> parse_number("+8,8"), parse_number("+/- 0"), parse_number("½"), parse_number("007")
    (Decimal('8.8'), Decimal('0'), None, None)
    """
    if _PLAIN.fullmatch(text):
        return unsigned(text)
    folded = fold(text)
    negative = False
    if parentheses and folded.startswith("(") and folded.endswith(")"):
        folded, negative = folded[1:-1].strip(), True
    found = _WHOLE.fullmatch(folded)
    if found is None:
        return None
    sign, after = found["sign"], found["after"]
    if sum(map(bool, (sign, negative, after))) > 1:
        return None
    value = unsigned(found["number"])
    if sign in ("±", "+/-") and value != 0:
        return None
    return -value if negative or after or sign == "-" else value


def unsigned(digits: str) -> Decimal:
    """The value of a text that ``NUMBER`` matched.

    >>> unsigned("1.234"), unsigned("12.34"), unsigned("0.234"), unsigned("1 234,50")
    (Decimal('1234'), Decimal('12.34'), Decimal('0.234'), Decimal('1234.50'))
    """
    whole, comma, decimals = digits.partition(",")
    if not comma and "." in whole and whole.count(".") == 1 and not _THOUSANDS_OR_DECIMALS.fullmatch(whole):
        whole, comma, decimals = whole.partition(".")
    plain = "".join(character for character in whole if character.isdigit())
    return Decimal(f"{plain}.{decimals}" if comma else plain)


def is_nothing(text: str) -> bool:
    """Whether the text is a lone dash of whatever kind: nothing stated.

    >>> is_nothing(" — "), is_nothing(""), is_nothing("0")
    (True, False, False)
    """
    return fold(text) in _NOTHING


def half_last_digit(text: str) -> Decimal:
    """Half of the last digit that a number is printed with: how far it may be off by rounding.

    >>> half_last_digit("15,130"), half_last_digit("62 079"), half_last_digit("5,6 %"), half_last_digit("12.5")
    (Decimal('0.0005'), Decimal('0.5'), Decimal('0.05'), Decimal('0.05'))
    """
    found = re.search(r",(\d+)", text) or re.search(r"\d\.(\d{1,2}|\d{4,})(?!\d)(?!\.)", text)
    places = len(found[1]) if found else 0
    return Decimal(5).scaleb(-places - 1)


@lru_cache(maxsize=1024)
def parse_number_word(text: str) -> Decimal | None:
    """The number that a word, or the words of a half, are; from noll to nittionio, and hundra.

    >>> parse_number_word("tre"), parse_number_word("Tjugofem"), parse_number_word("enhet")
    (Decimal('3'), Decimal('25'), None)
    """
    words = _words()
    folded = fold(text)
    if folded in words:
        return words[folded]
    for tens, value in words.items():
        if value >= 20 and folded.startswith(tens) and value < 100:
            ones = words.get(folded[len(tens) :])
            return value + ones if ones is not None and 1 <= ones <= 9 and ones % 1 == 0 else None
    return None


@lru_cache(maxsize=1)
def _words() -> dict[str, Decimal]:
    return {word: Decimal(rule.value) for word, rule in load("number_words").by_word().items()}
