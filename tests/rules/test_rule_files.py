"""Every rule of every file takes its own examples first, and none of its counterexamples."""

import pytest

from planparse.rules.fold import fold
from planparse.rules.load import Rule, load, rule_files

RULES = [(name, rule) for name in rule_files() for rule in load(name)]


def test_there_are_rule_files():
    assert {"units", "months", "boards", "document_types", "column_roles"} <= set(rule_files())


@pytest.mark.parametrize(("file", "rule"), RULES, ids=lambda part: part if isinstance(part, str) else part.name)
def test_a_rule_takes_its_examples_and_no_counterexample(file: str, rule: Rule):
    assert rule.examples, f"{file}/{rule.name} has no example"
    for example in rule.examples:
        first = load(file).match(example)
        assert first is not None and first.name == rule.name, f"{example!r} goes to {first and first.name}"
    for counterexample in rule.counterexamples:
        assert not rule.matches(counterexample), counterexample


@pytest.mark.parametrize(("file", "rule"), RULES, ids=lambda part: part if isinstance(part, str) else part.name)
def test_words_are_written_folded(file: str, rule: Rule):
    assert [word for word in rule.words if word != fold(word)] == []


@pytest.mark.parametrize("file", rule_files())
def test_no_word_stands_in_two_rules_of_a_file(file: str):
    words = [word for rule in load(file) for word in rule.words]
    assert sorted(word for word in set(words) if words.count(word) > 1) == []
