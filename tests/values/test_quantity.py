from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.values.quantity import parse_quantity


def told(raw: str, **options: object) -> dict[str, object]:
    """The fields of a quantity that say something, but for the raw text."""
    quantity = parse_quantity(raw, **options)  # type: ignore[arg-type]
    return {
        name: value for name, value in quantity.model_dump(mode="json").items() if value is not None and name != "raw"
    }


NUMBERS = [
    ("2 400", {"value": "2400", "comparator": "eq"}),
    ("0%", {"value": "0", "unit": "percent", "comparator": "eq"}),
    ("6,0 procent", {"value": "6", "unit": "percent", "comparator": "eq"}),
    ("-3,2 %", {"value": "-3.2", "unit": "percent", "comparator": "eq"}),
    ("<940 000", {"value": "940000", "comparator": "lt"}),
    ("85% >", {"value": "85", "unit": "percent", "comparator": "gt"}),
    ("≥ 85 %", {"value": "85", "unit": "percent", "comparator": "ge"}),
    ("85 % eller mer", {"value": "85", "unit": "percent", "comparator": "ge"}),
    ("Färre än 12", {"value": "12", "comparator": "lt"}),
    ("Högst 160 vårddygn", {"value": "160", "unit": "vårddygn", "comparator": "le"}),
    ("max. 5", {"value": "5", "comparator": "le"}),
    ("ung 116 000", {"value": "116000", "comparator": "approx"}),
    ("c:a 30 st", {"value": "30", "unit": "count", "comparator": "approx"}),
    ("inom tre dagar", {"value": "3", "unit": "days", "comparator": "le"}),
    ("senast inom 14 arbetsdagar", {"value": "14", "unit": "days", "comparator": "le"}),
    ("3 mån", {"value": "3", "unit": "months", "comparator": "eq"}),
    ("10 h", {"value": "10", "unit": "hours", "comparator": "eq"}),
    ("20 min", {"value": "20", "unit": "min", "comparator": "eq"}),
    ("min 20", {"value": "20", "comparator": "ge"}),
    ("1,39 MWh/ årsanställd", {"value": "1.39", "unit": "MWh/ årsanställd", "comparator": "eq"}),
    ("92 m²", {"value": "92", "unit": "m²", "comparator": "eq"}),
    ("10 procentenheter", {"value": "10", "unit": "procentenheter", "comparator": "eq"}),
]
MONEY = [
    ("12 mnkr", {"value": "12000000", "unit": "SEK", "comparator": "eq"}),
    ("2,5 miljoner kronor", {"value": "2500000", "unit": "SEK", "comparator": "eq"}),
    ("0,5 mdkr", {"value": "500000000", "unit": "SEK", "comparator": "eq"}),
    ("500:-", {"value": "500", "unit": "SEK", "comparator": "eq"}),
    ("1 500 kr/inv", {"value": "1500", "unit": "SEK/inhabitant", "comparator": "eq"}),
    ("> 3 800 kr per brukare", {"value": "3800", "unit": "SEK/user", "comparator": "gt"}),
    ("1500 kr/elev", {"value": "1500", "unit": "kr/elev", "comparator": "eq"}),
    ("2 tkr/år", {"value": "2000", "unit": "SEK", "comparator": "eq"}),
]
INDEXES = [
    ("NKI 75", {"value": "75", "unit": "index", "comparator": "eq"}),
    ("HME minst 79", {"value": "79", "unit": "index", "comparator": "ge"}),
    ("minst NKI 75", {"value": "75", "unit": "index", "comparator": "ge"}),
    ("75 (NKI)", {"value": "75", "unit": "index", "comparator": "eq"}),
    ("Medarbetarindex: 4,2", {"value": "4.2", "unit": "index", "comparator": "eq"}),
]
RANGES = [
    ("2-3", {"value": "2", "upper": "3", "comparator": "eq"}),
    ("2 – 3 %", {"value": "2", "upper": "3", "unit": "percent", "comparator": "eq"}),
    ("2 %–3 %", {"value": "2", "upper": "3", "unit": "percent", "comparator": "eq"}),
    ("mellan 2 och 3 veckor", {"value": "2", "upper": "3", "unit": "veckor", "comparator": "eq"}),
    ("1–2 mnkr", {"value": "1000000", "upper": "2000000", "unit": "SEK", "comparator": "eq"}),
]
YEARS = [
    ("5,6 % 2018", {"value": "5.6", "unit": "percent", "comparator": "eq", "year": 2018}),
    ("1 034 578 (2018)", {"value": "1034578", "comparator": "eq", "year": 2018}),
    ("2019: 74", {"value": "74", "comparator": "eq", "year": 2019}),
    ("74, 2019", {"value": "74", "comparator": "eq", "year": 2019}),
    ("33 (jan-oktober 2019)", {"value": "33", "comparator": "eq", "year": 2019, "note": "jan-oktober 2019"}),
    ("40 (jan–okt)", {"value": "40", "comparator": "eq", "note": "jan–okt"}),
    ("33 jan-okt 2019", {"value": "33", "comparator": "eq", "year": 2019, "note": "jan-okt 2019"}),
    ("Nytt mått (2019)", {"year": 2019, "note": "Nytt mått"}),
]
RELATIVE = [
    ("> förgående år", {"comparator": "gt", "reference": "previous_year"}),
    ("Lägre än föregående års resultat", {"comparator": "lt", "reference": "previous_year"}),
    ("Bättre än föregående år", {"reference": "previous_year", "note": "Bättre än"}),
    ("bättre än mätning 2022", {"reference": "2022", "note": "bättre än mätning"}),
    ("större än 2022", {"comparator": "gt", "reference": "2022"}),
    ("ska öka i jämförelse med 2022", {"comparator": "gt", "reference": "2022"}),
    ("Minskning jämfört med 2019 års nivå", {"comparator": "lt", "reference": "2019"}),
    ("Minst samma nivå som 2022", {"comparator": "ge", "reference": "2022"}),
    ("Ska öka", {"comparator": "gt", "reference": "previous_year"}),
    ("Ska inte öka", {"comparator": "le", "reference": "previous_year"}),
    ("Bibehålla", {"comparator": "eq", "reference": "previous_year"}),
    ("högre än rikssnittet", {"comparator": "gt", "note": "rikssnittet"}),
    ("Öka till minst 75 %", {"value": "75", "unit": "percent", "comparator": "ge", "note": "Öka till"}),
]
NOT_UNDERSTOOD = """\
Nytt mått
Uppgift saknas
Stängt
K 55, M 45
1 234 2 345
5 av de 7 andra
3,5/5
2019-2023
74 2019
½
En plan ska tas fram
2 nya förskolor byggs
den 5 maj 2020
5 maj
över förväntan
Öka med 5 %
0-vision
25:e plats
3:1
under uppbyggnad
enligt lag (2009:1)
mer än 5 och mindre än 9
5-3
""".splitlines()
PIECES = """\
5
1 234
2,5
%
kr
tkr
minst
<
>
2019
(2019)
ska öka
än
föregående år
-
–
av
mellan
och
jan-okt
NKI
st
*
1)
dagar
tre
ca
)
(
per år
""".splitlines()
NOTES = [
    ("75*", {"value": "75", "comparator": "eq", "note": "*"}),
    ("75 1)", {"value": "75", "comparator": "eq", "note": "1)"}),
    ("168 kWh/m2 (BRA)", {"value": "168", "unit": "kWh/m2", "comparator": "eq", "note": "(BRA)"}),
    (
        "420 st (2,5 resor/invånare)",
        {"value": "420", "unit": "count", "comparator": "eq", "note": "(2,5 resor/invånare)"},
    ),
    ("minst 4,0 av 5", {"value": "4", "comparator": "ge", "note": "av 5"}),
    ("100 % av brukarna", {"value": "100", "unit": "percent", "comparator": "eq", "note": "av brukarna"}),
    ("minst 3 möten per år", {"value": "3", "unit": "möten", "comparator": "ge", "note": "per år"}),
]


