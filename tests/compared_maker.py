"""A small comparison by hand: two municipalities, three years, every table with a row or more."""

from __future__ import annotations

from typing import Any

from planparse.compare.comparison import Comparison

Row = dict[str, Any]

EKBY: Row = {
    "municipality": "Ekby",
    "municipality_code": "9901",
    "board": "Socialnämnden",
    "board_kind": "socialnamnd",
}
LUNDA: Row = {
    "municipality": "Lunda",
    "municipality_code": "9902",
    "board": "Omsorgsnämnden",
    "board_kind": "vard_och_omsorgsnamnd",
}
HOSTILE = 'Minska <script>window.harmed = true</script><img src=x onerror="window.harmed = true"> sjukfrånvaron'


def at(plan: str, page: int, side: str = "", box: str = "60 100 300 130") -> Row:
    """The source columns of a place; the printed page is two less than the file's."""
    told = {"plan": plan, "document": f"{plan}.pdf", "page": page, "page_label": str(page - 2), "bbox": box}
    return {name + side: value for name, value in told.items()}


def _documents() -> list[Row]:
    plans = [("ekby-2023", EKBY, 2023), ("ekby-2024", EKBY, 2024), ("lunda-2024", LUNDA, 2024)]
    return [
        {
            **issuer,
            "plan": plan,
            "document": f"{plan}.pdf",
            "title": f"Verksamhetsplan {year}",
            "year": year,
            "year_end": year,
            "document_type": "verksamhetsplan",
            "pages": 24,
            "state": "complete",
        }
        for plan, issuer, year in plans
    ]


def _goals() -> list[Row]:
    staff, money = "Medarbetare och arbetsgivare", "Ekonomi i balans"
    goals = [
        (staff, 1, EKBY, 2023, "Sjukfrånvaron ska minska", "ekby-2023", 5),
        (staff, 1, EKBY, 2024, HOSTILE, "ekby-2024", 6),
        (staff, 1, LUNDA, 2024, "Sjukfrånvaron bland medarbetarna ska minska", "lunda-2024", 7),
        (money, 2, EKBY, 2024, "En ekonomi i balans", "ekby-2024", 8),
        (money, 2, LUNDA, 2024, "Nämnden har en ekonomi i balans", "lunda-2024", 8),
        ("Miljö och klimat", 3, LUNDA, 2024, "Resorna ska bli fossilfria", "lunda-2024", 9),
    ]
    return [
        {
            **issuer,
            "theme": theme,
            "group": group,
            "year": year,
            "year_end": year,
            "level": "board",
            "text": text,
            "likeness": 0.91,
            "basis": "words",
            "sure": group != 2,
            "goal": f"goal-{number}",
            **at(plan, page),
        }
        for number, (theme, group, issuer, year, text, plan, page) in enumerate(goals)
    ]


def _indicators() -> list[Row]:
    sick = {"group": 1, "indicator": "Sjukfrånvaro", "name": "Sjukfrånvaro", "unit": "percent", "comparable": True}
    values = [
        (EKBY, 2022, "outcome", 8.1, "8,1 %", "ekby-2023", {}),
        (EKBY, 2023, "target", 7.5, "7,5 %", "ekby-2023", {}),
        (EKBY, 2023, "outcome", 7.9, "7,9 %", "ekby-2024", {}),
        (EKBY, 2024, "target", 7.0, "högst 7 %", "ekby-2024", {"comparator": "le"}),
        (LUNDA, 2023, "outcome", 6.4, "6,4 %", "lunda-2024", {}),
        (LUNDA, 2024, "target", 6.0, "6 %", "lunda-2024", {}),
        (LUNDA, 2024, "outcome", 6.6, "6,6 %", "lunda-2024", {"as_of": "2024-08-31", "comparable": False}),
    ]
    rows = [
        {**sick, **issuer, "year": year, "role": role, "value": value, "raw": raw, **more, **at(plan, 10)}
        for issuer, year, role, value, raw, plan, more in values
    ]
    rows[-1]["reason"] = "avser januari till augusti"
    return [*rows, {**EKBY, "group": 2, "indicator": "Nöjda brukare", "role": "target", "raw": "ska öka", "year": 2024}]


def _budgets() -> list[Row]:
    amounts = [
        (EKBY, 2023, "outcome", 412_300_000, "412,3", "ekby-2024"),
        (EKBY, 2024, "budget", 425_000_000, "425,0", "ekby-2024"),
        (LUNDA, 2023, "outcome", 198_400_000, "198,4", "lunda-2024"),
        (LUNDA, 2024, "budget", 203_100_000, "203,1", "lunda-2024"),
    ]
    return [
        {
            **issuer,
            "group": 1,
            "line": "Nettokostnad",
            "label": "Nettokostnad",
            "year": year,
            "measure": measure,
            "sek": sek,
            "sek_per_inhabitant": sek / 20_000,
            "raw": raw,
            "unit": "mkr",
            "comparable": True,
            **at(plan, 15),
        }
        for issuer, year, measure, sek, raw, plan in amounts
    ]


