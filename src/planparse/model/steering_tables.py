"""Tidy tables of steering: goals, assignments, activities, guarantees, controls, the calendar, services."""

from __future__ import annotations

from planparse.model.chains import record_chains
from planparse.model.columns import Column, Part
from planparse.model.records import (
    Activity,
    Assessment,
    Assignment,
    CalendarItem,
    Control,
    Goal,
    Guarantee,
    Quantity,
    Service,
)
from planparse.model.shared_columns import id_column, quantity_columns, record_table, section_column

GOALS = record_table(
    "goals",
    "Mål",
    "One row a goal, with its assessment in reports.",
    (Part("goal", Goal), Part("assessment", Assessment)),
    record_chains("goals", also="assessment"),
    (
        id_column("goal"),
        Column("text", "text", "Mål", "The goal's wording.", "goal.text"),
        Column("label", "text", "Beteckning", "Printed number or label.", "goal.label"),
        Column("term", "text", "Benämning", "What the document calls this kind of goal.", "goal.term"),
        Column("level", "text", "Nivå", "Who set it: council, board or unit.", "goal.level"),
        Column("area", "text", "Område", "Målområde, perspektiv or heading above it.", "goal.area"),
        Column("unit", "text", "Enhet", "Organisational unit of a unit's goal.", "goal.unit"),
        Column("parent_id", "text", "Överordnat mål", "The goal that it breaks down: goals.id.", "goal.parent_id"),
        Column("strategy", "text", "Strategi", "Strategy.", "goal.strategy"),
        Column("measurement", "text", "Mätmetod", "How it is measured.", "goal.measurement"),
        Column("reporting", "text", "Redovisning", "How it is reported.", "goal.reporting"),
        Column("responsible", "text", "Ansvarig", "Board or unit responsible.", "goal.responsible"),
        section_column("goal"),
        Column("status", "text", "Bedömning", "A report's judgement.", "assessment.status"),
        Column("status_raw", "text", "Bedömning som tryckt", "Its words or symbol as printed.", "assessment.raw"),
        Column("status_year", "integer", "Bedömningsår", "Year of the judgement.", "assessment.year", "year"),
        Column("status_comment", "text", "Kommentar", "Comment on it.", "assessment.comment"),
    ),
)

ASSIGNMENTS = record_table(
    "assignments",
    "Uppdrag",
    "One row an assignment.",
    (Part("assignment", Assignment),),
    record_chains("assignments"),
    (
        id_column("assignment"),
        Column("text", "text", "Uppdrag", "Its wording.", "assignment.text"),
        Column("label", "text", "Beteckning", "Printed number or label.", "assignment.label"),
        Column("giver", "text", "Givare", "Who gave it.", "assignment.giver"),
        Column("responsible", "text", "Ansvarig", "Who is responsible.", "assignment.responsible"),
        Column("end", "text", "Klart", "When it is to be done, ISO as far as printed.", "assignment.end"),
        Column("status", "text", "Bedömning", "A report's judgement.", "assignment.status"),
        Column("comment", "text", "Kommentar", "Comment.", "assignment.comment"),
        section_column("assignment"),
    ),
)

ACTIVITIES = record_table(
    "activities",
    "Aktiviteter",
    "One row an activity.",
    (Part("activity", Activity),),
    record_chains("activities"),
    (
        id_column("activity"),
        Column("text", "text", "Aktivitet", "Its wording.", "activity.text"),
        Column("goal_id", "text", "Mål-id", "The goal that it serves: goals.id.", "activity.goal_id"),
        Column("responsible", "text", "Ansvarig", "Who is responsible.", "activity.responsible"),
        Column("start", "text", "Börjar", "ISO date, or year or year-month as printed.", "activity.start"),
        Column("end", "text", "Slutar", "ISO date, or year or year-month as printed.", "activity.end"),
        Column("status", "text", "Bedömning", "A report's judgement.", "activity.status"),
        Column("progress", "number", "Framdrift", "How far it has come.", "activity.progress", "percent"),
        Column("comment", "text", "Kommentar", "Comment.", "activity.comment"),
        section_column("activity"),
    ),
)

GUARANTEES = record_table(
    "guarantees",
    "Tjänstegarantier",
    "One row a service guarantee.",
    (Part("guarantee", Guarantee), Part("target", Quantity)),
    record_chains("guarantees", also="target"),
    (
        id_column("guarantee"),
        Column("text", "text", "Garanti", "Its wording.", "guarantee.text"),
        section_column("guarantee"),
        *quantity_columns("target_", "target", "Mål:"),
    ),
)

CONTROLS = record_table(
    "controls",
    "Kontroller",
    "One row a control point of an internkontrollplan.",
    (Part("control", Control),),
    record_chains("controls"),
    (
        id_column("control"),
        Column("process", "text", "Process", "Process or routine.", "control.process"),
        Column("control", "text", "Kontroll", "What is controlled.", "control.control"),
        Column("responsible", "text", "Ansvarig", "Who is responsible.", "control.responsible"),
        Column("frequency", "text", "Frekvens", "How often.", "control.frequency"),
        Column("method", "text", "Metod", "How.", "control.method"),
        Column("report_to", "text", "Rapport till", "Who is told.", "control.report_to"),
        Column("risk", "integer", "Risk", "Risk number as printed.", "control.risk"),
        section_column("control"),
    ),
)

CALENDAR = record_table(
    "calendar",
    "Kalender",
    "One row an item of a board's calendar.",
    (Part("item", CalendarItem),),
    record_chains("calendar"),
    (
        Column("year", "integer", "År", "Year, where printed.", "item.year", "year"),
        Column("month", "integer", "Månad", "1 to 12.", "item.month", "month"),
        Column("label", "text", "Rubrik", "Heading as printed.", "item.label"),
        Column("text", "text", "Text", "What is to be done.", "item.text"),
    ),
)

SERVICES = record_table(
    "services",
    "Verksamheter",
    "One row a service.",
    (Part("service", Service),),
    record_chains("services"),
    (
        id_column("service"),
        Column("name", "text", "Namn", "Name.", "service.name"),
        Column("unit", "text", "Enhet", "Organisational unit.", "service.unit"),
        Column("mission", "text", "Uppdrag", "Its mission.", "service.mission"),
        Column("target_group", "text", "Målgrupp", "Whom it is for.", "service.target_group"),
        section_column("service"),
    ),
)
