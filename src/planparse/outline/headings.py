"""Which lines are headings.

In: the candidates, with what bookmarks, tags and contents say of them, the blocks and the body's style. Out: those that
are headings, each with its ``reason``. What no witness names is judged by its looks: a type that sets it off from the
body, used so throughout, over text of its own; what only looks like a heading (a label, a caption, a month of a
calendar) is told by its wording.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from planparse.layout.blocks import Block, Grid, Paragraph
from planparse.outline.candidates import Candidate
from planparse.outline.looks import (
    Scene,
    has_point,
    is_goal,
    is_goal_line,
    is_labelled_goal,
    is_set_off,
    is_strong,
    looks_like_heading,
    reads_as_heading,
)
from planparse.outline.settings import SETTINGS
from planparse.outline.styles import Style, look_of
from planparse.rules.load import load

_UNMARKED = re.compile(r"\w*[Mm]ål \d{1,2} [^\W\d_a-zåäö]")
_NEVER = ("caption", "month", "continued", "unit_line")


def decide(candidates: Sequence[Candidate], scene: Scene) -> list[Candidate]:
    """The headings among the candidates, in reading order."""
    scene.by_block = {candidate.first: candidate for candidate in candidates}
    for candidate in candidates:
        candidate.reason = "" if candidate.page in scene.cover else _witness(candidate, scene)
    told = [one for one in candidates if one.reason and is_set_off(one.style, scene.body)]
    scene.known = {one.style for one in told}
    scene.boxed = {one.style for one in told if one.boxed}
    scene.chapters = [one.first for one in candidates if one.reason or is_strong(one.style, scene.body)]
    looks = _without_labels([one for one in candidates if not one.reason and looks_like_heading(one, scene)], scene)
    counts = Counter(look_of(one.style) for one in looks)
    for candidate in looks:
        if is_goal_line(candidate.text):
            continue
        if candidate.style in scene.known:
            candidate.reason = "style"
        elif has_point(candidate):
            candidate.reason = "number"
        elif is_strong(candidate.style, scene.body) or counts[look_of(candidate.style)] > 1:
            candidate.reason = "number" if candidate.number else "font"
    used = {
        look_of(one.style) for one in candidates if one.reason and (one.style.bold or one.style.size > scene.body.size)
    }
    sizes = _goal_sizes(candidates, scene)
    for candidate in looks:
        look = look_of(candidate.style)
        headed = look in used or candidate.style.size in sizes
        if is_goal_line(candidate.text) and (headed or _is_unmarked(candidate, counts[look])):
            candidate.reason = "style"
    _add_empty(candidates, scene)
    return _without_running([one for one in candidates if one.reason], scene)


def _is_unmarked(candidate: Candidate, count: int) -> bool:
    """Whether a bold line has a goal's number straight before its wording ("Mål 1 Alla läser"), and is one of several.

    A mark behind the number ("Mål 1: …", "Mål 1. …") makes it a label, and the line a labelled paragraph.
    """
    return count > 1 and candidate.style.bold and not candidate.boxed and _UNMARKED.match(candidate.text) is not None


def _goal_sizes(candidates: Sequence[Candidate], scene: Scene) -> frozenset[float]:
    """Sizes larger than the body's that goal lines come back in, in the headings' type but for the size.

    They are a document's innermost headings; in a colour of their own they are labelled paragraphs.
    """
    headings = {_but_size(one.style) for one in candidates if one.reason}
    lines = [one for one in candidates if is_goal_line(one.text) and is_strong(one.style, scene.body) and not one.boxed]
    counts = Counter(one.style.size for one in lines if _but_size(one.style) in headings)
    return frozenset(size for size, count in counts.items() if count > 1)


def _but_size(style: Style) -> Style:
    return style._replace(size=0.0)


def _add_empty(candidates: Sequence[Candidate], scene: Scene) -> None:
    """Calls those headings, too, that head no text (only a picture, or nothing yet) in a type that headings have."""
    used = Counter(one.style for one in candidates if one.reason and is_strong(one.style, scene.body))
    for one in candidates:
        if one.reason or one.boxed or one.page in scene.cover or used[one.style] < 2:
            continue
        if reads_as_heading(one.text, True):
            one.reason = "style"


def _without_running(headings: list[Candidate], scene: Scene) -> list[Candidate]:
    """The headings without those that a page's top only repeats from the page before."""
    kept: list[Candidate] = []
    for one in headings:
        first = one.first == 0 or scene.blocks[one.first - 1].places[-1].page < one.page
        if kept and first and (kept[-1].folded, kept[-1].style) == (one.folded, one.style) and one.bookmark is None:
            one.reason = ""
            continue
        kept.append(one)
    return kept


