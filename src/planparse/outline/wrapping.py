"""Headings over several lines: what layout took together is parted, what it parted is put together.

In: the blocks, and the titles that bookmarks, tags and contents name. Out: blocks and candidates of one heading each.
Two lines of one look are two headings where the first ends early, so that the next word had room ::

    Driftredovisning                                 Uppdrag från kommunfullmäktige till
    Investeringar                                    nämnden
    two headings                                     one
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from planparse.layout.blocks import Block, Grid, Line, Paragraph, Place
from planparse.layout.joining import join_lines
from planparse.outline.candidates import Candidate, fold_title, split_number
from planparse.outline.contents import Contents
from planparse.outline.looks import is_set_off
from planparse.outline.settings import SETTINGS
from planparse.outline.styles import Style, style_of
from planparse.pdf.page import FileFacts

_OPEN_ENDS = (
    "-",
    "–",
    "/",
    " och",
    " för",
    " till",
    " av",
    " med",
    " i",
    " på",
    " samt",
    " eller",
    " inom",
    " från",
    ":",
)


def known_titles(facts: FileFacts, contents: Contents) -> frozenset[str]:
    """The folded titles that any witness names, with and without their numbers."""
    named = [mark.title for mark in facts.bookmarks] + [tag.text for tag in facts.headings]
    folded = {fold_title(part) for title in named for part in (title, split_number(title)[1])}
    folded |= {fold_title(entry.title) for entry in contents.entries}
    return frozenset(folded - {""})


def part_headings(blocks: Sequence[Block], start: int, body: Style, titles: Set[str]) -> list[Block]:
    """The blocks, those from ``start`` on that hold several headings as one block each."""
    out: list[Block] = []
    for index, block in enumerate(blocks):
        if index < start or not isinstance(block, Paragraph) or not 1 < len(block.lines) <= SETTINGS.heading_lines * 2:
            out.append(block)
            continue
        parts = list(_parts(block, blocks, index, titles)) if is_set_off(style_of(block.lines), body) else []
        out += parts if len(parts) > 1 else [block]
    return out


def _parts(block: Paragraph, blocks: Sequence[Block], index: int, titles: Set[str]) -> Iterator[Paragraph]:
    if fold_title(block.text) in titles or len({line.page for line in block.lines}) > 1:
        return
    lines = block.lines
    right = _right_edge(blocks, index, lines[0])
    start = 0
    for place in range(1, len(lines)):
        told = _told(lines[start:place], lines[place:], titles)
        if told if told is not None else _ends_early(lines[place - 1], lines[place], right):
            yield _paragraph(lines[start:place], block)
            start = place
    yield _paragraph(lines[start:], block)


def _told(before: Sequence[Line], after: Sequence[Line], titles: Set[str]) -> bool | None:
    """Whether the titles say that a heading ends here: None where they say nothing."""
    if not titles:
        return None
    first = fold_title(join_lines([line.text for line in before]))
    if first in titles:
        return True
    for count in range(1, len(after) + 1):
        if first + fold_title(join_lines([line.text for line in after[:count]])) in titles:
            return False
    return None


def _ends_early(line: Line, following: Line, right: float) -> bool:
    if abs(line.bbox[0] - following.bbox[0]) > 2.0 or not following.words or line.text.endswith(_OPEN_ENDS):
        return False
    word = following.words[0]
    first = next((letter for letter in following.text if letter.isalnum()), "")
    room = right - line.bbox[2] - (word.x1 - word.x0)
    return not first.islower() and room > line.size + 0.15 * (right - line.bbox[0])


def _right_edge(blocks: Sequence[Block], index: int, line: Line) -> float:
    """How far right text goes that begins where the line does, on its page."""
    edge = line.bbox[2]
    for step in (-1, 1):
        place = index + (step if step > 0 else 0)
        while 0 <= place < len(blocks):
            block = blocks[place]
            if isinstance(block, Grid):
                boxes = [one.bbox for one in block.places if one.page == line.page]
            else:
                boxes = [one.bbox for one in block.lines if one.page == line.page]
            if not boxes:
                break
            edge = max([edge, *(box[2] for box in boxes if abs(box[0] - line.bbox[0]) < 4.0)])
            place += step
    return edge


def _paragraph(lines: Sequence[Line], whole: Paragraph) -> Paragraph:
    boxes = [line.bbox for line in lines]
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    text = join_lines([line.text for line in lines])
    return replace(whole, text=text, lines=tuple(lines), places=(Place(lines[0].page, box),))


def join_candidates(candidates: Sequence[Candidate], titles: Set[str]) -> list[Candidate]:
    """Neighbouring candidates that are the lines of one heading, as one."""
    out: list[Candidate] = []
    for one in candidates:
        before = out[-1] if out else None
        if before is not None and before.last + 1 == one.first and _one_heading(before, one, titles):
            out[-1] = _joined(before, one)
        else:
            out.append(one)
    return out


def _one_heading(before: Candidate, after: Candidate, titles: Set[str]) -> bool:
    if before.style != after.style or before.page != after.page or after.listed:
        return False
    size = before.style.size
    gap = after.lines[0].bbox[1] - before.lines[-1].bbox[3]
    if not -size < gap < size * SETTINGS.title_gap or len(before.text) + len(after.text) > SETTINGS.heading_letters:
        return False
    if before.folded in titles or after.folded in titles:
        return False
    if before.folded + after.folded in titles:
        return True
    first = next((letter for letter in after.text if letter.isalnum()), "")
    return gap < size * 0.6 and after.number is None and (first.islower() or before.text.endswith(_OPEN_ENDS[:-1]))


def _joined(before: Candidate, after: Candidate) -> Candidate:
    text = join_lines([before.text, after.text])
    number, title = split_number(text)
    return replace(
        before,
        last=after.last,
        text=text,
        lines=before.lines + after.lines,
        places=before.places + after.places,
        number=number,
        title=title,
        folded=fold_title(text),
    )
