from __future__ import annotations

import pytest

from planparse.extract.goal_leads import read_lead


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Omsorgsnämndens mål utgår från de kommunövergripande målen:", "board"),
        ("Kommunfullmäktige har fastställt följande långsiktiga mål för kommunen.", "council"),
        ("För att anpassa målen till stadens övergripande mål föreslås följande mål för nämndens verksamhet:", "board"),
        ("Nämnden har antagit tre prioriterade mål.", None),
        ("Kommunfullmäktiges övergripande mål för åren 2023–2026 är att", "council"),
        ("Följande mål gäller för Storviks kommun:", "council"),
    ],
)
def test_sentences_that_announce_goals(text: str, level: str | None) -> None:
    lead = read_lead(text)
    assert lead is not None
    assert (lead.kind, lead.level) == ("goals", level)


@pytest.mark.parametrize(
    "text",
    [
        "Målet är att alla ska få god omsorg.",
        "Målen följs upp två gånger under året.",
        "Nämnden redovisar måluppfyllelsen i bokslutet.",
    ],
)
def test_aims_in_running_text_announce_nothing(text: str) -> None:
    assert read_lead(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("För att nå målen ska nämnden:", "other"),
        ("Särskilt viktiga är följande globala mål:", "others"),
        ("Kommunen kan välja mellan följande åtgärder:", "other"),
        ("Nämnden planerar följande aktiviteter under året:", "activities"),
    ],
)
def test_lists_of_other_things(text: str, kind: str) -> None:
    lead = read_lead(text)
    assert lead is not None
    assert lead.kind == kind


def test_a_short_lead_in_leans_on_the_sentence_before() -> None:
    lead = read_lead("Förslaget är följande:", "Kommunfullmäktige beslutar om vilka mål som ska gälla för 2027.")
    assert lead is not None
    assert (lead.kind, lead.level) == ("goals", "council")


def test_one_goal_and_what_breaks_it_down() -> None:
    one = read_lead("Som övergripande finansiellt mål i kommunen gäller:")
    parts = read_lead("Det övergripande målet bryts ned i följande finansiella mål:")
    assert one is not None and one.one and one.term == "Övergripande finansiellt mål"
    assert parts is not None and parts.breaks_down and parts.term == "Finansiellt mål"
