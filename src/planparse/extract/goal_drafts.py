"""Goals as they are met on the way through a document, and how they become records: one for every goal and level.

A goal is often printed more than once: in a list and as a table's first column, in a table and again over its
activities. Each print is a :class:`Draft`; :func:`settle` makes one Goal of those that say the same, in the order of
the first full print, with the fields filled in from later ones.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from planparse.extract.assessments import is_symbol
from planparse.extract.context import Context, locations
from planparse.layout.blocks import Place
from planparse.model import Assessment, Goal
from planparse.model.terms import GoalLevel
from planparse.outline.document import SectionNode
from planparse.rules.fold import fold

_SAME_WORDING = 85
"""token_set_ratio from which two wordings under one number are one goal (Vansbro's short repeats are at 100)"""
_NUMBER = re.compile(r"\d[\d.]*$")
_CODE = re.compile(r"(?P<letters>[A-ZÅÄÖ]{1,3})[ .-]?(?P<number>\d{1,2}(?:\.\d{1,2})?)")
_RANK = {"council": 0, "board": 1, "unit": 2}
_GENERIC_TERMS = frozenset({"mål", "mål/delmål", "delmål", "målsättning", "mål/målsättning"})
"""terms that a more telling one printed later replaces"""


@dataclass(slots=True, eq=False)
class Draft:
    """One print of a goal, filled in while its fields are met.

    ``level`` is None where the print does not say it: then ``fallback`` holds for a new goal. ``mention``: the print
    points at a goal (a bold row over its activities, a heading) and makes one only where ``stands_alone``.
    ``chapter`` is the title of the unit's chapter that it stands in, ``outer`` that of the outermost section: a goal
    that is repeated in another chapter with a follow-up of its own is the unit's.
    """

    text: str
    section: SectionNode | None
    places: list[Place]
    label: str | None = None
    term: str | None = None
    level: GoalLevel | None = None
    fallback: GoalLevel = "board"
    area: str | None = None
    unit: str | None = None
    chapter: str | None = None
    outer: str | None = None
    parent: Draft | None = None
    strategy: str | None = None
    measurement: str | None = None
    reporting: str | None = None
    responsible: str | None = None
    assessment: Assessment | None = None
    mention: bool = False
    stands_alone: bool = True
    same_as: Draft | None = field(default=None, repr=False)

    @property
    def own_follow_up(self) -> bool:
        return self.measurement is not None or self.reporting is not None

    @property
    def key(self) -> str:
        return wording_key(self.text)


def parent_above(drafts: Sequence[Draft], draft: Draft, sections: Collection[int] = ()) -> Draft | None:
    """The one goal of a higher level that was printed last before a goal, in its section and area.

    ``sections`` are the indices of further sections where it may stand: those above the goal's own.

    None where several stand together: a list of the council's goals over a list of the board's links none of them.
    """
    rank = _RANK.get(draft.level or "")
    if rank is None:
        return None
    found: Draft | None = None
    for other in reversed(drafts):
        other_rank = _RANK.get(other.level or "")
        elsewhere = other.section is not draft.section and (
            other.section is None or other.section.index not in sections
        )
        if elsewhere and sections and other_rank is not None and other_rank >= rank:
            continue
        if elsewhere or other.area != draft.area or other_rank is None:
            break
        if other.mention or (other_rank >= rank and found is None):
            continue
        if other_rank >= rank:
            break
        if found is not None:
            return None
        found = other
    return found


def parent_near(drafts: Sequence[Draft], draft: Draft) -> Draft | None:
    """The goal of a higher level over a goal in its section, or in the text of the section that this one belongs to."""
    found = parent_above(drafts, draft)
    if found is not None or draft.section is None or draft.section.parent is None:
        return found
    return parent_above(drafts, draft, [draft.section.parent])


def wording_key(text: str) -> str:
    """A wording without case, punctuation and kinds of space.

    >>> wording_key("Trygga  barn – och unga.") == wording_key("trygga barn och unga")
    True
    """
    return re.sub(r"\W+", " ", fold(text)).strip()


@dataclass(frozen=True, slots=True)
class Settled:
    """The goals in reading order, and which goal each draft became."""

    goals: list[Goal]
    _of: dict[int, Goal]

    def goal(self, draft: Draft | None) -> Goal | None:
        """The goal that a draft became; None for none, and for a mention of what is no goal."""
        return None if draft is None else self._of.get(id(draft))

    def goal_id(self, draft: Draft | None) -> str | None:
        goal = self.goal(draft)
        return None if goal is None else goal.id


def settle(drafts: Sequence[Draft], context: Context) -> Settled:
    """One Goal for every goal and level, links resolved."""
    firsts = _Firsts({id(draft): place for place, draft in enumerate(drafts)})
    full = [draft for draft in drafts if not draft.mention]
    for draft in full:
        _place(draft, firsts)
    for draft in drafts:
        if draft.mention:
            _place_mention(draft, firsts)
    nowhere = [one for one in drafts if _points_nowhere(one)]
    for level in dict.fromkeys(pointer.level for pointer in nowhere):
        by_order([one for one in full if one.same_as is None], [one for one in nowhere if one.level == level])
    kept = [draft for draft in drafts if draft.same_as is None and not (draft.mention and not draft.stands_alone)]
    of: dict[int, Goal] = {}
    goals = []
    for draft in kept:
        goal = _goal(draft, context)
        goals.append(goal)
        of[id(draft)] = goal
    for draft in drafts:
        if draft.same_as is not None and id(draft.same_as) in of:
            of[id(draft)] = of[id(draft.same_as)]
            _fill(of[id(draft)], draft)
    by_id = {goal.id: goal for goal in goals}
    for draft in drafts:
        _link(draft, of, by_id)
    return Settled(goals, of)


class _Firsts:
    """The first print of every goal, by wording and by number."""

    def __init__(self, places: Mapping[int, int]) -> None:
        self._places = places
        """of each print in reading order, by id"""
        self.by_key: dict[str, list[Draft]] = {}
        self.by_label: dict[str, list[Draft]] = {}
        self.by_number: dict[str, list[Draft]] = {}

    def add(self, draft: Draft) -> None:
        self.by_key.setdefault(draft.key, []).append(draft)
        if draft.label is not None:
            self.by_label.setdefault(_bare_label(draft.label), []).append(draft)
            self.by_number.setdefault(_last_word(draft.label), []).append(draft)

    def alike(self, draft: Draft) -> list[Draft]:
        """The goals that a print may be of: its wording, or its number with nearly its wording."""
        if not draft.text and draft.label is not None:
            return self._numbered(draft, draft.label)
        same = list(self.by_key.get(draft.key, ()))
        if draft.label is not None and not same:
            labelled = self.by_label.get(_bare_label(draft.label), ())
            same += [other for other in labelled if fuzz.token_set_ratio(draft.key, other.key) >= _SAME_WORDING]
        return same

    def _numbered(self, draft: Draft, label: str) -> list[Draft]:
        """The goal that a number alone points at, of its level: of that label, else the innermost of that number.

        A bare number is any label's. Numbers that begin anew in each board's chapter point at its own goals: those that
        share most headings above.
        """
        level = draft.level
        numbered = self.by_number.get(_last_word(label))
        of_label = None if _NUMBER.fullmatch(label) else self.by_label.get(_bare_label(label))
        for found in (of_label, numbered, self._coded(label)):
            held = [other for other in found or () if level is None or (other.level or other.fallback) == level]
            if held:
                return [max(held, key=lambda other: self._nearness(draft, other))]
        return []

    def _nearness(self, draft: Draft, other: Draft) -> tuple[int, bool, int]:
        """How many headings two prints have in common, then whether the other stands before, then how late."""
        one = draft.section.path if draft.section else ()
        two = other.section.path if other.section else ()
        shared = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
        place = self._places.get(id(other), 0)
        return shared, place < self._places.get(id(draft), 0), place

    def _coded(self, label: str) -> list[Draft]:
        """Goals whose number is printed behind the first letters of their term: "IM 2" is the second Inriktningsmål."""
        code = _CODE.fullmatch(label)
        if code is None:
            return []
        numbered = self.by_number.get(code["number"], [])
        return [
            other for other in numbered if other.term is not None and fold(code["letters"]) in _initials(other.term)
        ]


def _last_word(label: str) -> str:
    """The number in a label; nothing in one of control characters, as broken files have."""
    return label.rpartition(" ")[2].strip()


def _bare_label(label: str) -> str:
    """A label as it is compared: "N 1" is "N1"."""
    return re.sub(r"\s+", "", fold(label))


def _initials(term: str) -> frozenset[str]:
    """The letters that a term may be cut to in a label, with or without an m for "mål".

    >>> sorted(_initials("Fullmäktiges strategiska mål")), sorted(_initials("KF-mål"))
    (['f', 'fm', 's', 'sm'], ['k', 'kf', 'kfm', 'km'])
    """
    words = [word for word in fold(term).split() if word != "mål"]
    cut = {word[0] for word in words} | {word.partition("-")[0] for word in words if "-" in word}
    return frozenset(cut | {f"{letters}m" for letters in cut})


def _place(draft: Draft, firsts: _Firsts) -> None:
    alike = firsts.alike(draft)
    board = next((other for other in alike if other.level != "unit"), None)
    if draft.chapter is not None and not alike and draft.level is None:
        draft.level = "unit"
    elif board is not None and _is_units_own(draft, board):
        draft.level = "unit"
        draft.chapter = draft.chapter or draft.outer
    if draft.level == "unit":
        draft.unit = draft.unit or draft.chapter
    for other in alike:
        level_fits = draft.level is None or (other.level or other.fallback) == draft.level
        if level_fits and (draft.level != "unit" or other.unit == draft.unit):
            draft.same_as = other
            return
    firsts.add(draft)


def _is_units_own(draft: Draft, board: Draft) -> bool:
    """Whether a repeated goal is a unit's: it stands in another chapter, with its own follow-up."""
    if not draft.own_follow_up or draft.outer == board.outer:
        return False
    if draft.chapter is not None:
        return draft.chapter != board.chapter
    return board.own_follow_up and (draft.measurement, draft.reporting) != (board.measurement, board.reporting)


def _place_mention(draft: Draft, firsts: _Firsts) -> None:
    alike = firsts.alike(draft)
    if alike:
        units = [other for other in alike if other.unit is not None and other.unit == draft.chapter]
        draft.same_as = (units or alike)[0]
    elif draft.stands_alone:
        firsts.add(draft)


def _points_nowhere(draft: Draft) -> bool:
    return draft.mention and not draft.text and draft.same_as is None


def by_order(goals: Sequence[Draft], pointers: Sequence[Draft]) -> None:
    """Numbers that point at goals printed without any: the first goal is number 1.

    They count the goals of one level: their own where it is said, else the one with as many as the highest number.
    Where several levels have so many, or none, the numbers are left alone.
    """
    numbers = [found[0] if (found := _NUMBER.search(one.label or "")) else "" for one in pointers]
    if not pointers or any(goal.label for goal in goals) or not all(map(str.isdigit, numbers)):
        return
    most = max(map(int, numbers))
    said = {pointer.level for pointer in pointers} - {None}
    levels: dict[str, list[Draft]] = {}
    for goal in goals:
        if not said or (goal.level or goal.fallback) in said:
            levels.setdefault(goal.level or goal.fallback, []).append(goal)
    counted = [level for level in levels.values() if len(level) == most]
    if not counted and len(levels) == 1:
        counted = [level for level in levels.values() if len(level) > most]
    if len(counted) == 1 and min(map(int, numbers)) > 0:
        for pointer, number in zip(pointers, numbers, strict=True):
            pointer.same_as, pointer.label = counted[0][int(number) - 1], None


def _goal(draft: Draft, context: Context) -> Goal:
    path = draft.section.path if draft.section else ()
    return Goal(
        id=context.ids.give("goal", draft.text, draft.label, *path),
        text=draft.text,
        label=draft.label,
        term=draft.term,
        level=draft.level or draft.fallback,
        area=draft.area,
        unit=draft.unit,
        strategy=draft.strategy,
        measurement=draft.measurement,
        reporting=draft.reporting,
        responsible=draft.responsible,
        assessment=draft.assessment,
        section_id=draft.section.id if draft.section else None,
        locations=locations(draft.places),
    )


def _fill(goal: Goal, draft: Draft) -> None:
    """Fills what the first print left open from a later one."""
    for name in ("label", "area", "unit", "strategy", "measurement", "reporting", "responsible"):
        if getattr(goal, name) is None:
            setattr(goal, name, getattr(draft, name))
    if draft.text and draft.term is not None and (goal.term is None or _tells_more(draft.term, goal.term)):
        goal.term = draft.term
    if draft.assessment is not None:
        if goal.assessment is None:
            goal.assessment = draft.assessment
        else:
            _fill_assessment(goal.assessment, draft.assessment)
    goal.locations += locations(draft.places)


def _tells_more(later: str, first: str) -> bool:
    return fold(first) in _GENERIC_TERMS and fold(later) not in _GENERIC_TERMS


def _fill_assessment(first: Assessment, later: Assessment) -> None:
    if is_symbol(first.raw or "") and later.raw and not is_symbol(later.raw):
        first.raw, first.status = later.raw, later.status or first.status  # words say more than a symbol
    for name in ("status", "raw", "year", "comment"):
        if getattr(first, name) is None:
            setattr(first, name, getattr(later, name))


def _link(draft: Draft, of: dict[int, Goal], by_id: dict[str, Goal]) -> None:
    goal = of.get(id(draft))
    parent = of.get(id(draft.parent)) if draft.parent is not None else None
    if goal is None or parent is None or goal.parent_id is not None:
        return
    above: Goal | None = parent
    while above is not None:
        if above is goal:  # the same two wordings, printed in both orders
            return
        above = by_id.get(above.parent_id) if above.parent_id is not None else None
    goal.parent_id = parent.id
