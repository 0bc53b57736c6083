from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.values.numbers import half_last_digit, is_nothing, parse_number, parse_number_word

NO_NUMBERS = """\
-
–
1 23
12 34
1 2345
1.234.56
1,234,567
½
2-3
5 %
01
1 234.567
1e5
--5
-5-
(5
5)
(5)
²
1 234 2 345
0 123
±5
kr
""".splitlines()
GAPS = [" ", "\u00a0", "\u202f", "\u2009", ".", "'", "’"]


def printed(digits: str, gap: str) -> str:
    groups = []
    while digits:
        digits, group = digits[:-3], digits[-3:]
        groups.insert(0, group)
    return gap.join(groups)


@given(
    whole=st.integers(0, 10**12),
    decimals=st.text("0123456789", max_size=3),
    gap=st.sampled_from([*GAPS, ""]),
    minus=st.sampled_from(["", "-", "- ", "–", "– ", "−", "\u2212\u00a0"]),
)
def test_a_number_comes_back_however_it_is_printed(whole: int, decimals: str, gap: str, minus: str):
    comma = f",{decimals}" if decimals else ""
    value = Decimal(f"{whole}.{decimals}" if decimals else whole)
    assert parse_number(minus + printed(str(whole), gap) + comma) == (-value if minus else value)


@given(st.text(max_size=30))
def test_junk_never_raises(text: str):
    value = parse_number(text)
    assert value is None or any(character.isdigit() for character in text)


@given(st.integers(1, 10**7), st.integers(1000, 10**7))
def test_two_numbers_are_none(first: int, second: int):
    grouped = printed(str(second), " ")
    # "12 345" beside "678 901" could be one number of nine digits: columns are parted by place before text is read
    one_number_as_well = len(grouped.partition(" ")[0]) == 3 and (first < 1000 or " " in printed(str(first), " "))
    if not one_number_as_well:
        assert parse_number(f"{printed(str(first), ' ')} {grouped}") is None


@pytest.mark.parametrize("text", ["", *NO_NUMBERS])
def test_what_is_no_number(text: str):
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("1.234", "1234"),
        ("12.5", "12.5"),
        ("0.234", "0.234"),
        ("1234.567", "1234.567"),
        ("1.234,5", "1234.5"),
        ("1 234.5", "1234.5"),
        ("1,234", "1.234"),
        ("+8,8", "8.8"),
        ("23 271-", "-23271"),
        ("±0", "0"),
        ("6,0", "6.0"),
    ],
)
def test_points_and_signs(text: str, value: str):
    assert parse_number(text) == Decimal(value)


def test_parentheses_are_a_minus_only_where_asked_for():
    assert parse_number("(1 234)") is None
    assert parse_number("( 1 234 )", parentheses=True) == -1234
    assert parse_number("(-5)", parentheses=True) is None


def test_nothing_is_a_lone_dash():
    assert all(is_nothing(dash) for dash in ("-", "–", "—", " − "))
    assert not any(is_nothing(text) for text in ("", "0", "-5", "..."))


@pytest.mark.parametrize(
    ("text", "half"), [("15,130", "0.0005"), ("1 234", "0.5"), ("1.234", "0.5"), ("1.5", "0.05"), ("-0,5*", "0.05")]
)
def test_half_of_the_last_printed_digit(text: str, half: str):
    assert half_last_digit(text) == Decimal(half)


@pytest.mark.parametrize(
    ("word", "value"), [("noll", 0), ("Tre", 3), ("tjugofem", 25), ("trettioett", 31), ("nittio", 90), ("hundra", 100)]
)
def test_number_words(word: str, value: int):
    assert parse_number_word(word) == value


@pytest.mark.parametrize("word", ["", "enhet", "tjugotjugo", "tjugotio", "fembarn", "tjugohalv"])
def test_what_is_no_number_word(word: str):
    assert parse_number_word(word) is None
