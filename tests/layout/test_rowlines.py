"""Lines of a label alone, at the pitch of rows: what goes on the name above, and what names a group."""

from table_maker import Leaf, texts

AT = (66, 210, 260)


def page(*rows: tuple[str, str, str]) -> list[list[str]]:
    leaf = Leaf().row(100, "Projekt", "2024", "2025", at=AT, bold=True).across(104, 60, 270)
    for place, row in enumerate(rows):
        leaf.row(116 + 14 * place, *row, at=AT)
    return texts(leaf.grid())[1:]


def test_an_indicators_number_in_brackets_is_of_the_name_above() -> None:
    rows = page(("Nöjda brukare", "88", "90"), ("[N21801]", "", ""), ("Sjukfrånvaro", "7", "6"))
    assert rows == [["Nöjda brukare [N21801]", "88", "90"], ["Sjukfrånvaro", "7", "6"]]


def test_names_of_groups_stay_rows() -> None:
    rows = page(
        ("Samhällsnämnden", "", ""),
        ("Summa alla intäkter", "12", "30"),
        ("Bildningsnämnden", "", ""),
        ("Summa alla kostnader", "40", "50"),
        ("Omsorgsnämnden", "", ""),
        ("Summa alla kostnader", "41", "52"),
    )
    assert len(rows) == 6
