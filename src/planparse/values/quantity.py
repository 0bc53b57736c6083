"""A cell to a Quantity: number, range, unit, comparator, reference, year and note. The whole cell, or nothing of it.

>>> q = parse_quantity("Högst 2,5 % (2018)")
>>> q.value, q.unit, q.comparator, q.year, q.note
(Decimal('2.5'), 'percent', 'le', 2018, None)
>>> parse_quantity("3-5 veckor").upper, parse_quantity("12 mnkr").value, parse_quantity("NKI 75").unit
(Decimal('5'), Decimal('12000000'), 'index')
>>> q = parse_quantity("> förgående år")
>>> q.value, q.comparator, q.reference
(None, 'gt', 'previous_year')

What the grammar does not take to its last character has no value and is its own note:

>>> q = parse_quantity("55 % kvinnor, 60 % män")
>>> q.value, q.comparator, q.note
(None, None, '55 % kvinnor, 60 % män')

A cell is taken apart from its ends inwards::

    [index] [comparator] [mellan] number [- number] [unit] [comparator] [, year] [part-year] [(year or note)] [mark]
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import cast

from planparse.model import Quantity
from planparse.model.making import made_quantity
from planparse.model.terms import Comparator
from planparse.rules.fold import fold_aligned, tidy
from planparse.rules.load import load
from planparse.values.dates import YEAR, find_date, is_part_year, month_number, years_in
from planparse.values.numbers import NUMBER, is_nothing, parse_number_word, unsigned
from planparse.values.relative import comparator_words, read_relative
from planparse.values.units import Unit, is_index, resolve, times, unit_at

LONGEST_CELL = 200
"""characters; a longer text is prose (the longest cell with a number in the gold plans has 29)"""

_NUMBER = re.compile(NUMBER, re.VERBOSE)
_PLAIN_CELL = re.compile(r"(?P<sign>-)?(?P<number>[1-9]\d{0,2}(?: \d{3})+|[1-9]\d*|0)(?P<decimals>,\d+)?(?P<unit> ?%)?")
_BRACKET = re.compile(r" ?\(([^()]*)\)$")
_MARK = re.compile(r"(?<=[\d%)\w])(?: ?\*+|(?<!m)[¹²³⁴-⁹]+| \d\))$")
_YEAR_FIRST = re.compile(rf"(?:år )?({YEAR}) ?: ?(?=\S)")
_YEAR_LAST = re.compile(rf"(?:(?<=[^\d\s,.]),? |(?<=\d), ?|(?<=\d) (?=år ))(?:år )?({YEAR})$")
_RANGE = re.compile(r"(?P<unit> ?[^\d\s-]{1,12})?(?: ?- ?| till | upp till )(?=\d)")
_BETWEEN = re.compile(r"(?:mellan|från) (?=\d)")
_AND = re.compile(r"(?P<unit> ?[^\d\s-]{1,12})? (?:och|till) (?=\d)")
_PRINTED_UNIT = re.compile(r"(?:[^\W\d_]|[°€$£‰])[^\s(),;:?!/]*(?: ?/ ?[^\W\d_][^\s(),;:?!/]*)*|%-?[^\s\d]+")
_NO_UNIT = re.compile("av|och|eller|i|på|till|från|med|som|per|för|än|om|vid|under|över|är|ska|en|ett|den|det|de")
_INDEX = tuple(re.compile(rf"({name})(?: ?[:=]| på)? ") for name in ("[a-zåäö-]+ [a-zåäö-]+", "[a-zåäö-]+"))
_OUT_OF = re.compile(r"av (?:maximalt |totalt )?\d{1,3}(?: [^\W\d]+){0,3}")
_TO = re.compile(r"(?P<lead>[a-zåäö ]{3,30}?) till (?=.*\d)")


@dataclass(frozen=True, slots=True)
class _Reading:
    """A Quantity's fields as far as they are known; ``factor`` is not yet applied where the unit is a header's."""

    value: Decimal | None = None
    upper: Decimal | None = None
    unit: str | None = None
    comparator: Comparator | None = None
    reference: str | None = None
    year: int | None = None
    note: str | None = None


def parse_quantity(raw: str, *, header_unit: str | None = None, money: bool = False) -> Quantity:
    """The Quantity of a cell's text.

    ``header_unit`` is what ``units.unit_from_header`` gives for the header or the indicator's name; it holds for a
    number without a unit of its own. ``money``: parentheses and a minus behind are a minus, and there are no ranges.

    >>> parse_quantity("1 500", header_unit="tkr").value, parse_quantity("(120)", money=True).value
    (Decimal('1500000'), Decimal('-120'))
    """
    text = tidy(raw)
    read = _read(text, money)
    value, upper, unit = read.value, read.upper, read.unit
    if header_unit is not None and unit is None and value is not None:
        given = resolve(header_unit)
        unit, value = given.name, times(value, given.factor)
        upper = None if upper is None else times(upper, given.factor)
    return made_quantity(
        raw=text,
        value=value,
        upper=upper,
        unit=unit,
        comparator=read.comparator,
        reference=read.reference,
        year=read.year,
        note=read.note,
    )


@lru_cache(maxsize=8192)
def _read(text: str, money: bool) -> _Reading:
    plain = _PLAIN_CELL.fullmatch(text)
    if plain is not None:
        value = unsigned(plain["number"] + (plain["decimals"] or ""))
        return _Reading(-value if plain["sign"] else value, None, "percent" if plain["unit"] else None, "eq")
    if not text or is_nothing(text):
        return _Reading()
    if len(text) > LONGEST_CELL:
        return _Reading(note=text)
    core, year, notes = _peel_ends(text)
    read = _read_core(core, money)
    if read is None:
        alone = _Reading(note=text)
        return replace(alone, note=core, year=year) if year is not None and not re.search(r"\d", core) else alone
    if read.year is not None and year is not None:
        return _Reading(note=text)
    index = next((note for note in notes if is_index(note.strip("()"))), None)
    if index is not None and read.unit is None and read.value is not None:
        notes.remove(index)
        read = replace(read, unit="index")
    parts = [part for part in (read.note, *notes) if part]
    return replace(read, year=read.year if year is None else year, note=" ".join(parts) or None)


def _peel_ends(text: str) -> tuple[str, int | None, list[str]]:
    """The cell without what stands at its ends; the year and the notes that stood there, in reading order."""
    core, year, notes = text, None, list[str]()
    mark = _MARK.search(core)
    if mark is not None and not (mark[0].endswith(")") and core.count("(") == core.count(")")):
        core = core[: mark.start()].rstrip()
        notes.insert(0, mark[0].strip())
    while (bracket := _BRACKET.search(core)) is not None and bracket.start() > 0:
        inner = bracket[1].strip()
        folded = fold_aligned(inner)
        years = set(years_in(inner))
        if re.fullmatch(rf"(?:år )?{YEAR}", folded) and year is None:
            year = years.pop()
        else:
            dated = is_part_year(folded) or not re.search(r"\d", re.sub(YEAR, "", folded))
            if len(years) == 1 and dated and year is None:
                year = years.pop()
                notes.insert(0, inner)
            else:
                notes.insert(0, inner if is_part_year(folded) else bracket[0].strip())
        core = core[: bracket.start()].rstrip()
    core, part_year = _peel_part_year(core)
    if part_year is not None:
        notes.insert(0, part_year)
        year = year or next(iter(years_in(part_year)), None)
    folded = fold_aligned(core)
    if (first := _YEAR_FIRST.match(folded)) is not None and year is None:
        year, core = int(first[1]), core[first.end() :]
    elif (last := _YEAR_LAST.search(folded)) is not None and year is None and not _is_reference(core):
        year, core = int(last[1]), core[: last.start()].rstrip(" ,")
    return core, year, notes


def _peel_part_year(text: str) -> tuple[str, str | None]:
    """The cell without a part-year at its end ("33 jan-okt 2019"), and that; a date of its own stays whole."""
    words = text.split(" ")
    for count in range(min(4, len(words) - 1), 0, -1):
        end = " ".join(words[-count:])
        if not is_part_year(end) or month_number(end) is not None:
            continue
        core = text[: -len(end)].rstrip(" ,")
        return (core, end) if find_date(text) == find_date(end) and re.search(r"\d", core) else (text, None)
    return text, None


def _is_reference(text: str) -> bool:
    return load("references").match(text) is not None


def _read_core(text: str, money: bool) -> _Reading | None:
    folded = fold_aligned(text)
    relative = read_relative(text, folded) if re.search(r"[^\W\d_]", folded) else None
    if relative is not None:
        return _Reading(comparator=relative.comparator, reference=relative.reference, note=relative.note)
    if money and (negative := re.fullmatch(r"\((.+)\)|([^-+].*\d)-", folded)) is not None:
        inside = _read_number(text.strip("()-"), (negative[1] or negative[2]).strip(), money)
        if inside is None or inside.value is None:
            return None
        return replace(inside, value=-inside.value, comparator="eq")
    return _read_compared(text, folded, money)


def _read_compared(text: str, folded: str, money: bool) -> _Reading | None:
    """[index or comparator]* number ... [comparator]"""
    signs: set[str] = set()
    index = False
    while True:
        if (sign := _before().match(folded)) is not None:
            signs.add(comparator_words("before")[sign[1]].value)
        elif (sign := _index_at(folded)) is not None:
            index = True
        else:
            break
        text, folded = text[sign.end() :], folded[sign.end() :]
    if (sign := _after().search(folded)) is not None:
        signs.add(comparator_words("after")[sign[1]].value)
        text, folded = text[: sign.start()], folded[: sign.start()]
    signs.discard("eq")
    if len(signs) > 1:
        return None
    read = _read_number(text, folded, money)
    lead = None
    if read is None and not signs and (to := _TO.match(folded)) and load("directions").match(to["lead"]):
        lead = text[: to.end()].strip()
        read = _read_compared(text[to.end() :], folded[to.end() :], money)
        signs.add(str(read.comparator) if read else "eq")
        signs.discard("eq")
    if read is None or (index and read.unit is not None):
        return None
    return replace(
        read,
        unit="index" if index else read.unit,
        comparator=cast(Comparator, signs.pop()) if signs else "eq",
        note=" ".join(part for part in (lead, read.note) if part) or None,
    )


def _index_at(folded: str) -> re.Match[str] | None:
    """The name of an index that a text begins with, of two words or of one."""
    tries = (pattern.match(folded) for pattern in _INDEX)
    return next((found for found in tries if found is not None and is_index(found[1])), None)


def _read_number(text: str, folded: str, money: bool) -> _Reading | None:
    """number [- number] [unit] [words]"""
    sign = re.match(r"(?:\+/-|[-+±]) ?", folded)
    between = None if sign else _BETWEEN.match(folded)
    start = sign.end() if sign else between.end() if between else 0
    number = _NUMBER.match(folded, start)
    if number is None:
        return _read_worded(text, folded)
    if _runs_on(folded, number.end()):
        return None
    value, upper, end = unsigned(number[0]), None, number.end()
    first_unit = ""
    further = (_AND if between else _RANGE).match(folded, end)
    if further is not None:
        second = _NUMBER.match(folded, further.end())
        if sign or money or second is None or _runs_on(folded, second.end()):
            return None
        upper, end, first_unit = unsigned(second[0]), second.end(), (further["unit"] or "").strip()
    elif between:
        return None
    unit, note, understood = _read_unit(text[end:], folded[end:])
    if not understood or not _is_range(value, upper, unit, first_unit, folded[end:].strip()):
        return None
    if unit is not None:
        value, upper = times(value, unit.factor), None if upper is None else times(upper, unit.factor)
    if sign and sign[0].strip() in ("±", "+/-") and value != 0:
        return None
    if sign and sign[0][0] == "-":
        value = -value
    return _Reading(value, upper, unit.name if unit else None, note=note)


def _is_range(low: Decimal, high: Decimal | None, unit: Unit | None, first_unit: str, last_unit: str) -> bool:
    """Whether two ends make a range: rising, in one unit, and not a period of years."""
    if high is None:
        return True
    if first_unit and not last_unit.startswith(first_unit):
        return False
    years = unit is None and re.fullmatch(YEAR, str(low)) and re.fullmatch(YEAR, str(high))
    return low < high and not years


def _runs_on(folded: str, end: int) -> bool:
    """Whether digits follow that the number did not take: then it is not one number."""
    return re.match(r"[ .,':/]?\d", folded[end : end + 2]) is not None


def _read_worded(text: str, folded: str) -> _Reading | None:
    """A number in words with a listed unit ("tre dagar"), or alone ("tre")."""
    words = folded.split(" ")
    for count in (4, 3, 2, 1):
        value = parse_number_word(" ".join(words[:count])) if len(words) >= count else None
        if value is None:
            continue
        end = len(" ".join(words[:count]))
        if end == len(folded):
            return _Reading(value) if value > 1 else None
        unit, note, understood = _read_unit(text[end:], folded[end:])
        listed = unit is not None and unit_at(folded[end:].strip()) is not None
        if unit is None or not understood or not listed:
            return None
        return _Reading(times(value, unit.factor), None, unit.name, note=note)
    return None


def _read_unit(text: str, folded: str) -> tuple[Unit | None, str | None, bool]:
    """The unit that the rest of a cell is, the words that follow it, and whether all of it is understood."""
    text, folded = text.strip(), folded.strip()
    if not folded:
        return None, None, True
    if _OUT_OF.fullmatch(folded):
        return None, text, True
    unit = unit_at(folded)
    if unit is not None:
        note = text[unit.end :].strip(" ,")
        return unit, note or None, not re.search(r"\d", note)
    printed = _PRINTED_UNIT.match(text)
    if printed is None:
        return None, None, False
    name, note = printed[0], text[printed.end() :].strip()
    word = fold_aligned(name)
    if _NO_UNIT.fullmatch(word) or month_number(word) is not None:
        return None, None, False
    if note and not re.match(r"(?:per|/|i|av|för|om|inom)\b[^\d]*$", fold_aligned(note)):
        return None, None, False
    return (Unit("index") if is_index(name) else Unit(name)), note or None, True


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    return re.compile(rf"({_any(comparator_words('before'))})(?:(?<=\w)(?!\w)|(?<!\w)) ?(?=.)")


@lru_cache(maxsize=1)
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?<=.) ?(?<![a-zåäö])({_any(comparator_words('after'))})$")


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
