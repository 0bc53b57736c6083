from __future__ import annotations

from dataclasses import replace

from goal_documents import MUNICIPAL, PLAN, REPORT, document, found, item, para, parent, section, texts
from planparse.extract.goals import GoalRecords
from planparse.layout.blocks import Block


def read(*blocks: Block, title: str = "Styrning", municipal: bool = False) -> GoalRecords:
    return found(document(section(title, *blocks)), MUNICIPAL if municipal else PLAN)


def test_a_list_after_a_lead_in() -> None:
    records = read(
        para("Omsorgsnämndens mål utgår från de kommunövergripande målen:"),
        item("Alla får svar inom ett dygn."),
        item("Fler bor kvar hemma."),
        para("Uppdrag:", bold=True),
        item("Utred en ny nattpatrull."),
    )
    assert texts(records) == ["Alla får svar inom ett dygn.", "Fler bor kvar hemma."]
    assert {(goal.term, goal.level, goal.label) for goal in records.goals} == {("Omsorgsnämndens mål", "board", None)}


def test_list_numbers_are_labels_and_the_council_is_named() -> None:
    records = read(
        para("Kommunfullmäktige har fastställt följande långsiktiga mål för Storviks kommun."),
        item("En trygg kommun.", "1."),
        item("Ett starkt näringsliv.", "2."),
        para("Nämnderna har av fullmäktige fått i uppdrag att:"),
        item("Effektivisera verksamheten.", "1."),
    )
    assert [(goal.label, goal.level, goal.term) for goal in records.goals] == [
        ("1", "council", "Långsiktigt mål"),
        ("2", "council", "Långsiktigt mål"),
    ]


def test_a_list_without_bullets_is_set_in() -> None:
    records = read(
        para("Nämndens mål för 2024 är:"),
        para("Unga ska ha en mötesplats.", x0=84),
        para("Biblioteken ska locka fler barn.", x0=84),
        para("Målen följs upp två gånger under året och redovisas för nämnden."),
    )
    assert texts(records) == ["Unga ska ha en mötesplats.", "Biblioteken ska locka fler barn."]


def test_aims_visions_and_the_goals_of_others_are_none() -> None:
    records = read(
        para("Målet är att alla ska få god omsorg i hela kommunen."),
        para("För att nå målen ska nämnden:"),
        item("samarbeta med regionen"),
        para("Särskilt viktiga är följande globala mål:"),
        item("Mål 3 Hälsa och välbefinnande"),
        item("Mål 5 Jämställdhet"),
        para("Mål 6 gäller endast grannkommunen", bold=True),
    )
    assert texts(records) == []


def test_labelled_goals_with_their_fields() -> None:
    records = read(
        para("Effektmål 1: Antalet hushåll med bistånd ska minska."),
        para("Effektmål 2: Tiden med bistånd ska bli kortare."),
        para("Mätmetod (båda effektmålen): Följs upp i verksamhetssystemet."),
        para("Redovisning: I bokslutet."),
        para("Effektmål 3: Fler ska bo tryggt."),
        para("Mätmetod: Egen enkät."),
    )
    assert [goal.label for goal in records.goals] == ["Effektmål 1", "Effektmål 2", "Effektmål 3"]
    assert [goal.measurement for goal in records.goals] == [
        "Följs upp i verksamhetssystemet.",
        "Följs upp i verksamhetssystemet.",
        "Egen enkät.",
    ]
    assert [goal.reporting for goal in records.goals] == [None, "I bokslutet.", None]


def test_lines_that_layout_took_for_one_paragraph() -> None:
    records = read(
        para("Fullmäktige beslutar om vilka mål som ska gälla. Förslaget är följande:"),
        para("Fokusområde 1 – Ett hållbart näringsliv", "Fokusområde 9 – Klimatanpassning"),
        municipal=True,
    )
    assert [(goal.label, goal.text) for goal in records.goals] == [
        ("Fokusområde 1", "Ett hållbart näringsliv"),
        ("Fokusområde 9", "Klimatanpassning"),
    ]
    assert {goal.level for goal in records.goals} == {"council"}


