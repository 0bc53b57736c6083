"""The columns of a comparison's tables: names, kinds and meanings, in the order in which they stand.

``TABLES`` is the contract of :class:`planparse.compare.Comparison`: what is shown, saved or tested goes by it. A table
is made from rows (dicts) by ``frame``; a row that has a key that is no column of its table is an error.

>>> [column.name for column in TABLES["coverage"].columns][:4]
['municipality', 'municipality_code', 'board', 'board_kind']
"""

from __future__ import annotations

from planparse.compare.tables import Column, Row, Table

__all__ = ["TABLES", "Column", "Row", "Table"]


def _columns(*groups: tuple[Column, ...] | Column) -> tuple[Column, ...]:
    out: list[Column] = []
    for group in groups:
        out += [group] if isinstance(group, Column) else group
    return tuple(out)


def _text(name: str, heading: str, about: str) -> Column:
    return Column(name, "text", heading, about)


def _integer(name: str, heading: str, about: str) -> Column:
    return Column(name, "integer", heading, about)


def _number(name: str, heading: str, about: str) -> Column:
    return Column(name, "number", heading, about)


def _flag(name: str, heading: str, about: str) -> Column:
    return Column(name, "boolean", heading, about)


ISSUER = _columns(
    _text("municipality", "Kommun", "Name of the municipality, as in the plan."),
    _text("municipality_code", "Kommunkod", "Statistics Sweden's four digits, where known."),
    _text("board", "Nämnd", "The board; null for the whole municipality."),
    _text("board_kind", "Nämndtyp", "The board's kind, as in the model."),
)


def _source(suffix: str = "", of: str = "") -> tuple[Column, ...]:
    """Where a fact stands; ``suffix`` tells the two sides of a pair apart."""
    return _columns(
        _text(f"plan{suffix}", f"Plan{of}", "The plan's id (``Plan.id``); ``documents`` tells more of it."),
        _text(f"document{suffix}", f"Dokument{of}", "The document's file name."),
        _integer(f"page{suffix}", f"Filsida{of}", "1-based page of the file."),
        _text(f"page_label{suffix}", f"Tryckt sida{of}", "The page number printed there."),
        _text(f"bbox{suffix}", f"Plats{of}", 'First place on that page, "x0 top x1 bottom" in points from top left.'),
    )


_MATCH = _columns(
    _number("likeness", "Likhet", "0 to 1: how alike the wordings are; null where nothing was matched."),
    _text(
        "basis",
        "Grund",
        "What the match rests on: kolada_id, same_name, near_name, alike_name, printed_link, same_wording, "
        "near_wording, words (lemmas and n-grams), model (the language model).",
    ),
    _flag("sure", "Säker", "False for a match near its threshold: shown, and marked."),
)
_REASON = _text("reason", "Skäl", "Why, in Swedish: what the verdict rests on, or what hindered one.")
_SUPERSEDED = _flag("superseded", "Ersatt", "A later version or plan says this anew; left out of counts.")
_VINTAGE = _text("vintage", "Årgång", 'Which plan said it: its years and kind, "2019-2022 verksamhetsplan".')

DOCUMENTS = Table(
    "documents",
    "Dokument",
    "One row a document.",
    _columns(
        ISSUER,
        _text("plan", "Plan", "The plan's id."),
        _text("document", "Dokument", "The document's file name."),
        _text("title", "Titel", "As printed."),
        _text("document_type", "Dokumenttyp", "As in the model."),
        _integer("year", "Från år", "First year that it covers."),
        _integer("year_end", "Till år", "Last year that it covers."),
        _text("adopted", "Antagen", "ISO date, where printed."),
        _integer("pages", "Sidor", "Pages of the file."),
        _text("path", "Sökväg", "Where the PDF or the saved plan was read from, where known."),
        _text("state", "Läge", "complete, partial or failed."),
        _REASON,
        _SUPERSEDED,
    ),
)

