"""Tables of fills: cell grounds in place of lines, bands with bare rows between, symbols and bars that are no cells."""

from planparse.layout.shaded import cell_fills
from planparse.layout.tablesettings import DEFAULT
from planparse.pdf.page import Box
from table_maker import PROSE, Leaf, texts

AT = (66, 300, 400)
HEAD, LIGHT = 0x006699, 0xE0F0FF


def test_boxes_in_a_box_of_their_colour_are_part_of_it() -> None:
    """Word fills a cell, then its lines, then the strips of its margins."""
    leaf = Leaf().fill(60, 100, 260, 130).fill(64, 104, 256, 116).fill(60, 100, 260, 103).fill(60, 100, 260, 130)
    assert [box.bbox for box in cell_fills(leaf.page(), DEFAULT)] == [(60, 100, 260, 130)]


def test_a_marking_inside_a_cell_is_no_cell_but_a_head_band_is() -> None:
    leaf = Leaf().fill(60, 100, 260, 200).fill(64, 150, 120, 162, 0xFFFF00).fill(60, 100, 260, 120, HEAD)
    assert {box.color for box in cell_fills(leaf.page(), DEFAULT)} == {0xDDE8F0, HEAD}


def test_round_boxes_and_the_page_s_own_ground_are_no_cells() -> None:
    leaf = Leaf().fill(0, 0, 595, 842).fill(100, 100, 120, 120, 0xFF0000, "round")
    assert cell_fills(leaf.page(), DEFAULT) == []


def test_cells_by_their_fills() -> None:
    leaf = Leaf()
    for row, top in enumerate((100, 118, 136)):
        for x0, x1 in ((60, 250), (250, 320), (320, 410)):
            leaf.fill(x0, top, x1, top + 18, HEAD if row == 0 else LIGHT)
    leaf.row(112, "Tkr", "2024", "2025", at=AT, bold=True).row(130, "Intäkter", "10", "11", at=AT)
    leaf.row(148, "Kostnader", "-69", "-73", at=AT)
    grid = leaf.grid()
    assert texts(grid) == [["Tkr", "2024", "2025"], ["Intäkter", "10", "11"], ["Kostnader", "-69", "-73"]]
    assert (grid.header_rows, grid.cells[0].fill, grid.cells[4].fill) == (1, HEAD, LIGHT)


def test_a_wide_fill_under_narrow_ones_spans_their_columns() -> None:
    leaf = Leaf()
    for top in (100, 150):
        leaf.fill(60, top, 250, top + 20, LIGHT).fill(250, top, 410, top + 20, LIGHT)
    leaf.fill(60, 120, 410, 150, HEAD)
    leaf.text(64, 114, "Aktivitet").text(254, 114, "Status").text(64, 134, "Kommentar: arbetet är klart och redovisat")
    leaf.text(64, 164, "Se över rutiner").text(254, 164, "Klar")
    assert texts(leaf.grid())[1] == [">2 Kommentar: arbetet är klart och redovisat"]


def banded() -> Leaf:
    """A filled head, then every other row filled, the last one bare."""
    leaf = Leaf()
    for top, color in ((100, HEAD), (136, LIGHT), (172, LIGHT)):
        for x0, x1 in ((60, 250), (250, 320), (320, 410)):
            leaf.fill(x0, top, x1, top + 18, color)
    names = ("Mått", "2023", "2024"), ("Anmälningar", "312", "348"), ("Utredningar", "141", "155")
    for place, row in enumerate((*names, ("Vårddygn", "8 904", "9 120"), ("Personer", "39", "42"))):
        leaf.row(112 + 18 * place, *row, at=AT, bold=not place)
    leaf.row(202, "Hushåll", "188", "203", at=AT)
    return leaf


def test_bare_rows_between_and_after_bands() -> None:
    grid = banded().grid()
    assert [row[0] for row in texts(grid)] == ["Mått", "Anmälningar", "Utredningar", "Vårddygn", "Personer", "Hushåll"]
    assert texts(grid)[5] == ["Hushåll", "188", "203"]
    assert grid.header_rows == 1


def test_prose_after_a_banded_table_is_none_of_its_rows() -> None:
    leaf = banded().lines(60, 218, PROSE)
    assert texts(leaf.grid())[-1] == ["Hushåll", "188", "203"]


def test_bare_heads_over_the_first_band() -> None:
    leaf = Leaf()
    for top in (118, 154):
        for x0, x1 in ((60, 250), (250, 320), (320, 410)):
            leaf.fill(x0, top, x1, top + 18, LIGHT)
    leaf.row(112, "Enhet", "Utfall", "Budget", at=AT, bold=True).row(130, "Stab", "5", "6", at=AT)
    leaf.row(148, "Förskola", "7", "8", at=AT).row(166, "Skola", "9", "10", at=AT)
    grid = leaf.grid()
    assert texts(grid)[0] == ["Enhet", "Utfall", "Budget"]
    assert (grid.rows, grid.header_rows) == (4, 1)


def test_bare_heads_in_two_rows_and_a_bare_row_over_the_first_band() -> None:
    at = (66, 180, 240, 310, 370)
    leaf = Leaf()
    for x0, x1 in ((60, 130), (130, 185), (185, 245), (245, 315), (315, 375)):
        leaf.fill(x0, 136, x1, 154, LIGHT).fill(x0, 172, x1, 190, LIGHT)
    leaf.text(170, 100, "Utfall", bold=True).text(300, 100, "Budget", bold=True)
    leaf.row(116, "Enhet", "2023", "2024", "2025", "2026", at=at, bold=True)
    for place, name in enumerate(("Stab", "Skola", "Vård", "Kultur")):
        leaf.row(132 + 18 * place, name, "80", "7", "9", "12", at=at)
    grid = leaf.grid()
    assert texts(grid)[:3] == [
        ["", ">2 Utfall", ">2 Budget"],
        ["Enhet", "2023", "2024", "2025", "2026"],
        ["Stab", "80", "7", "9", "12"],
    ]
    assert (grid.rows, grid.header_rows) == (6, 2)


