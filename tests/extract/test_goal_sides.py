from __future__ import annotations

from planparse.extract.goal_pieces import Piece
from planparse.extract.goal_sides import by_field
from planparse.layout.blocks import Place


def piece(text: str, x0: float, top: float, *, bold: bool = False) -> Piece:
    return Piece(text, (Place(1, (x0, top, x0 + 4 * len(text), top + 10)),), bold=bold)


def order(*pieces: Piece) -> list[str]:
    return [one.text for one in by_field(pieces)]


def test_values_are_put_behind_their_labels() -> None:
    assert order(
        piece("Trygga barn", 70, 80, bold=True),
        piece("Varför", 70, 100, bold=True),
        piece("Strategi", 300, 101, bold=True),
        piece("Kön är lång.", 70, 115),
        piece("Fler svarar.", 300, 115),
        piece("Ansvarig: chefen", 300, 140),
        piece("Nästa", 80, 160),
    ) == ["Trygga barn", "Varför", "Kön är lång.", "Strategi", "Fler svarar.", "Ansvarig: chefen", "Nästa"]


def test_labels_under_one_another_or_without_values_stay() -> None:
    below = [piece("Varför", 70, 100, bold=True), piece("Strategi", 70, 120, bold=True), piece("Svara.", 70, 135)]
    assert order(*below) == ["Varför", "Strategi", "Svara."]
    apart = [piece("Varför", 70, 100, bold=True), piece("Strategi", 300, 100, bold=True), piece("Svara.", 180, 115)]
    assert order(*apart) == ["Varför", "Strategi", "Svara."]
