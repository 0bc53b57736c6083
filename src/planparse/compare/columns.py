"""The columns of a comparison's tables: names, kinds and meanings, in the order in which they stand.

``TABLES`` is the contract of :class:`planparse.compare.Comparison`: what is shown, saved or tested goes by it. A table
is made from rows (dicts) by ``frame``; a row that has a key that is no column of its table is an error.

>>> [column.name for column in TABLES["coverage"].columns][:4]
['municipality', 'municipality_code', 'board', 'board_kind']
"""

from __future__ import annotations

from planparse.compare.column_groups import (
    ISSUER,
    MATCH,
    REASON,
    SUPERSEDED,
    VINTAGE,
    columns,
    flag,
    integer,
    number,
    source,
    text,
)
from planparse.compare.tables import Column, Row, Table

__all__ = ["TABLES", "Column", "Row", "Table"]


DOCUMENTS = Table(
    "documents",
    "Dokument",
    "One row a document.",
    columns(
        ISSUER,
        text("plan", "Plan", "The plan's id."),
        text("document", "Dokument", "The document's file name."),
        text("title", "Titel", "As printed."),
        text("document_type", "Dokumenttyp", "As in the model."),
        integer("year", "Från år", "First year that it covers."),
        integer("year_end", "Till år", "Last year that it covers."),
        text("adopted", "Antagen", "ISO date, where printed."),
        integer("pages", "Sidor", "Pages of the file."),
        text("path", "Sökväg", "Where the PDF or the saved plan was read from, where known."),
        text("state", "Läge", "complete, partial or failed."),
        REASON,
        SUPERSEDED,
    ),
)

GOALS = Table(
    "goals",
    "Mål",
    "One row a goal of a plan.",
    columns(
        text("theme", "Tema", "What it is about, by the word lists of themes; Övriga mål where none fits."),
        integer("group", "Grupp", "Goals with the same number are held for the same goal."),
        ISSUER,
        integer("year", "Från år", "First year of its plan."),
        integer("year_end", "Till år", "Last year of its plan."),
        text("level", "Nivå", "council, board or unit."),
        text("text", "Mål", "The wording as printed."),
        text("direction", "Riktning", "up, down, hold, floor, cap, or null where the wording gives none."),
        text("term", "Benämning", "What the plan calls such a goal."),
        text("label", "Beteckning", "Its printed number or label."),
        text("area", "Målområde", "Heading that groups it."),
        MATCH,
        text("status", "Bedömning", "A report's own assessment: met, partly_met, not_met, …"),
        text("status_raw", "Bedömning (tryckt)", "The words or symbol printed."),
        SUPERSEDED,
        text("document_type", "Dokumenttyp", "As in the model."),
        text("goal", "Mål-id", "The goal's id in its plan."),
        source(),
    ),
)

INDICATORS = Table(
    "indicators",
    "Indikatorer",
    "One row a printed value of an indicator.",
    columns(
        integer("group", "Grupp", "Indicators with the same number are held for the same one."),
        text("indicator", "Indikator", "The group's name: its most usual wording."),
        text("theme", "Tema", "What it is about, as for a goal: by its name, else by its goal's wording."),
        ISSUER,
        integer("year", "År", "The year that the value is for."),
        text("role", "Roll", "baseline, target, outcome or forecast."),
        text("gender", "Kön", "K, M, T or null."),
        text("as_of", "Till och med", "End of a part-year; such a value is not compared with whole years."),
        number("value", "Värde", "In ``unit``; null where the cell holds none."),
        number("upper", "Övre", "Upper end of a range."),
        text("unit", "Enhet", "The group's unit, to which values were brought."),
        text("comparator", "Jämförelse", "eq, lt, le, gt, ge, approx."),
        text("reference", "Jämförs med", "previous_year, or a year, for a relative target."),
        text("raw", "Tryckt värde", "The cell as printed."),
        text("name", "Tryckt namn", "The indicator's name as printed."),
        flag("comparable", "Jämförbar", "False: other unit, base, definition or a part of a year; ``reason`` says."),
        REASON,
        MATCH,
        text("kolada_id", "Kolada-id", "KPI id, printed or linked."),
        text("kolada_link", "Koladalänk", "printed, certain or likely."),
        text("kolada_title", "Nyckeltal i Kolada", "The KPI's title: the link's evidence."),
        VINTAGE,
        SUPERSEDED,
        text("document_type", "Dokumenttyp", "As in the model."),
        text("record", "Indikator-id", "The indicator's or volume's id in its plan."),
        text("goal", "Mål-id", "The goal that it belongs to in its plan."),
        source(),
    ),
)

