"""Forms: keys left, texts right, indicators under inner heads."""

from __future__ import annotations

from goal_documents import GREEN, REPORT, document, dot, found, grid, item, parent, section
from planparse.extract.goal_forms import forms_in

HEADS = ["*Indikator", "*Utfall 2022", "*Mål 2024"]
WIDE = {(0, 1): (1, 2), (1, 1): (1, 2), (2, 1): (1, 2), (3, 1): (1, 2)}
FORM = (
    ["Nämndmål 1", "Alla barn får läsa varje dag", None],
    ["Inriktningsmål", "2. En kommun för unga", None],
    ["Så gör vi", "Varje skola har ett bibliotek.", None],
    ["Ansvarig", "Skolchef", None],
    HEADS,
    ["Andel som läser", "71 %", "80 %"],
    ["Antal bibliotek", "9", "12"],
)


def test_a_form_is_one_goal_with_its_parent_fields_and_indicators() -> None:
    records = found(document(section("Mål", grid(*FORM, header=0, spans=WIDE))))
    own, over = records.goals
    assert (own.label, own.text, own.level) == ("Nämndmål 1", "Alla barn får läsa varje dag", "board")
    assert (over.label, over.term, over.text) == ("2", "Inriktningsmål", "En kommun för unga")
    assert (over.level, own.parent_id) == ("council", over.id)
    assert (own.strategy, own.responsible) == ("Varje skola har ett bibliotek.", "Skolchef")
    assert [(one.name, one.goal_id) for one in records.indicators] == [
        ("Andel som läser", own.id),
        ("Antal bibliotek", own.id),
    ]
    assert [value.quantity.raw for value in records.indicators[0].values] == ["71 %", "80 %"]


def test_forms_in_one_grid_begin_where_a_kind_of_goal_comes_back() -> None:
    rows = (
        ["Målområde", "Kultur", None],
        ["Strategiskt mål", "Alla lär", None],
        ["Nämndens mål", "Fler lånar böcker", None],
        HEADS,
        ["Antal lån", "900", "990"],
        ["Strategiskt mål", "Unga bestämmer", None],
        ["Nämndens mål", "Unga väljer musik", None],
        ["Ansvar", "Fritidschef", None],
    )
    wide = {(at, 1): (1, 2) for at in (0, 1, 2, 5, 6, 7)}
    records = found(document(section("Mål", grid(*rows, header=0, spans=wide))))
    lär, lånar, unga, musik = records.goals
    assert (parent(records, lånar), parent(records, musik)) == (lär.text, unga.text)
    assert (lånar.area, musik.responsible, lånar.responsible) == ("Kultur", "Fritidschef", None)
    assert records.indicators[0].goal_id == lånar.id


def test_a_form_points_at_goals_by_their_numbers() -> None:
    council = section("Kommunfullmäktiges inriktningsmål", item("Orten växer", "1."), item("Orten är grön", "2."))
    table = grid(
        ["Effektmål 1", "Fler avlopp är godkända"],
        ["Bidrar till inriktningsmål", "2 och 1"],
        ["Delmål", "Alla avlopp vid Storsjön är inventerade"],
        header=0,
    )
    records = found(document(council, section("Nämndens mål", table)))
    _, grön, avlopp, delmål = records.goals
    assert (parent(records, avlopp), parent(records, delmål)) == (grön.text, avlopp.text)


def test_a_symbol_in_a_form_judges_its_goal() -> None:
    table = grid(["Nämndmål", "Stödet ges i tid"], ["Kommunmål", "Alla är trygga"], ["Bedömning", dot(GREEN)], header=0)
    goal = found(document(section("Måluppfyllelse", table)), REPORT).goals[0]
    assert goal.assessment is not None
    assert goal.assessment.status == "met"


def test_other_tables_are_no_forms() -> None:
    assert not forms_in(grid(["Nämndmål", "Indikator"], ["Fler lånar böcker", "Antal lån"]))
    assert not forms_in(grid(["Indikator", "Mål 2024"], ["Andel a", "5 %"], ["Andel b", "6 %"]))
    assert not forms_in(grid(["Mål 1", "Alla läser"], ["Andel", "70 %"], header=0))
