from __future__ import annotations

from dataclasses import replace

from goal_documents import (
    GREEN,
    PLAN,
    RED,
    REPORT,
    YELLOW,
    bar,
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
from planparse.extract.goals import GoalRecords
from planparse.layout.blocks import Grid, Line


def read(table: Grid, report: bool = False, title: str = "Uppföljning") -> GoalRecords:
    return found(document(section(title, table)), REPORT if report else PLAN)


def test_merged_parents_hold_for_all_their_rows() -> None:
    records = read(
        grid(
            ["Långsiktigt mål", "Mål för nämndens del", "Indikator", "Nuläge År", "Mål 2024"],
            [
                "1. En trygg kommun att leva i.",
                "Äldre är nöjda med sin omsorg.",
                "Andel nöjda, Kolada",
                "82 % (2022)",
                "85% >",
            ],
            [None, None, "Antal klagomål", "Nytt mått", "< 10"],
            [None, "Fler bor kvar hemma.", "Antal platser", "33 (jan-oktober 2023)", "30"],
            spans={(1, 0): (3, 1), (1, 1): (2, 1)},
        )
    )
    council, nöjda, hemma = records.goals
    assert (council.label, council.term, council.text) == ("1", "Långsiktigt mål", "En trygg kommun att leva i.")
    assert (council.level, nöjda.level, parent(records, hemma)) == ("council", "board", council.text)
    assert [indicator.goal_id for indicator in records.indicators] == [nöjda.id, nöjda.id, hemma.id]
    assert records.indicators[0].source == "Kolada"
    nuläge, mål = records.indicators[0].values
    assert (nuläge.role, nuläge.year, nuläge.column) == ("baseline", 2022, "Nuläge År")
    assert (mål.role, mål.year, mål.quantity.comparator, str(mål.quantity.value)) == ("target", 2024, "gt", "85")
    assert records.indicators[1].values[0].year is None
    assert records.indicators[2].values[0].as_of == "2023-10-31"


def test_an_empty_cell_carries_the_goal_above_on_but_not_into_the_next_parent() -> None:
    records = read(
        grid(
            ["Övergripande mål", "Nämndens mål", "Mått", "2024"],
            ["Kommunen växer", "Bygglov ges i tid", "Dagar till beslut", "40"],
            ["", "", "Andel digitala ansökningar", "60 %"],
            ["Kommunen är klimatsmart", "", "Ton koldioxid", "4,2"],
        )
    )
    växer, bygglov, smart = records.goals
    assert [indicator.goal_id for indicator in records.indicators] == [bygglov.id, bygglov.id, smart.id]
    assert växer.level == smart.level == "council"


def test_a_shaded_row_is_the_area_of_the_goals_below_it() -> None:
    records = read(
        grid(
            ["Mål", "Kommentar", ""],
            ["*En hållbar kommun", None, None],
            ["Insatser ska ges hemma i ökad omfattning.", "Målet bedöms inte vara uppfyllt för året.", dot(RED)],
            ["Köerna ska minska under året.", "Målet är delvis uppnått.", dot(GREEN)],
            ["*Omsorg och trygghet", None, None],
            ["Förebyggande arbete ska stärkas.", "", dot(YELLOW)],
            spans={(1, 0): (1, 3), (4, 0): (1, 3)},
        ),
        report=True,
    )
    assert [goal.area for goal in records.goals] == ["En hållbar kommun", "En hållbar kommun", "Omsorg och trygghet"]
    statuses = [goal.assessment and goal.assessment.status for goal in records.goals]
    assert statuses == ["not_met", "partly_met", "partly_met"]
    last = records.goals[2].assessment
    assert last is not None
    assert (last.raw, last.year) == ("yellow circle", 2023)


def test_a_plan_has_no_assessments() -> None:
    records = read(grid(["Nämndmål", "Status"], ["Alla ska få svar inom en dag.", dot(GREEN)]))
    assert records.goals[0].assessment is None


def test_a_row_that_names_a_board_is_who_answers() -> None:
    records = read(
        grid(
            ["Verksamhetsmål", "Nyckeltal"],
            ["*Kultur- och fritidsnämnden", None],
            ["Utbudet ska vara rikt och varierat.", "Antal besök"],
            spans={(1, 0): (1, 2)},
        )
    )
    assert (records.goals[0].responsible, records.goals[0].area) == ("Kultur- och fritidsnämnden", None)


def test_a_labelled_row_is_the_parent_of_the_goals_below_it() -> None:
    records = read(
        grid(
            ["Effektmål", "Indikator", "Mål 2024"],
            ["*Inriktningsmål 1: Kommunen ska växa", None, None],
            ["Befolkningen ska öka", "Antal invånare", "12 600"],
            spans={(1, 0): (1, 3)},
        )
    )
    växa, öka = records.goals
    assert (växa.label, växa.term, parent(records, öka)) == ("Inriktningsmål 1", "Inriktningsmål", växa.text)


def test_activities_stand_under_bold_rows_of_known_goals() -> None:
    goals = grid(
        ["Nämndmål", "Bedömning"], ["Alla elever når målen i skolan.", dot(GREEN)], ["Eleverna är trygga.", dot(RED)]
    )
    activities = grid(
        ["Aktivitet", "Status", "Färdiggrad"],
        ["*Eleverna är trygga.", None, None],
        ["Ta fram en plan", dot(GREEN), bar(0.597)],
        ["Kommentar: Planen är klar.", None, None],
        ["Utbilda rastvärdar", dot(YELLOW), bar(1.0)],
        spans={(1, 0): (1, 3), (3, 0): (1, 3)},
    )
    records = found(document(section("Måluppföljning", goals, activities)), REPORT)
    assert len(records.goals) == 2
    plan, värdar = records.activities
    assert plan.goal_id == värdar.goal_id == records.goals[1].id
    assert (plan.status, plan.comment, str(plan.progress)) == ("met", "Planen är klar.", "60")
    assert (värdar.status, str(värdar.progress)) == ("partly_met", "100")


def test_a_plain_row_over_all_columns_comments_the_row_above() -> None:
    records = read(
        grid(
            ["Aktivitet", "Status", "Start", "Slut"],
            ["Bygga om entrén", "Avslutad", "2023-01-15", "2023-10-31"],
            ["Entrén öppnade i oktober och har fått mycket beröm.", None, None, None],
            spans={(2, 0): (1, 4)},
        ),
        report=True,
    )
    (activity,) = records.activities
    assert (activity.start, activity.end, activity.status) == ("2023-01-15", "2023-10-31", "met")
    assert activity.comment == "Entrén öppnade i oktober och har fått mycket beröm."


def test_rows_by_gender_are_one_indicator() -> None:
    records = read(
        grid(
            ["Indikator", "Utfall 2023", "Målvärde 2024"],
            ["Sjukfrånvaro", "8,1 %", "7 %"],
            ["Kvinnor", "8,9 %", ""],
            ["Män", "5,0 %", ""],
        )
    )
    (indicator,) = records.indicators
    assert [(value.role, value.gender) for value in indicator.values] == [
        ("outcome", "T"),
        ("target", "T"),
        ("outcome", "K"),
        ("outcome", "M"),
    ]


def test_heads_that_come_again_begin_another_block() -> None:
    records = read(
        grid(
            ["Indikator", "Mål 2024", ""],
            ["Andel nöjda", "85 %", ""],
            ["*Aktivitet", "*Ansvarig", "*Klart"],
            ["Utbilda chefer", "HR", "2024-06"],
        )
    )
    assert [indicator.name for indicator in records.indicators] == ["Andel nöjda"]
    (activity,) = records.activities
    assert (activity.text, activity.responsible, activity.end) == ("Utbilda chefer", "HR", "2024-06")


def test_years_before_a_plan_are_outcomes_and_its_own_are_targets() -> None:
    records = read(grid(["Indikator", "2022", "2024"], ["Andel nöjda", "80 %", "85 %"]), title="Nämndens mål")
    assert [value.role for value in records.indicators[0].values] == ["outcome", "target"]


def test_marks_that_differ_within_a_goal_are_its_indicators() -> None:
    records = read(
        grid(
            ["Mål", "Indikator", "Utfall 2023", "Uppfyllt"],
            ["Klienterna ska vara nöjda med bemötandet", "Andel nöjda", "82 %", "Nej"],
            [None, "Antal klagomål", "9", "Ja"],
            spans={(1, 0): (2, 1)},
        ),
        report=True,
    )
    assert records.goals[0].assessment is None


def test_no_row_is_dropped() -> None:
    rows = [[f"Nämndens mål nummer {at} ska nås.", f"Antal {at}", str(at)] for at in range(1, 30)]
    records = read(grid(["Nämndens mål", "Mått", "Mål 2024"], *rows))
    assert len(texts(records)) == len(records.indicators) == 29
    assert all(goal.locations for goal in records.goals)
    assert all(value.locations for indicator in records.indicators for value in indicator.values)


def test_columns_that_are_not_split_by_gender_are_for_all() -> None:
    table = grid(
        ["Indikator", "Utfall 2022 totalt", "Utfall 2022 kvinnor", "Utfall 2022 män", "Målvärde 2024"],
        ["Andel trygga", "64", "53", "75", "70"],
    )
    (indicator,) = found(document(section("Nämndens mål", table))).indicators
    assert [value.gender for value in indicator.values] == ["T", "K", "M", None]


def test_numbers_before_indicators_are_those_of_goals_and_behind_them_targets() -> None:
    goals = (para("Mål 1: Alla ska få svar i tid."), para("Mål 2: Fler ska trivas."))
    before = grid(["Mål", "Indikator", "2022", "Målvärde 2023"], ["2", "Andel nöjda", "80", "85"])
    behind = grid(["Indikator", "2022", "Mål"], ["Svarstid", "9", "7"])
    records = found(document(section("Nämndens mål", *goals), section("Indikatorer", before, behind)), REPORT)
    pointed, aimed = records.indicators
    assert pointed.goal_id == records.goals[1].id
    assert [value.role for value in pointed.values] == ["outcome", "target"]
    assert [(value.role, value.quantity.raw) for value in aimed.values] == [("outcome", "9"), ("target", "7")]


def test_goals_may_stand_over_their_indicators_in_one_column() -> None:
    table = grid(
        ("Mål/indikator", "Utfall 2022", "Utfall 2023", "Mål 2023"),
        ("Fler ska röra på sig", "", "", ""),
        ("Antal besök i simhallen", "84 210", "12 300", "90 000"),
        ("Föreningslivet ska spegla befolkningen", "", "", ""),
        ("Andel flickor, %", "41", "45", "44"),
    )
    records = found(document(section("Uppföljning", table)), REPORT)
    assert texts(records) == ["Fler ska röra på sig", "Föreningslivet ska spegla befolkningen"]
    assert [(one.name, len(one.values)) for one in records.indicators] == [
        ("Antal besök i simhallen", 3),
        ("Andel flickor, %", 3),
    ]
    assert [one.goal_id for one in records.indicators] == [goal.id for goal in records.goals]


def test_a_title_row_with_its_term_over_the_wording_is_the_goal() -> None:
    table = grid(
        (("Nämndmål", "*Barn ska få tidigt stöd"), None, None),
        ("Indikator", "Utfall 2022", "Mål 2024"),
        ("Andel anmälningar", "43 %", "40 %"),
        spans={(0, 0): (1, 3)},
        header=0,
    )
    headed = replace(table, header_rows=2)
    records = found(document(section("Mål", headed, para("Aktiviteter:", bold=True), item("Erbjuda kurser"))))
    (goal,) = records.goals
    assert (goal.text, goal.term, goal.level) == ("Barn ska få tidigt stöd", "Nämndmål", "board")
    assert [one.goal_id for one in (*records.indicators, *records.activities)] == [goal.id, goal.id]


def test_a_comment_under_an_activity_by_its_label_in_bold() -> None:
    table = grid(
        ("Aktivitet", "Ansvarig", "Slutdatum", "Färdig"),
        ("Bygga lekplats", "Parkchef", "2025-06-30", "70 %"),
        ("Kommentar Klar i tid.", None, None, None),
        spans={(2, 0): (1, 4)},
    )
    cells = tuple(
        replace(
            cell, lines=(Line((replace(cell.lines[0].words[0], bold=True), *cell.lines[0].words[1:]), 1, (0, 0, 1, 1)),)
        )
        if cell.text.startswith("Kommentar")
        else cell
        for cell in table.cells
    )
    (one,) = read(replace(table, cells=cells), report=True).activities
    assert (one.text, one.progress, one.comment) == ("Bygga lekplats", 70, "Klar i tid.")
