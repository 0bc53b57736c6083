"""A document's single facts."""

from typing import Any

from planparse.evaluate import Count, Gold, score_document
from planparse.model import Plan


def counts(gold: dict[str, Any], found: dict[str, Any]) -> dict[str, Count]:
    return score_document(Gold("plan.pdf", frozenset(gold), Plan.model_validate(gold)), Plan.model_validate(found)).soft


def test_a_fact_counts_where_gold_or_output_has_it() -> None:
    gold = {
        "title": "Verksamhetsplan 2020",
        "document_type": "verksamhetsplan",
        "municipality": {"name": "Trosa", "code": "0488", "county": "Södermanlands län"},
        "board": {"name": "Skolnämnden", "kind": "utbildningsnamnd"},
        "period": {"start": 2020, "end": 2020},
        "adopted": {"by": None, "date": None, "reference": None},
    }
    found = gold | {
        "title": "VERKSAMHETSPLAN 2020",
        "document_type": "namndplan",
        "board": {"name": "Skolnämnden", "kind": None},
        "adopted": {"by": "Skolnämnden"},
    }
    score = counts(gold, found)
    # right: title, three of the municipality, board name, start, end
    assert score["metadata"] == Count(correct=7, gold=9, found=9)
    assert score["metadata.adopted.by"] == Count(0, 0, 1)
    assert score["metadata.board.kind"] == Count(0, 1, 0)
    assert "metadata.adopted.date" not in score


def test_a_plan_of_the_whole_municipality_has_no_board() -> None:
    assert counts({"board": None}, {"board": {"name": "Skolnämnden"}}) == {
        "metadata": Count(0, 0, 1),
        "metadata.board.name": Count(0, 0, 1),
    }
    assert counts({"board": None}, {}) == {}
    assert counts({"board": {"name": "Skolnämnden"}}, {})["metadata"] == Count(0, 1, 0)


def test_facts_that_gold_leaves_out_are_not_scored() -> None:
    gold = {"municipality": {"name": "Trosa"}}
    found = {"title": "Plan", "municipality": {"name": "Trosa", "code": "0488"}, "period": {"start": 2020}}
    assert counts(gold, found)["metadata"] == Count(1, 1, 1)


def test_a_diary_number_may_be_spaced_otherwise_but_have_no_other_digit() -> None:
    gold = {"adopted": {"reference": "SN 2013/0259"}}
    assert counts(gold, {"adopted": {"reference": "SN2013/0259"}})["metadata"] == Count(1, 1, 1)
    assert counts(gold, {"adopted": {"reference": "SN 2013/0258"}})["metadata"] == Count(0, 1, 1)


def test_a_year_is_right_or_wrong() -> None:
    assert counts({"period": {"start": 2019}}, {"period": {"start": 2020}})["metadata"] == Count(0, 1, 1)
