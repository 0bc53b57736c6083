"""Columns of numbers and labels that point at goals printed elsewhere."""

from __future__ import annotations

import pytest

from goal_documents import PLAN, document, found, grid, item, para, parent, section
from planparse.extract.goal_columns import read_columns
from planparse.outline.document import SectionNode

GOALS = grid(["Nr", "Nämndmål"], ["N1", "Alla barn får läsa varje dag"], ["N2", "Skolan är trygg för den som är ny"])


@pytest.mark.parametrize(
    ("head", "labels"),
    [
        ("Mål", ("N1", "N1", "N2")),
        ("Nr", ("1", "1", "2")),
        ("Mål nr", ("2", "3", "4")),
        ("Nämndmål", ("N1", "N2", "N3")),
    ],
)
def test_labels_before_indicators_are_no_values(head: str, labels: tuple[str, ...]) -> None:
    rows = [[label, f"Andel {at}", "70 %"] for at, label in enumerate(labels)]
    columns = read_columns(grid([head, "Indikator", "Utfall 2022"], *rows), PLAN)
    assert columns.columns[0].role in ("pointer", "row pointer")
    assert columns.columns[0].value is None


def test_the_numbers_of_rows_point_nowhere() -> None:
    columns = read_columns(grid(["Nr", "Indikator", "Mål 2024"], ["1", "Andel a", "5"], ["2", "Andel b", "6"]), PLAN)
    assert columns.columns[0].role == "label"


def test_indicators_have_the_goal_that_their_label_names() -> None:
    table = grid(
        ["Mål", "Indikator", "Utfall 2022", "Mål 2024"],
        ["N2", "Andel trygga", "81 %", "88 %"],
        ["N 1", "Andel som läser", "70 %", "80 %"],
    )
    records = found(document(section("Mål", GOALS), section("Indikatorer", table)))
    läser, trygg = records.goals
    assert [one.goal_id for one in records.indicators] == [trygg.id, läser.id]
    assert [[value.quantity.raw for value in one.values] for one in records.indicators] == [
        ["81 %", "88 %"],
        ["70 %", "80 %"],
    ]


@pytest.mark.parametrize(
    ("head", "first", "second"), [("IM", "1", "2"), ("IM", "IM1", "IM2"), ("Inriktningsmål", "1", "2")]
)
def test_numbers_of_the_councils_goals_give_the_parents(head: str, first: str, second: str) -> None:
    council = section("Kommunfullmäktiges inriktningsmål", item("Orten växer", "1."), item("Orten är grön", "2."))
    table = grid(
        ["Nämndmål", head, "Indikator", "Mål 2024"],
        ["Bygglov ges snabbt", second, "Dagar till beslut", "20"],
        ["Planerna räcker", first, "Antal planer", "7"],
    )
    records = found(document(council, section("Nämndens mål", para("Nämnden har två mål."), table)))
    växer, grön, lov, planer = records.goals
    assert (parent(records, lov), parent(records, planer)) == (grön.text, växer.text)
    assert [one.goal_id for one in records.indicators] == [lov.id, planer.id]


def test_numbers_of_goals_printed_nowhere_give_no_parents() -> None:
    table = grid(["Nämndmål", "KM"], ["Bygglov ges snabbt", "2"], ["Planerna räcker till alla", "1"])
    records = found(document(section("Nämndens mål", table)))
    assert [goal.parent_id for goal in records.goals] == [None, None]


def test_merged_cells_without_a_head_are_areas() -> None:
    table = grid(
        ["", "Nämndmål", "Indikator", "Mål 2024"],
        ["Brukare", "Stödet ges i tid", "Andel i tid", "95 %"],
        [None, "Boendet är som ett hem", "Andel som trivs", "80 %"],
        ["Ekonomi", "Pengarna räcker till", "Avvikelse", "0 %"],
        [None, "Inköpen görs på avtal", "Andel på avtal", "92 %"],
        spans={(1, 0): (2, 1), (3, 0): (2, 1)},
    )
    records = found(document(section("Styrkort", table)))
    assert [goal.area for goal in records.goals] == ["Brukare", "Brukare", "Ekonomi", "Ekonomi"]


def test_a_head_over_two_columns_may_have_areas_or_labels_under_its_first() -> None:
    areas = grid(
        ["Nämndmål", None, "Indikator"],
        ["Brukare", "Stödet ges i tid", "Andel i tid"],
        [None, "Boendet är som ett hem", "Andel som trivs"],
        spans={(0, 0): (1, 2), (1, 0): (2, 1)},
    )
    records = found(document(section("Styrkort", areas)))
    assert [(goal.text, goal.area) for goal in records.goals] == [
        ("Stödet ges i tid", "Brukare"),
        ("Boendet är som ett hem", "Brukare"),
    ]
    labels = grid(
        ["Nämndmål", None, "Indikator"],
        ["N1", "Stödet ges i tid", "Andel i tid"],
        ["N2", "Boendet är som ett hem", "Andel som trivs"],
        spans={(0, 0): (1, 2)},
    )
    records = found(document(section("Styrkort", labels)))
    assert [(goal.label, goal.text) for goal in records.goals] == [
        ("N1", "Stödet ges i tid"),
        ("N2", "Boendet är som ett hem"),
    ]


def test_numbers_that_begin_anew_in_each_chapter_point_at_its_own_goals() -> None:
    council = section("Fullmäktiges mål", item("Mål 1 Alla får läsa"), item("Mål 2 Alla får hjälp"))

    def chapter(board: str, goal: str, measure: str) -> list[SectionNode]:
        goals = grid(["Nr", "Nämndmål"], ["1", goal])
        rows = grid(["Mål", "Indikator", "Utfall 2023"], ["1", measure, "7"])
        return [section(board), section("Måluppfyllelse", goals, rows, level=2)]

    schools = chapter("Skolnämnden", "Fler elever klarar skolan", "Andel behöriga")
    roads = chapter("Gatunämnden", "Vägarna är plogade", "Timmar till plogning")
    records = found(document(council, *schools, *roads))
    by_id = {goal.id: goal.text for goal in records.goals}
    assert [by_id[str(one.goal_id)] for one in records.indicators] == [
        "Fler elever klarar skolan",
        "Vägarna är plogade",
    ]
