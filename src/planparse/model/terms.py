"""The closed lists of words that the model uses."""

from __future__ import annotations

from typing import Literal, get_args

DocumentType = Literal[
    "uppdragsplan",
    "verksamhetsplan",
    "namndplan",
    "internbudget",
    "mal_och_budget",
    "arsredovisning",
    "delarsrapport",
    "internkontrollplan",
    "ovrigt",
]

BoardKind = Literal[
    "socialnamnd",
    "vard_och_omsorgsnamnd",
    "utbildningsnamnd",
    "miljo_och_byggnadsnamnd",
    "teknisk_namnd",
    "kultur_och_fritidsnamnd",
    "kommunstyrelse",
    "overformyndarnamnd",
    "ovrig",
]

GoalLevel = Literal["council", "board", "unit"]
Status = Literal["met", "partly_met", "not_met", "not_measured", "unknown"]
ValueRole = Literal["baseline", "target", "outcome", "forecast", "budget", "plan"]
Gender = Literal["K", "M", "T"]
Comparator = Literal["eq", "lt", "le", "gt", "ge", "approx"]
BudgetKind = Literal["income_statement", "frame", "investment", "operating", "other"]
Measure = Literal["outcome", "forecast", "budget", "plan", "change", "total", "count", "text"]
LineRole = Literal["item", "group", "total"]
CheckKind = Literal["total", "difference"]
Giver = Literal["council", "board"]
AmountKind = Literal["frame", "result", "deviation", "cost", "income", "other"]
TableKind = Literal[
    "goals",
    "indicators",
    "budget",
    "volumes",
    "assignments",
    "activities",
    "controls",
    "guarantees",
    "calendar",
    "other",
]
Severity = Literal["info", "warning", "error"]
CoverageState = Literal["found", "none", "unread"]
RegisterStatus = Literal["draft", "adopted", "revised", "superseded"]
TextLayer = Literal["embedded", "ocr", "none"]
RecordKind = Literal[
    "sections",
    "goals",
    "indicators",
    "assignments",
    "activities",
    "guarantees",
    "budgets",
    "volumes",
    "controls",
    "calendar",
    "services",
    "amounts",
    "tables",
]
RECORD_KINDS: tuple[RecordKind, ...] = get_args(RecordKind)
