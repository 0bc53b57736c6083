"""Sums and means over documents."""

import pytest

from planparse.evaluate import Count, DocumentScore, Grounding, Outcome, WordCoverage, summary


def outcome(name: str, checks_only: bool = False, failure: str | None = None, **counts: Count) -> Outcome:
    score = DocumentScore(name, strict=dict(counts), soft=dict(counts))
    return Outcome(score, pages=2, seconds=0.5, checks_only=checks_only, failure=failure)


def test_counts_add_and_means_are_over_documents() -> None:
    goals = summary([outcome("a", goals=Count(9, 10, 10)), outcome("b", goals=Count(0, 1, 1))]).fields["goals"]
    assert goals.soft == Count(9, 11, 11)
    assert goals.soft.f1 == pytest.approx(9 / 11)
    assert goals.mean_soft == pytest.approx(0.45)


def test_a_document_with_nothing_on_both_sides_is_left_out_of_the_mean() -> None:
    goals = summary([outcome("a", goals=Count(1, 1, 1)), outcome("b", goals=Count()), outcome("c")]).fields["goals"]
    assert (goals.mean_soft, goals.documents, goals.invented) == (1.0, 1, ())


def test_what_is_found_where_gold_has_nothing_counts_zero_and_is_shown_apart() -> None:
    goals = summary([outcome("a", goals=Count(1, 1, 1)), outcome("b", goals=Count(0, 0, 4))]).fields["goals"]
    assert (goals.mean_soft, goals.documents, goals.invented) == (0.5, 2, ("b",))


def test_what_is_missed_whole_counts_zero() -> None:
    goals = summary([outcome("a", goals=Count(0, 3, 0))]).fields["goals"]
    assert (goals.mean_soft, goals.soft.precision, goals.soft.recall, goals.invented) == (0.0, None, 0.0, ())


def test_a_field_that_no_document_has_anything_of_has_no_mean() -> None:
    assert summary([outcome("a", goals=Count())]).fields["goals"].mean_soft is None


def test_documents_for_checks_only_count_in_checks_alone() -> None:
    right, wrong = Count(1, 1, 1), Count(0, 1, 1)
    result = summary([outcome("a", goals=right, checks=right), outcome("b", True, goals=wrong, checks=wrong)])
    assert result.fields["goals"].soft == right
    assert result.fields["checks"].soft == Count(1, 2, 2)
    assert len(result.outcomes) == 2


def test_fields_with_floors_come_first_and_parts_after_their_field() -> None:
    counts = {"goal_details": Count(), "goals": Count(), "metadata.title": Count(), "metadata": Count()}
    assert list(summary([outcome("a", **counts)]).fields) == ["metadata", "metadata.title", "goals", "goal_details"]


def test_places_and_coverage_are_means_and_none_where_not_measured() -> None:
    one = DocumentScore("a", {}, {})
    measured = [
        Outcome(one, grounding=Grounding(2, (), ("x",)), coverage=WordCoverage(10, 9)),
        Outcome(one, grounding=Grounding(1, ("y",), ()), coverage=WordCoverage(10, 10)),
        Outcome(one, grounding=Grounding()),
    ]
    result = summary(measured)
    assert (result.places, result.coverage, result.ungrounded) == (0.75, 0.95, ("a: y",))
    bare = summary([Outcome(one)])
    assert (bare.places, bare.coverage, bare.ungrounded) == (None, None, None)
    assert summary([Outcome(one, grounding=Grounding())]).ungrounded == ()


def test_failures_pages_and_seconds() -> None:
    result = summary([outcome("a"), outcome("b", failure="b.pdf: not a PDF")])
    assert (result.failures, result.pages, result.seconds) == ({"b": "b.pdf: not a PDF"}, 4, 1.0)
