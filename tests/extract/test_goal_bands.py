"""A goal's band with its verdict over the heads of its indicators, in one grid."""

from __future__ import annotations

from goal_documents import REPORT, document, found, grid, section
from planparse.extract.goal_bands import band_over

HEADS = ["Indikator", "Utfall 2022", "Mål 2023"]
BODY = [["Andel godkända prov", "98 %", "100 %"], ["Läckage i procent", "17", "18"]]
BAND = ["Nämndmål: Vattnet är rent och tryggt", "", "Uppfyllt"]


def test_the_band_is_a_goal_and_the_rows_below_its_indicators() -> None:
    made = grid(BAND, ["Kommentar: Alla prov är godkända.", "", ""], HEADS, *BODY, header=3)
    records = found(document(section("Uppföljning av mål", made)), REPORT)
    [goal] = records.goals
    assert (goal.text, goal.term) == ("Vattnet är rent och tryggt", "Nämndmål")
    assert goal.assessment is not None
    assert (goal.assessment.status, goal.assessment.comment) == ("met", "Alla prov är godkända.")
    assert [(one.name, one.goal_id) for one in records.indicators] == [(row[0], goal.id) for row in BODY]
    assert [value.quantity.raw for value in records.indicators[0].values] == ["98 %", "100 %"]


def test_a_table_of_goals_has_no_band() -> None:
    assert band_over(grid(HEADS, *BODY)) is None
    assert band_over(grid(["Mål 1: Alla trivs", "Andel nöjda", "80 %"], ["Mål 2: Alla lär", "Betyg", "90 %"])) is None
