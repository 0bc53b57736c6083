"""Lines of a page: how all of their words are set."""

from planparse.layout.blocks import BOLD, UNDERLINED, Line, all_are
from planparse.pdf.page import Word


def word(text: str, *, bold: bool = False) -> Word:
    return Word(text, 10, 90, 20, 102, 100, 10, "Arial", bold)


def line(*words: Word) -> Line:
    return Line(words, 1, (10, 90, 20, 102))


def test_a_line_is_bold_where_all_its_words_are() -> None:
    assert line(word("Mål", bold=True), word("7", bold=True)).bold
    assert not line(word("Mål", bold=True), word("7")).bold


def test_signs_say_nothing_of_a_line() -> None:
    assert line(word("–"), word("Mål", bold=True), word(":")).bold
    assert not line(word("–", bold=True)).bold
    assert not all_are(BOLD, [])


def test_each_look_is_told_by_itself() -> None:
    assert not all_are(UNDERLINED, [word("Mål", bold=True)])
