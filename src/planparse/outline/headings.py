"""Which lines are headings.

In: the candidates, with what bookmarks, tags and contents say of them, the blocks and the body's style. Out: those that
are headings, each with its ``reason``. What no witness names is judged by its looks: a type that sets it off from the
body, used so throughout, over text of its own; what only looks like a heading (a label, a caption, a month of a
calendar) is told by its wording.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from planparse.layout.blocks import Block, Grid, ListItem, Paragraph
from planparse.outline.candidates import Candidate
from planparse.outline.settings import SETTINGS
from planparse.outline.styles import Style, style_of
from planparse.rules.load import load

_BULLETS = "•–-▪◦*"


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


def decide(candidates: Sequence[Candidate], scene: Scene) -> list[Candidate]:
    """The headings among the candidates, in reading order."""
    scene.by_block = {candidate.first: candidate for candidate in candidates}
    for candidate in candidates:
        candidate.reason = "" if candidate.page in scene.cover else _witness(candidate, scene)
    scene.known = {one.style for one in candidates if one.reason} - {_plain(scene.body)}
    looks = [one for one in candidates if not one.reason and _looks(one, scene)]
    counts = Counter(one.style for one in looks)
    for candidate in looks:
        if candidate.style in scene.known:
            candidate.reason = "style"
        elif candidate.number is not None and "." in candidate.number:
            candidate.reason = "number"
        elif is_strong(candidate.style, scene.body) or counts[candidate.style] > 1:
            candidate.reason = "number" if candidate.number else "font"
    return [one for one in candidates if one.reason]


def _witness(candidate: Candidate, scene: Scene) -> str:
    if candidate.bookmark is not None:
        return "bookmark"
    if candidate.tag is not None:
        return "tag"
    if candidate.entry is not None and (not candidate.listed or candidate.style.bold):
        return "contents"
    return ""


def _plain(body: Style) -> Style:
    return body


def is_strong(style: Style, body: Style) -> bool:
    """Whether a style is a heading's by its size alone."""
    return style.size >= body.size + SETTINGS.larger


def is_marked(style: Style, body: Style) -> bool:
    """Whether a style of the body's size is set off from it: by weight, colour, family or capitals."""
    if style.size < body.size - SETTINGS.near_size:
        return False
    if style.bold and not body.bold:
        return True
    if style.caps and not body.caps:
        return True
    return style.color != body.color and style.family != body.family


def _looks(candidate: Candidate, scene: Scene) -> bool:
    """Whether a candidate has a heading's looks, wording and place."""
    if candidate.page in scene.cover:
        return False
    strong = is_strong(candidate.style, scene.body)
    if not strong and not is_marked(candidate.style, scene.body) and candidate.style not in scene.known:
        return False
    if candidate.listed and not strong and not candidate.style.bold:
        return False
    if candidate.boxed and candidate.style not in scene.known:
        return False
    return reads_as_heading(candidate.text, strong) and _heads_text(candidate, scene, strong)


def reads_as_heading(text: str, strong: bool) -> bool:
    """Whether a line's wording can be a heading's.

    >>> reads_as_heading("Ekonomiska förutsättningar", True), reads_as_heading("Det ska vi ändra på.", True)
    (True, False)
    """
    if text.endswith((".", ",", ";")) and not text.endswith("..."):
        return False
    first = next((letter for letter in text if letter.isalnum()), "")
    if not strong and first.islower():
        return False
    if text[:1] in _BULLETS or not any(map(str.isalpha, text)):
        return False
    return load("not_headings").match(text) is None


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
        if follower is None or not (is_strong(style, scene.body) or is_marked(style, scene.body)):
            return _body_like(block, style, scene.body)
        if not strong and style == candidate.style and not follower.reason:
            return False
        index = follower.last + 1
        steps += 1
    return False


def _body_like(block: Paragraph | ListItem, style: Style, body: Style) -> bool:
    return isinstance(block, ListItem) or abs(style.size - body.size) <= 2.0
