from __future__ import annotations

from dataclasses import replace

from goal_documents import (
    GREEN,
    MUNICIPAL,
    PLAN,
    RED,
    REPORT,
    YELLOW,
    document,
    dot,
    found,
    grid,
    item,
    para,
    parent,
    section,
    texts,
)
from planparse.layout.blocks import Grid, Paragraph


def test_headings_that_are_goals_with_tables_under_them() -> None:
    indicators = grid(["Indikatorer", "Utfall 2022", "Målvärde 2024"], ["Andel nöjda", "80 %", "85 %"])
    activities = grid(["Aktiviteter", "Startdatum", "Slutdatum"], ["Utbilda all personal", "2024-01-01", "2024-06-30"])
    records = found(
        document(
            section("Mål och uppföljning"),
            section("Målområde: Trygghet", level=2),
            section("Övergripande mål: Invånarna är trygga", para("Fullmäktige har beslutat om målet."), level=3),
            section("Nämndmål: Brukarna är nöjda", para("Så arbetar vi."), indicators, activities, level=4),
            section("Nämndmål: Fler bor kvar hemma", indicators, level=4),
        )
    )
    trygga, nöjda, hemma = records.goals
    assert (trygga.level, trygga.term, trygga.area) == ("council", "Övergripande mål", "Trygghet")
    assert parent(records, nöjda) == parent(records, hemma) == trygga.text
    assert [indicator.goal_id for indicator in records.indicators] == [nöjda.id, hemma.id]
    assert records.activities[0].goal_id == nöjda.id
    assert nöjda.section_id == "section-3"


def test_a_goal_printed_twice_is_one() -> None:
    goals = grid(["Nämndens mål", "Strategi"], ["minska sin miljöpåverkan", "Arbeta strukturerat."])
    measures = grid(["Nämndens mål", "Mätetal", "2024"], ["minska sin miljöpåverkan", "Andel ekologiskt", "41 %"])
    records = found(document(section("Mål och strategier", goals), section("Mål och mätetal", measures)))
    (goal,) = records.goals
    assert (goal.strategy, goal.section_id) == ("Arbeta strukturerat.", "section-0")
    assert records.indicators[0].goal_id == goal.id
    assert len(goal.locations) == 2


def test_a_shorter_wording_under_the_same_number_is_the_same_goal() -> None:
    records = found(
        document(
            section(
                "Mål/Delmål - Plan", para("MÅL 11"), para("All energi i husen ska minska. (OBS! ändrat)", bold=True)
            ),
            section("Specifika mål", para("Mål 11"), para("All energi i husen ska minska.", italic=True)),
        ),
        MUNICIPAL,
    )
    (goal,) = records.goals
    assert (goal.label, goal.text, goal.term) == (
        "MÅL 11",
        "All energi i husen ska minska. (OBS! ändrat)",
        "Specifikt mål",
    )


def test_a_goal_that_a_unit_repeats_with_its_own_follow_up_is_the_units() -> None:
    records = found(
        document(
            section("Nämndens mål"),
            section("Effektmål 2024", para("Effektmål 1: Fler ska vara nöjda."), level=2),
            section("Vuxenenheten"),
            section(
                "Mål och uppföljning", para("Effektmål 1: Fler ska vara nöjda."), para("Mätmetod: Enkät."), level=2
            ),
        )
    )
    board, unit = records.goals
    assert (board.level, board.unit, board.measurement) == ("board", None, None)
    assert (unit.level, unit.unit, unit.measurement) == ("unit", "Vuxenenheten", "Enkät.")


def test_a_unit_that_only_repeats_a_goal_adds_none() -> None:
    records = found(
        document(
            section("Effektmål 2024", para("Effektmål 1: Fler ska vara nöjda.")),
            section("Vuxenenheten", para("Effektmål 1: Fler ska vara nöjda.")),
        )
    )
    assert texts(records) == ["Fler ska vara nöjda."]


def test_area_headings_group_their_goals() -> None:
    records = found(
        document(
            section("Övergripande mål för staden", para("Staden har antagit inriktningsmål enligt följande:")),
            section("Livsmiljö", para("Inriktningsmål:"), item("Staden ska vara grön."), level=2),
            section("Ekonomi", para("Allt är i balans.")),
        )
    )
    (goal,) = records.goals
    assert (goal.area, goal.term, goal.level) == ("Livsmiljö", "Inriktningsmål", "council")


