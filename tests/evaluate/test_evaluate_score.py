"""Records against gold, their counts worked out by hand."""

from typing import Any

import pytest

from planparse.evaluate import Count, DocumentScore, Gold, score_document
from planparse.model import Plan


def scored(gold: dict[str, Any], found: dict[str, Any], annotated: list[str] | None = None) -> DocumentScore:
    fields = frozenset(annotated if annotated is not None else gold)
    return score_document(Gold("plan.pdf", fields, Plan.model_validate(gold)), Plan.model_validate(found), explain=True)


def test_sections_are_right_by_number_and_title() -> None:
    gold = {"sections": [{"number": "1", "title": "Uppdrag"}, {"number": "1.1", "title": "Mål"}, {"title": "Mål"}]}
    found = {
        "sections": [
            {"number": "1.", "title": "UPPDRAG"},  # the final full stop of a number says nothing
            {"number": "1.2", "title": "Mål"},  # another number
            {"number": None, "title": "Mål"},
            {"number": None, "title": "Bilaga"},
        ]
    }
    assert scored(gold, found).soft["sections"] == Count(correct=2, gold=3, found=4)


def test_a_number_that_gold_leaves_out_is_not_scored() -> None:
    score = scored({"sections": [{"title": "Mål"}]}, {"sections": [{"number": "4", "title": "Mål"}]})
    assert score.strict["sections"] == Count(1, 1, 1)


def test_section_level_parent_and_page_are_those_of_matched_sections() -> None:
    gold = {
        "sections": [
            {"id": "a", "number": None, "title": "Mål", "level": 1, "parent_id": None, "page_start": 3},
            {"id": "b", "number": None, "title": "Ekonomi", "level": 2, "parent_id": "a", "page_start": 4},
            {"id": "c", "number": None, "title": "Bilaga", "level": 1, "parent_id": None, "page_start": 9},
        ]
    }
    found = {
        "sections": [
            {"id": "x", "title": "Mål", "level": 1, "page_start": 3},
            {"id": "y", "title": "Ekonomi", "level": 1, "parent_id": "x", "page_start": 5},
        ]
    }
    score = scored(gold, found).soft
    assert score["section_attributes.level"] == Count(1, 2, 2)
    assert score["section_attributes.parent"] == Count(1, 1, 1)
    assert score["section_attributes"] == Count(2, 3, 3)
    assert score["section_pages"] == Count(1, 2, 2)


def test_text_is_scored_strictly_and_softly() -> None:
    gold = {"goals": [{"text": "Alla barn ska känna sig trygga."}, {"text": "God ekonomi"}]}
    found = {"goals": [{"text": "Alla barn ska känna sej trygga"}, {"text": "GOD EKONOMI!"}]}
    score = scored(gold, found)
    assert score.strict["goals"] == Count(1, 2, 2)
    assert score.soft["goals"] == Count(2, 2, 2)


def test_goal_attributes_are_counted_where_gold_or_output_has_one() -> None:
    gold = {
        "goals": [
            {
                "text": "Trygga barn",
                "level": "board",
                "label": "1",
                "term": "Effektmål",
                "area": None,
                "strategy": "Fler vuxna på skolgården",
                "responsible": "Skolnämnden",
            }
        ]
    }
    found = {
        "goals": [
            {
                "text": "Trygga barn",
                "level": "council",
                "label": "1.",
                "term": None,
                "area": "Skola",
                "strategy": "Fler vuxna på skolgårdarna",
                "measurement": "Enkät",
                "responsible": "Skolnämnden",
            }
        ]
    }
    score = scored(gold, found)
    assert score.soft["goal_attributes.level"] == Count(0, 1, 1)
    assert score.soft["goal_attributes.label"] == Count(1, 1, 1)
    assert score.soft["goal_attributes.term"] == Count(0, 1, 0)
    assert score.soft["goal_attributes.area"] == Count(0, 0, 1)
    assert "goal_attributes.measurement" not in score.soft  # gold leaves it out
    assert "goal_attributes.unit" not in score.soft
    assert score.soft["goal_attributes.responsible"] == Count(1, 1, 1)
    # 22 of 26 letters alike: no likeness of 0.9
    assert score.soft["goal_attributes.strategy"] == Count(0, 1, 1)
    assert score.soft["goal_attributes"] == Count(2, 5, 5)


def test_a_label_is_a_number_and_never_nearly_right() -> None:
    gold = {"goals": [{"text": "Trygga barn", "label": "Effektmål 17"}]}
    found = {"goals": [{"text": "Trygga barn", "label": "Effektmål 18"}]}
    assert scored(gold, found).soft["goal_attributes.label"] == Count(0, 1, 1)