def _changes() -> list[Row]:
    pair = {**EKBY, "year_from": 2023, "year_to": 2024}
    fro, to = at("ekby-2023", 5, "_from"), at("ekby-2024", 6, "_to")
    return [
        {
            **pair,
            "record": "goal",
            "change": "reworded",
            "text_from": "Alla elever ska känna sig trygga i skolan",
            "text_to": "Alla barn ska känna sig trygga på vägen till skolan",
            "likeness": 0.74,
            "sure": False,
            "basis": "words",
            **fro,
            **to,
        },
        {
            **pair,
            "record": "target",
            "change": "sharpened",
            "text_from": "Sjukfrånvaro",
            "text_to": "Sjukfrånvaro",
            "target_from": "7,5 %",
            "target_to": "högst 7 %",
            "reason": "lägre är bättre",
            **fro,
            **to,
        },
        {**pair, "record": "goal", "change": "new", "text_to": "Digitala tjänster först", **to},
        {**pair, "record": "goal", "change": "dropped", "text_from": "Fler mötesplatser för unga", **fro},
        {
            **LUNDA,
            "year_from": 2023,
            "year_to": 2024,
            "record": "goal",
            "change": "kept",
            "text_from": "A",
            "text_to": "A",
        },
    ]


def _followups() -> list[Row]:
    sides = {**at("ekby-2023", 5, "_plan"), **at("ekby-2024", 12, "_report")}
    told = {**EKBY, "year": 2023, "record": "indicator", **sides}
    return [
        {
            **told,
            "verdict": "missed",
            "decided_by": "figures",
            "text_plan": "Sjukfrånvaro",
            "target": "7,5 %",
            "outcome": "7,9 %",
            "good": "down",
            "reason": "7,9 är mer än 7,5 och lägre är bättre",
        },
        {**told, "verdict": "undecided", "text_plan": "Nöjda brukare", "reason": "riktningen är inte känd"},
    ]


def _chain() -> list[Row]:
    council = {"text_from": "En trygg kommun", "record_from": "goal-0", **at("ekby-2024", 3, "_from")}
    board = {"text_to": "Trygg omsorg", "record_to": "goal-1", **at("ekby-2024", 6, "_to")}
    below = {"text_from": "Trygg omsorg", "record_from": "goal-1", **at("ekby-2024", 6, "_from")}
    indicator = {"text_to": "Andel trygga", "record_to": "indicator-1", **at("ekby-2024", 7, "_to")}
    lonely = {"text_from": "Grön kommun", "record_from": "goal-9", **at("ekby-2024", 4, "_from")}
    told = {**EKBY, "year": 2024}
    return [
        {**told, "link": "council_board", "state": "linked", "basis": "printed_link", "sure": True, **council, **board},
        {**told, "link": "board_indicator", "state": "linked", "basis": "printed_link", **below, **indicator},
        {**told, "link": "council_board", "state": "missing", "reason": "alla nämnders planer är lästa", **lonely},
    ]


def _others() -> dict[str, list[Row]]:
    return {
        "budget_outcomes": [
            {**EKBY, "group": 1, "line": "Nettokostnad", "year": 2023, "budget": 4.1e8, "outcome": 4.123e8}
            | {"difference": 2.3e6, "percent": 0.56, "raw_plan": "410,0", "raw_report": "412,3"}
            | {**at("ekby-2023", 15, "_plan"), **at("ekby-2024", 15, "_report")}
        ],
        "measurability": [
            {**EKBY, "year": 2024, "level": "board", "text": "En ekonomi i balans", "has_indicator": True}
            | {"has_baseline": False, "indicators": 1, **at("ekby-2024", 8)}
        ],
        "coverage": [
            {
                **EKBY,
                "year": 2023,
                "state": "complete",
                "documents": 1,
                "goals": 1,
                "indicators": 1,
                "plans": "ekby-2023",
            },
            {
                **EKBY,
                "year": 2024,
                "state": "complete",
                "documents": 1,
                "goals": 2,
                "indicators": 2,
                "plans": "ekby-2024",
            },
            {**LUNDA, "year": 2023, "state": "no_document", "documents": 0},
            {**LUNDA, "year": 2024, "state": "partial", "documents": 1, "goals": 3, "plans": "lunda-2024"}
            | {"reason": "sida 14 är en bild"},
        ],
        "peers": [
            {"record": "indicator", "group": 1, "name": "Sjukfrånvaro", "peers": "Grannar", "year": 2023, "n": 4}
            | {"role": "outcome", "unit": "percent", "median": 6.9, "quartile_1": 6.2, "quartile_3": 7.4}
        ],
        "kolada": [
            {"group": 1, "kolada_id": "N00090", "kolada_title": "Sjukfrånvaro", "municipality_code": "9901"}
            | {"year": 2023, "gender": "T", "value": 7.8, "retrieved": "2025-02-01"}
        ],
        "not_compared": [
            {**LUNDA, "record": "indicator", "code": "part_year", "reason": "avser januari till augusti"}
            | {"wording": "Sjukfrånvaro", "raw": "6,6 %", "year": 2024, **at("lunda-2024", 10)},
            {**EKBY, "record": "goal", "code": "alone", "reason": "inget liknande mål", "wording": "Fler mötesplatser"}
            | {"year": 2023, **at("ekby-2023", 6)},
        ],
    }


def small_comparison() -> Comparison:
    """The comparison that the report's tests look at."""
    return Comparison.of_rows(
        {
            "documents": _documents(),
            "goals": _goals(),
            "indicators": _indicators(),
            "budgets": _budgets(),
            "changes": _changes(),
            "followups": _followups(),
            "chain": _chain(),
            **_others(),
        },
        {"planparse": "0.1", "model": False},
    )
