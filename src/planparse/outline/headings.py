"""Which lines are headings.

In: the candidates, with what bookmarks, tags and contents say of them, the blocks and the body's style. Out: those that
are headings, each with its ``reason``. What no witness names is judged by its looks: a type that sets it off from the
body, used so throughout, over text of its own; what only looks like a heading (a label, a caption, a month of a
calendar) is told by its wording.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

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
    chapters: list[int] = field(default_factory=list)
    """blocks that begin a chapter: lines that a witness called headings, or that are larger than the body"""

    def chapter_of(self, block: int) -> int:
        """The number of the chapter that a block stands in."""
        return bisect_right(self.chapters, block)


def decide(candidates: Sequence[Candidate], scene: Scene) -> list[Candidate]:
    """The headings among the candidates, in reading order."""
    scene.by_block = {candidate.first: candidate for candidate in candidates}
    for candidate in candidates:
        candidate.reason = "" if candidate.page in scene.cover else _witness(candidate, scene)
    scene.known = {one.style for one in candidates if one.reason and is_set_off(one.style, scene.body)}
    scene.chapters = [one.first for one in candidates if one.reason or is_strong(one.style, scene.body)]
    looks = _without_labels([one for one in candidates if not one.reason and _looks(one, scene)], scene)
    counts = Counter(_look(one.style) for one in looks)
    for candidate in looks:
        if candidate.style in scene.known:
            candidate.reason = "style"
        elif candidate.number is not None and "." in candidate.number:
            candidate.reason = "number"
        elif is_strong(candidate.style, scene.body) or counts[_look(candidate.style)] > 1:
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


def _look(style: Style) -> Style:
    """The style without capitals, where its weight sets it off already: an acronym is a heading like the others."""
    return style._replace(caps=False) if style.bold else style


def is_strong(style: Style, body: Style) -> bool:
    """Whether a style is a heading's by its size alone."""
    return style.size >= body.size + SETTINGS.larger


def is_marked(style: Style, body: Style) -> bool:
    """Whether a style of the body's size is set off from it: by weight, capitals, colour with family, or a line."""
    if style.size < body.size - SETTINGS.near_size or (style.italic and style.color == body.color):
        return False
    if (style.bold and not body.bold) or (style.caps and not body.caps) or style.underlined:
        return True
    return style.color != body.color and style.family != body.family


def is_set_off(style: Style, body: Style) -> bool:
    """Whether a style can be a heading's at all."""
    return is_strong(style, body) or is_marked(style, body)


def _without_labels(looks: list[Candidate], scene: Scene) -> list[Candidate]:
    """The candidates without those that the document uses as labels.

    In the body's size, what is only underlined and comes back ("Åtgärder" under each goal) is a label; and so is a bold
    line between paragraphs that begin with bold words ("Tydlighet - vi säger ..."), where those are as many.
    """
    again = Counter(one.folded for one in looks)
    leads, alone = _leads(scene), _alone(looks, scene)
    kept = []
    for one in looks:
        if not is_strong(one.style, scene.body) and one.style not in scene.known:
            if not one.style.bold and one.style.underlined and again[one.folded] > 2:
                continue
            chapter = scene.chapter_of(one.first)
            if one.style.bold and leads[chapter] >= max(2, alone[chapter]):
                continue
        kept.append(one)
    return kept


def _leads(scene: Scene) -> Counter[int]:
    """How many paragraphs of each chapter begin with bold words that the sentence goes on from."""
    return Counter(scene.chapter_of(index) for index in range(len(scene.blocks)) if _runs_in(scene.blocks, index))


def _runs_in(blocks: Sequence[Block], index: int) -> bool:
    block = blocks[index]
    if not isinstance(block, Paragraph) or not block.lines:
        return False
    words = block.lines[0].words
    if not words[0].bold:
        return False
    if block.lines[0].bold:
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        goes_on = isinstance(following, Paragraph) and following.text[:1].islower()
        return len(block.lines) == 1 and (goes_on or block.text.endswith(","))
    bold = " ".join(word.text for word in takewhile(lambda word: word.bold, words))
    return load("not_headings").match(bold if bold.endswith(":") else f"{bold}:") is None


def _alone(looks: Sequence[Candidate], scene: Scene) -> Counter[int]:
    return Counter(scene.chapter_of(one.first) for one in looks if not is_strong(one.style, scene.body))


def _looks(candidate: Candidate, scene: Scene) -> bool:
    """Whether a candidate has a heading's looks, wording and place."""
    if candidate.page in scene.cover:
        return False
    strong = is_strong(candidate.style, scene.body)
    if not strong and not is_marked(candidate.style, scene.body):
        return False
    if candidate.listed and not strong and not candidate.style.bold:
        return False
    if candidate.boxed and candidate.style not in scene.known:
        return False
    firm = strong or candidate.style in scene.known
    return reads_as_heading(candidate.text, firm) and _heads_text(candidate, scene, strong)


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
    return rule is None or (firm and rule.value == "loose")


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
            return _body_like(block, style, scene.body)
        if not strong and _look(style) == _look(candidate.style) and not follower.reason:
            return False
        index = follower.last + 1
        steps += 1
    return False


def _body_like(block: Paragraph | ListItem, style: Style, body: Style) -> bool:
    return isinstance(block, ListItem) or abs(style.size - body.size) <= 3.0