def test_one_goal_and_its_parts() -> None:
    records = read(
        para("Som övergripande finansiellt mål i kommunen gäller:"),
        para("Ekonomin sätter gränsen för verksamheten.", bold=True, italic=True),
        para("Det övergripande målet bryts ned i följande finansiella mål:"),
        item("Resultatet ska vara minst två procent."),
        municipal=True,
    )
    gräns, resultat = records.goals
    assert (gräns.term, resultat.term) == ("Övergripande finansiellt mål", "Finansiellt mål")
    assert parent(records, resultat) == gräns.text


def test_boxed_goals_with_key_figures_and_a_series() -> None:
    records = read(
        para("MÅL 11"),
        para("Energin i lokalerna ska kontinuerligt minska.", boxed=True, bold=True, italic=True),
        para("Nyckeltal: kWh per m2", boxed=True, italic=True),
        para("2009- 224 kWh/m2, 2024 – 197 kWh/m2, 2030 – 168 kWh/m2 (BRA)", boxed=True, bold=True),
        municipal=True,
    )
    (goal,) = records.goals
    (indicator,) = records.indicators
    assert (goal.label, indicator.name, indicator.goal_id) == ("MÅL 11", "kWh per m2", goal.id)
    assert [(value.role, value.year, value.quantity.unit) for value in indicator.values] == [
        ("baseline", 2009, "kWh/m2"),
        ("target", 2024, "kWh/m2"),
        ("target", 2030, "kWh/m2"),
    ]


def test_bold_goals_under_a_heading_of_goals() -> None:
    records = read(
        para("Köpt el till gatubelysning ska minska med 40 % till 2030", bold=True),
        para("2019 - 1368 MWh, 2030 – 821 MWh"),
        para("Belysningen byts ut i takt med att avtalen löper ut."),
        title="Mål/Delmål - Energi",
        municipal=True,
    )
    (goal,) = records.goals
    assert (goal.term, goal.area) == ("Mål/Delmål", None)
    assert records.indicators[0].name == "Köpt el till gatubelysning"


def test_indicators_and_activities_as_lists_under_a_goal() -> None:
    records = read(
        para("Nämndmål: Färre ska falla i hemmet"),
        para("Indikatorer:", bold=True),
        item("Andel med hemtjänst, målvärde 2024: 22 %"),
        item("Antal fallolyckor (färre än 2023)"),
        para("Aktiviteter:", bold=True),
        item("Erbjud hembesök 2024-2025"),
    )
    (goal,) = records.goals
    first, second = records.indicators
    assert [value.quantity.raw for value in first.values] == ["22 %"]
    assert [value.quantity.reference for value in second.values] == ["2023"]
    (activity,) = records.activities
    assert (activity.goal_id, activity.start, activity.end) == (goal.id, "2024", "2025")
    assert {indicator.goal_id for indicator in records.indicators} == {goal.id}


def test_assessments_in_a_report() -> None:
    records = found(
        document(
            section(
                "Måluppfyllelse",
                para("Mål 1: Besked ska ges i tid."),
                para("Bedömning: Uppnås delvis. Väntetiderna är ännu långa."),
                para("Mål 2: Alla ska få en plan."),
                para("Målet bedöms inte uppnås"),
                para("Kommentar", bold=True),
                para("Enkäten är flyttad till hösten."),
            )
        ),
        REPORT,
    )
    besked, plan = (goal.assessment for goal in records.goals)
    assert besked is not None and plan is not None
    assert (besked.status, besked.raw) == ("partly_met", "Uppnås delvis")
    assert besked.comment == "Uppnås delvis. Väntetiderna är ännu långa."
    assert (plan.status, plan.raw, plan.comment) == (
        "not_met",
        "Målet bedöms inte uppnås",
        "Enkäten är flyttad till hösten.",
    )


