"""Whose goals are whose, by what the municipality's other documents say."""

from plan_maker import goal, plan, rows
from planparse.compare import compare


def levels(*plans: object) -> list[tuple[object, ...]]:
    return [(row["document_type"], row["text"], row["level"]) for row in rows(compare(list(plans)).goals)]  # type: ignore[arg-type]


COUNCIL = plan("Ekby", None, 2020, "mal_och_budget", goals=[goal(1, "Ett tryggt Ekby", "council")])


def test_the_council_s_goal_over_a_board_s_own_is_the_council_s():
    board = plan(
        *("Ekby", "Socialnämnden", 2020),
        goals=[goal(1, "Ett tryggt Ekby"), goal(2, "Fler får stöd i tid", parent_id="g1")],
    )
    assert levels(COUNCIL, board)[1:] == [
        ("verksamhetsplan", "Ett tryggt Ekby", "council"),
        ("verksamhetsplan", "Fler får stöd i tid", "board"),
    ]
    chain = [(row["text_from"], row["text_to"], row["state"]) for row in rows(compare([COUNCIL, board]).chain)]
    assert ("Ett tryggt Ekby", "Fler får stöd i tid", "linked") in chain
    assert not any(below == "Ett tryggt Ekby" for _, below, _ in chain)


def test_a_board_s_goal_worded_as_the_council_s_stays_the_board_s():
    board = plan("Ekby", "Socialnämnden", 2020, goals=[goal(1, "Ett tryggt Ekby")])
    assert levels(COUNCIL, board)[1] == ("verksamhetsplan", "Ett tryggt Ekby", "board")


def test_another_municipality_says_nothing_of_it():
    board = plan(
        *("Granby", "Socialnämnden", 2020),
        goals=[goal(1, "Ett tryggt Ekby"), goal(2, "Fler får stöd i tid", parent_id="g1")],
    )
    assert levels(COUNCIL, board)[1][2] == "board"
