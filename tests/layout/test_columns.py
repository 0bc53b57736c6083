"""The order in which a page is read."""

from __future__ import annotations

from page_maker import Leaf
from planparse.layout.columns import Item, columns_of
from planparse.layout.lines import pieces_of, rows_of, text_line


def read(leaf: Leaf) -> list[list[str]]:
    """The first words of each line, column by column."""
    items = []
    for number, row in enumerate(rows_of(leaf.words)):
        for piece in pieces_of(row):
            line = text_line(piece, 1)
            items.append(Item(line.x0, line.top, line.x1, line.bottom, number, line=line))
    return [[item.line.first.text for item in column.items if item.line] for column in columns_of(items)]


def two_columns(leaf: Leaf, lines: int = 6, shift: float = 0, tag: str = "") -> Leaf:
    start = leaf.baseline
    for number in range(lines):
        leaf.line(f"v{tag}{number} står i den vänstra spalten", at=start + 14 * number)
    for number in range(lines):
        leaf.line(f"h{tag}{number} står i den högra spalten", 320, at=start + shift + 14 * number)
    leaf.baseline = start + 14 * lines
    return leaf


def test_one_column() -> None:
    assert read(Leaf().text("ett och annat", "två och annat")) == [["ett", "två"]]


def test_two_columns_under_a_heading_and_over_text_that_goes_across() -> None:
    leaf = two_columns(Leaf().line("Rubrik över hela sidan som når långt åt höger", size=20).space(20))
    leaf.space(20).line("Sist kommer en rad text som går tvärs över båda spalterna och litet till ändå")
    vs, hs = [f"v{n}" for n in range(6)], [f"h{n}" for n in range(6)]
    assert read(leaf) == [["Rubrik"], vs, hs, ["Sist"]]


def test_columns_with_baselines_of_their_own() -> None:
    assert read(two_columns(Leaf(), 8, shift=6)) == [[f"v{n}" for n in range(8)], [f"h{n}" for n in range(8)]]


def test_a_short_heading_between_two_pairs_of_columns() -> None:
    leaf = two_columns(Leaf(), 5, tag="a").space(15).line("Mål", size=16).space(10)
    two_columns(leaf, 5, tag="b")
    assert [column[0] for column in read(leaf)] == ["va0", "ha0", "Mål", "vb0", "hb0"]


def test_a_longer_left_column_is_read_whole_before_the_right() -> None:
    leaf = two_columns(Leaf(), 6)
    leaf.line("v6 fortsätter den vänstra").line("v7 slutar den vänstra")
    assert read(leaf)[0][-2:] == ["v6", "v7"]


def test_labels_with_what_belongs_to_each_are_read_across() -> None:
    leaf = Leaf()
    for label in ("Ordförande", "Ledamot", "Ersättare", "Sekreterare"):
        leaf.line(label).beside("Kim Andersson från Sjöstad", 250)
    assert read(leaf) == [["Ordförande", "Kim", "Ledamot", "Kim", "Ersättare", "Kim", "Sekreterare", "Kim"]]


def test_bulleted_columns_are_read_down_though_their_lines_pair() -> None:
    leaf = Leaf()
    for number in range(4):
        leaf.line(f"• v{number} rapport").beside(f"• h{number} beslut", 320)
    columns = read(leaf)
    assert len(columns) == 2


def test_text_beside_a_diagram() -> None:
    leaf = Leaf()
    for number in range(10):
        leaf.line(f"t{number} text om hur utsläppen fördelas", at=100 + 14 * number)
    for place, label in ((104, "7%"), (137, "12%"), (150, "81%")):
        leaf.line(label, 420, at=place)
    assert read(leaf) == [[f"t{n}" for n in range(10)], ["7%", "12%", "81%"]]


def test_chance_gaps_in_justified_text_are_no_gutter() -> None:
    leaf = Leaf()
    for number in range(7):
        gap = 150 + 17 * number
        leaf.line(f"r{number} rad med").beside("ett stort mellanrum i en rad som går vidare", gap)
    assert len(read(leaf)) == 1


def test_three_columns() -> None:
    leaf = Leaf()
    for number in range(6):
        leaf.line(f"a{number} text i spalt ett").beside(f"b{number} text i spalt två", 240)
        leaf.beside(f"c{number} text i spalt tre", 410)
    assert [column[0] for column in read(leaf)] == ["a0", "b0", "c0"]


def test_a_short_right_column_beside_a_large_heading() -> None:
    leaf = Leaf().line("Ordet är ditt", size=22).line("i dag", size=22).space(10)
    for number in range(8):
        leaf.line(f"v{number} text i den vänstra spalten")
    leaf.line("slutar här.", 318, at=98).line("Kim Andersson,", 318, at=118).line("ordförande", 318, at=132)
    assert [column[0] for column in read(leaf)] == ["Ordet", "slutar"]


def test_headings_in_the_longer_left_column_stay_in_it() -> None:
    leaf = two_columns(Leaf(), 6).space(14).line("Gata", bold=True).line("Enheten sköter vägar.")
    assert read(leaf)[0][-2:] == ["Gata", "Enheten"]
    leaf.space(60).line("Sjöstad den 3 mars")
    assert read(leaf)[-1] == ["Sjöstad"]
