"""Lines of a column to paragraphs and list items.

A paragraph ends where the type changes (size, weight, slant, colour), after more space than between its lines, at a
first-line indent, and after a line that had room for the next one's first word. A list item starts with a marker and
goes on with the lines under its text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from planparse.layout.blocks import Line, ListItem, Paragraph, Place
from planparse.layout.joining import NOTHING_KNOWN, KnownWords, join_lines
from planparse.layout.leads import lead_of
from planparse.layout.lines import TextLine, around
from planparse.layout.markers import attached_bullet, count_of, follows, is_bullet, marker_of
from planparse.layout.settings import DEFAULT, LayoutSettings

_LEADERS = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){4,}|_{4,})\s*\S{0,6}$")
_ENDS = re.compile(r"[.:!?;][\"”’')\]]*$")


@dataclass(slots=True)
class Draft:
    """A paragraph or list item being put together."""

    lines: list[TextLine]
    marker: str = ""
    text_x: float = 0.0
    """where an item's text starts"""
    depth: int = 0
    right: float = 0.0
    """the right edge that its lines can reach"""
    boxed: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Measures:
    """What the document says of its own type."""

    body_size: float
    pitches: dict[tuple[str, float], float] = field(default_factory=dict)
    """the usual distance from baseline to baseline, of type with wrapped lines"""
    right: float = 0.0

    def pitch(self, line: TextLine, settings: LayoutSettings) -> float:
        found = self.pitches.get((line.font, round(line.size, 1)))
        return found if found else settings.largest_pitch * line.size


def drafts_of(
    lines: Sequence[TextLine],
    right: float,
    measures: Measures,
    settings: LayoutSettings = DEFAULT,
) -> list[Draft]:
    """The lines of one column, from the top, as drafts of its paragraphs and list items."""
    out: list[Draft] = []
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        draft = out[-1] if out else None
        marker, text_x = _marker(line, draft, following, right, measures, settings)
        if marker:
            out.append(Draft([line], marker, text_x, right=right))
        elif draft is None or _starts_new(draft, line, following, right, measures, settings):
            out.append(Draft([line], text_x=line.x0, right=right))
        else:
            draft.lines.append(line)
    _settle_counted(out, measures, settings)
    _set_depths(out, settings)
    return out


def _marker(
    line: TextLine,
    draft: Draft | None,
    following: TextLine | None,
    right: float,
    measures: Measures,
    settings: LayoutSettings,
) -> tuple[str, float]:
    """The marker that a line starts with and where its text begins; ("", 0) for none."""
    first = line.words[0].text
    if len(line.words) == 1:
        return (attached_bullet(first), line.x0) if first[0] not in "-–—−" and len(first) > 2 else ("", 0.0)
    if _LEADERS.search(line.text):
        return ("", 0.0)
    marker = marker_of(first)
    second = line.words[1]
    if marker:
        gap = second.x0 - line.words[0].x1
        if marker == "o" and gap < 0.4 * line.size:
            return ("", 0.0)
        if marker in "-–—−" and second.text[:1].isdigit() and len(line.words) == 2:
            return ("", 0.0)
        if not is_bullet(marker) and not _counts(line, marker, draft, following, right, settings):
            return ("", 0.0)
        if marker in "-–—−*" and _runs_on(draft, line, right, settings):
            return ("", 0.0)
        return (marker, second.x0)
    marker = attached_bullet(first)
    if marker and not (marker in "-–—−" and _runs_on(draft, line, right, settings)):
        return (marker, line.x0 + 0.3 * line.size)
    return ("", 0.0)


def _counts(
    line: TextLine,
    marker: str,
    draft: Draft | None,
    following: TextLine | None,
    right: float,
    settings: LayoutSettings,
) -> bool:
    """Whether a counted marker starts an item, and isn't a number, an initial or "s." that a line happens to start."""
    if draft is None:
        return True
    if draft.marker and follows(draft.marker, marker):
        return True
    if _runs_on(draft, line, right, settings):
        return False
    if marker[0].isupper() and marker.endswith(".") and marker[0] not in "IVX":
        return count_of(marker) == 1 and following is not None and marker_of(following.first.text) != ""
    return True


def _runs_on(draft: Draft | None, line: TextLine, right: float, settings: LayoutSettings) -> bool:
    """Whether the line before had no room for this one's first words and no end of a sentence, at the same edge."""
    if draft is None:
        return False
    last = draft.lines[-1]
    if (
        _ENDS.search(last.text)
        or abs(line.x0 - (draft.text_x if draft.marker else last.x0)) > settings.indent * line.size
    ):
        return False
    if draft.marker and abs(line.x0 - draft.lines[0].x0) < 0.2 * line.size:
        return False
    return not _had_room(last, line, right, words=2)


def _had_room(last: TextLine, line: TextLine, right: float, words: int = 1) -> bool:
    """Whether the first word of a line had fitted on the line before."""
    take = line.words[: min(words, len(line.words))]
    width = take[-1].x1 - take[0].x0
    return last.x1 + 0.25 * last.size + width < right - 0.5 * last.size


