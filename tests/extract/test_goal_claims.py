from __future__ import annotations

from goal_documents import PLAN, document, grid, section
from planparse.extract.claims import Claim
from planparse.extract.goal_claims import claim_goal_table
from planparse.layout.blocks import Grid


def claim(table: Grid, title: str = "Verksamhet") -> Claim | None:
    made = document(section(title, table))
    return claim_goal_table(table, made.sections[0], made, PLAN)


def kind(table: Grid, title: str = "Verksamhet") -> str | None:
    found = claim(table, title)
    return None if found is None else found.kind


def test_goals_indicators_and_activities_are_told_by_their_heads() -> None:
    assert kind(grid(["Nämndens mål", "Strategi"], ["Trygga äldre i kommunen", "Arbeta förebyggande"])) == "goals"
    assert kind(grid(["Indikator", "Utfall 2022", "Mål 2024"], ["Andel nöjda", "80 %", "85 %"])) == "indicators"
    assert kind(grid(["Aktivitet", "Ansvarig", "Klart"], ["Utbilda chefer", "HR", "2024"])) == "activities"


def test_the_reason_names_the_heads() -> None:
    found = claim(grid(["Nämndens mål", "Strategi"], ["Trygga äldre i kommunen", "Arbeta förebyggande"]))
    assert found is not None
    assert found.reason == "heads: Nämndens mål, Strategi"


def test_key_figures_without_targets_are_hardly_indicators() -> None:
    plain = claim(grid(["Nyckeltal", "2022", "2023"], ["Antal besök", "100", "120"]))
    aimed = claim(grid(["Nyckeltal", "2022", "Mål 2024"], ["Antal besök", "100", "120"]))
    assert plain is not None and aimed is not None
    assert plain.score < 0.5 < aimed.score


def test_timetables_money_and_controls_are_left_to_others() -> None:
    assert kind(grid(["Datum", "Aktivitet"], ["5 maj", "Ramar beslutas"])) is None
    assert kind(grid(["Aktivitet", "Ansvarig"], ["Ramar beslutas", "KS"]), "Tidplan 2025") is None
    assert kind(grid(["Process", "Kontrollmoment", "Ansvarig"], ["Fakturor", "Stickprov", "Chef"])) is None
    assert kind(grid(["Resultaträkning", "Budget 2024"], ["Intäkter", "120"])) is None


def test_labels_beside_wordings_are_a_card() -> None:
    card = grid(
        ["Nämndmål 1", "Vägarna ska vara hela"], ["Indikator", "Andel hela vägar"], ["Målvärde", "85 %"], header=0
    )
    assert kind(card) == "goals"
