"""Whether two wordings name different things of one kind: bygglov and serveringstillstånd, flickor and pojkar.

>>> contrasted("Sjukfrånvaron bland kvinnor", "Sjukfrånvaron bland män")
'gender'
>>> contrasted("Flickors och pojkars läsning", "Läsning bland flickor") is None
True
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from planparse.compare.lexicon import read
from planparse.compare.words import lemmas, one_names, parts, stem, tokens

_MEMORY = 65_536


def contrasted(first: str, second: str) -> str | None:
    """The kind of thing that two wordings name different members of; None where one names what the other does.

    Of several kinds it is the one that the first wording names first.
    """
    one, other = _named(first), _named(second)
    for kind, members in one.items():
        # "barn" against "barn och vuxna" is narrower, not another thing.
        if kind in other and not members & other[kind]:
            return kind
    return None


def named(text: str, kind: str) -> frozenset[int]:
    """Which members of a kind of things a wording names, by their places in the list."""
    return _named(text).get(kind, frozenset())


@lru_cache(_MEMORY)
def _named(text: str) -> Mapping[str, frozenset[int]]:
    """Which members of which kinds a wording names."""
    words = one_names(lemmas(tokens(text)))
    found: dict[str, set[int]] = {}
    for word in words:
        for kind, member in _members().get(word) or _of_parts(word):
            found.setdefault(kind, set()).add(member)
    row = " ".join(words)
    for phrase, (kind, member) in _phrases().items():
        if f" {phrase} " in f" {row} ":
            found.setdefault(kind, set()).add(member)
    return {kind: frozenset(members) for kind, members in found.items()}


def _of_parts(word: str) -> list[tuple[str, int]]:
    """What a compound names by its first part: "flickfotboll", "gymnasieelever"."""
    first, *rest = parts(word)
    return _stems().get(first, []) if rest else []


@cache
def _members() -> dict[str, list[tuple[str, int]]]:
    out: dict[str, list[tuple[str, int]]] = {}
    for entry in read("contrasts"):
        for number, member in enumerate(entry.values["members"]):
            for word in member:
                row = one_names(lemmas(tokens(word)))
                # A member may be one of the names that synonyms.toml gives ("särskiltboende").
                for key in dict.fromkeys((word, *row)) if len(row) == 1 else ():
                    out.setdefault(key, []).append((entry.name, number))
    return out


@cache
def _stems() -> dict[str, list[tuple[str, int]]]:
    return {stem(word): named for word, named in _members().items()}


@cache
def _phrases() -> dict[str, tuple[str, int]]:
    return {
        " ".join(row): (entry.name, number)
        for entry in read("contrasts")
        for number, member in enumerate(entry.values["members"])
        for word in member
        if len(row := one_names(lemmas(tokens(word)))) > 1
    }