@pytest.mark.parametrize(("raw", "expected"), NUMBERS + MONEY + INDEXES + RANGES + YEARS + RELATIVE + NOTES)
def test_a_cell_is_read_whole(raw: str, expected: dict[str, object]):
    assert told(raw) == expected


@pytest.mark.parametrize("raw", NOT_UNDERSTOOD)
def test_what_is_not_understood_to_the_end_is_left_as_text(raw: str):
    assert told(raw) == {"note": raw}


@pytest.mark.parametrize("raw", ["-", "–", "—", " – "])
def test_a_lone_dash_says_nothing(raw: str):
    assert told(raw) == {}


def test_raw_has_one_plain_space_and_its_own_dashes():
    assert parse_quantity("1\u00a0034\n578").raw == "1 034 578"
    assert parse_quantity("2 – 3 %").raw == "2 – 3 %"


def test_a_bare_number_takes_the_headers_unit_and_another_keeps_its_own():
    assert told("< 1 500", header_unit="SEK/inhabitant")["unit"] == "SEK/inhabitant"
    assert told("1,5–2", header_unit="mnkr") == {
        "value": "1500000",
        "upper": "2000000",
        "unit": "SEK",
        "comparator": "eq",
    }
    assert told("12 st", header_unit="percent")["unit"] == "count"
    assert told("NKI 75", header_unit="percent")["unit"] == "index"
    assert "unit" not in told("Nytt mått", header_unit="percent")


def test_in_money_parentheses_are_a_minus_and_a_dash_is_no_range():
    assert told("(120)", money=True)["value"] == "-120"
    assert told("120-", money=True)["value"] == "-120"
    assert "value" not in told("10 - 20", money=True)
    assert "value" not in told("(120)")


words = st.sampled_from(PIECES)


@given(st.lists(words, max_size=6).map(" ".join))
def test_digits_are_never_half_read(raw: str):
    quantity = parse_quantity(raw)
    kept = " ".join(str(part) for part in (quantity.year, quantity.note, quantity.reference) if part is not None)
    left = sorted(c for c in raw if c.isdigit())
    if quantity.value is None:
        assert all(digit in kept for digit in left)
    else:
        # every digit of the cell is in the number, its upper end, the year or the note
        shown = [
            digit for part in (quantity.value, quantity.upper or "", kept) for digit in str(part) if digit.isdigit()
        ]
        assert set(left) <= set(shown)


@given(st.text(max_size=40))
def test_junk_never_raises_and_keeps_its_raw_text(text: str):
    assert set(parse_quantity(text).raw) <= set(text) | {" "}
    parse_quantity(text, money=True, header_unit="tkr")


@given(
    number=st.integers(0, 999),
    unit=st.sampled_from(["", " %", " kr", " st", " veckor"]),
    year=st.one_of(st.none(), st.integers(1990, 2040)),
    sign=st.sampled_from([("", "eq"), ("< ", "lt"), ("minst ", "ge"), ("ca ", "approx"), ("mer än ", "gt")]),
)
def test_whole_cells_come_back(number: int, unit: str, year: int | None, sign: tuple[str, str]):
    quantity = parse_quantity(f"{sign[0]}{number}{unit}{f' ({year})' if year else ''}")
    assert (quantity.value, quantity.year, quantity.comparator) == (Decimal(number), year, sign[1])
    assert quantity.note is None
