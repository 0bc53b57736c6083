"""The tidy tables have what the model has: every field in a column of its type, or left out on purpose."""

from __future__ import annotations

from decimal import Decimal
from types import NoneType
from typing import Any, Literal, get_args, get_origin

import pytest

from planparse.model import (
    Amount,
    Assessment,
    Board,
    Budget,
    BudgetColumn,
    BudgetLine,
    Coverage,
    Diagnostic,
    Goal,
    Guarantee,
    Indicator,
    Location,
    Municipality,
    Period,
    Plan,
    Quantity,
    Record,
    Registered,
    Source,
    SourcePage,
    Value,
)
from planparse.model.columns import Column, Table
from planparse.model.tables import TABLES

# What rows are made of, or what stands in the JSON only.
NO_COLUMN = {
    *("locations", "values", "quantity", "target", "assessment", "columns", "lines", "amounts", "checks", "pages"),
    *("options", "superseded"),
}
ELSEWHERE = {"name", "code", "document_type", "start"}  # of plans: among the columns that every table begins with
MADE = {"line.line", "column.column", "coverage.kind", "coverage.pages", "diagnostic.refs", "registered.used"}


def parts(table: Table) -> list[tuple[str, type[Record]]]:
    return [(part.name, part.record) for part in table.parts if part.record is not None]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_field_of_the_model_is_a_column(table: Table) -> None:
    taken = {column.source for column in table.columns}
    for part, record in parts(table):
        if record is Plan:
            continue  # its lists are the other tables
        owner = table.name in ("indicator_values", "volume_values") and part in ("indicator", "volume")
        left_out = NO_COLUMN | (ELSEWHERE if table.name == "plans" else set()) | ({"id"} if owner else set())
        missing = {name for name in record.model_fields if f"{part}.{name}" not in taken} - left_out
        assert not missing


def plain_type(annotation: Any) -> Any:
    """The type inside "… | None" and Annotated; that of a Literal's words."""
    if get_origin(annotation) is Literal:
        return str
    inner = next((arg for arg in get_args(annotation) if arg is not NoneType), None)
    return annotation if inner is None else plain_type(inner)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_columns_have_the_type_of_their_field(table: Table) -> None:
    kinds: dict[Any, str] = {str: "text", int: "integer", bool: "boolean", Decimal: "number"}
    records = dict(parts(table))
    for column in table.columns:
        if column.part not in records or column.source in MADE:
            continue
        field = records[column.part].model_fields[column.field]
        assert kinds[plain_type(field.annotation)] == column.kind, column.name


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_columns_are_named_once_and_explained(table: Table) -> None:
    assert len(set(table.names)) == len(table.columns)
    assert len({column.heading for column in table.columns}) == len(table.columns)
    assert all(column.about.endswith(".") and column.heading for column in table.columns)
    assert table.names[:7] == (
        ["plan_id", "municipality", "municipality_code", "board", "document_type", "plan_year", "superseded"]
    )
    if table.name != "plans":
        assert table.names[-2:] == ["page", "page_label"]


def test_table_names_are_unique() -> None:
    assert len({table.name for table in TABLES}) == len(TABLES) == len({table.heading for table in TABLES})


def at(page: int) -> list[Location]:
    return [Location(page=page, bbox=[0, 0, 10, 10])]


@pytest.fixture(scope="module")
def plan() -> Plan:
    quantity = Quantity(raw="> 2,5 %", value=Decimal("2.5"), unit="percent", comparator="gt")
    values = [
        Value(role="target", year=2024, quantity=quantity, locations=at(2)),
        Value(role="outcome", quantity=Quantity(raw="Nytt mått", note="Nytt mått")),
    ]
    return Plan(
        source=Source(sha256="ab" * 32, pages=[SourcePage(number=2, label="1")]),
        municipality=Municipality(name="Nora", code="1884"),
        board=Board(name="Socialnämnden"),
        document_type="verksamhetsplan",
        period=Period(start=2024, end=2026),
        registered=Registered(path="nora.pdf", status="superseded", superseded=True, used=["board", "year"]),
        goals=[
            Goal(id="g", text="Färre olyckor", assessment=Assessment(status="met", year=2023), locations=at(2)),
            Goal(id="h", text="Fler cyklar"),
        ],
        indicators=[Indicator(id="i", goal_id="g", name="Olyckor", values=values, locations=at(3))],
        guarantees=[Guarantee(id="t", text="Svar inom två dagar")],
        budgets=[
            Budget(
                id="b",
                unit="tkr",
                columns=[BudgetColumn(label="Budget 2024", measure="budget", year=2024)],
                lines=[
                    BudgetLine(label="Intäkter", amounts=[Amount(raw="1 200", sek=Decimal(1200000), locations=at(2))]),
                    BudgetLine(label="Kostnader", amounts=[Amount(raw="-1"), Amount(raw="-2")]),
                ],
                locations=at(2),
            )
        ],
        diagnostics=[Diagnostic(code="total_mismatch", refs=["b", "c"], locations=at(2))],
        coverage={"goals": Coverage(state="found", pages=[2, 3, 5])},
    )