def test_attributes_of_what_was_missed_are_not_counted() -> None:
    score = scored({"goals": [{"text": "Trygga barn", "level": "board"}]}, {"goals": []})
    assert score.soft["goals"] == Count(0, 1, 0)
    assert "goal_attributes" not in score.soft


def test_links_are_right_by_what_they_point_to() -> None:
    gold = {
        "goals": [
            {"id": "a", "text": "En trygg kommun", "parent_id": None},
            {"id": "b", "text": "Fler nattvandrare", "parent_id": "a"},
            {"id": "c", "text": "Fler poliser", "parent_id": "a"},
            {"id": "d", "text": "Grön stad", "parent_id": None},
        ]
    }
    found = {
        "goals": [
            {"id": "b", "text": "En trygg kommun."},
            {"id": "a", "text": "Fler nattvandrare", "parent_id": "b"},
            {"id": "x", "text": "Fler poliser", "parent_id": "no such id"},
            {"id": "y", "text": "Grön stad", "parent_id": "b"},
        ]
    }
    assert scored(gold, found).strict["goal_attributes.parent"] == Count(1, 2, 3)


def test_of_two_goals_with_one_wording_the_one_that_agrees_is_matched() -> None:
    gold = {"goals": [{"text": "Trygghet", "level": "board"}, {"text": "Trygghet", "level": "unit"}]}
    found = {"goals": [{"text": "Trygghet", "level": "unit"}, {"text": "Trygghet", "level": "board"}]}
    score = scored(gold, found).strict
    assert score["goals"] == score["goal_attributes.level"] == Count(2, 2, 2)


def test_assessments() -> None:
    gold = {
        "goals": [
            {"text": "Trygghet", "assessment": {"status": "met", "year": 2019}},
            {"text": "Hälsa", "assessment": None},
            {"text": "Ekonomi"},
        ]
    }
    found = {
        "goals": [
            {"text": "Trygghet", "assessment": {"status": "met", "year": 2020, "raw": "Uppfyllt"}},
            {"text": "Hälsa", "assessment": {"status": "not_met"}},
            {"text": "Ekonomi", "assessment": {"status": "met"}},
        ]
    }
    score = scored(gold, found).soft
    assert score["goal_attributes.status"] == Count(1, 1, 2)
    assert score["goal_details.year"] == Count(0, 1, 1)
    assert "goal_details.raw" not in score


def test_an_indicator_is_right_with_its_goal() -> None:
    gold = {
        "goals": [{"id": "g", "text": "Trygghet"}, {"id": "h", "text": "Hälsa"}],
        "indicators": [
            {"name": "Andel trygga", "goal_id": "g"},
            {"name": "Andel friska", "goal_id": "h"},
            {"name": "Sjukfrånvaro", "goal_id": None},
            {"name": "Antal simkunniga"},
        ],
    }
    found = {
        "goals": [{"id": "1", "text": "Trygghet"}, {"id": "2", "text": "Hälsa"}],
        "indicators": [
            {"name": "Andel trygga", "goal_id": "1"},
            {"name": "Andel friska", "goal_id": "1"},
            {"name": "Sjukfrånvaro", "goal_id": "2"},
            {"name": "Antal simkunniga", "goal_id": "2"},
        ],
    }
    assert scored(gold, found, ["indicators"]).soft["indicators"] == Count(2, 4, 4)


def test_the_same_indicator_under_two_goals() -> None:
    goals = [{"id": "g", "text": "Trygghet"}, {"id": "h", "text": "Hälsa"}]
    twice = {"goals": goals, "indicators": [{"name": "Enkät", "goal_id": "h"}, {"name": "Enkät", "goal_id": "g"}]}
    turned = {"goals": goals, "indicators": [{"name": "Enkät", "goal_id": "g"}, {"name": "Enkät", "goal_id": "h"}]}
    assert scored(twice, turned).strict["indicators"] == Count(2, 2, 2)


def value(role: str, year: int | None, number: str | None, **more: object) -> dict[str, Any]:
    quantity = {"raw": number or "", "value": number, "upper": None, "unit": "percent", "comparator": "eq"}
    return {"role": role, "year": year, "gender": None, "quantity": quantity | {"reference": None} | more}


