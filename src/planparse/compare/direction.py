"""Which way a wording points, and whether two wordings point opposite ways.

"ska minska" and "ska öka" are never the same goal, nor "minst" and "högst": that is decided here, by word lists, never
by how alike the rest is. A negation turns what follows it in its clause ("får inte öka" points down).

>>> direction("Sjukfrånvaron ska minska"), direction("Skatten får inte höjas"), direction("God arbetsmiljö")
('down', 'down', None)
>>> opposed("Färre ska behöva vänta", "Fler ska behöva vänta")
'amount'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from typing import Literal

from planparse.compare.lexicon import read
from planparse.compare.words import fold, terms, tokens

Direction = Literal["up", "down", "hold", "mixed"]

_CLAUSE = re.compile(r"[,;:.!?]\s|\s(?:och|samt|men|medan|genom(?: att)?|så att|för att|vilket)\s")
_REACHES = {"without": 1, "negation": 3, "none": 9}
"""how many words on each kind of negation turns a word of direction: "utan ökade kostnader", "får inte bli fler",
"ingen chef ska ha fler"; in "beslut som ej verkställs inom tid ska minska" it turns none"""
_MODALS = {"ska", "skall", "bör", "får", "kan", "måste"}
"""verbs that begin what is said of a thing: a negation before it stays with the thing ("ej verkställda ska minska")"""
_MEMORY = 65_536
"""wordings remembered: a goal meets some twenty others"""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A word of direction: on which axis, which way, and the stems of what its clause is about."""

    axis: str
    sign: int
    about: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a wording says of direction; ``negated`` where it has a negation that turns no word of direction."""

    pointers: tuple[Pointer, ...]
    negated: bool
    sides: tuple[frozenset[str], frozenset[str]] | None
    """The stems of what is weighed against each other: before and after "i förhållande till", "från … till …"."""


def direction(text: str) -> Direction | None:
    """Where a wording points, None where no word says so."""
    pointers = read_direction(text).pointers
    signs = {pointer.sign for pointer in pointers if pointer.axis != "hold"}
    if not signs:
        return "hold" if pointers else None
    return "mixed" if len(signs) > 1 else "up" if signs == {1} else "down"


def opposed(first: str, second: str) -> str | None:
    """The axis on which two wordings point opposite ways ("order" for two things swapped); None where they don't.

    Where each has several words of direction, those whose clauses are about the same things are held together.

    >>> opposed("Mer tid för läsning och mindre skrivning", "Mindre tid för läsning och mer skrivning")
    'amount'
    >>> opposed("Öka tryggheten", "Minska bilåkandet och öka tryggheten") is None
    True
    """
    one, other = read_direction(first), read_direction(second)
    for axis in sorted({pointer.axis for pointer in one.pointers} - {"hold"}):
        mine = [pointer for pointer in one.pointers if pointer.axis == axis]
        theirs = [pointer for pointer in other.pointers if pointer.axis == axis]
        if theirs and _turned(mine, theirs):
            return axis
    if one.negated != other.negated and not _answered(one, other):
        return "negation"
    return "order" if one.sides and other.sides and _swapped(one.sides, other.sides) else None


@lru_cache(_MEMORY)
def read_direction(text: str) -> Reading:
    """The words of direction in a wording, each with what its clause is about."""
    pointers: list[Pointer] = []
    negated = False
    for clause in _CLAUSE.split(fold(text)):
        found, left = _pointers(clause)
        pointers += found
        negated = negated or left
    return Reading(tuple(pointers), negated, _sides(text))


def _pointers(clause: str) -> tuple[list[Pointer], bool]:
    """A clause's pointers, and whether it has a negation that turns none of them."""
    words = tokens(clause)
    about = _stems(clause)
    found: list[tuple[int, str, int]] = []
    negations: list[tuple[int, str]] = []
    position = 0
    while position < len(words):
        size, axis, sign = _word_at(words, position)
        if axis in _REACHES:
            negations.append((position, axis))
        elif axis:
            found.append((position, axis, sign))
        position += size
    out: list[Pointer] = []
    used: set[int] = set()
    for place, axis, sign in found:
        turning = [at for at, kind in negations if at not in used and _reaches(words, at, kind, place)]
        used.update(turning)
        out.append(Pointer(axis, -sign if len(turning) % 2 else sign, about))
    return out, any(kind != "without" and at not in used for at, kind in negations)


