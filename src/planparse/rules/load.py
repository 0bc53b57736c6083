"""Rules as data: what Swedish plans say, in TOML files beside this module, read when first asked for and kept.

A rule file ``rules/<name>.toml`` is a list of rules, tried from the top; the first that matches wins::

    match = "whole"                      # how `words` are held to the text, for the whole file (default "whole")

    [[rule]]
    name = "forecast"                    # unique in its file
    value = "forecast"                   # what the rule says; the name where left out
    words = ["prognos", "helårsprognos*"]
    pattern = 'progn\\. ?\\d{4}'         # a regular expression that is searched for; either or both
    match = "start"                      # overrides the file's
    examples = ["Prognos", "Helårsprognos aug"]
    counterexamples = ["Prognosmetod"]
    note = "any further keys are kept in Rule.extra"

Words and patterns are written in folded form (``rules.fold``: lower case, plain space, "-" for every dash), and meet
the folded text. ``match`` is "whole" (the text is one of the words, but for punctuation and a note mark round it),
"start" (the text begins with one) or "words" (one stands anywhere in it, as whole words). "*" in a word stands for
any letters and digits: "*nämnd" takes compounds. Every rule has examples; a test demands that each matches its own
rule first, and that no counterexample is taken by the rule that lists it.

>>> rules = RuleSet("demo", [Rule.read({"name": "plan", "words": ["plan*"], "examples": ["Planår"]}, "whole")])
>>> rules.value("PLANÅR:"), rules.value("Uppdragsplan")
('plan', None)
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from planparse.rules.fold import fold

_FOLDER = Path(__file__).parent
_KEYS = {"name", "value", "words", "pattern", "match", "examples", "counterexamples"}
_EDGE = " .,:;*()[]\"'"
"""what may stand round a whole text without making it another one"""
_MEMORY = 8192
"""texts remembered for each rule set: column heads and cells come back on every page"""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: ``regex`` is searched in folded text."""

    name: str
    value: str
    regex: re.Pattern[str]
    words: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)

    @classmethod
    def read(cls, entry: Mapping[str, object], match: str) -> Rule:
        """A rule from its TOML table; ValueError says which rule is wrong, and how."""
        name = str(entry.get("name", ""))
        words = _strings(entry, "words")
        pattern = str(entry.get("pattern", ""))
        if not name or not (words or pattern):
            raise ValueError(f"rule {name!r} needs a name, and words or a pattern")
        branches = [_words_regex(words, str(entry.get("match", match)), name)] if words else []
        if pattern:
            branches.append(f"(?:{pattern})")
        return cls(
            name=name,
            value=str(entry.get("value", name)),
            regex=re.compile("|".join(branches)),
            words=words,
            examples=_strings(entry, "examples"),
            counterexamples=_strings(entry, "counterexamples"),
            extra={key: entry[key] for key in entry.keys() - _KEYS},
        )

    def matches(self, text: str) -> bool:
        return self.regex.search(fold(text)) is not None


class RuleSet:
    """The rules of one file, in order."""

    def __init__(self, name: str, rules: Iterable[Rule]) -> None:
        self.name = name
        self.rules = tuple(rules)
        self._by_name = {rule.name: rule for rule in self.rules}
        if len(self._by_name) != len(self.rules):
            raise ValueError(f"rules/{name}.toml: two rules of one name")
        self._known: dict[str, Rule | None] = {}

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __getitem__(self, name: str) -> Rule:
        return self._by_name[name]

    def match(self, text: str) -> Rule | None:
        """The first rule that takes the text, or None."""
        known = self._known
        if text in known:
            return known[text]
        folded = fold(text)
        found = next((rule for rule in self.rules if rule.regex.search(folded)), None)
        if len(known) < _MEMORY:
            known[text] = found
        return found

    def value(self, text: str) -> str | None:
        """The value of the first rule that takes the text, or None."""
        rule = self.match(text)
        return None if rule is None else rule.value

    def values(self, text: str) -> list[str]:
        """The values of all rules that take the text, in the order of the file."""
        folded = fold(text)
        return [rule.value for rule in self.rules if rule.regex.search(folded)]

    def by_word(self) -> dict[str, Rule]:
        """Every word of the file with its rule (the first one that lists it), for grammars of their own."""
        words: dict[str, Rule] = {}
        for rule in self.rules:
            for word in rule.words:
                words.setdefault(word, rule)
        return words


@cache
def load(name: str) -> RuleSet:
    """The rule set in ``rules/<name>.toml``, read once."""
    with (_FOLDER / f"{name}.toml").open("rb") as file:
        table = tomllib.load(file)
    match = str(table.get("match", "whole"))
    return RuleSet(name, (Rule.read(entry, match) for entry in table["rule"]))


def match(rule_set: str, text: str) -> Rule | None:
    """The first rule of a file that takes the text, or None: ``match("document_types", "Årsbokslut 2025")``."""
    return load(rule_set).match(text)


def rule_files() -> list[str]:
    """The names of all rule files."""
    return sorted(path.stem for path in _FOLDER.glob("*.toml"))


def _strings(entry: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError(f"rule {entry.get('name')!r}: {key} must be a list of strings")
    return tuple(value)


def _words_regex(words: tuple[str, ...], match: str, name: str) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    any_word = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in longest_first)
    if match == "whole":
        edge = re.escape(_EDGE)
        return rf"^[{edge}]*(?:{any_word})(?:[{edge}]|\d\))*$"
    if match == "start":
        return rf"^[{re.escape(_EDGE)}]*(?:{any_word})(?!\w)"
    if match == "words":
        return rf"(?<!\w)(?:{any_word})(?!\w)"
    raise ValueError(f"rule {name!r}: match is {match!r}, not whole, start or words")
