"""What a title says: the type of document, by its first type word.

>>> document_type("Nämndens verksamhetsplan och budget 2024"), document_type("Tidplan för budget 2027")
('verksamhetsplan', 'ovrigt')
"""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from planparse.model.terms import BoardKind, DocumentType
from planparse.rules.fold import fold
from planparse.rules.load import load


def document_type(title: str) -> DocumentType | None:
    """The type by the first type word of a title, None where it has none; of words at one place the longest.

    >>> document_type("Delårsbokslut augusti"), document_type("Mål och budget 2025"), document_type("Socialnämnden")
    ('delarsrapport', 'mal_och_budget', None)
    """
    return cast("DocumentType | None", first_value("document_types", title))


def board_kind(name: str) -> BoardKind | None:
    """The kind of a board by the first stem in its name, None where none is known (the caller says "ovrig").

    >>> board_kind("Barn- och utbildningsnämnden"), board_kind("Plan- och miljönämnden"), board_kind("Valnämnden")
    ('utbildningsnamnd', 'miljo_och_byggnadsnamnd', None)
    """
    return cast("BoardKind | None", first_value("boards", name))


@lru_cache(maxsize=2048)
def first_value(rule_set: str, text: str) -> str | None:
    """The value of the rule that takes the earliest place of a text, and the most of it."""
    folded = fold(text)
    hits = [
        (found.start(), -found.end(), rule.value)
        for rule in load(rule_set)
        for found in [rule.regex.search(folded)]
        if found
    ]
    return min(hits)[2] if hits else None
