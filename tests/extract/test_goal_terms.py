from __future__ import annotations

import pytest

from planparse.extract.goal_terms import level_of, noun_kind, read_label, singular, term_in, term_of_heading


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("Långsiktiga mål", "Långsiktigt mål"),
        ("Politiska mål", "Politiskt mål"),
        ("Gemensamma mål", "Gemensamt mål"),
        ("Prioriterade mål 2024", "Prioriterat mål"),
        ("Kommunövergripande mål", "Kommunövergripande mål"),
        ("de nya målen", "Nytt mål"),
        ("Nämndens mål", "Nämndens mål"),
        ("Mål för nämndens verksamhet", "Mål för nämndens verksamhet"),
        ("Fokusområden", "Fokusområde"),
        ("Inriktningsmål", "Inriktningsmål"),
    ],
)
def test_a_term_is_given_in_the_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("Effektmål 7: Fler i arbete", "Effektmål 7", "Fler i arbete"),
        ("Mål 3. Alla är trygga", "Mål 3", "Alla är trygga"),
        ("Övergripande mål 2 – Goda levnadsvanor", "Övergripande mål 2", "Goda levnadsvanor"),
        ("Mål 1 Barn ska må bra", "Mål 1", "Barn ska må bra"),
        ("MÅL 11", "MÅL 11", ""),
        ("Delmål 1.2: Minskat buller", "Delmål 1.2", "Minskat buller"),
        ("Övergripande mål B: En trygg uppväxt", "Övergripande mål B", "En trygg uppväxt"),
        ("Nämndmål: Nöjda brukare", None, "Nöjda brukare"),
    ],
)
def test_a_label_is_parted_from_the_wording(text: str, label: str | None, rest: str) -> None:
    found = read_label(text)
    assert found is not None
    assert (found.label, found.rest) == (label, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Mål 6 gäller endast grannkommunen",
        "Målet är att fler ska trivas",
        "Målgrupp: unga vuxna",
        "Mål 2024",
        "Mål/Delmål - Energimyndigheten",
        "Åtgärder, mål 13",
        "Ändamål: lekplatser",
        "Socialnämndens mål utgår från fullmäktiges:",
    ],
)
def test_what_only_looks_like_a_label_is_none(text: str) -> None:
    assert read_label(text) is None


@pytest.mark.parametrize(
    ("phrase", "level"),
    [
        ("Kommunfullmäktiges mål", "council"),
        ("Stadsövergripande inriktningsmål", "council"),
        ("följande långsiktiga mål för Storviks kommun", "council"),
        ("Nämndens övergripande mål", "board"),
        ("Mål för nämndens verksamhet", "board"),
        ("Nämndmål", "board"),
        ("Enhetens mål", "unit"),
        ("Effektmål", None),
        ("Inriktningsmål", None),
        ("De globala målen", None),
    ],
)
def test_the_level_is_said_by_whose_the_goals_are(phrase: str, level: str | None) -> None:
    assert level_of(phrase) == level


def test_nouns_of_other_kinds_end_in_mal_too() -> None:
    assert noun_kind("modersmål") is None
    assert noun_kind("nämndsmål") == "goal"
    assert noun_kind("Målområde") == "area"


@pytest.mark.parametrize(
    ("title", "term"),
    [
        ("Nämndens mål 2024", "Nämndens mål"),
        ("Effektmål 2011", "Effektmål"),
        ("Övergripande mål för staden", "Övergripande mål"),
        ("Mål/Delmål - Energi", "Mål/Delmål"),
        ("NÄMNDENS MÅL", "Nämndens mål"),
        ("Mål och uppdrag", None),
        ("Måluppfyllelse", None),
        ("Övriga mål", None),
        ("Ekonomi", None),
    ],
)
def test_a_heading_that_is_only_a_term_gives_it(title: str, term: str | None) -> None:
    assert term_of_heading(title) == term


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("Fullmäktige har fastställt följande långsiktiga mål för kommunen.", "Långsiktigt mål"),
        ("Kultur- och fritidsnämndens mål för 2025 är:", "Kultur- och fritidsnämndens mål"),
        ("Fullmäktige har i Mål och budget 2019 slagit fast fyra övergripande mål:", "Övergripande mål"),
        ("Som övergripande finansiellt mål i kommunen gäller:", "Övergripande finansiellt mål"),
        ("Vi arbetar så här:", None),
    ],
)
def test_a_lead_in_gives_the_term_that_it_announces(sentence: str, term: str | None) -> None:
    assert term_in(sentence) == term
