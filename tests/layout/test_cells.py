"""Cells: their lines, text, list items, paragraphs, fill."""

from planparse.layout.blocks import Cell, ListItem, Paragraph
from planparse.layout.cells import cell_lines, cell_parts
from planparse.layout.joining import KnownWords, join_lines
from table_maker import Leaf


def cell_of(*lines: str, step: float = 12) -> Cell:
    leaf = Leaf().lattice((60, 300, 400), (100, 120, 220))
    leaf.text(64, 114, "Mål").text(304, 114, "År").text(304, 134, "2024").lines(64, 134, lines, step)
    cell = leaf.grid().at(1, 0)
    assert cell is not None
    return cell


def test_lines_are_joined_to_text_and_hyphens_undone() -> None:
    assert cell_of("Invånarna ska ha inflytande över social-", "nämndens arbete").text == (
        "Invånarna ska ha inflytande över socialnämndens arbete"
    )


def test_bulleted_lines_are_items_and_the_text_has_no_bullets() -> None:
    cell = cell_of("Områden", "• grunduppdrag", "• nya metoder som prövas av", "alla enheter")
    assert [type(part) for part in cell.parts] == [Paragraph, ListItem, ListItem]
    assert [part.text for part in cell.parts] == ["Områden", "grunduppdrag", "nya metoder som prövas av alla enheter"]
    assert cell.text == "Områden grunduppdrag nya metoder som prövas av alla enheter"


def test_a_minus_before_a_number_is_no_bullet() -> None:
    cell = cell_of("- 23 271")
    assert (cell.text, cell.parts) == ("- 23 271", ())


def test_one_number_starts_no_list_but_two_do() -> None:
    assert cell_of("1. Skapa en hållbar ekonomi").text == "1. Skapa en hållbar ekonomi"
    assert [part.text for part in cell_of("1. Spara", "2. Återvinn").parts] == ["Spara", "Återvinn"]


def test_space_between_paragraphs_parts_them() -> None:
    leaf = Leaf().lines(64, 100, ("Ett mål som går", "över två rader")).text(64, 136, "Nästa stycke")
    parts = cell_parts(cell_lines(leaf.words, 1))
    assert [part.text for part in parts] == ["Ett mål som går över två rader", "Nästa stycke"]


def test_turned_lines_are_read_along_their_turn() -> None:
    leaf = (
        Leaf().text(60, 200, "Löner", turned=270).text(60, 172, "och", turned=270).text(72, 200, "priser", turned=270)
    )
    lines = cell_lines(leaf.words, 1)
    assert join_lines(line.text for line in lines) == "Löner och priser"


def test_a_superscript_stays_on_its_line() -> None:
    leaf = Leaf().text(64, 100, "Resultat").text(105, 96, "1", size=6).text(64, 112, "efter skatt")
    assert [line.text for line in cell_lines(leaf.words, 1)] == ["Resultat 1", "efter skatt"]


def test_the_document_s_words_tell_how_a_hyphen_is_joined() -> None:
    known = KnownWords()
    known.add(["Eco-driving"])
    known.fold()
    leaf = Leaf().lines(64, 100, ("kurser i Eco-", "driving"))
    assert cell_parts(cell_lines(leaf.words, 1), known) == ()
    assert join_lines([line.text for line in cell_lines(leaf.words, 1)], known) == "kurser i Eco-driving"


def test_a_table_ends_at_the_page_s_edges() -> None:
    leaf = Leaf().lattice((-5, 300, 640), (100, 120, 220))
    leaf.text(64, 114, "Mål").text(304, 114, "År").text(64, 134, "Trygghet").text(304, 134, "2024")
    grid = leaf.grid()
    boxes = [place.bbox for part in (grid, *grid.cells) for place in part.places]
    assert all(0 <= x0 <= x1 <= leaf.page().width for x0, _, x1, _ in boxes)
