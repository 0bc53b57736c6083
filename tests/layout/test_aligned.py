"""Tables without lines, or with horizontal ones alone; and what looks like them."""

import pytest

from table_maker import PROSE, Leaf, texts

AT = (66, 300, 380, 460)
BUDGET = (
    ("Intäkter", "10 135", "11 251", "1 116"),
    ("Personal", "-69 731", "-73 300", "-3 569"),
    ("Lokaler", "-4 812", "-4 950", "-138"),
    ("Netto", "-64 408", "-66 999", "-2 591"),
)
HEADS = ("Tkr", "Bokslut 2023", "Budget 2024", "Avvikelse")


def budget(leaf: Leaf | None = None, top: float = 200, step: float = 14) -> Leaf:
    leaf = leaf or Leaf()
    leaf.row(top, *HEADS, at=AT, bold=True)
    for place, row in enumerate(BUDGET, 1):
        leaf.row(top + step * place, *row, at=AT)
    return leaf


def test_figures_under_heads_without_a_line() -> None:
    grid = budget().grid()
    assert texts(grid) == [list(HEADS), *map(list, BUDGET)]
    assert (grid.header_rows, grid.reason) == (1, "aligned columns")


def test_prose_around_a_table_stays_prose() -> None:
    leaf = budget(Leaf().lines(60, 100, PROSE)).lines(60, 300, PROSE)
    assert texts(leaf.grid()) == [list(HEADS), *map(list, BUDGET)]


def test_columns_are_told_by_place_before_digits_are_joined() -> None:
    """ "1 234 2 345" is two figures: a space of thousands is narrower than that between columns."""
    at = (66, 200, 232)
    leaf = Leaf().row(100, "Tkr", "2023", "2024", at=at, bold=True)
    for place, (one, other) in enumerate((("1 234", "2 345"), ("12 345", "9 876"), ("345", "1 000"))):
        leaf.row(114 + 14 * place, ("Ena", "Andra", "Tredje")[place], one, other, at=at)
    assert [row[1:] for row in texts(leaf.grid())[1:]] == [["1 234", "2 345"], ["12 345", "9 876"], ["345", "1 000"]]


def test_a_label_that_wraps_is_one_row_with_its_values_on_either_line() -> None:
    leaf = Leaf().row(100, *HEADS, at=AT, bold=True)
    leaf.row(114, "Gemensam administration för hela", at=(66,)).row(126, "kultur och fritid", "2", "3", "4", at=AT)
    leaf.row(140, "Kostnader för lokaler, skötsel och", "5", "6", "7", at=AT).row(152, "energi", at=(66,))
    leaf.row(166, "Bibliotek", "8", "9", "10", at=AT).row(180, "Museum", "11", "12", "13", at=AT)
    assert texts(leaf.grid())[1:3] == [
        ["Gemensam administration för hela kultur och fritid", "2", "3", "4"],
        ["Kostnader för lokaler, skötsel och energi", "5", "6", "7"],
    ]


def test_a_heading_of_a_group_is_a_row_of_its_own() -> None:
    leaf = Leaf().row(100, *HEADS, at=AT, bold=True)
    leaf.text(66, 114, "Vård och omsorg", bold=True)
    leaf.row(128, "Korttidsplatser", "42", "50", "8", at=AT).row(142, "Hemtjänst, timmar", "102", "98", "-4", at=AT)
    leaf.text(66, 156, "Skola", bold=True).row(170, "Elever", "88", "90", "2", at=AT)
    rows = texts(leaf.grid())
    assert rows[1] == ["Vård och omsorg", "", "", ""]
    assert rows[4] == ["Skola", "", "", ""]


def test_empty_places_keep_the_columns() -> None:
    leaf = budget().row(270, "Övrigt", "", "5", "", at=AT).row(284, "Reserv", "7", "", "7", at=AT)
    assert texts(leaf.grid())[-2:] == [["Övrigt", "", "5", ""], ["Reserv", "7", "", "7"]]


def test_words_in_columns_with_many_empty_places() -> None:
    """A list of departments, few of which have someone answerable."""
    leaf = Leaf().text(60, 100, "Förvaltning", bold=True).text(220, 100, "Ansvarig", bold=True)
    leaf.text(340, 100, "Tidsplan", bold=True)
    for place, name in enumerate(("Ledning", "Kultur", "Miljö", "Bostäder", "Skola", "Omsorg", "Räddning")):
        leaf.text(60, 112 + 12 * place, name)
    for place, who in ((0, "Teknisk chef"), (3, "Fastighetschef"), (5, "Planerare")):
        leaf.text(220, 112 + 12 * place, who).text(340, 112 + 12 * place, "31 maj 2026")
    rows = texts(leaf.grid())
    assert len(rows) == 8
    assert (rows[2], rows[4]) == (["Kultur", "", ""], ["Bostäder", "Fastighetschef", "31 maj 2026"])


