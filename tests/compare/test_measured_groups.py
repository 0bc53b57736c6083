"""Goals near each other that the same indicators measure."""

from plan_maker import goal, indicator, plan, rows, value
from planparse.compare import compare

NEAR = ("Digital teknik ska erbjudas fler brukare", "Digitala hjälpmedel ska erbjudas fler brukare")


def groups(*goals: tuple[str, str]) -> list[int]:
    """The groups of goals of a municipality each, each with the name of its indicator."""
    plans = [
        plan(
            *(f"Ekby{number}", "Socialnämnden", 2020),
            goals=[goal(1, text)],
            indicators=[indicator(1, name, value("target", 2020, "5", 5, "count"), goal=1)],
        )
        for number, (text, name) in enumerate(goals)
    ]
    found = rows(compare(plans).goals)
    assert all(row["sure"] is not True for row in found if row["likeness"] is not None and row["likeness"] < 0.65)
    return [row["group"] for row in found]


def test_near_wordings_with_one_indicator_are_one_goal():
    assert groups((NEAR[0], "Brukare med tillsyn på distans"), (NEAR[1], "Brukare med tillsyn på distans")) == [0, 0]


def test_either_alone_is_not_enough():
    assert groups((NEAR[0], "Brukare med tillsyn på distans"), (NEAR[1], "Antal läsplattor")) == [0, 1]
    assert groups(("Rent vatten", "Antal prov"), ("Fler tomter", "Antal prov")) == [0, 1]


def test_opposite_goals_are_measured_alike_and_stay_apart():
    name = "Brukare med tillsyn på distans"
    assert groups((NEAR[0], name), ("Digitala hjälpmedel ska erbjudas färre brukare", name)) == [0, 1]