def _reaches(words: Sequence[str], at: int, kind: str, place: int) -> bool:
    """Whether a negation turns the word of direction at a place: "som inte ska öka", not "ej klara ska öka"."""
    if not 0 < place - at <= _REACHES[kind]:
        return False
    return kind != "negation" or not _MODALS & set(words[at + 2 : place])


def _word_at(words: Sequence[str], position: int) -> tuple[int, str, int]:
    """(words taken, axis, sign) of the word of direction at a place; axis "" where there is none."""
    whole, endings, longest = _listed()
    for size in range(min(longest, len(words) - position), 0, -1):
        known = whole.get(" ".join(words[position : position + size]))
        if known:
            return size, *known
    word = words[position]
    return next(((1, axis, sign) for head, axis, sign in endings if word.startswith(head)), (1, "", 0))


@cache
def _listed() -> tuple[dict[str, tuple[str, int]], list[tuple[str, str, int]], int]:
    whole: dict[str, tuple[str, int]] = {}
    endings: list[tuple[str, str, int]] = []
    for entry in read("directions"):
        axis, sign = str(entry.values["axis"]), int(entry.values["sign"])
        for word in entry.words():
            if word.endswith("*"):
                endings.append((word[:-1], axis, sign))
            else:
                whole[word] = (axis, sign)
    return whole, endings, max(len(word.split()) for word in whole)


@lru_cache(_MEMORY)
def _stems(text: str) -> frozenset[str]:
    return frozenset(part for term in terms(text) for part in term.parts)


def _turned(mine: Sequence[Pointer], theirs: Sequence[Pointer]) -> bool:
    """Whether pointers of one axis point opposite ways where their clauses are about the same."""
    if len(mine) == 1 or len(theirs) == 1:
        # One that finds its like among several is answered; one that finds none is opposed.
        few, many = (mine, theirs) if len(mine) == 1 else (theirs, mine)
        closest = max(many, key=lambda other: (_shared(few[0].about, other.about), other.sign == few[0].sign))
        return closest.sign != few[0].sign
    pairs = sorted(product(mine, theirs), key=lambda pair: -_shared(pair[0].about, pair[1].about))
    best = _shared(pairs[0][0].about, pairs[0][1].about)
    level = [pair for pair in pairs if _shared(pair[0].about, pair[1].about) == best]
    return all(one.sign != other.sign for one, other in level)


def _answered(one: Reading, other: Reading) -> bool:
    """A negation on one side is answered by a word that points down on the other ("inget barn", "ska upphöra")."""
    plain = other if one.negated else one
    return any(pointer.sign < 0 for pointer in plain.pointers)


def _shared(one: Iterable[str], other: Iterable[str]) -> float:
    first, second = set(one), set(other)
    return len(first & second) / max(1, min(len(first), len(second)))


def _sides(text: str) -> tuple[frozenset[str], frozenset[str]] | None:
    folded = f" {fold(text)} "
    for entry in read("comparisons"):
        for words in entry.words():
            first, _, second = words.partition(" … ")
            before, found, after = folded.partition(f" {first} ")
            if second:
                before, found, after = f" {after}".partition(f" {second} ")
            if found and before.strip() and after.strip():
                return _stems(before), _stems(after)
    return None


def _swapped(one: tuple[frozenset[str], frozenset[str]], other: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether what is weighed against each other stands the other way round."""
    (before, after), (then_before, then_after) = _exclusive(one), _exclusive(other)
    return bool(before & then_after) and bool(after & then_before)


def _exclusive(sides: tuple[frozenset[str], frozenset[str]]) -> tuple[frozenset[str], frozenset[str]]:
    """What stands on one side alone: "egna familjehem" against "konsulentstödda familjehem" differ by two words."""
    return sides[0] - sides[1], sides[1] - sides[0]
