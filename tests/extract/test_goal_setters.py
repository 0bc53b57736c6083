"""Goals that the running text says are the council's."""

from dataclasses import replace

from goal_documents import PLAN, document, grid, para, section
from planparse.extract.claims import claim_tables
from planparse.extract.goal_claims import claim_goal_table
from planparse.extract.goals import extract_goals

TABLE = grid(
    ("Inriktningsmål", "Nämndmål", "Mått", "Mål 2024"),
    ("Alla ska kunna växa här.", "Fler ska nå examen.", "Andel med examen", "72 %"),
)


def levels(*said: str) -> list[str]:
    made = document(section("Mål", *map(para, said), TABLE))
    context = replace(PLAN, ids=type(PLAN.ids)())
    found = extract_goals(claim_tables(made, context, (claim_goal_table,)), made, context)
    return [goal.level for goal in found.goals]


def test_a_term_that_the_council_has_set_gives_the_level() -> None:
    assert levels("Kommunfullmäktige har beslutat om tre inriktningsmål.") == ["council", "board"]


def test_a_sentence_about_the_boards_goals_gives_none() -> None:
    before = levels()
    assert levels("Nämnden har beslutat om tre inriktningsmål.") == before


def test_the_councils_goals_may_have_an_adjective_or_stand_before_their_setter() -> None:
    assert levels("De inriktningsmål som kommunfullmäktige har antagit gäller i fyra år.") == ["council", "board"]
    assert levels("Kommunens inriktningsmål är beslutade av kommunfullmäktige.") == ["council", "board"]
    strategic = para("Fullmäktige har fastställt tre strategiska mål för orten.")
    made = document(section("Styrning", strategic), section("Trygghet", para("Strategiskt mål: Alla är trygga hemma")))
    context = replace(PLAN, ids=type(PLAN.ids)())
    assert [goal.level for goal in extract_goals([], made, context).goals] == ["council"]
