"""Dates, part-years and periods as Swedish plans print them.

>>> find_date("Antagen av nämnden den 11 mars 2015, § 14")
'2015-03-11'
>>> part_year_end("jan–aug 2019"), part_year_end("tertial 2", 2024), part_year_end("Prognos 2019")
('2019-08-31', '2024-08-31', None)
>>> header_year("Förändring 2010 till 2011")
2011
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from planparse.rules.fold import fold
from planparse.rules.load import load

YEAR = r"(?:19[5-9]\d|20[0-7]\d)"
"""a year that a plan may speak of; larger and smaller numbers of four digits are amounts"""

_MONTH = r"(?P<month>[a-zåäö]{3,9})\b\.?"
_NUMERIC_DATE = re.compile(
    rf"(?<![\d-])(?P<year>{YEAR})(?P<mark>[-./])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)(?![\d-])"
)
_COMPACT_DATE = re.compile(rf"(?<!\d)(?P<year>{YEAR})(?P<month>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?!\d)")
_SHORT_DATE = re.compile(
    rf"(?<![\d/.])(?P<day>\d\d?)(?:/(?=\d\d?[ ,/-])|\.(?=\d\d?\.))(?P<month>\d\d?)[ ,/.-]+(?P<year>{YEAR})(?!\d)"
)
_WORDED_DATE = re.compile(rf"(?<!\d)(?P<day>\d\d?)(?::?[ae])? {_MONTH},? (?P<year>{YEAR})(?!\d)")
_SIX_DIGITS = re.compile(
    r"\b(?:utfall|bokslut|prognos|per|tom|t\.o\.m\.?) (?P<year>[0-3]\d)(?P<month>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?!\d)"
)
_DATES = (_NUMERIC_DATE, _COMPACT_DATE, _SHORT_DATE, _WORDED_DATE, _SIX_DIGITS)
_MONTH_OF_YEAR = re.compile(
    rf"{_MONTH},?[ -]+(?P<year>{YEAR})(?!\d)|(?<!\d)(?P<first>{YEAR})-(?P<number>0[1-9]|1[0-2])(?![\d-])"
)
_SPAN = re.compile(
    rf"(?P<month>[a-zåäö]{{3,9}})\.?(?: (?P<year>{YEAR}))? ?(?:-|till|t\.?o\.?m\.?) ?"
    rf"(?P<last_month>[a-zåäö]{{3,9}})\.? (?P<last_year>{YEAR})(?!\d)"
)
_YEARS = re.compile(
    rf"(?<![\d,.])(?P<first>{YEAR})(?:(?: ?[-/] ?| till | t\.? ?o\.? ?m\.? )(?P<second>{YEAR}|\d\d)(?![\d-]))?(?!\d)"
)
_AGAINST = re.compile(r"\b(?:jmf|jämför\w*|mot|än|från|sedan|kontra|vs)\b.*")
_SHORT_YEAR = re.compile(
    r"(?:bokslut|budget|prognos|utfall|plan|mål|bu|vp|bs|pr)[ -]?(?:[-'](?P<year>[1-3]\d)| (?P<bare>1[5-9]|[23]\d)$)\b"
)
_SHORT_CHANGE = re.compile(r"(?:förändr|diff|avvik|ökn|minskn)\w*\.?[ -]?'?[0-3]\d ?[-/] ?'?(?P<year>[0-3]\d)\b")

_PART = re.compile(
    rf"""
    (?<![^\W_])
    (?: (?:t\.?\ ?o\.?\ ?m\.?|till\ och\ med|per|för|till)\ (?P<until>[a-zåäö]{{3,9}})\.?
      | (?P<first>[a-zåäö]{{3,9}})\.?\ ?(?:-|till|t\.?\ ?o\.?\ ?m\.?|/)\ ?(?P<last>[a-zåäö]{{3,9}})\.?
      | (?:tertial|tert\.?|t)\ ?(?P<third>[1-3])(?!\d)
      | (?:delårsrapport|delår)\ ?(?P<report>[12])(?!\d)
      | (?:kvartal|kv\.?|q)\ ?(?P<quarter>[1-4])(?!\d)
      | (?P<ordinal>första|andra|tredje|fjärde)\ (?P<part>tertialet|kvartalet|halvåret)
      | (?:halvår|h)\ ?(?P<half>[12])(?!\d)
      | (?P<month>[a-zåäö]{{3,9}})\.?
    )
    (?: [ ,]*(?:år\ )?(?P<year>{YEAR}) )?
    """,
    re.VERBOSE,
)
_ORDINALS = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4}
_PARTS = {"tertialet": 4, "kvartalet": 3, "halvåret": 6}


@lru_cache(maxsize=4096)
def month_number(word: str) -> int | None:
    """The month that a word names, as a number.

    >>> month_number("Mars"), month_number("okt"), month_number("maj–juni"), month_number("majs")
    (3, 10, None, None)
    """
    rule = _months().get(fold(word).rstrip("."))
    return None if rule is None else int(rule)


@lru_cache(maxsize=1)
def _months() -> dict[str, str]:
    return {word: rule.value for word, rule in load("months").by_word().items()}


def first_month(text: str) -> int | None:
    """The first month named in a heading or label: "Januari/februari" is 1.

    >>> first_month("Augusti–september 2015"), first_month("Hela året")
    (8, None)
    """
    for word in re.findall(r"[a-zåäö]+", fold(text)):
        month = month_number(word)
        if month is not None:
            return month
    return None


@lru_cache(maxsize=4096)
def find_date(text: str) -> str | None:
    """The first whole date in a text as ISO, or None.

    >>> find_date("2019.08.31"), find_date("31/8 2019"), find_date("5:e maj 2021"), find_date("31 februari 2020")
    ('2019-08-31', '2019-08-31', '2021-05-05', None)
    """
    folded = fold(text)
    if not any(map(str.isdigit, folded)):
        return None
    hits = []
    for pattern in _DATES:
        for found in pattern.finditer(folded):
            month = int(found["month"]) if found["month"].isdigit() else month_number(found["month"])
            year = int(found["year"])
            iso = _iso(year if year > 99 else 2000 + year, month, int(found["day"]))
            if iso is not None:
                hits.append((found.start(), iso))
                break
    return min(hits)[1] if hits else None


def partial_date(text: str) -> str | None:
    """The one date in a cell as far as it is printed: ISO date, year-month or year; None where it has none or two.

    >>> partial_date("2020-05-31"), partial_date("maj 2020"), partial_date("Hösten 2020"), partial_date("Löpande")
    ('2020-05-31', '2020-05', '2020', None)
    >>> partial_date("2018-2020"), partial_date("Klart dec 2021"), partial_date("jan-maj 2021")
    (None, '2021-12', None)
    """
    whole = find_date(text)
    if whole is not None:
        return whole
    if date_span(text) is not None:
        return None
    folded = fold(text)
    for found in _MONTH_OF_YEAR.finditer(folded):
        if found["number"]:
            return f"{found['first']}-{found['number']}"
        month = month_number(found["month"])
        if month is not None:
            return f"{found['year']}-{month:02d}"
    years = set(years_in(folded))
    return str(years.pop()) if len(years) == 1 else None


def date_span(text: str) -> tuple[str, str] | None:
    """Start and end of a span as far as they are printed, None where the text prints no two ends.

    >>> date_span("2018–2020"), date_span("jan-maj 2020"), date_span("Maj 2020 - juni 2021"), date_span("2020")
    (('2018', '2020'), ('2020-01', '2020-05'), ('2020-05', '2021-06'), None)
    """
    folded = fold(text)
    found = _SPAN.search(folded)
    if found is not None:
        first, last = month_number(found["month"]), month_number(found["last_month"])
        if first is not None and last is not None:
            return f"{found['year'] or found['last_year']}-{first:02d}", f"{found['last_year']}-{last:02d}"
    dates = [date for part in re.split(r" (?:-|till|t\.?o\.?m\.?) ", folded) if (date := find_date(part)) is not None]
    if len(dates) == 2:
        return dates[0], dates[1]
    for years in _YEARS.finditer(folded):
        ends = years_in(years[0])
        if len(ends) == 2 and ends[0] < ends[1]:
            return str(ends[0]), str(ends[1])
    return None


@lru_cache(maxsize=4096)
def part_year_end(text: str, year: int | None = None) -> str | None:
    """The last day of the part-year (or the date) that a text names; ``year`` where the text prints none.

    >>> part_year_end("t.o.m. augusti 2019"), part_year_end("kvartal 3 2024"), part_year_end("Utfall 2019-08-31")
    ('2019-08-31', '2024-09-30', '2019-08-31')
    >>> part_year_end("jan-oktober"), part_year_end("jan-oktober", 2019), part_year_end("Bokslut 2018")
    (None, '2019-10-31', None)
    """
    whole = find_date(text)
    if whole is not None:
        return whole
    for found in _PART.finditer(fold(text)):
        month = _last_month(found)
        if month is None:
            continue
        own = int(found["year"]) if found["year"] else year or header_year(text)
        return None if own is None else date(own, month, monthrange(own, month)[1]).isoformat()
    return None


@lru_cache(maxsize=4096)
def is_part_year(text: str) -> bool:
    """Whether the whole text names a part of a year, or a day up to which something was counted.

    >>> is_part_year("jan-oktober 2019"), is_part_year("T2"), is_part_year("2019-08-31"), is_part_year("mars i år")
    (True, True, True, False)
    """
    folded = fold(text)
    found = _PART.fullmatch(folded)
    if found is not None and _last_month(found) is not None:
        return True
    bare = re.sub(r"^(?:per|den|till|t\.? ?o\.? ?m\.?)(?: den)? ", "", folded)
    return any(pattern.fullmatch(bare) for pattern in _DATES) and find_date(bare) is not None


def _last_month(found: re.Match[str]) -> int | None:
    for group, length in (("third", 4), ("quarter", 3), ("half", 6)):
        if found[group]:
            return int(found[group]) * length
    if found["report"]:
        return None  # a first interim report may end in March, April or June
    if found["ordinal"]:
        month = _ORDINALS[found["ordinal"]] * _PARTS[found["part"]]
        return month if month <= 12 else None
    if found["first"]:
        return month_number(found["last"]) if month_number(found["first"]) else None
    return month_number(found["until"] or found["month"])


def years_in(text: str) -> list[int]:
    """The years that a text prints, in order, both ends of a period, attached ones too ("Bokslut2014").

    >>> years_in("Budget 2011 och plan 2012–13"), years_in("läsåret 2020/21"), years_in("2 015 tkr"), years_in("20155")
    ([2011, 2012, 2013], [2020, 2021], [], [])
    """
    return list(_years(text))


@lru_cache(maxsize=4096)
def _years(text: str) -> tuple[int, ...]:
    years = []
    for found in _YEARS.finditer(fold(text)):
        first = int(found["first"])
        years.append(first)
        second = found["second"]
        if second and len(second) == 2:
            full = first - first % 100 + int(second)
            if first < full <= first + 15:
                years.append(full)
        elif second:
            years.append(int(second))
    return tuple(years)


def header_year(text: str) -> int | None:
    """The year that a column's header is for: the last of a change's, not one that it is only compared with.

    >>> header_year("Budget 2020"), header_year("Förändring 2011 jmf 2010"), header_year("Bokslut -14")
    (2020, 2011, 2014)
    >>> header_year("Utfall 190831"), header_year("Förändr. 06-07"), header_year("Rum 06-09")
    (2019, 2007, None)
    >>> header_year("Plan 2012–2013"), header_year("Avvikelse"), header_year("Mål 2023 (2019–2023)")
    (None, None, 2023)
    """
    folded = fold(text)
    years = years_in(_AGAINST.sub("", folded)) or years_in(folded)
    if not years:
        short = _SHORT_YEAR.search(folded) or _SHORT_CHANGE.search(folded)
        if short is not None:
            return 2000 + int(short.groupdict().get("bare") or short["year"])
        whole = find_date(text)
        return int(whole[:4]) if whole else None
    distinct = set(years)
    if len(distinct) == 1:
        return years[0]
    if re.search(rf"(?:förändr|diff|avvik|utveckl|ökning|minskn)\w*[^\d]*{YEAR}[^\d]+{YEAR}", folded):
        return max(distinct)
    outside = set(years_in(re.sub(r"\([^)]*\)", "", folded)))
    return outside.pop() if len(outside) == 1 else None


def _iso(year: int, month: int | None, day: int) -> str | None:
    if month is None or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day).isoformat()