def row(plan: Plan, table: str, index: int = 0) -> dict[str, Any]:
    entry = plan.frames()[table].iloc[index]
    return entry.dropna().to_dict()


def test_rows_say_whose_they_are(plan: Plan) -> None:
    for name, frame in plan.frames().items():
        for entry in frame.itertuples():
            issuer = (entry.plan_id, entry.municipality, entry.municipality_code, entry.board, entry.document_type)
            assert issuer == ("abab" * 4, "Nora", "1884", "Socialnämnden", "verksamhetsplan"), name
            assert (entry.plan_year, entry.superseded) == (2024, True)


def test_values_stand_with_their_owner_and_place(plan: Plan) -> None:
    values = plan.frames()["indicator_values"]
    assert values[["indicator_id", "goal_id", "name"]].drop_duplicates().values.tolist() == [["i", "g", "Olyckor"]]
    assert values["value"].tolist()[0] == 2.5 and values["value"].isna().tolist() == [False, True]
    assert values["year"].dtype == "Int64" and values["year"].isna().tolist() == [False, True]
    # The second value has no place of its own: it stands with its indicator, on a page without a printed number.
    assert values["page"].tolist() == [2, 3]
    assert values["page_label"].isna().tolist() == [False, True]


def test_a_goal_has_its_assessment(plan: Plan) -> None:
    goals = plan.frames()["goals"]
    assert goals["status"].isna().tolist() == [False, True]
    assert row(plan, "goals")["status_year"] == 2023


def test_no_amount_is_dropped_where_columns_lack(plan: Plan) -> None:
    amounts = plan.frames()["budget_amounts"]
    assert amounts["raw"].tolist() == ["1 200", "-1", "-2"]
    assert amounts["sek"].tolist()[0] == 1_200_000
    assert amounts["line"].tolist() == [0, 1, 1]
    assert amounts["column_label"].isna().tolist() == [False, False, True]


def test_lists_are_texts(plan: Plan) -> None:
    assert row(plan, "diagnostics")["refs"] == "b c"
    assert row(plan, "coverage")["pages"] == "2-3, 5"
    assert row(plan, "coverage")["page_label"] == "1"
    assert row(plan, "plans")["register_used"] == "board, year"


def test_tables_without_rows_keep_their_columns(plan: Plan) -> None:
    frame = plan.frames()["volume_values"]
    assert len(frame) == 0
    assert frame["year"].dtype == "Int64" and frame["value"].dtype == "float64"


def test_fields_that_an_older_version_lacks_are_empty() -> None:
    table = next(table for table in TABLES if table.name == "goals")
    columns = table.names
    values = dict(
        zip(columns, table.rows({"source": {"sha256": "cd" * 32}, "goals": [{"text": "Mål"}]})[0], strict=True)
    )
    assert values["text"] == "Mål" and values["plan_id"] == "cd" * 8
    assert values["superseded"] is False and values["page"] is None


def test_a_plan_without_register_writes_what_the_model_says(plan: Plan) -> None:
    assert '"registered"' not in Plan().to_json()
    assert Plan.from_json(plan.to_json()).registered == plan.registered


def test_a_column_names_its_part() -> None:
    column = Column("status_year", "integer", "Bedömningsår", "Year.", "assessment.year")
    assert (column.part, column.field) == ("assessment", "year")
