"""A plan for eyes in a terminal: all that it says, as it is printed."""

from io import StringIO

from rich.console import Console

from planparse.model import Plan
from planparse.report.text import as_text


def shown(**fields: object) -> str:
    out = StringIO()
    Console(file=out, width=200).print(as_text(Plan.model_validate(fields)))
    return out.getvalue()


def test_goals_stand_under_those_that_they_break_down_with_what_measures_them() -> None:
    told = shown(
        goals=[
            {"id": "b", "text": "Fler i arbete", "level": "board", "parent_id": "a"},
            {"id": "a", "text": "En trygg kommun", "label": "Mål 1", "level": "council"},
        ],
        indicators=[
            {
                "id": "i",
                "name": "Andel i arbete",
                "goal_id": "b",
                "values": [{"role": "target", "year": 2024, "quantity": {"raw": "minst 85 %"}}],
            },
            {"id": "j", "name": "Antal besök"},
        ],
    )
    places = [
        told.index(text) for text in ("Mål 1  En trygg", "Fler i arbete", "Andel i arbete", "target 2024: minst 85 %")
    ]
    assert places == sorted(places)
    assert told.index("Indicators of no goal") < told.index("Antal besök")


def test_brackets_are_text_and_no_markup() -> None:
    budget = {
        "title": "Drift [tkr] [/b]",
        "kind": "operating",
        "columns": [{"label": "Utfall [2023]"}],
        "lines": [{"label": "[Netto]", "role": "total", "amounts": [{"raw": "[1]"}]}],
    }
    told = shown(title="Plan [2024] [/i]", budgets=[budget], diagnostics=[{"code": "x", "message": "se [bilaga]"}])
    for text in ("Plan [2024] [/i]", "Drift [tkr] [/b]", "Utfall [2023]", "[Netto]", "[1]", "se [bilaga]"):
        assert text in told


def test_a_circle_of_parents_in_a_saved_plan_is_shown_all_the_same() -> None:
    told = shown(goals=[{"id": "a", "text": "Ett", "parent_id": "b"}, {"id": "b", "text": "Två", "parent_id": "a"}])
    assert "Ett" in told and "Två" in told
