from layout_maker import Sheet, facts
from planparse.layout.blocks import Grid
from planparse.outline.build import outline
from planparse.outline.document import Document


def titles(document: Document) -> list[tuple[int, str | None, str]]:
    return [(section.level, section.number, section.title) for section in document.sections]


def test_sizes_make_a_tree() -> None:
    one = (
        Sheet(1).text("Inledning", size=18).prose().text("Vårt läge", size=14).prose().text("Ekonomi", size=18).prose()
    )
    document = outline([one.done()], facts())
    assert titles(document) == [(1, None, "Inledning"), (2, None, "Vårt läge"), (1, None, "Ekonomi")]
    assert document.sections[1].parent == 0
    assert all(len(section.blocks) == 1 for section in document.sections)


def test_document_without_headings_is_all_front() -> None:
    document = outline([Sheet(1).prose().prose().done()], facts())
    assert document.sections == ()
    assert len(document.front) == 2


def test_no_pages() -> None:
    assert outline([], facts()).sections == ()


def test_table_over_two_pages_is_one() -> None:
    one = Sheet(1).text("Mål", size=16).prose().prose().table(("Mål", "Mått"), ("Fler vuxna läser", "Andel"))
    two = Sheet(2).table(("Mål", "Mått"), ("Kortare kö", "Antal dagar")).text("Ekonomi", size=16).prose()
    document = outline([one.done(), two.done()], facts())
    ((_, grid),) = list(document.grids())
    assert isinstance(grid, Grid) and grid.rows == 3
    assert [place.page for place in grid.places] == [1, 2]
    assert document.sections[0].page_end == 2
