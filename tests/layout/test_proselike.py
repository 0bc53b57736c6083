"""Tables of words alone, without lines: what few rows must show."""

from table_maker import Leaf, texts

HEADS = (("Nr", 60), ("Uppdrag", 100), ("Ansvarig", 300), ("Klart", 420))


def assignments(bold: bool = True, indent: float = 0) -> Leaf:
    leaf = Leaf()
    for head, x in HEADS:
        leaf.text(x, 100, head, bold=bold)
    leaf.text(60, 118, "1").text(100, 118, "Se över stödet till den som").text(300 + indent, 118, "Enhetschef")
    leaf.text(420, 118, "maj 2027").text(100, 130, "vårdar en närstående.")
    leaf.text(60, 148, "2").text(100, 148, "Ta fram en plan för lokaler.").text(300, 148, "Planerare")
    return leaf.text(420, 148, "juni 2027")


def test_two_rows_under_bold_heads_that_their_words_are_set_under() -> None:
    assert texts(assignments().grid()) == [
        ["Nr", "Uppdrag", "Ansvarig", "Klart"],
        ["1", "Se över stödet till den som vårdar en närstående.", "Enhetschef", "maj 2027"],
        ["2", "Ta fram en plan för lokaler.", "Planerare", "juni 2027"],
    ]


def test_two_rows_under_heads_like_the_rest_or_beside_them_are_not_enough() -> None:
    assert assignments(bold=False).grids() == []
    assert assignments(indent=14).grids() == []
