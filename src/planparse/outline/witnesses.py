"""Bookmarks, tags and contents entries held against the lines of the document.

Each witness names a title and, more or less, its page; here it is given to the candidate that prints it. A title that
is on no line is left: a bookmark may name a file, an entry an annex that was taken out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.fuzz import ratio

from planparse.outline.candidates import Candidate, fold_title, split_number
from planparse.outline.contents import Contents
from planparse.outline.settings import SETTINGS
from planparse.pdf.page import FileFacts


@dataclass(frozen=True, slots=True)
class Claim:
    """What a witness says: a title, its level, and the pages that it may stand on (empty: any)."""

    title: str
    level: int
    pages: tuple[int, ...] = ()


class Lines:
    """The candidates by page and wording; each is given to a witness of one kind once."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.candidates = list(candidates)
        self._by_page: dict[int, list[Candidate]] = {}
        self._by_text: dict[str, list[Candidate]] = {}
        for candidate in candidates:
            self._by_page.setdefault(candidate.page, []).append(candidate)
            for key in _keys(candidate):
                self._by_text.setdefault(key, []).append(candidate)

    def find(self, claim: Claim, taken: set[int], after: int) -> Candidate | None:
        """The line that prints the claim's title: on its pages, first one after ``after`` (a block's index)."""
        folded = fold_title(claim.title)
        if len(folded) < 2:
            return None
        exact = [one for one in self._by_text.get(folded, ()) if one.first not in taken]
        if claim.pages:
            near = [one for one in exact if one.page in claim.pages] or self._like(claim, folded, taken)
            exact = near
        return min(exact, key=lambda one: (one.first < after, one.first), default=None)

    def _like(self, claim: Claim, folded: str, taken: set[int]) -> list[Candidate]:
        """Lines on the claim's pages that are nearly its title, the likest ones."""
        best: list[Candidate] = []
        most = SETTINGS.likeness
        for page in claim.pages:
            for one in self._by_page.get(page, ()):
                if one.first in taken:
                    continue
                for key in _keys(one):
                    score = ratio(folded, key, score_cutoff=most)
                    if score > most or (score and score == most and not best):
                        best, most = [one], score
        return best


def _keys(candidate: Candidate) -> set[str]:
    """The wordings that a title may be compared with: with and without its number."""
    return {candidate.folded, fold_title(candidate.title)} - {""}


def hear(
    candidates: Sequence[Candidate], facts: FileFacts, contents: Contents, labels: dict[int, tuple[int, ...]]
) -> None:
    """Writes into each candidate what bookmarks, tags and contents say of it.

    ``labels`` gives the file pages that print a page number.
    """
    lines = Lines(candidates)
    bookmarks = [Claim(mark.title, mark.level, () if mark.page is None else (mark.page,)) for mark in facts.bookmarks]
    for candidate, claim in _matched(lines, bookmarks, spread=1):
        candidate.bookmark = claim.level
    tags = [Claim(tag.text, tag.level, (tag.page,)) for tag in facts.headings]
    for candidate, claim in _matched(lines, tags, spread=1):
        candidate.tag = claim.level
    entries = [
        Claim(
            f"{entry.number} {entry.title}" if entry.number else entry.title,
            0 if contents.flat else entry.indent + 1,
            () if entry.label is None else labels.get(entry.label, ()),
        )
        for entry in contents.entries
    ]
    for candidate, claim in _matched(lines, entries, spread=1):
        candidate.entry = claim.level


def _matched(lines: Lines, claims: Iterable[Claim], spread: int) -> list[tuple[Candidate, Claim]]:
    """Claims with their lines, in order: a title printed several times goes to the first after the one before."""
    found: list[tuple[Candidate, Claim]] = []
    taken: set[int] = set()
    after = -1
    for claim in claims:
        candidate = lines.find(claim, taken, after)
        if candidate is None and claim.pages:
            around = sorted({page + step for page in claim.pages for step in range(-spread, spread + 1)})
            candidate = lines.find(replace(claim, pages=tuple(around)), taken, after)
        if candidate is None and claim.pages:
            candidate = lines.find(replace(claim, pages=()), taken, after)
            candidate = candidate if candidate is not None and candidate.first > after else None
        if candidate is None:
            number, title = split_number(claim.title)
            candidate = lines.find(replace(claim, title=title), taken, after) if number else None
        if candidate is not None:
            taken.add(candidate.first)
            after = candidate.first
            found.append((candidate, claim))
    return found
