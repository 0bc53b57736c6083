"""Controls, guarantees, calendars, assignments, services and stated amounts, on small documents."""

from __future__ import annotations

from dataclasses import replace

import pytest

from goal_documents import GREEN, PLAN, RED, document, dot, grid, item, para, section
from planparse.extract.amounts import extract_amounts
from planparse.extract.assignments import claim_assignments, extract_assignments
from planparse.extract.calendar import claim_calendar, extract_calendar
from planparse.extract.claims import Claimant, ClaimedTable, claim_tables
from planparse.extract.context import Context
from planparse.extract.controls import claim_controls, extract_controls
from planparse.extract.guarantees import claim_guarantees, extract_guarantees
from planparse.extract.services import extract_services
from planparse.model import Assignment, CalendarItem
from planparse.outline.document import Document


def fresh(context: Context = PLAN) -> Context:
    return replace(context, ids=type(context.ids)())


def claimed(made: Document, claimant: Claimant) -> list[ClaimedTable]:
    return claim_tables(made, fresh(), (claimant,))


# Internal control


def test_a_control_for_each_row_with_merged_processes() -> None:
    table = grid(
        ("Process", "Kontrollmoment", "Ansvarig", "Frekvens", "Rapporteras till", "Riskvärde"),
        ("Löner", "Attester", "HR-chef", "1 gång per år", "Nämnden", "12"),
        (None, "Behörigheter", "IT-chef", "Löpande", "Chefen", "hög"),
        spans={(1, 0): (2, 1)},
    )
    made = document(section("Internkontrollplan", table))
    first, second = extract_controls(claimed(made, claim_controls), fresh())[0]
    assert (first.process, first.control, first.responsible, first.risk) == ("Löner", "Attester", "HR-chef", 12)
    assert (second.process, second.frequency, second.report_to, second.risk) == ("Löner", "Löpande", "Chefen", None)


def test_risk_heads_a_number_or_a_name() -> None:
    by_name = grid(("Risk", "Kontrollmoment", "Metod"), ("Fel i fakturor", "Stickprov", "Urval"))
    by_number = grid(("Process", "Kontrollmoment", "Risk"), ("Inköp", "Stickprov", "9"))
    made = document(section("Intern kontroll", by_name, by_number))
    first, second = extract_controls(claimed(made, claim_controls), fresh())[0]
    assert (first.process, first.risk) == ("Fel i fakturor", None)
    assert (second.process, second.risk) == ("Inköp", 9)


# Guarantees


def test_guarantees_with_a_target_beside_or_in_the_promise() -> None:
    table = grid(("Tjänstegaranti", "Mål"), ("Vi svarar inom tre dagar.", "95 %"), ("Du får tid inom två veckor.", ""))
    made = document(section("Löften", table), section("Servicegarantier", item("Besked lämnas inom 7 dagar.")))
    found = extract_guarantees(claimed(made, claim_guarantees), made, fresh())
    assert [(one.target.raw, one.target.value) for one in found if one.target] == [
        ("95 %", 95),
        ("inom två veckor", 2),
        ("inom 7 dagar", 7),
    ]


# Calendars


def calendar(made: Document) -> list[CalendarItem]:
    return extract_calendar(claimed(made, claim_calendar), made, fresh())


def test_month_labels_with_their_items() -> None:
    made = document(
        section(
            "Nämndens år 2025",
            para("JANUARI / FEBRUARI", bold=True),
            item("Bokslut"),
            para("Mars", bold=True),
            item("Budget"),
            item("Taxor"),
            para("ÖVRIGT UNDER ÅRET", bold=True),
            item("Avskrivningar"),
        )
    )
    assert [(one.year, one.month, one.text) for one in calendar(made)] == [
        (2025, 1, "Bokslut"),
        (2025, 3, "Budget"),
        (2025, 3, "Taxor"),
        (2025, None, "Avskrivningar"),
    ]


def test_a_timetable_with_year_rows() -> None:
    table = grid(
        ("Datum", "Aktivitet"),
        ("År 2026", ""),
        ("12 mars", "Start"),
        ("", "Samma dag"),
        ("2027", ""),
        ("31 jan", "Klart"),
    )
    found = calendar(document(section("Tidplan", table)))
    assert [(one.year, one.month, one.label, one.text) for one in found] == [
        (2026, 3, "12 mars", "Start"),
        (2026, 3, "12 mars", "Samma dag"),
        (2027, 1, "31 jan", "Klart"),
    ]


def test_a_timetable_s_year_in_the_text_over_it() -> None:
    table = grid(("Datum", "Händelse"), ("12 mars", "Start"), ("31 maj", "Klart"))
    found = calendar(document(section("Tidplan", para("Under 2025 gäller följande tider."), table)))
    assert {one.year for one in found} == {2025}