GOALS = Table(
    "goals",
    "Mål",
    "One row a goal of a plan.",
    _columns(
        _text("theme", "Tema", "What it is about, by the word lists of themes; Övriga mål where none fits."),
        _integer("group", "Grupp", "Goals with the same number are held for the same goal."),
        ISSUER,
        _integer("year", "Från år", "First year of its plan."),
        _integer("year_end", "Till år", "Last year of its plan."),
        _text("level", "Nivå", "council, board or unit."),
        _text("text", "Mål", "The wording as printed."),
        _text("direction", "Riktning", "up, down, hold, floor, cap, or null where the wording gives none."),
        _text("term", "Benämning", "What the plan calls such a goal."),
        _text("label", "Beteckning", "Its printed number or label."),
        _text("area", "Målområde", "Heading that groups it."),
        _MATCH,
        _text("status", "Bedömning", "A report's own assessment: met, partly_met, not_met, …"),
        _text("status_raw", "Bedömning (tryckt)", "The words or symbol printed."),
        _SUPERSEDED,
        _text("document_type", "Dokumenttyp", "As in the model."),
        _text("goal", "Mål-id", "The goal's id in its plan."),
        _source(),
    ),
)

INDICATORS = Table(
    "indicators",
    "Indikatorer",
    "One row a printed value of an indicator.",
    _columns(
        _integer("group", "Grupp", "Indicators with the same number are held for the same one."),
        _text("indicator", "Indikator", "The group's name: its most usual wording."),
        ISSUER,
        _integer("year", "År", "The year that the value is for."),
        _text("role", "Roll", "baseline, target, outcome or forecast."),
        _text("gender", "Kön", "K, M, T or null."),
        _text("as_of", "Till och med", "End of a part-year; such a value is not compared with whole years."),
        _number("value", "Värde", "In ``unit``; null where the cell holds none."),
        _number("upper", "Övre", "Upper end of a range."),
        _text("unit", "Enhet", "The group's unit, to which values were brought."),
        _text("comparator", "Jämförelse", "eq, lt, le, gt, ge, approx."),
        _text("reference", "Jämförs med", "previous_year, or a year, for a relative target."),
        _text("raw", "Tryckt värde", "The cell as printed."),
        _text("name", "Tryckt namn", "The indicator's name as printed."),
        _flag("comparable", "Jämförbar", "False: other unit, base, definition or a part of a year; ``reason`` says."),
        _REASON,
        _MATCH,
        _text("kolada_id", "Kolada-id", "KPI id, printed or linked."),
        _text("kolada_link", "Koladalänk", "printed, certain or likely."),
        _text("kolada_title", "Nyckeltal i Kolada", "The KPI's title: the link's evidence."),
        _VINTAGE,
        _SUPERSEDED,
        _text("document_type", "Dokumenttyp", "As in the model."),
        _text("record", "Indikator-id", "The indicator's or volume's id in its plan."),
        _text("goal", "Mål-id", "The goal that it belongs to in its plan."),
        _source(),
    ),
)

BUDGETS = Table(
    "budgets",
    "Budget",
    "One row a printed amount.",
    _columns(
        _integer("group", "Grupp", "Lines with the same number are held for the same one."),
        _text("line", "Post", "The group's name."),
        ISSUER,
        _integer("year", "År", "The amount's year: its column's, else the plan's where the column has a role."),
        _text("measure", "Mått", "outcome, forecast, budget, plan, change, total."),
        _text("as_of", "Till och med", "For a part-year's outcome; null for whole years."),
        _number("sek", "Kronor", "Whole kronor; null where nothing is stated or the unit is unknown."),
        _number("sek_fixed", "Kronor, fasta priser", "In the deflator's base year's prices; null without a table."),
        _number("sek_per_inhabitant", "Kronor per invånare", "Null without a population table."),
        _number("index", "Index", "The series' first year is 100."),
        _number("change_percent", "Förändring, procent", "Against the year before in the same series."),
        _text("raw", "Tryckt belopp", "The cell as printed."),
        _text("unit", "Tryckt enhet", "tkr, mkr, kr."),
        _text("label", "Tryckt post", "The line's label as printed."),
        _text("column", "Kolumn", "The column's head as printed."),
        _text("role", "Rad", "item, group or total."),
        _text("budget_kind", "Tabelltyp", "income_statement, frame, investment, operating, other."),
        _text("title", "Tabell", "The table's title."),
        _text("section", "Grupprad", "The heading row that the line stands under."),
        _flag("comparable", "Jämförbar", "False where the amount can't be held to others; ``reason`` says why."),
        _REASON,
        _MATCH,
        _VINTAGE,
        _SUPERSEDED,
        _text("document_type", "Dokumenttyp", "As in the model."),
        _text("record", "Budget-id", "The budget's id in its plan."),
        _source(),
    ),
)