BUDGETS = Table(
    "budgets",
    "Budget",
    "One row a printed amount.",
    columns(
        integer("group", "Grupp", "Lines with the same number are held for the same one."),
        text("line", "Post", "The group's name."),
        ISSUER,
        integer("year", "År", "The amount's year: its column's, else the plan's where the column has a role."),
        text("measure", "Mått", "outcome, forecast, budget, plan, change, total."),
        text("as_of", "Till och med", "For a part-year's outcome; null for whole years."),
        number("sek", "Kronor", "Whole kronor; null where nothing is stated or the unit is unknown."),
        number("sek_fixed", "Kronor, fasta priser", "In the deflator's base year's prices; null without a table."),
        number("sek_per_inhabitant", "Kronor per invånare", "Null without a population table."),
        number("index", "Index", "The series' first year is 100."),
        number("change_percent", "Förändring, procent", "Against the year before in the same series."),
        text("raw", "Tryckt belopp", "The cell as printed."),
        text("unit", "Tryckt enhet", "tkr, mkr, kr."),
        text("label", "Tryckt post", "The line's label as printed."),
        text("column", "Kolumn", "The column's head as printed."),
        text("role", "Rad", "item, group or total."),
        text("budget_kind", "Tabelltyp", "income_statement, frame, investment, operating, other."),
        text("title", "Tabell", "The table's title."),
        text("section", "Grupprad", "The heading row that the line stands under."),
        flag("comparable", "Jämförbar", "False where the amount can't be held to others; ``reason`` says why."),
        REASON,
        MATCH,
        VINTAGE,
        SUPERSEDED,
        text("document_type", "Dokumenttyp", "As in the model."),
        text("record", "Budget-id", "The budget's id in its plan."),
        source(),
    ),
)

BUDGET_OUTCOMES = Table(
    "budget_outcomes",
    "Budget mot utfall",
    "One row a line of a board and year that one document budgets and another (or the same) reports.",
    columns(
        ISSUER,
        integer("group", "Grupp", "Group of the line."),
        text("line", "Post", "The group's name."),
        integer("year", "År", "The year of both."),
        number("budget", "Budget, kronor", "As the plan has it."),
        number("outcome", "Utfall, kronor", "As the report has it; whole years only."),
        number("difference", "Skillnad, kronor", "Outcome less budget, signs as printed."),
        number("percent", "Skillnad, procent", "Of the budget's size."),
        text("label_plan", "Post i planen", "As printed."),
        text("label_report", "Post i rapporten", "As printed."),
        text("raw_plan", "Budget (tryckt)", "As printed."),
        text("raw_report", "Utfall (tryckt)", "As printed."),
        REASON,
        source("_plan", " (plan)"),
        source("_report", " (rapport)"),
    ),
)

CHANGES = Table(
    "changes",
    "Förändringar",
    "One row a goal or target of a board in two plans that follow each other.",
    columns(
        ISSUER,
        integer("year_from", "Från år", "First year of the earlier plan."),
        integer("year_to", "Till år", "First year of the later plan."),
        text("record", "Slag", "goal or target (an indicator's target)."),
        text(
            "change",
            "Förändring",
            "kept, reworded, sharpened, weakened, target_moved (no direction known), turned (the direction turned "
            "round), new, dropped, undecided.",
        ),
        text("text_from", "Tidigare lydelse", "Goal's or indicator's wording in the earlier plan."),
        text("text_to", "Senare lydelse", "In the later plan."),
        text("target_from", "Tidigare målvärde", "As printed."),
        text("target_to", "Senare målvärde", "As printed."),
        integer("target_year_from", "Målår, tidigare", "The year of the earlier target."),
        integer("target_year_to", "Målår, senare", "The year of the later target."),
        MATCH,
        REASON,
        integer("group", "Grupp", "Group of the goal (or the indicator)."),
        text("record_from", "Id, tidigare", "Goal's or indicator's id in the earlier plan."),
        text("record_to", "Id, senare", "In the later plan."),
        source("_from", ", tidigare"),
        source("_to", ", senare"),
    ),
)

FOLLOWUPS = Table(
    "followups",
    "Uppföljning",
    "One row a promise (a target or a goal) and what the report says of it, or what only the report has.",
    columns(
        ISSUER,
        integer("year", "År", "The year of target and outcome."),
        text("record", "Slag", "indicator or goal."),
        text("verdict", "Utfall", "met, partly_met, missed, undecided, not_reported or new_in_report."),
        text("wording", "Lydelse", "same or reworded (in the report); null where one side lacks."),
        text("decided_by", "Avgörs av", "figures (target held to outcome), report (its own assessment), or null."),
        REASON,
        text("text_plan", "Lydelse i planen", "As printed."),
        text("text_report", "Lydelse i rapporten", "As printed."),
        text("target", "Målvärde", "As printed."),
        text("outcome", "Utfall (tryckt)", "As printed."),
        text("outcome_role", "Utfallets slag", "outcome or forecast."),
        text("as_of", "Till och med", "End of a part-year."),
        text("gender", "Kön", "K, M, T or null."),
        text("good", "Önskad riktning", "up or down: which way is better."),
        text("good_from", "Riktningen kommer från", "target, goal, name or rule; with the words that say it."),
        text("assessment", "Rapportens bedömning", "The report's own words or symbol, as printed."),
        MATCH,
        integer("group", "Grupp", "Group of the indicator or goal."),
        text("record_plan", "Id i planen", "Indicator's or goal's id."),
        text("record_report", "Id i rapporten", "Indicator's or goal's id."),
        source("_plan", " (plan)"),
        source("_report", " (rapport)"),
    ),
)

