"""Heads set left over figures set right are one column; columns with heads of their own are not."""

from planparse.layout.columncuts import column_cuts
from planparse.layout.tablesettings import DEFAULT
from planparse.layout.textlines import text_lines
from table_maker import Leaf, texts


def shares(*rows: tuple[str, str]) -> Leaf:
    """Names at 60, heads and words at 200, figures ending near 300 and 400."""
    leaf = Leaf().row(100, "Mått", "Utfall 2023", "Mål 2025", at=(60, 200, 330), bold=True)
    for at, (outcome, target) in enumerate(rows):
        y = 114 + 14 * at
        leaf.text(60, y, "Trygghet").text(280, y, outcome)
        leaf.text(400 if target.isdigit() else 330, y, target)
    return leaf


def test_a_head_set_left_over_figures_set_right() -> None:
    leaf = shares(("84", "88"), ("61", "70"), ("12", "10"), ("33", "40"))
    assert texts(leaf.grid()) == [
        ["Mått", "Utfall 2023", "Mål 2025"],
        ["Trygghet", "84", "88"],
        ["Trygghet", "61", "70"],
        ["Trygghet", "12", "10"],
        ["Trygghet", "33", "40"],
    ]


def test_words_set_left_among_figures_set_right() -> None:
    leaf = shares(("84", "minst åttio"), ("61", "70"), ("12", "10"), ("33", "ej satt"))
    assert [row[2] for row in texts(leaf.grid())] == ["Mål 2025", "minst åttio", "70", "10", "ej satt"]


def test_years_in_a_second_row_of_heads_name_columns_of_their_own() -> None:
    leaf = Leaf().row(100, "Mått", "Kön", "Utfall", at=(60, 200, 330), bold=True)
    leaf.row(114, "", "", "2022", "2023", at=(60, 200, 280, 380), bold=True)
    for y in (128, 142, 156):
        leaf.row(y, "Nöjda", "", "71", "73", at=(60, 200, 280, 380))
    lines = text_lines(leaf.words, range(len(leaf.words)), DEFAULT)
    assert len(column_cuts(lines, leaf.words, frozenset())[0]) >= 3


def test_sums_set_out_from_their_terms_stay_a_column() -> None:
    leaf = Leaf().row(100, "Post", "2024", "2023", at=(60, 200, 400), bold=True)
    for at, (term, total) in enumerate((("12", ""), ("13", ""), ("", "25"), ("14", ""), ("15", ""), ("", "29"))):
        leaf.row(114 + 14 * at, "Rad", term, total, "7", at=(60, 200, 280, 400))
    lines = text_lines(leaf.words, range(len(leaf.words)), DEFAULT)
    assert len(column_cuts(lines, leaf.words, frozenset())[0]) == 3
