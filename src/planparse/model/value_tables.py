"""Tidy tables of numbers: indicators and volumes with their values, money tables, amounts in running text."""

from __future__ import annotations

from planparse.model.budget import Amount, Budget, BudgetColumn, BudgetLine
from planparse.model.chains import budget_chains, record_chains
from planparse.model.columns import Column, Part
from planparse.model.records import Indicator, Quantity, StatedAmount, Value, Volume
from planparse.model.shared_columns import VALUE, id_column, quantity_columns, record_table, section_column

INDICATORS = record_table(
    "indicators",
    "Indikatorer",
    "One row an indicator, with or without values.",
    (Part("indicator", Indicator),),
    record_chains("indicators"),
    (
        id_column("indicator"),
        Column("goal_id", "text", "Mål-id", "The goal that it measures: goals.id.", "indicator.goal_id"),
        Column("name", "text", "Indikator", "Its wording.", "indicator.name"),
        Column("source", "text", "Källa", "Source where named.", "indicator.source"),
        section_column("indicator"),
    ),
)

INDICATOR_VALUES = record_table(
    "indicator_values",
    "Indikatorvärden",
    "One row a value of an indicator.",
    (Part("indicator", Indicator), Part("value", Value), Part("quantity", Quantity)),
    record_chains("indicators", "values", also="quantity"),
    (
        Column("indicator_id", "text", "Indikator-id", "The indicator: indicators.id.", "indicator.id"),
        Column("goal_id", "text", "Mål-id", "The goal that it measures: goals.id.", "indicator.goal_id"),
        Column("name", "text", "Indikator", "The indicator's wording.", "indicator.name"),
        Column("source", "text", "Källa", "Source where named.", "indicator.source"),
        section_column("indicator"),
        *VALUE,
        *quantity_columns(),
    ),
)

VOLUMES = record_table(
    "volumes",
    "Volymer",
    "One row a line of a volume or key-figure table, with or without values.",
    (Part("volume", Volume),),
    record_chains("volumes"),
    (
        id_column("volume"),
        Column("label", "text", "Volym", "The line's wording.", "volume.label"),
        Column("group", "text", "Grupp", "Heading row above it.", "volume.group"),
        section_column("volume"),
    ),
)

VOLUME_VALUES = record_table(
    "volume_values",
    "Volymvärden",
    "One row a value of a volume.",
    (Part("volume", Volume), Part("value", Value), Part("quantity", Quantity)),
    record_chains("volumes", "values", also="quantity"),
    (
        Column("volume_id", "text", "Volym-id", "The volume: volumes.id.", "volume.id"),
        Column("label", "text", "Volym", "The line's wording.", "volume.label"),
        Column("group", "text", "Grupp", "Heading row above it.", "volume.group"),
        section_column("volume"),
        *VALUE,
        *quantity_columns(),
    ),
)

BUDGETS = record_table(
    "budgets",
    "Budgetar",
    "One row a money table.",
    (Part("budget", Budget),),
    record_chains("budgets"),
    (
        id_column("budget"),
        Column("kind", "text", "Slag", "What kind of money table.", "budget.kind"),
        Column("title", "text", "Rubrik", "Title.", "budget.title"),
        Column("unit", "text", "Enhet", "Unit as printed: tkr, mkr, mnkr, kr.", "budget.unit"),
        Column("unit_name", "text", "Verksamhet", "Organisational unit that it is for.", "budget.unit_name"),
        section_column("budget"),
    ),
)

BUDGET_AMOUNTS = record_table(
    "budget_amounts",
    "Budgetbelopp",
    "One row a cell of a money table.",
    (Part("budget", Budget), Part("line", BudgetLine), Part("column", BudgetColumn), Part("amount", Amount)),
    budget_chains,
    (
        Column("budget_id", "text", "Budget-id", "The money table: budgets.id.", "budget.id"),
        Column("kind", "text", "Slag", "What kind of money table.", "budget.kind"),
        Column("title", "text", "Rubrik", "Its title.", "budget.title"),
        Column("unit", "text", "Enhet", "Unit as printed: tkr, mkr, mnkr, kr.", "budget.unit"),
        Column("unit_name", "text", "Verksamhet", "Organisational unit that it is for.", "budget.unit_name"),
        section_column("budget"),
        Column("line", "integer", "Rad", "Line of the table, from 0.", "line.line"),
        Column("label", "text", "Post", "The line's label.", "line.label"),
        Column("role", "text", "Radslag", "What kind of line.", "line.role"),
        Column("group", "text", "Grupp", "Heading row above it.", "line.group"),
        Column("column", "integer", "Kolumn", "Column of the table, from 0.", "column.column"),
        Column("column_label", "text", "Kolumnrubrik", "Column head as printed.", "column.label"),
        Column("measure", "text", "Mått", "What the column states.", "column.measure"),
        Column("year", "integer", "År", "Year of the column.", "column.year", "year"),
        Column("raw", "text", "Som tryckt", "The cell as printed.", "amount.raw"),
        Column("sek", "number", "Kronor", "The amount.", "amount.sek", "SEK"),
        Column("note", "text", "Anmärkning", "Note marks.", "amount.note"),
    ),
)

AMOUNTS = record_table(
    "amounts",
    "Belopp i text",
    "One row an amount stated in running text.",
    (Part("amount", StatedAmount),),
    record_chains("amounts"),
    (
        Column("raw", "text", "Som tryckt", "The amount as printed.", "amount.raw"),
        Column("sek", "number", "Kronor", "The amount.", "amount.sek", "SEK"),
        Column("year", "integer", "År", "Year that it is for.", "amount.year", "year"),
        Column("kind", "text", "Slag", "What the amount is.", "amount.kind"),
        Column("sentence", "text", "Mening", "The sentence that it stands in.", "amount.sentence"),
        section_column("amount"),
    ),
)
