"""Which of many wordings are the same goal: groups that grow from the likest pairs on, without holding all to all.

Candidates come from an index of stems: wordings that share a rare stem, or two common ones, are held to each other, and
of a stem (or pair) that very many share only neighbours in the order of their stems. So the work grows with the number
of wordings (and its logarithm), not with its square.

Two groups become one where their most typical wordings are alike enough and no wording of one contradicts one of the
other. The thresholds are those learnt from the gold pairs (``data/likeness.toml``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from planparse.compare.contrast import contrasted
from planparse.compare.direction import opposed, read_direction
from planparse.compare.likeness import Scale
from planparse.compare.words import terms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_COMMON = 60
"""wordings that may share a stem for all of them to be held to each other: 1,800 pairs"""
_WINDOW = 12
"""neighbours on each side that a wording is held to among those that share a common stem"""
_TYPICAL = 3
"""wordings that speak for a group when it is held to another"""
_LEAST_WEIGHT = 0.5
"""of a word that can bring two wordings together: "kommun" can't"""


@dataclass(slots=True)
class _Group:
    members: list[int]
    signs: set[tuple[str, int]]
    documents: frozenset[str]
    """Where its wordings stand: another wording of the same document is another goal."""


@dataclass(frozen=True, slots=True)
class Groups:
    """``numbers``: each wording's group; ``likeness``, ``partner``: what it is likest to there (None where alone)."""

    numbers: list[int]
    likeness: list[float | None]
    partner: list[int | None]


def group(scale: Scale, documents: Sequence[frozenset[str]]) -> Groups:
    """The groups of a scale's wordings, each given once, numbered by their first member.

    ``documents`` tells in which each wording stands. Two wordings of one document are never one goal: no plan says a
    goal twice in different words, and goals that differ by a word ("antalet", "tiden") stand side by side in one.
    """
    owners = list(range(len(scale.texts)))
    groups = {
        index: _Group([index], _signs(text), where)
        for index, (text, where) in enumerate(zip(scale.texts, documents, strict=True))
    }
    best: list[tuple[float, int] | None] = [None] * len(owners)
    for first, second, likeness in likest_pairs(scale, scale.thresholds.near):
        one, other = owners[first], owners[second]
        if one != other:
            if not _joinable(scale, groups[one], groups[other]):
                continue
            for member in groups[other].members:
                owners[member] = one
            groups[one].members += groups[other].members
            joined = groups.pop(other)
            groups[one].signs |= joined.signs
            groups[one].documents |= joined.documents
        for index, partner in ((first, second), (second, first)):
            if best[index] is None:
                best[index] = (likeness, partner)
    order = {owner: number for number, owner in enumerate(dict.fromkeys(owners))}
    return Groups(
        [order[owner] for owner in owners],
        [found[0] if found else None for found in best],
        [found[1] if found else None for found in best],
    )


def candidates(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of wordings that share what is rare; a pair may come more than once.

    >>> sorted(set(candidates(["Trygga skolvägar", "Trygg skolväg", "Rent vatten"])))
    [(0, 1)]
    """
    stems = [_stems(text) for text in texts]
    shared: dict[str, list[int]] = {}
    for index, of_text in enumerate(stems):
        for stem in of_text:
            shared.setdefault(stem, []).append(index)
    rare = {stem for stem, members in shared.items() if len(members) <= _COMMON}
    common: dict[tuple[str, ...], list[int]] = {}
    for index, of_text in enumerate(stems):
        often = [stem for stem in of_text if stem not in rare]
        for key in [*combinations(often, 2), *([(often[0],)] if len(often) == 1 else [])]:
            common.setdefault(key, []).append(index)
    for stem in sorted(rare):
        yield from combinations(shared[stem], 2)
    for _, members in sorted(common.items()):
        yield from _windows(members, stems)


def _windows(members: Sequence[int], stems: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    if len(members) <= _COMMON:
        yield from combinations(members, 2)
        return
    row = sorted(members, key=lambda index: (stems[index], index))
    for step in range(1, _WINDOW + 1):
        for first, second in zip(row, row[step:], strict=False):
            yield min(first, second), max(first, second)


def _stems(text: str) -> tuple[str, ...]:
    found = {part for term in terms(text) if term.weight >= _LEAST_WEIGHT for part in term.parts}
    return tuple(sorted(found))


def likest_pairs(scale: Scale, least: float) -> Iterator[tuple[int, int, float]]:
    """The pairs of a scale's wordings that are so alike by words, the likest first."""
    import numpy as np

    pairs = np.array(sorted(set(candidates(scale.texts))), dtype=np.int64).reshape(-1, 2)
    likeness = _likenesses(scale, pairs)
    kept = np.flatnonzero(likeness >= least)
    for index in kept[np.argsort(-likeness[kept], kind="stable")]:
        yield int(pairs[index, 0]), int(pairs[index, 1]), float(min(1.0, likeness[index]))


_BLOCK = 100_000
"""pairs whose products are in memory at a time: some 50 MB"""


def _likenesses(scale: Scale, pairs: NDArray[np.int64]) -> NDArray[np.float64]:
    import numpy as np

    if not len(pairs):
        return np.empty(0)
    blocks = [pairs[start : start + _BLOCK] for start in range(0, len(pairs), _BLOCK)]
    return np.concatenate([scale.of_pairs(block[:, 0], block[:, 1]) for block in blocks])


def _joinable(scale: Scale, one: _Group, other: _Group) -> bool:
    """Whether the first members of two groups, about which they grew, are alike and none contradict each other."""
    if one.documents & other.documents:
        return False
    first, second = one.members[:_TYPICAL], other.members[:_TYPICAL]
    pairs = [(mine, theirs) for mine in first for theirs in second]
    likeness = scale.of_pairs([mine for mine, _ in pairs], [theirs for _, theirs in pairs])
    if float(likeness.min()) < scale.thresholds.near:
        return False
    if any(_contradict(scale, mine, theirs) for mine, theirs in pairs):
        return False
    clash = any((axis, -sign) in other.signs for axis, sign in one.signs)
    if not clash:
        return True
    every = ((mine, theirs) for mine in one.members for theirs in other.members)
    return not any(_contradict(scale, mine, theirs) for mine, theirs in every)


def _contradict(scale: Scale, mine: int, theirs: int) -> bool:
    one, other = scale.texts[mine], scale.texts[theirs]
    return opposed(one, other) is not None or contrasted(one, other) is not None


def _signs(text: str) -> set[tuple[str, int]]:
    reading = read_direction(text)
    found = {(pointer.axis, pointer.sign) for pointer in reading.pointers}
    if reading.negated:
        found |= {("negation", 1)}
    return found | {("negation", -1)} if not reading.negated else found
