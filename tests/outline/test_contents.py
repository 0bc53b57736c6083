from layout_maker import Sheet, facts
from planparse.layout.blocks import PageLayout
from planparse.outline.build import outline
from planparse.outline.contents import Contents, Entry, find_contents


def contents_of(*sheets: Sheet) -> Contents:
    return find_contents([block for sheet in sheets for block in sheet.blocks])


def test_dot_leaders_numbers_and_indents() -> None:
    sheet = Sheet(2).text("Innehållsförteckning", size=16)
    sheet.text("1 Inledning .................... 3", "1.1 Vårt uppdrag ............... 3")
    sheet.text("Mål och mått ................... 4", x0=90.0)
    assert contents_of(sheet).entries == (
        Entry("1", "Inledning", 3, 0),
        Entry("1.1", "Vårt uppdrag", 3, 0),
        Entry(None, "Mål och mått", 4, 1),
    )


def test_list_without_heading_needs_leaders() -> None:
    entries = ("Inledning ..... 3", "Uppdrag ....... 4", "Mål ........... 5", "Ekonomi ....... 9")
    assert len(contents_of(Sheet(2).text(*entries)).entries) == 4
    assert contents_of(Sheet(2).text("Elever 3", "Lärare 4", "Skolor 5", "Bussar 9")).entries == ()


def test_rows_of_a_grid_are_entries() -> None:
    sheet = Sheet(2).text("Innehåll", size=16).table(("1", "Inledning", "3"), ("2", "Mål", "4"), ("2.1", "Mått", "4"))
    found = contents_of(sheet)
    assert [(entry.number, entry.title, entry.label) for entry in found.entries] == [
        ("1", "Inledning", 3),
        ("2", "Mål", 4),
        ("2.1", "Mått", 4),
    ]
    assert found.blocks == {0, 1}


def test_title_over_two_lines() -> None:
    sheet = Sheet(2).text("Innehåll").text("Inledning 3", "Uppdrag från kommunfullmäktige", "till nämnden 4", "Mål 5")
    assert [entry.title for entry in contents_of(sheet).entries][1] == "Uppdrag från kommunfullmäktige till nämnden"


def test_titles_alone() -> None:
    sheet = Sheet(2).text("Innehåll", size=16).text("Inledning").text("Mål").text("Ekonomi")
    assert [entry.title for entry in contents_of(sheet).entries] == ["Inledning", "Mål", "Ekonomi"]


def test_goes_on_over_pages_and_stops_at_prose() -> None:
    one = Sheet(2).text("Innehåll").text("Inledning ... 4").text("Uppdrag ..... 5").text("Mål ..... 6")
    two = Sheet(3).text("Mått ..... 7").text("Ekonomi ..... 8").text("Uppföljning ..... 9")
    three = Sheet(4).text("Inledning", size=16).prose()
    found = contents_of(one, two, three)
    assert len(found.entries) == 6 and max(found.blocks) == 6


def body(*titles: str) -> PageLayout:
    sheet = Sheet(2)
    for title in titles:
        sheet.text(title, size=11, bold=True).prose().prose()
    return sheet.done()


def test_contents_yield_no_section_and_cover_title_stays_in_front() -> None:
    first = Sheet(1).text("Verksamhetsplan 2031", size=24).text("Innehåll", size=14)
    first.text("Inledning ........ 2", "Ekonomi .......... 2", "Bilagor .......... 9")
    document = outline([first.done(), body("Inledning", "Ekonomi")], facts())
    assert [(section.title, section.reason) for section in document.sections] == [
        ("Inledning", "contents"),
        ("Ekonomi", "contents"),
    ]
    assert [block.text for block in document.front if not hasattr(block, "cells")] == ["Verksamhetsplan 2031"]  # type: ignore[union-attr]
    assert len(document.contents) == 2


def test_page_labels_that_restart() -> None:
    first = Sheet(1, "1").text("Innehåll").text("Inledning ..... 1", "Mål ..... 2", "Ekonomi ..... 1", "Mål ..... 2")
    sheets = [Sheet(2, "1").text("Inledning").prose(), Sheet(3, "2").text("Mål").prose()]
    sheets += [Sheet(4, "1").text("Ekonomi").prose(), Sheet(5, "2").text("Mål").prose()]
    document = outline([first.done(), *(sheet.done() for sheet in sheets)], facts())
    assert [(section.title, section.page_start) for section in document.sections] == [
        ("Inledning", 2),
        ("Mål", 3),
        ("Ekonomi", 4),
        ("Mål", 5),
    ]
