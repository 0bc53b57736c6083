from __future__ import annotations

from goal_documents import MUNICIPAL, PLAN, document, found, grid, parent, section
from planparse.extract.goal_cards import is_card, label_name
from planparse.extract.goal_columns import read_columns


def test_labels_of_a_goals_parts() -> None:
    assert label_name("Verksamhetsmål med inriktning på god hushållning") == "goal"
    assert label_name("Nämndmål 2") == "goal"
    assert label_name("Målvärde 2024:") == "target"
    assert label_name("Koppling till god hushållning") == "other"
    assert label_name("Alla elever ska nå målen.") is None


def test_stacked_cards_name_who_answers_and_what_is_measured() -> None:
    cards = grid(
        ["Verksamhetsmål"],
        [
            (
                "*Kommunstyrelsen",
                "*Verksamhetsmål",
                "Frisknärvaron ska vara minst 95 %.",
                "*Koppling till god hushållning",
                "Hälsa är en tillgång.",
                "*Nyckeltal",
                "Statistik frisknärvaro (större än 2022)",
            )
        ],
        [
            (
                "*Generellt verksamhetsmål",
                "*Verksamhetsmål",
                "Kärnan går före ledningen.",
                "*Nyckeltal",
                "Budget mot utfall",
            )
        ],
    )
    records = found(document(section("Mål för verksamheten", cards)), MUNICIPAL)
    frisk, kärna = records.goals
    assert (frisk.text, frisk.term, frisk.level) == ("Frisknärvaron ska vara minst 95 %.", "Verksamhetsmål", "council")
    assert (frisk.responsible, frisk.area) == ("Kommunstyrelsen", None)
    assert (kärna.responsible, kärna.area) == (None, "Generellt verksamhetsmål")
    first, second = records.indicators
    assert (first.name, first.goal_id, second.goal_id) == (
        "Statistik frisknärvaro (större än 2022)",
        frisk.id,
        kärna.id,
    )
    (target,) = first.values
    assert (target.quantity.raw, target.quantity.comparator, target.quantity.reference) == (
        "större än 2022",
        "gt",
        "2022",
    )
    assert (target.column, target.year) == (None, None)


def test_a_card_of_two_columns() -> None:
    card = grid(
        ["Nämndmål 1", "Vägarna ska vara i gott skick"],
        ["Indikator", "Andel vägar utan skador"],
        ["Nuläge", "78 %"],
        ["Målvärde 2024", "85 %"],
        ["Strategi", "Planerat underhåll går först"],
        ["Ansvarig", "Gatuchef"],
        header=0,
    )
    assert is_card(card, read_columns(card, PLAN))
    records = found(document(section("Nämndens mål", card)))
    (goal,) = records.goals
    assert (goal.label, goal.strategy, goal.responsible) == ("Nämndmål 1", "Planerat underhåll går först", "Gatuchef")
    (indicator,) = records.indicators
    assert indicator.goal_id == goal.id
    assert [(value.role, value.year, value.quantity.raw) for value in indicator.values] == [
        ("baseline", None, "78 %"),
        ("target", 2024, "85 %"),
    ]


def test_a_table_with_columns_is_no_card() -> None:
    table = grid(["Mål", "Indikator", "Utfall"], ["Trygga äldre i kommunen", "Andel nöjda", "80 %"])
    assert not is_card(table, read_columns(table, PLAN))


def test_a_plain_list_of_one_column_is_no_card() -> None:
    table = grid(["Nämndens mål"], ["Äldre ska få en värdig omsorg"], ["Personalen ska ha rätt kompetens"])
    assert not is_card(table, read_columns(table, PLAN))
    records = found(document(section("Mål", table)))
    assert len(records.goals) == 2 and parent(records, records.goals[0]) is None