def test_a_value_is_right_when_all_of_it_is() -> None:
    good = [value("target", 2020, "85"), value("target", 2021, "90"), value("outcome", 2019, "6.0")]
    gold = {"indicators": [{"name": "Andel trygga", "values": good}]}
    found = [
        value("target", 2020, "85.0"),  # compared as a number
        value("target", 2021, "90", comparator="ge"),
        value("outcome", 2018, "6"),
    ]
    score = scored(gold, {"indicators": [{"name": "Andel trygga", "values": found}]}).soft
    assert score["indicator_values"] == Count(1, 3, 3)


@pytest.mark.parametrize(
    "other",
    [
        {"upper": "90"},
        {"unit": "SEK"},
        {"comparator": None},
        {"reference": "previous_year"},
        {"value": "58"},
        {"value": None},
    ],
)
def test_each_part_of_a_quantity_counts(other: dict[str, object]) -> None:
    gold = {"volumes": [{"label": "Elever", "values": [value("budget", 2020, "85")]}]}
    found = {"volumes": [{"label": "Elever", "values": [value("budget", 2020, "85", **other)]}]}
    assert scored(gold, found).soft["volumes"] == Count(0, 1, 1)


def test_a_value_of_another_line_is_wrong_and_its_unit_may_be_spelt_otherwise() -> None:
    gold = {"volumes": [{"label": "Elever", "values": [value("budget", 2020, "85", unit="Vårddygn")]}]}
    found = {"volumes": [{"label": "elever", "values": [value("budget", 2020, "85", unit="vårddygn")]}]}
    assert scored(gold, found).soft["volumes"] == Count(1, 1, 1)
    found["volumes"][0]["label"] = "Barn"
    assert scored(gold, found).soft["volumes"] == Count(0, 1, 1)


def test_values_that_gold_leaves_out_are_not_scored() -> None:
    gold = {"indicators": [{"name": "Andel trygga"}, {"name": "Andel friska", "values": []}]}
    found = {
        "indicators": [
            {"name": "Andel trygga", "values": [value("target", 2020, "85")]},
            {"name": "Andel friska", "values": [value("target", 2020, "70")]},
        ]
    }
    assert scored(gold, found).soft["indicator_values"] == Count(0, 0, 1)


def test_quantity_fields_that_gold_leaves_out_are_not_scored() -> None:
    gold = {"indicators": [{"name": "Andel", "values": [{"role": "target", "quantity": {"value": "85"}}]}]}
    found = {"indicators": [{"name": "Andel", "values": [value("target", 2020, "85")]}]}
    assert scored(gold, found).strict["indicator_values"] == Count(1, 1, 1)


def test_a_volume_group_is_an_attribute_of_its_values() -> None:
    gold = {"volumes": [{"label": "Elever", "group": "Förskola", "values": [value("budget", 2020, "85")]}]}
    found = {"volumes": [{"label": "Elever", "group": "Skola", "values": [value("budget", 2020, "85")]}]}
    score = scored(gold, found).soft
    assert (score["volumes"], score["volume_value_details.group"]) == (Count(1, 1, 1), Count(0, 1, 1))


def test_activities_with_goal_status_and_progress() -> None:
    gold = {
        "goals": [{"id": "g", "text": "Trygghet"}],
        "activities": [
            {"text": "Belys gångvägar", "goal_id": "g", "status": "met", "progress": "60", "responsible": "Gatuchef"},
            {"text": "Röj sly", "goal_id": None, "status": None, "progress": None, "responsible": None},
        ],
    }
    found = {
        "goals": [{"id": "1", "text": "Trygghet"}],
        "activities": [
            {"text": "Belys gångvägar", "goal_id": "1", "status": "met", "progress": "55"},
            {"text": "Röj sly", "goal_id": "1"},
        ],
    }
    score = scored(gold, found).soft
    assert score["activities"] == Count(2, 2, 2)
    assert score["activity_attributes.goal"] == Count(1, 1, 2)
    assert score["activity_attributes.progress"] == Count(0, 1, 1)
    assert score["activity_attributes"] == Count(2, 4, 4)


def test_controls_by_process_and_control_the_rest_apart() -> None:
    gold = {
        "controls": [
            {"process": "Inköp", "control": "Avtal finns", "frequency": "2 ggr/år", "risk": 6},
            {"process": "Lön", "control": "Attest", "frequency": "Årligen", "risk": None},
        ]
    }
    found = {
        "controls": [
            {"process": "Inköp", "control": "Avtal finns", "frequency": "2 ggr/år", "risk": 9},
            {"process": "Inköp", "control": "Attest", "frequency": "Årligen"},
        ]
    }
    score = scored(gold, found).soft
    assert score["controls"] == Count(1, 2, 2)
    assert score["control_fields"] == Count(1, 2, 2)