def test_a_year_as_a_grid_of_months() -> None:
    table = grid(
        ("Januari", "Februari", "Mars"),
        ("Bokslut", "", "Budget"),
        ("April", "Maj", "Juni"),
        ("", "Delårsrapport", ""),
        header=0,
    )
    found = calendar(document(section("Årshjul 2024", table)))
    assert [(one.year, one.month, one.text) for one in found] == [
        (2024, 1, "Bokslut"),
        (2024, 3, "Budget"),
        (2024, 5, "Delårsrapport"),
    ]


def test_a_table_of_investments_is_no_timetable() -> None:
    table = grid(("Objekt", "Beskrivning", "Tidpunkt för start"), ("LSS-boende", "12 platser", "Januari 2025"))
    assert calendar(document(section("Investeringar", table))) == []


# Assignments


def assignments(made: Document, context: Context = PLAN) -> list[Assignment]:
    return extract_assignments(claimed(made, claim_assignments), made, fresh(context))


def test_a_list_after_a_lead_in_that_gives_uppdrag() -> None:
    made = document(
        section(
            "Nämndens uppdrag",
            para("Nämnden ansvarar för:"),
            item("äldreomsorg"),
            para("Kommunfullmäktige har gett nämnden följande uppdrag för 2025:"),
            item("Pröva en ny modell.", "1."),
            item("Redovisa kostnaden.", "2."),
        )
    )
    assert [(one.label, one.giver, one.text) for one in assignments(made)] == [
        ("1", "council", "Pröva en ny modell."),
        ("2", "council", "Redovisa kostnaden."),
    ]


def test_goals_under_a_heading_of_uppdrag_are_none() -> None:
    made = document(
        section(
            "Särskilda uppdrag från kommunfullmäktige",
            para("Fullmäktige har beslutat om följande långsiktiga mål."),
            item("Trygga barn."),
            para("Nämnden har fått i uppdrag att:"),
            item("Öppna en fritidsgård."),
        )
    )
    assert [one.text for one in assignments(made)] == ["Öppna en fritidsgård."]


@pytest.mark.parametrize("heading", ["Uppdrag", "Grunduppdrag", "Ansvarsområden"])
def test_standing_duties_are_none(heading: str) -> None:
    assert assignments(document(section(heading, item("Driva bibliotek.")))) == []


def test_a_table_of_assignments_with_words_and_symbols_for_status() -> None:
    table = grid(
        ("Uppdrag", "Ansvarig", "Klart", "Status", "Kommentar"),
        ("Ta fram en plan", "Gatuchef", "2024-06-30", dot(GREEN), "Antogs i maj."),
        ("Pröva lokaler", "Fastighetschef", "2025", dot(RED), ""),
    )
    first, second = assignments(document(section("Uppdrag från kommunfullmäktige", table)))
    assert (first.giver, first.responsible, first.end, first.status) == ("council", "Gatuchef", "2024-06-30", "met")
    assert (second.end, second.status, second.comment) == ("2025", "not_met", None)


# Services


def test_a_service_has_its_own_labels() -> None:
    made = document(
        section("Vuxenenheten"),
        section("Socialjour", para("Uppdrag: Stöd i akuta ärenden."), para("Målgrupp: Alla invånare."), level=2),
        section("Om enheten", para("Uppdrag: Enheten leds av en chef."), level=2),
    )
    (service,) = extract_services(made, fresh())
    assert (service.name, service.unit) == ("Socialjour", "Vuxenenheten")
    assert (service.mission, service.target_group) == ("Stöd i akuta ärenden.", "Alla invånare.")


# Stated amounts


def amounts(text: str) -> list[tuple[str, int, int | None, str | None]]:
    found = extract_amounts(document(section("Ekonomi", para(text))), fresh())
    return [(one.raw, int(one.sek or 0), one.year, one.kind) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ramen är 450 miljoner kronor för 2025.", [("450 miljoner kronor", 450_000_000, 2025, "frame")]),
        ("Nämnden redovisar ett underskott på 0,4 mnkr.", [("0,4 mnkr", -400_000, None, "deviation")]),
        ("Bokslutet slutar på ett överskott om 1,25 mnkr.", [("1,25 mnkr", 1_250_000, None, "deviation")]),
        ("Jämfört med 2010 är ramen 3 840 tkr högre år 2011.", [("3 840 tkr", 3_840_000, 2011, "frame")]),
        ("Andelen är 12 procent.", []),
    ],
)
def test_amounts_with_sign_year_and_kind(text: str, expected: list[tuple[str, int, int | None, str]]) -> None:
    assert amounts(text) == expected


def test_an_amount_stands_on_its_own_words() -> None:
    made = document(section("Ekonomi", para("Totalt 26 000 tkr gick åt, varav 6 000 tkr till löner.")))
    first, second = extract_amounts(made, fresh())
    assert first.locations[0].bbox[0] < second.locations[0].bbox[0]
    assert first.locations[0].bbox[2] < second.locations[0].bbox[0]


