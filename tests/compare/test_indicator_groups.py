"""Which indicators are the same one, and which only read so."""

import pytest

from plan_maker import indicator, plan, value
from planparse.compare.documents import Document
from planparse.compare.facts import indicators_of
from planparse.compare.indicator_groups import figures, folded_name, group_indicators


def groups(*names: str, units: tuple[str | None, ...] = ()) -> list[int]:
    """The groups of indicators of that name, each of a document of its own."""
    facts = []
    for number, name in enumerate(names):
        unit = units[number] if units else "percent"
        record = indicator(1, name, value("outcome", 2020, "5", 5, unit))
        facts += indicators_of(Document(plan("Ekby", "Socialnämnden", 2000 + number, indicators=[record])))
    return [membership.group for membership in group_indicators(facts)[0]]


@pytest.mark.parametrize(
    "names",
    [
        ("Nöjda brukare, andel (%)", "Andel nöjda brukare"),
        ("Sjukfrånvaro (%)", "Sjukfrånvaro, andel av ordinarie arbetstid (%)"),
        ("HME, totalindex", "Hållbart medarbetarengagemang (HME)"),
        ("Trygga i hemtjänsten (U21468)", "Brukarbedömning hemtjänst, Kolada U21468"),
        ("Elever behöriga till gymnasiet, andel (%)", "Elever med behörighet till gymnasiet (%)"),
    ],
)
def test_the_same(names: tuple[str, str]):
    assert groups(*names) == [0, 0]


@pytest.mark.parametrize(
    "names",
    [
        ("Utredningar klara inom tre månader", "Utredningar klara inom fyra månader"),
        ("Sjukfrånvaro kvinnor", "Sjukfrånvaro män"),
        ("Väntetid till särskilt boende", "Platser i särskilt boende"),
        ("Nöjda med hemtjänsten (U21468)", "Nöjda med hemtjänsten (U21469)"),
        ("Kostnad för hemtjänst", "Kostnad för särskilt boende"),
    ],
)
def test_alike_and_not_the_same(names: tuple[str, str]):
    assert groups(*names) == [0, 1]


def test_another_unit_is_another_indicator_and_told():
    assert groups("Frånvaro i skolan", "Frånvaro i skolan", units=("percent", "days")) == [0, 1]
    assert groups("Antal platser", "Platser", units=("count", None)) == [0, 0]


def test_two_of_one_document_are_two():
    names = ("Nöjda brukare i hemtjänsten totalt sett", "Nöjda brukare i hemtjänsten sett totalt")
    records = [indicator(number, name, value("outcome", 2020, "5", 5)) for number, name in enumerate(names)]
    facts = list(indicators_of(Document(plan("Ekby", "Socialnämnden", 2020, indicators=records))))
    memberships, doubts = group_indicators(facts)
    assert [membership.group for membership in memberships] == [0, 1]
    assert doubts[0].reason == "båda finns i samma dokument"


def test_names_without_what_is_said_beside():
    assert folded_name("Utbetalt stöd, mnkr") == folded_name("Utbetalt stöd, tkr") == "utbetalt stöd"
    assert figures("Klara inom två veckor 2024") == ("2",)


def test_an_indicator_without_a_figure_has_no_unit_to_differ_by():
    records = [
        indicator(1, "Trygga i skolan (%)", value("target", 2020, "Ska öka", None, None)),
        indicator(1, "Trygga i skolan (%)", value("outcome", 2021, "58", 58)),
        indicator(1, "Trygga i skolan (%)", value("target", 2022, "Ska öka", None, None)),
        indicator(1, "Trygga i skolan (%)", value("outcome", 2023, "412", 412, "count")),
    ]
    facts = [
        fact
        for number, record in enumerate(records)
        for fact in indicators_of(Document(plan("Ekby", "Socialnämnden", 2000 + number, indicators=[record])))
    ]
    assert [membership.group for membership in group_indicators(facts)[0]] == [0, 0, 0, 1]
