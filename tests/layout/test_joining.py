"""Lines to running text."""

from __future__ import annotations

import pytest

from planparse.layout.joining import KnownWords, join_lines


def known(*words: str) -> KnownWords:
    made = KnownWords()
    made.add(words)
    made.fold()
    return made


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["social-", "nämnden"], "socialnämnden"),
        (["hem- och", "sjukvård"], "hem- och sjukvård"),
        (["barn-", "och ungdomsvård"], "barn- och ungdomsvård"),
        (["för-", "skola, grund-", "eller särskola"], "förskola, grund- eller särskola"),
        (["Eco-", "Driving"], "Eco-Driving"),
        (["en HR-", "konsult"], "en HR-konsult"),
        (["ny e-", "tjänst"], "ny e-tjänst"),
        (["covid-", "19"], "covid-19"),
        (["2019-", "2021"], "2019-2021"),
        (["18-", "åringar"], "18-åringar"),
        (["2019–", "2021"], "2019–2021"),
        (["mål –", "medel"], "mål – medel"),
        (["- punkt", "- annan"], "- punkt - annan"),
        (["grupper/", "projekt"], "grupper/projekt"),
        (["grupper", "/projekt"], "grupper/projekt"),
        (["kostnad/ brukare"], "kostnad/ brukare"),
        (["kom\u00adpe\u00ad", "tens"], "kompetens"),
        (["hål\u00ad"], "hål-"),
        (["till\u00ad Chef", "sammans"], "till- Chef sammans"),
        (["ett gemen-", "samt kök"], "ett gemensamt kök"),
        (["nämnd-", "samt bolagsmål"], "nämnd- samt bolagsmål"),
        (["projek", "t"], "projekt"),
        (["bo", "i kommunen"], "bo i kommunen"),
        (["plan", "å ena sidan"], "plan å ena sidan"),
        (["VERKSAM-", "HETSPLAN"], "VERKSAMHETSPLAN"),
        (["IT-", "STÖD"], "IT-STÖD"),
        (["två  ord\u00a0här", "", "sist"], "två ord här sist"),
        (["(hälso-", "vård)"], "(hälsovård)"),
        (["se www.exempel-", "kommun.se"], "se www.exempel-kommun.se"),
        ([], ""),
    ],
)
def test_lines_are_joined_as_read_aloud(lines: list[str], text: str) -> None:
    assert join_lines(lines) == text


def test_a_word_that_stands_whole_elsewhere_decides() -> None:
    assert join_lines(["ett Agenda-", "arbete"]) == "ett Agendaarbete"
    assert join_lines(["ett Agenda-", "arbete"], known("Agenda-arbete.")) == "ett Agenda-arbete"
    assert join_lines(["MÅL-", "BILD"]) == "MÅL-BILD"
    assert join_lines(["MÅL-", "BILD"], known("målbild")) == "MÅLBILD"
    assert join_lines(["Sam-", "Bygge"], known("sambygge")) == "Sam-Bygge"


def test_a_word_cut_without_hyphen_is_whole_again_where_the_document_knows_it() -> None:
    assert join_lines(["medarbetar", "enkät"]) == "medarbetar enkät"
    assert join_lines(["medarbetar", "enkät"], known("medarbetarenkät")) == "medarbetarenkät"
    assert join_lines(["social", "nämnd"], known("socialnämnd", "social", "social", "nämnd", "nämnd")) == "social nämnd"
