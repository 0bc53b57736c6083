"""Volumes and key figures, on grids put together by hand."""

from __future__ import annotations

from dataclasses import replace

from goal_documents import PLAN, REPORT, document, grid, section
from planparse.extract.claims import claim_tables
from planparse.extract.context import Context
from planparse.extract.volumes import claim_volumes, extract_volumes
from planparse.layout.blocks import Block
from planparse.model import Volume


def volumes(*blocks: Block, context: Context = PLAN, title: str = "Volymer") -> list[Volume]:
    made = document(section(title, *blocks))
    fresh = replace(context, ids=type(context.ids)())
    return extract_volumes(claim_tables(made, fresh, (claim_volumes,)), fresh)


def told(volume: Volume) -> list[tuple[object, ...]]:
    return [(value.role, value.year, value.gender, str(value.quantity.value)) for value in volume.values]


def test_lines_under_groups_with_roles_by_head() -> None:
    first, second = volumes(
        grid(
            ("Volymer", "Bokslut 2022", "Prognos 2023", "Budget 2024", "Plan 2025"),
            ("Hemtjänst", "", "", "", ""),
            ("Antal brukare", "216", "254", "260", ""),
            ("Timmar", "102 555", "ca 104 000", "–", "100 000"),
        )
    )
    assert (first.group, first.label) == ("Hemtjänst", "Antal brukare")
    assert told(first) == [
        ("outcome", 2022, None, "216"),
        ("forecast", 2023, None, "254"),
        ("budget", 2024, None, "260"),
    ]
    assert [value.quantity.comparator for value in second.values] == ["eq", "approx", None, "eq"]
    assert second.values[2].quantity.value is None


def test_words_in_a_figure_s_place_are_values() -> None:
    (bath,) = volumes(grid(("Statistik", "Bokslut 2022", "Bokslut 2023"), ("Badet", "Stängt", "22 898")))
    assert bath.values[0].quantity.note == "Stängt"
    assert told(bath)[1] == ("outcome", 2023, None, "22898")


def test_a_corner_that_says_what_is_counted_is_the_group() -> None:
    (bath,) = volumes(grid(("Antal besökare", "Bokslut 2023"), ("Badet", "12")), context=REPORT)
    assert bath.group == "Antal besökare"


def test_genders_in_a_column_of_their_own() -> None:
    absence, staff = volumes(
        grid(
            ("Personal", "Kön", "Utfall 2022", "Utfall 2023"),
            ("Sjukfrånvaro, procent", "Totalt", "4,1", "3,8"),
            (None, "Kvinnor", "4,6", "4,0"),
            (None, "Män", "3,3", "3,5"),
            ("Anställda", "", "21", "22"),
            spans={(1, 0): (3, 1)},
        )
    )
    assert [value.gender for value in absence.values] == ["T", "T", "K", "K", "M", "M"]
    assert {value.gender for value in staff.values} == {None}


def test_genders_in_the_heads() -> None:
    (children,) = volumes(
        grid(
            ("Volymer", "Utfall 2022", None, None),
            ("", "K", "M", "Totalt"),
            ("Barn i utredning", "66", "78", "144"),
            header=2,
            spans={(0, 1): (1, 3)},
        )
    )
    assert told(children) == [
        ("outcome", 2022, "K", "66"),
        ("outcome", 2022, "M", "78"),
        ("outcome", 2022, "T", "144"),
    ]


def test_part_years_have_their_end() -> None:
    (calls,) = volumes(grid(("Volymer", "Utfall jan–aug 2023"), ("Antal samtal", "12")))
    assert calls.values[0].as_of == "2023-08-31"


def test_percent_and_prices_from_the_label() -> None:
    share, price = volumes(
        grid(("Nyckeltal", "Utfall 2023"), ("Andel nöjda (%)", "81"), ("Kostnad per elev, kr", "90 000"))
    )
    assert share.values[0].quantity.unit == "percent"
    assert price.values[0].quantity.unit == "SEK"


def test_a_change_column_gives_no_value() -> None:
    (calls,) = volumes(grid(("Volymer", "Utfall 2022", "Utfall 2023", "Förändring"), ("Antal samtal", "1", "2", "1")))
    assert len(calls.values) == 2


def test_rows_for_women_and_men_have_the_unit_of_the_name_and_a_corner_of_key_figures_is_no_group() -> None:
    table = grid(
        ("Personalnyckeltal", "", "2023", "2024"),
        ("Sjukfrånvaro, andel (%)", "Totalt", "8,1", "7,9"),
        (None, "Kvinnor", "8,6", "8,2"),
        spans={(1, 0): (2, 1)},
    )
    (one,) = volumes(table)
    assert one.group is None
    assert [value.quantity.unit for value in one.values] == ["percent"] * 4


def test_rows_of_genders_under_a_heading_are_one_volume_by_its_name() -> None:
    staff, absence, age = volumes(
        grid(
            ("Nyckeltal", "2022", "2023"),
            ("Anställda", "", ""),
            ("Totalt", "21", "22"),
            ("Kvinnor", "15", "16"),
            ("Sjukfrånvaro, %", "", ""),
            ("Totalt", "4,1", "3,8"),
            ("Män", "3,3", "3,5"),
            ("Medelålder", "46", "45"),
        ),
        context=REPORT,
    )
    assert (staff.label, absence.label, age.label) == ("Anställda", "Sjukfrånvaro, %", "Medelålder")
    assert [value.gender for value in absence.values] == ["T", "T", "M", "M"]
    assert absence.values[0].quantity.unit == "percent"
    assert {value.gender for value in age.values} == {None}
