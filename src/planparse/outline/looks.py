"""What a heading looks like: its type against the body's, its wording, and what stands round it.

In: a candidate and the scene that it stands in. Out: whether it may be a heading, for the lines that no bookmark, tag
or contents entry names.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from planparse.layout.blocks import Block, Grid, ListItem, Paragraph
from planparse.outline.candidates import Candidate
from planparse.outline.settings import SETTINGS
from planparse.outline.styles import Style, is_colored, look_of, style_of
from planparse.rules.load import load

_BULLETS = "•–-▪◦*"
_CODED = re.compile(r"[A-ZÅÄÖ]{1,3}[ .-]?\d{1,2}(?:\.\d{1,2})?[.:]?\s+\w")
_LAST_NUMBER = re.compile(r"\s\d{1,2}(?:\.\d{1,2})?$")
_LONGEST_TERM = 3
"""words of a term of goals that stands over a goal's wording"""


@dataclass(slots=True)
class Scene:
    """What a candidate is judged against."""

    blocks: Sequence[Block]
    body: Style
    cover: frozenset[int]
    """pages that are covers"""
    by_block: dict[int, Candidate] = field(default_factory=dict)
    known: set[Style] = field(default_factory=set)
    """styles of lines that a witness called headings"""
    boxed: set[Style] = field(default_factory=set)
    """those of them that stand in boxes: a box's own title is often set like headings are"""
    chapters: list[int] = field(default_factory=list)
    """blocks that begin a chapter: lines that a witness called headings, or that are larger than the body"""

    def chapter_of(self, block: int) -> int:
        """The number of the chapter that a block stands in."""
        return bisect_right(self.chapters, block)


def is_strong(style: Style, body: Style) -> bool:
    """Whether a style is a heading's by its size alone."""
    return style.size >= body.size + SETTINGS.larger


def is_marked(style: Style, body: Style) -> bool:
    """Whether a style of the body's size is set off from it: by weight, capitals, colour or a line under it.

    A smaller one (designers set sub-headings in small bold capitals) takes two of these marks.
    """
    if style.size < body.size - SETTINGS.near_size:
        marks = (style.bold and not body.bold) + style.caps + (is_colored(style.color) and style.color != body.color)
        return style.size >= body.size * SETTINGS.smaller and marks > 1 and not style.italic
    if style.bold and not body.bold:
        return True
    if style.italic and style.color == body.color:
        return False
    if style.caps and not body.caps:
        return True
    if style.underlined:
        return style.color == body.color  # a coloured one is a link
    return style.color != body.color and (is_colored(style.color) or style.family != body.family)


def is_set_off(style: Style, body: Style) -> bool:
    """Whether a style can be a heading's at all."""
    return is_strong(style, body) or is_marked(style, body)


def looks_like_heading(candidate: Candidate, scene: Scene) -> bool:
    """Whether a candidate has a heading's looks, wording and place."""
    if candidate.page in scene.cover:
        return False
    strong = is_strong(candidate.style, scene.body)
    if not strong and not is_marked(candidate.style, scene.body):
        return False
    if candidate.listed and not strong and not candidate.style.bold:
        return False
    if candidate.boxed and candidate.style not in scene.boxed:
        return False
    if is_labelled_goal(candidate, scene) or (not strong and _is_coded_goal(candidate, scene)):
        return False
    if not strong and _is_label_of_goal(candidate, scene):
        return False
    firm = strong or candidate.style in scene.known
    if not firm and not candidate.style.bold and not _has_room_above(candidate, scene):
        return False
    return reads_as_heading(candidate.text, firm) and _heads_text(candidate, scene, strong)


def is_labelled_goal(candidate: Candidate, scene: Scene) -> bool:
    """Whether a line has its term straight over it in smaller type ("Nämndmål"): a goal's wording on its card."""
    before = scene.blocks[candidate.first - 1] if candidate.first else None
    if not isinstance(before, Paragraph) or len(before.lines) != 1 or before.lines[0].page != candidate.page:
        return False
    label = style_of(before.lines)
    gap = candidate.lines[0].bbox[1] - before.lines[0].bbox[3]
    if label.size >= candidate.style.size or gap > 1.5 * candidate.style.size:
        return False
    return _is_goal_label(before.text)


def _is_label_of_goal(candidate: Candidate, scene: Scene) -> bool:
    """Whether a line is a term in smaller type straight over a goal's wording: the other half of its card."""
    after = scene.blocks[candidate.last + 1] if candidate.last + 1 < len(scene.blocks) else None
    if not isinstance(after, Paragraph) or len(candidate.lines) != 1 or after.lines[0].page != candidate.page:
        return False
    wording = style_of(after.lines)
    gap = after.lines[0].bbox[1] - candidate.lines[0].bbox[3]
    return wording.size > candidate.style.size and gap < 1.5 * wording.size and _is_goal_label(candidate.text)


