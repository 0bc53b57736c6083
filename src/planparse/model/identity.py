"""Ids made from content, so that the same file gives the same ids and a change elsewhere leaves them alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

_NO_WORD = re.compile(r"\W+")


def content_id(kind: str, *parts: str | None) -> str:
    """``kind`` and eight hex digits over the parts, their case, space and punctuation folded.

    >>> content_id("goal", "Trygga barn", "3.1") == content_id("goal", "trygga  barn.", "3.1")
    True
    """
    folded = "\x1f".join([_folded(part or "") for part in parts])
    return f"{kind}-{blake2b(folded.encode(), digest_size=4).hexdigest()}"


@lru_cache(maxsize=2048)
def _folded(part: str) -> str:
    # The titles of a section are parts of the ids of all that stands in it.
    return _NO_WORD.sub(" ", part).strip().casefold()


class Ids:
    """Gives each id once: what reads the same twice in one document gets "-2", "-3" in reading order."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._seen: dict[str, int] = dict.fromkeys(taken, 1)

    def give(self, kind: str, *parts: str | None) -> str:
        """A fresh id for the content.

        >>> ids = Ids()
        >>> first = ids.give("goal", "Nöjda elever")
        >>> ids.give("goal", "Nöjda elever") == first + "-2"
        True
        """
        made = content_id(kind, *parts)
        count = self._seen.get(made, 0) + 1
        self._seen[made] = count
        return made if count == 1 else f"{made}-{count}"
