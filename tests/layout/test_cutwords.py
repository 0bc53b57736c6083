"""Words that a narrow cell cuts without a hyphen."""

from table_maker import Leaf


def first_cell(*lines: str, width: float = 90) -> str:
    """The text of a cell with 5 points of space at both sides; letters are 5 points wide."""
    leaf = Leaf().lattice((60, 60 + width, 300), (100, 120, 220))
    leaf.text(65, 114, "Mått").text(65 + width, 114, "2024").text(65 + width, 134, "78").lines(65, 134, lines)
    cell = leaf.grid().at(1, 0)
    assert cell is not None
    return cell.text


def test_a_word_that_fills_its_line_is_whole_again() -> None:
    assert first_cell("Hållbart", "medarbetarengage", "mang, HME") == "Hållbart medarbetarengagemang, HME"


def test_with_room_for_another_letter_it_was_no_cut() -> None:
    assert first_cell("Hållbart", "medarbetarengage", "mang, HME", width=100).startswith(
        "Hållbart medarbetarengage mang"
    )


def test_a_common_word_on_the_next_line_is_one_by_itself() -> None:
    assert first_cell("kommunövergripan", "mål för alla") == "kommunövergripan mål för alla"
    assert first_cell("> föregåen", "de år", width=50) == "> föregåen de år"
    assert first_cell(">", "föregåen", "de år", width=50) == "> föregående år"