BUDGET_OUTCOMES = Table(
    "budget_outcomes",
    "Budget mot utfall",
    "One row a line of a board and year that one document budgets and another (or the same) reports.",
    _columns(
        ISSUER,
        _integer("group", "Grupp", "Group of the line."),
        _text("line", "Post", "The group's name."),
        _integer("year", "År", "The year of both."),
        _number("budget", "Budget, kronor", "As the plan has it."),
        _number("outcome", "Utfall, kronor", "As the report has it; whole years only."),
        _number("difference", "Skillnad, kronor", "Outcome less budget, signs as printed."),
        _number("percent", "Skillnad, procent", "Of the budget's size."),
        _text("label_plan", "Post i planen", "As printed."),
        _text("label_report", "Post i rapporten", "As printed."),
        _text("raw_plan", "Budget (tryckt)", "As printed."),
        _text("raw_report", "Utfall (tryckt)", "As printed."),
        _REASON,
        _source("_plan", " (plan)"),
        _source("_report", " (rapport)"),
    ),
)

CHANGES = Table(
    "changes",
    "Förändringar",
    "One row a goal or target of a board in two plans that follow each other.",
    _columns(
        ISSUER,
        _integer("year_from", "Från år", "First year of the earlier plan."),
        _integer("year_to", "Till år", "First year of the later plan."),
        _text("record", "Slag", "goal or target (an indicator's target)."),
        _text(
            "change",
            "Förändring",
            "kept, reworded, sharpened, weakened, target_moved (no direction known), turned (the direction turned "
            "round), new, dropped, undecided.",
        ),
        _text("text_from", "Tidigare lydelse", "Goal's or indicator's wording in the earlier plan."),
        _text("text_to", "Senare lydelse", "In the later plan."),
        _text("target_from", "Tidigare målvärde", "As printed."),
        _text("target_to", "Senare målvärde", "As printed."),
        _integer("target_year_from", "Målår, tidigare", "The year of the earlier target."),
        _integer("target_year_to", "Målår, senare", "The year of the later target."),
        _MATCH,
        _REASON,
        _integer("group", "Grupp", "Group of the goal (or the indicator)."),
        _text("record_from", "Id, tidigare", "Goal's or indicator's id in the earlier plan."),
        _text("record_to", "Id, senare", "In the later plan."),
        _source("_from", ", tidigare"),
        _source("_to", ", senare"),
    ),
)

FOLLOWUPS = Table(
    "followups",
    "Uppföljning",
    "One row a promise (a target or a goal) and what the report says of it, or what only the report has.",
    _columns(
        ISSUER,
        _integer("year", "År", "The year of target and outcome."),
        _text("record", "Slag", "indicator or goal."),
        _text("verdict", "Utfall", "met, partly_met, missed, undecided, not_reported or new_in_report."),
        _text("wording", "Lydelse", "same or reworded (in the report); null where one side lacks."),
        _text("decided_by", "Avgörs av", "figures (target held to outcome), report (its own assessment), or null."),
        _REASON,
        _text("text_plan", "Lydelse i planen", "As printed."),
        _text("text_report", "Lydelse i rapporten", "As printed."),
        _text("target", "Målvärde", "As printed."),
        _text("outcome", "Utfall (tryckt)", "As printed."),
        _text("outcome_role", "Utfallets slag", "outcome or forecast."),
        _text("as_of", "Till och med", "End of a part-year."),
        _text("gender", "Kön", "K, M, T or null."),
        _text("good", "Önskad riktning", "up or down: which way is better."),
        _text("good_from", "Riktningen kommer från", "target, goal, name or rule; with the words that say it."),
        _text("assessment", "Rapportens bedömning", "The report's own words or symbol, as printed."),
        _MATCH,
        _integer("group", "Grupp", "Group of the indicator or goal."),
        _text("record_plan", "Id i planen", "Indicator's or goal's id."),
        _text("record_report", "Id i rapporten", "Indicator's or goal's id."),
        _source("_plan", " (plan)"),
        _source("_report", " (rapport)"),
    ),
)

CHAIN = Table(
    "chain",
    "Målkedjan",
    "One row a link council goal → board goal → indicator → report, or a link that is missing.",
    _columns(
        ISSUER,
        _integer("year", "År", "First year of the lower side's plan (of the upper's where the lower is missing)."),
        _text(
            "link", "Led", "council_board, board_board, board_unit, board_indicator, indicator_report or goal_report."
        ),
        _text("state", "Läge", "linked, missing (looked for in complete documents, none found) or undecided."),
        _text("text_from", "Över", "Wording of the upper side."),
        _text("text_to", "Under", "Wording of the lower side."),
        _MATCH,
        _REASON,
        _text("record_from", "Id, över", "Id in its plan."),
        _text("record_to", "Id, under", "Id in its plan."),
        _source("_from", ", över"),
        _source("_to", ", under"),
    ),
)

