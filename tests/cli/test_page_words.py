"""What the command tells the scoring of a page: its words, and what the parser took off."""

from planparse.cli.page_words import page_words
from planparse.layout.blocks import Line, Paragraph, Place
from planparse.outline.document import Document
from planparse.pdf.page import Bbox, FileFacts, Page, Word


def word(text: str, x: float, y: float) -> Word:
    return Word(text=text, x0=x, top=y, x1=x + 8, bottom=y + 10, baseline=y + 8, size=10, font="Helvetica")


def page(number: int, *words: Word) -> Page:
    return Page(number=number, width=595, height=842, rotation=0, label=None, words=words)


def paragraph(number: int, box: Bbox) -> Paragraph:
    return Paragraph(text="", lines=(), places=(Place(number, box),))


FACTS = FileFacts(file_name="plan.pdf", sha256="", byte_size=0, page_count=2)
CONTENTS, HEAD, COVER = (0.0, 50.0, 500.0, 90.0), (0.0, 0.0, 500.0, 20.0), (0.0, 100.0, 500.0, 700.0)


def document(*, front: tuple[Paragraph, ...] = ()) -> Document:
    head = Line(words=(), page=2, bbox=HEAD)
    return Document(FACTS, (), (), front=front, contents=(paragraph(2, CONTENTS),), furniture=(head,))


def test_words_with_their_places() -> None:
    (only,) = page_words([page(1, word("Mål", 5, 7))], None)
    assert (only.page, only.words, only.apart) == (1, (("Mål", 5, 7, 13, 17),), None)


def test_contents_and_running_heads_are_taken_off() -> None:
    first, second = page_words([page(1), page(2)], document())
    assert first.apart == ()
    assert second.apart == (CONTENTS, HEAD)


def test_a_cover_is_taken_off_and_running_text_without_a_section_is_not() -> None:
    made = document(front=(paragraph(1, COVER),))
    few = page(1, *(word("ord", 10, 110 + 12 * line) for line in range(40)))
    many = page(1, *(word("ord", 10, 110 + 12 * line) for line in range(41)))
    assert page_words([few], made)[0].apart == (COVER,)
    assert page_words([many], made)[0].apart == ()
