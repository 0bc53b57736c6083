from __future__ import annotations

import pytest

from goal_documents import PLAN, grid
from planparse.extract.goal_columns import head_row, read_column, read_columns, read_value_head

WORDINGS = ["Alla äldre ska få en trygg omsorg.", "Fler unga ska delta i kulturlivet i kommunen."]


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("Målområde", "area"),
        ("Perspektiv", "area"),
        ("Långsiktigt mål", "goal"),
        ("Mål för nämndens verksamhet", "goal"),
        ("Mätetal", "indicator"),
        ("Nyckeltal", "indicator"),
        ("Strategi", "strategy"),
        ("Ansvarig nämnd", "responsible"),
        ("Bedömning", "assessment"),
        ("Status helår", "assessment"),
        ("Aktiviteter", "activity"),
        ("Färdiggrad", "progress"),
        ("Startdatum", "start"),
        ("Klart senast", "end"),
        ("Trend", "trend"),
        ("Kontrollmoment", "control"),
        ("Verksamhet i siffror", ""),
    ],
)
def test_heads_tell_what_columns_hold(head: str, role: str) -> None:
    assert read_column(0, head, WORDINGS).role == role


def test_under_mal_stand_wordings_or_figures() -> None:
    assert read_column(0, "Mål", WORDINGS).role == "goal"
    figures = read_column(4, "Mål", ["85 %", "minst 60", "> föregående år"])
    assert figures.role == "value" and figures.value is not None and figures.value.role == "target"


def test_a_year_after_mal_makes_it_a_target() -> None:
    column = read_column(3, "Mål 2025", ["Nytt mått"])
    assert column.value is not None
    assert (column.role, column.value.role, column.value.year) == ("value", "target", 2025)


@pytest.mark.parametrize(
    ("head", "role", "year", "as_of", "gender"),
    [
        ("Nuläge (ange år)", "baseline", None, None, None),
        ("Utgångsläge 2021", "baseline", 2021, None, None),
        ("Bokslut 2018", "outcome", 2018, None, None),
        ("Utfall jan–aug 2019", "outcome", 2019, "2019-08-31", None),
        ("Utfall 2022-04-30", "outcome", 2022, "2022-04-30", None),
        ("Prognos 2024", "forecast", 2024, None, None),
        ("Utfall 2023 K", "outcome", 2023, None, "K"),
        ("2024", None, 2024, None, None),
    ],
)
def test_heads_of_values(head: str, role: str | None, year: int | None, as_of: str | None, gender: str | None) -> None:
    found = read_value_head(head)
    assert found is not None
    assert (found.role, found.year, found.as_of, found.gender) == (role, year, as_of, gender)


@pytest.mark.parametrize("head", ["Måluppfyllelse 2023", "Målområde", "Ansvarig", ""])
def test_other_heads_head_no_values(head: str) -> None:
    assert read_value_head(head) is None


def test_head_rows_are_joined_from_the_top() -> None:
    table = grid(
        ["Mål", "Indikator", "Utfall", None, "Målvärde"],
        [None, None, "2022", "2023", "2024"],
        ["Trygga äldre i hela kommunen", "Andel nöjda", "80 %", "82 %", "85 %"],
        header=2,
        spans={(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2)},
    )
    columns = read_columns(table, PLAN)
    assert [column.head for column in columns.columns] == [
        "Mål",
        "Indikator",
        "Utfall 2022",
        "Utfall 2023",
        "Målvärde 2024",
    ]
    assert [column.role for column in columns.columns] == ["goal", "indicator", "value", "value", "value"]


def test_a_word_over_the_first_of_its_years_gives_all_of_them_its_role() -> None:
    table = grid(
        ["Mått", "Utfall", "", "Målvärde", ""],
        ["", "2022", "2023", "2024", "2025"],
        ["Andel nöjda", "80 %", "82 %", "85 %", "86 %"],
        header=2,
    )
    roles = [column.value.role for column in read_columns(table, PLAN).columns if column.value is not None]
    assert roles == ["outcome", "outcome", "target", "target"]


def test_numbers_beside_activities_point_at_goals() -> None:
    table = grid(["Åtgärd", "Mål", "Ansvarig"], ["Byt lampor", "1", "Fastighet"], ["Cykla mer", "2", "Gata"])
    assert read_columns(table, PLAN).columns[1].role == "pointer"


def test_numbers_beside_indicators_are_targets_unless_they_name_goals() -> None:
    named = grid(["Mål", "Indikator"], ["Mål 1", "Andel nöjda"], ["Mål 2", "Antal besök"])
    plain = grid(["Indikator", "Mål"], ["Andel nöjda", "80"], ["Antal besök", "12"])
    assert read_columns(named, PLAN).columns[0].role == "pointer"
    assert read_columns(plain, PLAN).columns[1].role == "value"


def test_a_first_row_of_heads_is_found_without_a_marked_header() -> None:
    table = grid(["Indikator", "Utfall 2022", "Mål 2024"], ["Andel nöjda", "80 %", "85 %"], header=0)
    assert read_columns(table, PLAN).top == 1
    assert not head_row(grid(["Alla barn ska vara trygga i skolan.", "80 %"], header=0).row(0))


def test_a_title_row_is_no_head() -> None:
    table = grid(
        ["Nämndmål: Trygga äldre", None],
        ["Indikator", "Mål 2024"],
        ["Andel nöjda", "85 %"],
        header=2,
        spans={(0, 0): (1, 2)},
    )
    columns = read_columns(table, PLAN)
    assert [title.text for title in columns.titles] == ["Nämndmål: Trygga äldre"]
    assert columns.columns[0].head == "Indikator"


def test_follow_up_beside_a_way_of_measuring_is_reporting() -> None:
    both = read_columns(grid(["Mål", "Mätmetod", "Uppföljning"], ["Fler ska trivas här.", "Enkät", "Delår"]), PLAN)
    alone = read_columns(grid(["Mål", "Uppföljning"], ["Fler ska trivas här.", "Enkät"]), PLAN)
    assert [column.role for column in both.columns] == ["goal", "measurement", "reporting"]
    assert [column.role for column in alone.columns] == ["goal", "measurement"]


def test_a_numbered_wording_is_no_value() -> None:
    table = grid(["Resultatmål", "Styrtal", "Mål 2026"], ["5. Företagen upplever god service", "Index", "74"])
    assert [column.role for column in read_columns(table, PLAN).columns] == ["goal", "indicator", "value"]


def test_a_gender_under_an_upper_head_it_shares_has_its_role_and_year() -> None:
    table = grid(
        ("Indikator", "Utfall 2022", "", "Utfall 2023", ""),
        ("", "K", "M", "K", "M"),
        ("Andel nöjda", "80 %", "82 %", "85 %", "86 %"),
        header=2,
    )
    columns = read_columns(table, PLAN).columns[1:]
    values = [column.value for column in columns if column.value is not None]
    assert [(value.role, value.year, value.gender) for value in values] == [
        ("outcome", 2022, "K"),
        ("outcome", 2022, "M"),
        ("outcome", 2023, "K"),
        ("outcome", 2023, "M"),
    ]
    assert columns[1].head == "M"