def test_heads_in_two_lines_are_one_row_and_spanning_heads_a_row_of_their_own() -> None:
    leaf = Leaf().row(88, "", "Budget", "Budget", "Plan", at=AT, bold=True)
    leaf.row(100, "Tkr", "2024", "2025", "2026", at=AT, bold=True)
    for place, row in enumerate(BUDGET, 1):
        leaf.row(100 + 14 * place, *row, at=AT)
    assert texts(leaf.grid())[0] == ["Tkr", "Budget 2024", "Budget 2025", "Plan 2026"]
    leaf = budget().text(310, 186, "Belopp per år och skillnad", bold=True)
    grid = leaf.grid()
    assert grid.header_rows == 2
    assert texts(grid)[0] == ["", "", ">2 Belopp per år och skillnad"]


def test_heads_in_the_middle_of_several_columns_span_them() -> None:
    at = (66, 240, 300, 380, 440, 500)
    leaf = Leaf().row(112, "Mått", "2023", "2024", "2026", "2027", "2028", at=at, bold=True)
    leaf.text(234, 98, "Utfall", bold=True).text(408, 98, "Mål", bold=True)
    for place, label in enumerate(("Nöjda", "Sjuka", "Trygga")):
        leaf.row(126 + 14 * place, label, "80", "81", "82", "83", "84", at=at)
    grid = leaf.grid()
    assert texts(grid)[:2] == [["", ">2 Utfall", ">3 Mål"], ["Mått", "2023", "2024", "2026", "2027", "2028"]]
    assert grid.header_rows == 2


def test_heads_set_on_end() -> None:
    leaf = Leaf().text(66, 196, "Verksamhet", bold=True)
    for x, name in ((270, "Ram"), (350, "Löner"), (430, "Volymer")):
        leaf.text(x, 198, name, turned=270)
    for place, row in enumerate(BUDGET):
        leaf.row(210 + 14 * place, *row, at=AT)
    grid = leaf.grid()
    assert texts(grid)[0] == ["Verksamhet", "Ram", "Löner", "Volymer"]
    assert grid.header_rows == 1


def test_rules_alone_part_rows_of_wrapped_text() -> None:
    leaf = Leaf().text(66, 112, "Mål", bold=True).text(280, 112, "Strategi", bold=True)
    goals = (("Fler ska arbeta heltid", "hela året"), ("Sjukfrånvaron ska", "minska"), ("Skolan ska vara", "trygg"))
    for place, goal in enumerate(goals):
        leaf.lines(66, 130 + 32 * place, goal).lines(280, 130 + 32 * place, ("Cheferna får tid", "och stöd i arbetet"))
    for y in (100, 118, 150, 182, 214):
        leaf.across(y, 60, 500)
    grid = leaf.grid()
    assert [row[0] for row in texts(grid)] == ["Mål", *(" ".join(goal) for goal in goals)]
    assert (grid.header_rows, grid.reason) == (1, "horizontal rules")


def test_a_rule_under_the_heads_and_one_at_the_end() -> None:
    leaf = budget().across(188, 60, 465).across(204, 60, 465).across(260, 60, 465)
    assert texts(leaf.grid()) == [list(HEADS), *map(list, BUDGET)]


def test_rules_over_part_of_the_columns_leave_the_others_whole() -> None:
    leaf = Leaf()
    for y in (100, 120, 180, 240):
        leaf.across(y, 60, 465)
    leaf.across(150, 200, 465).across(210, 200, 465)
    leaf.row(114, "Mål", "Mått", "2025", at=(66, 240, 460), bold=True)
    for place, (goal, measure, value) in enumerate(
        (
            ("Trygghet i skolan", "Nöjda", "80 %"),
            ("", "Anmälda", "12"),
            ("God arbetsmiljö", "HME", "78"),
            ("", "Sjuka", "5"),
        )
    ):
        leaf.text(66, 136 + 30 * place, goal).text(206, 136 + 30 * place, measure)
        leaf.text(460, 136 + 30 * place, value, right=True)
    assert [row[0] for row in texts(leaf.grid())] == [
        "Mål",
        "^2 Trygghet i skolan",
        "Anmälda",
        "^2 God arbetsmiljö",
        "Sjuka",
    ]


