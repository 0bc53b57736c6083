"""Underlines among rules."""

from __future__ import annotations

from planparse.pdf.page import Rule, Word
from planparse.pdf.underline import underlines


def word(text: str, x0: float, x1: float, baseline: float = 100) -> Word:
    return Word(text, x0, baseline - 7.8, x1, baseline + 2.2, baseline, 10, "Arial")


def flat(x0: float, x1: float, y: float) -> Rule:
    return Rule(x0, y, x1, y)


WORDS = [word("Mål", 50, 65), word("1", 68, 73), word("Nämnden", 80, 120)]


def test_a_rule_that_begins_and_ends_with_words_is_their_underline() -> None:
    assert underlines(WORDS, [flat(50, 73.5, 101.2)]) == ([], {0, 1})
    assert underlines(WORDS, [flat(50, 76, 101.2)]) == ([], {0, 1})


def test_a_rule_that_runs_on_is_a_table_s() -> None:
    rule = flat(45, 200, 101.2)
    assert underlines(WORDS, [rule]) == ([rule], set())


def test_a_rule_further_down_or_through_the_letters_is_none() -> None:
    below, through = flat(50, 73, 104), flat(50, 73, 97)
    assert underlines(WORDS, [below, through]) == ([below, through], set())


def test_upright_rules_and_turned_words_are_left_alone() -> None:
    upright = Rule(60, 90, 60, 110)
    turned = Word("Mål", 50, 92, 65, 102, 100, 10, "Arial", turned=90)
    assert underlines([turned], [upright, flat(50, 65, 101)]) == ([upright, flat(50, 65, 101)], set())
