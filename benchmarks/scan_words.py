"""What was read off a scan against what stands there: characters, and the numbers of the result."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from planparse.model import Location, Plan
from planparse.ocr.doubtful import values_of
from planparse.pdf.page import Page, Word


@dataclass
class Numbers:
    """How many values there are, and those that are not what the page says, without a warning too."""

    values: int = 0
    wrong: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)


def character_errors(embedded: Sequence[Page], read: Sequence[Page]) -> tuple[int, int]:
    """Letters to change, add or take away to get each printed line from what was read there; and the lines' letters."""
    errors = characters = 0
    for page, scan in zip(embedded, read, strict=True):
        rows = list(_rows(page.words))
        texts: list[list[Word]] = [[] for _ in rows]
        for word in scan.words:
            middle = word.baseline - 0.3 * word.size
            near = min(range(len(rows)), key=lambda at: abs(rows[at][0] - middle), default=None)
            if near is not None and abs(rows[near][0] - middle) < word.size:
                texts[near].append(word)
            else:
                errors += len(word.text)
        for (_, line), found in zip(rows, texts, strict=True):
            told = " ".join(word.text for word in sorted(found, key=lambda word: word.x0))
            errors += Levenshtein.distance(_plain(line), _plain(told))
            characters += len(_plain(line))
    return errors, characters


_LEADERS = re.compile(r"\s*[.…·]{3,}\s*|(?: \.){3,}\s*")


def _plain(text: str) -> str:
    """A line with leaders left out, of which no one counts the dots, and one sign for all dashes."""
    return re.sub("[–—−]", "-", _LEADERS.sub(" ", text))


def _rows(words: Iterable[Word]) -> Iterator[tuple[float, str]]:
    """(the middle of its small letters, text) of each row of level words."""
    rows: list[list[Word]] = []
    for word in sorted((word for word in words if not word.turned), key=lambda word: word.baseline):
        if rows and word.baseline - rows[-1][-1].baseline < 0.3 * word.size:
            rows[-1].append(word)
        else:
            rows.append([word])
    for row in rows:
        middle = sum(word.baseline - 0.3 * word.size for word in row) / len(row)
        yield middle, " ".join(word.text for word in sorted(row, key=lambda word: word.x0))


def wrong_numbers(plan: Plan, embedded: Sequence[Page], skew: float) -> Numbers:
    """The values of a plan read from a copy that leans by ``skew`` degrees, against the words of the plan itself."""
    out = Numbers()
    warned = [place for one in plan.diagnostics if one.severity != "info" for place in one.locations]
    warned += [place for one in plan.diagnostics if one.code == "value_unread" for place in one.locations]
    for name, _, raw, places in values_of(plan):
        if not places or not any(map(str.isdigit, raw)):
            continue
        out.values += 1
        there = " ".join(word.text for place in places for word in _words_at(place, embedded[place.page - 1], skew))
        if _digits(raw) in _digits(there):
            continue
        told = f"p{places[0].page} {name[:40]}: read {raw!r}, there stands {there[:60]!r}"
        out.wrong.append(told)
        if not any(_meet(place, other) for place in places for other in warned):
            out.silent.append(told)
    return out


def _digits(text: str) -> str:
    return re.sub(r"[^\d]", "", text)


def _words_at(place: Location, page: Page, skew: float) -> list[Word]:
    """The words of the plan in a place of its copy, a little around it too: the place is the frame of a leaning one."""
    sin, cos = math.sin(math.radians(skew)), math.cos(math.radians(skew))
    across, down = page.width / 2, page.height / 2
    found = []
    for word in page.words:
        x, y = (word.x0 + word.x1) / 2 - across, (word.top + word.bottom) / 2 - down
        # The sheet is turned counter-clockwise.
        shown = (x * cos + y * sin + across, -x * sin + y * cos + down)
        if place.bbox[0] - 2 <= shown[0] <= place.bbox[2] + 2 and place.bbox[1] - 2 <= shown[1] <= place.bbox[3] + 2:
            found.append(word)
    return sorted(found, key=lambda word: (round(word.baseline / 4), word.x0))


def _meet(one: Location, other: Location) -> bool:
    return (
        one.page == other.page
        and one.bbox[0] < other.bbox[2]
        and other.bbox[0] < one.bbox[2]
        and one.bbox[1] < other.bbox[3]
        and other.bbox[1] < one.bbox[3]
    )
