"""Goals and indicators by meaning, and one through the years."""

from plan_maker import goal, indicator, plan, value
from planparse.compare import compare, search
from planparse.compare.tracing import trace_in

PLANS = [
    plan(
        *("Ekby", "Socialnämnden", year),
        goals=[goal(1, text), goal(2, "Rent vatten")],
        indicators=[indicator(1, "Försörjningsstöd, antal hushåll", value("target", year, "40", 40, "count"), goal=1)],
    )
    for year, text in (
        (2020, "Färre hushåll med försörjningsstöd"),
        (2021, "Hushåll med ekonomiskt bistånd ska minska"),
    )
]


def test_words_and_their_synonyms_are_found_the_nearest_first():
    found = search(PLANS, "försörjningsstöd")
    assert found["score"].is_monotonic_decreasing
    assert set(found["text"]) == {plan.goals[0].text for plan in PLANS} | {"Försörjningsstöd, antal hushåll"}
    assert search(PLANS, "raketer").empty
    assert len(search(PLANS, "försörjningsstöd", limit=1)) == 1


def test_a_goal_and_an_indicator_are_followed_through_the_years():
    found = trace_in(compare(PLANS), "försörjningsstöd")
    told = found[["thread", "record", "year", "change"]].astype(object).where(lambda cell: cell.notna(), None)
    assert told.values.tolist() == [
        [0, "goal", 2020, None],
        [0, "goal", 2021, "reworded"],
        [1, "indicator", 2020, None],
        [1, "indicator", 2021, None],
    ]
    assert (found["page"] == 3).all()
