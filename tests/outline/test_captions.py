from layout_maker import Sheet, facts
from planparse.layout.blocks import Grid
from planparse.outline.build import outline
from planparse.outline.captions import give_captions
from planparse.outline.styles import Style

BODY = Style(11.0, family="serif")
ROWS = (("Verksamhet", "2030"), ("Skola", "12"))


def captioned(sheet: Sheet, headings: frozenset[int] = frozenset()) -> tuple[str, int]:
    """The first table's caption and how many blocks are left."""
    left = give_captions(list(enumerate(sheet.blocks)), headings, BODY)
    grid = next(block for _, block in left if isinstance(block, Grid))
    return grid.caption, len(left)


def test_line_that_says_so() -> None:
    assert captioned(Sheet(1).prose().text("Tabell 2. Elever per skola").table(*ROWS)) == (
        "Tabell 2. Elever per skola",
        2,
    )


def test_unit_line_under_a_caption() -> None:
    sheet = Sheet(1).text("Driftbudget", bold=True).text("Belopp i tkr", gap=2).table(*ROWS)
    assert captioned(sheet) == ("Driftbudget Belopp i tkr", 1)


def test_heading_is_no_caption() -> None:
    assert captioned(Sheet(1).text("Driftbudget", bold=True).table(*ROWS), frozenset({0})) == ("", 2)


def test_prose_over_a_table_is_no_caption() -> None:
    assert captioned(Sheet(1).prose().table(*ROWS)) == ("", 2)


def test_small_line_below() -> None:
    assert captioned(Sheet(1).prose().table(*ROWS).text("Elever per skola", size=9)) == ("Elever per skola", 2)


def test_note_below_stays_in_the_text() -> None:
    assert captioned(Sheet(1).prose().table(*ROWS).text("* avser höstterminen", size=9)) == ("", 3)
    assert captioned(Sheet(1).prose().table(*ROWS).text("Källa: Kolada", size=9)) == ("", 3)


def test_caption_printed_again_on_the_next_page() -> None:
    one = Sheet(1).text("Ekonomi", size=18).prose().prose().text("Tabell 1 Elever").table(*ROWS)
    two = Sheet(2).text("Tabell 1 Elever, forts.").table(ROWS[0], ("Förskola", "14")).prose()
    document = outline([one.done(), two.done()], facts())
    ((_, grid),) = document.grids()
    assert grid.rows == 3 and grid.caption == "Tabell 1 Elever"
    assert [place.page for place in grid.caption_places] == [1, 2]
    assert len(document.sections[0].blocks) == 4


def test_who_answers_for_a_goal_is_no_caption() -> None:
    sheet = Sheet(1).prose().text("Ansvarig: Tekniska nämnden", italic=True).table(*ROWS)
    assert captioned(sheet) == ("", 3)
