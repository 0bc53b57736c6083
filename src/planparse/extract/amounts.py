"""Money stated in running text, each mention once, with its sentence, kind and year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planparse.extract.context import Context, locations
from planparse.extract.standing import places_of
from planparse.layout.blocks import ListItem, Paragraph
from planparse.model import StatedAmount
from planparse.model.terms import AmountKind
from planparse.outline.document import Document, SectionNode
from planparse.rules.fold import fold
from planparse.rules.load import load
from planparse.values.money import find_amounts, speaks_of_money
from planparse.values.sentences import sentences

_YEAR = re.compile(
    r"(?<![\d–-])(?:19|20)\d{2}(?![\d–-])(?!\s*(?:[–-]|till)\s*(?:19|20)\d{2})(?!\s?(?:tkr|mkr|mnkr|kr))(?!\s+års\b)"
)
_COMPARED = re.compile(
    r"\b(?:jäm(?:fört|förelse)|än|mot|från(?! och med)|sedan)\s+(?:med\s+)?"
    r"(?:(?:[^\W\d]+\s+){0,3})?((?:19|20)\d{2})",
    re.I,
)
_STRAIGHT = re.compile(r"[\s,(]*(?:för\s+|under\s+|år\s+)*((?:19|20)\d{2})")
_CLAUSES = re.compile(r",\s+(?:och|att|men|samt att|medan)\b|;")
_GOES_ON = re.compile(
    r"(?:det|detta|den|dessa|ökningen|minskningen|höjningen|sänkningen|av (?:detta|dessa|den|det)|därav|varav"
    r"|i (?:den|det|detta)|resten|återstående|kvar|ytterligare|hälften|merparten|motsvarande belopp|beloppet|summan)\b",
    re.I,
)
"""a sentence that goes on about the amount of the one before it"""
_NEGATIVE = re.compile(r"\b(?:(?<!minskar )(?<!minska )(?<!minskat )underskott\w*|bortfall\w*|sämre än)\b", re.I)
_SIDES = re.compile(rf"{_NEGATIVE.pattern}|\b(?:överskott\w*|bättre än)\b", re.I)
_BESIDE = re.compile(r"\bjämför\w*\s+med\s+(?:[^\W\d]+\s+){0,3}$", re.I)
"""before an amount that another is only compared with: the years of the sentence are that one's"""


def extract_amounts(document: Document, context: Context) -> list[StatedAmount]:
    """Every amount of money in paragraphs and list items, in reading order; not those of tables and headings."""
    return [
        amount
        for section, block in document.prose()
        if section is not None
        and speaks_of_money(block.text)
        and (any(map(str.isdigit, block.text)) or "iljon" in block.text)
        for amount in _in_block(block, section)
    ]


def _in_block(block: Paragraph | ListItem, section: SectionNode) -> Iterator[StatedAmount]:
    seen: dict[str, int] = {}
    before_it: AmountKind = "other"
    for sentence in sentences(block.text):
        found = find_amounts(sentence)
        goes_on = _GOES_ON.match(sentence) is not None
        for at, amount in enumerate(found):
            before = found[at - 1].end if at else 0
            kind = kind_of(sentence, amount.start, amount.end)
            if kind == "other" and goes_on and _named_kind(sentence, amount.start, amount.end) is None:
                kind = before_it
            sek = amount.sek
            if kind in ("result", "deviation") and sek > 0 and _told_negative(sentence, amount.start, before):
                sek = -sek
            yield StatedAmount(
                raw=amount.raw,
                sek=sek,
                year=year_of(sentence, amount.start, amount.end, before),
                kind=kind,
                sentence=sentence,
                section_id=section.id,
                locations=locations(places_of(amount.raw, block.lines, seen) or list(block.places)),
            )
            before_it = kind


def kind_of(sentence: str, start: int, end: int) -> AmountKind:
    """What an amount is, by the word nearest to it; the words before it count before those after.

    >>> sentence = "Kostnaden för vikarier blev 26 mnkr, ett överskott med 6 mnkr."
    >>> kind_of(sentence, 28, 35), kind_of(sentence, 55, 61)
    ('cost', 'deviation')
    """
    return _named_kind(sentence, start, end) or "other"


def _named_kind(sentence: str, start: int, end: int) -> AmountKind | None:
    folded = fold(sentence) if len(fold(sentence)) == len(sentence) else sentence.casefold()
    comma_before, comma_after = folded.rfind(", ", 0, start), folded.find(", ", end)
    clause = (comma_before + 1, comma_after if comma_after >= 0 else len(folded))
    return _nearest_kind(folded, start, end, clause) or _nearest_kind(folded, start, end, (0, len(folded)))


def _nearest_kind(folded: str, start: int, end: int, within: tuple[int, int]) -> AmountKind | None:
    best: tuple[int, int, str] | None = None
    for rule in load("amount_kinds"):
        for found in rule.regex.finditer(folded, *within):
            # A word after the amount is as far as one three times further before it.
            far = start - found.end() if found.end() <= start else (found.start() - end) * 3
            if found.start() < end and found.end() > start:
                far = 0
            # Of two as near, the longer says more: "externa medel" and "medel".
            if best is None or (far, found.start() - found.end()) < best[:2]:
                best = (far, found.start() - found.end(), rule.value)
    return best[2] if best else None  # type: ignore[return-value]


def year_of(sentence: str, start: int, end: int, before: int = 0) -> int | None:
    """The year that the sentence says of an amount, or None; a year that it is only compared with is none.

    Nor is the year of another clause, or one that stands straight behind the amount before it (which ends at
    ``before``).

    >>> sentence = "Hyrorna uppgick 2016 till 8,8 mnkr (3,4 mnkr 2015)."
    >>> year_of(sentence, 26, 34), year_of(sentence, 36, 44, 34)
    (2016, 2015)
    >>> year_of("Jämfört med 2010 är ramen 40 tkr högre.", 26, 32)
    >>> year_of("Huset öppnar i maj 2018, och hyran är 8 mnkr.", 38, 44)
    """
    straight = _STRAIGHT.match(sentence, end)
    if straight is not None:
        return int(straight[1])
    if before and _BESIDE.search(sentence, 0, start):
        later = _YEAR.search(sentence, end)
        return int(later[0]) if later is not None else None
    of_other = _STRAIGHT.match(sentence, before) if before else None
    taken = {found.start(1) for found in _COMPARED.finditer(sentence)} | ({of_other.start(1)} if of_other else set())
    first = max((found.end() for found in _CLAUSES.finditer(sentence, 0, start)), default=0)
    last = next((found.start() for found in _CLAUSES.finditer(sentence, end)), len(sentence))
    years = [
        (found.start(), int(found[0])) for found in _YEAR.finditer(sentence, first, last) if found.start() not in taken
    ]
    if len({year for _, year in years}) <= 1:
        return years[0][1] if years else None
    earlier = [year for place, year in years if before <= place < start] or [y for place, y in years if place < start]
    return earlier[-1] if earlier else years[0][1]


def _told_negative(sentence: str, start: int, before: int) -> bool:
    """Whether the word nearest to an amount that tells a side of nought tells the lower one."""
    told = [
        (start - found.end() if found.end() <= start else found.start() - start, found[0])
        for found in _SIDES.finditer(sentence, before)
    ]
    return bool(told) and _NEGATIVE.match(min(told)[1]) is not None
