"""The register in a plan: used where the document is silent, a diagnostic where it says otherwise."""

import pytest

from planparse.archive.register import Entry
from planparse.archive.registering import DIFFERS, register
from planparse.model import Board, Diagnostic, Municipality, Period, Plan

ENTRY = Entry("vp.pdf", None, None, "Borås stad", "Socialnämnd", "Årsredovisning", 2024, "adopted")


def doubts(plan: Plan) -> list[str]:
    return [entry.message for entry in plan.diagnostics if entry.code == DIFFERS]


def test_a_silent_document_takes_it_all() -> None:
    plan = Plan()
    register(plan, ENTRY)
    assert plan.municipality == Municipality(name="Borås", code="1490", county="Västra Götalands län")
    assert plan.board == Board(name="Socialnämnden", kind="socialnamnd")
    assert (plan.document_type, plan.period.start) == ("arsredovisning", 2024)
    assert plan.registered is not None
    assert plan.registered.used == ["municipality", "board", "document_type", "year"]
    assert not plan.diagnostics


def test_what_agrees_is_left_alone() -> None:
    plan = Plan(
        municipality=Municipality(name="Borås"),
        board=Board(name="Socialnämnden"),
        document_type="arsredovisning",
        period=Period(start=2023, end=2025),
    )
    register(plan, ENTRY)
    assert plan.registered is not None and plan.registered.used == [] and not plan.diagnostics
    assert plan.municipality.code is None


def test_what_differs_is_a_diagnostic_and_the_document_stands() -> None:
    plan = Plan(
        municipality=Municipality(name="Nora"),
        board=Board(name="Byggnadsnämnden"),
        document_type="internbudget",
        period=Period(start=2022, end=2023),
    )
    register(plan, ENTRY)
    assert doubts(plan) == [
        "the register has municipality Borås stad, the document Nora",
        "the register has board Socialnämnd, the document Byggnadsnämnden",
        "the register has document type Årsredovisning, the document internbudget",
        "the register has year 2024, the document 2022–2023",
    ]
    assert plan.municipality.name == "Nora" and plan.period.start == 2022


@pytest.mark.parametrize(
    ("words", "kind"),
    [("arsredovisning", "arsredovisning"), ("Mål och budget", "mal_och_budget"), ("Nämndplan 2024", "namndplan")],
)
def test_document_types_in_several_wordings(words: str, kind: str) -> None:
    plan = Plan()
    register(plan, Entry("a.pdf", document_type=words))
    assert plan.document_type == kind


def test_an_archives_own_word_is_kept_and_not_used() -> None:
    plan = Plan()
    register(plan, Entry("a.pdf", document_type="blå pärm"))
    assert plan.document_type is None and plan.registered is not None
    assert (plan.registered.document_type, plan.registered.used) == ("blå pärm", [])


def test_an_unknown_municipality_has_no_code() -> None:
    plan = Plan()
    register(plan, Entry("a.pdf", municipality="Granvik"))
    assert plan.municipality == Municipality(name="Granvik")


@pytest.mark.parametrize(
    "plan",
    [Plan(), Plan(board=Board(name="Byggnadsnämnden"), period=Period(end=2026)), Plan(period=Period(start=1999))],
)
def test_it_can_be_taken_out_and_changed(plan: Plan) -> None:
    plan.diagnostics = [Diagnostic(code="unit_missing")]
    before = plan.to_json()
    register(plan, ENTRY)
    once = plan.to_json()
    register(plan, Entry("vp.pdf", board="Kulturnämnden", year=2020, superseded=True))
    assert plan.to_json() != once
    register(plan, ENTRY)
    assert plan.to_json() == once != before
    register(plan, None)
    assert plan.to_json() == before
