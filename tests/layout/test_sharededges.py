"""Cells that stand close to the next, told by the edge that those of other lines share."""

from planparse.layout.sharededges import parted_at_edges
from planparse.layout.tablesettings import DEFAULT
from planparse.layout.textlines import text_lines
from table_maker import Leaf, texts

ROWS = (("Sjukfrånvaro", "ökar", "29 %"), ("Väntetid", "minskar", "8 %"), ("Kostnad", "ökar", "45 %"))


def trends(last: str = "oförändrad") -> Leaf:
    """The longest word of the second column (50 wide) ends 6 points before the third."""
    leaf = Leaf()
    for place, row in enumerate((*ROWS, ("Antal fall", last, "98 %"))):
        for x, text in zip((60, 200, 256), row, strict=True):
            leaf.text(x, 100 + 14 * place, text)
    return leaf


def chunks(leaf: Leaf) -> list[list[str]]:
    lines = text_lines(leaf.words, range(len(leaf.words)), DEFAULT)
    return [[chunk.text for chunk in line.chunks] for line in parted_at_edges(lines, leaf.words)]


def test_a_word_at_the_edge_of_the_cells_over_it_starts_one() -> None:
    assert chunks(trends())[3] == ["Antal fall", "oförändrad", "98 %"]
    assert texts(trends().grid())[3] == ["Antal fall", "oförändrad", "98 %"]


def test_the_spaces_of_a_stretched_line_part_nothing() -> None:
    leaf = trends("ökar").text(168, 156, "Antalet fall har ökat igen", space=0.6)
    assert 256 in [word.x0 for word in leaf.words if word.text == "ökat"]
    assert chunks(leaf)[4] == ["Antalet fall har ökat igen"]


def test_an_edge_of_two_lines_is_none() -> None:
    leaf = Leaf().text(60, 100, "Stab").text(186, 100, "12 %").text(60, 114, "Skola").text(186, 114, "14 %")
    leaf.text(60, 128, "Kostnader för lokaler med").text(186, 128, "hyra")
    assert chunks(leaf)[2] == ["Kostnader för lokaler med hyra"]