def _witness(candidate: Candidate, scene: Scene) -> str:
    """Which witness calls a line a heading; captions, months and lines that go on are none whoever says so."""
    if _rule(candidate.text) in _NEVER:
        return ""
    if candidate.bookmark is not None:
        return "bookmark"
    if candidate.tag is not None and not _is_tagged_prose(candidate, scene):
        return "tag"
    if candidate.entry is not None and (not candidate.listed or candidate.style.bold):
        return "contents"
    return ""


def _rule(text: str) -> str:
    """The name of the rule that says what a line is instead of a heading, "" for none."""
    rule = load("not_headings").match(text)
    return "" if rule is None else rule.name


def _is_tagged_prose(candidate: Candidate, scene: Scene) -> bool:
    """Whether a heading's tag stands on running text: an author's slip of style."""
    plain = not is_set_off(candidate.style, scene.body)
    return plain and candidate.text.endswith((".", ",", ";")) and candidate.text.count(" ") >= SETTINGS.prose_words


def _without_labels(looks: list[Candidate], scene: Scene) -> list[Candidate]:
    """The candidates without those that the document uses as labels.

    In the body's size, what is only underlined and comes back ("Åtgärder" under each goal) is a label; and so is the
    name of a goal's field that comes back under goals ("Indikatorer"), a bold line between paragraphs that begin with
    bold words ("Tydlighet - vi säger ..."), where those are as many, one in the type of a calendar's months ("Övrigt
    under året"), one that comes back over one paragraph each time, in a type that little else is set in, and a table's
    caption. A number with a point ("2.1 …") says more than these.
    """
    again = Counter(one.folded for one in looks)
    used = Counter(look_of(one.style) for one in looks)
    texts = _texts_under(looks, scene)
    leads, alone = _leads(scene), _alone(looks, scene)
    dotted_looks = Counter(look_of(one.style) for one in looks if has_point(one))
    kept = []
    told = len(scene.known) > 0 or sum(is_strong(one.style, scene.body) for one in looks) > 1
    months = Counter(look_of(one.style) for one in scene.by_block.values() if _rule(one.text) == "month")
    for one in looks:
        if not is_strong(one.style, scene.body) and one.style not in scene.known:
            if months[look_of(one.style)] > 1:
                continue
            if not one.style.bold and one.style.underlined and again[one.folded] > 2:
                continue
            if told and again[one.folded] > 1 and _is_field(one.text) and _under_goal(one, scene):
                continue
            mostly = again[one.folded] * 2 > used[look_of(one.style)]
            if again[one.folded] > 2 and mostly and texts[one.folded] == {1}:
                continue
            chapter = scene.chapter_of(one.first)
            if one.style.bold and not has_point(one) and leads[chapter] >= max(2, alone[chapter]):
                continue
            if _names_table(one, scene, dotted_looks):
                continue
        kept.append(one)
    return kept


def _is_field(text: str) -> bool:
    """Whether a line names a part of a goal ("Indikatorer", "Så mäter vi:"), and no topic that has goals beside it."""
    rule = load("goal_fields").match(text)
    return rule is not None and rule.name != "other"


def _under_goal(one: Candidate, scene: Scene) -> bool:
    """Whether the nearest line above that is set off, and no field's name, is a goal: by its label, or its wording."""
    for index in range(one.first - 1, -1, -1):
        over = scene.by_block.get(index)
        if over is not None and is_set_off(over.style, scene.body) and not _is_field(over.text):
            return is_goal_line(over.text) or is_goal(over.text) or is_labelled_goal(over, scene)
    return False


def _names_table(one: Candidate, scene: Scene, dotted: Counter[Style]) -> bool:
    """Whether a line without a number is the caption of the table right under it.

    It is where the headings of its type have numbers with points, or where it ends in the unit of money.
    """
    following = scene.blocks[one.last + 1] if one.last + 1 < len(scene.blocks) else None
    if one.number is not None or not isinstance(following, Grid) or following.places[0].page != one.page:
        return False
    return dotted[look_of(one.style)] > 1 or (dotted.total() > 1 and load("caption_units").match(one.text) is not None)


def _texts_under(looks: Sequence[Candidate], scene: Scene) -> dict[str, set[int]]:
    """How many blocks stand under the lines of each wording, up to the next line that is set off; a table makes two."""
    found: dict[str, set[int]] = {}
    for one in looks:
        count = 0
        for index in range(one.last + 1, min(one.last + 4, len(scene.blocks))):
            follower = scene.by_block.get(index)
            if follower is not None and is_set_off(follower.style, scene.body):
                break
            count += 1 if isinstance(scene.blocks[index], Paragraph) else 2
        found.setdefault(one.folded, set()).add(count)
    return found


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
