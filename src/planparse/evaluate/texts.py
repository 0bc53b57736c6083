"""When two texts are the same: strictly (folded and equal) and softly (a likeness of 0.9).

In goes text as gold or the output has it; out comes a likeness from 0 to 1. Folding takes away case, white space
and punctuation and makes all dashes alike, so that strict equality forgives what a reader would not see.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

STRICT = 1.0
SOFT = 0.9
"""The likeness from which two texts count as the same; a word of ten letters may have one letter wrong."""

DASHES = "-‐‑‒–—―−﹘﹣－\u00ad"
# Punctuation to Unicode, but words to a reader: "Andel (%)" is not "Andel".
_SIGNS = "%‰§&@#"


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """Text without case, white space, punctuation and kinds of dash.

    >>> folded("Trygga  barn 2010–2011.") == folded("trygga barn 2010-2011")
    True
    >>> folded("HR-konsult") == folded("HRkonsult"), folded("Andel (%)") == folded("Andel")
    (False, False)
    """
    out: list[str] = []
    for char in unicodedata.normalize("NFC", text).casefold():
        if char in DASHES:
            out.append("-")
        elif char.isalnum() or char in _SIGNS or not (char.isspace() or unicodedata.category(char)[0] in "PCM"):
            out.append(char)
    return "".join(out)


def pressed(text: str) -> str:
    """A printed value as it is compared with the page: no white space, all dashes alike, the rest kept.

    >>> pressed("− 1 034 578 tkr")
    '-1034578tkr'
    """
    return "".join("-" if char in DASHES else char for char in unicodedata.normalize("NFC", text) if not char.isspace())


def likeness(one: str | None, other: str | None, at_least: float) -> float:
    """1 for texts that fold alike, else their normalised Levenshtein similarity; 0 under ``at_least``.

    No text at all (None or "") is alike to no text only.

    >>> likeness("Nöjda elever.", "nöjda  elever", STRICT), likeness("Nöjda elever", "Nöjda elever!", SOFT)
    (1.0, 1.0)
    >>> round(likeness("Fler nöjda elever", "Fler nöjda eleven", SOFT), 2)
    0.93
    >>> likeness("Fler nöjda elever", "Fler nöjda eleven", STRICT)
    0.0
    >>> likeness("Fler", None, SOFT), likeness(None, "", SOFT)
    (0.0, 1.0)
    """
    if not one or not other:
        return 1.0 if bool(one) == bool(other) else 0.0
    first, second = folded(one), folded(other)
    if not first or not second:
        # Nothing but punctuation: no text that could be alike.
        return float(pressed(one) == pressed(other))
    if first == second:
        return 1.0
    return Levenshtein.normalized_similarity(first, second, score_cutoff=at_least)
