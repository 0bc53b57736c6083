"""What the view is told of a plan: every record with its number, values as printed and as read, places, doubts."""

import json
from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel

from planparse.model import Diagnostic, Location, Plan, Quantity, Value
from planparse.model.terms import RECORD_KINDS
from planparse.report.view_data import view_data
from planparse.report.view_kinds import DOUBT_COLORS, KINDS
from planparse.report.view_parts import read_quantity, value_part
from planparse.report.view_records import shown_records
from view_maker import at, small_plan


def of_kind(data: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [record for record in data["records"] if record["kind"] == kind]


def test_records_have_running_numbers_and_ids() -> None:
    data = view_data(small_plan(), {1, 2})
    indicator = of_kind(data, "indicators")[0]
    assert (indicator["no"], indicator["id"], indicator["title"]) == (1, "indicator-bb", "Nöjda besökare")
    assert [page["picture"] for page in data["pages"]] == [True, True, False]
    assert [page.get("label") for page in data["pages"]] == ["1", "ii", None]


def test_values_stand_as_printed_and_as_read() -> None:
    part = value_part(small_plan().indicators[0].values[1])
    assert part["raw"] == "minst 85 %"
    assert part["read"] == {"value": "85", "unit": "percent", "comparator": "ge"}
    assert part["of"] == {"role": "target", "year": 2025, "column": "Mål 2025"}
    assert part["boxes"] == [[1, 398.0, 129.0, 450.0, 143.0]]


def test_what_was_not_read_is_not_told() -> None:
    assert read_quantity(Quantity(raw="Nytt mått", note="Nytt mått")) == {"note": "Nytt mått"}


def test_a_record_of_two_pages_has_boxes_on_both() -> None:
    goal = of_kind(view_data(small_plan(), ()), "goals")[0]
    assert [box[0] for box in goal["boxes"]] == [1, 2]


def test_links_lead_to_the_records() -> None:
    data = view_data(small_plan(), ())
    links = {relation: data["records"][index]["id"] for relation, index in of_kind(data, "indicators")[0]["links"]}
    assert links == {"goal": "goal-aa"}


def test_a_link_to_nothing_is_left_out() -> None:
    plan = small_plan()
    plan.indicators[0].goal_id = "goal-of-another-plan"
    assert of_kind(view_data(plan, ()), "indicators")[0]["links"] == []


def test_money_has_its_lines_and_the_check_that_failed() -> None:
    budget = of_kind(view_data(small_plan(), ()), "budgets")[0]
    assert [(line["label"], line["first"], line["count"]) for line in budget["lines"]] == [
        ("Intäkter", 0, 1),
        ("Kostnader", 1, 1),
        ("Summa", 2, 1),
    ]
    assert budget["parts"][2]["check"] == {"kind": "total", "stated": "-2000000", "computed": "-2200000", "ok": False}
    assert ["checks", [0, 1]] in budget["fields"]


def test_a_check_of_a_line_that_is_not_there_is_passed_over() -> None:
    plan = small_plan()
    plan.budgets[0].checks[0].line = 9
    assert not any("check" in part for part in of_kind(view_data(plan, ()), "budgets")[0]["parts"])


def test_doubts_come_in_reading_order_and_mark_their_cell_only() -> None:
    data = view_data(small_plan(), ())
    assert [(doubt["no"], doubt["code"]) for doubt in data["doubts"]] == [
        (1, "issuer_unknown"),
        (2, "total_mismatch"),
        (3, "page_limit"),
    ]
    budget = of_kind(data, "budgets")[0]
    assert budget["doubts"] == [2]
    assert [part.get("doubts") for part in budget["parts"]] == [None, None, [2]]


def test_a_doubt_about_a_whole_table_marks_none_of_its_cells() -> None:
    plan = small_plan()
    plan.diagnostics = [Diagnostic(code="unit_missing", locations=plan.budgets[0].locations, refs=["budget-cc"])]
    budget = of_kind(view_data(plan, ()), "budgets")[0]
    assert budget["doubts"] == [1]
    assert not any("doubts" in part for part in budget["parts"])


def test_a_doubt_without_words_says_what_its_code_means() -> None:
    plan = Plan(diagnostics=[Diagnostic(code="unit_missing")])
    assert "no unit" in view_data(plan, ())["doubts"][0]["message"]


def test_metadata_can_be_pointed_at() -> None:
    shown = {record["id"]: record for record in of_kind(view_data(small_plan(), ()), "plan")}
    assert shown["plan-title"]["boxes"] == [[1, 72.0, 62.0, 200.0, 84.0]]
    assert ["code", "1884"] in shown["plan-municipality"]["fields"]
    assert "plan-board" not in shown


def _sample(name: str, field: Any) -> Any:
    """A value for a field by its type: a text that can be found again, or the first that its type admits."""
    kind = str(field.annotation)
    if "Literal" in kind:
        import typing

        options = [
            choice for one in (field.annotation, *typing.get_args(field.annotation)) for choice in typing.get_args(one)
        ]
        return next(option for option in options if isinstance(option, str))
    if "Decimal" in kind:
        return Decimal("77.5")
    if "int" in kind and "str" not in kind:
        return 7
    return f"the {name}"


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_nothing_of_a_record_is_left_out(kind: str) -> None:
    """Each plain field of each kind of record is somewhere in what the view shows, under whatever name."""
    record_type = Plan.model_fields[kind].annotation.__args__[0]  # type: ignore[union-attr]
    fields = {
        name: _sample(name, field)
        for name, field in record_type.model_fields.items()
        if not any(part in str(field.annotation) for part in ("list", "Quantity", "Assessment"))
    }
    record = record_type(**fields, locations=[at(1, 0, 0, 9, 9)])
    told = json.dumps([shown for shown in shown_records(Plan(**{kind: [record]})) if shown["kind"] == kind])
    apart = {"section_id", "goal_id", "parent_id", "page_start", "page_end"}
    missing = [name for name, value in fields.items() if name not in apart and f"{value}" not in told]
    assert not missing


def test_every_kind_of_record_is_shown() -> None:
    assert {kind.name for kind in KINDS} == {"plan", *RECORD_KINDS}
    assert len({kind.one for kind in KINDS}) == len(KINDS)


def _luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("color", [*(kind.color for kind in KINDS), *DOUBT_COLORS.values()])
def test_colors_can_be_read_on_white(color: str) -> None:
    assert 1.05 / (_luminance(color) + 0.05) >= 4.5


def test_colors_are_told_apart() -> None:
    colors = [kind.color for kind in KINDS] + list(DOUBT_COLORS.values())
    assert len(set(colors)) == len(colors)


def test_places_outside_all_pages_do_no_harm() -> None:
    plan = small_plan()
    plan.goals[0].locations = [Location(page=99, bbox=[0, 0, 1, 1])]
    assert of_kind(view_data(plan, ()), "goals")[0]["boxes"] == [[99, 0.0, 0.0, 1.0, 1.0]]


def test_values_of_a_bare_plan() -> None:
    assert isinstance(Value(), BaseModel)
    assert view_data(Plan(), ())["records"] == []