def test_a_rule_over_a_sum_leaves_its_label_alone() -> None:
    leaf = budget().across(188, 60, 465).across(204, 60, 465).across(245, 250, 465).across(260, 60, 465)
    assert texts(leaf.grid())[-2:] == [list(BUDGET[2]), list(BUDGET[3])]


def test_rows_by_gender_under_one_label() -> None:
    at = (66, 240, 380, 460)
    leaf = Leaf().row(112, "Mått", "Kön", "2023", "2024", at=at, bold=True)
    for place, (label, sex, one, other) in enumerate(
        (("Behöriga till", "T", "84", "85"), ("gymnasiet", "K", "86", "87"), ("", "M", "82", "83"))
    ):
        leaf.row(130 + 12 * place, label, sex, one, other, at=at)
    leaf.row(172, "Sjukfrånvaro", "T", "6", "5", at=at)
    for y in (100, 118, 160, 178):
        leaf.across(y, 60, 465)
    assert texts(leaf.grid())[1:] == [
        ["^3 Behöriga till gymnasiet", "T", "84", "85"],
        ["K", "86", "87"],
        ["M", "82", "83"],
        ["Sjukfrånvaro", "T", "6", "5"],
    ]


def test_a_value_that_wraps_is_one_value() -> None:
    at = (66, 380, 460)
    leaf = Leaf().row(112, "Mått", "Mål 2019", "Mål 2021", at=at, bold=True)
    leaf.row(130, "Anmälda kränkningar", "färre än", "färre än", at=at).row(142, "", "2017", "2019", at=at)
    leaf.row(160, "Lokalkostnad", "16 500", "16 000", at=at).row(178, "Avvikelse", "0 %", "1 %", at=at)
    for y in (100, 118, 148, 166, 184):
        leaf.across(y, 60, 465)
    assert texts(leaf.grid())[1] == ["Anmälda kränkningar", "färre än 2017", "färre än 2019"]


def test_rows_that_stand_far_apart() -> None:
    """A rule over the figures of a sum, then the next group's name, all with wide space between."""
    leaf = Leaf().row(100, *HEADS, at=AT, bold=True)
    rows = (("Ledning", "", "", ""), *BUDGET[:2], ("Skola", "", "", ""), *BUDGET[2:])
    for row, y in zip(rows, (124, 148, 172, 202, 226, 250), strict=True):
        leaf.row(y, *row, at=AT, bold=not row[1])
    leaf.across(86, 60, 465).across(180, 250, 465).across(258, 60, 465)
    assert texts(leaf.grid()) == [list(HEADS), *map(list, rows)]


def test_column_lines_without_row_lines() -> None:
    leaf = budget()
    for x in (220, 305, 385):
        leaf.down(x, 188, 262)
    assert texts(leaf.grid()) == [list(HEADS), *map(list, BUDGET)]


def test_a_lattice_coarser_than_its_table() -> None:
    """A frame, a line after the labels and one under the heads; the rest is alignment."""
    leaf = budget().lattice((60, 220, 465), (188, 204, 264))
    assert texts(leaf.grid()) == [list(HEADS), *map(list, BUDGET)]


def test_one_row_under_heads_with_years() -> None:
    leaf = (
        Leaf().lines(60, 60, PROSE).row(200, *HEADS, at=AT, bold=True).row(214, *BUDGET[3], at=AT).lines(60, 300, PROSE)
    )
    assert texts(leaf.grid()) == [list(HEADS), list(BUDGET[3])]


def test_the_last_row_alone_on_its_page() -> None:
    leaf = Leaf().row(60, *BUDGET[3], at=AT).lines(60, 100, PROSE)
    assert texts(leaf.grid()) == [list(BUDGET[3])]


def test_two_tables_with_a_heading_and_a_caption_between() -> None:
    leaf = budget().text(60, 272, "Investeringar", bold=True).text(60, 286, "Tabell 2: Investeringar i tkr")
    leaf.row(304, "", "Budget", "Utfall", "Kvar", at=AT, bold=True)
    for place, row in enumerate((("Fordon", "450", "412", "38"), ("Inventarier", "600", "590", "10")), 1):
        leaf.row(304 + 14 * place, *row, at=AT)
    assert [grid.rows for grid in leaf.grids()] == [5, 3]


