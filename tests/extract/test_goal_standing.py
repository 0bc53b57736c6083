from __future__ import annotations

from goal_documents import MUNICIPAL, PLAN, document, section
from planparse.extract.goal_standing import (
    area_of,
    fallback_level,
    labelled_area,
    level_said,
    names_unit,
    reads_as_goal,
    responsible_of,
    unit_chapter,
)


def test_a_heading_under_goals_is_an_area_unless_it_is_a_goal_or_a_chapter_of_its_own() -> None:
    made = document(
        section("Måluppföljning"),
        section("Klimat och miljö", level=2),
        section("Alla hus ska vara energisnåla", level=3),
        section("God ekonomisk hushållning", level=2),
        section("Finansiella mål", level=3),
        section("Ekonomi"),
    )
    areas = [area_of(made, node) for node in made.sections]
    assert areas == [None, "Klimat och miljö", "Klimat och miljö", None, "Finansiella mål", None]


def test_a_label_word_is_no_part_of_an_area() -> None:
    assert labelled_area("Perspektiv – Medborgare") == "Medborgare"
    assert labelled_area("Målområde 2: Trygghet") == "Trygghet"
    assert labelled_area("Medborgarperspektivet") == "Medborgar"
    assert labelled_area("Nämndens mål") is None


def test_wordings_and_names() -> None:
    assert reads_as_goal("Eleverna är trygga i skolan")
    assert not reads_as_goal("Trygghet i skolan och på fritiden")
    assert names_unit("Barn- och utbildningsnämnden")
    assert not names_unit("Eleverna är trygga i skolan")


def test_levels_units_and_boards_by_the_headings_above() -> None:
    made = document(
        section("Övergripande mål för kommunen"),
        section("Trygghet", level=2),
        section("Barn och familj"),
        section("Enhetens mål", level=2),
        section("Nämndernas mål"),
        section("Socialnämnden", level=2, board="Socialnämnden"),
    )
    nodes = made.sections
    assert level_said(made, nodes[1]) == "council"
    assert unit_chapter(made, nodes[3]) == "Barn och familj"
    assert unit_chapter(made, nodes[1]) is None
    assert responsible_of(made, nodes[5], MUNICIPAL) == "Socialnämnden"
    assert fallback_level(nodes[1], MUNICIPAL) == "council"
    assert fallback_level(nodes[5], MUNICIPAL) == "board"
    assert fallback_level(nodes[1], PLAN) == "board"
