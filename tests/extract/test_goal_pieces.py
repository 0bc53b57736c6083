from __future__ import annotations

from goal_documents import item, para
from planparse.extract.goal_pieces import field_of, pieces_of, runs_on


def texts(*lines: str, **style: bool) -> list[str]:
    return [piece.text for piece in pieces_of(para(*lines, **style))]


def test_labels_at_lines_starts_part_a_paragraph() -> None:
    assert texts("Mål 1 – Trygga barn", "Mål 2 – Nöjda äldre") == ["Mål 1 – Trygga barn", "Mål 2 – Nöjda äldre"]
    assert texts("Mätmetod: Egen enkät varje", "höst. Redovisas öppet.", "Redovisning: I bokslutet.") == [
        "Mätmetod: Egen enkät varje höst. Redovisas öppet.",
        "Redovisning: I bokslutet.",
    ]


def test_running_text_stays_whole() -> None:
    assert texts("Målen följs upp varje år och", "redovisas: för nämnden i mars.") == [
        "Målen följs upp varje år och redovisas: för nämnden i mars."
    ]


def test_a_list_item_keeps_its_label() -> None:
    (piece,) = pieces_of(item("Trygga barn.", "3."))
    assert (piece.label, piece.is_item, piece.text) == ("3", True, "Trygga barn.")


def test_fields_with_and_without_values() -> None:
    assert field_of("Ansvarig: Socialnämnden") == ("responsible", "Socialnämnden", "Ansvarig")
    assert field_of("Planerade aktiviteter") == ("activity", "", "Planerade aktiviteter")
    assert field_of("Nyckeltalen visar att fler är nöjda.") is None


def test_what_stands_straight_below_runs_on() -> None:
    from dataclasses import replace

    from planparse.layout.blocks import Place

    (first,) = pieces_of(para("Byt lampor i hela skolan."))
    (second,) = pieces_of(para("Vid köp väljs lysdioder."))
    close = replace(second, places=(Place(1, (70, first.places[0].bbox[3] + 2, 200, 130)),))
    apart = replace(second, places=(Place(1, (70, first.places[0].bbox[3] + 12, 200, 140)),))
    assert runs_on(first, close)
    assert not runs_on(first, apart)
