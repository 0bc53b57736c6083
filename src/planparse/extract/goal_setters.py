"""Which goals the running text says that the council has set, by their term.

Kommunfullmäktige har beslutat om tre inriktningsmål.      Inriktningsmål 1 in a table below: level council
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planparse.extract.goal_drafts import Draft
from planparse.extract.goal_phrases import phrase
from planparse.extract.goal_terms import singular
from planparse.rules.fold import fold

_TERMS = ("term", "owned", "passive", "relative", "kept")
"""the places of the phrase where the noun may stand"""


def council_terms(texts: Iterable[str]) -> frozenset[str]:
    """The nouns of goals that sentences say the council has set.

    >>> sorted(council_terms(["Fullmäktige har antagit fyra strategiska mål.", "Nämnden har antagit effektmål."]))
    ['strategiskt mål']
    """
    found = [match for text in texts if "fullmäktige" in text.lower() and (match := phrase("set by the council", text))]
    terms = [match[name] for match in found for name in _TERMS if match[name]]
    return frozenset(fold(singular(term)) for term in terms)


def give_levels(drafts: Sequence[Draft], terms: frozenset[str]) -> None:
    """Goals whose level nothing beside them says, but whose term is one of the council's."""
    for draft in drafts:
        if draft.level is None and draft.term and fold(draft.term) in terms:
            draft.level = "council"
