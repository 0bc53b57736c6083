from __future__ import annotations

from dataclasses import replace

from goal_documents import MUNICIPAL, PLAN, REPORT, document, found, grid, item, para, parent, section
from planparse.extract.goal_cards import is_card, label_name
from planparse.extract.goal_columns import read_columns
from planparse.layout.blocks import ListItem, Paragraph


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


def test_a_card_under_its_goal_in_a_band() -> None:
    card = grid(
        ["Mål: Gapen mellan stadsdelarna ska krympa"],
        [
            (
                "Skillnaderna är stora i dag. De ska bli mindre.",
                "*Ansvarig nämnd",
                "Förskolenämnden",
                "*Indikatorer",
                "Andel barn som går i förskola",
            )
        ],
    )
    records = found(document(section("Mål för staden", card)), MUNICIPAL)
    (goal,) = records.goals
    assert (goal.text, goal.term, goal.responsible) == (
        "Gapen mellan stadsdelarna ska krympa",
        "Mål",
        "Förskolenämnden",
    )
    assert [(one.name, one.goal_id) for one in records.indicators] == [("Andel barn som går i förskola", goal.id)]


def test_every_cell_a_small_card() -> None:
    def cell(label: str, *parts: Paragraph | ListItem) -> tuple[str, tuple[Paragraph | ListItem, ...]]:
        return label, (para(label, bold=True), *parts)

    contents = [
        [cell("Mål 1", para("Bygglov ges snabbt")), cell("Indikatorer", item("Andel inom tio veckor"))],
        [cell("Mål 2", para("Planerna räcker till")), cell("Indikatorer", item("Antal planer"), item("Antal hus"))],
    ]
    plain = grid(*[[label for label, _ in row] for row in contents], header=0)
    cells = tuple(
        replace(one, parts=parts, text=" ".join(part.text for part in parts))
        for one, (_, parts) in zip(plain.cells, (each for row in contents for each in row), strict=True)
    )
    records = found(document(section("Mål för nämndens verksamhet", replace(plain, cells=cells))))
    first, second = records.goals
    assert [(goal.label, goal.text) for goal in records.goals] == [
        ("Mål 1", "Bygglov ges snabbt"),
        ("Mål 2", "Planerna räcker till"),
    ]
    assert [one.goal_id for one in records.indicators] == [first.id, second.id, second.id]


def test_the_fields_of_a_goal_whose_wording_stands_over_their_table() -> None:
    fields = grid(["Status", "Uppfylls delvis"], ["Ansvarig", "Parkchef"], ["Kommentar", "Två av tre."], header=0)
    wording = para("Parkerna ska locka barn", bold=True, boxed=True)
    made = document(section("Mål", para("Nämndens mål", boxed=True), wording, fields))
    (goal,) = found(made, REPORT).goals
    assert (goal.responsible, goal.assessment and goal.assessment.status) == ("Parkchef", "partly_met")
    assert found(document(section("Projekt", fields)), REPORT).goals == []