def test_calendar_by_month_and_text() -> None:
    gold = {"calendar": [{"month": 3, "text": "Bokslut"}, {"month": None, "text": "Budget"}]}
    found = {"calendar": [{"month": 4, "text": "Bokslut"}, {"month": None, "text": "Budget"}]}
    assert scored(gold, found).soft["calendar"] == Count(1, 2, 2)


def test_amounts_by_kronor_and_year_each_time_they_are_printed() -> None:
    gold = {"amounts": [{"sek": "2000", "year": None}, {"sek": "2000", "year": None}, {"sek": "-5000", "year": 2019}]}
    found = {"amounts": [{"sek": "2000.0"}, {"sek": "5000", "year": 2019}, {"sek": "-5000", "year": 2018}]}
    assert scored(gold, found).soft["amounts"] == Count(1, 3, 3)


def test_services_by_mission_or_by_name_where_none_is_printed() -> None:
    gold = {"services": [{"name": "Hemtjänst", "mission": "Ge stöd"}, {"name": "Budget", "mission": None}]}
    found = {"services": [{"name": "Hemvård", "mission": "Ge stöd"}, {"name": "Budget"}]}
    score = scored(gold, found).soft
    assert score["services"] == Count(2, 2, 2)
    assert score["service_details.name"] == Count(1, 2, 2)


def test_guarantees_by_text_with_their_target_apart() -> None:
    gold = {"guarantees": [{"text": "Svar inom tre dagar", "target": {"value": "3", "unit": "days"}}]}
    found = {"guarantees": [{"text": "Svar inom tre dagar", "target": {"value": "3", "unit": "hours"}}]}
    score = scored(gold, found).soft
    assert (score["guarantees"], score["guarantee_targets"]) == (Count(1, 1, 1), Count(1, 2, 2))


def test_section_links_of_records() -> None:
    gold = {
        "sections": [{"id": "s", "number": "2", "title": "Mål"}],
        "assignments": [{"text": "Utred bad", "section_id": "s", "giver": "council"}, {"text": "Utred is"}],
    }
    found = {
        "sections": [{"id": "1", "number": "2", "title": "Mål"}, {"id": "2", "number": "3", "title": "Ekonomi"}],
        "assignments": [{"text": "Utred bad", "section_id": "1"}, {"text": "Utred is", "section_id": "2"}],
    }
    score = scored(gold, found).soft
    assert score["section_links"] == Count(1, 1, 1)
    assert score["assignment_details.giver"] == Count(0, 1, 0)


def test_only_annotated_fields_are_scored() -> None:
    gold = {"goals": [{"text": "Trygghet"}], "indicators": []}
    found = {"goals": [{"text": "Trygghet"}], "indicators": [{"name": "Andel"}], "services": [{"mission": "Stöd"}]}
    score = scored(gold, found, ["goals"]).soft
    assert set(score) == {"goals"}
    assert scored(gold, found, ["goals", "indicators"]).soft["indicators"] == Count(0, 0, 1)


def test_misses_tell_what_stands_in_a_things_place() -> None:
    gold = {"goals": [{"text": "Alla barn ska vara trygga"}, {"text": "God ekonomi", "area": "Ekonomi"}]}
    found = {"goals": [{"text": "Alla barn ska må bra"}, {"text": "God ekonomi", "area": "Hållbarhet"}]}
    told = [(miss.field, miss.fate, miss.text, miss.nearest, miss.of) for miss in scored(gold, found).misses]
    assert told == [
        ("goals", "missed", "Alla barn ska vara trygga", "Alla barn ska må bra", ""),
        ("goals", "extra", "Alla barn ska må bra", "Alla barn ska vara trygga", ""),
        ("goal_attributes.area", "wrong", "Ekonomi", "Hållbarhet", "God ekonomi"),
    ]


def test_gold_scored_against_itself_is_all_right() -> None:
    plan = {
        "title": "Plan 2020",
        "board": None,
        "sections": [{"id": "s", "number": "1", "title": "Mål", "level": 1, "parent_id": None}],
        "goals": [{"id": "g", "text": "Trygghet", "section_id": "s"}, {"id": "h", "text": "Trygghet"}],
        "indicators": [{"name": "Andel", "goal_id": "h", "values": [value("target", 2020, "85")] * 2}],
        "amounts": [{"sek": "1"}, {"sek": "1"}],
    }
    score = scored(plan, plan)
    assert {count.f1 for count in (score.strict | score.soft).values()} <= {1.0, None}
    assert score.strict["goals"] == score.strict["indicator_values"] == Count(2, 2, 2)
    assert score.misses == ()