def test_a_goal_that_runs_into_its_commentary() -> None:
    whole = para("Mål 1. Bygglov ska ges i tid. Tiden har kortats. Bedömning: uppfyllt.")
    words = tuple(
        replace(word, font="Sans-Semibold") if at < 7 else word for at, word in enumerate(whole.lines[0].words)
    )
    whole = replace(whole, lines=(replace(whole.lines[0], words=words),))
    records = found(document(section("Nämndens mål", whole)), REPORT)
    (goal,) = records.goals
    assert goal.text == "Bygglov ska ges i tid."
    assert goal.assessment is not None and goal.assessment.status == "met"


def test_paragraphs_under_a_heading_of_activities() -> None:
    made = document(
        section("Mål", para("Mål 3: Energin ska minska."), level=1),
        section(
            "Åtgärder, mål 3",
            para("Åtgärderna följs upp varje år."),
            para("Byt till energisnåla lampor i hela skolan."),
            para("Stäng av motorvärmarna om natten."),
            level=1,
        ),
        section("Övriga åtgärder, ingående i fler mål", para("Inför ett system för uppföljning."), level=1),
    )
    records = found(made, MUNICIPAL)
    assert [activity.text for activity in records.activities] == [
        "Byt till energisnåla lampor i hela skolan.",
        "Stäng av motorvärmarna om natten.",
        "Inför ett system för uppföljning.",
    ]
    goal = records.goals[0].id
    assert [activity.goal_id for activity in records.activities] == [goal, goal, None]


def test_measures_to_choose_from_are_none() -> None:
    records = read(
        para("Kommunerna kan välja mellan följande sex åtgärder:"),
        item("köpa in utrustning utifrån listor"),
        para("Man bör därför satsa på ett antal åtgärder:"),
        item("Köp fler elbilar.", "1."),
    )
    assert [activity.text for activity in records.activities] == ["Köp fler elbilar."]


def test_activities_after_a_list_of_goals_are_of_none_of_them() -> None:
    records = read(
        para("Nämndens mål är:"),
        item("Alla får svar samma dag."),
        item("Fler kan påverka."),
        para("Aktiviteter under året:"),
        item("Öppna även på lördagar", "–"),
    )
    assert [activity.goal_id for activity in records.activities] == [None]


def test_a_banner_in_capitals_is_the_area_of_the_cards_under_it() -> None:
    records = read(
        para("INVÅNARE", boxed=True),
        para("Nämndmål 1", bold=True, boxed=True),
        para("Det ska vara lätt att hitta rätt", boxed=True),
        para("Därför", bold=True, boxed=True),
        para("Skyltarna är gamla och ska bytas ut.", boxed=True),
        para("MILJÖ", boxed=True),
        para("Nämndmål 2", bold=True, boxed=True),
        para("Utsläppen ska upphöra före 2030", boxed=True),
        title="Nämndens mål",
    )
    assert [(goal.label, goal.area) for goal in records.goals] == [("Nämndmål 1", "INVÅNARE"), ("Nämndmål 2", "MILJÖ")]


def test_the_title_of_a_box_beside_a_list_of_goals_is_none() -> None:
    records = read(
        para("Nämndens mål är:"),
        item("Alla får svar inom ett dygn."),
        para("Så läser du planens kort", bold=True, boxed=True),
        para("Målvärdet avser alla.", boxed=True),
        title="Nämndens mål",
    )
    assert texts(records) == ["Alla får svar inom ett dygn."]


def test_follow_up_behind_a_way_of_measuring_is_reporting() -> None:
    records = read(
        para("Effektmål 1: Alla får svar i tid."),
        para("Mätmetod: Egen statistik."),
        para("Uppföljning: Delårsrapporten."),
        para("Effektmål 2: Fler trivs."),
        para("Uppföljning: Enkät varje höst."),
    )
    assert [(goal.measurement, goal.reporting) for goal in records.goals] == [
        ("Egen statistik.", "Delårsrapporten."),
        ("Enkät varje höst.", None),
    ]


