"""Which lines start a list item, and how deep the items are."""

from __future__ import annotations

import re

from planparse.layout.drafts import Draft, Measures, ends, had_room, is_entry, is_open
from planparse.layout.lines import TextLine
from planparse.layout.markers import DASHES, attached_bullet, count_of, follows, is_bullet, marker_of
from planparse.layout.settings import DEFAULT, LayoutSettings
from planparse.pdf.page import Word

_SYMBOLS = re.compile(r"wingdings|webdings|dingbats|symbol(?:mt)?$", re.IGNORECASE)
NONE = ("", 0, 0.0)


def marker_at(
    line: TextLine, draft: Draft | None, right: float, settings: LayoutSettings = DEFAULT
) -> tuple[str, int, float]:
    """The marker that a line starts with, how many characters it takes, and where the item's text begins.

    ``draft`` is what stands before the line. ("", 0, 0.0) where the line starts no item.
    """
    first = line.words[0]
    if line.bullet_x is not None and not marker_of(first.text):
        return ("•", 0, line.x0)
    if len(line.words) == 1:
        bullet = attached_bullet(first.text)
        return (bullet, 1, line.x0) if bullet and bullet not in DASHES and len(first.text) > 2 else NONE
    if is_entry(line):
        return NONE
    second = line.words[1]
    if is_symbol(first) and not is_symbol(second):
        return (first.text if is_bullet(marker_of(first.text)) else "•", len(first.text), second.x0)
    marker = marker_of(first.text)
    if not marker:
        marker = attached_bullet(first.text)
        if marker and not (marker in DASHES and _runs_on(draft, line, right, settings)):
            return (marker, 1, line.x0 + 0.3 * line.size)
        return NONE
    if marker == "o" and second.x0 - first.x1 < 0.4 * line.size:
        return NONE
    if marker in DASHES or marker == "*":
        if second.text[:1].isdigit() and len(line.words) == 2:
            return NONE  # a negative number
        lower = second.text[:1].islower() or second.text[:1].isdigit()
        if lower and _runs_on(draft, line, right, settings):
            return NONE  # a dash of the sentence
    elif not is_bullet(marker) and not _counts(line, marker, draft, right, settings):
        return NONE
    return (marker, len(marker), second.x0)


def is_symbol(word: Word) -> bool:
    """Whether a word is a sign of a symbol font. Such fonts often have no Unicode: a square comes out as "n"."""
    return len(word.text) <= 2 and _SYMBOLS.search(word.font) is not None


def _counts(line: TextLine, marker: str, draft: Draft | None, right: float, settings: LayoutSettings) -> bool:
    """Whether a counted marker starts an item, and isn't a number, an initial or "s." that a line happens to start."""
    if draft is not None and draft.marker and follows(draft.marker, marker):
        return True
    if count_of(marker) > 30:
        return False
    if draft is not None and (is_open(draft.last) or _runs_on(draft, line, right, settings)):
        return False
    # "A. Andersson" is a name
    return not (marker[0].isupper() and marker.endswith(".") and marker[0] not in "AIVX")


def _runs_on(draft: Draft | None, line: TextLine, right: float, settings: LayoutSettings) -> bool:
    """Whether the line before had no room for this one's first words and no end of a sentence, at the same edge."""
    if draft is None:
        return False
    last = draft.last
    edge = draft.text_x if draft.marker else last.x0
    if ends(last) or is_entry(last) or abs(line.x0 - edge) > settings.indent * line.size:
        return False
    if draft.marker and abs(line.x0 - draft.lines[0].left) < 0.2 * line.size:
        return False
    return abs(last.size - line.size) < 0.5 and last.bold == line.bold and not had_room(last, line, right, words=2)


def _heading_goes_on(draft: Draft, before: Draft, measures: Measures, settings: LayoutSettings) -> bool:
    """Whether a line with a dash is the second line of a heading ("Mål och medel" over "– en översikt")."""
    line, last = draft.lines[0], before.last
    return (
        not before.marker
        and measures.is_large(line, settings)
        and (last.size, last.bold, last.color) == (line.size, line.bold, line.color)
        and 0 < line.baseline - last.baseline < settings.largest_pitch * line.size
    )


def settle(drafts: list[Draft], measures: Measures, settings: LayoutSettings = DEFAULT) -> None:
    """Takes back markers that are none: a heading's number ("2. Ekonomi" in bold), the star of a lone note."""
    for index in range(len(drafts) - 1, 0, -1):
        draft = drafts[index]
        if draft.marker and draft.marker in DASHES and _heading_goes_on(draft, drafts[index - 1], measures, settings):
            drafts[index - 1].lines.extend(draft.lines)
            del drafts[index]
    for index, draft in enumerate(drafts):
        if not draft.marker:
            continue
        beside = [drafts[i] for i in (index - 1, index + 1) if 0 <= i < len(drafts)]
        if draft.marker == "*":
            if not any(other.marker == "*" for other in beside):
                draft.marker, draft.cut = "", 0
            continue
        if is_bullet(draft.marker):
            continue
        line = draft.lines[0]
        told = [word for word in line.words[1:] if any(map(str.isalpha, word.text))]
        bold = bool(told) and all(word.bold for word in told)
        name = draft.marker[0].isupper() and draft.marker[-1] == "."  # "A. Andersson", or one of "A.", "B.", "C."
        if not (bold or name or measures.is_large(line, settings)):
            continue
        in_row = any(
            other.marker
            and (follows(draft.marker, other.marker) or follows(other.marker, draft.marker))
            and other.lines[0].size == line.size
            for other in beside
        )
        if not in_row:
            draft.marker, draft.cut = "", 0


def set_depths(drafts: list[Draft]) -> None:
    """How deep each item is in its list, by where its marker stands.

    A bullet under a number at the same edge is one deeper: the row of numbers goes on after it.
    """
    levels: list[tuple[float, bool]] = []
    before: TextLine | None = None
    for draft in drafts:
        line = draft.lines[0]
        slack = 0.5 * line.size
        if not draft.marker:
            if levels and line.left < levels[0][0] + slack:
                levels = []
            continue
        counted = not is_bullet(draft.marker)
        if before is not None and abs(before.baseline - line.baseline) < 0.5 * line.size:
            draft.depth = max(len(levels) - 1, 0)  # beside the one before, as in a legend
            continue
        before = line
        left = line.left
        while levels and left < levels[-1][0] - slack:
            levels.pop()
        if levels and left <= levels[-1][0] + slack and counted != levels[-1][1]:
            if not counted:
                levels.append((left, False))
            elif len(levels) > 1 and levels[-2][1] and left >= levels[-2][0] - slack:
                levels.pop()
        elif not levels or left > levels[-1][0] + slack:
            levels.append((left, counted))
        draft.depth = len(levels) - 1