def _starts_new(
    draft: Draft, line: TextLine, following: TextLine | None, right: float, measures: Measures, settings: LayoutSettings
) -> bool:
    last = draft.lines[-1]
    em = max(last.size, line.size)
    if line.x0 > last.x1 or line.x1 < last.x0:
        return True
    if _type_changes(last, line, settings):
        return True
    step = line.baseline - last.baseline
    if step < 0.3 * em or step > settings.pitch_slack * _pitch(draft, line, measures, settings):
        return True
    if _LEADERS.search(last.text):
        return True
    heading = line.size >= settings.heading_size * measures.body_size
    if heading:
        return False
    return _edge_says_new(draft, line, following, right, settings)


def _pitch(draft: Draft, line: TextLine, measures: Measures, settings: LayoutSettings) -> float:
    pitch = measures.pitch(line, settings)
    if len(draft.lines) > 1:
        steps = [b.baseline - a.baseline for a, b in zip(draft.lines, draft.lines[1:], strict=False)]
        pitch = max(pitch, min(max(steps), 2.2 * line.size)) if max(steps) > pitch else max(steps) * 1.02
    return pitch


def _type_changes(last: TextLine, line: TextLine, settings: LayoutSettings) -> bool:
    if abs(last.size - line.size) > settings.size_change * max(last.size, line.size):
        return True
    ended = _ENDS.search(last.text) is not None
    a, b = last.last, line.first
    if a.bold != b.bold and (last.bold or line.bold or ended) and last.bold != line.bold:
        return True
    if (
        a.italic != b.italic
        and last.italic != line.italic
        and (last.italic or line.italic)
        and (ended or line.text[0].isupper())
    ):
        return True
    return (
        last.color != line.color
        and all(w.color == last.color for w in last.words)
        and all(w.color == line.color for w in line.words)
    )


def _edge_says_new(
    draft: Draft, line: TextLine, following: TextLine | None, right: float, settings: LayoutSettings
) -> bool:
    last = draft.lines[-1]
    indent = settings.indent * line.size
    ended = _ENDS.search(last.text) is not None
    room = _had_room(last, line, right)
    lower = line.text[0].islower()
    if draft.marker:
        if line.x0 > draft.text_x - indent:
            return room and ended and not lower
        if line.x0 < draft.lines[0].x0 - indent:
            return True
        # under the marker: an item that isn't hung
        return (ended or room) and not lower
    shift = line.x0 - last.x0
    centred = abs((line.x0 + line.x1) - (last.x0 + last.x1)) < line.size and abs(shift) > 0.5
    if centred:
        return ended and room and last.x1 - last.x0 < line.x1 - line.x0
    if shift > indent:
        back = following is not None and following.x0 < line.x0 - indent
        return (ended or back) and not (lower and not ended)
    if shift < -indent and len(draft.lines) > 1:
        return ended or not lower
    if room and not lower:
        return True
    return room and ended


def _settle_counted(drafts: list[Draft], measures: Measures, settings: LayoutSettings) -> None:
    """A counted item in heading type is a heading ("2. Ekonomi" in bold), unless it is one of a row of such items."""
    for index, draft in enumerate(drafts):
        if not draft.marker or is_bullet(draft.marker):
            continue
        line = draft.lines[0]
        told = [word for word in line.words[1:] if any(map(str.isalpha, word.text))]
        bold = bool(told) and all(word.bold for word in told)
        if not (bold or line.size >= settings.heading_size * measures.body_size):
            continue
        neighbours = [drafts[i] for i in (index - 1, index + 1) if 0 <= i < len(drafts)]
        if any(
            other.marker
            and (follows(draft.marker, other.marker) or follows(other.marker, draft.marker))
            and other.lines[0].size == line.size
            for other in neighbours
        ):
            continue
        draft.marker = ""


def _set_depths(drafts: list[Draft], settings: LayoutSettings) -> None:
    stack: list[float] = []
    for draft in drafts:
        if not draft.marker:
            if stack and draft.lines[0].x0 < stack[0] - 0.5 * draft.lines[0].size:
                stack = []
            elif stack and draft.lines[0].x0 <= stack[0] + 0.5 * draft.lines[0].size:
                stack = stack[:1]
            continue
        line = draft.lines[0]
        while stack and line.x0 < stack[-1] - 0.5 * line.size:
            stack.pop()
        if not stack or line.x0 > stack[-1] + 0.5 * line.size:
            stack.append(line.x0)
        draft.depth = len(stack) - 1


def block_of(draft: Draft, known: KnownWords = NOTHING_KNOWN) -> Paragraph | ListItem:
    """The finished paragraph or list item."""
    texts = [line.text for line in draft.lines]
    if draft.marker:
        texts[0] = texts[0][len(draft.marker) :].lstrip()
    text = join_lines(texts, known)
    lines = tuple(line.line for line in draft.lines)
    lead = lead_of(draft.lines, draft.marker, text, known)
    if draft.marker:
        return ListItem(text, draft.marker, lines, places_of(lines), draft.depth, lead)
    return Paragraph(text, lines, places_of(lines), lead, draft.boxed)


def places_of(lines: Sequence[Line]) -> tuple[Place, ...]:
    """One place for each page, and for each column of it, that lines stand on."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and groups[-1][-1].page == line.page and line.bbox[3] > groups[-1][-1].bbox[1]:
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(Place(group[0].page, around(line.bbox for line in group)) for group in groups)