def test_tasks_after_a_list_of_goals_are_none() -> None:
    records = found(
        document(
            section("Mål", para("Nämndens mål är:"), item("Alla får svar inom ett dygn.")),
            section("Prioriterade uppgifter 2024", item("Bygga om förskolan.")),
            section("Nämndens mål 2025", item("Fler trivs."), para("Prioriterade uppgifter"), item("Utreda avgiften.")),
        )
    )
    assert texts(records) == ["Alla får svar inom ett dygn.", "Fler trivs."]


def test_bold_lines_with_bare_labels_over_their_fields_are_goals() -> None:
    records = found(
        document(
            section(
                "Lärande",
                para("N1 Alla barn får läsa varje dag", bold=True),
                para("Strategi: Varje skola har ett bibliotek."),
                para("Ansvarig: Skolchef"),
                para("N2 Skolan är trygg för den som är ny", bold=True),
                para("Så gör vi: Nya elever får en fadder."),
                para("A4 Så skrivs planen ut", bold=True),
                para("Planen finns hos kansliet."),
            )
        )
    )
    assert [(goal.label, goal.text) for goal in records.goals] == [
        ("N1", "Alla barn får läsa varje dag"),
        ("N2", "Skolan är trygg för den som är ny"),
    ]
    assert [goal.strategy for goal in records.goals] == ["Varje skola har ett bibliotek.", "Nya elever får en fadder."]
    assert records.goals[0].responsible == "Skolchef"


def test_a_heading_straight_over_a_goals_field_is_its_wording() -> None:
    records = found(
        document(
            section("Prioriterade mål"),
            section("Brukaren i centrum", para("Vi lyssnar."), level=2),
            section("Maten lagas nära", para("Så gör vi: Två kök byggs om."), para("Ansvar: Kostchef"), level=3),
        )
    )
    assert [(goal.text, goal.term, goal.level) for goal in records.goals] == [
        ("Maten lagas nära", "Prioriterat mål", "board")
    ]
    assert (records.goals[0].strategy, records.goals[0].area) == ("Två kök byggs om.", "Brukaren i centrum")


def test_bullets_under_a_goal_by_its_label_are_no_goals() -> None:
    records = found(
        document(section("Våra mål", para("Mål: Bygglov ges inom sex veckor.", boxed=True), item("Ansök digitalt")))
    )
    assert texts(records) == ["Bygglov ges inom sex veckor."]


def test_labels_with_a_year_and_activities_under_a_list_of_goals() -> None:
    made = document(
        section("Mål"),
        section(
            "Inriktningsmål: Invånarna bestämmer över sin vardag",
            para("Nämndens effektmål", italic=True),
            item("Varje brukare har en plan."),
            item("Fler väljer själva."),
            para("Åtgärder 2018", italic=True),
            item("Utbilda ombud på alla enheter"),
            level=2,
        ),
    )
    records = found(made)
    council = records.goals[0]
    assert [parent(records, goal) for goal in records.goals] == [None, council.text, council.text]
    assert [(one.text, one.goal_id) for one in records.activities] == [("Utbilda ombud på alla enheter", council.id)]


def test_a_sentence_that_leans_on_the_goals_named_before_it() -> None:
    said = para("Fullmäktige har antagit fem inriktningsmål. De här två rör nämnden särskilt:")
    made = document(section("Inriktningsmål", said, item("Orten växer hållbart.", "1."), item("Orten är grön.", "2.")))
    assert [(goal.label, goal.text, goal.level) for goal in found(made).goals] == [
        ("1", "Orten växer hållbart.", "council"),
        ("2", "Orten är grön.", "council"),
    ]


def test_what_the_colours_mean_is_no_activity() -> None:
    legend = para("Grönt betyder genomförd, gult pågående.")
    made = document(section("Aktiviteter", legend, item("Byt fönster i skolan")))
    assert [one.text for one in found(made).activities] == ["Byt fönster i skolan"]