MEASURABILITY = Table(
    "measurability",
    "Mätbarhet",
    "One row a goal: the facts, no grade. Null where the document could not be read completely and none was found.",
    _columns(
        ISSUER,
        _integer("year", "Från år", "First year of its plan."),
        _text("level", "Nivå", "council, board or unit."),
        _text("text", "Mål", "The wording as printed."),
        _flag("has_indicator", "Indikator", "At least one indicator is printed for it."),
        _flag("has_baseline", "Nuläge", "An indicator of it has a baseline or an outcome of an earlier year."),
        _flag("has_target", "Målvärde", "An indicator of it has a target."),
        _flag("has_year", "Målår", "A target of it has a year."),
        _flag("has_followup", "Uppföljning", "A report says something of it or of its indicators."),
        _integer("indicators", "Antal indikatorer", "How many."),
        _REASON,
        _SUPERSEDED,
        _text("goal", "Mål-id", "The goal's id in its plan."),
        _source(),
    ),
)

COVERAGE = Table(
    "coverage",
    "Täckning",
    "One row a municipality, board and year.",
    _columns(
        ISSUER,
        _integer("year", "År", "A year."),
        _text("state", "Läge", "no_document, failed, partial or complete."),
        _integer("documents", "Antal dokument", "Documents that cover the year, superseded ones left out."),
        _integer("goals", "Mål", "Goals of plans in force that year."),
        _integer("indicators", "Indikatorer", "Indicators of them."),
        _text("plans", "Planer", "Ids, joined by space."),
        _REASON,
    ),
)

PEERS = Table(
    "peers",
    "Jämförelsegrupper",
    "One row a figure of an indicator or budget line over a group of municipalities; ``n`` always tells how many.",
    _columns(
        _text("record", "Slag", "indicator or budget."),
        _integer("group", "Grupp", "Group of the indicator or line."),
        _text("name", "Namn", "The group's name."),
        _text("peers", "Jämförelsegrupp", "Name of the peers."),
        _text("board_kind", "Nämndtyp", "The boards' kind."),
        _integer("year", "År", "The year."),
        _text("role", "Roll eller mått", "An indicator's role, a budget line's measure."),
        _text("gender", "Kön", "K, M, T or null."),
        _text("unit", "Enhet", "Of the figures."),
        _integer("n", "Antal kommuner", "How many municipalities the figures are of."),
        _number("median", "Median", ""),
        _number("quartile_1", "Kvartil 1", ""),
        _number("quartile_3", "Kvartil 3", ""),
        _text("municipalities", "Kommuner", "Which, joined by comma."),
    ),
)

KOLADA = Table(
    "kolada",
    "Kolada",
    "Kolada's own values beside printed ones; for certain links only.",
    _columns(
        _integer("group", "Grupp", "Group of the indicator."),
        _text("kolada_id", "Kolada-id", "KPI id."),
        _text("kolada_title", "Nyckeltal i Kolada", "The KPI's title."),
        _text("municipality_code", "Kommunkod", "Four digits."),
        _integer("year", "År", "The year."),
        _text("gender", "Kön", "K, M or T."),
        _number("value", "Värde", "As Kolada has it."),
        _text("retrieved", "Hämtat", "ISO date on which it was fetched."),
    ),
)

NOT_COMPARED = Table(
    "not_compared",
    "Inte jämfört",
    "One row a thing that could not be compared, and why.",
    _columns(
        ISSUER,
        _text("record", "Slag", "document, goal, indicator, budget or volume."),
        _text(
            "code",
            "Orsak",
            "document_failed, issuer_unknown, year_unknown, duplicate, unread, other_unit, part_year, value_missing, "
            "unit_missing, other_definition, alone (nothing alike elsewhere).",
        ),
        _REASON,
        _text("wording", "Lydelse", "As printed."),
        _text("raw", "Tryckt värde", "As printed, for a value."),
        _integer("year", "År", "The year."),
        _text("record_id", "Id", "Id in its plan."),
        _source(),
    ),
)

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        *(GOALS, INDICATORS, BUDGETS, BUDGET_OUTCOMES, CHANGES, FOLLOWUPS, CHAIN, MEASURABILITY, COVERAGE),
        *(PEERS, KOLADA, NOT_COMPARED, DOCUMENTS),
    )
}
