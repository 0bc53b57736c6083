"""What a plan calls its goals: the term in a column head, heading, lead-in or label, and who set a goal of that name.

>>> singular("Långsiktiga mål"), singular("de kommunövergripande målen"), singular("Socialnämndens mål")
('Långsiktigt mål', 'Kommunövergripande mål', 'Socialnämndens mål')
>>> read_label("Effektmål 7: Fler ska nå egen försörjning")
Label(term='Effektmål', label='Effektmål 7', rest='Fler ska nå egen försörjning')
>>> level_of("Kommunfullmäktiges mål"), level_of("Effektmål") is None
('council', True)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from planparse.model.terms import GoalLevel
from planparse.rules.fold import fold
from planparse.rules.load import load

NounKind = Literal["goal", "area"]

_KINDS: dict[str, NounKind] = {"goal": "goal", "area": "area"}
_LEVELS: dict[str, GoalLevel] = {"council": "council", "board": "board", "unit": "unit"}
_EDGES = ".,:;()[]\"'”“"
_YEARS = re.compile(r"[ ,]*(?:för |till |år |åren )*(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d))?(?=$|\W)")
_NUMBER = r"(?:(?:nr\.? ?)?\d{1,2}(?:\.\d{1,2})*[a-z]?|(?:[A-HJ]|[IVX]{1,4})(?=\s*[:.]|\s+[–—-]\s|\s*$))"
_AFTER_TERM = re.compile(
    rf"(?:\s(?P<number>{_NUMBER})(?![\w%]))?(?P<mark>\s*[:.]|\s+[–—-](?=\s)|(?<=\d)[–—](?=[^\W\d]))?(?:\s+(?P<rest>\S.*))?",
    re.DOTALL,
)
_SCOPE = re.compile(r" (?:för|inom|i) [^\W\d]{3,}(?: [^\W\d]{3,})?(?=:\s+\S)")
"""what a term says of where its goals hold ("Mål för verksamhetsområdet: …")"""
_INNER_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*)\.?\s+(?=[A-ZÅÄÖ])")
"""the number of a goal behind its term and colon"""
_CODE = re.compile(
    r"(?P<code>[A-ZÅÄÖ]{1,3}[ .-]?\d{1,2}(?:\.\d{1,2})?|\d{1,2}\.\d{1,2})[.:]?\s+(?P<rest>[A-ZÅÄÖ]\S*\s.*)", re.DOTALL
)
_IRREGULAR = {
    "egna": "eget",
    "nya": "nytt",
    "goda": "gott",
    "små": "litet",
    "viktiga": "viktigt",
    "konkreta": "konkret",
    "mätbara": "mätbart",
    "gällande": "gällande",
}
_PLURAL_NOUNS = (
    ("områdena", "område"),
    ("områden", "område"),
    ("området", "område"),
    ("målsättningarna", "målsättning"),
    ("målsättningar", "målsättning"),
    ("målsättningen", "målsättning"),
    ("inriktningar", "inriktning"),
    ("inriktningen", "inriktning"),
    ("prioriteringar", "prioritering"),
    ("perspektivet", "perspektiv"),
    ("målen", "mål"),
    ("målet", "mål"),
)
_POINTERS = frozenset(
    [
        "följande",
        "nedanstående",
        "dessa",
        "två",
        "tre",
        "fyra",
        "fem",
        "sex",
        "sju",
        "åtta",
        "nio",
        "tio",
        "elva",
        "tolv",
        "2",
        "3",
        "4",
        "5",
        "6",
        "7",
        "8",
        "9",
        "10",
        "11",
        "12",
    ]
)
"""words right before the goals that a lead-in announces"""
_ARTICLES = frozenset(
    {"de", "det", "dessa", "detta", "våra", "vårt", "sina", "följande", "nedanstående", "ovanstående", "nr"}
)


_ASKING = frozenset({"så", "hur", "vad", "när", "varför", "om", "vilka", "vilket"})
"""words that no term of goals begins with ("Så bedöms målen: …")"""


@dataclass(frozen=True, slots=True)
class Label:
    """A printed label at a text's start ("Mål 3 – …"); ``label`` None where it has no number, ``rest`` the wording."""

    term: str
    label: str | None
    rest: str


@lru_cache(maxsize=4096)
def noun_kind(word: str) -> NounKind | None:
    """What a single word names: a kind of goal, a kind of area that groups goals, or neither.

    >>> noun_kind("Inriktningsmål"), noun_kind("Fokusområde"), noun_kind("ändamål"), noun_kind("Målgrupp")
    ('goal', 'area', None, None)
    """
    return _KINDS.get(load("goal_nouns").value(word) or "")


def level_of(phrase: str) -> GoalLevel | None:
    """The level that a term, heading or lead-in says, or None.

    >>> level_of("Mål för nämndens verksamhet"), level_of("Enhetsmål")
    ('board', 'unit')
    """
    return _LEVELS.get(load("goal_levels").value(phrase) or "")


def is_of_others(phrase: str) -> bool:
    """Whether a phrase speaks of goals set by the UN, by the state or by a region, which are none of the plan's own."""
    return load("goal_levels").value(phrase) == "other"


