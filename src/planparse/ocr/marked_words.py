"""Rings and dots that an engine has lost, put back where a word is none without them.

>>> put_marks("Arets"), put_marks("ATGÄRDER,"), put_marks("2.MAL"), put_marks("Ml")
('Årets', 'ÅTGÄRDER,', '2.MÅL', 'Mål')
>>> put_marks("Anna"), put_marks("är"), put_marks("PA"), put_marks("ar-")
('Anna', 'är', 'PA', 'ar-')
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

_FOLDED = str.maketrans("åäáàâãāăöóòôõ", "aaaaaaaaooooo")
_WORD = re.compile(r"[^\W\d_]+(?![^\W\d_]|-$)")
"""not what a hyphen cuts at a line's end: "ar-" is no year"""
_WORDS = frozenset({"är"})
"""what is a word, or stands for one with other marks"""
_SHORTENED = {"Ml": "Mål"}
"""the ring has taken the letter with it"""


@lru_cache(maxsize=10_000)
def put_marks(text: str) -> str:
    """A printed word with the marks that its letters must have."""
    return _WORD.sub(lambda found: _marked(found[0]), text)


def _marked(word: str) -> str:
    if word in _SHORTENED:
        return _SHORTENED[word]
    low = word.lower()
    # Two capitals may stand for a name.
    if len(word) < 2 or low in _WORDS or (len(word) == 2 and word.isupper()):
        return word
    folded = low.translate(_FOLDED)
    whole, beginnings = _known()
    right = whole.get(folded) or next(
        (beginnings[folded[:count]] for count in range(len(folded), 3, -1) if folded[:count] in beginnings), ""
    )
    if not right or low.startswith(right):
        return word
    marked = [new.upper() if old.isupper() else new for old, new in zip(word, right, strict=False)]
    return "".join(marked) + word[len(right) :]


@cache
def _known() -> tuple[dict[str, str], dict[str, str]]:
    """Whole words and beginnings, by how they are without marks."""
    table = tomllib.loads((Path(__file__).parent / "marked_words.toml").read_text(encoding="utf-8"))
    whole, beginnings = ({word.translate(_FOLDED): word for word in table[name]} for name in ("whole", "beginning"))
    return whole, beginnings