def _is_goal_label(text: str) -> bool:
    """Whether a line is no more than a term of goals, with or without its number.

    >>> _is_goal_label("Nämndmål"), _is_goal_label("MÅL 3"), _is_goal_label("Mål och budget")
    (True, True, False)
    """
    words = _LAST_NUMBER.sub("", text.strip(" :.")).split()
    return 0 < len(words) <= _LONGEST_TERM and load("goal_nouns").value(words[-1]) == "goal"


def _is_coded_goal(candidate: Candidate, scene: Scene) -> bool:
    """Whether a line starts with a bare label ("N1") and stands over a field: a goal's wording in its list."""
    after = scene.blocks[candidate.last + 1] if candidate.last + 1 < len(scene.blocks) else None
    if not isinstance(after, Paragraph) or _CODED.match(candidate.text) is None:
        return False
    label, colon, _ = after.text.partition(":")
    return bool(colon) and load("goal_fields").value(label) not in (None, "other")


def is_goal(text: str) -> bool:
    """Whether a line is a goal's wording, behind its term or without.

    >>> is_goal("Nämndmål: Trygga barn"), is_goal("Alla elever ska klara skolan"), is_goal("Mål och uppföljning")
    (True, True, False)
    """
    term, colon, _ = text.partition(":")
    said = bool(colon) and _is_goal_label(term)
    return said or (text.count(" ") >= _LONGEST_TERM and load("goal_sentences").match(text) is not None)


def _has_room_above(candidate: Candidate, scene: Scene) -> bool:
    """Whether more than a line's gap parts a line from what stands over it."""
    before = scene.blocks[candidate.first - 1] if candidate.first else None
    if before is None or before.places[-1].page != candidate.page:
        return True
    gap = candidate.lines[0].bbox[1] - before.places[-1].bbox[3]
    return not -candidate.style.size < gap < SETTINGS.room_above * candidate.style.size


def reads_as_heading(text: str, firm: bool) -> bool:
    """Whether a line's wording can be a heading's; ``firm`` where its type says so already.

    >>> reads_as_heading("Ekonomiska förutsättningar", True), reads_as_heading("Det ska vi ändra på.", True)
    (True, False)
    >>> reads_as_heading("Frånvaron ska minska med 3 %", False), reads_as_heading("2020 – 14 ton, 2024 – 9 ton", False)
    (False, False)
    """
    if text.endswith((".", ",", ";")) and not text.endswith("..."):
        return False
    if text[:1] in _BULLETS or not any(map(str.isalpha, text)):
        return False
    if not firm:
        first = next((letter for letter in text if letter.isalnum()), "")
        digits, letters = sum(map(str.isdigit, text)), sum(map(str.isalpha, text))
        if first.islower() or "%" in text or digits * 3 > letters + 9:
            return False
    rule = load("not_headings").match(text)
    return rule is None or rule.value == "loose"


def is_goal_line(text: str) -> bool:
    """Whether a line is a goal's wording after its label: a heading only in a type that other headings have.

    >>> is_goal_line("Mål 1. Fler ska läsa"), is_goal_line("Mål för året")
    (True, False)
    """
    rule = load("not_headings").match(text)
    return rule is not None and rule.value == "loose"


def _heads_text(candidate: Candidate, scene: Scene, strong: bool) -> bool:
    """Whether text, a list or a table in the body's type follows, after at most three other headings."""
    index = candidate.last + 1
    steps = 0
    while index < len(scene.blocks) and steps < 4:
        block = scene.blocks[index]
        if isinstance(block, Grid):
            return True
        follower = scene.by_block.get(index)
        style = follower.style if follower else style_of(block.lines[:1])
        if follower is None or not is_set_off(style, scene.body):
            if not strong and steps == 0 and isinstance(block, Paragraph) and block.text[:1].islower():
                return False  # the bold words are the beginning of that paragraph
            if not strong and steps == 0 and _is_role(block):
                return False  # a name over what the person is
            return _body_like(block, style, scene.body)
        alike = not strong and look_of(style) == look_of(candidate.style) and not follower.reason
        if alike and not (has_point(candidate) and follower.number is None):
            return False
        index = follower.last + 1
        steps += 1
    return False


def has_point(candidate: Candidate) -> bool:
    """Whether a line's number has a point ("2.1"): lists and labels have none."""
    return candidate.number is not None and "." in candidate.number


def _is_role(block: Paragraph | ListItem) -> bool:
    short = len(block.lines) == 1 and len(block.text) < 60 and not block.text.endswith(".")
    return short and load("person_roles").match(block.text) is not None


def _body_like(block: Paragraph | ListItem, style: Style, body: Style) -> bool:
    return isinstance(block, ListItem) or abs(style.size - body.size) <= 3.0