def test_goals_under_a_wording_that_is_a_heading() -> None:
    records = found(
        document(
            section("Inriktningsmål", para("Nämnden har följande inriktningsmål:"), item("Vi ska ge tidiga insatser")),
            section("Effektmål 2024"),
            section("Vi ska ge tidiga insatser", para("Effektmål 7: Vräkningarna ska minska."), level=2),
        )
    )
    inriktning, effekt = records.goals
    assert parent(records, effekt) == inriktning.text
    assert effekt.area is None


def test_boards_chapters_answer_for_their_goals() -> None:
    records = found(
        document(
            section("Nämndernas mål"),
            section("Byggnadsnämnden", para("Nämndens mål:"), item("Bygglov ges inom åtta veckor."), level=2),
        ),
        MUNICIPAL,
    )
    (goal,) = records.goals
    assert (goal.level, goal.responsible, goal.area) == ("board", "Byggnadsnämnden", None)


def test_the_board_s_goal_under_one_council_goal_is_its_child() -> None:
    council = grid(["Kommunfullmäktiges mål", "Bedömning"], ["Det ska vara lätt att ta sig fram.", dot(GREEN)])
    board = grid(["Nämndmål", "Bedömning"], ["Cykelvägarna ska plogas först.", dot(GREEN)])
    records = found(document(section("Måluppfyllelse", council, board)), REPORT)
    assert parent(records, records.goals[1]) == "Det ska vara lätt att ta sig fram."


def test_a_table_after_a_list_of_goals_is_of_none_of_them() -> None:
    table = grid(["Indikator", "Mål 2024"], ["Andel nöjda", "85 %"])
    records = found(
        document(section("Mål", para("Nämndens mål är:"), item("Nöjda äldre."), item("Trygga barn."), table))
    )
    assert len(records.goals) == 2
    assert records.indicators[0].goal_id is None


def test_activities_that_name_their_goals_by_number() -> None:
    table = grid(
        ["Nr", "Åtgärd", "Tidplan", "Mål"],
        ["1", "Byt till elbilar", "2021-2024", "1"],
        ["2", "Sol på tak", "2025", "2, 1"],
    )
    records = found(
        document(
            section("Mål", para("Mål 1. Fossilfritt 2030."), para("Mål 2. Mindre energi.")), section("Åtgärder", table)
        ),
        MUNICIPAL,
    )
    fossilfritt, energi = records.goals
    bilar, sol = records.activities
    assert (bilar.goal_id, bilar.start, bilar.end) == (fossilfritt.id, "2021", "2024")
    assert (sol.goal_id, sol.start, sol.end) == (energi.id, None, "2025")


def test_a_caption_may_be_the_goal_of_its_table() -> None:
    table = grid(["Aktivitet", "Ansvarig"], ["Kartlägg lönerna", "HR"], caption="Mål: Kvinnor och män ska ha lika lön")
    records = found(document(section("Mål och aktiviteter", table)), MUNICIPAL)
    assert texts(records) == ["Kvinnor och män ska ha lika lön"]
    assert records.activities[0].goal_id == records.goals[0].id


def test_sections_on_the_goals_of_others_hold_none() -> None:
    records = found(document(section("Agenda 2030", para("Mål 3: God hälsa ska råda."))), MUNICIPAL)
    assert texts(records) == []


def test_ids_are_made_from_content() -> None:
    made = document(section("Nämndens mål", item("Trygga barn."), item("Nöjda äldre.")))
    first, again = found(made, PLAN), found(made, PLAN)
    assert [goal.id for goal in first.goals] == [goal.id for goal in again.goals]
    assert len({goal.id for goal in first.goals}) == 2