def test_a_column_may_name_who_gave_an_assignment() -> None:
    table = grid(
        ("Uppdrag", "Beslutad av", "Slutdatum"),
        ("Utred en ny simhall", "Kommunfullmäktige", "2023-12-31"),
        ("Se över taxorna", "Fritidsnämnden", "2023-09-30"),
    )
    made = document(section("Uppdrag", table))
    found = extract_assignments(claimed(made, claim_assignments), made, fresh())
    assert [(one.giver, one.end) for one in found] == [("council", "2023-12-31"), ("board", "2023-09-30")]


def test_a_sentence_that_goes_on_about_an_amount_has_its_kind() -> None:
    text = "Nämndens nettobudget är 184,6 mnkr. Det är 5 200 tkr mer än i fjol. Träffpunkten kostar 2 mnkr."
    made = document(section("Ekonomi", para(text)))
    assert [amount.kind for amount in extract_amounts(made, fresh())] == ["frame", "frame", "cost"]


def test_a_line_that_groups_control_points_is_none() -> None:
    table = grid(
        ("Risk", "Kontrollmoment", "Ansvarig", "Rapporteras till"),
        ("Handläggning", None, None, None),
        ("Fel i registret", "Stickprov av tio akter", "Handläggare", "Nämnden"),
        ("Ekonomi", "", "", ""),
        ("Fel belopp", "Genomgång av beslut", "Ekonom", "Nämnden"),
        spans={(1, 0): (1, 4)},
    )
    made = document(section("Kontrollpunkter", table))
    found, doubts = extract_controls(claimed(made, claim_controls), fresh())
    assert [one.process for one in found] == ["Fel i registret", "Fel belopp"] and not doubts


def test_promises_behind_a_lead_in_or_as_paragraphs_under_their_heading() -> None:
    listed = section(
        "Kvalitet", para("Vi garanterar att:"), item("du får svar inom två arbetsdagar"), para("Ring oss.")
    )
    prose = section("Tjänstegarantier", para("Garantierna gäller alla."), para("Du får ett beslut inom 14 dagar."))
    made = document(listed, prose, section("Annat", item("en punkt")))
    found = extract_guarantees(claimed(made, claim_guarantees), made, fresh())
    assert [one.text for one in found] == ["du får svar inom två arbetsdagar", "Du får ett beslut inom 14 dagar."]


def test_bullets_in_a_timetables_cell_are_items() -> None:
    plain = grid(("Månad", "Ärenden"), ("Januari", "Internbudget Intern kontroll"), ("Maj", "Tertialrapport"))
    bullets = (item("Internbudget"), item("Intern kontroll"))
    table = replace(plain, cells=tuple(replace(c, parts=bullets) if "Intern" in c.text else c for c in plain.cells))
    made = document(section("Årshjul 2026", table))
    found = extract_calendar(claimed(made, claim_calendar), made, fresh())
    assert [(one.month, one.text) for one in found] == [
        (1, "Internbudget"),
        (1, "Intern kontroll"),
        (5, "Tertialrapport"),
    ]


def test_the_lead_in_over_a_table_says_who_gave_its_assignments() -> None:
    table = grid(("Nr", "Uppdrag", "Ansvarig"), ("1", "Se över taxan för bygglov", "Byggnadsnämnden"))
    text = para("Målen gäller i fyra år. Utöver dem lämnar fullmäktige följande uppdrag.")
    assert [one.giver for one in assignments(document(section("Uppdrag", text, table)))] == ["council"]
    about = para("Fullmäktige fick en redovisning i maj.")
    assert [one.giver for one in assignments(document(section("Uppdrag", about, table)))] == ["board"]


def test_a_comment_that_begins_with_a_status_and_a_decision_that_names_the_council() -> None:
    table = grid(
        ["Nr", "Uppdrag", "Beslut", "Lägesbeskrivning"],
        ["2021:4", "Utred en ny avfart", "KF 2021-06-14", "Pågår. Trafikverket har svarat."],
        ["2022:1", "Inför en e-tjänst", "Nämnden 2022", "Underlaget är sent."],
    )
    made = document(section("Tilläggsuppdrag", table))
    assert [(one.giver, one.status, one.comment) for one in assignments(made)] == [
        ("council", "partly_met", "Pågår. Trafikverket har svarat."),
        ("board", None, "Underlaget är sent."),
    ]


def test_the_boards_own_uppdrag_under_their_heading() -> None:
    made = document(section("Nämndens egna uppdrag", para("Förvaltningen ska under året"), item("se över taxan")))
    assert [(one.giver, one.text) for one in assignments(made)] == [("board", "se över taxan")]