def goal_noun(words: list[str]) -> int | None:
    """The index of the first word that names a goal, None where there is none."""
    for index, word in enumerate(words):
        if noun_kind(word.strip(_EDGES)) == "goal":
            return index
    return None


def singular(phrase: str) -> str:
    """A term in the singular, with a capital, without article and years.

    >>> singular("Finansiella mål"), singular("följande gemensamma effektmål 2024"), singular("Prioriterade målen")
    ('Finansiellt mål', 'Gemensamt effektmål', 'Prioriterat mål')
    >>> singular("Nämndens prioriterade mål")
    'Nämndens prioriterade mål'
    >>> singular("Målsättningar"), singular("Verksamhetsmål med inriktning på god hushållning")
    ('Målsättning', 'Verksamhetsmål med inriktning på god hushållning')
    """
    words = _YEARS.sub("", phrase).strip(" .,:;–-").split()
    while words and words[0].lower() in _ARTICLES:
        words.pop(0)
    at = next((i for i, word in enumerate(words) if noun_kind(word.strip(_EDGES))), None)
    if at is None:
        return " ".join(words)
    noun = _singular_noun(words[at])
    neuter = noun.lower().endswith(("mål", "område", "perspektiv"))
    # after a genitive an adjective has one form: "Fullmäktiges finansiella mål" is one goal, or several
    owned = next((i for i, word in enumerate(words[:at]) if word.lower().endswith("s")), at)
    before = [_singular_adjective(word, neuter) if i < owned else word for i, word in enumerate(words[:at])]
    out = " ".join([*before, noun, *words[at + 1 :]])
    return out[:1].upper() + out[1:]


def _singular_noun(word: str) -> str:
    folded = word.lower()
    for ending, one in _PLURAL_NOUNS:
        if folded.endswith(ending):
            kept = word[: len(word) - len(ending)]
            return kept + (one if word[len(kept) : len(kept) + 1].islower() else one.capitalize())
    return word


def _singular_adjective(word: str, neuter: bool) -> str:
    folded = word.lower()
    if not folded.endswith(("a", "ade")) or not neuter:
        return word
    if folded in _IRREGULAR:
        one = _IRREGULAR[folded]
        return one.capitalize() if word[0].isupper() else one
    for plural, one in (
        ("ade", "at"),
        ("mma", "mt"),
        ("lla", "llt"),
        ("nna", "nt"),
        ("lda", "lt"),
        ("nda", "nt"),
        ("ta", "t"),
    ):
        if folded.endswith(plural):
            return word[: -len(plural)] + one
    return word[:-1] + "t"


@lru_cache(maxsize=2048)
def read_label(text: str) -> Label | None:
    """The label that a text starts with, or None. A year is no number of a goal; a sentence is no label.

    >>> read_label("Mål 11"), read_label("Nämndmål: Trygga barn")
    (Label(term='Mål', label='Mål 11', rest=''), Label(term='Nämndmål', label=None, rest='Trygga barn'))
    >>> read_label("Övergripande mål 1 – En trygg kommun").label, read_label("Fokusområde 9 – Klimat").term
    ('Övergripande mål 1', 'Fokusområde')
    >>> read_label("Övergripande mål B: En trygg uppväxt").label
    'Övergripande mål B'
    >>> read_label("KF:s mål för verksamhetsområdet: 1.2 Skolan är trygg")
    Label(term='KF:s mål för verksamhetsområdet', label='1.2', rest='Skolan är trygg')
    >>> read_label("Mål 6 gäller endast grannkommunen"), read_label("Målet är att fler trivs"), read_label("Mål 2024")
    (None, None, None)
    """
    if len(text) < 3 or not _may_have_label(text[:80]):
        return None
    for count, word in enumerate(re.finditer(r"\S+", text[:80])):
        bare = word[0].rstrip(":.")
        if noun_kind(bare) is not None:
            end = word.start() + len(bare)
            scope = _SCOPE.match(text, end) if noun_kind(bare) == "goal" and bare == word[0] else None
            if scope is not None:
                end = scope.end()
            found = _AFTER_TERM.fullmatch(text, end)
            return None if found is None else _label(text[:end], found)
        if count >= 4 or bare != word[0] or bare[-1] in ",;)" or (count == 0 and bare.lower() in _ASKING):
            return None
    return None


def labels_goal(label: Label) -> bool:
    """Whether a label is a goal's, and not that of an area that groups goals.

    >>> labels_goal(Label("Mål för verksamheten", None, "Trygghet")), labels_goal(Label("Fokusområde", "1", "Klimat"))
    (True, False)
    """
    return goal_noun(label.term.split()) is not None


def read_code(text: str) -> Label | None:
    """The bare label that a goal's wording starts with, a letter or two and a number, or a number with a point.

    >>> read_code("N1  Alla barn får läsa"), read_code("2.1 Fler orkar arbeta heltid").label
    (Label(term='Mål', label='N1', rest='Alla barn får läsa'), '2.1')
    >>> read_code("N1"), read_code("A4 papper"), read_code("KF 2024 Alla barn")
    (None, None, None)
    """
    found = _CODE.fullmatch(text)
    return Label("Mål", found["code"], found["rest"]) if found is not None else None


