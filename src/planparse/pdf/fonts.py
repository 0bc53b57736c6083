"""What a font's name and descriptor say of its weight and slant.

>>> plain_name("ABCDEF+Calibri,Bold")
'Calibri-Bold'
>>> is_bold("Calibri-Bold"), is_bold("Calibri"), is_italic("Garamond-BoldOblique")
(True, False, True)
"""

from __future__ import annotations

import re

FORCE_BOLD = 1 << 18
HEAVY = 700
"""PDFium's weight, reckoned from the stem width; regular fonts come out at 350–500"""

_SUBSET = re.compile(r"^(?:[A-Z]{6}\+)+")
_BOLD = re.compile(
    r"bold|black|heavy|fett|^cmb|^cmssbx|(?:semi|demi)(?:[-, ]|$)|[-,]bd|[-,](?:Bd|Dm|Hv|Blk)", re.IGNORECASE
)
_ITALIC = re.compile(r"italic|oblique|kursiv|slanted|[-,](?:It|Obl)(?![a-z])|[-,](?:Bold|Bd|Medium|Light|Black)It$")
_ITALIC_FREE = re.compile(r"italic|oblique|kursiv|slanted", re.IGNORECASE)
_UPRIGHT = re.compile(r"regular|roman$|upright", re.IGNORECASE)
_TELLING = re.compile(r"regular|roman|book|light|medium|normal|thin|bold", re.IGNORECASE)


def plain_name(name: str) -> str:
    """The base font without its subset prefix, with one way of parting style from family."""
    return _SUBSET.sub("", name).replace(",", "-").replace(" ", "")


def is_bold(name: str, flags: int = 0, weight: int = 0) -> bool:
    if _BOLD.search(name) or flags & FORCE_BOLD:
        return True
    return weight >= HEAVY and not _TELLING.search(name)


def is_italic(name: str, angle: float = 0.0) -> bool:
    if _ITALIC_FREE.search(name) or _ITALIC.search(name):
        return True
    return -45 <= angle <= -3 and not _UPRIGHT.search(name)
