"""Activities: what was or is to be done, with who, when, how far, from a table row or a list item.

>>> times_in("2018-2020"), times_in("jan 2024 – maj 2024"), times_in("Klart 2024-05-31"), times_in("Löpande")
(('2018', '2020'), ('2024-01', '2024-05'), (None, '2024-05-31'), (None, None))
>>> years_of_item("Ny anläggning byggs på lämplig plats 2015-2020"), years_of_item("Utred läget 2019 års modell")
(('2015', '2020'), (None, None))
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from planparse.extract.assessments import status_of_symbol, status_of_words, symbol_in
from planparse.extract.context import Context, locations
from planparse.layout.blocks import Cell, Place
from planparse.model import Activity
from planparse.model.terms import Status
from planparse.outline.document import SectionNode
from planparse.values.dates import partial_date
from planparse.values.numbers import is_nothing, parse_number

_YEAR = r"(?:19|20)\d\d"
_PERIOD = re.compile(rf"(?P<first>{_YEAR})\s?[-–—]\s?(?P<last>{_YEAR}|\d\d)(?![\d-])")
_SPLIT = re.compile(r"\s[-–—]\s|\s(?:till|t\.?o\.?m\.?)\s")
_PERCENT = re.compile(r"(?<![\d,.])(\d{1,3}(?:,\d+)?)\s?(?:%|procent\b)")
_MONTHS = 12
"""two digits after a year are a month up to here: "2023-08"; else the period's end: "2018-20" """
_BAR_STEP = 5
"""percent: a bar's filled part is given to the nearest five"""


def new_activity(
    text: str, section: SectionNode | None, places: Sequence[Place], context: Context, **fields: object
) -> Activity:
    """An activity by its text as printed."""
    return Activity(
        id=context.ids.give("activity", text, *(section.path if section else ())),
        text=text,
        section_id=section.id if section else None,
        locations=locations(list(places)),
        **fields,  # type: ignore[arg-type]
    )


def times_in(text: str) -> tuple[str | None, str | None]:
    """Start and end as far as a cell of times prints them; a single date is the end."""
    text = text.strip()
    period = _PERIOD.fullmatch(text)
    if period is not None and (len(period["last"]) == 4 or int(period["last"]) > _MONTHS):
        last = period["last"]
        return period["first"], last if len(last) == 4 else period["first"][:2] + last
    parts = _SPLIT.split(text)
    if len(parts) == 2:
        start, end = partial_date(parts[0]), partial_date(parts[1])
        if start is not None and end is not None:
            return start, end
    return None, partial_date(text)


def years_of_item(text: str) -> tuple[str | None, str | None]:
    """Start and end where an item prints a period of years, at its end or in brackets."""
    for period in _PERIOD.finditer(text):
        alone = not text[period.end() :].strip(" .)") or text[period.start() - 1 : period.start()] == "("
        if alone and len(period["last"]) == 4:
            return period["first"], period["last"]
    return None, None


def status_in(cell: Cell) -> Status | None:
    """The status that a cell's words or symbol give; a lone dash states none."""
    if is_nothing(cell.text):
        return None
    if cell.text:
        return status_of_words(cell.text) or "unknown"
    symbol = symbol_in(cell)
    return status_of_symbol(symbol) if symbol else None


def progress_in(cell: Cell) -> Decimal | None:
    """Percent done: printed, the only one in the cell; or the filled part of a bar to the nearest five."""
    found = set(_PERCENT.findall(cell.text))
    if found:
        return Decimal(found.pop().replace(",", ".")) if len(found) == 1 else None
    if cell.text:
        number = parse_number(cell.text)
        return number if number is not None and 0 <= number <= 100 else None
    for picture in cell.pictures:
        if picture.filled is not None:
            return Decimal(_BAR_STEP * round(picture.filled * 100 / _BAR_STEP))
    return None