def test_a_caption_over_a_table_is_no_row_of_it() -> None:
    leaf = banded().text(64, 94, "Tabell 2:").text(120, 94, "Antal anmälningar och utredningar per år och enhet i hela")
    assert texts(leaf.grid())[0] == ["Mått", "2023", "2024"]


def test_a_filled_row_of_figures_at_a_page_s_top() -> None:
    leaf = Leaf().fill(60, 60, 250, 78).fill(250, 60, 320, 78).fill(320, 60, 410, 78)
    leaf.row(72, "Summa", "-49 073", "-39 947", at=AT).lines(60, 120, PROSE)
    assert texts(leaf.grid()) == [["Summa", "-49 073", "-39 947"]]


def test_two_tables_of_one_design_with_a_heading_between_stay_two() -> None:
    leaf = Leaf()
    for start in (100, 200):
        for x0, x1 in ((60, 320), (320, 410)):
            leaf.fill(x0, start, x1, start + 18, HEAD).fill(x0, start + 18, x1, start + 36, LIGHT)
        leaf.text(64, start + 12, "Nämndmål", bold=True).text(326, start + 12, "Bedömning", bold=True)
        leaf.text(64, start + 30, "Fler ska gå eller cykla").text(326, start + 30, "Ja")
    leaf.text(60, 170, "Miljö", bold=True, size=14)
    assert [grid.rows for grid in leaf.grids()] == [2, 2]


def test_stacked_boxes_of_changing_colour_are_a_table_of_one_column() -> None:
    leaf = Leaf()
    for top, color, text in ((100, HEAD, "Mål"), (120, LIGHT, "Kommunstyrelsen"), (180, 0xBBDDFF, "Byggnadsnämnden")):
        leaf.fill(60, top, 410, top + (20 if color == HEAD else 60), color).text(66, top + 14, text)
    assert [row[0] for row in texts(leaf.grid())] == ["Mål", "Kommunstyrelsen", "Byggnadsnämnden"]


def test_paragraphs_on_one_ground_line_by_line_are_no_table() -> None:
    leaf = Leaf()
    for line in range(5):
        leaf.fill(60, 100 + 12 * line, 500, 112 + 12 * line).text(64, 110 + 12 * line, PROSE[line][:60])
    assert leaf.grids() == []


def test_bars_of_different_height_are_no_table() -> None:
    leaf = Leaf()
    for place, (high, year) in enumerate(((80, "1990"), (120, "2000"), (60, "2010"))):
        x = 100 + 90 * place
        leaf.fill(x, 300 - high, x + 40, 300, 0xFF6699).text(x + 8, 292 - high / 2, "40%").text(x + 8, 314, year)
    assert leaf.grids() == []


def test_a_row_of_boxes_is_no_table() -> None:
    leaf = Leaf()
    for place, text in enumerate(("Planera", "Genomföra", "Följa upp")):
        leaf.fill(60 + 82 * place, 100, 138 + 82 * place, 140).text(66 + 82 * place, 124, text)
    assert leaf.grids() == []


def test_a_fill_inside_a_ruled_cell_parts_nothing() -> None:
    leaf = Leaf().lattice((60, 250, 410), (100, 130, 160)).fill(260, 135, 330, 150, 0x88CC00)
    leaf.text(64, 118, "Aktivitet").text(254, 118, "Färdiggrad").text(64, 148, "Ta fram en plan").text(340, 148, "60 %")
    assert texts(leaf.grid()) == [["Aktivitet", "Färdiggrad"], ["Ta fram en plan", "60 %"]]


def test_symbols_go_with_their_cells() -> None:
    leaf = Leaf().lattice((60, 320, 410), (100, 120, 140))
    leaf.text(64, 114, "Mål").text(326, 114, "Bedömning").text(64, 134, "Nöjda brukare")
    leaf.fill(330, 123, 344, 137, 0x33AA33, "round")
    cell = leaf.grid().at(1, 1)
    assert cell is not None
    assert [picture.color for picture in cell.pictures] == [0x33AA33]


def test_boxes_that_are_too_many_are_a_drawing() -> None:
    leaf = Leaf()
    leaf.boxes = [Box(60 + i % 50, 100 + i // 50, 80 + i % 50, 110 + i // 50, i) for i in range(4000)]
    assert leaf.grids() == []


def test_a_banner_and_a_remark_over_a_table_are_no_rows_of_it() -> None:
    leaf = Leaf()
    leaf.fill(60, 100, 460, 118, 0xEEEEEE).text(66, 112, "Nämndmål: Färre bränder", bold=True)
    leaf.text(60, 132, "Kommentar: Antalet bränder minskar för tredje året i rad.")
    for x0, x1 in ((60, 260), (260, 360), (360, 460)):
        leaf.fill(x0, 140, x1, 158)
    leaf.text(66, 152, "Indikator", bold=True).text(266, 152, "Utfall 2021", bold=True)
    leaf.text(366, 152, "Mål 2022", bold=True)
    for y in (158, 178, 198):
        leaf.across(y, 60, 460)
    leaf.text(66, 172, "Antal bränder").text(340, 172, "14").text(440, 172, "15")
    leaf.text(66, 192, "Antal hembesök").text(340, 192, "80").text(440, 192, "90")
    assert texts(leaf.grid())[0] == ["Indikator", "Utfall 2021", "Mål 2022"]
