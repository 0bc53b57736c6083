from __future__ import annotations

from decimal import Decimal

import pytest

from goal_documents import PLAN, REPORT, document, found, item, para, section
from planparse.extract.goals import GoalRecords
from planparse.extract.indicator_lines import lines_in, told_values
from planparse.layout.blocks import Block


def told(line: str) -> list[tuple[str | None, int | None, str | None, str | None, str | None]]:
    """Role, year, comparator, value and unit of each value."""
    return [
        (
            one.role,
            one.year,
            one.quantity.comparator,
            str(one.quantity.value) if one.quantity.value is not None else None,
            one.quantity.unit,
        )
        for one in told_values(line, PLAN)
    ]


@pytest.mark.parametrize(
    ("line", "values"),
    [
        (
            "Andel tomter som säljs ska öka till minst 30 % (2022: 24 %)",
            [("target", None, "ge", "30", "percent"), ("outcome", 2022, "eq", "24", "percent")],
        ),
        (
            "Andelen som får svar inom fyra veckor, 2022: 71 %, mål 2026: 78 %",
            [("outcome", 2022, "eq", "71", "percent"), ("target", 2026, "eq", "78", "percent")],
        ),
        (
            "Svarstiden ska minska från 54 till 45 dagar senast 2026.",
            [("baseline", None, "eq", "54", "days"), ("target", 2026, "eq", "45", "days")],
        ),
        (
            "Minst 90 % av gästerna ska vara nöjda (nuläge: 86 %)",
            [("target", None, "ge", "90", "percent"), ("baseline", None, "eq", "86", "percent")],
        ),
        ("Besöken ska bli fler", [("target", None, "gt", None, None)]),
        ("Kostnaden ska inte överstiga 150 000 kr", [("target", None, "le", "150000", "SEK")]),
        (
            "Nöjdhet 2022: 86 % – mål 2026: 90 %",
            [
                ("outcome", 2022, "eq", "86", "percent"),
                ("target", 2026, "eq", "90", "percent"),
            ],
        ),
    ],
)
def test_a_line_is_taken_apart(
    line: str, values: list[tuple[str | None, int | None, str | None, str | None, str | None]]
) -> None:
    assert told(line) == values


@pytest.mark.parametrize(
    "line",
    [
        "Andel elever i årskurs 6 (%)",
        "Andel invånare, över 65 år",
        "Andel hushåll, minst 2 personer",
        "Antal fordon enligt förordning (2009:1)",
        "Antal elever: 1 200",
        "Andel elever som ska läsa minst 30 minuter per dag",
        "Andel trygga, kvinnor 2022: 71 %, män 2022: 75 %",
    ],
)
def test_a_number_that_is_of_the_name_is_no_value(line: str) -> None:
    assert told_values(line, PLAN) == []


def test_what_cannot_be_taken_apart_keeps_its_words() -> None:
    [value] = told_values("Antalet besök ska öka med 5 % per år", PLAN)
    assert (value.role, value.quantity.value, value.quantity.note) == ("target", None, "öka med 5 % per år")


def test_a_rate_is_a_note() -> None:
    [value] = told_values("Antal tillsynsbesök ska vara minst 40 per år", PLAN)
    assert (value.quantity.value, value.quantity.note) == (Decimal(40), "per år")


def test_part_of_a_year() -> None:
    [value] = told_values("Antal besök per invånare (utfall augusti 2022: 21)", PLAN)
    assert (value.role, value.year, value.as_of) == ("outcome", 2022, "2022-08-31")


def test_a_report_tells_outcomes() -> None:
    values = told_values("Antal årsarbetare: 17,5 (2022: 18)", REPORT)
    assert [(one.role, one.year, one.quantity.value) for one in values] == [
        ("outcome", None, Decimal("17.5")),
        ("outcome", 2022, Decimal(18)),
    ]
    [own] = told_values("Frånvaro 2023: 4,9 %", REPORT)
    assert (own.role, own.year) == ("outcome", 2023)


def read(*blocks: Block, title: str = "Uppföljning") -> GoalRecords:
    return found(document(section(title, *blocks)), PLAN)


def names(records: GoalRecords) -> list[str]:
    return [indicator.name for indicator in records.indicators]


def test_a_list_after_a_lead_in_or_under_a_heading_without_goals() -> None:
    listed = [item("Andel nöjda gäster ska vara minst 90 %"), item("Antal lån per invånare")]
    assert len(names(read(para("Nämnden följer följande indikatorer:"), *listed))) == 2
    assert len(names(read(*listed, title="Styrtal för biblioteken"))) == 2
    assert len(names(read(para("Så mäter vi:"), *listed, item("Samtal med alla enheter")))) == 2


def test_lines_of_one_paragraph_are_indicators_each() -> None:
    told = para("Andel nöjda ska vara minst 80 % (2022: 74 %)", "Antal träd, 2022: 120, mål 2025: 200")
    assert names(read(para("Följande styrtal följs:"), told)) == [line.text for line in told.lines]
    assert names(read(told, title="Mått")) == [line.text for line in told.lines]


def test_names_without_figures_are_told_apart_where_they_begin() -> None:
    text = "Andel barn med plats i tid Antal platser i kommunal regi"
    assert lines_in(text, PLAN) == ["Andel barn med plats i tid", "Antal platser i kommunal regi"]
    assert lines_in("Enkät Andel nöjda gäster", PLAN) == ["Enkät Andel nöjda gäster"]


def test_an_item_with_figures_under_another_lead_in_is_no_indicator() -> None:
    records = read(para("Under året ska nämnden:"), item("Andelen ekologisk mat ska öka till minst 30 % (2022: 24 %)"))
    assert names(records) == []


def test_text_ends_the_list() -> None:
    records = read(
        para("Styrtal:"),
        item("Andel nöjda ska vara minst 90 %"),
        para("Nämnden arbetar under året med flera frågor."),
        item("Antal lokaler ses över"),
    )
    assert names(records) == ["Andel nöjda ska vara minst 90 %"]
