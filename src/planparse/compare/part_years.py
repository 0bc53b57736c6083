"""Words that say that a figure is of a part of the year: heads of columns, and what stands beside a figure."""

from __future__ import annotations

import re
from functools import lru_cache

from planparse.compare.words import fold

_PART_YEAR = re.compile(
    r"\b(?:jan|feb|mars?|apr|maj|juni?|juli?|aug|sept?|okt|nov)\d*\b|"
    r"\b(?:januari|februari|april|augusti|september|oktober|november)|"
    r"\bdelår|\btertial|\bt[123]\b|\bkvartal|"
    r"\back(?:\.|umulerat)?\b|\bt\.? ?o\.? ?m\b|\bperiod"
)
_WHOLE_YEAR = re.compile(r"\bjan\w*\W{1,3}dec\w*|\bhelår")


@lru_cache(4096)
def is_part_year(head: str) -> bool:
    """Whether a head, or what stands beside a figure, says that an outcome is of a part of the year.

    >>> is_part_year("Utfall jan-aug 2019"), is_part_year("Utfall 2019"), is_part_year("Jan-dec 2019")
    (True, False, False)
    >>> is_part_year("Utfall juni 2019"), is_part_year("Marknad och juniorer 2019")
    (True, False)
    """
    folded = fold(head)
    return _PART_YEAR.search(folded) is not None and _WHOLE_YEAR.search(folded) is None
