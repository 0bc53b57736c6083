"""Cuts between columns that heads show, and those that only justified words make."""

from planparse.layout.columncuts import column_cuts
from planparse.layout.tablesettings import DEFAULT
from planparse.layout.textlines import TextLine, text_lines
from table_maker import Leaf, texts


def lines(leaf: Leaf) -> list[TextLine]:
    return text_lines(leaf.words, range(len(leaf.words)), DEFAULT)


def departments() -> Leaf:
    """An entry fills its column up to the next one's."""
    leaf = Leaf()
    for x, name in ((60, "Förvaltning"), (200, "Ansvarig"), (330, "Tidsplan")):
        leaf.text(x, 100, name, bold=True)
    leaf.text(60, 112, "Ledning").text(200, 112, "Näringslivschef/Miljöchef").text(330, 112, "31 dec")
    leaf.text(60, 124, "Kultur").text(200, 124, "Genom staben").text(60, 136, "Omsorg").text(60, 148, "Skola")
    return leaf


def test_a_column_starts_where_its_head_does() -> None:
    leaf = departments()
    cuts, hard = column_cuts(lines(leaf), leaf.words, frozenset())
    assert len(cuts) == 2
    assert cuts[1] in hard
    assert 325 < cuts[1] < 330


def test_few_entries_under_bold_heads_are_a_table() -> None:
    rows = texts(departments().grid())
    assert rows[1] == ["Ledning", "Näringslivschef/Miljöchef", "31 dec"]
    assert rows[3:] == [["Omsorg", "", ""], ["Skola", "", ""]]


def test_wide_spaces_of_justified_words_are_no_column() -> None:
    leaf = Leaf().row(100, "Tkr", "2024", "2025", at=(60, 300, 380), bold=True)
    leaf.row(114, "Kostnader för lokaler", "1", "2", at=(60, 300, 380)).row(128, "Stab", "3", "4", at=(60, 300, 380))
    leaf.text(60, 142, "Lokaler").text(150, 142, "skötsel").row(142, "", "5", "6", at=(60, 300, 380))
    leaf.row(156, "Skola", "7", "8", at=(60, 300, 380))
    assert len(column_cuts(lines(leaf), leaf.words, frozenset())[0]) == 2


def test_lines_are_cuts_and_part_what_stands_close() -> None:
    leaf = Leaf().row(100, "Tkr", "2024", at=(60, 200)).row(112, "Skola", "12", at=(60, 200))
    cuts, hard = column_cuts(lines(leaf), leaf.words, frozenset({120.0}))
    assert (cuts, hard) == ([120.0], frozenset({120.0}))
