from __future__ import annotations

from goal_documents import PLAN
from planparse.extract.goal_drafts import Draft, parent_above, settle, wording_key


def draft(text: str, **fields: object) -> Draft:
    return Draft(text, None, [], **fields)  # type: ignore[arg-type]


def test_wordings_are_compared_without_case_and_punctuation() -> None:
    assert wording_key("Alla barn – ska må bra.") == wording_key("alla barn - ska  må bra")


def test_the_same_wording_at_two_levels_is_two_goals() -> None:
    settled = settle([draft("Trygga barn", level="council"), draft("Trygga barn", level="board")], PLAN)
    assert [goal.level for goal in settled.goals] == ["council", "board"]


def test_a_print_that_says_no_level_is_of_the_goal_met_before() -> None:
    first, again = draft("Trygga barn", level="council"), draft("Trygga barn.", area="Trygghet")
    settled = settle([first, again], PLAN)
    assert len(settled.goals) == 1
    assert settled.goal(again) is settled.goal(first)
    assert settled.goals[0].area == "Trygghet"


def test_a_mention_of_what_is_no_goal_makes_none() -> None:
    mention = draft("Övrigt", mention=True, stands_alone=False)
    assert settle([mention], PLAN).goals == []
    assert settle([mention], PLAN).goal_id(mention) is None


def test_a_mention_may_come_before_its_goal() -> None:
    mention = draft("trygga barn", mention=True, stands_alone=False)
    settled = settle([mention, draft("Trygga barn")], PLAN)
    assert settled.goal_id(mention) == settled.goals[0].id


def test_a_number_points_at_the_goal_that_bears_it() -> None:
    pointer = draft("", label="Mål 2", mention=True, stands_alone=False)
    other = draft("", label="Mål 9", mention=True, stands_alone=False)
    settled = settle([draft("Ett", label="1"), draft("Två", label="Nämndmål 2"), pointer, other], PLAN)
    assert settled.goal_id(pointer) == settled.goals[1].id
    assert settled.goal_id(other) is None


def test_only_a_single_goal_above_is_a_parent() -> None:
    one = [draft("Kommunen", level="council")]
    two = [*one, draft("Kommunen två", level="council")]
    board = draft("Nämnden", level="board")
    assert parent_above(one, board) is one[0]
    assert parent_above([*one, draft("Annan nämnd", level="board")], board) is one[0]
    assert parent_above(two, board) is None
    assert parent_above(one, draft("Ny", level="council")) is None


def test_no_goal_is_its_own_ancestor_where_two_are_printed_in_both_orders() -> None:
    upper, lower = draft("Tryggt", level="council"), draft("Fler lampor", level="board")
    lower.parent = upper
    again = draft("Tryggt", level="council")
    again.parent = draft("Fler lampor", level="board")
    settled = settle([upper, lower, again.parent, again], PLAN)
    assert [goal.parent_id for goal in settled.goals] == [None, settled.goals[0].id]


def test_a_label_of_control_characters_has_no_number() -> None:
    assert [goal.text for goal in settle([draft("Ett", label="\x1f"), draft("Två", label="2")], PLAN).goals] == [
        "Ett",
        "Två",
    ]
