import re

import pytest

from planparse.values.municipalities import all_municipalities, find_mentions, find_municipality, municipality

COUNTY_OF_CODE = {
    "01": "Stockholms län",
    "03": "Uppsala län",
    "04": "Södermanlands län",
    "05": "Östergötlands län",
    "06": "Jönköpings län",
    "07": "Kronobergs län",
    "08": "Kalmar län",
    "09": "Gotlands län",
    "10": "Blekinge län",
    "12": "Skåne län",
    "13": "Hallands län",
    "14": "Västra Götalands län",
    "17": "Värmlands län",
    "18": "Örebro län",
    "19": "Västmanlands län",
    "20": "Dalarnas län",
    "21": "Gävleborgs län",
    "22": "Västernorrlands län",
    "23": "Jämtlands län",
    "24": "Västerbottens län",
    "25": "Norrbottens län",
}


def test_the_register_has_all_290_with_the_county_that_the_code_says():
    register = all_municipalities()
    assert len(register) == len({town.name for town in register}) == len({town.code for town in register}) == 290
    assert [town for town in register if not re.fullmatch(r"\d{4}", town.code)] == []
    assert [town for town in register if COUNTY_OF_CODE[town.code[:2]] != town.county] == []


@pytest.mark.parametrize(
    ("text", "name", "strength"),
    [
        ("Söderköpings kommun", "Söderköping", 3),
        ("GÖTEBORGS STAD", "Göteborg", 3),
        ("Borås Stad", "Borås", 3),
        ("Upplands Väsby kommuns budget", "Upplands Väsby", 3),
        ("Lilla Edets kommun", "Lilla Edet", 3),
        ("Vara kommun", "Vara", 3),
        ("i Marks kommun", "Mark", 3),
        ("Region Gotland", "Gotland", 3),
        ("www.ostragoinge.se", "Östra Göinge", 3),
        ("namnd@solna.se", "Solna", 3),
        ("HELSINGBORG", "Helsingborg", 2),
        ("Elever i Solna trivs", "Solna", 1),
    ],
)
def test_mentions(text: str, name: str, strength: int):
    mention = find_mentions(text)[0]
    assert (mention.municipality.name, mention.strength) == (name, strength)


@pytest.mark.parametrize(
    "text",
    [
        "Mark",
        "Vara med",
        "Att Vara kommunens röst",
        "Kalmar län",
        "Uppsala universitet",
        "i sala",
        "info@habo.se",
        "Berg",
        "",
    ],
)
def test_common_words_and_counties_are_no_mentions(text: str):
    assert find_mentions(text) == []


def test_the_most_told_municipality_is_taken_and_two_even_ones_are_none():
    texts = ["Nacka", "Plan för Solna stad", "jämfört med Nacka och Stockholm"]
    assert find_municipality(texts) == municipality("Solna")
    assert find_municipality(["Solna", "Nacka"]) is None
    assert find_municipality([]) is None
