"""Labels that reach up to the first figure of their row."""

from planparse.layout.closefigures import parted_from_labels
from planparse.layout.tablesettings import DEFAULT
from planparse.layout.textlines import text_lines
from table_maker import Leaf, texts


def rows(*told: tuple[str, str, str], start: float = 0, end: float = 0) -> Leaf:
    """Rows of a label and two figures, of which the first begin at ``start`` or end at ``end``."""
    leaf = Leaf()
    for place, (label, first, second) in enumerate(told):
        baseline = 100 + 14 * place
        leaf.text(60, baseline, label).text(300, baseline, second, right=True)
        leaf.text(end or start, baseline, first, right=bool(end))
    return leaf


def labels(leaf: Leaf) -> list[list[str]]:
    lines = text_lines(leaf.words, range(len(leaf.words)), DEFAULT)
    return [[chunk.text for chunk in line.chunks] for line in parted_from_labels(lines, leaf.words)]


def test_a_figure_that_starts_where_others_do() -> None:
    leaf = rows(
        ("Idrott", "14 200", "14 900"), ("Fritidsgårdar", "8 100", "8 350"), ("Summa", "22 300", "23 250"), start=128
    )
    assert labels(leaf)[1] == ["Fritidsgårdar", "8 100", "8 350"]
    assert texts(leaf.grid())[1] == ["Fritidsgårdar", "8 100", "8 350"]


def test_a_figure_that_ends_where_others_do_is_taken_with_its_thousands() -> None:
    told = (
        ("Idrott", "14 200", "14 900"),
        ("Ungdomsgårdar och läger", "8 100", "8 350"),
        ("Summa", "22 300", "23 250"),
    )
    assert labels(rows(*told, end=207))[1] == ["Ungdomsgårdar och läger", "8 100", "8 350"]


def test_a_number_within_a_label_stays() -> None:
    told = (("Idrott", "14 200", "14 900"), ("Betyg i årskurs 9", "200", "210"), ("Summa", "22 300", "23 250"))
    # As near to the label's own number as this is to the word before it: which of "9 200" and "200" can't be told.
    assert labels(rows(*told, end=157))[1][0] == "Betyg i årskurs 9 200"
    assert labels(rows(*told, start=240))[1] == ["Betyg i årskurs 9", "200", "210"]


def test_a_figure_at_an_edge_of_its_own_stays() -> None:
    leaf = rows(("Idrott", "14 200", "14 900"), ("Summa", "22 300", "23 250"), start=140)
    leaf.text(60, 128, "Fritidsgårdar 8 100").text(300, 128, "8 350", right=True)
    assert labels(leaf)[2] == ["Fritidsgårdar 8 100", "8 350"]
