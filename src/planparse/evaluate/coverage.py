"""Word coverage: the share of a document's words that stand in exactly one place of the output.

A word's holders are sections (heading and running text, by ``Section.locations``), table cells, a table's title, the
plan's title, and what the parser took off on purpose (heads, feet, contents, cover). A word is held where its centre
lies in one of the holder's boxes *and* the holder's text has it: a box drawn round words that the text lost holds
none. Words without a letter or digit (bullets, rules) are no words, and a list's marker needs no text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
    """A text that takes each of its words once; ``text`` None takes every word under its boxes."""

    __slots__ = ("_dashless", "_left", "_whole", "name", "spare")

    def __init__(self, name: str, text: str | None, *, spare: bool = False) -> None:
        self.name, self.spare = name, spare
        self._left = None if text is None else Counter(folded(part) for part in text.split())
        self._whole = folded(text or "")
        self._dashless = self._whole.replace("-", "")

    def takes(self, text: str) -> bool:
        if self._left is None or _MARKER.fullmatch(text):
            return True
        word = folded(text)
        if self._left[word] > 0:
            self._left[word] -= 1
            return True
        # Half a word that was broken at a line's end, or one that stands closer to its neighbour in the text.
        bare = word.strip("-")
        return len(bare) > 1 and (bare in self._whole or bare.replace("-", "") in self._dashless)


_Bands = dict[tuple[int, int], list[tuple[Sequence[float], _Holder]]]


def word_coverage(plan: Plan, pages: Sequence[PageWords]) -> WordCoverage | None:
    """None ("not measured") where it is not known what the parser took off the pages."""
    if any(page.apart is None for page in pages):
        return None
    bands: _Bands = defaultdict(list)
    for holder, places in _holders(plan):
        for place in places:
            _enter(bands, place.page, place.bbox, holder)
    aside = _Holder("taken off", None)
    for page in pages:
        for box in page.apart or ():
            _enter(bands, page.page, box, aside)
    words = once = 0
    lost: list[str] = []
    twice: list[str] = []
    for page in pages:
        for word in page.words:
            if not any(map(str.isalnum, word[0])):
                continue
            words += 1
            names = _held_by(bands, page.page, word)
            if len(names) == 1:
                once += 1
            elif names:
                twice.append(f"page {page.page}: {word[0]} ({'; '.join(names)})")
            else:
                lost.append(f"page {page.page}: {word[0]}")
    return WordCoverage(words, once, tuple(lost), tuple(twice))


def _held_by(bands: _Bands, page: int, word: WordBox) -> list[str]:
    """The holders of a word; titles are asked where no other has it, for a heading may be a table's title too."""
    here = [holder for box, holder in bands.get((page, _band(word[2], word[4])), ()) if inside(word, box)]
    for spare in (False, True):
        asked = dict.fromkeys(holder for holder in here if holder.spare is spare)
        names = [holder.name for holder in asked if holder.takes(word[0])]
        if names:
            return names
    return []


def _band(top: float, bottom: float) -> int:
    return int((top + bottom) / 2 // _BAND)


def _enter(bands: _Bands, page: int, box: Sequence[float], holder: _Holder) -> None:
    for band in range(_band(box[1] - 1, box[1] - 1), _band(box[3] + 1, box[3] + 1) + 1):
        bands[page, band].append((box, holder))


def _holders(plan: Plan) -> Iterator[tuple[_Holder, list[Location]]]:
    for section in plan.sections:
        text = f"{section.number or ''} {section.title} {section.text}"
        yield _Holder(f"section {section.title}", text), section.locations
    for number, table in enumerate(plan.tables, start=1):
        for row in table.cells:
            for cell in row:
                yield _Holder(f"cell of table {number}", cell.text), cell.locations
        yield _Holder(f"title of table {number}", table.title or "", spare=True), table.locations
    yield _Holder("title", plan.title or "", spare=True), plan.field_locations.get("title", [])
