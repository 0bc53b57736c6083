"""Pieces of one table straight under each other."""

from planparse.layout.piling import piled
from planparse.layout.slots import Skeleton, Slot
from table_maker import Leaf

XS = (60.0, 260.0, 360.0, 460.0)


def piece(top: float, words: tuple[int, ...], xs: tuple[float, ...] = XS) -> Skeleton:
    """One row of three cells with a word in each."""
    slots = [
        Slot(0, col, 1, 1, (xs[col], top, xs[col + 1], top + 20), (words[col],) if words else ()) for col in range(3)
    ]
    return Skeleton(xs, (top, top + 20), tuple(slots), "ruled")


def page(bold: bool = False) -> Leaf:
    leaf = Leaf().text(66, 114, "Summa").text(300, 114, "24,9").text(400, 114, "12,1")
    return leaf.text(66, 134, "Ledning", bold=bold).text(300, 134, "21,5", bold=bold).text(400, 134, "5,8", bold=bold)


def test_pieces_in_the_same_columns_are_one() -> None:
    upper, lower = piece(100, (0, 1, 2)), piece(122, (3, 4, 5), (66.0, 250.0, 350.0, 455.0))
    (one,) = piled([lower, upper], page().words)
    assert (one.rows, one.cols, one.xs) == (2, 3, XS)


def test_a_piece_with_heads_of_its_own_or_further_down_is_not() -> None:
    upper = piece(100, (0, 1, 2))
    assert len(piled([upper, piece(122, (3, 4, 5))], page(bold=True).words)) == 2
    assert len(piled([upper, piece(140, (3, 4, 5))], page().words)) == 2
