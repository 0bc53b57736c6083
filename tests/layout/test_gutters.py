"""Where columns are parted."""

from planparse.layout.gutters import Gutter, column_of, cut_in, find_gutters, narrow_gutters
from planparse.layout.tablesettings import DEFAULT
from planparse.layout.textlines import Chunk, TextLine, text_lines
from table_maker import Leaf

AT = (60, 250, 330)


def lines(leaf: Leaf) -> list[TextLine]:
    return text_lines(leaf.words, range(len(leaf.words)), DEFAULT)


def test_a_gutter_lies_between_what_most_lines_hold() -> None:
    leaf = Leaf().row(100, "Intäkter", "10", "11", at=AT).row(112, "Personalkostnader", "-690", "-73", at=AT)
    first, second = find_gutters(lines(leaf))
    assert 145 <= first.low < first.high <= 230
    assert (second.low, second.lines, second.crossed) == (250, 2, 0)


def test_a_sparse_column_keeps_its_gutters() -> None:
    leaf = Leaf()
    for place in range(8):
        leaf.row(100 + 12 * place, "Mål", "80" if place == 3 else "", "91", at=AT)
    assert len(find_gutters(lines(leaf))) == 2


def test_one_long_label_does_not_close_a_gutter() -> None:
    leaf = Leaf().row(88, "Kostnader för lokaler, skötsel och energi i hela", "", "5", at=(60, 250, 420))
    for place in range(6):
        leaf.row(100 + 12 * place, "Mål", "80", "91", at=(60, 250, 420))
    assert [gutter.crossed for gutter in find_gutters(lines(leaf))] == [1, 0]


def test_a_gutter_narrower_than_an_em_is_told_by_what_stands_right_of_it() -> None:
    leaf = Leaf()
    for place, text in enumerate(
        ("Fler ska vara trygga", "Köerna kortas", "Alla ska kunna läsa och", "Maten lagas på")
    ):
        leaf.text(185, 100 + 12 * place, text, right=True).text(193, 100 + 12 * place, f"9{place}")
    made = lines(leaf)
    assert [round(gutter.high) for gutter in narrow_gutters(made, leaf.words, find_gutters(made))] == [193]


def test_the_cut_goes_between_heads_that_reach_into_the_gutter() -> None:
    leaf = Leaf().row(88, "Tkr", "Bokslut 2023", "Prognos 2024", at=(60, 250, 318), bold=True)
    for place in range(4):
        leaf.row(100 + 12 * place, "Mål", "80", "91", at=(60, 250, 318))
    made = lines(leaf)
    last = find_gutters(made)[-1]
    at = cut_in(last, made, leaf.words)
    assert all(not word.x0 < at < word.x1 for word in leaf.words)


def test_a_chunk_s_columns() -> None:
    assert column_of(Chunk(60, 90, [], ""), [100, 200]) == (0, 0)
    assert column_of(Chunk(110, 250, [], ""), [100, 200]) == (1, 2)


def test_a_head_left_of_the_figures_under_it_is_on_their_side_of_the_cut() -> None:
    leaf = Leaf().text(60, 100, "Mått", bold=True).text(190, 100, "Kvinnor", bold=True).text(250, 100, "Män", bold=True)
    for y, left, right in ((114, "871", "228"), (128, "90", "25"), (142, "46", "45")):
        leaf.text(60, y, "Anställda").text(225, y, left).text(290, y, right)
    between = Gutter(268, 290, 4, 0)
    (man,) = (word for word in leaf.words if word.text == "Män")
    assert cut_in(between, lines(leaf), leaf.words) < man.x0