def test_cards_as_planning_systems_export_them() -> None:
    """A label in small type, a wording in bold with a dot beside it, a comment, a table; the board's in a council's."""
    head = ["Indikatorer", "Utfall 2022", "Utfall 2023", "Målvärde 2023", "Status"]
    cared = grid(head, ["Andel trygga", "80 %", "83 %", "minst 85 %", dot(YELLOW)])
    met = grid(head, ["Svarstid", "9 dagar", "6 dagar", "högst 7 dagar", dot(GREEN)])

    def wording(text: str, color: int) -> Paragraph:
        return replace(para(text, bold=True, boxed=True), pictures=(dot(color),))

    records = found(
        document(
            section(
                "Kommunmål och nämndmål",
                para("Kommunmål", boxed=True),
                wording("Alla ska kunna känna sig trygga", YELLOW),
                para("Kommentar", bold=True, boxed=True),
                para("Målet bedöms som delvis uppnått.", boxed=True),
                para("Nämndmål", boxed=True),
                wording("Fler ska trivas i sitt område", RED),
                para("Kommentar", bold=True),
                para("Två platser har byggts om."),
                cared,
                para("Nämndmål"),
                replace(para("Den som frågar ska få svar", bold=True), pictures=(dot(GREEN),)),
                met,
                level=1,
            )
        ),
        REPORT,
    )
    council, first, second = records.goals
    assert [(goal.level, goal.term) for goal in records.goals] == [
        ("council", "Kommunmål"),
        ("board", "Nämndmål"),
        ("board", "Nämndmål"),
    ]
    assert parent(records, first) == parent(records, second) == council.text
    told = [goal.assessment for goal in records.goals if goal.assessment is not None]
    assert [(one.status, one.raw) for one in told] == [
        ("partly_met", "yellow circle"),
        ("not_met", "red circle"),
        ("met", "green circle"),
    ]
    assert told[1].comment == "Två platser har byggts om."
    assert [indicator.goal_id for indicator in records.indicators] == [first.id, second.id]


def test_numbers_that_point_at_goals_without_any_count_those_of_one_level() -> None:
    goals = section(
        "Mål",
        para("Kommunmål"),
        para("Kommunen ska vara trygg för alla", bold=True),
        para("Nämndmål"),
        para("Fler ska trivas i sitt område", bold=True),
        para("Nämndmål"),
        para("Den som frågar ska få svar", bold=True),
    )
    table = grid(["Mål", "Aktivitet", "Status"], ["2", "Svara inom en vecka", "Klar"], ["1", "Plantera träd", "Klar"])
    records = found(document(goals, section("Aktiviteter", para("Numret anger till vilket mål den hör."), table)))
    by_id = {goal.id: goal.text for goal in records.goals}
    assert [by_id.get(activity.goal_id or "") for activity in records.activities] == [
        "Den som frågar ska få svar",
        "Fler ska trivas i sitt område",
    ]
    assert [goal.label for goal in records.goals] == [None, None, None]
    assert len(records.activities) == 2  # the line over the table is about it


def test_a_dot_beside_a_heading_that_is_a_goal_judges_it() -> None:
    heading = replace(section("Nämndmål: Fler ska trivas", para("Så gick det."), level=2), pictures=(dot(RED),))
    (goal,) = found(document(section("Måluppfyllelse"), heading), REPORT).goals
    assert goal.assessment is not None and (goal.assessment.status, goal.assessment.raw) == ("not_met", "red circle")
    (planned,) = found(document(section("Nämndens mål"), heading), PLAN).goals
    assert planned.assessment is None


def test_a_status_given_by_a_dot_alone() -> None:
    card = grid(["Nämndmål", "Fler ska trivas"], ["Status", dot(GREEN)], ["Kommentar", "Allt går väl."], header=0)
    label = replace(para("Status:", bold=True), pictures=(dot(YELLOW),))
    records = found(document(section("Mål", card, para("Nämndmål: Alla får svar i tid"), label)), REPORT)
    told = [goal.assessment for goal in records.goals if goal.assessment is not None]
    assert [(one.status, one.raw, one.comment) for one in told] == [
        ("met", "green circle", "Allt går väl."),
        ("partly_met", "yellow circle", None),
    ]


def test_headings_that_are_goals_have_the_one_goal_in_the_text_above_as_parent() -> None:
    records = found(
        document(
            section("Kunskap", para("Inriktningsmål: Skolan ger alla en chans")),
            section("Mål 1 Varje elev når godkänt", para("Läxhjälp finns varje dag."), level=2),
            section("Mål 2 Varje elev vet nästa steg", para("Vägledaren träffar alla."), level=2),
            section("Trygghet", para("Inriktningsmål: Alla är trygga")),
            section("Mål 3 Ingen elev är ensam", para("Vuxna finns ute."), level=2),
        )
    )
    skolan, ett, två, trygga, tre = records.goals
    assert (parent(records, ett), parent(records, två)) == (skolan.text, skolan.text)
    assert parent(records, tre) == trygga.text


