"""Swedish wordings as what they are about: lemmas, parts of compounds, and one name for interchangeable terms.

What goes in is a wording as printed; what comes out are its content words with weights, without grammar, figures and
words of direction (those are :mod:`planparse.compare.direction`'s).

>>> [term.lemma for term in terms("Kommunens miljöpåverkan ska minska")]
['kommun', 'miljöpåverkan']
>>> [term.lemma for term in terms("minska påverkan på miljön")]
['miljöpåverkan']
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from planparse.compare.lexicon import read
from planparse.errors import MissingExtraError

_WORD = re.compile(r"[^\W\d_]+(?:[-/][^\W\d_]+)*")
_SHORTEST_PART = 3
"""letters of a compound's part: "vår", "hem", "råd"; two-letter parts ("bo", "ö") split nearly everything"""
_LONG_PART = 9
"""letters from which a compound's part is split again: "kollektivtrafik" in a longer one"""
_LONGEST = 40
"""letters beyond which nothing is split: no Swedish word of the plans read is longer, run-together lines are"""
_ENDINGS = ("heten", "het", "ningen", "ning", "ande", "ende", "else", "lig", "ig", "are", "are", "an", "a", "e", "t")
_SHORTEST_STEM = 4
_MEMORY = 65_536
"""texts remembered: labels and names come again in every table and year"""


@dataclass(frozen=True, slots=True)
class Term:
    """A content word: its lemma (or the term's one name), the stems of its parts, and how much it says (0 to 1)."""

    lemma: str
    parts: tuple[str, ...]
    weight: float


@lru_cache(_MEMORY)
def fold(text: str) -> str:
    """Lower case, one plain space, "-" for every dash, no end punctuation: what makes two printings one wording.

    >>> fold("  Trygg   skolväg – för alla. ")
    'trygg skolväg - för alla'
    """
    plain = re.sub(r"[‐‑‒–—−]", "-", unicodedata.normalize("NFC", text).casefold().replace("\xad", ""))
    return re.sub(r"\s+", " ", plain).strip(" .,:;!*•-")


def tokens(text: str) -> list[str]:
    """The words of a text, folded; a hyphen within parts words ("nöjd-kund-index").

    >>> tokens("Nöjd-Kund-Index (NKI), 75 %")
    ['nöjd', 'kund', 'index', 'nki']
    """
    return [part for word in _WORD.findall(fold(text)) for part in re.split(r"[-/]", word) if part]


@cache
def lemma(word: str) -> str:
    """The lemma of a folded word.

    >>> lemma("medarbetarna"), lemma("öppenvårdsinsatserna")
    ('medarbetare', 'öppenvårdsinsats')
    """
    return _lemmatizer()(word)


@cache
def parts(word: str) -> tuple[str, ...]:
    """The stems of a lemma's parts: a compound's, else its own.

    >>> parts("kollektivtrafikresande"), parts("elev")
    (('kollektiv', 'trafik', 'resa'), ('elev',))
    """
    told = _told_parts().get(word)
    if told is not None:
        return tuple(stem(part) for part in told)
    split = _split(word)
    if len(split) == 1:
        return (stem(word),)
    return tuple(
        inner for part in split for inner in (parts(part) if len(part) >= _LONG_PART else (stem(lemma(part)),))
    )


