"""Words that stand in exactly one place of the output."""

from typing import Any

from planparse.evaluate import PageWords, WordCoverage, word_coverage
from planparse.model import Plan


def line(text: str, top: float) -> list[tuple[str, float, float, float, float]]:
    """Words of ten points' width, ten points high."""
    return [(word, 12.0 * place, top, 12.0 * place + 10, top + 10) for place, word in enumerate(text.split())]


def box(top: float, bottom: float, left: float = -1, right: float = 500) -> dict[str, Any]:
    return {"page": 1, "bbox": [left, top, right, bottom]}


def section(title: str, text: str, *places: dict[str, Any]) -> dict[str, Any]:
    return {"title": title, "text": text, "locations": list(places)}


def measured(plan: dict[str, Any], *lines: tuple[str, float], apart: tuple[Any, ...] = ()) -> WordCoverage:
    words = tuple(word for text, top in lines for word in line(text, top))
    result = word_coverage(Plan.model_validate(plan), [PageWords(1, words, apart)])
    assert result is not None
    return result


def lost(result: WordCoverage) -> list[str]:
    return [told.split(": ", 1)[1] for told in result.lost]


def test_heading_text_cells_and_what_was_taken_off() -> None:
    plan = {
        "sections": [section("Mål", "Alla är trygga.", box(18, 32), box(38, 52))],
        "tables": [{"cells": [[{"text": "Lön", "locations": [box(58, 72, 0, 11)]}, {"text": "5"}]]}],
    }
    result = measured(
        *(plan, ("Trosa kommun", 0), ("Mål", 20), ("Alla är trygga.", 40), ("Lön 5", 60)), apart=((-1, -1, 500, 11),)
    )
    assert (result.words, result.once) == (8, 7)
    assert lost(result) == ["5"]  # its cell has no place


def test_a_box_over_words_that_its_text_lost_holds_none() -> None:
    result = measured({"sections": [section("Mål", "Alla trygga", box(0, 40))]}, ("Mål", 0), ("Alla är trygga", 20))
    assert lost(result) == ["är"]


def test_a_text_takes_each_of_its_words_once() -> None:
    result = measured({"sections": [section("Mål", "barn och", box(0, 40))]}, ("Mål", 0), ("barn barn och", 20))
    assert (result.once, lost(result)) == (3, ["barn"])
    result = measured({"sections": [section("Mål", "", box(0, 40))]}, ("Mål", 0), ("x", 20))
    assert lost(result) == ["x"]


def test_a_word_in_two_sections_or_in_section_and_cell_is_twice() -> None:
    plan = {
        "sections": [section("Mål", "Lön", box(0, 40)), section("Ekonomi", "", box(50, 60))],
        "tables": [{"cells": [[{"text": "Lön", "locations": [box(18, 32)]}]]}],
    }
    result = measured(plan, ("Mål", 0), ("Lön", 20), ("Ekonomi", 50))
    assert result.once == 2
    assert [told.split(" (")[0] for told in result.twice] == ["page 1: Lön"]
    assert "section Mål" in result.twice[0] and "cell of table 1" in result.twice[0]


def test_pieces_of_one_section_that_overlap_are_one_holder() -> None:
    plan = {"sections": [section("Mål", "trygga barn", box(0, 30), box(10, 40))]}
    result = measured(plan, ("Mål", 0), ("trygga barn", 20))
    assert (result.words, result.once) == (3, 3)


def test_words_broken_at_a_lines_end_are_held() -> None:
    plan = {"sections": [section("Mål", "social­nämnden och Eco-Driving", box(0, 60))]}
    plan["sections"][0]["text"] = "socialnämnden och Eco-Driving"
    result = measured(plan, ("Mål", 0), ("social-", 20), ("nämnden och Eco-", 32), ("Driving", 44))
    assert (result.words, result.once) == (6, 6)


def test_bullets_are_no_words_and_markers_need_no_text() -> None:
    plan = {"sections": [section("Mål", "Trygga barn", box(0, 60))]}
    result = measured(plan, ("Mål", 0), ("• Trygga", 20), ("1. barn", 32), ("a)", 44))
    assert (result.words, result.once) == (5, 5)


def test_a_table_title_holds_what_no_heading_has() -> None:
    table = {"title": "Tabell 1 Drift", "cells": [[{"text": "Lön", "locations": [box(38, 52)]}]]}
    table["locations"] = [box(18, 32), box(38, 52)]
    result = measured({"tables": [table]}, ("Tabell 1 Drift", 20), ("Lön öre", 40))
    assert lost(result) == ["öre"]
    headed = {"sections": [section("Tabell 1 Drift", "", box(18, 32))], "tables": [table]}
    assert measured(headed, ("Tabell 1 Drift", 20), ("Lön", 40)).twice == ()


def test_the_plans_title_on_the_cover() -> None:
    plan = {"title": "Plan 2020", "field_locations": {"title": [box(0, 20)]}}
    result = measured(plan, ("Plan 2020 Skolnämnden", 0))
    assert lost(result) == ["Skolnämnden"]


def test_a_large_box_is_found_from_every_line() -> None:
    text = " ".join(f"ord{number}" for number in range(60))
    lines = [(f"ord{number}", 12.0 * number) for number in range(60)]
    result = measured({"sections": [section("", text, box(0, 800))]}, *lines)
    assert (result.words, result.once, result.share) == (60, 60, 1.0)


def test_not_measured_where_it_is_not_known_what_was_taken_off() -> None:
    assert word_coverage(Plan(), [PageWords(1, tuple(line("Mål", 0)))]) is None


def test_no_words_no_share() -> None:
    assert measured({}).share is None
