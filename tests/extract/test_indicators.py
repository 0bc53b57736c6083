from __future__ import annotations

import pytest

from goal_documents import PLAN, REPORT, grid
from planparse.extract.goal_columns import ValueHead
from planparse.extract.indicators import (
    cell_value,
    is_change,
    name_and_source,
    role_of_year,
    source_in,
    target_at_end,
    target_in_brackets,
    year_series,
)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("Brukarbedömning, helhetssyn äldreomsorg, Kolada", "Kolada"),
        ("Lämnat uppdraget och börjat arbeta, andel (%) Kolada", "Kolada"),
        ("Index, servicemätning", "servicemätning"),
        ("Andel som trivs (www.exempel.se)", "www.exempel.se"),
        ("Nöjda företagare, SKR Insikt", "SKR Insikt"),
        ("Elever som läser, egen kartläggning", "egen kartläggning"),
        ("Andel nöjda enligt brukarundersökningen", "brukarundersökningen"),
        ("Besök per invånare. Källa: Bibstat", "Bibstat"),
        ("Andel nöjda, hemtjänst", None),
        ("Sjukfrånvaro", None),
    ],
)
def test_sources_as_named(name: str, source: str | None) -> None:
    assert source_in(name) == source


@pytest.mark.parametrize(
    ("name", "raw", "comparator", "reference"),
    [
        ("Antal deltagare (fler än 2015)", "fler än 2015", "gt", "2015"),
        ("Besök (ska öka i jämförelse med 2022)", "ska öka i jämförelse med 2022", "gt", "2022"),
        ("Nöjdhet (minst 95 %)", "minst 95 %", "ge", None),
        ("Servicenivå (bättre än mätning 2022).", "bättre än mätning 2022", None, "2022"),
    ],
)
def test_targets_in_brackets(name: str, raw: str, comparator: str | None, reference: str | None) -> None:
    found = target_in_brackets(name)
    assert found is not None
    assert (found.raw, found.comparator, found.reference) == (raw, comparator, reference)


@pytest.mark.parametrize(
    "name", ["Andel lärare (%)", "Engagemang (HME)", "Andel klara (tjänstegaranti)", "Studerar (status efter 90 dagar)"]
)
def test_other_brackets_are_no_targets(name: str) -> None:
    assert target_in_brackets(name) is None


def test_a_target_behind_the_name() -> None:
    value = target_at_end("Andel nöjda, mål 2025: minst 85 %")
    assert value is not None
    assert (value.role, value.year, str(value.quantity.value), value.quantity.comparator) == (
        "target",
        2025,
        "85",
        "ge",
    )


def test_series_of_years() -> None:
    parts = year_series("2009 - 1250 st (2,5 per hushåll), 2014 – 1400 st 2020 - samtliga enligt lag (2009:1)")
    assert [(part.year, part.text) for part in parts] == [
        (2009, "1250 st (2,5 per hushåll)"),
        (2014, "1400 st"),
        (2020, "samtliga enligt lag (2009:1)"),
    ]
    assert year_series("Perioden 2019-2022 var bra.") == []
    assert is_change(year_series("2014 -12%, 2020 – 24%"), "GWh")
    assert not is_change(year_series("2014 - 12%, 2020 – 24%"), "Andel förnybart")


def test_roles_of_bare_years() -> None:
    assert [role_of_year(year, PLAN) for year in (2023, 2024, 2026, None)] == ["outcome", "target", "target", None]
    assert [role_of_year(year, REPORT) for year in (2022, 2023, 2024)] == ["outcome", "outcome", "target"]


def test_a_cell_s_own_year_goes_before_its_column_s() -> None:
    cells = grid(["50% (2024)", "5,6 % 2018", "–", ""], header=0).row(0)
    mål = ValueHead("target", 2023, None, None)
    first = cell_value(cells[0], mål, "Mål 2023", "Andel", PLAN)
    second = cell_value(cells[1], ValueHead("baseline", None, None, None), "Nuläge", "Andel", PLAN)
    third = cell_value(cells[2], mål, "Mål 2023", "Andel", PLAN)
    assert first is not None and (first.year, str(first.quantity.value)) == (2024, "50")
    assert second is not None and second.year == 2018
    assert third is not None and (third.quantity.value, third.quantity.note) == (None, None)
    assert cell_value(cells[3], mål, "Mål 2023", "Andel", PLAN) is None


def test_a_bare_number_takes_money_and_percent_from_the_name() -> None:
    (cell,) = grid(["1510"], header=0).row(0)
    head = ValueHead("outcome", 2023, None, None)
    money = cell_value(cell, head, "Utfall", "Kostnad barnomsorg, kr/inv.", PLAN)
    count = cell_value(cell, head, "Utfall", "Antal besök", PLAN)
    assert money is not None and money.quantity.unit == "SEK/inhabitant"
    assert count is not None and count.quantity.unit is None


def test_a_bold_first_line_is_the_name_of_a_defined_indicator() -> None:
    (cell,) = grid(
        [("*Andel nöjda brukare", "Andel som svarat ganska eller mycket", "nöjd. Källa: Enhetsundersökningen")],
        header=0,
    ).row(0)
    assert name_and_source(cell) == ("Andel nöjda brukare", "Enhetsundersökningen")
    (plain,) = grid(["Andel nöjda brukare"], header=0).row(0)
    assert name_and_source(plain) == ("Andel nöjda brukare", None)
