"""Council goal, board goal, indicator, report."""

from plan_maker import goal, indicator, plan, rows, value
from planparse.compare import compare


def links(*plans: object) -> list[tuple]:
    found = rows(compare(list(plans)).chain)  # type: ignore[arg-type]
    return [(row["link"], row["state"], row["text_from"], row["text_to"]) for row in found]


def council(*texts: str, **more: object) -> object:
    goals = [goal(number, text, "council") for number, text in enumerate(texts, 1)]
    return plan("Ekby", None, 2020, "mal_och_budget", goals=goals, **more)


def test_a_printed_parent_and_what_nobody_took_up():
    board = plan(
        *("Ekby", "Socialnämnden", 2020),
        goals=[goal(1, "Ett tryggt Ekby", "council"), goal(2, "Fler får stöd i tid", parent_id="g1")],
        indicators=[indicator(1, "Väntetid", value("target", 2020, "5", 5, "days"), goal=2)],
    )
    assert links(council("Ett tryggt Ekby", "Grön omställning"), board) == [
        ("council_board", "linked", "Ett tryggt Ekby", "Fler får stöd i tid"),
        ("council_board", "missing", "Grön omställning", None),
        ("board_indicator", "linked", "Fler får stöd i tid", "Väntetid"),
    ]


def test_no_goal_is_called_parentless_where_the_council_s_plan_is_not_whole():
    board = plan("Ekby", "Socialnämnden", 2020, goals=[goal(1, "Fler får stöd i tid")])
    found = links(council("Grön omställning", unread=("goals",)), board)
    assert ("council_board", "undecided", None, "Fler får stöd i tid") in found


def test_wordings_that_say_the_same_are_linked():
    board = plan("Ekby", "Socialnämnden", 2020, goals=[goal(1, "Nämnden har en ekonomi i balans")])
    assert ("council_board", "linked", "Ekonomi i balans", "Nämnden har en ekonomi i balans") in links(
        council("Ekonomi i balans"), board
    )


def test_a_report_ends_the_chain():
    plans = [
        plan(
            *("Ekby", "Socialnämnden", 2020, kind),
            indicators=[indicator(1, "Väntetid", value(role, 2020, "5", 5, "days"))],
        )
        for kind, role in (("verksamhetsplan", "target"), ("arsredovisning", "outcome"))
    ]
    assert links(*plans) == [("indicator_report", "linked", "Väntetid", "Väntetid")]


def test_a_goal_is_called_parentless_only_where_its_plan_ties_others_to_the_council_s():
    goals = [goal(1, "Fler får stöd i tid"), goal(2, "Kortare köer")]
    untied = plan("Ekby", "Socialnämnden", 2020, goals=goals)
    assert ("council_board", "undecided", None, "Fler får stöd i tid") in links(council("Ett tryggt Ekby"), untied)
    above = goal(3, "Ett tryggt Ekby", "council")
    tied = plan("Ekby", "Socialnämnden", 2020, goals=[goals[0], goals[1] | {"parent_id": "g3"}, above])
    assert ("council_board", "missing", None, "Fler får stöd i tid") in links(council("Ett tryggt Ekby"), tied)