def _may_have_label(start: str) -> bool:
    folded = start.lower()
    return "mål" in folded or "områd" in folded or "perspektiv" in folded or "inriktning" in folded or "prior" in folded


def _label(term: str, after: re.Match[str]) -> Label | None:
    number, mark, rest = after["number"], after["mark"], after["rest"] or ""
    if number is None:
        # after a dash only a wording makes a label of a term without a number: "Mål – Energi" is a heading
        said = mark is not None and (mark.strip() == ":" or load("goal_sentences").value(rest) == "obliging")
        if not said or not rest or mark.strip() == "." or _YEARS.match(f" {rest}"):
            return None
        inner = _INNER_NUMBER.match(rest) if mark.strip() == ":" else None
        if inner is not None:
            return Label(_sentence_case(singular(term)), inner["number"], rest[inner.end() :])
        return Label(_sentence_case(singular(term)), None, rest)
    if rest and not mark and not rest[0].isupper():
        return None
    return Label(_sentence_case(singular(term)), f"{term} {number}", rest)


def _sentence_case(term: str) -> str:
    return term.capitalize() if term.isupper() else term


def term_of_heading(title: str) -> str | None:
    """The term where a heading is nothing but one ("Nämndens mål 2024", "Politiska mål"), else None.

    >>> term_of_heading("Effektmål 2011"), term_of_heading("Mål/Delmål - Energi"), term_of_heading("Mål och uppdrag")
    ('Effektmål', 'Mål/Delmål', None)
    >>> term_of_heading("Övergripande mål för staden"), term_of_heading("Så arbetar vi med mål")
    ('Övergripande mål', None)
    """
    words = _YEARS.sub("", re.split(r"\s[–—-]\s", title)[0]).strip(" .:").split()
    at = goal_noun(words)
    if at is None or at > 4 or words[0].lower() in ("övriga", "andra"):
        return None
    after = words[at + 1 :]
    if after and after[0].lower() not in ("för", "i", "inom", "från", "till"):
        return None
    if not all(_may_precede(word) for word in words[:at]):
        return None
    return _sentence_case(singular(" ".join(words[: at + 1])))


def _may_precede(word: str) -> bool:
    """Whether a word may stand before a goal noun within its term: an adjective, a genitive, an article."""
    folded = word.lower().strip(_EDGES)
    if folded.endswith("-") or folded in ("och", "samt", "&") or folded in _ARTICLES:
        return True
    return len(folded) > 3 and folded.endswith(("a", "t", "s", "de", "d")) and noun_kind(folded) is None


def term_in(sentence: str) -> str | None:
    """The term of the goals that a lead-in announces: the noun with the adjectives and the genitive before it.

    >>> term_in("Fullmäktige har antagit följande långsiktiga mål för Storviks kommun.")
    'Långsiktigt mål'
    >>> term_in("Omsorgsnämndens mål utgår från kommunens:"), term_in("Vi vill detta:")
    ('Omsorgsnämndens mål', None)
    """
    words = sentence.split()
    starts = [i + 1 for i, word in enumerate(words) if fold(word) in _POINTERS]
    at = next((start + found for start in starts if (found := goal_noun(words[start : start + 6])) is not None), None)
    if at is None:
        at = next((i for i in range(len(words)) if goal_noun(words[i : i + 1]) == 0 and not _is_name(words[i:])), None)
    if at is None:
        return None
    first = at
    while first > 0 and at - first < 4 and _adjective_or_genitive(words[first - 1]):
        first -= 1
    if first > 1 and words[first - 1] == "och" and words[first - 2].endswith("-"):
        first -= 2  # "Kultur- och fritidsnämndens"
    return _sentence_case(singular(" ".join(word.strip(_EDGES) for word in words[first : at + 1])))


def _is_name(words: list[str]) -> bool:
    """Whether a goal noun starts the name of a document ("Mål och budget 2025")."""
    return (
        len(words) > 2
        and words[1] == "och"
        and fold(words[2]).startswith(("budget", "resurs", "ram", "verksamhetsplan"))
    )


def _adjective_or_genitive(word: str) -> bool:
    bare = word.strip("()\"'”")
    folded = bare.lower()
    if bare != bare.strip(_EDGES) or folded in _ARTICLES or folded in ("och", "samt", "sina", "antal"):
        return False
    if folded.endswith("s"):
        return folded.endswith(
            (
                "nämndens",
                "fullmäktiges",
                "styrelsens",
                "kommunens",
                "stadens",
                "nämndernas",
                "förvaltningens",
                "enhetens",
                "avdelningens",
                "verksamhetens",
                "kontorets",
            )
        )
    ending = folded.endswith(
        ("iga", "iska", "lla", "nde", "ade", "bara", "samma", "fika", "nya", "egna", "iskt", "igt", "llt", "at")
    )
    return len(folded) > 2 and ending
