"""The cover, or what serves as one: its title, its other lines, and the document's running heads.

Norrdals kommun                    a line
Uppdragsplan 2024–2026             the title: the largest type that is not only a name
Socialnämnden                      a line
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planparse.layout.blocks import Block, Grid, Line, Place
from planparse.layout.joining import join_lines
from planparse.outline.document import Document
from planparse.rules.fold import fold
from planparse.values.municipalities import municipality
from planparse.values.names import alike, boards_in, definite_board

_LONGEST_TITLE = 160
"""letters; a longer line in the largest type is a pull quote"""
_SAME_SIZE = 0.6
"""points: lines of a title set in one size, measured with rounding of effective sizes"""

_WIDE_YEAR = re.compile(r"(?:\d ){3}\d")
"""a year set wide comes as single figures"""
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s*[-–/]\s*(?:(?:19|20)\d\d|\d\d))?")


@dataclass(frozen=True, slots=True)
class CoverLine:
    """A line with its largest type size; ``place`` None where it stands nowhere on a page."""

    text: str
    size: float
    place: Place | None


@dataclass(frozen=True, slots=True)
class Cover:
    """``title_lines`` make up ``title``; ``lines`` are the others before the text; ``running`` heads and feet, once."""

    title: str | None
    title_lines: list[CoverLine]
    lines: list[CoverLine]
    running: list[CoverLine]


def read_cover(document: Document) -> Cover:
    """The title in the cover's largest type; without a cover the first heading, even a board's name."""
    front = [line for block in document.front for line in _cover_lines(block)]
    running = _running(document)
    first = document.sections[0] if document.sections else None
    candidates = [line for line in front if _may_be_title(line)]
    largest = max((line.size for line in candidates if not _is_years(line.text)), default=0.0)
    body = document.body_size
    if candidates and (first is None or largest > body + 1 or _before(candidates[0], first.places)):
        title_lines = _run_of(candidates, largest)
        rest = [line for line in front if line not in title_lines]
        return Cover(join_lines([line.text for line in title_lines]), title_lines, rest, running)
    if first is not None:
        heading = CoverLine(first.title, 0.0, first.places[0] if first.places else None)
        return Cover(first.title, [heading], front, running)
    return Cover(None, [], front, running)


def _cover_lines(block: Block) -> Iterator[CoverLine]:
    if isinstance(block, Grid):
        for cell in block.cells:
            for line in cell.lines:
                yield _cover_line(line)
        return
    for line in block.lines:
        yield _cover_line(line)


def _cover_line(line: Line) -> CoverLine:
    text = line.text
    if _WIDE_YEAR.fullmatch(text):
        text = text.replace(" ", "")
    return CoverLine(text, max([word.size for word in line.words]), Place(line.page, line.bbox))


def _may_be_title(line: CoverLine) -> bool:
    if _is_years(line.text):
        return True
    letters = sum(map(str.isalpha, line.text))
    return letters >= 3 and len(line.text) <= _LONGEST_TITLE and not (_is_bare_name(line.text) or _is_date(line.text))


def _is_bare_name(text: str) -> bool:
    """Whether a line is only the name of a board, an office or a municipality."""
    if municipality(text) is not None or re.fullmatch(r"[\w .-]{2,30} (?:kommun|stad)s?", fold(text)):
        return True
    if re.fullmatch(r"(?:[\w-]+ (?:och )?){0,4}[\w-]*(?:förvaltning(?:en)?|kontoret|fullmäktige)", fold(text)):
        return True
    if re.search(r"(?:nämndens|styrelsens|förvaltningens|kommunens|kontorets)$", fold(text)):
        return False  # "Socialnämndens" goes on with "plan" on the next line
    names = boards_in(text)
    return len(names) == 1 and alike(definite_board(text)) == alike(names[0])


def _is_date(text: str) -> bool:
    return re.fullmatch(r"\W*(?:(?:antagen|version|datum|dnr|sid\w*)\b.*|[\d\W]+)", fold(text)) is not None


def _before(line: CoverLine, places: Sequence[Place]) -> bool:
    """Whether a line stands on an earlier page than a heading."""
    return line.place is not None and bool(places) and line.place.page < places[0].page


def _run_of(lines: Sequence[CoverLine], size: float) -> list[CoverLine]:
    """The first run of lines in a size that follow each other on one page, and what goes on the same title.

    A title often sets its years, or "med plan för …", in another size on a line of its own.
    """
    out: list[CoverLine] = []
    for at, line in enumerate(lines):
        if abs(line.size - size) <= _SAME_SIZE and (not out or _follows(out[-1], line)):
            if not out and at and _is_years(lines[at - 1].text) and _follows(lines[at - 1], line):
                out.append(lines[at - 1])
            out.append(line)
        elif out and _goes_on(line.text) and _follows(out[-1], line):
            out.append(line)
        elif out:
            break
    return out


def _is_years(text: str) -> bool:
    return _YEARS.fullmatch(text.strip()) is not None


def _goes_on(text: str) -> bool:
    return _is_years(text) or re.match(r"(?:med|och|samt|för)\s", text) is not None


def _follows(upper: CoverLine, lower: CoverLine) -> bool:
    if upper.place is None or lower.place is None or upper.place.page != lower.place.page:
        return False
    return lower.place.bbox[1] - upper.place.bbox[3] < 1.5 * max(upper.size, lower.size)


def _running(document: Document) -> list[CoverLine]:
    """The running heads and feet without page numbers, each wording once, the most frequent first."""
    found: dict[str, list[Line]] = {}
    for line in document.furniture:
        key = re.sub(r"\d+", "#", line.text) if not re.search(r"(?:19|20)\d\d", line.text) else line.text
        if any(map(str.isalpha, key)):
            found.setdefault(key, []).append(line)
    return [_cover_line(lines[0]) for lines in sorted(found.values(), key=len, reverse=True) if lines[0].words]