def test_a_table_over_the_whole_width_between_two_columns_of_prose() -> None:
    leaf = Leaf(size=8)
    for start in (60, 300):
        for place in range(8):
            leaf.text(50, start + 11 * place, PROSE[place % 5][:50]).text(
                310, start + 11 * place, PROSE[place % 4][:50]
            )
    for y in (168, 184, 244):
        leaf.across(y, 50, 520)
    leaf.row(179, *HEADS, at=AT, bold=True)
    for place, row in enumerate(BUDGET, 1):
        leaf.row(181 + 14 * place, *row, at=AT)
    assert texts(leaf.grid()) == [list(HEADS), *map(list, BUDGET)]


def test_short_lists_side_by_side_are_no_table() -> None:
    """A year's calendar: three months to a row, each with its own heading."""
    leaf = Leaf()
    for block, months in enumerate((("April", "Maj", "Juni"), ("Juli", "Augusti", "September"))):
        for x, month in zip((60, 220, 380), months, strict=True):
            leaf.text(x, 100 + 60 * block, month, bold=True)
            leaf.text(x, 114 + 60 * block, "Nämnden sammanträder").text(x, 128 + 60 * block, "Rapport lämnas")
    assert leaf.grids() == []


def test_a_table_beside_a_column_of_prose() -> None:
    leaf = Leaf(size=8)
    for place in range(12):
        leaf.text(40, 100 + 11 * place, PROSE[place % 5][:44])
    for place, (label, value) in enumerate(
        (("Utfall", "2024"), ("Stab", "12"), ("Skola", "345"), ("Vård", "678"), ("Kultur", "9"))
    ):
        leaf.row(100 + 11 * place, label, value, at=(300, 400), bold=not place)
    for place in range(5, 12):
        leaf.text(300, 100 + 11 * place, PROSE[place % 5][:44])
    assert ["Skola", "345"] in texts(leaf.grid())


@pytest.mark.parametrize("spalter", [2, 3])
def test_prose_in_columns_is_no_table(spalter: int) -> None:
    leaf = Leaf(size=8)
    for column in range(spalter):
        for place in range(14):
            leaf.text(50 + 170 * column, 100 + 11 * place, PROSE[(place + column) % 5][: 36 - place % 3])
    assert leaf.grids() == []


def test_a_contents_page_is_no_table() -> None:
    leaf = Leaf()
    for place, (title, page) in enumerate(
        (("Inledning", "3"), ("Uppdrag", "4"), ("Mål", "6"), ("Budget", "9"), ("Personal", "12"))
    ):
        leaf.row(100 + 14 * place, title, page, at=(60, 500))
        leaf.row(300 + 14 * place, title + " " + "." * 60, page, at=(60, 500))
    assert leaf.grids() == []


def test_lists_labels_and_addresses_are_no_tables() -> None:
    leaf = Leaf()
    for place, text in enumerate(("Öka tryggheten", "Minska köerna", "Stärka kulturen", "Vårda det gröna")):
        leaf.text(60, 80 + 14 * place, f"{place + 1}.").text(90, 80 + 14 * place, text)
        leaf.text(60, 180 + 14 * place, "•").text(90, 180 + 14 * place, text)
    for place, (label, text) in enumerate(
        (("Telefon:", "0123-45 67 89"), ("Datum:", "2024-03-01"), ("Diarienr:", "SN 2024/12"), ("Webb:", "stad.se"))
    ):
        leaf.text(60, 280 + 14 * place, label).text(180, 280 + 14 * place, text)
    for place, row in enumerate((("Postadress", "Besök", "Kontakt"), ("Box 12", "Storgatan 1", "info@stad.se"))):
        for x, text in zip((60, 220, 380), row, strict=True):
            leaf.text(x, 400 + 14 * place, text)
    assert leaf.grids() == []


def test_the_scale_of_a_chart_is_no_table() -> None:
    leaf = Leaf()
    for place in range(7):
        leaf.text(80, 100 + 20 * place, str(300 - 50 * place), right=True)
        leaf.text(300, 100 + 20 * place, str(300 - 50 * place), right=True)
    for place, year in enumerate(("2019", "2020", "2021", "2022")):
        leaf.text(100 + 40 * place, 245, year).text(320 + 40 * place, 245, year)
    assert leaf.grids() == []


def test_a_page_of_prose_has_no_table() -> None:
    leaf = Leaf()
    for start in range(100, 700, 80):
        leaf.lines(60, start, PROSE)
    assert leaf.grids() == []