def test_a_goal_without_a_number_opens_a_list_of_numbered_ones_of_another_kind() -> None:
    records = found(
        document(
            section("Styrning", para("Inriktningsmålen är kommunfullmäktiges. Nämnden bryter ned dem.")),
            section(
                "Kunskap",
                para("Inriktningsmål: Skolan ger alla en chans"),
                para("Mål 1 Varje elev når godkänt", bold=True),
                para("Läxhjälp finns varje dag."),
                para("Mål 2 Varje elev vet nästa steg", bold=True),
            ),
        )
    )
    skolan, ett, två = records.goals
    assert skolan.level == "council"
    assert (parent(records, ett), parent(records, två)) == (skolan.text, skolan.text)


def test_the_councils_goals_of_an_area_of_work_as_headings() -> None:
    indicators = grid(
        ["Indikator", "Årsmål", "KF:s årsmål"], ["Andel lärare", "38 %", "40 %"], ["Andel nöjda", "88 %", "Tas fram"]
    )
    records = found(
        document(
            section("KF:s inriktningsmål: 1. En stad för alla"),
            section("KF:s mål för verksamhetsområdet: 1.1 Barnen får en trygg start", indicators, level=2),
            section("Nämndmål: Barnen läser varje dag", level=3),
        )
    )
    council, area, board = records.goals
    assert [(goal.label, goal.term, goal.level) for goal in records.goals] == [
        ("1", "KF:s inriktningsmål", "council"),
        ("1.1", "KF:s mål för verksamhetsområdet", "council"),
        (None, "Nämndmål", "board"),
    ]
    assert (parent(records, area), parent(records, board)) == (council.text, area.text)
    assert [value.quantity.raw for value in records.indicators[1].values] == ["88 %", "Tas fram"]


def test_fields_under_a_heading_beside_their_goal() -> None:
    records = found(
        document(
            section("Våra mål", para("MÅL 1", bold=True), para("Barnen klarar skolan", bold=True)),
            section("Så följer vi upp målet", item("Andel behöriga"), item("Andel nöjda elever"), level=2),
            section("Aktiviteter", item("Anställ fler speciallärare"), level=2),
        )
    )
    (goal,) = records.goals
    assert [(one.name, one.goal_id) for one in records.indicators] == [
        ("Andel behöriga", goal.id),
        ("Andel nöjda elever", goal.id),
    ]
    assert [(one.text, one.goal_id) for one in records.activities] == [("Anställ fler speciallärare", goal.id)]


def test_a_list_of_goals_gives_none_to_the_headings_beside_it() -> None:
    goals = section("Nämndens mål", item("Alla får läsa", "1."), item("Alla får hjälp", "2."))
    records = found(document(goals, section("Aktiviteter", item("Köp in böcker"))))
    assert [one.goal_id for one in records.activities] == [None]


def test_an_activity_has_the_small_table_under_it() -> None:
    def told(*cells: str) -> Grid:
        return grid(["Förvaltning", "Ansvarig", "Tidplan"], cells)

    records = found(
        document(
            section("Mål 1: Fler är trygga i centrum"),
            section(
                "Aktiviteter",
                item("Nattvandring ordnas.", "1."),
                told("Kultur", "Fritidschef", "2021–2022"),
                item("Belysningen byts.", "2."),
                told("Teknik", "Gatuchef", "2021-12-31"),
                level=2,
            ),
        )
    )
    assert [(one.responsible, one.start, one.end) for one in records.activities] == [
        ("Fritidschef", "2021", "2022"),
        ("Gatuchef", None, "2021-12-31"),
    ]
    assert {one.goal_id for one in records.activities} == {records.goals[0].id}


def test_a_legend_of_verdicts_is_no_goal() -> None:
    legend = para("Så bedöms målen:")
    made = document(section("Måluppfyllelse", legend, item("Målet nås"), item("Målet nås delvis")))
    assert found(made, REPORT).goals == []


def test_a_boards_goal_under_the_councils_in_the_text_above() -> None:
    council = [para("Kommunfullmäktigemål", boxed=True), para("Staden ska vara grön", bold=True, boxed=True)]
    board = [para("Nämndsmål", boxed=True), para("Energin ska räcka längre", bold=True, boxed=True)]
    records = found(
        document(
            section("Planering för kommunfullmäktiges mål"),
            section("Målområde – En modern stad", *council, level=2),
            section("Nämndens bidrag", para("Husen drar mycket el."), *board, level=3),
        )
    )
    above, below = records.goals
    assert (below.area, parent(records, below)) == ("En modern stad", above.text)
