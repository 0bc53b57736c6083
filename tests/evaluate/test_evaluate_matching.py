"""One to one, the most alike first."""

from planparse.evaluate.matching import LEFT_OUT, Fact, Match, Text, Thing, pair
from planparse.evaluate.texts import SOFT, STRICT
from planparse.model import Record


def thing(text: Text, *facts: Fact) -> Thing:
    return Thing((text,), facts, str(text), Record())


def test_the_best_likeness_is_taken_first() -> None:
    gold = [thing("Antal nöjda elever 2019"), thing("Antal nöjda elever 2020")]
    found = [thing("Antal nöjda elever 2020"), thing("Antal nöjda elever 2018")]
    pairs = [(match.gold, match.found) for match in pair(gold, found, SOFT)]
    assert pairs == [(0, 1), (1, 0)]


def test_equal_things_are_matched_once_each() -> None:
    twice, thrice = [thing("Summa")] * 2, [thing("Summa")] * 3
    assert [(m.gold, m.found) for m in pair(twice, thrice, STRICT)] == [(0, 0), (1, 1)]
    assert len(pair(thrice, twice, STRICT)) == 2


def test_facts_must_be_equal_and_a_fact_left_out_fits_all() -> None:
    assert pair([thing("Summa", 2019)], [thing("Summa", 2020)], SOFT) == []
    assert pair([thing("Summa", LEFT_OUT)], [thing("Summa", 2020)], SOFT) == [Match(0, 0, 1.0)]
    assert pair([thing("Summa", None)], [thing("Summa", 2020)], SOFT) == []


def test_a_fact_that_only_some_gold_gives_is_compared_where_given() -> None:
    gold = [thing("Summa", 2019), thing("Summa", LEFT_OUT)]
    found = [thing("Summa", 2020), thing("Summa", 2019)]
    assert [(m.gold, m.found) for m in pair(gold, found, STRICT)] == [(0, 1), (1, 0)]


def test_a_text_left_out_is_not_compared() -> None:
    assert len(pair([thing(LEFT_OUT, 7)], [thing("vad som helst", 7)], STRICT)) == 1


def test_every_text_must_be_alike() -> None:
    gold = Thing(("Inköp", "Attest"), (), "", Record())
    assert pair([gold], [Thing(("Inköp", "Stickprov"), (), "", Record())], SOFT) == []
    assert len(pair([gold], [Thing(("Inköp", "attest."), (), "", Record())], SOFT)) == 1


def test_the_tie_breaker_decides_between_equals() -> None:
    gold, found = [thing("Summa")], [thing("Summa"), thing("Summa")]
    wanted = found[1]
    pairs = pair(gold, found, STRICT, lambda one, other: float(other is wanted))
    assert [(m.gold, m.found) for m in pairs] == [(0, 1)]


def test_nothing_to_match() -> None:
    assert pair([], [thing("Summa")], SOFT) == pair([thing("Summa")], [], SOFT) == pair([], [], SOFT) == []


def test_values_of_another_type_are_other_facts() -> None:
    assert pair([thing("Summa", "2019")], [thing("Summa", 2019)], SOFT) == []
