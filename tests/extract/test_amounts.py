"""Kinds, signs and years of amounts in sentences of a report and of a plan."""

import pytest

from goal_documents import document, para, section
from planparse.extract.amounts import extract_amounts, kind_of, year_of
from planparse.extract.context import Context
from planparse.values.money import find_amounts


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Kommunen visar ett överskott på 9 mnkr för året.", ["result"]),
        ("Nämnden visar ett överskott på 9 mnkr.", ["deviation"]),
        ("Investeringarna var 64 mnkr, varav 20 mnkr lånades.", ["cost", "other"]),
        ("Tomterna gav en reavinst på 2 mnkr.", ["income"]),
        ("Förrådet sålde möbler för 90 tkr.", ["income"]),
        ("Försäkringsbolaget har hittills betalat 4 mnkr.", ["income"]),
        ("Skadeståndet blev 300 tkr.", ["cost"]),
        ("Livsmedel köptes in för 4 mnkr.", ["cost"]),
        ("Utbetalningarna uppgick till 18 mnkr.", ["cost"]),
        ("Ersättningen till andra kommuner blev 3 mnkr.", ["cost"]),
        ("Bidraget från staten till enskilda vägar blev 2 mnkr.", ["income"]),
        ("Låneskulden beräknas vara 280 mnkr.", ["other"]),
        ("Kvar till nya satsningar finns 1 mnkr.", ["frame"]),
    ],
)
def test_kinds(sentence: str, kinds: list[str]) -> None:
    assert [kind_of(sentence, amount.start, amount.end) for amount in find_amounts(sentence)] == kinds


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("Till skolan går 26 mnkr 2026, vilket kan jämföras med 25 mnkr i den gällande budgeten.", [2026, None]),
        ("Förslaget kan minska intäkterna med 1 mnkr från och med 2021.", [2021]),
        ("Ramen är 40 mnkr högre än 2010.", [None]),
    ],
)
def test_years(sentence: str, years: list[int | None]) -> None:
    found = find_amounts(sentence)
    ends = [0, *(amount.end for amount in found)]
    assert [year_of(sentence, amount.start, amount.end, ends[at]) for at, amount in enumerate(found)] == years


@pytest.mark.parametrize(
    ("sentence", "sek"),
    [
        ("Hemtjänsten svarar för underskottet, medan skolan lämnar 2 tkr i överskott.", 2000),
        ("Åtgärderna minskar underskottet med 2 tkr.", 2000),
        ("Nämnden har ett underskott på 2 tkr.", -2000),
    ],
)
def test_a_side_of_nought(sentence: str, sek: int) -> None:
    (amount,) = extract_amounts(document(section("Ekonomi", para(sentence))), Context("verksamhetsplan", year=2024))
    assert amount.sek == sek
