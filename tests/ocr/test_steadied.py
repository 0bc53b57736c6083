"""Lines of a word or two take the size of the paragraph that they end."""

from __future__ import annotations

import pytest

from planparse.ocr.finishing import steadied
from planparse.ocr.page_reading import SeenLine, SeenWord


def line(text: str, baseline: float, size: float, *, x0: float = 60, stroke: float = 1.0) -> SeenLine:
    words = []
    for word in text.split():
        words.append(SeenWord(word, x0, x0 + 6 * len(word), 0, stroke, 0.99, size))
        x0 += 6 * len(word) + 4
    return SeenLine(size, baseline, tuple(words))


LONG = line("Andelen som får svar inom en vecka ska öka hos alla våra", 100, 12.0)


def test_the_last_word_of_a_paragraph_has_its_size() -> None:
    assert [one.size for one in steadied([LONG, line("avdelningar.", 116, 10.2)])] == [12.0, 12.0]


@pytest.mark.parametrize(
    "other",
    [
        line("Avdelningar", 130, 10.2),
        line("Avdelningar", 116, 10.2, stroke=1.4),
        line("Avdelningar", 116, 8.0),
        line("Avdelningar", 116, 10.2, x0=90),
        line("Avdelningar och enheter hos nämnden", 116, 10.2),
    ],
    ids=["farther off", "bolder", "much smaller", "elsewhere", "long enough to tell"],
)
def test_other_lines_keep_their_own(other: SeenLine) -> None:
    assert steadied([LONG, other])[1].size == other.size
