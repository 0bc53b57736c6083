"""Which municipality a text speaks of: the register of all 290, and mentions of them with how much each says.

>>> [(m.municipality.name, m.strength) for m in find_mentions("Antagen av Söderköpings kommun, se www.soderkoping.se")]
[('Söderköping', 3), ('Söderköping', 3)]
>>> find_mentions("Målet ska vara kommunens egna mark vid Berga")
[]
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from planparse.rules import load as rules
from planparse.rules.fold import fold, tidy

STRONG, ALONE, NAMED = 3, 2, 1
"""What a mention says: "Solna stad", "@solna.se"; the name as a text of its own (a logo); the name in running text."""

_OF_TOWN = re.compile(
    r"(?<![\w-])(?P<name>[A-ZÅÄÖ][\w-]{1,30}(?: [A-ZÅÄÖ][\w-]{1,30})?)"
    r" (?:[Kk]ommun|KOMMUN|[Ss]tad|STAD)[sS]?(?![\w-])"
)
_REGION = re.compile(r"\b[Rr]egion Gotland|\bREGION GOTLAND")
_DOMAIN = re.compile(r"(?:www\.|@|//|\b)(?:[a-z]+\.)?([a-z-]{2,20}?)(?:kommun)?\.se\b")
_CAPITALISED = re.compile(r"(?<![\w.@/-])[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?")
_NOT_THE_TOWN = re.compile(r" (?:län|universitet|högskola|tingsrätt|stift|regionen|landsting)")
_ASCII = str.maketrans("åäöéü", "aaoeu")


@dataclass(frozen=True, slots=True)
class Municipality:
    """``also_a_word``: the name is a common word or a first name as well ("Vara", "Nora")."""

    name: str
    code: str
    county: str
    also_a_word: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a tidy text that names a municipality, and how much that says (3 strong, 1 weak)."""

    municipality: Municipality
    strength: int
    start: int


def find_mentions(text: str) -> list[Mention]:
    """All mentions in reading order; a name that is also a word counts only beside "kommun" or "stad", or in a domain.

    >>> [(m.municipality.code, m.strength) for m in find_mentions("NORRKÖPINGS KOMMUN")]
    [('0581', 3)]
    >>> find_mentions("Solna")[0].strength, find_mentions("Elever i Solna trivs")[0].strength, find_mentions("Mark")
    (2, 1, [])
    """
    text = tidy(text)
    mentions: dict[int, Mention] = {}
    # What stands in each match is looked for first: most texts have no town.
    may_name = "ommun" in text or "tad" in text or "OMMUN" in text or "TAD" in text
    for found in _OF_TOWN.finditer(text) if may_name else ():
        town, start = _last_town(found["name"], found.start())
        if town is not None:
            mentions[start] = Mention(town, STRONG, start)
    for region in _REGION.finditer(text) if "otland" in text or "OTLAND" in text else ():
        mentions[region.end() - len("Gotland")] = Mention(_register()["gotland"], STRONG, region.end() - len("Gotland"))
    if ".se" in text:
        for found in _DOMAIN.finditer(text):
            town = _domains().get(found[1].replace("-", ""))
            if town is not None:
                mentions.setdefault(found.start(1), Mention(town, STRONG, found.start(1)))
    for found in _CAPITALISED.finditer(text):
        town, start = _first_town(found[0], found.start())
        if town is None or town.also_a_word or start in mentions or _NOT_THE_TOWN.match(text, found.end()):
            continue
        mentions[start] = Mention(town, ALONE if found[0] == text else NAMED, start)
    return [mentions[start] for start in sorted(mentions)]


def find_municipality(texts: Iterable[str]) -> Municipality | None:
    """The municipality that the most is said for in some texts (a cover, running heads), None where two are even.

    >>> find_municipality(["Solna stad", "Planen gäller i Solna och Nacka"]).county
    'Stockholms län'
    >>> find_municipality(["Solna", "Nacka"]) is None
    True
    """
    points: Counter[Municipality] = Counter()
    for text in texts:
        for mention in find_mentions(text):
            points[mention.municipality] += mention.strength**2
    ranked = points.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def municipality(name: str) -> Municipality | None:
    """The municipality of a name, in any case, genitive or with "kommun" or "stad" behind it.

    >>> municipality("Borås Stad").code, municipality("lilla edets kommun").name, municipality("Atlantis")
    ('1490', 'Lilla Edet', None)
    """
    return _register().get(re.sub(r" (?:kommun|stad)s?$", "", fold(name)))


def all_municipalities() -> list[Municipality]:
    """The register in the order of the codes."""
    return list(_rows())


def _last_town(words: str, start: int) -> tuple[Municipality | None, int]:
    """The town that the words end with: two words before one ("Upplands Väsby")."""
    town = _register().get(fold(words))
    if town is not None:
        return town, start
    last = words.rpartition(" ")[2]
    return _register().get(fold(last)), start + len(words) - len(last)


def _first_town(words: str, start: int) -> tuple[Municipality | None, int]:
    register = _register()
    first, space, second = words.partition(" ")
    # Of words of letters folding changes nothing but the case.
    if not space:
        return register.get(words.lower()), start
    for part, offset in ((words, 0), (first, 0), (second, len(first) + 1)):
        town = register.get(part.lower())
        if town is not None:
            return town, start + offset
    return None, start


@lru_cache(maxsize=1)
def _rows() -> tuple[Municipality, ...]:
    with Path(rules.__file__).with_name("municipalities.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Municipality(row["name"], row["code"], row["county"], bool(row["also_a_word"]))
            for row in csv.DictReader(file)
        )


@lru_cache(maxsize=1)
def _register() -> dict[str, Municipality]:
    """Folded names, and their genitives, to municipalities."""
    names = {fold(town.name): town for town in _rows()}
    genitives = {name + "s": town for name, town in names.items() if name[-1] not in "sxz"}
    return genitives | names


@lru_cache(maxsize=1)
def _domains() -> dict[str, Municipality]:
    """Names as they stand in domains; those that two municipalities would share (Habo, Håbo) are left out."""
    shared = Counter(_domain(town) for town in _rows())
    return {_domain(town): town for town in _rows() if shared[_domain(town)] == 1}


def _domain(town: Municipality) -> str:
    return fold(town.name).translate(_ASCII).replace(" ", "").replace("-", "")
