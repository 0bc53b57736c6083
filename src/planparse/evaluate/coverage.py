"""Word coverage: the share of a document's words that stand in exactly one place of the output.

A word's holders are sections (heading and running text, by ``Section.locations``), table cells, a table's title, the
plan's title, and what the parser took off on purpose (heads, feet, contents, cover). A word is held where its centre
lies in one of the holder's boxes *and* the holder's text has it: a box drawn round words that the text lost holds
none. Words without a letter or digit (bullets, rules) are no words, and a list's marker needs no text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from planparse.evaluate.pagewords import PageWords, WordBox, inside
from planparse.evaluate.texts import folded
from planparse.model import Location, Plan

# "1.", "a)", "(2)": numbers of list items, which are no part of a text.
_MARKER = re.compile(r"\(?(\d{1,2}|[a-zåäö])[.)]")
# Height of the bands that boxes are looked up by: a few lines, so that a band has few boxes and a box few bands.
_BAND = 24.0


@dataclass(frozen=True, slots=True)
class WordCoverage:
    """``once`` of ``words`` are held by exactly one holder. ``lost`` and ``twice`` say where the others are."""

    words: int = 0
    once: int = 0
    lost: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()

    @property
    def share(self) -> float | None:
        """None where there are no words."""
        return self.once / self.words if self.words else None


class _Holder:
    """A text with its boxes; ``text`` None holds every word under them. ``spare`` holders are asked last."""

    __slots__ = ("name", "spare", "text", "words")

    def __init__(self, name: str, text: str | None, *, spare: bool = False) -> None:
        self.name, self.text, self.spare = name, text, spare
        self.words: dict[int, str] = {}
        """the words under its boxes, by their number in the document"""

    def held(self) -> Iterator[int]:
        """The numbers of those words that the text has, each of its own words taken once."""
        if self.text is None:
            yield from self.words
            return
        left = Counter(folded(part) for part in self.text.split())
        others: list[tuple[int, str]] = []
        for number, text in self.words.items():
            word = folded(text)
            if left[word] > 0:
                left[word] -= 1
                yield number
            elif _MARKER.fullmatch(text):
                yield number
            else:
                others.append((number, word))
        yield from _held_in_parts(others, list(left.elements()))


def _held_in_parts(words: Sequence[tuple[int, str]], left: Sequence[str]) -> Iterator[int]:
    """Words that the text has joined (broken at a line's end) or taken apart, among what it has left."""
    bare = [(number, word.replace("-", "")) for number, word in words]
    parts = [part.replace("-", "") for part in left]
    # Both halves of a broken word first: "för" and "valtningen" are not to be looked for in other words.
    halves = [(one, other) for one, other in pairwise(bare) if _taken(one[1] + other[1], parts)]
    yield from (number for pair in halves for number, _ in pair)
    whole = {number for pair in halves for number, _ in pair}
    for number, word in bare:
        if number not in whole and (_taken(word, parts) or (len(word) > 1 and word in "".join(parts))):
            yield number


def _taken(text: str, parts: list[str]) -> bool:
    """Whether one of the parts has the text; it has it once."""
    for place, part in enumerate(parts):
        if text in part:
            parts[place] = part.replace(text, "\0", 1)
            return True
    return False


_Bands = dict[tuple[int, int], list[tuple[Sequence[float], _Holder]]]


def word_coverage(plan: Plan, pages: Sequence[PageWords]) -> WordCoverage | None:
    """None ("not measured") where it is not known what the parser took off the pages."""
    if any(page.apart is None for page in pages):
        return None
    words = [(page.page, word) for page in pages for word in page.words if any(map(str.isalnum, word[0]))]
    names = _holders_of(words, _holders(plan, pages))
    lost: list[str] = []
    twice: list[str] = []
    for (page, word), holders in zip(words, names, strict=True):
        if not holders:
            lost.append(f"page {page}: {word[0]}")
        elif len(holders) > 1:
            twice.append(f"page {page}: {word[0]} ({'; '.join(holders)})")
    return WordCoverage(len(words), len(words) - len(lost) - len(twice), tuple(lost), tuple(twice))


def _holders_of(
    words: Sequence[tuple[int, WordBox]], holders: Iterable[tuple[_Holder, Sequence[tuple[int, Sequence[float]]]]]
) -> list[list[str]]:
    """The names of each word's holders; titles where no other has it, for a heading may be a table's title too."""
    bands: _Bands = defaultdict(list)
    everyone: list[_Holder] = []
    for holder, places in holders:
        everyone.append(holder)
        for page, box in places:
            for band in range(_band(box[1] - 1), _band(box[3] + 1) + 1):
                bands[page, band].append((box, holder))
    for number, (page, word) in enumerate(words):
        for box, holder in bands.get((page, _band((word[2] + word[4]) / 2)), ()):
            if inside(word, box):
                holder.words[number] = word[0]
    out: list[list[str]] = [[] for _ in words]
    for spare in (False, True):
        asked = [(holder.name, list(holder.held())) for holder in everyone if holder.spare is spare]
        free = {number for number, names in enumerate(out) if not names}
        for name, held in asked:
            for number in held:
                if not spare or number in free:
                    out[number].append(name)
    return out


def _band(height: float) -> int:
    return int(height // _BAND)


def _holders(plan: Plan, pages: Sequence[PageWords]) -> Iterator[tuple[_Holder, list[tuple[int, Sequence[float]]]]]:
    for section in plan.sections:
        text = f"{section.number or ''} {section.title} {section.text}"
        yield _Holder(f"section {section.title}", text), _boxes(section.locations)
    for number, table in enumerate(plan.tables, start=1):
        for row in table.cells:
            for cell in row:
                for boxes in _by_page(cell.locations):
                    yield _Holder(f"cell of table {number}", cell.text), boxes
        yield _Holder(f"title of table {number}", table.title or "", spare=True), _boxes(table.locations)
    yield _Holder("title", plan.title or "", spare=True), _boxes(plan.field_locations.get("title", []))
    yield _Holder("taken off", None), [(page.page, box) for page in pages for box in page.apart or ()]


def _by_page(locations: Iterable[Location]) -> Iterator[list[tuple[int, Sequence[float]]]]:
    """A cell's boxes on each page: a header row that is repeated there is given once, and has its text on each."""
    for _, boxes in groupby(_boxes(locations), key=lambda box: box[0]):
        yield list(boxes)


def _boxes(locations: Iterable[Location]) -> list[tuple[int, Sequence[float]]]:
    return [(place.page, place.bbox) for place in locations]
