"""A name and the genders that stand under it."""

from table_maker import Leaf, texts

AT = (60, 240, 300, 360)


def named(*genders: str, second: str = "av ordinarie arbetstid") -> Leaf:
    """Without rules: the name goes on beside the second row."""
    leaf = Leaf().row(100, "Indikator", "2021", "2022", "2023", at=AT, bold=True)
    for place, gender in enumerate(genders):
        y = 116 + 14 * place
        leaf.text(60, y, ("Sjukfrånvaro i andel", second, "")[place] or " ").text(180, y, gender)
        leaf.row(y, "", f"{place + 4},1", f"{place + 5},2", f"{place + 6},3", at=AT)
    return leaf


def test_a_name_goes_on_beside_the_next_gender() -> None:
    rows = texts(named("Totalt", "Kvinnor", "Män").grid())
    assert rows[1][0] == "^3 Sjukfrånvaro i andel av ordinarie arbetstid"
    assert [row[-4] for row in rows[1:]] == ["Totalt", "Kvinnor", "Män"]


def test_another_name_is_a_row_of_its_own() -> None:
    rows = texts(named("Totalt", "Kvinnor", "Män", second="Väntetid").grid())
    assert [row[0] for row in rows[1:3]] == ["Sjukfrånvaro i andel", "^2 Väntetid"]


def lattice(edge: float = 180, second: str = "Kvinnor") -> Leaf:
    """With lines: none between the names and the genders."""
    xs, ys = (56, 230, 300, 370), (90, 106, 132, 148, 164)
    leaf = Leaf().lattice(xs, ys)
    leaf.text(60, 102, "Indikator", bold=True).text(234, 102, "2022", bold=True).text(304, 102, "2023", bold=True)
    leaf.text(60, 116, "Sjukfrånvaro, andel").text(60, 128, "av arbetstid")
    for y, x, gender in ((116, 180, "Totalt"), (144, edge, second), (160, 180, "Män")):
        leaf.text(x, y, gender).text(234, y, "8,9").text(304, y, "7,0")
    return leaf


def test_genders_at_an_edge_of_their_own_get_a_column() -> None:
    assert texts(lattice().grid()) == [
        [">2 Indikator", "2022", "2023"],
        ["Sjukfrånvaro, andel av arbetstid", "Totalt", "8,9", "7,0"],
        ["", "Kvinnor", "8,9", "7,0"],
        ["", "Män", "8,9", "7,0"],
    ]


def test_genders_elsewhere_in_the_names_stay() -> None:
    assert texts(lattice(edge=60).grid())[2] == ["Kvinnor", "8,9", "7,0"]
