from layout_maker import Sheet, texts
from planparse.layout.blocks import Block, Grid, Paragraph
from planparse.outline.stitch import join_pieces, stitch
from planparse.outline.styles import Style


def grid(
    page: int, *rows: tuple[str | None, ...], edges: tuple[float, ...] = (), header: int = 1, bold: int = 1
) -> Grid:
    made = Sheet(page).table(*rows, edges=edges, header=header, bold=bold).done().blocks[0]
    assert isinstance(made, Grid)
    return made


BODY = Style(11.0, family="serif")
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


def test_header_cells_know_where_they_are_printed_again() -> None:
    joined = join_pieces(grid(3, GOALS, ("Läsa", "Andel", "3")), grid(4, GOALS, ("Skriva", "Andel", "4")))
    assert joined is not None
    assert [place.page for place in joined.at(0, 1).places] == [3, 4]  # type: ignore[union-attr]


def test_header_under_a_title_row_is_printed_again_without_it() -> None:
    first = grid(3, ("Mål för året", "", ""), GOALS, ("Läsa", "Andel", "3"), header=2, bold=2)
    joined = join_pieces(first, grid(4, GOALS, ("Skriva", "Andel", "4")))
    assert joined is not None and joined.rows == 4


def test_merged_rest_of_a_row_fits_in_fewer_columns() -> None:
    first = grid(3, GOALS, ("Läsa", "Andel som läser och", "3"))
    joined = join_pieces(first, grid(4, ("Kommentar till målet",), edges=(70, 370), header=0, bold=0))
    assert joined is None  # nothing says that it is of the same table
    edges = (70.0, 170.0, 370.0)
    second = grid(4, ("", "som skriver"), ("Skriva", "Andel"), edges=edges, header=0, bold=0)
    assert join_pieces(first, second) is not None


def test_row_cut_after_a_full_sentence() -> None:
    rows = [("Läsa", "Vi läser varje dag.", "3"), ("Räkna", "Vi räknar varje dag.", "4")]
    second = grid(4, ("", "Det gör vi i alla skolor.", ""), ("Skriva", "Andel", "4"), header=0, bold=0)
    joined = join_pieces(grid(3, GOALS, *rows), second)
    assert joined is not None
    assert texts(joined)[2] == ["Räkna", "Vi räknar varje dag. Det gör vi i alla skolor.", "4"]


def test_part_of_the_row_above_is_a_row() -> None:
    first = grid(3, ("", "2030"), ("Kostnader", ""), ("Personal", "12"), edges=(70, 200, 300))
    second = grid(4, ("varav löner", "9"), header=0, bold=0, edges=(70, 200, 300))
    joined = join_pieces(first, second)
    assert joined is not None and joined.rows == 4


def test_long_tables_take_linear_time() -> None:
    pieces = [grid(page, GOALS, *[(f"Mål {page}", "Andel", str(row)) for row in range(4)]) for page in range(1, 301)]
    joined = [block for _, block in stitch(list(enumerate(pieces)), frozenset(), BODY)]
    assert len(joined) == 1 and isinstance(joined[0], Grid) and joined[0].rows == 1201


def stitched(*sheets: Sheet) -> list[Block]:
    blocks = [block for sheet in sheets for block in sheet.blocks]
    return [block for _, block in stitch(list(enumerate(blocks)), frozenset(), BODY)]


def test_footnotes_under_a_piece_do_not_end_the_table() -> None:
    one = Sheet(1).table(GOALS, ("Läsa", "Andel", "3")).text("1) Avser vårterminen", size=8)
    table, note = stitched(one, Sheet(2).table(GOALS, ("Skriva", "Andel", "4")))
    assert isinstance(table, Grid) and table.rows == 3
    assert isinstance(note, Paragraph)


def test_prose_between_ends_the_table() -> None:
    one = Sheet(1).table(GOALS, ("Läsa", "Andel", "3")).prose()
    assert len(stitched(one, Sheet(2).table(GOALS, ("Skriva", "Andel", "4")))) == 3


def test_group_line_on_one_page() -> None:
    head = ("Projekt", "2030", "2031")
    sheet = Sheet(1).table(head, ("Servrar", "3", "4"))
    sheet.top -= 2
    sheet.text("Skolnämnden", x0=73.0, gap=6).table(("Datorer", "5", "6"), header=0, bold=0)
    (table,) = stitched(sheet)
    assert isinstance(table, Grid)
    assert texts(table) == [list(head), ["Servrar", "3", "4"], ["Skolnämnden"], ["Datorer", "5", "6"]]
    assert len(table.places) == 1


def test_two_tables_on_one_page_are_two() -> None:
    sheet = Sheet(1).table(GOALS, ("Läsa", "Andel", "3")).text("Mer", x0=73.0, gap=6).table(GOALS, ("Gå", "Andel", "4"))
    assert len(stitched(sheet)) == 3


def test_header_printed_again_tells_more_than_places() -> None:
    first = grid(3, GOALS, ("Läsa", "Andel", "3"), edges=(50, 120, 250, 350))
    again = grid(4, GOALS, ("Skriva", "Andel", "4"), edges=(50, 200, 330, 350))
    assert join_pieces(first, again) is not None
    assert join_pieces(first, grid(4, ("Skriva", "Andel", "4"), edges=(50, 200, 330, 350), header=0)) is None


def test_a_grid_straight_under_another_without_a_head_of_its_own_is_its_rest() -> None:
    first = grid(3, GOALS, ("Läsa", "Andel", "3"))
    edges, bottom = (70.0, 170.0, 270.0, 370.0), first.places[0].bbox[3]

    def under(down: float, bold: int) -> int:
        sheet = Sheet(3)
        sheet.top = bottom + down - 10
        below = sheet.table(("Skriva", "Andel", "4"), ("Räkna", "Andel", "5"), edges=edges, bold=bold).done().blocks[0]
        return len(stitch([(0, first), (1, below)], frozenset(), BODY))

    assert under(4, bold=0) == 1
    assert under(4, bold=1) == 2
    assert under(30, bold=0) == 2