CHAIN = Table(
    "chain",
    "Målkedjan",
    "One row a link council goal → board goal → indicator → report, or a link that is missing.",
    columns(
        ISSUER,
        integer("year", "År", "First year of the lower side's plan (of the upper's where the lower is missing)."),
        text(
            "link", "Led", "council_board, board_board, board_unit, board_indicator, indicator_report or goal_report."
        ),
        text("state", "Läge", "linked, missing (looked for in complete documents, none found) or undecided."),
        text("text_from", "Över", "Wording of the upper side."),
        text("text_to", "Under", "Wording of the lower side."),
        MATCH,
        REASON,
        text("record_from", "Id, över", "Id in its plan."),
        text("record_to", "Id, under", "Id in its plan."),
        source("_from", ", över"),
        source("_to", ", under"),
    ),
)

MEASURABILITY = Table(
    "measurability",
    "Mätbarhet",
    "One row a goal: the facts, no grade. Null where its document could not be read completely and none was found.",
    columns(
        ISSUER,
        integer("year", "Från år", "First year of its plan."),
        text("level", "Nivå", "council, board or unit."),
        text("text", "Mål", "The wording as printed."),
        flag("has_indicator", "Indikator", "At least one indicator is printed for it."),
        flag("has_baseline", "Nuläge", "An indicator of it has a baseline or an outcome of an earlier year."),
        flag("has_target", "Målvärde", "An indicator of it has a target."),
        flag("has_year", "Målår", "A target of it has a year."),
        flag("has_followup", "Uppföljning", "A report says something of it or of its indicators."),
        integer("indicators", "Antal indikatorer", "How many."),
        REASON,
        SUPERSEDED,
        text("document_type", "Dokumenttyp", "As in the model."),
        text("goal", "Mål-id", "The goal's id in its plan."),
        source(),
    ),
)

COVERAGE = Table(
    "coverage",
    "Täckning",
    "One row a municipality, board and year.",
    columns(
        ISSUER,
        integer("year", "År", "A year."),
        text("state", "Läge", "no_document, failed, partial or complete."),
        integer("documents", "Antal dokument", "Documents that cover the year, superseded ones left out."),
        integer("goals", "Mål", "Goals of plans in force that year."),
        integer("indicators", "Indikatorer", "Indicators of them."),
        text("plans", "Planer", "Ids, joined by space."),
        REASON,
    ),
)

PEERS = Table(
    "peers",
    "Jämförelsegrupper",
    "One row a figure of an indicator or budget line over a group of municipalities; ``n`` always tells how many.",
    columns(
        text("record", "Slag", "indicator or budget."),
        integer("group", "Grupp", "Group of the indicator or line."),
        text("name", "Namn", "The group's name."),
        text("peers", "Jämförelsegrupp", "Name of the peers."),
        text("board_kind", "Nämndtyp", "The boards' kind."),
        integer("year", "År", "The year."),
        text("role", "Roll eller mått", "An indicator's role, a budget line's measure."),
        text("gender", "Kön", "K, M, T or null."),
        text("unit", "Enhet", "Of the figures."),
        integer("n", "Antal kommuner", "How many municipalities the figures are of."),
        number("median", "Median", ""),
        number("quartile_1", "Kvartil 1", ""),
        number("quartile_3", "Kvartil 3", ""),
        text("municipalities", "Kommuner", "Which, joined by comma."),
    ),
)

KOLADA = Table(
    "kolada",
    "Kolada",
    "Kolada's own values beside printed ones; for certain links only.",
    columns(
        integer("group", "Grupp", "Group of the indicator."),
        text("kolada_id", "Kolada-id", "KPI id."),
        text("kolada_title", "Nyckeltal i Kolada", "The KPI's title."),
        text("municipality_code", "Kommunkod", "Four digits."),
        integer("year", "År", "The year."),
        text("gender", "Kön", "K, M or T."),
        number("value", "Värde", "As Kolada has it."),
        text("retrieved", "Hämtat", "ISO date on which it was fetched."),
    ),
)

NOT_COMPARED = Table(
    "not_compared",
    "Inte jämfört",
    "One row a thing that could not be compared, and why.",
    columns(
        ISSUER,
        text("record", "Slag", "document, goal, indicator, budget or volume."),
        text(
            "code",
            "Orsak",
            "document_failed, issuer_unknown, year_unknown, duplicate, unread, other_unit, part_year, value_missing, "
            "unit_missing, other_definition, ambiguous (lines of one name), several_columns (of one "
            "year), other_document (neither plan nor report).",
        ),
        REASON,
        text("wording", "Lydelse", "As printed."),
        text("raw", "Tryckt värde", "As printed, for a value."),
        integer("year", "År", "The year."),
        text("record_id", "Id", "Id in its plan."),
        source(),
    ),
)

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        *(GOALS, INDICATORS, BUDGETS, BUDGET_OUTCOMES, CHANGES, FOLLOWUPS, CHAIN, MEASURABILITY, COVERAGE),
        *(PEERS, KOLADA, NOT_COMPARED, DOCUMENTS),
    )
}
