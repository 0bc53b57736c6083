"""Sentences and headings that announce what follows them: goals, activities, or something else.

>>> lead = read_lead("Fullmäktige har fastställt följande långsiktiga mål för Storviks kommun.")
>>> lead.kind, lead.term, lead.level, lead.one
('goals', 'Långsiktigt mål', 'council', False)
>>> read_lead("Man bör satsa på ett antal åtgärder:").kind
'activities'
>>> read_lead("Kommunen kan välja mellan följande åtgärder:").kind
'other'
>>> read_lead("Nämnden följer dessa nyckeltal:").kind
'indicators'
>>> read_lead("Målet är att fler ska trivas i sin skola.") is None
True
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from planparse.extract.goal_phrases import phrase
from planparse.extract.goal_terms import goal_noun, is_of_others, level_of, noun_kind, term_in
from planparse.model.terms import GoalLevel
from planparse.rules.load import load

LeadKind = Literal["goals", "indicators", "measures", "activities", "others", "other"]

_LONGEST = 420
"""characters of the last sentences that are looked at; the longest lead-in met has 390"""
_SHORT = 60
"""characters of a lead-in that leans on the sentence before it ("Förslaget är följande:")"""
_SENTENCE_END = re.compile(r"\s(?<=[^\W\d]{2}[.!?]\s)\s*(?=[A-ZÅÄÖ])")
"""looked for from its white space: a look back from every letter takes twice as long"""
_ONE = re.compile(r"\bmålet\b", re.I)


@dataclass(frozen=True, slots=True)
class Lead:
    """``one``: a single goal follows. ``breaks_down``: what follows breaks down the goal printed before."""

    kind: LeadKind
    term: str | None = None
    level: GoalLevel | None = None
    one: bool = False
    breaks_down: bool = False


def read_lead(text: str, before: str = "") -> Lead | None:
    """What a paragraph announces at its end, or None; ``before`` is the paragraph that stands just above it.

    >>> read_lead("Förslaget är följande:", "Fullmäktige beslutar om vilka mål som ska gälla.").level
    'council'
    """
    sentences = _SENTENCE_END.split(f"{before} {text}".strip() if len(text) < _SHORT else text.strip())
    last = sentences[-1]
    if len(last) > _LONGEST:
        return None
    activities = load("activity_headings").value(last)
    if activities == "choice":
        return Lead("other")
    if last.endswith(":") and is_of_others(last):
        return Lead("others")
    goals = _goals(last, sentences[-2] if len(sentences) > 1 else "")
    if goals is not None:
        return goals
    if activities is not None and last.endswith(":"):
        return Lead("activities")
    measures = load("indicator_leads").value(last)
    if measures is not None and last.endswith(":"):
        return Lead("indicators" if measures == "indicators" else "measures")
    return Lead("other") if last.endswith(":") else None


def _goals(last: str, before: str) -> Lead | None:
    rule = load("goal_leads").match(last)
    if rule is None or rule.value == "none":
        return None
    sentence = last
    if not _names_goals(last):
        sentence = before
        if not _names_goals(before) or not last.endswith(":"):
            return None
    if is_of_others(sentence):
        return None
    return Lead(
        kind="goals",
        term=term_in(sentence),
        level=level_of(_announced(sentence)) or level_of(sentence),
        one=rule.value == "one",
        breaks_down=phrase("breaks down", sentence) is not None and _ONE.search(sentence) is not None,
    )


def _names_goals(sentence: str) -> bool:
    words = sentence.split()
    return goal_noun(words) is not None or any(noun_kind(word.strip(".,:;()")) == "area" for word in words)


def _announced(sentence: str) -> str:
    """The part of a lead-in that says whose the announced goals are: from "följande" on, else its subject.

    >>> _announced("För att anpassa sig till stadens mål föreslås följande mål för nämndens verksamhet:")
    'följande mål för nämndens verksamhet:'
    >>> _announced("Omsorgsnämndens mål utgår från kommunens mål:")
    'Omsorgsnämndens mål'
    """
    following = re.search(r"\b(?:följande|nedanstående|dessa)\b.*", sentence, re.I | re.DOTALL)
    if following is not None:
        return following[0]
    words = sentence.split()
    at = goal_noun(words)
    return " ".join(words[: at + 1]) if at is not None else sentence