def stem(word: str) -> str:
    """A lemma without the endings that make nouns of verbs and adjectives.

    >>> stem("trygghet") == stem("trygg"), stem("utredning") == stem("utreda")
    (True, True)
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def terms(text: str) -> list[Term]:
    """The content words of a wording.

    >>> [term.lemma for term in terms("Hushållen ska bli nöjda")]
    ['hushåll', 'nöjd']
    """
    return _weighed(lemmas(tokens(text)))


def without_name(text: str, name: str | None) -> str:
    """A wording without the municipality's name, so that it can be held to another's.

    >>> without_name("Solnas skolor ska ge solnaborna kunskap i Solna", "Solna")
    'kommunens skolor ska ge invånarna kunskap i kommunen'
    >>> without_name("Antalet Solnahushåll", "Solna")
    'Antalet hushåll'
    """
    if not name:
        return text
    return re.sub(rf"\b{re.escape(name)}(\w*)( kommun\w*| stad\w*)?", _plain_name, text, flags=re.IGNORECASE)


def _plain_name(found: re.Match[str]) -> str:
    rest = found[1].casefold()
    if rest in ("bo", "bor", "bon", "bors", "borna", "bornas"):
        return "invånarna"
    return "kommunens" if rest == "s" else "kommunen" if len(rest) < _SHORTEST_PART else rest


def lemmas(words: Iterable[str]) -> list[str]:
    """Folded words as lemmas; grammar stays as it is ("ska", whose lemma is also a school).

    >>> lemmas(tokens("Skolorna ska vara trygga"))
    ['skola', 'ska', 'vara', 'trygg']
    """
    return [word if word in _grammar() else lemma(word) for word in words if word]


def one_names(row: Sequence[str]) -> list[str]:
    """Lemmas in a row with interchangeable terms under their one name.

    >>> one_names(["ekonomisk", "bistånd", "minska"])
    ['försörjningsstöd', 'minska']
    """
    out = []
    phrases, longest = _phrases()
    position = 0
    while position < len(row):
        for size in range(min(longest, len(row) - position), 0, -1):
            name = phrases.get(tuple(row[position : position + size]))
            if name is not None:
                break
        else:
            size, name = 1, row[position]
        out.append(name)
        position += size
    return out


def _weighed(row: Sequence[str]) -> list[Term]:
    # One name of interchangeable terms is one part, whichever of them was printed.
    given = frozenset(_phrases()[0].values())
    return [
        Term(name, (name,) if name in given else parts(name), weight)
        for name in one_names(row)
        if (weight := _weight(name))
    ]


@cache
def _grammar() -> frozenset[str]:
    return frozenset(word for entry in read("weights") if not entry.values["weight"] for word in entry.words())


@cache
def _weight(name: str) -> float:
    if name in _pointing():
        return 0.0
    # A word that is listed counts before one that is a listed word's lemma: "ska" has the lemma "skola".
    told = (entry.values["weight"] for of in (_listed, _members) for entry in read("weights") if name in of(entry.name))
    return float(next(told, 1.0))


@cache
def _pointing() -> frozenset[str]:
    """Words of direction as lemmas: which way a goal points is held to another's by itself."""
    words = [word for entry in read("directions") for word in entry.words() if word.isalpha()]
    return frozenset(words) | {lemma(word) for word in words}


@cache
def _members(rule: str) -> frozenset[str]:
    return frozenset(lemma(word) for word in _listed(rule))


@cache
def _listed(rule: str) -> frozenset[str]:
    return frozenset(next(entry for entry in read("weights") if entry.name == rule).words())


@cache
def _phrases() -> tuple[dict[tuple[str, ...], str], int]:
    """The interchangeable terms as lemmas in a row → their one name, and the longest one's length."""
    out: dict[tuple[str, ...], str] = {}
    for entry in read("synonyms"):
        for phrase in entry.words():
            out.setdefault(tuple(lemmas(tokens(phrase))), entry.name)
    return out, max(map(len, out))


@cache
def _told_parts() -> dict[str, tuple[str, ...]]:
    return {word: tuple(of) for entry in read("compounds") for word, of in entry.values["parts"].items()}


@cache
def _lemmatizer() -> _Lemmatizer:
    return _Lemmatizer()


class _Lemmatizer:
    """simplemma with its Swedish list, loaded when the first word is asked for."""

    def __init__(self) -> None:
        try:
            import simplemma
        except ImportError as error:
            raise MissingExtraError("comparing needs the extra compare: pip install 'planparse[compare]'") from error
        self._lemmatize = simplemma.lemmatize
        self._is_known = simplemma.is_known

    def __call__(self, word: str) -> str:
        return self._lemmatize(word, lang="sv", greedy=True).casefold()

    def knows(self, word: str) -> bool:
        return self._is_known(word, lang="sv")


@cache
def _known(word: str) -> bool:
    return _lemmatizer().knows(word)


@cache
def _split(word: str) -> tuple[str, ...]:
    """A compound's parts, the fewest there are and the most even; the word itself where known words don't make it."""
    best: tuple[tuple[int, int], tuple[str, ...]] | None = None
    if len(word) > _LONGEST:
        return (word,)
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART):
        head = _head(word[:cut])
        tail = word[cut:]
        rest = (tail,) if _known(tail) else _split(tail)
        if head is None or (len(rest) == 1 and not _known(tail)) or rest[0] in _false_tails():
            continue
        found = (head, *rest)
        rank = (len(found), -min(map(len, found)))
        if best is None or rank < best[0]:
            best = (rank, found)
    return best[1] if best else (word,)


@cache
def _false_tails() -> frozenset[str]:
    return frozenset(tail for entry in read("compounds") for tail in entry.words("tails"))


def _head(head: str) -> str | None:
    """A known word at a compound's start, its joining s taken off."""
    if head.endswith("s") and len(head) > _SHORTEST_PART + 1 and _known(head[:-1]):
        return head[:-1]
    return head if _known(head) else None
