from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.values.money import find_amounts, parse_money


@pytest.mark.parametrize(
    ("raw", "unit", "sek", "note"),
    [
        ("- 23 271", "tkr", "-23271000", None),
        ("−800", "kr", "-800", None),
        ("(1 234)", "tkr", "-1234000", None),
        ("1 234-", "tkr", "-1234000", None),
        ("0,183", "mnkr", "183000", None),
        ("-400*", "tkr", "-400000", "*"),
        ("1 234 1)", "tkr", "1234000", "1)"),
        ("12²", "mkr", "12000000", "²"),
        ("1,5 mkr", "tkr", "1500000", None),
        ("0", "tkr", "0", None),
        ("-", "tkr", None, None),
        ("", "tkr", None, None),
        ("Ej aktuellt", "tkr", None, "Ej aktuellt"),
        ("12,5 %", "tkr", None, "12,5 %"),
        ("1 234 2 345", "tkr", None, "1 234 2 345"),
    ],
)
def test_a_money_cell(raw: str, unit: str, sek: str | None, note: str | None):
    cell = parse_money(raw, unit)
    assert cell.sek == (None if sek is None else Decimal(sek))
    assert cell.note == note


def test_without_a_unit_there_is_a_number_but_no_kronor():
    cell = parse_money("1 234", None)
    assert (cell.number, cell.sek, cell.tolerance) == (1234, None, None)


def test_the_tolerance_is_half_of_the_last_printed_digit_in_kronor():
    assert parse_money("15,130", "mnkr").tolerance == 500
    assert parse_money("62 079*", "tkr").tolerance == 500


AMOUNTS = [
    (
        "Medellönen är 30 956 kronor för kvinnor och 30 478 kr för män.",
        [("30 956 kronor", 30956), ("30 478 kr", 30478)],
    ),
    ("Ersättningen är 1 350 kronor/dygn.", [("1 350 kronor", 1350)]),
    ("Det blir ca 2,3 mkr.", [("2,3 mkr", 2300000)]),
    ("Ett resultat på -22,6 mnkr.", [("-22,6 mnkr", -22600000)]),
    ("Ett resultat på - 4,2 mkr.", [("- 4,2 mkr", -4200000)]),
    ("Ny förskola – 5 mkr.", [("5 mkr", 5000000)]),
    ("Kostnaden steg med +8,8 mnkr (3,4 mnkr 2015).", [("+8,8 mnkr", 8800000), ("3,4 mnkr", 3400000)]),
    ("Resultatet är minus 3 mkr.", [("minus 3 mkr", -3000000)]),
    ("Ramen är 450 miljoner kronor.", [("450 miljoner kronor", 450000000)]),
    ("Vi avsätter en halv miljon kronor.", [("en halv miljon kronor", 500000)]),
    ("För 2015 450 tkr.", [("450 tkr", 450000)]),
    ("Avgiften är 500:- per år.", [("500:-", 500)]),
    ("Kostnaden var 2 373 235. Kr", [("2 373 235. Kr", 2373235)]),
    ("Projektet kostar 2–3 mnkr.", [("2–3 mnkr", 2000000)]),
    ("Belopp i mkr. Priset är 95 öre, en ökning med 3 %.", []),
    ("Budget 2016 tkr", []),
    ("Hon fick en krona och läste om tre kronor.", []),
    ("Kraven på 12 kranar i Kronoberg.", []),
]


@pytest.mark.parametrize(("sentence", "amounts"), AMOUNTS)
def test_amounts_in_running_text(sentence: str, amounts: list[tuple[str, int]]):
    found = find_amounts(sentence)
    assert [(amount.raw, amount.sek) for amount in found] == amounts
    assert all(sentence[amount.start : amount.end] == amount.raw for amount in found)


def test_the_upper_end_of_a_range_is_kept():
    assert find_amounts("mellan 2 och 3 mkr")[0].upper == 3000000


@given(st.text(alphabet="0123456789 ,.-–+mnktr()/öe:", max_size=40))
def test_junk_never_raises_and_every_amount_stands_in_the_text(text: str):
    tidy = " ".join(text.split())
    assert all(tidy[amount.start : amount.end] == amount.raw for amount in find_amounts(text))
    parse_money(text, "tkr")
