"""What a wording is about: the concepts that its words speak of, and the theme that follows from them.

>>> concepts("Fler hushåll ska bli självförsörjande")
{'arbete': 1.0}
>>> theme("Alla verksamheter följer budget")
'Ekonomi i balans'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from planparse.compare.lexicon import read
from planparse.compare.words import fold, lemmas, one_names, parts, stem, tokens

OTHER = "Övriga mål"
_MEMORY = 65_536
_SHORTEST_PART = 5
"""letters of a listed word that speaks as a compound's part too: "konst", not "art" or "bil" ("bilda")"""


@dataclass(frozen=True, slots=True)
class _Concept:
    name: str
    theme: str
    weight: float
    order: int


@lru_cache(_MEMORY)
def concepts(text: str) -> Mapping[str, float]:
    """The concepts of a wording with their weights, in the order of the list."""
    return {concept.name: concept.weight for concept in _found(text)}


@lru_cache(_MEMORY)
def theme(text: str, *more: str) -> str:
    """The theme of a wording: its weightiest concept's; ``more`` (indicators, area) is asked where it is silent.

    >>> theme("Solen skiner"), theme("Solen skiner", "Sjukfrånvaro")
    ('Övriga mål', 'Medarbetare och arbetsgivare')
    """
    for wording in (text, *more):
        weights: dict[str, float] = {}
        first: dict[str, int] = {}
        for concept in _found(wording):
            weights[concept.theme] = weights.get(concept.theme, 0.0) + concept.weight
            first.setdefault(concept.theme, concept.order)
        if weights:
            return max(weights, key=lambda name: (weights[name], -first[name]))
    return OTHER


def themes() -> list[str]:
    """The themes in the order in which they are shown."""
    return [*dict.fromkeys(concept.theme for concept in _listed()), OTHER]


def _found(text: str) -> list[_Concept]:
    row = lemmas(tokens(text))
    phrases, single, stems, longest = _words()
    found: dict[str, _Concept] = {}
    taken = [False] * len(row)
    for size in range(longest, 1, -1):
        for start in range(len(row) - size + 1):
            for concept in phrases.get(tuple(row[start : start + size]), ()):
                found[concept.name] = concept
                taken[start : start + size] = [True] * size
    # A word within a phrase has said what it had to say ("psykisk ohälsa" is no general "hälsa").
    left = [word for word, used in zip(row, taken, strict=True) if not used]
    for word in one_names(left):
        # A compound has its own concepts; where it has none, those of its parts.
        for concept in single.get(word) or [one for part in parts(word) for one in stems.get(part, ())]:
            found[concept.name] = concept
    return sorted(found.values(), key=lambda concept: concept.order)


@cache
def _listed() -> tuple[_Concept, ...]:
    return tuple(
        _Concept(entry.name, str(entry.values["theme"]), float(entry.values.get("weight", 1.0)), order)
        for order, entry in enumerate(read("concepts"))
    )


@cache
def _words() -> tuple[dict[tuple[str, ...], list[_Concept]], dict[str, list[_Concept]], dict[str, list[_Concept]], int]:
    """Phrases as lemmas in a row, single words, the stems of single words, and the longest phrase."""
    phrases: dict[tuple[str, ...], list[_Concept]] = {}
    single: dict[str, list[_Concept]] = {}
    stems: dict[str, list[_Concept]] = {}
    for entry, concept in zip(read("concepts"), _listed(), strict=True):
        alone = entry.words("alone")
        for word in (*entry.words(), *alone):
            row = tuple(lemmas(tokens(word)))
            if len(row) > 1:
                phrases.setdefault(row, []).append(concept)
                continue
            for key in dict.fromkeys((fold(word), *row)):
                single.setdefault(key, []).append(concept)
            # Within a compound a word has its stem only ("budget" in "budgetavvikelse"); short ones stand in anything.
            if row and len(row[0]) >= _SHORTEST_PART and word not in alone:
                stems.setdefault(stem(row[0]), []).append(concept)
    return phrases, single, stems, max(map(len, phrases))
