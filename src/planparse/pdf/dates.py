"""A PDF's date strings.

>>> iso_date("D:20201105093000+01'00'")
'2020-11-05T09:30:00+01:00'
>>> iso_date("D:2020")
'2020-01-01'
>>> iso_date("igår") is None
True
"""

from __future__ import annotations

import re
from datetime import datetime

_DATE = re.compile(
    r"(?:D:)?(?P<year>\d{4})(?P<month>\d\d)?(?P<day>\d\d)?"
    r"(?P<time>(?P<hour>\d\d)(?P<minute>\d\d)?(?P<second>\d\d)?)?"
    r"(?:(?P<zulu>Z)|(?P<sign>[+-])(?P<east>\d\d)'?(?P<part>\d\d)?)?"
)


def iso_date(text: str) -> str | None:
    """The date, with its time and zone where they are given; None for what is no date."""
    match = _DATE.match(text.strip())
    if match is None:
        return None
    found = match.groupdict()
    day = f"{found['year']}-{found['month'] or '01'}-{found['day'] or '01'}"
    if found["time"]:
        day += f"T{found['hour']}:{found['minute'] or '00'}:{found['second'] or '00'}"
        if found["zulu"]:
            day += "Z"
        elif found["sign"]:
            day += f"{found['sign']}{found['east']}:{found['part'] or '00'}"
    try:
        datetime.fromisoformat(day)
    except ValueError:
        return None
    return day
