from layout_maker import Sheet, texts
from planparse.layout.blocks import Grid
from planparse.outline.stitch import join_pieces


def grid(
    page: int, *rows: tuple[str | None, ...], edges: tuple[float, ...] = (), header: int = 1, bold: int = 1
) -> Grid:
    made = Sheet(page).table(*rows, edges=edges, header=header, bold=bold).done().blocks[0]
    assert isinstance(made, Grid)
    return made


GOALS = ("Mål", "Mått", "2024")


def test_repeated_header_is_given_once() -> None:
    joined = join_pieces(grid(3, GOALS, ("Läsa", "Andel", "3")), grid(4, GOALS, ("Skriva", "Andel", "4")))
    assert joined is not None
    assert texts(joined) == [list(GOALS), ["Läsa", "Andel", "3"], ["Skriva", "Andel", "4"]]
    assert joined.at(2, 0).places[0].page == 4  # type: ignore[union-attr]
    assert "page 4" in joined.reason


def test_same_columns_without_header() -> None:
    joined = join_pieces(grid(3, GOALS, ("Läsa", "Andel", "3")), grid(4, ("Skriva", "Andel", "4"), header=0, bold=0))
    assert joined is not None and joined.rows == 3


def test_margins_of_left_and_right_pages_differ() -> None:
    left = grid(2, GOALS, ("Läsa", "Andel", "3"), edges=(50, 150, 250, 350))
    right = grid(3, ("Skriva", "Andel", "4"), edges=(80, 181, 279, 380), header=0, bold=0)
    assert join_pieces(left, right) is not None


def test_other_columns_are_another_table() -> None:
    first = grid(3, GOALS, ("Läsa", "Andel", "3"))
    assert join_pieces(first, grid(4, ("Aktivitet", "Status"), ("Bjuda in", "Klar"))) is None
    assert join_pieces(first, grid(4, ("Aktivitet", "Status", "Slut"), ("Bjuda in", "Klar", "maj"))) is None
    assert join_pieces(first, grid(5, ("Skriva", "Andel", "4"), header=0, bold=0)) is None


def test_cut_row_is_one_row() -> None:
    first = grid(3, GOALS, ("Läsa", "Andel som får besked inom tio dagar efter att de", "3"))
    second = grid(4, GOALS, ("", "lämnat sin anmälan", ""), ("Skriva", "Andel", "4"))
    joined = join_pieces(first, second)
    assert joined is not None
    assert texts(joined)[1:] == [
        ["Läsa", "Andel som får besked inom tio dagar efter att de lämnat sin anmälan", "3"],
        ["Skriva", "Andel", "4"],
    ]
    assert [place.page for place in joined.at(1, 1).places] == [3, 4]  # type: ignore[union-attr]


def test_merged_cell_carries_on() -> None:
    first = grid(3, GOALS, ("Läsa", "Andel", "3"), (None, "Antal", "5"))
    joined = join_pieces(first, grid(4, GOALS, ("", "Betyg", "7"), ("Skriva", "Andel", "4")))
    assert joined is not None
    cell = joined.at(1, 0)
    assert cell is not None and cell.row_span == 3
    assert [place.page for place in cell.places] == [3, 4]
    assert texts(joined)[3:] == [["Betyg", "7"], ["Skriva", "Andel", "4"]]


def test_text_of_a_merged_cell_goes_on() -> None:
    first = grid(3, GOALS, ("Områden som nämnden pekat ut:", "Andel", "3"), (None, "Antal", "5"))
    joined = join_pieces(first, grid(4, GOALS, ("nya arbetssätt", "Betyg", "7"), (None, "Nöjdhet", "8")))
    assert joined is not None
    cell = joined.at(1, 0)
    assert cell is not None and cell.row_span == 4
    assert cell.text == "Områden som nämnden pekat ut: nya arbetssätt"
