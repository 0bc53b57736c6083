"""Phrases round goals, by their names in ``rules/goal_phrases.toml``.

>>> phrase("for all", "Mätmetod (båda målen)") is not None, phrase("for all", "Mätmetod") is None
(True, True)
"""

from __future__ import annotations

import re

from planparse.rules.fold import fold
from planparse.rules.load import load


def phrase(name: str, text: str) -> re.Match[str] | None:
    """Where a phrase stands in a text, folded; None where it does not."""
    return load("goal_phrases")[name].regex.search(fold(text))
