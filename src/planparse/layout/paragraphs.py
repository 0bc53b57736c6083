"""Lines of a column to paragraphs and list items.

A paragraph ends where the type changes (size, weight, slant, colour), after more space than between its lines, at a
first-line indent, and after a line that had room for the next one's first word. A list item starts with a marker and
goes on with the lines under its text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from planparse.layout.blocks import Line, ListItem, Paragraph, Place
from planparse.layout.drafts import Draft, Measures, ends, ends_clause, had_room, is_entry, is_open, is_short
from planparse.layout.joining import NOTHING_KNOWN, KnownWords, join_lines
from planparse.layout.leads import lead_of
from planparse.layout.lines import TextLine, around, family
from planparse.layout.lists import marker_at, set_depths, settle
from planparse.layout.settings import DEFAULT, LayoutSettings

_THOUSANDS = re.compile(r"\d{3}\b")


def drafts_of(
    lines: Sequence[TextLine], right: float, measures: Measures, settings: LayoutSettings = DEFAULT
) -> list[Draft]:
    """The lines of one column, from the top, as drafts of its paragraphs and list items."""
    out: list[Draft] = []
    for index, line in enumerate(lines):
        draft = out[-1] if out else None
        marker, cut, text_x = marker_at(line, draft, right, settings)
        if marker:
            out.append(Draft([line], marker, cut, text_x, right=right))
            continue
        following = lines[index + 1] if index + 1 < len(lines) else None
        if draft is None or _parted(draft, line, measures, settings):
            out.append(Draft([line], text_x=line.x0, right=right))
        elif not measures.is_large(line, settings) and _edge_says_new(draft, line, following, settings):
            out.append(Draft([line], text_x=line.x0, right=right, tight=True))
        else:
            draft.lines.append(line)
    settle(out, measures, settings)
    set_depths(out)
    return out


def _parted(draft: Draft, line: TextLine, measures: Measures, settings: LayoutSettings) -> bool:
    """Whether place, type or space part a line from what stands before it."""
    last = draft.last
    if line.x0 > last.x1 or line.x1 < last.x0 or is_entry(last) or _type_changes(last, line, settings):
        return True
    if not any(map(str.isalpha, line.text)) and not any(map(str.isalpha, last.text)):
        return True  # a diagram's figures
    step = line.baseline - last.baseline
    return step < 0.3 * line.size or step > settings.pitch_slack * _pitch(draft, line, measures, settings)


def _pitch(draft: Draft, line: TextLine, measures: Measures, settings: LayoutSettings) -> float:
    """The usual step to the next line: the paragraph's own where it has one, else that of its type."""
    if len(draft.lines) < 2:
        return measures.pitch(line, settings)
    return max(after.baseline - before.baseline for before, after in pairwise(draft.lines[-4:]))


def _type_changes(last: TextLine, line: TextLine, settings: LayoutSettings) -> bool:
    if abs(last.size - line.size) > settings.size_change * max(last.size, line.size):
        return True
    ended = ends(last)
    before, after = last.last, line.first
    if before.bold != after.bold and last.bold != line.bold and (last.bold or line.bold or ended):
        return True
    if before.italic != after.italic and last.italic != line.italic and (ended or not line.text[0].islower()):
        return True
    if before.underlined != after.underlined and _is_underlined(last) != _is_underlined(line):
        return True
    if (
        before.font != after.font
        and family(last.font) != family(line.font)
        and family(before.font) != family(after.font)
    ):
        return ended or not line.text[0].islower()
    if last.color == line.color:
        return False
    return all(w.color == last.color for w in last.words) and all(w.color == line.color for w in line.words)


def _is_underlined(line: TextLine) -> bool:
    return all(word.underlined for word in line.words)


def _edge_says_new(draft: Draft, line: TextLine, following: TextLine | None, settings: LayoutSettings) -> bool:
    last, right = draft.last, draft.right
    indent = settings.indent * line.size
    ended, lower = ends(last), line.text[0].islower()
    if draft.marker:
        marker_x = draft.lines[0].left
        if line.x0 > draft.text_x + indent and last.x0 <= draft.text_x + indent:
            return had_room(last, line, right)  # set in under the item
        if line.x0 > marker_x + 0.2 * line.size and line.x0 > draft.text_x - indent:
            return ended and not lower and had_room(last, line, right)
        return line.x0 < marker_x - indent or _forced(last, line, right)
    shift = line.x0 - last.x0
    middle = (line.x0 + line.x1) - (last.x0 + last.x1)
    if abs(shift) > 0.5 and abs(middle) < line.size:  # centred
        return ended and had_room(last, line, right) and last.x1 - last.x0 < line.x1 - line.x0
    if shift > indent:
        back = following is not None and following.x0 < line.x0 - indent
        return (ended or back) and (ended or not lower)
    if shift < -indent and len(draft.lines) > 1:
        return ended or not lower
    return _forced(last, line, right)


def _forced(last: TextLine, line: TextLine, right: float) -> bool:
    """Whether the break between two lines was set by hand: there was room, and the text doesn't run on."""
    if _runs_low(line) or not had_room(last, line, right):
        return ends_clause(last) and had_room(last, line, right)
    if last.text[-1].isdigit() and _THOUSANDS.match(line.text):
        return False
    return ends(last) or (not is_open(last) and is_short(last, line, right))


def _runs_low(line: TextLine) -> bool:
    """Whether a line starts as the middle of a sentence does, perhaps in brackets."""
    first = line.text.lstrip("(\"”“'’»")[:1]
    return first.islower()


def block_of(draft: Draft, known: KnownWords = NOTHING_KNOWN) -> Paragraph | ListItem:
    """The finished paragraph or list item."""
    texts = [line.text for line in draft.lines]
    texts[0] = texts[0][draft.cut :].lstrip()
    text = join_lines(texts, known)
    lines = tuple(line.line for line in draft.lines)
    lead = lead_of(draft.lines, draft.cut, text, known)
    if draft.marker:
        return ListItem(text, draft.marker, lines, places_of(lines), draft.depth, lead)
    return Paragraph(text, lines, places_of(lines), lead, draft.boxed, draft.tight)


def places_of(lines: Sequence[Line]) -> tuple[Place, ...]:
    """One place for each page, and for each column of it, that lines stand on."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and groups[-1][-1].page == line.page and line.bbox[3] > groups[-1][-1].bbox[1]:
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(Place(group[0].page, around(line.bbox for line in group)) for group in groups)
