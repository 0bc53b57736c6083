"""What is known, and how well."""

from plan_maker import plan, rows
from planparse.compare import compare


def test_every_year_between_is_told():
    plans = [plan("Ekby", "Socialnämnden", 2019), plan("Ekby", "Socialnämnden", 2021, unread=("goals",))]
    found = rows(compare(plans).coverage)
    assert [(row["year"], row["state"]) for row in found] == [
        (2019, "complete"),
        (2020, "no_document"),
        (2021, "partial"),
    ]
    assert "goals" in found[2]["reason"]


def test_a_document_of_nobody_is_told():
    found = rows(compare([plan("", "Socialnämnden", 2020)]).not_compared)
    assert [row["code"] for row in found] == ["issuer_unknown"]
