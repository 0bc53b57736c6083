"""A plan as a comparison sees it."""

from zlib import compress

import pytest

from plan_maker import budget, goal, plan
from planparse.compare.documents import Document, board_of, kind_of_board
from planparse.errors import SavedPlanError


def test_what_was_not_read_is_told():
    document = Document(plan("Ekby", "Socialnämnden", 2020, unread=("indicators",)))
    assert document.state == "partial"
    assert document.doubt == "tabeller som inte kunde tolkas: indicators"
    assert not document.complete("indicators")
    assert document.complete("goals")


def test_a_page_without_text_makes_nothing_complete():
    made = plan("Ekby", "Socialnämnden", 2020)
    made.source.pages[1].text_layer = "none"
    assert Document(made).lost_pages == [2]
    assert not Document(made).complete("goals")


def test_a_place_has_file_page_and_printed_page():
    document = Document(plan("Ekby", "Socialnämnden", 2020, goals=[goal(1, "Rent vatten")]))
    place = document.place(document.plan.goals[0].locations, "_from")
    assert (place["page_from"], place["page_label_from"], place["bbox_from"]) == (3, "2", "60.0 100.0 300.0 120.0")


def test_chapters_have_boards_of_their_own():
    document = Document(plan("Ekby", None, 2020, code="9901"))
    board = board_of(document, "Tekniska nämnden")
    assert (board.key, board.code) == (("9901", "tekniska nämnden"), "9901")
    assert kind_of_board("Kultur- och fritidsnämnden") == "kultur_och_fritidsnamnd"


def test_packed_money_tables_are_read_when_asked_for():
    held = budget(("Personal", [("5", 5000)]), columns=[("Budget 2020", "budget", 2020)])
    made = plan("Ekby", "Socialnämnden", 2020)
    text = plan("Ekby", "Socialnämnden", 2020, budgets=[held]).budgets[0].model_dump_json()
    assert Document(made, None, compress(f"[{text}]".encode())).budgets()[0].lines[0].label == "Personal"
    with pytest.raises(SavedPlanError, match=r"budgets\.0\.lines"):
        Document(made, "x.json", compress(b'[{"lines": 3}]')).budgets()
