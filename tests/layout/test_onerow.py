"""Tables of a head and one row between rules."""

from table_maker import Leaf, texts

HEADS = ((66, "Nr"), (92, "Mål"), (200, "Stadens mål"), (270, "Bedömning"), (336, "Kommentar"))


def page(*, bold: bool = True, over: bool = False, close: bool = True) -> Leaf:
    leaf = Leaf(size=9)
    for x, name in HEADS:
        leaf.text(x, 100, name, bold=bold)
    for y in (88,) * over + (106,) + (150,) * close:
        leaf.across(y, 62, 520)
    leaf.text(70, 118, "1").text(92, 118, "Fler ska ha en").text(225, 118, "5").text(336, 118, "Andelen som fick plats")
    return leaf.text(92, 130, "lärlingsplats").text(336, 130, "ökade på alla orter i").text(336, 142, "kommunen.")


ROW = ["1", "Fler ska ha en lärlingsplats", "5", "", "Andelen som fick plats ökade på alla orter i kommunen."]


def test_heads_part_the_columns_of_one_row() -> None:
    assert texts(page().grid()) == [[name for _, name in HEADS], ROW]
    assert page().grid().header_rows == 1


def test_plain_heads_between_rules() -> None:
    assert texts(page(bold=False, over=True).grid())[1:] == [ROW]


def test_nothing_closes_it() -> None:
    assert not page(close=False).grids()
