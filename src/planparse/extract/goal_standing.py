"""Where goals stand: what the headings above them say of their målområde, level, unit and parent.

Övergripande mål för staden          the level of the goals below it: council
  Trygghet och omsorg                a målområde: the area of its goals
    Inriktningsmål:                  their term
"""

from __future__ import annotations

from dataclasses import dataclass

from planparse.extract.context import Context
from planparse.extract.goal_drafts import Draft
from planparse.extract.goal_terms import is_of_others, level_of, read_label
from planparse.model.terms import GoalLevel
from planparse.outline.document import Document, SectionNode
from planparse.rules.load import load

_BOARDS_OWN = ("namndplan", "internbudget", "uppdragsplan", "verksamhetsplan")
"""documents that a board or its office makes for itself"""
_LONGEST_NAME = 6
"""words of a board's or unit's name ("Nämnden för arbetsmarknad och vuxenutbildning")"""
_FEWEST_WORDS = 4
"""words of a heading that is a goal's wording ("Alla barn är trygga")"""


@dataclass(frozen=True, slots=True)
class Standing:
    """What surrounds a goal. ``level`` is said by headings or a lead-in; ``fallback`` is taken where nobody says it."""

    section: SectionNode | None
    fallback: GoalLevel
    level: GoalLevel | None = None
    term: str | None = None
    area: str | None = None
    chapter: str | None = None
    outer: str | None = None
    responsible: str | None = None
    goal: Draft | None = None
    """the goal printed just above, that indicators and activities belong to"""
    parent: Draft | None = None
    """the goal whose heading or lead-in the goals stand under"""


def fallback_level(section: SectionNode | None, context: Context) -> GoalLevel:
    """The board's in a plan or chapter of a board, else the council's."""
    of_board = context.board or (section is not None and section.board) or context.document_type in _BOARDS_OWN
    return "board" if of_board else "council"


def names_unit(text: str) -> bool:
    """Whether a heading or row is the name of a board or unit, which then answers for the goals below it.

    >>> names_unit("Kultur- och fritidsnämnden"), names_unit("Eleverna är trygga i skolan")
    (True, False)
    """
    if len(text.split()) > _LONGEST_NAME or load("goal_sentences").match(text) is not None:
        return False
    return load("goal_units").match(text) is not None


def names_board(text: str) -> bool:
    """Whether a heading is the name of a board rather than of a unit.

    >>> names_board("Kommunstyrelsen"), names_board("Ekonomienheten")
    (True, False)
    """
    return names_unit(text) and load("goal_units").value(text) == "board"


def responsible_of(document: Document, section: SectionNode | None, context: Context) -> str | None:
    """The board that a heading over goals names as answerable, where it is not the plan's own."""
    for node in document.ancestors(section):
        if names_board(node.title):
            over = document.parent(node)
            under_goals = over is not None and any(speaks_of_goals(above.title) for above in document.ancestors(over))
            return node.title if under_goals and node.title != context.board else None
    return None


def area_of(document: Document, section: SectionNode | None) -> str | None:
    """The målområde that the headings over a goal name, None where none does.

    A heading is one where it says so ("Målområde: Trygghet"), or where it stands under a heading of goals and is
    neither a term of goals nor a goal itself.
    """
    for node in document.ancestors(section):
        rule = load("goal_headings").match(node.title)
        if rule is not None and rule.value == "area":
            return node.title
        if rule is not None and rule.value == "labelled area":
            return labelled_area(node.title)
        if rule is not None or reads_as_goal(node.title) or read_label(node.title) is not None:
            continue
        if names_unit(node.title):
            return None
        over = document.parent(node)
        if over is not None and any(speaks_of_goals(above.title) for above in document.ancestors(over)):
            return node.title
    return None


def labelled_area(title: str) -> str | None:
    """The area without the label word before it.

    >>> labelled_area("Perspektiv: Medborgare"), labelled_area("Målområde 2 – Trygghet"), labelled_area("Trygghet")
    ('Medborgare', 'Trygghet', None)
    """
    rule = load("goal_headings").match(title)
    if rule is None or rule.value != "labelled area":
        return None
    found = rule.regex.search(title.lower())
    if found is None:
        return None
    name = next((group for group in ("area", "named", "first") if found[group]), None)
    return title[found.start(name) : found.end(name)] if name else None


def speaks_of_goals(title: str) -> bool:
    """Whether a heading announces goals or their follow-up.

    >>> speaks_of_goals("Måluppföljning"), speaks_of_goals("Nämndens mål 2024"), speaks_of_goals("Ekonomi")
    (True, True, False)
    """
    rule = load("goal_headings").match(title)
    return rule is not None and rule.value in ("goals", "area") and not is_of_others(title)


def reads_as_goal(title: str) -> bool:
    """Whether a heading is a goal's wording: a sentence, no topic.

    >>> reads_as_goal("Alla barn ska vara trygga"), reads_as_goal("Trygghet och omsorg"), reads_as_goal("Ska vi?")
    (True, False, False)
    """
    return (
        len(title.split()) >= _FEWEST_WORDS
        and load("goal_sentences").match(title) is not None
        and not title.endswith("?")
    )


def is_about_others(document: Document, section: SectionNode | None) -> bool:
    """Whether a section recites goals set by the UN, by the state or by a region."""
    return any(is_of_others(node.title) for node in document.ancestors(section))


def level_said(document: Document, section: SectionNode | None) -> GoalLevel | None:
    """The level that the nearest heading with one says."""
    for node in document.ancestors(section):
        if speaks_of_goals(node.title):
            level = level_of(node.title)
            if level is not None:
                return level
    return None


def unit_chapter(document: Document, section: SectionNode | None) -> str | None:
    """The title of the unit's chapter that a section stands in, None where it stands in none."""
    for node in document.ancestors(section):
        if names_unit(node.title) and not names_board(node.title):
            return node.title
        over = document.parent(node)
        if over is not None and level_of(node.title) == "unit":
            return over.title  # "Enhetens mål" under the unit's name
    return None
